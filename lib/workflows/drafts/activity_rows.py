"""What the form of an activity writes: its row, and the application whose status it corrects."""

from collections.abc import Iterator
from datetime import date, datetime

from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.history import status_of
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.workflows.drafts.record_entry import AnsweredForm
from lib.workflows.errors import Incomplete


def activity_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    """The activity, and the application if its present status came with it."""
    workbook, after = answered.workbook, answered.record(Activity)
    refuse_ahead(after.on, answered.now)
    application = workbook.application(after.application_id)
    row = after.changed(company=application.company) if application else after
    return (*_status_corrected(workbook, answered.known(Activity), after), row)


def refuse_ahead(day: date, now: datetime) -> None:
    """Raise ``Incomplete`` for a day that is still to come."""
    if day > now.date():
        raise Incomplete("That day is in the future.", "Choose today or a day before.")


def _status_corrected(workbook: Workbook, before: Activity | None, after: Activity) -> Iterator[Application]:
    """The application, if the change that was corrected is the one that brought its present status."""
    if before is None or before.kind not in ("status", "application"):
        return
    application = workbook.application(before.application_id)
    if application and (application.status, application.status_on) == (status_of(before), before.on):
        yield application.changed(status=status_of(after), status_on=after.on)
