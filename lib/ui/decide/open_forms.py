"""The larger forms of the Decide page, each kept as a draft until it is saved: opened, and left."""

from collections.abc import Callable
from functools import partial

from lib.store import Draft
from lib.ui import places, session
from lib.ui.drafts import leaving, saving
from lib.ui.drafts.fields import Form, catch_up, held_unless_untouched
from lib.ui.visit import DESK, Visit
from lib.workflows.editing import is_changed


def opened(visit: Visit, record_id: str, screen: str, begin: Callable[[], Draft]) -> Form:
    """The form of one draft: the one that this tab has open, else one that waits, else a new one."""
    name, tab = f"{record_id}/{screen}", session.tab()
    draft = held_unless_untouched(name, visit.store)
    if draft is None:
        waiting = (entry for entry in visit.drafts if (entry.record_id, entry.screen) == (record_id, screen))
        draft = DESK.put(tab, name, next(filter(is_changed, waiting), None) or begin())
    return Form(name, draft)


def ways(form: Form) -> None:
    """Save, and the way out."""
    leaving.ways(partial(_save, form.name), "Leave it as it was", form.name, form.draft, close)


def _save(name: str) -> None:
    catch_up(name, blanks=True)
    draft = DESK.get(session.tab(), name)
    is_new = draft is None or is_changed(draft)
    saving.save_draft(name, "Saved." if is_new else "Nothing was entered, so all stands as it did.")
    if not session.problem():
        close()


def close() -> None:
    """Back to the view that the form was opened from: a callback."""
    places.turn(part="")


def turn_to(part: str) -> None:
    """Turn to a form: a callback."""
    places.turn(part=part)
