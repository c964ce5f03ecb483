"""Afterword's own files after a spreadsheet has saved them: its dates, marks and yes are read as what they were."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import ValidationError

from lib.exchange.importing.date_reader import AmbiguousDates
from lib.exchange.importing.dates import NumericOrder, date_orders, moment_of, offset_named, parse_written_date
from lib.exchange.importing.grid import Grid, header_key
from lib.exchange.importing.refusal import SkippedRow
from lib.records.record import Cells, Record, vocabulary_of
from lib.records.workbook import Workbook
from lib.store.codec import unguard

_YES: Final = frozenset(
    ("yes", "true", "wahr", "ja", "vrai", "oui", "verdadero", "sí", "si", "vero", "waar", "verdadeiro", "sim")
)
_NO: Final = frozenset(("no", "false", "falsch", "nein", "faux", "non", "falso", "onwaar", "nee", "não", "nao"))
_EXAMPLES: Final = 3
_KNOWN_BY: Final = 4
"""How many first columns identify one of our files."""


@dataclass(frozen=True)
class OwnRow:
    """One row: its line, its cells as Afterword writes them, and the record that they are."""

    line: int
    cells: Mapping[str, str]
    record: Record


@dataclass(frozen=True)
class OwnReading:
    """One of our files. ``dates`` is what has to be asked before its rows can be read; ``columns`` are those it has."""

    file: str
    model: type[Record]
    columns: frozenset[str]
    rows: tuple[OwnRow, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    dates: AmbiguousDates | None = None
    size: int = 0

    @property
    def name_of_rows(self) -> str:
        """'interviews'."""
        return self.model.file.removesuffix(".csv").replace("_", " ")


def own_headers() -> tuple[frozenset[str], ...]:
    """The columns that identify the header of each of our files."""
    return tuple(frozenset(map(header_key, model.header()[:_KNOWN_BY])) for model in Workbook.MODELS.values())


def own_model(table: Grid) -> type[Record] | None:
    """Which of our files a table is; None for none of them."""
    header = set(table.header)
    for model in Workbook.MODELS.values():
        first = model.header()[:_KNOWN_BY]
        if table.header[: len(first)] == first and model.required() <= header <= set(model.header()):
            return model
    return None


def read_own(table: Grid, model: type[Record], order: NumericOrder | None, zone: tzinfo) -> OwnReading:
    """The rows of one of our files; times that have lost their clock are ones of ``zone``."""
    columns = frozenset(table.header)
    kinds = {name: _kinds(model, name) for name in table.header}
    asked = _ambiguous_dates(table, kinds) if order is None else None
    if asked is not None and asked.examples:
        return OwnReading(table.name, model, columns, dates=asked, size=table.size)
    day_order = order or (None if asked is None else _order(asked))
    rows: list[OwnRow] = []
    left = list(table.skipped)
    for line in table.rows:
        cells = {
            name: _as_afterword_writes(unguard(text), kinds[name], vocabulary_of(model, name), day_order, zone)
            for name, text in zip(table.header, line.cells, strict=True)
        }
        try:
            rows.append(OwnRow(line.number, cells, model.from_cells(cells)))
        except ValidationError as error:
            problem = error.errors()[0]
            field = " ".join(str(part) for part in problem["loc"]).replace("_", " ")
            words = cells.get(str(next(iter(problem["loc"]), "")), "")
            left.append(SkippedRow(table.name, line.number, f"Its '{field}' can't be read.", words))
    return OwnReading(table.name, model, columns, tuple(rows), tuple(left), size=table.size)


def merge(row: OwnRow, here: Record, columns: Iterable[str]) -> Record:
    """The record here with the file's values; columns that the file doesn't have stay as they are."""
    cells: Cells = here.cells()
    return type(here).from_cells({**cells, **{name: row.cells[name] for name in columns}})


def _kinds(model: type[Record], name: str) -> frozenset[Any]:
    """The types that a column may hold."""
    return frozenset(_plain_types(model.model_fields[name].annotation)) - {type(None)}


def _plain_types(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from _plain_types(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from _plain_types(part)
    else:
        yield annotation


def _as_afterword_writes(
    text: str, kinds: frozenset[Any], words: tuple[str, ...], order: NumericOrder | None, zone: tzinfo
) -> str:
    """A cell as Afterword would have written it; what is none of what its column holds stays as it is."""
    plain = text.strip()
    if not plain or kinds == {str}:
        return text
    if bool in kinds:
        key = plain.casefold()
        return "yes" if key in _YES else "no" if key in _NO else text
    if words:
        return next((word for word in words if word == plain.casefold()), text)
    if date in kinds or datetime in kinds:
        return _moment(plain, kinds, order, zone)
    if int in kinds and (found := re.fullmatch(r"([+-]?\d+)[.,]0+", plain)):
        return found[1]
    return plain if int in kinds else text


def _moment(text: str, kinds: frozenset[Any], order: NumericOrder | None, zone: tzinfo) -> str:
    if re.match(r"\d{4}-\d{2}-\d{2}(?:$|T)", text):
        return text
    found = parse_written_date(text, order)
    on = found.on() if found and found.year else None
    if found is None or on is None:
        return text
    if datetime not in kinds:
        return on.isoformat()
    at = moment_of(found, on, offset_named(found.zone), zone)
    return at.isoformat() if at else text


def _ambiguous_dates(table: Grid, kinds: Mapping[str, frozenset[Any]]) -> AmbiguousDates | None:
    """The dates of the file that may be two, unless its other dates show the order; None if there are no such dates."""
    dated = [name for name in table.header if kinds[name] & {date, datetime}]
    either: dict[str, None] = {}
    orders_found: set[NumericOrder] = set()
    for name in dated:
        for text in table.column(name):
            if found := date_orders(text.strip()):
                order, matters = found
                if order:
                    orders_found.add(order)
                elif matters:
                    either[text.strip()] = None
    if not orders_found and not either:
        return None
    if len(orders_found) == 1:
        return AmbiguousDates(next(iter(orders_found)), (), (), ())
    texts = tuple(either)[:_EXAMPLES]
    return AmbiguousDates(
        "", texts, tuple(_day(text, "dmy") for text in texts), tuple(_day(text, "mdy") for text in texts)
    )


def _order(asked: AmbiguousDates) -> NumericOrder | None:
    return "dmy" if asked.column == "dmy" else "mdy" if asked.column == "mdy" else None


def _day(text: str, order: NumericOrder) -> date | None:
    found = parse_written_date(text, order)
    return found.on() if found and found.year else None
