"""Due times in everyday words, and days held within the calendar."""

from datetime import date, datetime, tzinfo

from lib.dates import DateStyle


def spoken_due(due_at: datetime | date, now: datetime, zone: tzinfo, dates: DateStyle) -> str:
    """'by 20:00 today' or 'by Fri 27 Nov'; for what is past 'planned for …', without reproach."""
    today = now.astimezone(zone).date()
    if not isinstance(due_at, datetime):
        day = dates.brief_day(due_at, today)
        if due_at == today:
            return "today"
        return f"by {day}" if due_at > today else f"planned for {day}"
    local = due_at.astimezone(zone)
    day = dates.brief_day(local.date(), today)
    if due_at < now:
        return f"planned for {day}"
    is_end_of_day = (local.hour, local.minute) == (23, 59)
    return f"by the end of {day}" if is_end_of_day else f"by {dates.spoken_time(local.time())} {day}"
