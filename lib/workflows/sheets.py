"""The sheet of one interview together with what is still to be found out about the job."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.decide.fit import job_fit
from lib.followup.sheet import Sheet, sheet_for
from lib.records.workbook import Workbook

ASKED = 5
"""At most so many criteria become questions on one sheet, those that weigh most."""


def full_sheet(workbook: Workbook, interview_id: str, now: datetime, zone: ZoneInfo) -> Sheet | None:
    """The sheet of any interview, what is not known of the job among its questions; None for no such interview."""
    sheet = sheet_for(workbook, interview_id, now, zone)
    return sheet.asking(questions_about(workbook, sheet.interview.application_id, now.date())) if sheet else None


def questions_about(workbook: Workbook, application_id: str, today: date) -> tuple[str, ...]:
    """What to ask so that the weightiest unknown criteria become known, once the job is weighed at all."""
    if not any(row.application_id == application_id for row in workbook.fit):
        return ()
    return tuple(asking.question for asking in job_fit(workbook, application_id, today).questions[:ASKED])
