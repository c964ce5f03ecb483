"""What can keep a save from happening, each in the words that the person reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lib.records.errors import AfterwordError
from lib.records.record import Key, Record

NOTHING_CHANGED = "Nothing in the files was changed, and what you entered is kept."


@dataclass(frozen=True)
class ConflictRow:
    """A row that changed in the file since it was loaded.

    ``mine`` is the row that was to be saved (None: it was to be removed), ``theirs`` the row in the file now (None: it
    is gone).
    """

    file: str
    identity: Key
    mine: Record | None
    theirs: Record | None


class Conflict(AfterwordError):
    """Rows were changed elsewhere since they were loaded; nothing was overwritten."""

    def __init__(self, rows: tuple[ConflictRow, ...]) -> None:
        self.rows = rows
        places = ", ".join(f"{row.file} ({' '.join(row.identity)})" for row in rows[:3])
        more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""
        super().__init__(
            f"This was changed elsewhere in the meantime: {places}{more}.",
            "Nothing was overwritten, and what you entered is kept.",
            "Look at both versions and choose which one to keep.",
        )


class ReadOnly(AfterwordError):
    """The workbook as a whole may not be written at present."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, NOTHING_CHANGED, "Open Your data to repair it.")


class SaveFailed(AfterwordError):
    """The disk, a permission, or a text that no CSV file can hold kept the save from happening."""

    def __init__(self, happened: str, kept: str = NOTHING_CHANGED, next_step: str = "Please try again.") -> None:
        super().__init__(happened, kept, next_step)


class RowUnreadable(SaveFailed):
    """A row with this id is in the file but cannot be read, so it may not be written over."""

    def __init__(self, file: str, identity: Key, line: int) -> None:
        super().__init__(
            f"In {file}, line {line} has the same id ({' '.join(identity)}) but can't be read.",
            "That line was left alone, and what you entered is kept.",
            "Repair that line first, under Your data.",
        )


@contextmanager
def reading(what: str) -> Iterator[None]:
    """Errors of the disk while something is looked up come out as a sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveFailed(f"{what} could not be read: {reason}.", "Nothing was changed.") from error
