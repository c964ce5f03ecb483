"""How the dates of a table's columns are meant: their order, numbers that are days, years left out, other clocks."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median_low
from typing import Final

from lib.exchange.importing.choices import ImportChoices, ReadingTime
from lib.exchange.importing.dates import (
    DateSystem,
    NumericOrder,
    WrittenDate,
    date_from_serial,
    date_orders,
    moment_of,
    offset_named,
    parse_written_date,
)
from lib.exchange.importing.fields import DATED, PAST
from lib.exchange.importing.grid import Grid
from lib.records.zones import zone_meant, zone_named

AMBIGUOUS_TIMEZONES: Final[Mapping[str, tuple[str, ...]]] = {
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "cst": ("America/Chicago", "Asia/Shanghai"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
    "ct": ("America/Chicago", "Asia/Shanghai"),
}
"""Abbreviations that mean several clocks."""
_EXAMPLES = 3
_SOON = timedelta(days=120)
"""How far ahead a day without a year can be, if it can be in the future at all."""


@dataclass(frozen=True)
class AmbiguousDates:
    """A column whose dates may be two: some of them, with the day first and with the month first."""

    column: str
    examples: tuple[str, ...]
    day_first: tuple[date | None, ...]
    month_first: tuple[date | None, ...]


@dataclass(frozen=True)
class AmbiguousTimezone:
    """Words for a clock that may be several, or none that is known; ``meanings`` are the zones to choose from."""

    words: str
    example: str
    meanings: tuple[str, ...]


@dataclass(frozen=True)
class CellTime:
    """A cell read as a day or a time on the clock of ``zone``; ``minutes`` of a range; ``has_extra_text`` is any
    further text."""

    at: date | datetime
    zone: str = ""
    minutes: str = ""
    has_extra_text: bool = False


@dataclass(frozen=True)
class DateColumn:
    """How one column's dates are meant. ``order`` is None if it has to be asked."""

    order: NumericOrder | None = None
    date_system: DateSystem = "1900"
    known: tuple[date | None, ...] = ()
    """The full dates by row, to fill in missing years from their neighbours."""
    is_past: bool = False


@dataclass
class DateReader:
    """The dates of one table. It gathers what the person should know: counted days, years that were filled in."""

    columns: Mapping[str, DateColumn]
    ambiguous: tuple[AmbiguousDates, ...]
    mixed: tuple[str, ...]
    moment: ReadingTime
    timezones: Mapping[str, str]
    serial_dates: dict[str, tuple[str, date]] = field(default_factory=dict)
    filled_years: dict[str, list[tuple[str, date]]] = field(default_factory=dict)
    ambiguous_timezones: dict[str, AmbiguousTimezone] = field(default_factory=dict)
    changed: Counter[str] = field(default_factory=Counter)

    def parse(self, header: str, row: int, text: str, zone: str = "") -> CellTime | None:
        """The moment that a cell is; ``row`` is its place in the table, ``zone`` the clock that the row names."""
        column = self.columns.get(header, DateColumn())
        found = date_from_serial(text, column.date_system) or self._parse_written(column, header, text)
        if found is None:
            return None
        on = found.on() if found.year else self._with_year(column, header, row, text, found)
        if on is None:
            return None
        if found.is_serial:
            self.serial_dates.setdefault(header, (text, on))
        named = self._zone(found.zone, text) if found.at else ""
        zone = named or zone
        offset = offset_named(found.zone) or zone_named(zone)
        at = moment_of(found, on, offset, zone_named(zone) or self.moment.zone)
        if at is None:
            return None
        minutes = _minutes(found, on)
        return CellTime(
            at, zone if zone_named(zone) else "", minutes, bool(found.aside or (found.until and not minutes))
        )

    def _parse_written(self, column: DateColumn, header: str, text: str) -> WrittenDate | None:
        found = parse_written_date(text, column.order)
        if found is None and header in self.mixed and column.order:
            return parse_written_date(text, "dmy" if column.order == "mdy" else "mdy")
        return found

    def _with_year(self, column: DateColumn, header: str, row: int, text: str, found: WrittenDate) -> date | None:
        """The day in the year that is nearest to the dates around it; without any, nearest to today."""
        today = self.moment.now.astimezone(self.moment.zone).date()
        near = _nearest(column.known, row)
        latest = today + (timedelta() if column.is_past else _SOON)
        if near is not None:
            latest = near + timedelta(days=366)
        aim = near or latest - timedelta(days=182)
        on = min(
            (day for year in range(aim.year - 1, aim.year + 2) if (day := found.on(year)) and day <= latest),
            key=lambda day: abs(day - aim),
            default=None,
        )
        if on:
            self.filled_years.setdefault(header, []).append((text, on))
        return on

    def _zone(self, words: str, text: str) -> str:
        """The zone that words beside a time mean, '' for an offset or my own clock; what is unclear is gathered."""
        if not words or offset_named(words):
            return ""
        key = words.casefold()
        if key in self.timezones:
            return self.timezones[key]
        meant = zone_meant(words)
        if key in AMBIGUOUS_TIMEZONES or not zone_named(meant):
            self.ambiguous_timezones.setdefault(key, AmbiguousTimezone(words, text, AMBIGUOUS_TIMEZONES.get(key, ())))
            return ""
        return meant


def date_reader(
    table: Grid,
    mapped: Mapping[str, str],
    choices: ImportChoices,
    moment: ReadingTime,
    usual: NumericOrder | None = None,
) -> DateReader:
    """How the dates of each column are meant; ``usual`` is the order that the table's tool writes."""
    cells = {header: table.column(header) for header in table.header if mapped.get(header) in DATED}
    verdicts = {header: _orders(texts) for header, texts in cells.items()}
    said = {next(iter(orders)) for orders, _ in verdicts.values() if len(orders) == 1}
    of_file = said.pop() if len(said) == 1 else None
    orders = {
        header: choices.orders.get(header) or (next(iter(seen)) if len(seen) == 1 else None) or usual or of_file
        for header, (seen, _) in verdicts.items()
    }
    known = {header: tuple(_day(text, orders[header]) for text in texts) for header, texts in cells.items()}
    every = [day for days in known.values() for day in days if day]
    columns = {
        header: DateColumn(
            orders[header],
            choices.date_systems.get(header) or _date_system(texts, every),
            _with_other_dates_of_row(known, header),
            mapped[header] in PAST,
        )
        for header, texts in cells.items()
    }
    open_ones = tuple(
        _ambiguous_dates(header, verdicts[header][1])
        for header, order in orders.items()
        if _is_asked(verdicts[header], order)
    )
    mixed = tuple(header for header, (seen, _) in verdicts.items() if len(seen) == 2)
    return DateReader(columns, open_ones, mixed, moment, choices.timezones)


def _orders(texts: Iterable[str]) -> tuple[set[NumericOrder], list[str]]:
    """The orders that some of the dates require, and the dates that are ambiguous."""
    seen: set[NumericOrder] = set()
    either: dict[str, None] = {}
    for text in texts:
        if found := date_orders(text):
            order, matters = found
            if order:
                seen.add(order)
            elif matters:
                either[text] = None
    return seen, list(either)


def _is_asked(verdict: tuple[set[NumericOrder], list[str]], order: NumericOrder | None) -> bool:
    seen, either = verdict
    return order is None and (bool(either) or len(seen) == 2)


def _ambiguous_dates(header: str, either: list[str]) -> AmbiguousDates:
    examples = tuple(either[:_EXAMPLES])
    return AmbiguousDates(
        header, examples, tuple(_day(text, "dmy") for text in examples), tuple(_day(text, "mdy") for text in examples)
    )


def _day(text: str, order: NumericOrder | None) -> date | None:
    found = parse_written_date(text, order) if text else None
    return found.on() if found and found.year else None


def _date_system(texts: Iterable[str], others: list[date]) -> DateSystem:
    """From which year days are counted: 1900, unless only the other way they come near to the other dates."""
    days = [
        (one.on(), four.on())
        for text in texts
        if (one := date_from_serial(text, "1900")) and (four := date_from_serial(text, "1904"))
    ]
    pairs = [(one, four) for one, four in days if one and four and one != four]
    if not pairs or not others:
        return "1900"
    middle = median_low(others)
    apart = [sum(abs((pair[at] - middle).days) for pair in pairs) for at in (0, 1)]
    return "1904" if apart[1] < apart[0] else "1900"


def _with_other_dates_of_row(known: Mapping[str, tuple[date | None, ...]], header: str) -> tuple[date | None, ...]:
    """The column's own dates by row; if it has none, those of the other columns."""
    columns = [known[header], *(days for name, days in known.items() if name != header)]
    return tuple(next(filter(None, row), None) for row in zip(*columns, strict=True))


def _nearest(known: tuple[date | None, ...], row: int) -> date | None:
    """The date in the row nearest to this one."""
    for apart in range(len(known)):
        for position in (row - apart, row + apart):
            if 0 <= position < len(known) and (day := known[position]):
                return day
    return None


def _minutes(found: WrittenDate, on: date) -> str:
    """The length of a range of times, '' if it has none of less than a day."""
    end = found.until
    if found.at is None or end is None:
        return ""
    if isinstance(end, WrittenDate):
        if end.at is None or end.on(on.year) is None:
            return ""
        until = datetime.combine(end.on(on.year) or on, end.at)
    else:
        until = datetime.combine(on, end)
    minutes = int((until - datetime.combine(on, found.at)).total_seconds() // 60)
    return str(minutes) if 0 < minutes < 1440 else ""
