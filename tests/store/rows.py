"""Rows that the store's tests save, and files as other programs write them."""

from collections.abc import Callable
from pathlib import Path

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.record import Record
from lib.store import Problem, Store, Transaction

APPLICATION = Application(id="ap-north", company="Northwind", role="Data engineer")
INTERVIEW = Interview.model_validate(
    {"id": "iv-first", "application_id": "ap-north", "state": "done", "held_at": "2026-11-19", "stage": "panel"}
)
RATING = Rating(interview_id="iv-first", dimension="clarity", score=3)
FIRST = Transaction("First", put=(APPLICATION, INTERVIEW, RATING), undoable=True)


def listed(store: Store, *rows: Record) -> dict[tuple[str, tuple[str, ...]], str]:
    """The current versions of rows."""
    loaded = store.load()
    return {(row.file, row.identity): loaded.row_version(row) for row in rows}


def edit(store: Store, *rows: Record, undoable: bool = True) -> Transaction:
    """A change of rows that were just loaded."""
    return Transaction("An edit", put=rows, row_versions=listed(store, *rows), undoable=undoable)


def write(store: Store, file: str, text: str | bytes) -> Path:
    """A file as another program leaves it."""
    path = store.folder / file
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def from_outside(store: Store, file: str, change: Callable[[bytes], bytes]) -> None:
    path = store.folder / file
    path.write_bytes(change(path.read_bytes()))


def problem(store: Store) -> Problem:
    """The one problem that the folder has."""
    (found,) = store.load().problems
    return found
