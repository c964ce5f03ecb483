"""Due times as a person says them, and days held within the calendar."""

from datetime import date, datetime, timedelta, tzinfo

from lib.english import near_day


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


def days_later(day: date, days: int) -> date:
    """The day so many days on, held within the calendar's first and last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
