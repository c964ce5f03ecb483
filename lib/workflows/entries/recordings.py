"""Which recordings are about a question, and which about a person."""

from collections.abc import Iterable

from lib.practice.cards import Card, cards
from lib.records.workbook import Workbook
from lib.store import Recording, key_of
from lib.workflows.entries.mentions import Mentions
from lib.workflows.entries.practising import card_of


def recorded_id(card: Card) -> str:
    """The record whose id a recording of that question bears: its latest wording, which finds its topic by itself."""
    return card.wordings[-1].id if card.wordings else card.id


def recordings_of(card: Card, recordings: Iterable[Recording]) -> tuple[Recording, ...]:
    """The recordings of one question, whichever wording or topic they were made under."""
    keys = {key_of(each) for each in (card.id, *(one.id for one in card.wordings))}
    return tuple(one for one in recordings if one.key in keys)


def question_of(workbook: Workbook, recording: Recording) -> str:
    """The question that was answered; empty if it is gone."""
    card = card_of(workbook, recording.key) or next(
        (card for card in cards(workbook) if recordings_of(card, (recording,))), None
    )
    return card.text if card else ""


def recordings_about(
    workbook: Workbook, recordings: Iterable[Recording], person_id: str, mentions: Mentions
) -> tuple[str, ...]:
    """The names of those that answer what was asked if that person was met, or a question that names them."""
    met = {talk.interview_id for talk in workbook.conversations if talk.person_id == person_id}
    about = [card for card in cards(workbook) if _is_about(card, met, mentions)]
    every = tuple(recordings)
    return tuple(sorted({one.name for card in about for one in recordings_of(card, every)}))


def _is_about(card: Card, met: set[str], mentions: Mentions) -> bool:
    texts = [card.text, *(text for one in card.wordings for text in (one.text, one.answer, one.better_answer))]
    texts += [card.topic.best_answer] if card.topic else []
    return any(one.interview_id in met for one in card.wordings) or any(mentions.is_in(text) for text in texts)
