"""Dates as other tools and people write them; what may be two dates is asked about, never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal

from lib.records.zones import at_wall_time

Order = Literal["dmy", "mdy"]
Verdict = Literal["dmy", "mdy", "either", "ask", "mixed"]

_MONTHS = {
    **{name: at for at, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"), start=1)},
    **{name: at for at, name in enumerate(("sep", "oct", "nov", "dec"), start=9)},
    "mär": 3,
    "mrz": 3,
    "mai": 5,
    "okt": 10,
    "dez": 12,
}
_TIME = (
    r"(?:(?:,|T|\s|\bat\b)+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
)
_ZONE = r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_END = _TIME + _ZONE + r"\s*$"
_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_PATTERNS = tuple(
    re.compile(r"\s*" + _WEEKDAY + pattern + _END, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-]+(?P<name>[a-zä]{{3,9}})\.?,?[\s-]+{_YEAR}",
        rf"(?P<name>[a-zä]{{3,9}})\.?[\s-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]+{_YEAR}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
    )
)
_SLASHED = re.compile(rf"\s*{_WEEKDAY}(?P<one>\d{{1,2}})[/-](?P<two>\d{{1,2}})[/-]{_YEAR}{_END}", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1950, 2100


@dataclass(frozen=True)
class Ambiguity:
    """How the slashed dates of a file are meant: day first, month first, 'either' (it makes no difference), or 'ask'.

    'mixed' says that some can only be meant the one way and some only the other. ``example`` is one such date.
    """

    verdict: Verdict
    example: str = ""


def ambiguity(texts: Iterable[str]) -> Ambiguity:
    """What all dates of one file together say about their order."""
    day_first = month_first = ""
    open_one = ""
    for text in texts:
        found = _SLASHED.match(text)
        if not found:
            continue
        one, two = int(found["one"]), int(found["two"])
        if one > 12:
            day_first = day_first or text
        elif two > 12:
            month_first = month_first or text
        elif one != two:
            open_one = open_one or text
    if day_first and month_first:
        return Ambiguity("mixed", open_one or month_first)
    if day_first or month_first:
        return Ambiguity("dmy" if day_first else "mdy", day_first or month_first)
    return Ambiguity("ask", open_one) if open_one else Ambiguity("either")


def both_ways(text: str, zone: tzinfo) -> tuple[date | None, date | None]:
    """The day that a slashed date is with the day first, and with the month first."""
    return read_day(text, "dmy", zone), read_day(text, "mdy", zone)


def read_day(text: str, order: Order | None, zone: tzinfo) -> date | None:
    """The calendar day in ``zone``; None where the text is no date, or may be two and ``order`` does not say which."""
    moment = read_moment(text, order, zone)
    return moment.date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=20_000)
def read_moment(text: str, order: Order | None, zone: tzinfo) -> date | datetime | None:
    """As ``read_day``, with the time of day where it is given; a time without offset is one of ``zone``."""
    found = next((match for pattern in _PATTERNS if (match := pattern.match(text))), None)
    if found:
        parts = found.groupdict()
        month = _MONTHS.get(parts["name"].casefold()[:3], 0) if parts.get("name") else int(parts["month"])
        return _moment(parts, month, int(parts["day"]), zone)
    slashed = _SLASHED.match(text)
    if not slashed:
        return None
    one, two = int(slashed["one"]), int(slashed["two"])
    if order is None and one != two:
        return None
    day, month = (one, two) if order == "dmy" else (two, one)
    return _moment(slashed.groupdict(), month, day, zone)


def _moment(parts: dict[str, str | None], month: int, day: int, zone: tzinfo) -> date | datetime | None:
    try:
        on = date(_year(parts["year"] or ""), month, day)
        if not _FIRST_YEAR <= on.year <= _LAST_YEAR:
            return None
        if not parts["hour"]:
            return on
        at = at_wall_time(on, _time(parts), _offset(parts["zone"]) or zone).astimezone(zone)
        return at.replace(tzinfo=timezone(at.utcoffset() or timedelta()), fold=0)
    except (ValueError, OverflowError):
        return None


def _year(text: str) -> int:
    year = int(text.lstrip("'"))
    return year if year > 99 else year + (1900 if year > 69 else 2000)


def _time(parts: dict[str, str | None]) -> time:
    hour, half = int(parts["hour"] or 0), (parts["half"] or "").casefold()
    if half and not 1 <= hour <= 12:
        raise ValueError("no such hour")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, int(parts["minute"] or 0))


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def read_time(text: str) -> time | None:
    """A bare time of day: '14:00', '2:30 PM', '9am'."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([AaPp]\.?[Mm]\.?)?\s*(?:Uhr)?\s*", text)
    if not found or not (found[2] or found[3]):
        return None
    try:
        return _time({"hour": found[1], "minute": found[2], "half": found[3]})
    except ValueError:
        return None
