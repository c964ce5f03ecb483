"""Made-up workbooks of any size for the other benchmarks: the sample's search, over and over, further and further back.

Each copy is half a year before the last one and has its own applications, people and companies; every other question is
reworded. So texts, dates and the shape of a search are those of the sample, whatever the number of interviews.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Store
from lib.store.codec import CsvSheet

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
NOW = datetime.fromisoformat("2026-11-20T19:00:00+01:00")
APART = timedelta(days=182)
ONCE = ("settings", "dimensions", "goals", "criteria", "stories", "topics", "offers")
"""Tables that stay as they are, however long the search: a person has a dozen stories, not a thousand."""
KEPT = ("goal_id", "criterion_id", "story_id", "topic_id")

NAMED = {"applications": "company", "people": "name", "activity": "company"}
WORDED = {"questions": "text", "topics": "text"}


def sample_workbook() -> Workbook:
    """The sample, as it is shipped."""
    with tempfile.TemporaryDirectory() as home:
        return Store(SAMPLE, Path(home)).load().workbook


def workbook_of(interviews: int) -> Workbook:
    """A workbook of so many interviews, and what belongs to them."""
    sample = sample_workbook()
    copies = -(-interviews // len(sample.interviews))
    tables = {name: tuple(_rows(sample, name, copies)) for name in Workbook.MODELS}
    whole = Workbook(**tables)
    kept = {entry.id for entry in whole.interviews[:interviews]}
    short = {
        field.name: tuple(row for row in getattr(whole, field.name) if _belongs(row, kept)) for field in fields(whole)
    }
    return replace(whole, **{**short, "interviews": whole.interviews[:interviews]})


def _belongs(row: Record, kept: set[str]) -> bool:
    about = getattr(row, "interview_id", "")
    return not about or about in kept


def _rows(sample: Workbook, table: str, copies: int) -> Iterator[Record]:
    for copy in range(1 if table in ONCE else copies):
        for place, row in enumerate(getattr(sample, table)):
            yield row.model_copy(update=_changes(table, row, place, copy)) if copy else row


def _changes(table: str, row: Record, place: int, copy: int) -> dict[str, Any]:
    values = dict(row)
    changes: dict[str, Any] = {
        name: f"{value}x{copy}"
        for name, value in values.items()
        if value and (name == "id" or name.endswith("_id")) and name not in KEPT
    }
    changes |= {name: value - copy * APART for name, value in values.items() if isinstance(value, date)}
    if table in NAMED and values[NAMED[table]]:
        changes[NAMED[table]] = f"{values[NAMED[table]]} {copy}"
    if table in WORDED and place % 2:
        changes[WORDED[table]] = f"{values[WORDED[table]]} ({copy})"
    return changes


def write(workbook: Workbook, folder: Path) -> None:
    """The workbook as CSV files, as the store writes them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in Workbook.MODELS.items():
        sheet = CsvSheet.new(model.header())
        rows = tuple(sheet.row(row.cells()) for row in getattr(workbook, name))
        if rows:
            (folder / model.file).write_bytes(replace(sheet, rows=rows).encode())
