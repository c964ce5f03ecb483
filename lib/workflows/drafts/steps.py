"""What is done in one click in the search: a status moved, a favourite marked, a step with a reference dated."""

from dataclasses import replace
from datetime import date, datetime
from typing import Literal, get_args

from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.vocabulary import Status
from lib.store import LoadedWorkbook, Receipt, Store
from lib.workflows.drafts.record_editing import find_record
from lib.workflows.entries.reopening import status_moved, what_opened
from lib.workflows.errors import Gone

AskStep = Literal["asked", "agreed", "briefed", "contacted", "thanked", "told"]
"""The steps of a favour, in their usual order."""

STEPS: tuple[AskStep, ...] = get_args(AskStep)


def move_application(store: Store, application_id: str, status: Status, on: date, token: str, now: datetime) -> Receipt:
    """Move an application to another status as of the day ``on``, with the activity that remembers it.

    Raises ``Gone`` if it was deleted, and what the store raises. ``store.undo`` takes it back.
    """
    loaded = store.load_whole()
    application = _application(loaded, application_id)
    applied = {"applied_on": on} if status == "applied" and application.applied_on is None else {}
    if application.status == status:
        return store.commit(loaded.transaction(f"{application.company}, {application.role}", ()), now)
    put = status_moved(loaded.workbook, application.changed(**applied), status, on, token)
    receipt = store.commit(loaded.transaction(f"{application.company}, {application.role}", put), now)
    return replace(receipt, message=what_opened(loaded.workbook, put))


def mark_favourite(store: Store, application_id: str, on: bool, now: datetime) -> Receipt:
    """Mark an application as a favourite, or no more. Raises ``Gone`` if it was deleted."""
    loaded = store.load_whole()
    application = _application(loaded, application_id)
    label = f"{application.company}, {application.role}"
    return store.commit(loaded.transaction(label, (application.changed(favourite=on or None),)), now)


def date_step(store: Store, ask_id: str, step: AskStep, on: date | None, now: datetime) -> Receipt:
    """Date one step of a favour, or take its date back with None. Raises ``Gone`` if it was deleted."""
    loaded = store.load_whole()
    ask = find_record(loaded.workbook, "asks", ask_id)
    if not isinstance(ask, Ask):
        raise Gone("This favour")
    return store.commit(loaded.transaction("A step with a reference", (ask.changed(**{f"{step}_on": on}),)), now)


def _application(loaded: LoadedWorkbook, application_id: str) -> Application:
    application = loaded.workbook.application(application_id)
    if application is None:
        raise Gone("This application")
    return application
