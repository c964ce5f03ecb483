"""Dates as other tools and people write them; what may be two dates is asked about, never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final, Literal

from lib.dates import day_of
from lib.exchange.importing.date_words import with_months_marked, without_weekday
from lib.records.zones import at_wall_time

NumericOrder = Literal["dmy", "mdy"]
DateSystem = Literal["1900", "1904"]
"""From which year a spreadsheet counts its days: Excel's on Windows and on early Macs."""

_CLOCK: Final = (
    r"(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?(?:\s*(?:uhr|h)\b)?"
    r"|(?P<hour_only>\d{1,2})\s*(?:(?P<half_only>[ap]\.?m\b\.?)|(?:uhr|h)\b))"
)
_TIME: Final = rf"(?:(?:,|T|\s|@)+{_CLOCK})?"
_OFFSET: Final = r"(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}"
_ZONE: Final = (
    rf"(?:\s*\(?(?P<zone>{_OFFSET}|Z|UTC|GMT|[A-Z]{{2,5}}|[A-Z][a-z]+/[A-Za-z_/]+"
    r"|(?i:[a-z]+(?:\s[a-z]+)?\s(?:standard\s|daylight\s|summer\s)?time))\)?)?"
)
_END: Final = rf"(?i:{_TIME}){_ZONE}(?P<aside>\s*\([^()]*\))?\s*$"
_YEAR: Final = r"(?P<year>\d{4}|'?\d{2})"
_GAP: Final = r"[\s.\-/]*"
_NAME: Final = r"‹(?P<month>\d{1,2})›"
_PATTERNS: Final = tuple(
    re.compile(pattern + _END)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}}){_GAP}{_NAME}{_GAP},?\s*{_YEAR}",
        rf"{_NAME}{_GAP}(?P<day>\d{{1,2}})[\s,\-/]+{_YEAR}",
        rf"(?P<year>\d{{4}}){_GAP}{_NAME}{_GAP}(?P<day>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        r"(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)",
        rf"(?P<day>\d{{1,2}}){_GAP}{_NAME}",
        rf"{_NAME}{_GAP}(?P<day>\d{{1,2}})",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.",
    )
)
_DOTTED: Final = _PATTERNS[4]
_SLASHED: Final = re.compile(rf"(?P<one>\d{{1,2}})[/-](?P<two>\d{{1,2}})(?:[/-]{_YEAR})?{_END}")
_RANGE: Final = re.compile(
    r"\s*(?:→|⟶|->|–|—|\s-\s|\bto\b|\bbis\b|\bà\b|\bal?\b|\btot\b|\buntil\b|(?<=[\dm])-(?=\d{1,2}(?:[:h]|\s?[ap]m)))\s*"
)
_DAYS: Final = re.compile(r"(\d{1,2})\s*(?:-|–|bis|to)\s*\d{1,2}(?=[\s,.‹])")
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_DAY_ZERO: Final[dict[DateSystem, date]] = {"1900": date(1899, 12, 30), "1904": date(1904, 1, 1)}
_NUMBER: Final = re.compile(r"(\d{5})(?:[.,](\d+))?|(\d{10})(?:\.\d+)?|(\d{13})")
_DAYS_COUNTED: Final = (20_000, 80_000)


@dataclass(frozen=True)
class WrittenDate:
    """A date as it is spelled: ``year`` 0 if it is left out, ``zone`` the words for a clock or its offset.

    ``until`` is the end of a range. ``is_serial``: it is a number there; ``aside`` are words in brackets.
    """

    year: int
    month: int
    day: int
    at: time | None = None
    zone: str = ""
    until: "WrittenDate | time | None" = None
    is_serial: bool = False
    aside: str = ""

    def on(self, year: int = 0) -> date | None:
        """The calendar day, in that year if it has none of its own; None if there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def date_orders(text: str) -> tuple[NumericOrder | None, bool] | None:
    """Whether a date can be read in one order only, and whether it makes a difference; None for no such date."""
    found = next(filter(None, map(_SLASHED.match, _readings(_first_of_range(text)))), None)
    if not found:
        return None
    one, two = int(found["one"]), int(found["two"])
    if one > 12:
        return "dmy", True
    return ("mdy", True) if two > 12 else (None, one != two)


def read_day(text: str, order: NumericOrder | None, zone: tzinfo) -> date | None:
    """The calendar day in ``zone``; None if the text is no date, or may be two and ``order`` doesn't decide."""
    moment = read_moment(text, order, zone)
    return moment and day_of(moment)


def read_moment(text: str, order: NumericOrder | None, zone: tzinfo) -> date | datetime | None:
    """As ``read_day``, with the time of day if it is given; a time without offset is one of ``zone``."""
    found = parse_written_date(text, order)
    return moment_of(found, found.on(), offset_named(found.zone), zone) if found and found.year else None


def moment_of(found: WrittenDate, on: date | None, offset: tzinfo | None, zone: tzinfo) -> date | datetime | None:
    """The moment, on the clock of ``zone``; ``offset`` is the clock that it is written on."""
    if on is None or found.at is None:
        return on
    try:
        at = at_wall_time(on, found.at, offset or zone).astimezone(zone)
        return at.replace(tzinfo=timezone(at.utcoffset() or timedelta()), fold=0)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=20_000)
def parse_written_date(text: str, order: NumericOrder | None) -> WrittenDate | None:
    """The date that a text spells, or the range; None if it spells none, or may be two."""
    found = _parse_single(text, order)
    if found:
        return found
    parts = _RANGE.split(text, maxsplit=1)
    begin = _parse_single(parts[0], order) if len(parts) == 2 else None
    end = begin and (read_time(parts[1]) or _parse_single(parts[1], order))
    if begin and end:
        return replace(begin, until=end)
    shorter = _DAYS.sub(r"\1", with_months_marked(text), count=1)
    return _parse_single(shorter, order) if shorter != text else None


def date_from_serial(text: str, since: DateSystem) -> WrittenDate | None:
    """The day that a number means: a spreadsheet's day, or seconds or milliseconds since 1970."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    if found[1]:
        number = float(f"{found[1]}.{found[2] or 0}")
        if not _DAYS_COUNTED[0] <= number <= _DAYS_COUNTED[1]:
            return None
        minutes = round((number % 1) * 1440)
        moment = datetime.combine(_DAY_ZERO[since], time()) + timedelta(days=int(number), minutes=minutes)
        return _written_date_of(moment, moment.time() if minutes else None, "")
    seconds = int(found[2 + 1]) if found[3] else int(found[4]) // 1000
    moment = datetime.fromtimestamp(seconds, UTC)
    at = moment.time().replace(second=0) if seconds % 86_400 else None  # midnight in UTC is how a bare day is counted
    return _written_date_of(moment, at, "UTC") if _is_year(moment.year) else None


def _written_date_of(moment: datetime, at: time | None, zone: str) -> WrittenDate:
    return WrittenDate(moment.year, moment.month, moment.day, at, zone, is_serial=True)


def offset_named(words: str) -> tzinfo | None:
    """The clock that 'Z', '+02:00' or 'GMT+9' means; None for other words."""
    if words.upper() in ("Z", "UTC", "GMT"):
        return UTC
    found = re.fullmatch(r"(?:UTC|GMT)?\s?([+\-−])(\d{1,2}):?(\d{2})?", words, re.IGNORECASE)
    if not found:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return timezone(timedelta(minutes=minutes if found[1] == "+" else -minutes)) if minutes < 1440 else None


def read_time(text: str) -> time | None:
    """A bare time of day: '14:00', '2:30 PM', '9am'."""
    found = re.fullmatch(rf"(?i:\s*{_CLOCK})\s*(?:\(?[A-Z]{{1,5}}\)?)?\s*", text)
    return _time(found.groupdict()) if found else None


def _parse_single(text: str, order: NumericOrder | None) -> WrittenDate | None:
    return next(filter(None, (_match_numbers(reading, order) for reading in _readings(text))), None)


def _readings(text: str) -> Iterator[str]:
    """The text with its months marked, and the same without a weekday before it."""
    text = text.strip()
    if not any(letter.isdigit() for letter in text):
        return
    yield with_months_marked(text)
    if (shorter := without_weekday(text)) != text:
        yield with_months_marked(shorter)


def _first_of_range(text: str) -> str:
    return _RANGE.split(text, maxsplit=1)[0] if "→" in text or "–" in text or " - " in text else text


def _match_numbers(text: str, order: NumericOrder | None) -> WrittenDate | None:
    for pattern in _PATTERNS:
        if match := pattern.match(text):
            parts = match.groupdict()
            month, day = int(parts["month"] or 0), int(parts["day"] or 0)
            is_dotted = pattern is _DOTTED  # with points the day comes first, but where it cannot
            return _written_date(parts, month, day) or (_written_date(parts, day, month) if is_dotted else None)
    slashed = _SLASHED.match(text)
    if not slashed:
        return None
    one, two = int(slashed["one"]), int(slashed["two"])
    if order is None and one != two:
        return None
    day, month = (one, two) if order == "dmy" else (two, one)
    return _written_date(slashed.groupdict(), month, day)


def _written_date(parts: dict[str, str | None], month: int, day: int) -> WrittenDate | None:
    year = _year(parts.get("year") or "")
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    at = _time(parts)
    if (year and not _is_year(year)) or (at is None and (parts["hour"] or parts["hour_only"])):
        return None
    zone = (parts["zone"] or "").strip()
    return WrittenDate(year, month, day, at, zone, aside=(parts["aside"] or "").strip(" ()"))


def _is_year(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _year(text: str) -> int:
    year = int(text.lstrip("'") or 0)
    if not text or year > 99:
        return year
    return year + (1900 if year > 69 else 2000)


def _time(parts: dict[str, str | None]) -> time | None:
    hour = int(parts["hour"] or parts["hour_only"] or -1)
    half = (parts["half"] or parts["half_only"] or "").casefold()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        return time(hour, int(parts["minute"] or 0))
    except ValueError:
        return None
