"""Ratings that were first given after the answer was known: hindsight, which no verdict takes."""

from collections.abc import Iterable
from datetime import date, datetime

from lib.insight.wording import counted
from lib.records.interview import Interview
from lib.records.rating import Rating


def timely_ratings(ratings: Iterable[Rating], interviews: Iterable[Interview]) -> tuple[tuple[Rating, ...], int]:
    """The scores of these interviews that were given by the day of the answer, and how many came after it."""
    answered = {entry.id: entry.outcome_on for entry in interviews}
    given = [entry for entry in ratings if entry.score is not None and entry.interview_id in answered]
    timely = tuple(entry for entry in given if not _is_after(entry.rated_at, answered[entry.interview_id]))
    return timely, len(given) - len(timely)


def late_sentence(late: int) -> str:
    """How many ratings are hindsight."""
    if not late:
        return ""
    return f"{counted(late, 'rating')} given after the answer {'is' if late == 1 else 'are'} hindsight and not counted."


def _is_after(moment: datetime | None, day: date | None) -> bool:
    return moment is not None and day is not None and moment.date() > day
