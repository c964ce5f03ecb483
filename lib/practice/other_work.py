"""Which questions come from another line of work, and make no sense before this interview."""

from lib.practice.cards import Card
from lib.practice.common_questions import COMMON
from lib.practice.grouping import WordingIndex
from lib.records.question import Question
from lib.records.role_likeness import unlike_applications
from lib.records.workbook import Workbook

_COMMON = WordingIndex(COMMON)


class OtherWork:
    """The other lines of work, as seen from one application."""

    def __init__(self, workbook: Workbook, application_id: str) -> None:
        self._unlike = unlike_applications(workbook, application_id)
        self._homes = {entry.id: entry.application_id for entry in workbook.interviews}

    def is_of(self, card: Card) -> bool:
        """Whether it came up nowhere but in other work, and isn't one that any interview asks."""
        theirs = [one for one in card.wordings if one.asked_by != "me"]
        return bool(theirs) and all(map(self._is_there, theirs)) and not _is_asked_anywhere(card)

    def without(self, wordings: tuple[Question, ...]) -> tuple[Question, ...]:
        """The wordings that did not come up in other work."""
        return tuple(one for one in wordings if not self._is_there(one))

    def _is_there(self, question: Question) -> bool:
        return (self._homes.get(question.interview_id) or question.application_id) in self._unlike


def _is_asked_anywhere(card: Card) -> bool:
    return any(found.looks_the_same for one in card.wordings for found in _COMMON.suggest(one.text, 1))
