"""The moments at which an interview was to be before it was moved, kept as rows of the activity."""

from datetime import date, datetime

from lib.records.activity import Activity
from lib.records.interview import Interview
from lib.records.workbook import Workbook, cached_per_workbook


def reschedule_of(before: Interview, after: Interview, on: date, row_id: str) -> Activity | None:
    """The row that remembers when the interview was to be; None if it wasn't moved.

    A time of day that becomes known on the same day is no move, and what was held already can't be moved: its day was
    noted wrongly.
    """
    if before.is_debriefed or before.held_at == after.held_at or _is_time_told(before, after):
        return None
    return Activity(
        id=row_id,
        on=on,
        kind="interview_moved",
        application_id=after.application_id,
        note=before.held_at.isoformat(),
        interview_id=before.id,
    )


def _is_time_told(before: Interview, after: Interview) -> bool:
    return not isinstance(before.held_at, datetime) and before.held_at == after.held_on


def earlier_moments(workbook: Workbook, interview_id: str) -> tuple[date, ...]:
    """The interview's earlier times, oldest first: on the clock they were noted by, or bare days."""
    return _moments(workbook).get(interview_id, ())


@cached_per_workbook
def _moments(workbook: Workbook) -> dict[str, tuple[date, ...]]:
    found: dict[str, tuple[date, ...]] = {}
    for row in sorted(workbook.activity, key=lambda row: row.on):
        moment = _moment(row.note) if row.kind == "interview_moved" else None
        if moment is not None:
            found[row.interview_id] = (*found.get(row.interview_id, ()), moment)
    return found


def _moment(note: str) -> date | None:
    """The moment that a note holds; None if somebody wrote something else there."""
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(note.strip())
        except ValueError:
            continue
    return None
