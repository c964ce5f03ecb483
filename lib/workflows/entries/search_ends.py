"""Ending a search and starting the next one: each a dated activity that undo takes back."""

from datetime import datetime

from lib.insight.searches import current_search, searches
from lib.records.activity import Activity
from lib.records.vocabulary import ActivityKind
from lib.records.workbook import Workbook
from lib.store import Receipt, Store, Transaction
from lib.workflows.ids import stable_id


def end_search(store: Store, now: datetime) -> Receipt | None:
    """Note that the search that goes on is over, as of today. None if that is noted already.

    Raises what the store raises.
    """
    workbook = store.load_whole().workbook
    if current_search(workbook).is_over:
        return None
    return _commit_activity(store, workbook, "search_ended", now)


def begin_search(store: Store, now: datetime) -> Receipt | None:
    """Note that a new search begins, as of today. None if one goes on. Raises what the store raises."""
    workbook = store.load_whole().workbook
    if not current_search(workbook).is_over:
        return None
    return _commit_activity(store, workbook, "search_started", now)


def _commit_activity(store: Store, workbook: Workbook, kind: ActivityKind, now: datetime) -> Receipt:
    """The id follows from the searches so far: two clicks at once make one row."""
    number = str(len(searches(workbook)))
    act = Activity(id=stable_id("ac", "search", kind, number), on=now.date(), kind=kind)
    label = "The end of the search" if kind == "search_ended" else "A new search"
    return store.commit(Transaction(label=label, put=(act,), undoable=True), now)
