"""The way to the form of an interview still to come, for an application that is known."""

from dataclasses import replace

from lib.ui import places, session
from lib.ui.places import Place
from lib.ui.visit import OPEN_DRAFTS, RANDOM, Visit
from lib.workflows.drafts.upcoming import begin_upcoming


def next_one(visit: Visit, application_id: str) -> Place:
    """The form, with the application filled in if it is still there."""
    draft = begin_upcoming(RANDOM)
    if visit.workbook.application(application_id):
        draft = replace(draft, values={"application": application_id})
    OPEN_DRAFTS.put(session.tab(), draft.id, draft)
    return places.unfinished_interview(draft.id)
