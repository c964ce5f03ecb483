"""Days and times as a person says them, in plain English and in no locale but its own."""

from datetime import date, datetime, timedelta, tzinfo

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
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
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def spoken_day(day: date, today: date) -> str:
    """'Friday 27 November', with the year where it is not this one."""
    text = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def near_day(day: date, today: date) -> str:
    """'today', 'tomorrow' or 'yesterday' where it is one of them, else the day with its date."""
    return _NEAR.get((day - today).days) or spoken_day(day, today)


def spoken_weekday(day: date) -> str:
    """'Friday'."""
    return _DAYS[day.weekday()]


def spoken_due(due_at: datetime | date, now: datetime, zone: tzinfo) -> str:
    """'by 20:00 today' or 'by Friday 27 November'; for what is past 'was meant for …', without reproach."""
    today = now.astimezone(zone).date()
    if not isinstance(due_at, datetime):
        day = near_day(due_at, today)
        return f"by {day}" if due_at >= today else f"was meant for {day}"
    local = due_at.astimezone(zone)
    end_of_day = (local.hour, local.minute) == (23, 59)
    if due_at < now:
        return f"was meant for {near_day(local.date(), today)}"
    return f"by {'the end of ' if end_of_day else f'{local:%H:%M} '}{near_day(local.date(), today)}"


def spoken_count(number: int, one: str, many: str = "") -> str:
    """'one note', 'three notes', '14 notes'; the plural adds an s unless given."""
    word = _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)
    return f"{word} {one if number == 1 else many or one + 's'}"


def days_later(day: date, days: int) -> date:
    """The day so many days on, held within the calendar's first and last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
