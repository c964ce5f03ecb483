"""The messages: one text a kind, shortened by channel, built from the debrief."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeGuard

from lib.dates import DAY_FIRST, DateStyle
from lib.english import listed, sentence_case, spoken_weekday
from lib.followup.advice import advice
from lib.followup.facts import Facts
from lib.followup.fitting import misfit
from lib.followup.framing import (
    after_mention,
    as_cause,
    as_good,
    as_ground,
    as_problem,
    as_wish,
    heard_of,
    is_statement,
)
from lib.followup.kinds import KINDS
from lib.followup.noted import denies
from lib.followup.phrasing import as_clause, as_role, begun_small, shortened
from lib.followup.promise_reading import promise_made
from lib.records.errors import AfterwordError
from lib.records.labels import phrase
from lib.records.vocabulary import Channel, TaskKind

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

INVITATION_LIMIT = 200
INVITATION_LIMIT_PREMIUM = 300
"""Characters in the note of a LinkedIn invitation, for a free and for a paid account (as of 2026)."""

NO_NAME = "[your name]"
"""The blank for the sender's name, as long as it is not known."""

STRENGTHS = 3
"""How many claims an application names."""

NOTE_WORDS = 120
"""How many words a note of thanks has at most: more is not read to the end."""

_TERMS = (
    "the duties",
    "pay and benefits",
    "start date",
    "notice period",
    "any conditions",
)
"""What an offer in writing should hold, in the order of a contract; what is still open comes after the pay."""
_VARIANTS = 6
_A_FEW_DAYS = timedelta(days=6)
"""With less time to decide, nobody can send the offer a few days before."""
_SPELLED_OUT: Mapping[str, str] = {
    "can't": "cannot",
    "won't": "will not",
    "n't": " not",
    "I'm": "I am",
    "'d": " would",
    "'ll": " will",
    "'re": " are",
    "'ve": " have",
    "it's": "it is",
    "that's": "that is",
    "That's": "That is",
    "there's": "there is",
    "what's": "what is",
    "What's": "What is",
    "There's": "There is",
    "It's": "It is",
    "Let's": "Let us",
}
"""The contractions of the texts, for a formal company; in the texts themselves 'd never means had."""
_YEARS = re.compile(r"(?:\S+ ){0,2}(?:years|months)\b", re.IGNORECASE)
_CONTRACTED = re.compile("|".join(map(re.escape, _SPELLED_OUT)))


class NoSuchText(AfterwordError):
    """There is no text for this kind of message in this channel."""

    def __init__(self, kind: TaskKind, channel: str) -> None:
        channels = KINDS[kind].channels
        known = listed(tuple(phrase(word) for word in channels))
        super().__init__(
            f"There is no text of the kind '{kind}' for {channel}.",
            "Nothing was changed.",
            f"It can be written for: {known}." if known else "Choose another kind of message.",
        )


@dataclass(frozen=True)
class Message:
    """A draft, or what the person made of it. ``subject`` is empty if the channel has none.

    ``advice`` is for the person alone: what the draft leaves out, and why.
    """

    kind: TaskKind
    channel: Channel
    to: str
    subject: str
    body: str
    advice: tuple[str, ...] = ()


def draft(kind: TaskKind, channel: Channel, facts: Facts, *, premium: bool = False) -> Message:
    """The first wording of a message, for the person to change. An unknown piece is a marked blank: '[your name]'.

    ``premium``: the person pays for LinkedIn, whose invitations may then be longer. Raises ``NoSuchText``.
    """
    if channel not in KINDS[kind].channels:
        raise NoSuchText(kind, channel)
    limit = INVITATION_LIMIT_PREMIUM if premium else INVITATION_LIMIT
    unfit = misfit(kind, facts)
    pieces = _pieces(facts) | {"words_left": unfit.blank if unfit else ""}
    if channel == "card":
        pieces["when"] = _when_read_later(facts.held_on, facts.today, dates=facts.dates)
    text = _text("_settled" if unfit else kind, facts.formal)
    if kind == "connect":
        body = _fitted(text, pieces, "" if facts.is_topic_told else facts.spoken_topic, limit)
    elif kind == "thank_you":
        body = _short_note(text, channel, pieces)
    else:
        body = _rendered(text, channel, pieces)
    subject = _for_whom(_rendered(text, "subject", pieces), facts) if channel == "email" else ""
    beside = (unfit.advice,) if unfit else advice(kind, facts)
    return Message(kind, channel, facts.person, sentence_case(subject), body, beside)


def _for_whom(subject: str, facts: Facts) -> str:
    """The subject with role and employer, for a recruiter of several employers."""
    if not facts.is_between or not facts.company:
        return subject
    about = ", ".join(part for part in (as_role(facts.role), facts.company) if part and part not in subject)
    return f"{subject} ({about})" if about else subject


def when_we_met(facts: Facts) -> str:
    """'yesterday' or 'on Tuesday', of the interview that a letter is about; empty if its day isn't known."""
    return _when(facts.held_on, facts.today, dates=facts.dates) if facts.held_on else ""


def blanks(text: str) -> tuple[tuple[int, int], ...]:
    """The positions of the marked blanks of a text, as start and end."""
    return tuple(match.span() for match in re.finditer(r"\[[^\[\]\n]{2,120}\]", text))


def _or_blank(text: str, name: str) -> str:
    return text or f"[{name}]"


@cache
def _environment(formal: bool) -> "SandboxedEnvironment":
    from jinja2 import FunctionLoader, StrictUndefined  # here, since most screens show no message
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=FunctionLoader(_spelled_out if formal else _source),
        undefined=StrictUndefined,
        autoescape=False,  # plain text: nothing of it is ever shown as HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(or_blank=_or_blank, listed=listed, sentence_case=sentence_case)
    return environment


def _source(name: str) -> str:
    return files("lib.followup").joinpath("texts", name).read_text("utf-8")


def _spelled_out(name: str) -> str:
    """The text without its contractions: only its own, as what the person noted is filled in later."""
    return _CONTRACTED.sub(lambda match: _SPELLED_OUT[match.group()], _source(name))


def _text(name: str, formal: bool) -> "Template":
    return _environment(formal).get_template(f"{name}.txt")


def _rendered(text: "Template", part: str, pieces: Mapping[str, object]) -> str:
    return _tidy(str(getattr(text.make_module(dict(pieces)), part)()))


def _tidy(text: str) -> str:
    lines = [re.sub(r"(?<=\S)[ \t]+", " ", line).strip() for line in text.splitlines()]
    spaced = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line != "-"))
    return re.sub(r"([.!?])\.(?!\.)", r"\1", spaced).strip()


def _short_note(text: "Template", channel: Channel, pieces: Mapping[str, object]) -> str:
    """The note within ``NOTE_WORDS``: with less of what we talked about, then without the claim that they heard."""
    topic, body = str(pieces["topic_said"]), ""
    for room, claim in ((len(topic), pieces["claim"]), (90, pieces["claim"]), (90, "")):
        short = shortened(topic, room)
        said = {"topic_said": short, "heard": heard_of(short), "claim": claim}
        body = _rendered(text, channel, {**pieces, **said})
        if len(body.split()) <= NOTE_WORDS:
            break
    return body


def _fitted(text: "Template", pieces: Mapping[str, object], topic: str, limit: int) -> str:
    room = len(topic)
    while True:
        body = _rendered(text, "linkedin", {**pieces, "fitted_topic": shortened(topic, room)})
        if len(body) <= limit or room <= 0:
            return body
        room = min(room - 1, len(shortened(topic, room)) - 1, room - (len(body) - limit) // 2)


def _pieces(facts: Facts) -> dict[str, object]:
    """The facts as the texts name them."""
    offer = facts.extras.offer
    told, names = next((claim for claim in facts.claims if not denies(claim)), ""), facts.names
    promise = promise_made(facts.extras.promised, facts.person, names)
    return {
        **{name: getattr(facts, name) for name in facts.__dataclass_fields__},
        "addressee": facts.address.name,
        "greeting": facts.address.greeting,
        "formal": facts.formal,
        "standing": facts.standing,
        "goes_on": facts.standing == "open" and not facts.is_last_round,
        "role": as_role(facts.role),
        "topic_said": facts.spoken_topic,
        "heard": heard_of(facts.spoken_topic),
        "is_first_told": facts.place == 0 and facts.met_person and not facts.is_unsaid_sent and _may_add(facts),
        "is_question_put": facts.is_question_put,
        "is_topic_told": facts.is_topic_told,
        "heard_recalled": "" if facts.is_topic_told else heard_of(facts.recalled_topic),
        "new_recalled": "" if facts.is_topic_told else facts.recalled_topic,
        "is_fresh": facts.is_fresh,
        "has_moved_on": _is_after(facts.held_on, facts.met_on),
        "variant": (facts.place + facts.met_before) % _VARIANTS,
        "wants": facts.stance in ("keen", "open"),
        "claim": as_clause(facts.qualification, "I have", names),
        "told": as_clause(told, "I have", names),
        "strength": as_clause(facts.strengths[0], "I have", names) if facts.strengths else "",
        "strengths": tuple(sentence_case(as_clause(claim, "", names)) for claim in facts.strengths[:STRENGTHS]),
        "left_unsaid": after_mention(as_clause(facts.unsaid, "I have" if _YEARS.match(facts.unsaid) else "", names)),
        "went_well": as_good(as_clause(facts.went_well, "", names), facts.went_well.rstrip(" .")),
        "their_problem": as_problem(begun_small(facts.their_problem, names)),
        "works_there": facts.works_there,
        "is_insider": facts.is_insider,
        "first_names": facts.first_names,
        "when": _when(facts.held_on, facts.today, dates=facts.dates),
        "when_met": _when(facts.met_on, facts.today, dates=facts.dates),
        "day_met": f"on {facts.dates.spoken_day(facts.met_on, facts.today)}" if facts.met_on else "",
        "held": facts.dates.spoken_day(facts.held_on, facts.today) if facts.held_on else "",
        "day_held": f"on {facts.dates.spoken_day(facts.held_on, facts.today)}" if facts.held_on else "on [the day]",
        "promised_day": facts.dates.spoken_day(facts.reply_by, facts.today) if facts.reply_by else "",
        "promised": promise.thing,
        "i_promised": promise.recalled,
        "hands_over": promise.hands_over,
        "claims_said": tuple(f"that {as_clause(claim, 'I have', names)}" for claim in facts.claims[:3]),
        "questions_put": listed(f"“{question}”" for question in facts.asked[:3]),
        "admits": any(denies(claim) for claim in facts.claims[:3]),
        "reason": (reason := begun_small(facts.extras.reason.rstrip(" ."), names)),
        "cause": as_cause(reason),
        "done": "" if is_statement(reason) else reason,
        "story": facts.extras.story,
        "pay": offer.pay,
        "wish": as_wish(begun_small(offer.ask_for.rstrip(" .?"), names)),
        "ground": as_ground(begun_small(offer.ground.rstrip(" ."), names)),
        "terms": listed((*_TERMS[:2], *offer.unspoken, *_TERMS[2:])),
        "start_day": facts.dates.spoken_day(offer.start_on, facts.today) if offer.start_on else "",
        "decide_day": facts.dates.spoken_day(offer.decide_by, facts.today)
        if _is_ahead(offer.decide_by, facts.today)
        else "",
        "is_decided_soon": offer.decide_by is not None and offer.decide_by - facts.today < _A_FEW_DAYS,
    }


def _may_add(facts: Facts) -> bool:
    """Whether a point that was left unsaid still matters for this process."""
    return facts.stance != "none" and facts.standing in ("open", "offer")


def _is_ahead(day: date | None, today: date) -> TypeGuard[date]:
    return day is not None and day >= today


def _is_after(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other


def _when_read_later(held_on: date | None, today: date, dates: DateStyle = DAY_FIRST) -> str:
    """The day without 'yesterday', which isn't true any more when a card arrives."""
    if held_on is not None and today - held_on <= timedelta(days=1):
        return f"on {spoken_weekday(held_on)}"
    return _when(held_on, today, dates=dates)


def _when(held_on: date | None, today: date, dates: DateStyle = DAY_FIRST) -> str:
    if held_on is None:
        return "on [the day]"
    if timedelta(days=1) < today - held_on < timedelta(days=7):
        return f"on {spoken_weekday(held_on)}"
    return dates.on_day(held_on, today)
