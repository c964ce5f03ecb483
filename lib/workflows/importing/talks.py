"""Which interview here a found one is: told apart by time, kind, people and questions, each taken once."""

from collections.abc import Sequence
from datetime import date, datetime

from lib.exchange.importing.parsed_rows import ParsedInterview
from lib.records.application import match_key
from lib.records.interview import Interview
from lib.records.workbook import Workbook


class Talks:
    """The interviews of a workbook by company and day, with who was met and what was asked."""

    def __init__(self, workbook: Workbook) -> None:
        self._by_id = workbook.by_id(Interview)
        self._days: dict[tuple[str, date], list[Interview]] = {}
        for interview in workbook.interviews:
            where = (match_key(workbook.company_of(interview.application_id)), interview.held_on)
            self._days.setdefault(where, []).append(interview)
        self._people: dict[str, list[str]] = {}
        for talk in workbook.conversations:
            self._people.setdefault(talk.interview_id, []).append(workbook.name_of(talk.person_id))
        self._questions: dict[tuple[str, str], list[str]] = {}
        for question in workbook.questions:
            self._questions.setdefault((question.interview_id, question.asked_by or ""), []).append(question.text)

    def people(self, interview: Interview) -> list[str]:
        """The names of those who were met there."""
        return self._people.get(interview.id, [])

    def questions(self, interview: Interview, by: str) -> list[str]:
        """What was asked there, by 'them' or by 'me'."""
        return self._questions.get((interview.id, by), [])

    def matched(self, found: Sequence[ParsedInterview], ids: Sequence[str]) -> dict[int, tuple[Interview, bool]]:
        """The interview that each is, by its place, and whether nothing speaks against it.

        Those that fit best come first; an interview here is at most one of the file's. ``ids`` are the ids that the
        found ones would get, which identify an earlier import.
        """
        offers: list[tuple[int, int, Interview]] = []
        for place, one in enumerate(found):
            day = date.fromisoformat(one.fields["held_at"][:10])
            for here in self._days.get((match_key(one.company), day), ()):
                score = self._score(one, here)
                if here.id == ids[place]:
                    score += 3 if score > 0 else 1
                offers.append((score, place, here))
            known = self._by_id.get(ids[place])
            if known is not None and known.held_on != day:
                offers.append((1, place, known))
        taken: dict[int, tuple[Interview, bool]] = {}
        claimed: set[str] = set()
        for score, place, here in sorted(offers, key=lambda offer: (-offer[0], offer[1])):
            if place not in taken and here.id not in claimed and score > -2:
                taken[place] = (here, score > 0)
                claimed.add(here.id)
        return taken

    def _score(self, found: ParsedInterview, here: Interview) -> int:
        """How well the two agree, from 1; -1 where only the kind differs, -2 if they are two talks."""
        theirs = {match_key(one.name) for one in found.people}
        mine = {match_key(name) for name in self.people(here)}
        asked = {match_key(text) for text in found.asked}
        known = {match_key(text) for text in self.questions(here, "them")}
        is_other_time = not _same_time(found.fields["held_at"], here.held_at)
        is_other_company = bool(theirs and mine and not theirs & mine)
        has_other_questions = bool(asked and known and not asked & known and not theirs & mine)
        if is_other_time or is_other_company or has_other_questions:
            return -2
        if asked and known and not asked & known:
            return -2
        stage = found.fields["stage"]
        if "other" not in (stage, here.stage) and stage != here.stage:
            return 2 * len(theirs & mine) + 2 * len(asked & known) or -1
        return 1 + 2 * len(theirs & mine) + 2 * len(asked & known) + (stage == here.stage)


def _same_time(theirs: str, mine: date) -> bool:
    """Whether two moments can be one: the same instant, or one of them without a time."""
    if "T" not in theirs or not isinstance(mine, datetime):
        return True
    return datetime.fromisoformat(theirs) == mine
