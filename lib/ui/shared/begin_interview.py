"""The way to the form of an interview still to come, for an application that is known."""

from dataclasses import replace
from datetime import date, time

from lib.records.vocabulary import Stage
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context
from lib.ui.routes import Route
from lib.workflows.drafts.upcoming import begin_upcoming


def next_one(
    context: Context,
    application_id: str,
    on: date | None = None,
    begins: time | None = None,
    stage: Stage | None = None,
) -> Route:
    """The form, with the application filled in if it is still there, and what is known of day, time and type."""
    draft = begin_upcoming(RANDOM)
    known = {
        "application": application_id if context.workbook.application(application_id) else "",
        "date": on.isoformat() if on else "",
        "time": begins.strftime("%H:%M") if begins else "",
        "stage": stage or "",
    }
    draft = replace(draft, values={field: words for field, words in known.items() if words})
    OPEN_DRAFTS.open(session.tab(), draft.id, draft)
    return routes.unfinished_interview(draft.id)
