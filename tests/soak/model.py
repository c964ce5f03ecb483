"""What must be in which file, in plain dicts, without using any code of the app."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, str]
Key = tuple[str, ...]
Tables = dict[str, dict[Key, Row]]
Said = str | Callable[[str], bool]
"""What a cell must hold: just that text, or one of which this holds."""

KEYS: Mapping[str, Key] = {
    "conversations": ("interview_id", "person_id"),
    "goal_answers": ("interview_id", "goal_id"),
    "plan_checks": ("interview_id", "plan_id"),
    "ratings": ("interview_id", "dimension"),
    "settings": ("key",),
}
"""The columns that tell the rows of a file apart, where that is not the id."""

OWNED = (
    *("ratings", "conversations", "claims", "questions", "plans", "plan_checks", "goal_answers"),
    *("promises", "tasks"),
)
"""The files whose rows go with their interview."""

OWN = {"id", "created_at", "updated_at"}
"""The columns that the app fills in by itself."""


def anything(_: str) -> bool:
    """The content of a cell that can't be predicted."""
    return True


@dataclass(frozen=True)
class Change:
    """A save that can be taken back: its rows before and after (None: no such row), and all files' bytes."""

    rows: Mapping[tuple[str, Key], tuple[Row | None, Row | None]]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


@dataclass
class Model:
    """The rows that must be in the files of a folder, the drafts beside them, and what can be taken back."""

    folder: Path
    tables: Tables = field(default_factory=dict)
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By the ids of the drafts; that of a correction without its end, which is chance: ``iv-1--notes``."""
    changes: list[Change] = field(default_factory=list)
    """The oldest first."""
    _seen: Tables = field(default_factory=dict)
    _files: dict[str, bytes] = field(default_factory=dict)
    _new: list[tuple[str, Mapping[str, Said]]] = field(default_factory=list)
    _free: set[tuple[str, Key, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tables, _ = read(self.folder)
        self._keep()

    def add(self, table: str, **cells: Said) -> None:
        """A row comes whose id is not known before; a cell that is not named stays empty."""
        self._new.append((table, cells))

    def change(self, table: str, row_id: str, **cells: Said) -> None:
        """Cells of a row become others; all that are not named stay as they are."""
        row = self.tables[table][(row_id,)]
        for column, said in cells.items():
            if isinstance(said, str):
                row[column] = said
            else:
                self._free.add((table, (row_id,), column))

    def remove_interview(self, interview_id: str) -> None:
        """An interview goes, and all rows that belong to it."""
        for table in OWNED:
            rows = self.tables.get(table, {})
            self.tables[table] = {key: row for key, row in rows.items() if row["interview_id"] != interview_id}
        del self.tables["interviews"][(interview_id,)]

    def rows(self, table: str) -> list[Row]:
        return list(self.tables.get(table, {}).values())

    def row(self, table: str, row_id: str) -> Row:
        return self.tables[table][(row_id,)]

    def saved(self, can_be_taken_back: bool = False) -> None:
        """Compares the files with what was expected, and remembers what a save has changed."""
        __tracebackhide__ = True
        wrong = self._differences()
        assert not wrong, "\n".join(["The files hold something else than was done:", *wrong])
        rows = _changed(self._seen, self.tables)
        if can_be_taken_back and rows:
            self.changes.append(Change(rows, self._files, files(self.folder)))
        self._keep()

    def take_back(self, change: Change) -> bool:
        """The rows of before one change; False where they are not as it had left them, and so nothing is done."""
        if any(self.tables[table].get(key) != after for (table, key), (_, after) in change.rows.items()):
            return False
        for (table, key), (before, _) in change.rows.items():
            if before is None:
                del self.tables[table][key]
            else:
                self.tables[table][key] = dict(before)
        self.changes.remove(change)
        return True

    def is_as_left_by(self, change: Change) -> bool:
        """Whether no byte was written since that change."""
        return self._files == change.after

    def is_as_before(self, change: Change) -> bool:
        """Whether every file is to the byte what it was before that change; a file of no rows is as good as none."""
        return _with_rows(files(self.folder)) == _with_rows(change.before)

    def _keep(self) -> None:
        self._seen, self._files = deepcopy(self.tables), files(self.folder)
        self._free.clear()

    def _differences(self) -> list[str]:
        found, wrong = read(self.folder)
        wrong += self._take_in(found)
        for table in sorted({*found, *self.tables}):
            here, there = self.tables.setdefault(table, {}), found.get(table, {})
            wrong += [f"{table}: {' '.join(key)} is missing" for key in here.keys() - there.keys()]
            wrong += [f"{table}: {there[key]} came from nowhere" for key in there.keys() - here.keys()]
            for key in here.keys() & there.keys():
                wrong += self._cells_that_differ(table, key, there[key])
                here[key] = there[key]
        return wrong + self._drafts_that_differ()

    def _take_in(self, found: Tables) -> list[str]:
        wrong = []
        for table, cells in self._new:
            here = self.tables.setdefault(table, {})
            fitting = (key for key, row in found.get(table, {}).items() if key not in here and _says(row, cells))
            if key := next(fitting, None):
                here[key] = found[table][key]
            else:
                wrong.append(f"{table}: no new row says {dict(cells)}")
        self._new.clear()
        return wrong

    def _cells_that_differ(self, table: str, key: Key, there: Row) -> list[str]:
        here = self.tables[table][key]
        return [
            f"{table}: {' '.join(key)}, {column}: {there.get(column, '')!r} in place of {here.get(column, '')!r}"
            for column in here.keys() | there.keys()
            if column != "updated_at"
            and (table, key, column) not in self._free
            and here.get(column, "") != there.get(column, "")
        ]

    def _drafts_that_differ(self) -> list[str]:
        there, twice = drafts(self.folder)
        wrong = [f"The draft {name} is there twice" for name in twice]
        wrong += [f"The draft {name} is missing" for name in self.drafts.keys() - there.keys()]
        wrong += [f"The draft {name} came from nowhere: {there[name]}" for name in there.keys() - self.drafts.keys()]
        for name in self.drafts.keys() & there.keys():
            typed = self.drafts[name]
            wrong += [
                f"The draft {name}, {answer}: {there[name].get(answer)!r} in place of {words!r}"
                for answer, words in typed.items()
                if there[name].get(answer) != words
            ]
        return wrong


def read(folder: Path) -> tuple[Tables, list[str]]:
    """All rows of all files by what tells them apart, and where two rows of a file cannot be told apart."""
    tables: Tables = {}
    twice = []
    for path in sorted(folder.glob("*.csv")):
        rows = tables[path.stem] = {}
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, strict=True):
                key = tuple(row[column] for column in KEYS.get(path.stem, ("id",)))
                if key in rows:
                    twice.append(f"{path.stem}: {' '.join(key)} stands there twice")
                rows[key] = row
    return tables, twice


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def drafts(folder: Path) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """What is typed and not saved by what it is a draft of, and of what there are two."""
    found: dict[str, dict[str, Any]] = {}
    twice = []
    for path in (folder / ".afterword" / "drafts").glob("*.json"):
        name = re.sub(r"--dt-\w+$", "", path.stem)
        if name in found:
            twice.append(name)
        found[name] = json.loads(path.read_bytes())["values"]
    return found, twice


def _says(row: Row, cells: Mapping[str, Said]) -> bool:
    return all(
        (said == row.get(column, "") if isinstance(said, str) else said(row.get(column, "")))
        for column, said in ({column: "" for column in row if column not in OWN} | dict(cells)).items()
    )


def _changed(before: Tables, after: Tables) -> dict[tuple[str, Key], tuple[Row | None, Row | None]]:
    places = {(table, key) for tables in (before, after) for table, rows in tables.items() for key in rows}
    both = {(table, key): (before.get(table, {}).get(key), after.get(table, {}).get(key)) for table, key in places}
    return {place: deepcopy(pair) for place, pair in both.items() if pair[0] != pair[1]}


def _with_rows(every: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in every.items() if data.count(b"\n") > 1}
