"""The bank of questions: every time one was asked, how it went, and the best answer to it now."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.dates import DateStyle
from lib.english import counted, paragraph, sentence_case
from lib.insight.result import ResultTable
from lib.practice.cards import Card, cards
from lib.practice.common_questions import LABEL, common_card, is_common
from lib.practice.importance import last_rated_question
from lib.records.application import match_key
from lib.records.interview import chronological
from lib.records.labels import label
from lib.records.question import Question
from lib.records.story import Story
from lib.records.workbook import Workbook

_WELL = 4

QuestionSide = Literal["asked", "only_prepared", "mine"]
"""Asked for real, prepared and asked by nobody, or put by me to them."""


@dataclass(frozen=True)
class Asking:
    """One wording where it belongs: ``company``, ``stage`` and ``on`` are empty or None if not known."""

    question: Question
    company: str
    stage: str
    on: date | None
    interview_id: str
    was_asked: bool


@dataclass(frozen=True)
class BestAnswer:
    """The best answer there is: the topic's own, else the answer I wish I'd given, else an answer rated 4 or 5."""

    text: str
    source: Literal["topic", "wished", "given"]


@dataclass(frozen=True)
class BankTopic:
    """A topic in the bank, its askings the newest first; ``companies`` asked it, by name, the latest first."""

    card: Card
    side: QuestionSide
    askings: tuple[Asking, ...]
    companies: tuple[str, ...]
    best_answer: BestAnswer | None
    story: Story | None
    sentence: str

    @property
    def ratings(self) -> tuple[tuple[date | None, int], ...]:
        """The rating history, the oldest first."""
        return tuple((one.on, one.question.rating) for one in reversed(self.askings) if one.question.rating is not None)

    @property
    def was_prepared(self) -> bool | None:
        """Whether any wording of it was prepared; None if that is known of no wording."""
        known = [one.question.prepared for one in self.askings if one.question.prepared is not None]
        return any(known) if known else None


@dataclass(frozen=True)
class BankFilter:
    """What to find in the bank: each of them if given, all of them together.

    ``words`` are looked for in the wordings and answers, in any order and case; ``company`` is compared as companies
    are; ``ratings`` are those of the last answer, 0 if none was rated or tapped as hard; ``hard`` lets those through
    too that were hard last time.
    """

    words: str = ""
    category: str = ""
    company: str = ""
    ratings: tuple[int, ...] = ()
    hard: bool = False
    prepared: bool | None = None
    side: QuestionSide | None = None


@dataclass(frozen=True)
class PrepHits:
    """How well preparing foresees what is asked. ``n`` counts the questions asked with preparation noted.

    ``prepared`` counts the prepared ones whose interview is over and had its questions written down. ``sentence`` is
    empty if nothing of this is known.
    """

    title: str
    n: int
    prepared: int
    sentence: str
    table: ResultTable


def bank(workbook: Workbook, today: date, dates: DateStyle) -> tuple[BankTopic, ...]:
    """All topics: those asked, the latest first, then those only prepared, then my own questions to them."""
    describe = _Describer(workbook, today, dates)
    entries = [describe.entry(card) for card in cards(workbook)]
    entries.sort(key=lambda entry: _latest(workbook, entry), reverse=True)
    order: tuple[QuestionSide, ...] = ("asked", "only_prepared", "mine")
    return tuple(sorted(entries, key=lambda entry: order.index(entry.side)))


def topic_of(workbook: Workbook, card_id: str, today: date, dates: DateStyle) -> BankTopic | None:
    """The entry of one card, by the id of its topic or of one of its wordings; also of a common question."""
    describe = _Describer(workbook, today, dates)
    found = (card for card in cards(workbook) if card_id in (card.id, *(one.id for one in card.wordings)))
    card = next(found, None) or common_card(card_id)
    return describe.entry(card) if card else None


def filter_topics(entries: Iterable[BankTopic], wanted: BankFilter) -> tuple[BankTopic, ...]:
    """The entries that a filter lets through, in their order."""
    return tuple(entry for entry in entries if _matches(entry, wanted))


def prep_hits(workbook: Workbook) -> PrepHits:
    """Of what was asked, how much was prepared; of what was prepared, how much was asked.

    Debriefed interviews with a question written down only. A question prepared for an application and for no interview
    of it came up if any of its interviews asked another wording of it.
    """
    written = {one.interview_id for one in workbook.questions if one.was_asked}
    homes = {entry.id: entry.application_id for entry in workbook.debriefed if entry.id in written}
    known = set(homes.values())
    asked, prepared, came_up, foreseen = 0, 0, 0, 0
    for card in cards(workbook):
        theirs = [one for one in card.wordings if one.asked_by != "me"]
        there = [one for one in theirs if one.interview_id in homes]
        asked_at = {homes[one.interview_id] for one in there if one.was_asked}
        noted_at = {homes[one.interview_id] for one in there if one.prepared}
        beforehand = {one.application_id for one in theirs if one.prepared and not one.interview_id} - {""}
        beforehand &= known
        was = [_was_foreseen(one, homes, beforehand) for one in there if one.was_asked]
        asked += sum(one is not None for one in was)
        foreseen += sum(one is True for one in was)
        prepared += sum(bool(one.prepared) for one in there) + len(beforehand - noted_at)
        came_up += sum(bool(one.prepared) and one.was_asked for one in there)
        came_up += len((beforehand - noted_at) & asked_at)
    rows = (("Asked", asked, foreseen), ("Prepared", prepared, came_up))
    return PrepHits(
        title="Do I prepare what they ask?",
        n=asked,
        prepared=prepared,
        sentence=_hits_sentence(asked, foreseen, prepared, came_up),
        table=ResultTable(("Questions", "Number", "Both prepared and asked"), rows),
    )


def _was_foreseen(asked: Question, homes: Mapping[str, str], beforehand: Collection[str]) -> bool | None:
    """None if preparation wasn't noted."""
    return True if homes[asked.interview_id] in beforehand else asked.prepared


def _hits_sentence(asked: int, foreseen: int, prepared: int, came_up: int) -> str:
    base = f"Of {counted(asked, 'question')} they asked where you noted it, you had prepared {foreseen or 'none'}."
    return paragraph(
        base if asked else "",
        f"Of {prepared} that you prepared, {came_up or 'none'} came up." if prepared else "",
    )


class _Describer:
    """Looks up what an entry is made from."""

    def __init__(self, workbook: Workbook, today: date, dates: DateStyle) -> None:
        self._today, self._dates = today, dates
        self._workbook, self._stories = workbook, workbook.by_id(Story)

    def entry(self, card: Card) -> BankTopic:
        askings = tuple(self._asking(question) for question in reversed(card.wordings))
        companies = tuple(
            {match_key(one.company): one.company for one in askings if one.was_asked and one.company}.values()
        )
        return BankTopic(
            card=card,
            side=_side(card),
            askings=askings,
            companies=companies,
            best_answer=best_answer(card),
            story=self._story(card),
            sentence=self._sentence(card, askings, companies),
        )

    def _asking(self, question: Question) -> Asking:
        interview = self._workbook.interview(question.interview_id)
        application = interview.application_id if interview else question.application_id
        return Asking(
            question=question,
            company=self._workbook.company_of(application),
            stage=interview.stage if interview else "",
            on=interview.held_on if interview else None,
            interview_id=interview.id if interview else "",
            was_asked=question.was_asked,
        )

    def _story(self, card: Card) -> Story | None:
        ids = [card.topic.story_id] if card.topic else []
        ids += [question.story_id for question in reversed(card.wordings)]
        return next((self._stories[story_id] for story_id in ids if story_id in self._stories), None)

    def _sentence(self, card: Card, askings: tuple[Asking, ...], companies: tuple[str, ...]) -> str:
        if card.is_mine:
            return "You asked them."
        asked = [one for one in askings if one.was_asked]
        if not asked:
            was_prepared = any(one.prepared for one in card.wordings)
            if not card.wordings:
                return "No wording of it is left."
            if is_common(card):
                return f"{LABEL}, not asked yet."
            return "Prepared, and not asked yet." if was_prepared else "Not asked yet."
        by = f"asked by {counted(len(companies), 'company', 'companies')}" if companies else "asked before"
        rated = next((one for one in asked if one.question.went), None)
        if rated is None:
            return sentence_case(f"{by}; not rated yet.")
        when = f" {self._dates.on_day(rated.on, self._today)}" if rated.on else ""
        went = "marked as hard" if rated.question.is_only_hard else f"answered {rated.question.went}"
        return sentence_case(f"{by}; last {went}{when}.")


def _matches(entry: BankTopic, wanted: BankFilter) -> bool:
    return (
        _contains(entry, wanted.words)
        and (not wanted.category or entry.card.category == wanted.category)
        and (not wanted.company or match_key(wanted.company) in {match_key(one.company) for one in entry.askings})
        and _has_rating(entry, wanted)
        and (wanted.prepared is None or entry.was_prepared == wanted.prepared)
        and (wanted.side is None or entry.side == wanted.side)
    )


def _has_rating(entry: BankTopic, wanted: BankFilter) -> bool:
    if not (wanted.ratings or wanted.hard):
        return True
    last = last_rated_question(entry.card.asked)
    if last is None:
        return 0 in wanted.ratings
    return last.rating in wanted.ratings or (wanted.hard and last.is_hard)


def _contains(entry: BankTopic, words: str) -> bool:
    topic = entry.card.topic
    texts = [topic.text, topic.best_answer] if topic else []
    for one in entry.askings:
        question = one.question
        texts += [question.text, question.answer, question.better_answer, one.company]
        texts += [label(question.category)] if question.category else []
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in re.findall(r"\S+", words.casefold()))


def _side(card: Card) -> QuestionSide:
    if card.is_mine:
        return "mine"
    return "asked" if card.asked or not card.wordings else "only_prepared"


def best_answer(card: Card) -> BestAnswer | None:
    """The best answer to a question so far, or None."""
    if card.topic and card.topic.best_answer.strip():
        return BestAnswer(card.topic.best_answer, "topic")
    for question in reversed(card.wordings):
        if question.better_answer.strip():
            return BestAnswer(question.better_answer, "wished")
    for question in reversed(card.wordings):
        if question.answer.strip() and (question.rating or 0) >= _WELL:
            return BestAnswer(question.answer, "given")
    return None


def _latest(workbook: Workbook, entry: BankTopic) -> tuple[date, str]:
    """The day of the latest interview that it came up in, and the time if that is known."""
    held = (workbook.interview(one.interview_id) for one in entry.askings)
    return max((chronological(interview)[:2] for interview in held if interview), default=(date.min, ""))
