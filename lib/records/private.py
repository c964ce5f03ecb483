"""What is for the person's eyes alone: which fields, the promise that the form makes of them, and how it is kept."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from lib.records.record import Record
from lib.records.workbook import Workbook, cached_per_workbook

PRIVATE: Final[Mapping[str, tuple[str, ...]]] = {"interviews": ("private_note", "mood")}
"""The private fields, by table. To make another one private, add it here."""

PROMISE: Final = "Left out of everything you export except the full backup, and a prep sheet if you choose so."
"""The caption under a private field."""


Row = TypeVar("Row", bound=Record)


@cached_per_workbook
def without_private(workbook: Workbook) -> Workbook:
    """The workbook with every private field empty: what an export starts from."""
    tables: dict[str, Any] = {
        table: tuple(row_without_private(row) for row in getattr(workbook, table)) for table in PRIVATE
    }
    return replace(workbook, **tables)


def row_without_private(row: Row) -> Row:
    """One row with its private fields empty; the row itself if it has none."""
    columns = next((columns for table, columns in PRIVATE.items() if isinstance(row, Workbook.MODELS[table])), ())
    filled = [column for column in columns if getattr(row, column)]
    return row.changed(**dict.fromkeys(filled, "")) if filled else row
