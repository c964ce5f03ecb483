"""Twelve questions that most interviews bring, to practise before anybody asked one.

They are cards that the workbook doesn't hold: nothing counts them. One that is answered becomes a prepared question,
whose id still shows where it came from.
"""

from typing import Final

from lib.practice.cards import Card, cards
from lib.records.question import Question, wording_key
from lib.records.vocabulary import Category
from lib.records.workbook import Workbook, cached_per_workbook

LABEL = "Common question"
"""What each of them is marked as on the screen."""

_PREFIX = "common-"
_QUESTIONS: Final[tuple[tuple[str, Category, str], ...]] = (
    ("yourself", "background", "Tell me about yourself"),
    ("why-here", "motivation", "Why do you want to work here?"),
    ("strengths", "background", "What are your strengths?"),
    ("weakness", "curveball", "What's your biggest weakness?"),
    ("leaving", "motivation", "Why are you leaving your current job?"),
    ("conflict", "behavioural", "Tell me about a conflict at work and how you handled it"),
    ("mistake", "behavioural", "Tell me about a mistake you made and what you learned"),
    ("proud", "behavioural", "Which achievement are you most proud of?"),
    ("pressure", "situational", "How do you handle pressure and tight deadlines?"),
    ("why-you", "motivation", "Why should we choose you?"),
    ("five-years", "motivation", "Where do you see yourself in five years?"),
    ("pay", "compensation", "What salary do you expect?"),
)


def _card(key: str, category: Category, text: str) -> Card:
    question = Question(
        id=f"{_PREFIX}{key}",
        asked_by="them",
        asked=False,
        text=text,
        category=category,
        prepared=True,
        kind_guessed=True,
    )
    return Card(question.id, None, (question,))


COMMON: Final = tuple(_card(*one) for one in _QUESTIONS)
"""The cards, those that come up most first."""


def is_common(card: Card) -> bool:
    """Whether it is one of the twelve, answered or not, and nobody has asked it yet."""
    return not card.asked and any(one.id.startswith(_PREFIX) for one in card.wordings)


def common_card(card_id: str) -> Card | None:
    """The one of the twelve with that id, as it is before it was answered."""
    return next((card for card in COMMON if card.id == card_id), None)


@cached_per_workbook
def common_left(workbook: Workbook) -> tuple[Card, ...]:
    """Those of the twelve to offer: all that the workbook doesn't hold yet; none once a question was asked."""
    known = cards(workbook)
    if any(card.asked for card in known):
        return ()
    wordings = [one for card in known for one in card.wordings]
    ids, keys = {one.id for one in wordings}, {wording_key(one.text) for one in wordings}
    return tuple(card for card in COMMON if card.id not in ids and wording_key(card.text) not in keys)
