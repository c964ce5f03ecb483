"""The day that a jotted line names: 'by fri', 'end of next week', '2 wks', '4 Dec', '30.11.', 'tmrw'."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from lib.capture import phrases
from lib.capture.marks import MOST_READ
from lib.english import MONTHS, WEEKDAYS

_AHEAD: Final = timedelta(days=200)
_BEHIND: Final = timedelta(days=120)
"""A day without a year is the one within these two; one with a year may be any."""

_WEEKDAY = (
    r"(?P<weekday>mon|tue|wed|thu|fri|sat(?! (?:down|with|in|there|next))|sun)"
    r"(?:day|s|sday|nesday|rs|r|rsday|urday)?"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_TIME: Final = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b\d{1,2} ?o.?clock\b")
"""A time of day, whose figures tell no day."""
_Reading = tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]]
_YESTERDAY: Final = re.compile(r"(?<!before )\b(?:yesterday|last night)\b", re.IGNORECASE)
_ORDINALS: Final = phrases.names("numbers")["ordinals"]
_COUNTS: Final = {
    **{word: count for count, word in enumerate(phrases.names("numbers")["counts"], start=1)},
    "a": 1,
    "an": 1,
    "couple": 2,
    "few": 3,
    "fourteen": 14,
    "fifteen": 15,
}
_COUNT = rf"(?P<count>\d{{1,2}}|(?:a )?(?:couple(?: of)?|few)|{'|'.join(word for word in _COUNTS)})"


def day_said(text: str, today: date, day_first: bool | None = None) -> date | None:
    """The day that the text names, seen from ``today``; None if it names none, or if it could be two.

    None too if a weekday and a day of the month contradict each other: see ``days_at_odds``.

    A weekday is the next one to come, 'next Tuesday' the one in the next week. 'In two weeks' counts from today. Where
    a week or a month is meant, it's the last day to expect an answer: its Friday, or its last day.
    ``day_first`` tells whether '03/04' has the day first; without it, it could be two.
    """
    read = text.casefold()[:MOST_READ]
    if days_at_odds(text, today, day_first):
        return None
    return next((day for _, day in _found(read, _READINGS, today, day_first)), None)


def days_at_odds(text: str, today: date, day_first: bool | None = None) -> tuple[date, date] | None:
    """The two days that 'Tues 14th' may be where the 14th is a Monday: that date, and that weekday next to it.

    None if the text names no day, or one that fits.
    """
    read = text.casefold()[:MOST_READ]
    for found, day in _found(read, _DATED, today, day_first):
        beside = _WEEKDAY_BEFORE.search(read[: found.start()]) or _WEEKDAY_BEHIND.match(read[found.end() :])
        weekday = found.groupdict().get("weekday") or (beside and beside["weekday"])
        ahead = (_weekday_number(weekday) - day.weekday() + 3) % 7 - 3 if weekday else 0
        if ahead and (other := _later(day, ahead)):
            return min(day, other), max(day, other)
        return None
    return None


def _found(
    read: str, readings: Sequence[_Reading], today: date, day_first: bool | None
) -> Iterator[tuple[re.Match[str], date]]:
    for pattern, reading in readings:
        for found in pattern.finditer(read):
            if day := _in_figures(found, today, day_first) if reading is _in_figures else reading(found, today):
                yield found, day


def day_before(text: str, today: date, day_first: bool | None = None) -> date | None:
    """The same for a day that is over: a weekday alone is the last one, up to today, and 'yesterday' is one too."""
    if _YESTERDAY.search(text[:MOST_READ]):
        return _later(today, -1)
    day = day_said(text, today, day_first)
    is_weekday_alone = day is not None and day > today and not re.search(r"\d|week", _TIME.sub("", text.casefold()))
    return _later(day, -7) if day and is_weekday_alone else day


def _later(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _friday(today: date, weeks: int) -> date | None:
    return _later(today, 4 - today.weekday() + 7 * weeks)


def _week(found: re.Match[str], today: date) -> date | None:
    weeks = {"next": 1, "following": 1}.get(found["which"] or "", 0)
    if "early" in found[0] or "start" in found[0] or "beginning" in found[0]:
        return _later(today, 1 - today.weekday() + 7 * weeks)
    day = _friday(today, weeks)
    return day if day is None or day >= today else _friday(today, weeks + 1)


def _month_end(found: re.Match[str], today: date) -> date | None:
    month = today.month + (found["which"] == "next")
    first = calendar_day(today.year + month // 12, month % 12 + 1, 1)
    return first and _later(first, -1)


def _month_part(found: re.Match[str], today: date) -> date | None:
    day = {"early": 10, "mid": 15, "late": 28, "end": 28}[found["part"].split()[0]]
    return _nearest(_month_number(found["month"]), day, today)


def _month_number(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, start=1) if name.casefold().startswith(word[:3]))


def _in_counted(found: re.Match[str], today: date) -> date | None:
    words = found["count"].removeprefix("a ").removesuffix(" of")
    count = int(words) if words.isdigit() else _COUNTS[words]
    if found["unit"].startswith("m"):
        return _later(today, 30 * count)
    if found["working"]:
        return _working_days_later(today, count)
    return _later(today, count * (7 if found["unit"].startswith("w") else 1))


def _working_days_later(today: date, count: int) -> date | None:
    weeks, rest = divmod(count, 5)
    last = today.weekday() + rest
    return _later(today, 7 * weeks + rest + (2 if last > 4 else 0))


def _weekday(found: re.Match[str], today: date) -> date | None:
    at = _weekday_number(found["weekday"])
    ahead = (at - today.weekday() - 1) % 7 + 1
    if found["which"] == "next" or found["week"]:
        ahead = at - today.weekday() + 7 if found["which"] == "next" else ahead + 7
    return _later(today, ahead)


def _named(found: re.Match[str], today: date) -> date | None:
    word = found["day"]
    day = int(word) if word.isdigit() else _ORDINALS.index(word) + 1
    month = _month_number(found["month"])
    if found["year"]:
        return calendar_day(int(found["year"]), month, day)
    return _nearest(month, day, today)


def _in_figures(found: re.Match[str], today: date, day_first: bool | None = None) -> date | None:
    first, second = int(found["first"]), int(found["second"])
    year = found["year"] and (int(found["year"]) if len(found["year"]) == 4 else 2000 + int(found["year"]))
    orders = {(first, second), (second, first)} if found["mark"] == "/" else {(first, second)}
    days = {calendar_day(year, month, day) if year else _nearest(month, day, today) for day, month in orders} - {None}
    if len(days) > 1 and day_first is not None:
        day, month = (first, second) if day_first else (second, first)
        return calendar_day(year, month, day) if year else _nearest(month, day, today)
    return days.pop() if len(days) == 1 else None


def _iso(found: re.Match[str], _today: date) -> date | None:
    return calendar_day(int(found[1]), int(found[2]), int(found[3]))


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of the calendar; None if there's none, as 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, today: date) -> date | None:
    """The day of that month that is near today, of last year, this one or the next."""
    around = (calendar_day(year, month, day) for year in (today.year - 1, today.year, today.year + 1))
    return next((one for one in around if one and -_BEHIND <= one - today <= _AHEAD), None)


def _of_this_month(found: re.Match[str], today: date) -> date | None:
    day = int(found["day"])
    this = calendar_day(today.year, today.month, day)
    if this and this >= today:
        return this
    return calendar_day(today.year + today.month // 12, today.month % 12 + 1, day)


def _of_that_weekday(found: re.Match[str], today: date) -> date | None:
    """'Mon 23rd': the nearest such day that is that weekday, else the next one to come that isn't."""
    around = (_later(today, ahead) for away in range(60) for ahead in (away, -away))
    at = _weekday_number(found["weekday"])
    fitting = (one for one in around if one and one.day == int(found["day"]) and one.weekday() == at)
    return next(fitting, None) or _of_this_month(found, today)


def _weekday_number(word: str) -> int:
    return next(number for number, name in enumerate(WEEKDAYS) if name.casefold().startswith(word))


_PLAIN: Final[tuple[tuple[str, Callable[[re.Match[str], date], date | None]], ...]] = (
    (r"\b(20\d\d)-(\d\d)-(\d\d)\b", _iso),
    (rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)? {_MONTH}\.?,?(?: (?P<year>20\d\d))?", _named),
    (rf"\b(?P<day>{'|'.join(_ORDINALS)})(?: of)? {_MONTH}(?: (?P<year>20\d\d))?", _named),
    (rf"\b{_MONTH} (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,? (?P<year>20\d\d))?", _named),
    (
        r"(?<![\d./])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?:(?P=mark)(?P<year>20\d\d|\d\d)|\.)(?!\d)",
        _in_figures,
    ),
    (r"(?<![\d./])(?P<first>\d{1,2})(?P<mark>/)(?P<second>\d{1,2})(?P<year>)(?![\d/])", _in_figures),
    (r"\b(?:tonight|today|this (?:aft|afternoon|evening|eve))\b", lambda _, today: today),
    (r"\b(?:tomorrow|tmrw|tmr|2moro|2morrow|tomoz|tomorow)\b", lambda _, today: _later(today, 1)),
    (rf"\b{_WEEKDAY},? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b", _of_that_weekday),
    (
        rf"\b(?:(?P<which>next|this) )?{_WEEKDAY}\b(?: (?P<week>week))?",
        _weekday,
    ),
    (
        rf"\b(?:in|within|after|inside|max|takes?|about)? ?{_COUNT} (?P<working>(?:working|business|work) )?"
        r"(?P<unit>days?|wks?|weeks?|months?)\b",
        _in_counted,
    ),
    (
        r"\b(?:(?:early|mid|start of|beginning of|end of|later|by) )?(?:the )?"
        r"(?P<which>next|following|this|the) (?:week|wk)\b(?!end)",
        _week,
    ),
    (r"\b(?:e\.?o\.?w|end of(?: the)? (?:week|wk))\b(?P<which>)", _week),
    (r"\b(?:the |this |by |at |on )(?:weekend|wkend|wknd)\b", lambda _, today: _later(today, 5 - today.weekday())),
    (r"\b(?:e\.?o\.?m\b|(?:in )?(?:the )?end of (?:the |this )?(?P<which>next )?month\b)", _month_end),
    (rf"\b(?P<part>early|mid|late|end(?: of)?)[ -]{_MONTH}", _month_part),
    (r"\bbefore (?:christmas|xmas)\b", lambda _, today: _nearest(12, 24, today)),
    (r"\b(?:by|before|on|until|til|till) the (?P<day>\d{1,2})(?:st|nd|rd|th)\b", _of_this_month),
    (
        r"\b(?:prob(?:ably|s|ly)?|maybe|perhaps|likely|poss(?:ibly)?|around|day|shift|along|interview),? "
        r"(?:on )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?=\W*$|,|;|\?| at\b| \d| or\b| i think| maybe| prob)",
        _of_this_month,
    ),
)
_READINGS: Final = tuple((re.compile(pattern), reading) for pattern, reading in _PLAIN)
_DATED: Final = tuple(
    (pattern, reading)
    for pattern, reading in _READINGS
    if reading in (_iso, _named, _in_figures, _of_that_weekday, _of_this_month)
)
_WEEKDAY_BEFORE: Final = re.compile(rf"\b{_WEEKDAY}\.?,? (?:the )?$")
_WEEKDAY_BEHIND: Final = re.compile(rf",? ?\(?{_WEEKDAY}\b")
