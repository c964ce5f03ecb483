"""The notes beside the fields of an interview's time: no such zone, no such hour that night, my own clock."""

from datetime import UTC, date, datetime, time, tzinfo

from lib.dates import DateStyle
from lib.records.interview import Interview
from lib.records.zones import city_of, night_of, offset_words, zone_named
from lib.workflows import form_values
from lib.workflows.form_values import FormValues, InterviewTime


def clock_in_words(when: InterviewTime, mine: tzinfo) -> str:
    """Whose clock the time is on: 'New York', 'mine', or 'as noted, UTC+1' where mine is another one by now."""
    if zone_named(when.zone):
        return city_of(when.zone)
    if isinstance(when.held_at, datetime) and not _is_mine(when.held_at, mine):
        return f"as noted, {offset_words(when.held_at)}"
    return "mine"


def said_of_time(
    answers: FormValues, mine: tzinfo, today: date, noted: Interview | None = None, *, dates: DateStyle
) -> tuple[str, ...]:
    """Notes on the typed time, sentence by sentence; mostly none."""
    when = form_values.when(answers, mine, noted)
    sentences = (
        _of_the_zone(answers),
        _of_the_night(answers, when, dates=dates),
        _by_my_clock(when, mine, today, dates=dates),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _of_the_zone(answers: FormValues) -> str:
    reason = form_values.why_no_zone(form_values.text(answers, "zone"))
    return reason and f"{reason} Choose a city near it, or leave it empty."


def _of_the_night(answers: FormValues, when: InterviewTime, dates: DateStyle) -> str:
    at = form_values.text(answers, "time")
    if when.is_as_noted or not at or not isinstance(when.held_at, datetime):
        return ""
    typed = time.fromisoformat(at)
    day = date.fromisoformat(form_values.text(answers, "date"))
    night = night_of(day, typed, when.clock)
    if night == "missing":
        kept = dates.spoken_time(when.held_at.time())
        return f"The clocks go forward that night and skip {dates.spoken_time(typed)}. It's kept as {kept}."
    if night == "twice":
        second = datetime.combine(day, typed, tzinfo=when.clock).replace(fold=1).astimezone(UTC)
        on = "" if second.date() == day else f"{second.date()}, "
        return (
            f"The clocks go back that night, so {dates.spoken_time(typed)} comes twice. The first one counts; "
            f"for the second, enter {on}{dates.spoken_time(second.time())} with the time zone UTC."
        )
    return ""


def _by_my_clock(when: InterviewTime, mine: tzinfo, today: date, dates: DateStyle) -> str:
    held_at = when.held_at
    if not isinstance(held_at, datetime) or _is_mine(held_at, mine):
        return ""
    here = held_at.astimezone(mine)
    there = city_of(when.zone) if zone_named(when.zone) else offset_words(held_at)
    day = "" if here.date() == held_at.date() else f"{dates.near_day(here.date(), today)}, "
    return f"{dates.spoken_time(held_at.time())} {there} is {day}{dates.spoken_time(here.time())} your time."


def _is_mine(held_at: datetime, mine: tzinfo) -> bool:
    return held_at.utcoffset() == held_at.astimezone(mine).utcoffset()
