"""What several pages call an application and an interview, in plain words."""

from lib.records.application import Application
from lib.records.application_names import application_name
from lib.records.interview import Interview
from lib.records.zones import spoken_when
from lib.ui.context import Context


def application_title(application: Application | None, context: Context) -> str:
    """'Northwind, data engineer', for places that show text as it is; told apart from another one of these names."""
    if application is None:
        return "An application that is not there any more"
    return application_name(context.workbook, application, context.today, dates=context.dates)


def stage_and_day(interview: Interview, context: Context) -> str:
    """'Technical, Thursday 19 November, 14:00'; of a take-home that is worked on 'Technical, due Friday 4 December'."""
    if interview.work_until and interview.due_on:
        return f"{interview.type}, due {context.dates.near_day(interview.due_on, context.today)}"
    return f"{interview.type}, {spoken_when(interview, context.now, context.zone, dates=context.dates)}"
