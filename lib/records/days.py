"""Dates and times as a person says them."""

from datetime import date, datetime, time

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def near_day(day: date, today: date) -> str:
    """'today', 'yesterday', 'Friday 27 November', with the year where it is not this year's."""
    return _NEAR.get((day - today).days) or spoken_day(day, today)


def spoken_day(day: date, today: date) -> str:
    """'Friday 27 November', with the year where it is not this year's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def short_day(day: date, today: date) -> str:
    """'27 Nov', with the year where it is not this year's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][:3]}{year}"


def spoken_moment(moment: date, today: date) -> str:
    """A day, with the time of day where it is known: 'Thursday 19 November, 14:00'."""
    if isinstance(moment, datetime):
        return f"{near_day(moment.date(), today)}, {spoken_time(moment.time())}"
    return near_day(moment, today)


def spoken_time(at: time) -> str:
    """'14:00', on the 24-hour clock."""
    return at.strftime("%H:%M")


def days_between(day: date, today: date) -> str:
    """'in 5 days', 'today', '3 days ago'."""
    distance = (day - today).days
    if distance in _NEAR:
        return _NEAR[distance]
    return f"in {distance} days" if distance > 0 else f"{-distance} days ago"


def wait_until(moment: datetime, now: datetime) -> str:
    """'in 10 minutes', 'later today', 'in 5 days': how long until then, on the clock of ``now``; at least a minute."""
    minutes = max(1, round((moment - now).total_seconds() / 60))
    if minutes < 60:
        return f"in {minutes} {'minute' if minutes == 1 else 'minutes'}"
    day = moment.astimezone(now.tzinfo).date()
    return "later today" if day == now.date() else days_between(day, now.date())


def month_of(day: date) -> str:
    """'November 2026'."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def spoken_weekday(day: date) -> str:
    """'Friday'."""
    return WEEKDAYS[day.weekday()]
