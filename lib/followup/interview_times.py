"""The clocks that an interview starts: when it ended, and until when a thank-you is in time."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from lib.dates import days_later
from lib.followup.defaults import THANKS_EXPIRE_DAYS, THANKS_HOURS

ASSUMED_MINUTES = 60
"""How long an interview is taken to have lasted where its length is not known."""
EVENING = time(20, 0)
EARLY_END = time(18, 0)
_LATE_AFTER = timedelta(hours=THANKS_HOURS)
_LET_GO = timedelta(days=THANKS_EXPIRE_DAYS)


def ended_at(held_at: datetime | date, minutes: int | None, zone: tzinfo) -> datetime:
    """The instant at which an interview ended; a bare date ends with its day in ``zone``."""
    if not isinstance(held_at, datetime):
        return start_of(days_later(held_at, 1), zone)
    return held_at.astimezone(UTC) + timedelta(minutes=ASSUMED_MINUTES if minutes is None else minutes)


def thanks_due(held_at: datetime | date, minutes: int | None, zone: tzinfo) -> datetime:
    """Until when to thank: 20:00 the same day if it ended before 18:00, else ``THANKS_HOURS`` after its end.

    The wall clock is that of the place where the interview was; 24 hours are 24 hours on the clock in UTC, over
    a change of daylight saving and over a journey. A bare date: the end of the next day.
    """
    if not isinstance(held_at, datetime):
        return datetime.combine(days_later(held_at, 1), time(23, 59), tzinfo=zone)
    place = zone if held_at.utcoffset() == held_at.astimezone(zone).utcoffset() else held_at.tzinfo
    end = ended_at(held_at, minutes, zone)
    local_end = end.astimezone(place)
    if local_end.date() == held_at.date() and local_end.time() < EARLY_END:
        return datetime.combine(held_at.date(), EVENING, tzinfo=place)
    return end + _LATE_AFTER


def thanks_late_from(held_at: datetime | date, minutes: int | None, zone: tzinfo) -> datetime:
    """From when a thank-you is late: ``THANKS_HOURS`` after the end; a bare date: when the next day is over."""
    if not isinstance(held_at, datetime):
        return start_of(days_later(held_at, 2), zone)
    return ended_at(held_at, minutes, zone) + _LATE_AFTER


def thanks_expire_at(held_at: datetime | date, minutes: int | None, zone: tzinfo) -> datetime:
    """When a thank-you lapses: ``THANKS_EXPIRE_DAYS`` days after the end."""
    return ended_at(held_at, minutes, zone) + _LET_GO


def start_of(day: date, zone: tzinfo) -> datetime:
    """The first instant of a day."""
    return datetime.combine(day, time(), tzinfo=zone)
