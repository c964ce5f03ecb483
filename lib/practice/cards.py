"""A card is a topic: the wordings that are one question, and whether it is practised."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from lib.records.question import Question, wording_key
from lib.records.topic import Topic
from lib.records.workbook import Workbook, cached_per_workbook


@dataclass(frozen=True)
class Card:
    """A topic with its wordings, the oldest first.

    ``id`` is the topic's. A wording without a topic makes a card of its own, together with those in the very same
    words: its ``topic`` is None and its ``id`` that of the oldest wording. A topic may have lost all its wordings.
    """

    id: str
    topic: Topic | None
    wordings: tuple[Question, ...]

    @property
    def text(self) -> str:
        """The question in the topic's words, or as last worded."""
        return self.topic.text if self.topic else self.wordings[-1].text

    @cached_property
    def category(self) -> str:
        """The kind that the person last chose for a wording, else the one last guessed, or empty text."""
        with_kind = [entry for entry in self.wordings if entry.category]
        chosen = [entry for entry in with_kind if not entry.kind_guessed]
        return next((entry.category or "" for entry in reversed(chosen or with_kind)), "")

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The wordings that they asked for real."""
        return tuple(entry for entry in self.wordings if entry.was_asked)

    @cached_property
    def is_mine(self) -> bool:
        """Whether it is a question that I put to them; those are not practised."""
        return bool(self.wordings) and all(entry.asked_by == "me" for entry in self.wordings)

    @cached_property
    def is_hard(self) -> bool:
        """Whether it was hard in any interview: tapped so, or its answer rated 1 or 2."""
        return any(entry.is_hard for entry in self.asked)

    @property
    def is_chosen(self) -> bool:
        """Whether the person put it into practice."""
        return self.topic is not None and self.topic.practise == "yes"

    @property
    def is_suspended(self) -> bool:
        """Whether the person set it aside."""
        return self.topic is not None and self.topic.practise == "suspended"

    @property
    def is_practised(self) -> bool:
        """Whether it is in practice: by choice, or because it was hard; not if suspended."""
        return not self.is_mine and not self.is_suspended and (self.is_chosen or self.is_hard)


@cached_per_workbook
def cards(workbook: Workbook) -> tuple[Card, ...]:
    """Every topic and every wording without one as a card, in the order in which they first came up.

    Grouping is read from ``topic_id`` alone, also where the row of that topic is gone. Topics that have lost all their
    wordings come last.
    """
    topics = {topic.id: topic for topic in workbook.topics}
    groups: dict[str, list[Question]] = defaultdict(list)
    for question in questions_in_order(workbook):
        groups[question.topic_id or f"\n{_side(question)}{wording_key(question.text)}"].append(question)
    grouped = [_card(key, topics, tuple(wordings)) for key, wordings in groups.items()]
    empty = [Card(topic.id, topic, ()) for topic in workbook.topics if topic.id not in groups]
    return (*grouped, *empty)


def _card(key: str, topics: dict[str, Topic], wordings: tuple[Question, ...]) -> Card:
    is_own = key.startswith("\n")
    return Card(wordings[0].id if is_own else key, None if is_own else topics.get(key), wordings)


def _side(question: Question) -> str:
    return "me " if question.asked_by == "me" else "them "


def questions_in_order(workbook: Workbook) -> tuple[Question, ...]:
    """All questions, in the order of their interviews and within one by position; those of none come first."""
    order = {entry.id: number for number, entry in enumerate(workbook.by_time)}
    return tuple(
        sorted(
            workbook.questions,
            key=lambda entry: (order.get(entry.interview_id, -1), entry.position or 0, entry.id),
        )
    )


def card_by_question(found: tuple[Card, ...]) -> dict[str, Card]:
    """The card of each wording, by the wording's id."""
    return {question.id: card for card in found for question in card.wordings}
