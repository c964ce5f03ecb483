"""One search after another: where each began and ended, and the part of the workbook that belongs to it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lib.insight.selection import select
from lib.records.activity import Activity
from lib.records.workbook import Workbook, cached_per_workbook

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Search:
    """One search, numbered from 1, from ``since`` to ``until``; both days belong to it.

    ``since`` is None for the first, which includes everything before, and ``until`` while it is running. ``started_on``
    is the day that the person noted as its start, ``began`` and ``ended`` are the words noted with start and end.
    """

    number: int
    since: date | None = None
    until: date | None = None
    started_on: date | None = None
    ended: str = ""

    @property
    def is_over(self) -> bool:
        """Whether its end is noted."""
        return self.until is not None


@cached_per_workbook
def searches(workbook: Workbook) -> tuple[Search, ...]:
    """Every search that the activities 'search started' and 'search ended' delimit, the oldest first; at least one.

    What comes after an end belongs to the next search. A start without an end before it closes the running search, the
    day before; the first start does so only if an interview was held before it.
    """
    found: list[Search] = []
    going = Search(1)
    for act in sorted(
        filter(_is_mark, workbook.activity), key=lambda act: (act.on, act.kind != "search_ended", act.id)
    ):
        if act.kind == "search_ended":
            if going.since is None or act.on >= going.since:
                found.append(replace(going, until=act.on, ended=act.note))
                going = Search(len(found) + 1, since=act.on + _DAY)
        elif _opens_another(workbook, going, act):
            found.append(replace(going, until=act.on - _DAY))
            going = Search(len(found) + 1, since=act.on, started_on=act.on)
        elif going.started_on is None:
            going = replace(going, started_on=act.on)
    return (*found, going)


@cached_per_workbook
def current_search(workbook: Workbook) -> Search:
    """The running search or, after its end, the last one until a new one starts."""
    *earlier, going = searches(workbook)
    if not earlier or going.started_on is not None or _is_begun(workbook, going):
        return going
    return earlier[-1]


def of_search(workbook: Workbook, search: Search) -> Workbook:
    """The part of the workbook that belongs to that search.

    Interviews belong to it by their day, applications with one of their interviews or by the day they were sent. An
    application without a day and without an interview belongs to the search that goes on.
    """
    if search.since is None and search.until is None:
        return workbook
    part = select(workbook, search.since, search.until)
    kept = {entry.id for entry in part.applications}
    interviewed = {entry.application_id for entry in workbook.interviews}
    applications = tuple(
        entry
        for entry in workbook.applications
        if entry.id in kept or (not search.is_over and entry.applied_on is None and entry.id not in interviewed)
    )
    activity = tuple(act for act in workbook.activity if _is_within(act.on, search))
    return replace(part, applications=applications, activity=activity)


def _is_mark(act: Activity) -> bool:
    return act.kind in ("search_started", "search_ended")


def _opens_another(workbook: Workbook, going: Search, act: Activity) -> bool:
    if going.started_on is not None:
        return act.on > going.started_on
    return going.number == 1 and any(entry.held_on < act.on for entry in workbook.debriefed[:1])


def _is_begun(workbook: Workbook, search: Search) -> bool:
    """Whether an interview was held in it, or an application sent: one left in the calendar begins nothing."""
    sent = (entry.applied_on for entry in workbook.applications)
    held = (entry.held_on for entry in workbook.debriefed)
    return any(day is not None and _is_within(day, search) for day in (*sent, *held))


def _is_within(day: date, search: Search) -> bool:
    return (search.since is None or day >= search.since) and (search.until is None or day <= search.until)
