"""What a person does with the hard questions: grade a try, group and split wordings, choose, suspend."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from lib.english import one_line
from lib.practice import regrouping
from lib.practice.cards import Card, cards
from lib.practice.common_questions import common_card
from lib.practice.schedule import read_log
from lib.records.practice import Review
from lib.records.record import Record
from lib.records.story import Story
from lib.records.vocabulary import Grade, Practise
from lib.records.workbook import Workbook
from lib.store import Receipt, Store, Transaction
from lib.workflows.errors import Gone
from lib.workflows.ids import stable_id

LONGEST_TRY = timedelta(minutes=30)
"""A question open for longer was abandoned: the length of the try is then unknown."""


@dataclass(frozen=True)
class Try:
    """One try at a card, as it was shown: ``token`` is the same for both clicks of a double click, and ``seen`` counts
    the reviews that the log held of it then."""

    card_id: str
    token: str
    shown_at: datetime
    seen: int


@dataclass(frozen=True)
class Logged:
    """A review in the log. ``receipt`` is None if the first of two clicks has written it; ``others`` are reviews of the
    same card that other windows wrote while this try was open."""

    review: Review
    receipt: Receipt | None
    others: tuple[Review, ...]


def card_of(workbook: Workbook, card_id: str) -> Card | None:
    """The card of a topic, or the one that a wording of that id belongs to today; or a common question."""
    every = cards(workbook)
    whole = next((card for card in every if card.id == card_id), None)
    part = whole or next((card for card in every if any(one.id == card_id for one in card.wordings)), None)
    return part or common_card(card_id)


def grade_try(store: Store, one: Try, grade: Grade, now: datetime) -> Logged:
    """Write a review into the practice log; a common question becomes a prepared one. ``store.undo`` takes it back.

    Raises ``Gone`` if the question was deleted, and what the store raises.
    """
    loaded = store.load_whole()
    card = _standing(loaded.workbook, one.card_id)
    review_id = stable_id("rv", one.token, one.card_id)
    written = loaded.workbook.find(Review, review_id)
    if written:
        return Logged(written, None, ())
    review = Review(
        id=review_id,
        question_id=card.wordings[-1].id if card.wordings else "",
        topic_id=card.topic.id if card.topic else "",  # a wording finds its topic by itself
        reviewed_at=now.replace(microsecond=0),
        grade=grade,
        minutes=_minutes(now - one.shown_at),
    )
    prepared = _prepared(card)
    change = Transaction(
        label=f"Practised: {one_line(card.text, 60)}",
        put=(*prepared, review),
        row_versions=loaded.row_versions_of(prepared),
        undoable=True,
    )
    receipt = store.commit(change, now)
    log = read_log(loaded.workbook, now)
    return Logged(review, receipt, log.reviews.get(card.id, ())[one.seen :])


def _prepared(card: Card) -> tuple[Record, ...]:
    """The rows that make a common question a prepared one, which stays in practice; none for any other."""
    if common_card(card.id) is None:
        return ()
    return regrouping.set_practise(card, "yes", stable_id("tp", card.id))


def choose_practise(store: Store, card_id: str, practise: Practise, now: datetime) -> Receipt:
    """Put a question into practice, set it aside, or leave it to its ratings."""
    label = {"yes": "Added to practice", "suspended": "No longer asked", "auto": "Practised by its ratings"}[practise]
    return _put(store, card_id, label, lambda card, new_id: regrouping.set_practise(card, practise, new_id), now)


def join(store: Store, card_id: str, other_id: str, now: datetime) -> Receipt:
    """Confirm that another card is the same question: its wordings become this one's."""
    loaded = store.load_whole()
    other = _standing(loaded.workbook, other_id)
    return _put(store, card_id, "Joined", lambda card, new_id: regrouping.merge_cards(card, other, new_id), now)


def split_off(store: Store, card_id: str, question_id: str, now: datetime) -> Receipt | None:
    """Make one wording a question of its own. None if it's on its own already."""
    loaded = store.load_whole()
    card = _standing(loaded.workbook, card_id)
    put = regrouping.split_card(card, [question_id], stable_id("tp", question_id, now.isoformat()))
    if not put:
        return None
    label = f"Separated: {one_line(card.text, 60)}"
    return store.commit(loaded.transaction(label, put), now)


def remove_story(store: Store, story_id: str, now: datetime) -> Receipt:
    """Take a story out of the workbook, and off the questions that name it. ``store.undo`` brings all of it back."""
    loaded = store.load_whole()
    story = loaded.workbook.find(Story, story_id)
    if story is None:
        raise Gone("This story")
    put = (
        *(row.changed(story_id="") for row in loaded.workbook.topics if row.story_id == story_id),
        *(row.changed(story_id="") for row in loaded.workbook.questions if row.story_id == story_id),
    )
    return store.commit(loaded.transaction(story.title, put, (story,)), now)


def _put(
    store: Store, card_id: str, label: str, changed: Callable[[Card, str], tuple[Record, ...]], now: datetime
) -> Receipt:
    loaded = store.load_whole()
    card = _standing(loaded.workbook, card_id)
    put = changed(card, stable_id("tp", card.id, now.isoformat()))
    whole = f"{label}: {one_line(card.text, 60)}"
    return store.commit(loaded.transaction(whole, put), now)


def _standing(workbook: Workbook, card_id: str) -> Card:
    card = card_of(workbook, card_id)
    if card is None:
        raise Gone("This question")
    return card


def _minutes(taken: timedelta) -> float | None:
    """How long a try took; None if the clock was turned back meanwhile, or the question was abandoned."""
    if not timedelta(0) < taken <= LONGEST_TRY:
        return None
    return round(taken.total_seconds() / 60, 1)
