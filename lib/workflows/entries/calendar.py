"""The calendar of a workbook, in words that are read on other days."""

from collections.abc import Iterable
from dataclasses import replace

from lib.exchange.calendar import Titles, calendar_file, due_tasks
from lib.records.workbook import Workbook
from lib.store import Draft
from lib.workflows.entries.tasks import LocalTime, plan_for


def calendar_of(
    workbook: Workbook, drafts: Iterable[Draft], local_time: LocalTime, titles: Titles = "neutral"
) -> bytes:
    """The coming interviews and what is due as one .ics file; no day in it is 'today'."""
    plan = plan_for(workbook, drafts, replace(local_time, dates=local_time.dates.absolute))
    return calendar_file(
        workbook.interviews, workbook.applications, due_tasks(plan, local_time.zone), local_time.now, titles
    )
