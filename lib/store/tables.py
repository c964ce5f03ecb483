"""Sheets to typed rows, with everything that could not be read as problems."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from pydantic import ValidationError

from lib.english import plural, shortened
from lib.records.interview import Interview
from lib.records.record import Key, Record, vocabulary_of
from lib.records.seal import seal_is_broken
from lib.records.setting import SCHEMA_VERSION, Setting
from lib.records.workbook import Workbook
from lib.store.codec import CsvRow, CsvSheet, NotATable, parse

Severity = Literal["row", "file", "note"]
ProblemKind = Literal["unreadable", "double", "file", "columns", "reference", "copy", "name", "seal"]

MODELS: Mapping[str, type[Record]] = {model.file: model for model in Workbook.MODELS.values()}
"""The model of each file, by the file's name."""


_VERSION = re.compile("[0-9]{1,9}")

_COLUMN_WORDS = {
    "held_at": "day or time of the interview",
    "zone": "time zone of the interview",
    "applied_on": "day of the application",
    "status_on": "day of the status",
    "outcome_on": "day of the outcome",
    "outcome_by": "what the outcome rests on",
    "reply_by": "answer promised by",
    "interest_later_at": "time of the later interest",
    "forecast_at": "time of the forecast",
    "afterwards": "rated after the outcome was known",
    "created_at": "time it was written down",
    "updated_at": "time it was last changed",
    "reviewed_at": "time it was practised",
    "decided_at": "time of the decision",
    "decide_by": "day to decide by",
    "connected_on": "day of getting in touch",
}
"""The columns' names for people; the others' own names are clear."""


@dataclass(frozen=True)
class Problem:
    """Something in a file that the person should know of.

    ``severity``: 'row' (that row is left out of the workbook), 'file' (the file cannot be read, so the whole workbook
    is read-only), 'note' (only reported; the row is read). ``kind`` is what can be done about it.
    """

    file: str
    line: int | None
    column: str | None
    reason: str
    severity: Severity
    kind: ProblemKind = "unreadable"

    @property
    def sentence(self) -> str:
        """Where it is, and what it is."""
        place = f"{self.file}, line {self.line}" if self.line is not None else self.file
        return f"{place}: {self.reason}"


@dataclass(frozen=True)
class FileContent:
    """A file as it was read: its bytes (None: there is no such file), or why it could not be read."""

    data: bytes | None = None
    failure: str = ""


@dataclass(frozen=True, eq=False)
class CsvTable:
    """One file as typed rows. ``positions`` and ``blocked`` lead from a key to the index of its row in the sheet;
    blocked are the keys of rows that cannot be read, ``doubled`` those that occur more than once."""

    model: type[Record]
    sheet: CsvSheet
    records: Mapping[Key, Record] = field(default_factory=dict)
    positions: Mapping[Key, int] = field(default_factory=dict)
    blocked: Mapping[Key, int] = field(default_factory=dict)
    doubled: Mapping[Key, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    failure: Problem | None = None

    def cells(self, key: Key) -> dict[str, str] | None:
        """All cells of a row as texts, those of unknown columns included; None if it is not there."""
        place = self.positions.get(key)
        return None if place is None else self.sheet.cells(self.sheet.rows[place])

    def row_version(self, key: Key) -> str:
        """The hash of a row in the file; empty if it is not there."""
        cells = self.cells(key)
        return "" if cells is None else row_version_of(cells)


@dataclass(frozen=True)
class Tables:
    """Every file as typed rows, with what was found wrong."""

    by_file: Mapping[str, CsvTable]
    problems: tuple[Problem, ...]
    read_only: str

    def workbook(self) -> Workbook:
        """The readable rows."""
        rows: dict[str, Any] = {
            name: tuple(self.by_file[model.file].records.values()) for name, model in Workbook.MODELS.items()
        }
        return Workbook(**rows)


def row_version_of(cells: Mapping[str, str]) -> str:
    """A hash of a row's content: the same whatever the order of columns, and however the cells are quoted."""
    content = json.dumps(sorted((name, text) for name, text in cells.items() if text))
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def read_tables(images: Mapping[str, FileContent]) -> Tables:
    """All files typed and checked against each other."""
    tables = {file: read_table(model, images.get(file, FileContent())) for file, model in MODELS.items()}
    problems = [problem for table in tables.values() for problem in table.problems]
    for table in tables.values():
        targets = tuple((column, tables[file]) for column, file in table.model.refers.items() if file in tables)
        problems.extend(_dangling_references(table, targets))
    return Tables(tables, tuple(problems), _read_only(tables))


@lru_cache(maxsize=64)  # the same bytes are the same rows: a save types again only the files that changed
def read_table(model: type[Record], image: FileContent) -> CsvTable:
    """One file typed; a file that cannot be read is an empty table with a ``failure``."""
    if image.failure:
        return _failed_table(model, NotATable(image.failure))
    if image.data is None:
        return CsvTable(model, CsvSheet.new(model.header()))
    try:
        sheet = parse(image.data, _sheet_known(model))
        _refuse_missing_columns(model, sheet)
    except NotATable as refusal:
        return _failed_table(model, refusal)
    return _typed_table(model, sheet)


def _failed_table(model: type[Record], refusal: NotATable) -> CsvTable:
    problem = Problem(model.file, refusal.line, refusal.column, refusal.reason, "file", "file")
    return CsvTable(model, CsvSheet.new(model.header()), problems=(problem,), failure=problem)


def _refuse_missing_columns(model: type[Record], sheet: CsvSheet) -> None:
    needed = model.required() | set(model.key_fields)
    missing = [name for name in model.header() if name in needed and name not in sheet.columns]
    if missing:
        raise NotATable(f"It lacks {the_columns(missing)}, without which its rows mean nothing.", 1, missing[0])


def the_columns(names: Sequence[str]) -> str:
    """'the column rating', 'the columns rating, rated_at'."""
    return f"the {plural(len(names), 'column')} {', '.join(names)}"


def _typed_table(model: type[Record], sheet: CsvSheet) -> CsvTable:
    records: dict[Key, Record] = {}
    at: dict[Key, int] = {}
    blocked: dict[Key, int] = {}
    doubled: dict[Key, int] = {}
    problems = _notes(model, sheet)
    known, read_now = _rows_known(model, sheet), {}
    columns = [(name, sheet.columns.index(name)) for name in model.model_fields if name in sheet.columns]
    for place, row in enumerate(sheet.rows):
        read: Record | Problem | None = known.get(row.raw)
        if row.line == sheet.broken_at or (read is None and row.is_blank):
            continue
        read = read or _read_row(model, sheet, row, columns)
        if isinstance(read, Problem):
            problems.append(read)
            blocked.setdefault(_raw_key(model, sheet, row), row.line)
            continue
        read_now[row.raw], key = read, read.identity
        if key in at:
            problems.append(_double(model, row, sheet.rows[at[key]], key))
            doubled[key] = row.line
        else:
            records[key], at[key] = read, place
    _read_last[model] = sheet, read_now
    failure = _unclosed(model, sheet)
    problems.extend([failure] if failure else [])
    return CsvTable(model, sheet, records, at, blocked, doubled, tuple(problems), failure)


_read_last: dict[type[Record], tuple[CsvSheet, Mapping[str, Record]]] = {}
"""Each kind of file as it was last read, and its records by the exact text of their rows: what one new row costs is
one row."""


def _sheet_known(model: type[Record]) -> CsvSheet | None:
    return _read_last[model][0] if model in _read_last else None


def _rows_known(model: type[Record], sheet: CsvSheet) -> Mapping[str, Record]:
    known, rows = _read_last.get(model, (sheet, {}))
    return rows if known.columns == sheet.columns else {}


def _notes(model: type[Record], sheet: CsvSheet) -> list[Problem]:
    missing = [name for name in model.header() if name not in sheet.columns]
    if not missing:
        return []
    reason = f"It lacks {the_columns(missing)}; read as empty, and added once there is something to put in."
    return [Problem(model.file, 1, missing[0], reason, "note", "columns")]


def _read_row(
    model: type[Record], sheet: CsvSheet, row: CsvRow, columns: Sequence[tuple[str, int]]
) -> Record | Problem:
    if row.fault:
        return Problem(model.file, row.line, None, row.fault, "row")
    texts = row.texts
    try:
        return model.model_validate({name: text for name, at in columns if (text := texts[at])})
    except ValidationError as error:
        column, reason = explain(model, sheet.cells(row), error)
        return Problem(model.file, row.line, column, reason, "row")


def _raw_key(model: type[Record], sheet: CsvSheet, row: CsvRow) -> Key:
    cells = dict(zip(sheet.columns, row.texts, strict=False))
    return tuple(cells.get(name, "") for name in model.key_fields)


def _double(model: type[Record], row: CsvRow, first: CsvRow, key: Key) -> Problem:
    reason = f"The id {' '.join(key)} is already in line {first.line}; that one counts."
    return Problem(model.file, row.line, model.key_fields[0], reason, "row", "double")


def _unclosed(model: type[Record], sheet: CsvSheet) -> Problem | None:
    if sheet.broken_at is None:
        return None
    reason = "A quote is not closed, so nothing can be read from here on."
    return Problem(model.file, sheet.broken_at, None, reason, "file", "file")


def explain(model: type[Record], cells: Mapping[str, str], error: ValidationError) -> tuple[str, str]:
    """The column at which a row cannot be read, and why, as a sentence."""
    first = error.errors(include_url=False)[0]
    column = str(first["loc"][0]) if first["loc"] else model.key_fields[0]
    value, named = cells.get(column, ""), name_of_column(column)
    if not value:
        return column, f"The column {named} is empty, and the row means nothing without it."
    shown = shortened(value, 40)
    words = vocabulary_of(model, column)
    return column, f"'{shown}' in the column {named} {_wrong(first['type'], str(first['msg']), words)}."


def name_of_column(column: str) -> str:
    """'‘day of the interview’ (held_at)'; for a column with a clear name, that name."""
    words = _COLUMN_WORDS.get(column)
    return f"‘{words}’ ({column})" if words else column


def _wrong(kind: str, message: str, words: tuple[str, ...]) -> str:
    if words:
        return f"is not one of: {', '.join(words)}"
    if kind == "value_error":
        return message.removeprefix("Value error, ")
    if kind.startswith("int_"):
        return "is not a whole number"
    if kind.startswith("string_"):
        return "holds no word"
    return "does not fit: " + message.removeprefix("Input ")


@lru_cache(maxsize=64)
def _dangling_references(table: CsvTable, targets: tuple[tuple[str, CsvTable], ...]) -> tuple[Problem, ...]:
    """What points to rows that are not there; ``targets`` are the tables that columns point to."""
    found = []
    for column, target in targets:
        if target.failure:
            continue
        for key, record in table.records.items():
            wanted = (getattr(record, column),)
            if wanted[0] and wanted not in target.positions:
                found.append((table.positions[key], _points_nowhere(table, key, column, target, wanted)))
    return tuple(problem for _, problem in sorted(found, key=lambda pair: pair[0]))


def _points_nowhere(table: CsvTable, key: Key, column: str, target: CsvTable, wanted: Key) -> Problem:
    line = table.sheet.rows[table.positions[key]].line
    state = "cannot be read" if wanted in target.blocked else "is not there"
    reason = f"The column {column} points to {wanted[0]} in {target.model.file}, which {state}."
    return Problem(table.model.file, line, column, reason, "note", "reference")


def broken_seals(tables: Tables) -> tuple[Problem, ...]:
    """The forecasts that were edited in the file after they were sealed: read as they are, and worth knowing."""
    table = tables.by_file[Interview.file]
    broken = [key for key, row in table.records.items() if isinstance(row, Interview) and seal_is_broken(row)]
    reason = "The forecast, its time or its seal was changed in the file after it was sealed."
    return tuple(
        Problem(Interview.file, table.sheet.rows[table.positions[key]].line, "seal", reason, "note", "seal")
        for key in broken
    )


def _read_only(tables: Mapping[str, CsvTable]) -> str:
    failure = next((table.failure for table in tables.values() if table.failure), None)
    if failure:
        return f"Until you repair {failure.file} under Your data, nothing else can be saved. {failure.reason}"
    return _refused_version(tables[Setting.file])


def version_refusal(images: Mapping[str, FileContent]) -> str:
    """Why files that name this version of their columns may not even be repaired, or ''."""
    return newer_version(read_table(Setting, images.get(Setting.file, FileContent())))


def stated_version(settings: CsvTable) -> str:
    """The version in the files, or ''."""
    version = settings.records.get(("schema_version",))
    return version.value.strip() if isinstance(version, Setting) else ""


def newer_version(settings: CsvTable) -> str:
    """That a newer version wrote the files, or ''."""
    stated = stated_version(settings)
    if _VERSION.fullmatch(stated) and int(stated) > SCHEMA_VERSION:
        return "Read-only: a newer version of Afterword wrote these files. Please use that one."
    return ""


def _refused_version(settings: CsvTable) -> str:
    stated = stated_version(settings)
    if not stated or _VERSION.fullmatch(stated):
        return newer_version(settings)
    shown = shortened(stated, 40)
    return f"The workbook can only be read: settings.csv names '{shown}' as the version of its files, which is none."
