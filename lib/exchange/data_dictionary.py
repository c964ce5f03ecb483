"""The content of every file of a workbook and every column, for the zip and for docs/files.md.

The meanings are written by hand in ``lib/exchange/pages/columns.txt``. What a cell may hold, and whether it may be
empty, follows from the models. ``python -m lib.exchange.data_dictionary > docs/files.md`` rewrites that page.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files as package_files
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from lib.english import listed
from lib.records.criterion import KNOWN_CRITERIA
from lib.records.dimension import KNOWN_DIMENSIONS
from lib.records.labels import cell_label
from lib.records.record import Moment, Record, vocabulary_of
from lib.records.workbook import Workbook

FORMATS = """\
Every file is UTF-8 with commas; the first line names the columns, in any order. A file that isn't there holds nothing
yet, and a column that isn't there is read as empty, so older files stay readable. Columns of your own stay where they
are.

An empty cell says that it isn't known; a cell of a column marked 'never empty' can't be. A day is written 2026-11-20,
a time 2026-11-20T14:00:00+01:00, with its offset from UTC. Yes and no are 'yes' and 'no', a number has a decimal point
and no separators. Where a column holds several things, each is on a separate line. A text that a spreadsheet would
take for a formula begins with an apostrophe, which isn't part of it.
"""
_WIDEST = 1_000_000
"""Limits beyond it only keep out what can't be meant."""
_KINDS = {str: "text", bool: "yes or no", date: "day", datetime: "time", int: "whole number", float: "number"}
_COMES_WITH: Mapping[str, tuple[str, ...]] = {
    "dimension": tuple(one.key for one in KNOWN_DIMENSIONS),
    "criterion_id": tuple(one.id for one in KNOWN_CRITERIA),
}
"""The keys that no row of a file needs, by the columns that may hold them."""


@dataclass(frozen=True)
class Column:
    """A column: what it means, what a cell ``holds`` in words, and the ``words`` of its vocabulary with their labels.

    ``comes_with`` are keys that mean something without a row of their own.
    """

    name: str
    meaning: str
    holds: str
    never_empty: bool
    words: tuple[tuple[str, str], ...] = ()
    comes_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class File:
    """A file, what a row of it is, and the columns by which one row is told from the others."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


@cache
def files() -> tuple[File, ...]:
    """Every file, in the order of the models."""
    return tuple(_file(model) for model in Workbook.MODELS.values())


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """What is written of each column, by file and column; under '' what the file holds."""
    found: dict[str, dict[str, str]] = {}
    about_columns: dict[str, str] = {}
    for line in (package_files("lib.exchange") / "pages" / "columns.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            file, _, about = line[1:].partition("] ")
            about_columns = found.setdefault(file, {"": about})
        elif line:
            column, _, meaning = line.partition(": ")
            about_columns[column] = meaning
    return found


def as_text() -> str:
    """The files and columns as plain text."""
    return "".join(_text_of(file) for file in files())


def as_markdown() -> str:
    """The page docs/files.md."""
    head = (
        "# The files of a workbook\n\n"
        "<!-- Written by `python -m lib.exchange.data_dictionary > docs/files.md`. The meanings are in\n"
        "lib/exchange/pages/columns.txt, the rest follows from lib/records. -->\n\n"
        "A workbook is a folder of CSV files, one for each kind of entry. 'I' is the person whose workbook it is.\n\n"
    )
    contents = "".join(f"- {_linked(file.name)}: {file.about}\n" for file in files())
    return f"{head}{FORMATS}\n{contents}{''.join(_markdown_of(file) for file in files())}"


def _file(model: type[Record]) -> File:
    about_columns = meanings()[model.file]
    hints = get_type_hints(model, include_extras=True)
    columns = tuple(_column(model, name, about_columns.get(name, ""), hints[name]) for name in model.header())
    return File(model.file, about_columns[""], model.key_fields, columns)


def _column(model: type[Record], name: str, meaning: str, hint: object) -> Column:
    words = vocabulary_of(model, name)
    return Column(
        name=name,
        meaning=meaning,
        holds="" if words else _holds(hint),
        never_empty=name in model.required(),
        words=tuple((word, cell_label(model, name, word)) for word in words),
        comes_with=_COMES_WITH.get(name, ()),
    )


def _holds(hint: Any) -> str:
    """'text', 'day', 'whole number, 0 to 10': what may be in a cell of that type."""
    parts = [part for part in get_args(hint) if part is not NoneType]
    if NoneType in get_args(hint):
        return _holds(parts[0])
    if hint == Moment:
        return "day or time"
    kind, limits = (parts[0], parts[1:]) if get_origin(hint) is Annotated else (hint, [])
    if get_origin(kind) is tuple:
        return "text, one a line"
    bounds = [bound for limit in limits for bound in (limit, *getattr(limit, "metadata", ()))]
    low = next((bound.ge for bound in bounds if hasattr(bound, "ge")), None)
    high = next((bound.le for bound in bounds if hasattr(bound, "le")), None)
    return f"{_KINDS[kind]}{_range(low, high)}"


def _range(low: Any, high: Any) -> str:
    if high is not None and high <= _WIDEST:
        return f", {low} to {high}"
    return f" from {low} on" if low is not None and high is None else ""


def _text_of(file: File) -> str:
    lines = "".join(f"  {column.name}: {column.meaning} ({'; '.join(_facts(column))})\n" for column in file.columns)
    return f"\n{file.name}\n{'-' * len(file.name)}\n{file.about}\n\n{lines}"


def _facts(column: Column) -> Iterator[str]:
    yield column.holds or ", ".join(word for word, _ in column.words)
    if column.never_empty:
        yield "never empty"


def _markdown_of(file: File) -> str:
    rows = "".join(
        f"| `{column.name}` | {_with_links(column.meaning)} | {_cell(column)} | "
        f"{'never' if column.never_empty else 'may be'} |\n"
        for column in file.columns
    )
    key = listed([f"`{name}`" for name in file.key])
    return (
        f"\n## {file.name}\n\n{file.about} No two rows have the same {key}.\n\n"
        f"| column | what it holds | in a cell | empty |\n|---|---|---|---|\n{rows}"
    )


def _cell(column: Column) -> str:
    if column.words:
        return "<br>".join(f"`{word}` {text}" for word, text in column.words)
    keys = (
        f"<br>comes with Afterword: {', '.join(f'`{key}`' for key in column.comes_with)}" if column.comes_with else ""
    )
    return f"{column.holds}{keys}"


def _with_links(meaning: str) -> str:
    names = "|".join(re.escape(name) for name in meanings())
    return re.sub(names, lambda match: _linked(match.group()), meaning)


def _linked(name: str) -> str:
    return f"[{name}](#{name.replace('.', '')})"


if __name__ == "__main__":
    sys.stdout.write(as_markdown())
