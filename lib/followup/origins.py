"""Where each sentence of a letter comes from: what was noted, Afterword's own wording, or the person's own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lib.english import listed, sentence_case
from lib.followup.ask_progress import NOTHING_ASKED
from lib.followup.facts import Facts, OfferTerms
from lib.followup.messages import Message, draft_message
from lib.followup.phrasing import one_line
from lib.followup.proofreading.words import message_span


@dataclass(frozen=True)
class Origin:
    """A sentence, and in words where it comes from."""

    sentence: str
    source: str


@dataclass(frozen=True)
class _Source:
    """What a letter may draw on: in words, and the facts without it."""

    words: str
    without: dict[str, Any]


def origins(message: Message, facts: Facts, *, template: str = "") -> tuple[Origin, ...]:
    """Every sentence of the letter, without greeting and closing, with its source.

    A sentence of the draft comes from whatever it would change or go without. ``template`` is the person's own
    template, filled in; its sentences are theirs.
    """
    drafted = frozenset(_sentences(draft_message(message.kind, message.channel, facts).body))
    own = frozenset(_sentences(template))
    known = [(source.words, _without(message, facts, source)) for source in _sources(facts)]

    def source_of(sentence: str) -> str:
        if sentence in own:
            return "Your own template."
        if sentence not in drafted:
            return "Your own words."
        found = [words for words, others in known if sentence not in others]
        return sentence_case(f"{listed(found)}.") if found else "Afterword's wording. It claims nothing about you."

    return tuple(Origin(sentence, source_of(sentence)) for sentence in _sentences(message.body))


def _without(message: Message, facts: Facts, source: _Source) -> frozenset[str]:
    return frozenset(_sentences(draft_message(message.kind, message.channel, replace(facts, **source.without)).body))


def _sentences(body: str) -> Iterator[str]:
    start, end = message_span(body)
    for line in body[start:end].splitlines():
        sentence = line.strip().removeprefix("- ")
        yield from filter(None, re.split(r"(?<=[.!?])\s+", sentence))


def _sources(facts: Facts) -> Iterator[_Source]:
    """What this letter may draw on, the person's own notes first."""
    extras, who = facts.extras, facts.person or "them"
    talked = facts.topic or facts.recalled
    notes: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (f"your notes on {who}", talked, {"topic": "", "recalled": ""}),
        ("what you said about yourself there", "; ".join(facts.claims), {"claims": (), "heard": ()}),
        ("what you've said about yourself", "; ".join(facts.strengths[:3]), {"strengths": ()}),
        ("what you forgot to mention", facts.unsaid, {"unsaid": ""}),
        ("what went well", facts.went_well, {"went_well": ""}),
        ("the problem they want solved", facts.their_problem, {"their_problem": ""}),
        ("the questions they asked", " ".join(facts.asked[:3]), {"asked": ()}),
        ("their feedback", facts.feedback, {"feedback": ""}),
        ("your promise", extras.promised, {"extras": replace(extras, promised="")}),
        ("your story", extras.story, {"extras": replace(extras, story="")}),
        ("your reason", extras.reason, {"extras": replace(extras, reason="")}),
    )
    for words, quoted, without in notes:
        if quoted:
            yield _Source(f"{words}: “{one_line(quoted)}”", without)
    if facts.stance in ("keen", "open"):
        yield _Source("how much you want this job, as you noted it", {"stance": "none"})
    if facts.reply_by:
        yield _Source(f"their date: {facts.dates.spoken_day(facts.reply_by, facts.today)}", {"reply_by": None})
    if extras.offer != OfferTerms():
        yield _Source("the offer as you noted it", {"extras": replace(extras, offer=OfferTerms())})
    if facts.reference != NOTHING_ASKED or facts.good_word != NOTHING_ASKED:
        yield _Source(f"what you noted that {who} did", {"reference": NOTHING_ASKED, "good_word": NOTHING_ASKED})
    if facts.held_on:
        day = facts.dates.spoken_day(facts.held_on, facts.today)
        yield _Source(f"the day of your interview: {day}", {"held_on": None, "met_on": None})
    if facts.status:
        yield _Source("where the application stands", {"status": None})
    if facts.role or facts.company:
        yield _Source("the application", {"role": "", "company": "", "person_company": ""})
