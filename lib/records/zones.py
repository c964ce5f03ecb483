"""Time zones by the names that people use, and the time of an interview on their clock and on the person's own.

Rules of time zones come from Python's ``zoneinfo``; a name that it doesn't know is no zone.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from lib.dates import DateStyle
from lib.records.interview import Interview

CITIES: Final = {
    "San Francisco": "America/Los_Angeles",
    "Seattle": "America/Los_Angeles",
    "San Diego": "America/Los_Angeles",
    "Palo Alto": "America/Los_Angeles",
    "Las Vegas": "America/Los_Angeles",
    "Portland": "America/Los_Angeles",
    "Salt Lake City": "America/Denver",
    "Austin": "America/Chicago",
    "Dallas": "America/Chicago",
    "Houston": "America/Chicago",
    "Minneapolis": "America/Chicago",
    "Boston": "America/New_York",
    "Washington": "America/New_York",
    "Philadelphia": "America/New_York",
    "Atlanta": "America/New_York",
    "Miami": "America/New_York",
    "Pittsburgh": "America/New_York",
    "Montreal": "America/Toronto",
    "Ottawa": "America/Toronto",
    "Calgary": "America/Edmonton",
    "Rio de Janeiro": "America/Sao_Paulo",
    "Brasilia": "America/Sao_Paulo",
    "Munich": "Europe/Berlin",
    "Hamburg": "Europe/Berlin",
    "Cologne": "Europe/Berlin",
    "Frankfurt": "Europe/Berlin",
    "Stuttgart": "Europe/Berlin",
    "Leipzig": "Europe/Berlin",
    "Geneva": "Europe/Zurich",
    "Basel": "Europe/Zurich",
    "Barcelona": "Europe/Madrid",
    "Milan": "Europe/Rome",
    "Lyon": "Europe/Paris",
    "Rotterdam": "Europe/Amsterdam",
    "Eindhoven": "Europe/Amsterdam",
    "Manchester": "Europe/London",
    "Edinburgh": "Europe/London",
    "Cambridge": "Europe/London",
    "Porto": "Europe/Lisbon",
    "Gothenburg": "Europe/Stockholm",
    "Krakow": "Europe/Warsaw",
    "Tel Aviv": "Asia/Jerusalem",
    "Abu Dhabi": "Asia/Dubai",
    "Bangalore": "Asia/Kolkata",
    "Bengaluru": "Asia/Kolkata",
    "Mumbai": "Asia/Kolkata",
    "Delhi": "Asia/Kolkata",
    "Chennai": "Asia/Kolkata",
    "Hyderabad": "Asia/Kolkata",
    "Pune": "Asia/Kolkata",
    "Beijing": "Asia/Shanghai",
    "Shenzhen": "Asia/Shanghai",
    "Osaka": "Asia/Tokyo",
    "Hanoi": "Asia/Ho_Chi_Minh",
    "Canberra": "Australia/Sydney",
    "Wellington": "Pacific/Auckland",
    "Cape Town": "Africa/Johannesburg",
}
"""Cities that aren't the name of a zone, with the zone whose clock they keep."""

_SPOKEN: Final = {
    **dict.fromkeys(("et", "est", "edt", "eastern", "eastern time"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt", "central time"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt", "mountain time"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt", "pacific", "pacific time"), "America/Los_Angeles"),
    **dict.fromkeys(("cet", "cest", "central european time"), "Europe/Brussels"),
    **dict.fromkeys(("bst", "uk", "uk time", "london time"), "Europe/London"),
    "gmt": "UTC",
    "jst": "Asia/Tokyo",
}
"""What people call a clock: EST in July means the clock of New York, summer time and all."""
_PLACES: Final = re.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/")

_LEAST: Final = 3
"""Letters that the beginning of a city's name has at least."""

Night = Literal["", "missing", "twice"]
"""What a change of the clocks makes of a wall time: nothing, it doesn't come, or it comes twice."""


@lru_cache(maxsize=1_000)
def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that IANA name; None if there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """The IANA names to choose from, in order: the places of the world, and UTC."""
    return (*sorted(name for name in available_timezones() if _PLACES.match(name)), "UTC")


def zone_meant(words: str) -> str:
    """The IANA name that words mean: one itself, a city, the beginning of one, or 'EST'.

    Words that mean none, or more than one, come back as typed.
    """
    said = " ".join(words.split())
    key = said.casefold().replace("_", " ")
    known = _by_word()
    if key in known or len(key) < _LEAST:
        return known.get(key, said)
    begun = {name for word, name in known.items() if word.startswith(key)}
    return begun.pop() if len(begun) == 1 else said


@lru_cache(maxsize=1)
def _by_word() -> dict[str, str]:
    words: dict[str, str] = {}
    for name in reversed(zone_names()):
        words[city_of(name).casefold()] = words[_label(name).casefold().replace("_", " ")] = name
    words |= {name.casefold().replace("_", " "): name for name in zone_names()}
    for city, name in CITIES.items():
        words[city.casefold()] = words[zone_label(city).casefold().replace("_", " ")] = name
    return words | _SPOKEN


def zone_label(name: str) -> str:
    """'New York (America/New_York)', for a list to choose from; words that are no zone as they are."""
    if name in CITIES:
        return f"{name} ({CITIES[name]})"
    return _label(name) if "/" in name else name


def _label(name: str) -> str:
    return f"{city_of(name)} ({name})"


def city_of(name: str) -> str:
    """'New York' for America/New_York."""
    return name.rpartition("/")[2].replace("_", " ")


def offset_words(moment: datetime) -> str:
    """'UTC+1', 'UTC-3:30'."""
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return "UTC" if not minutes else f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def on_their_clock(held_at: datetime, zone: str) -> datetime:
    """The moment on the clock of its zone; without a zone, on the clock that it was written down by."""
    place = zone_named(zone)
    return held_at.astimezone(place) if place else held_at


def at_wall_time(day: date, at: time, zone: tzinfo) -> datetime:
    """The instant at which the clocks of a zone show that time, with the offset of that day.

    A time that the clocks skip is the one that they show instead (03:30 for 02:30); of one that comes twice it's the
    first. The offset is a fixed one, so that moments compare as instants.
    """
    moment = datetime.combine(day, at, tzinfo=zone)
    try:
        moment = moment.astimezone(UTC).astimezone(zone)
    except OverflowError:  # the very first or last day of the calendar
        moment = moment.replace(tzinfo=UTC)
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()), fold=0)


def night_of(day: date, at: time, zone: tzinfo) -> Night:
    """Whether the clocks of a zone skip that time on that day, or show it twice."""
    first, second = (datetime.combine(day, at, tzinfo=zone).replace(fold=fold) for fold in (0, 1))
    before, after = first.utcoffset() or timedelta(), second.utcoffset() or timedelta()
    return "" if before == after else "missing" if before < after else "twice"


def spoken_when(interview: Interview, now: datetime, mine: tzinfo, dates: DateStyle) -> str:
    """'tomorrow, 15:00'; in another zone 'tomorrow, 09:00 New York, 15:00 your time'."""
    today = now.astimezone(mine).date()
    return clocks(
        interview, mine, lambda day: dates.near_day(day, today), is_over=_is_over(interview, now), dates=dates
    )


def clocks(
    interview: Interview,
    mine: tzinfo,
    spoken: Callable[[date], str],
    dates: DateStyle,
    *,
    whose: str = "your time",
    joint: str = ", ",
    is_over: bool = True,
) -> str:
    """The day and time of an interview on its own clock, and after it on the clock of ``mine`` if that differs.

    One without a zone was noted by the clock that was mine then. While it's still to come that clock is told apart from
    mine of today, which may be another one after a journey; afterwards it stays as it was noted.
    """
    held_at = interview.held_at
    if not isinstance(held_at, datetime):
        return spoken(held_at)
    there, here = on_their_clock(held_at, interview.zone), held_at.astimezone(mine)
    there_in_words = f"{spoken(there.date())}{joint}{dates.spoken_time(there.time())}"
    is_named = zone_named(interview.zone) is not None
    if there.utcoffset() == here.utcoffset() or (is_over and not is_named):
        return there_in_words
    place = city_of(interview.zone) if is_named else offset_words(there)
    day = "" if here.date() == there.date() else f"{spoken(here.date())}{joint}"
    return f"{there_in_words} {place}, {day}{dates.spoken_time(here.time())} {whose}"


def _is_over(interview: Interview, now: datetime) -> bool:
    return interview.state != "scheduled" or not isinstance(interview.held_at, datetime) or interview.held_at <= now
