"""English as the app puts it together: counts, lists, shares and lengths of time, with the names of days and months."""

from collections.abc import Iterable
from datetime import date, datetime

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
_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def shortened(text: str, most: int) -> str:
    """The text in at most that many characters, with '…' for what is cut off."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def one_line(text: str, most: int = 80) -> str:
    """The text on one line, in at most that many characters."""
    return shortened(" ".join(text.split()), most)


def plural(n: float, one: str, many: str = "") -> str:
    """The word that goes with a number, without the number: 'is' or 'are', 'day' or 'days'; by default with an s."""
    return one if n == 1 else many or one + "s"


def counted(n: int, one: str, many: str = "") -> str:
    """'no interviews', '1 interview', '2 interviews', '1,200 interviews'."""
    number = f"{n:,}" if n else "no"
    return f"{number} {plural(n, one, many)}"


def spelled(n: int, one: str, many: str = "") -> str:
    """'no notes', 'one note', 'three notes', and from 13 on in figures."""
    return f"{_SPELLED[n]} {plural(n, one, many)}" if 0 <= n < len(_SPELLED) else counted(n, one, many)


def span(days: int) -> str:
    """'one day', 'two days', 'a week', 'two weeks', 'a month': a length of time in everyday words."""
    if days == 30:
        return "a month"
    if days % 7:
        return spelled(days, "day")
    return "a week" if days == 7 else spelled(days // 7, "week")


def times(n: int) -> str:
    """'never', 'once', 'twice', '3 times'."""
    return {0: "never", 1: "once", 2: "twice"}.get(n) or counted(n, "time")


def were(n: int, rest: str) -> str:
    """'none was …', '1 was …', '2 were …'."""
    return f"{n or 'none'} {'were' if n > 1 else 'was'} {rest}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'; with ``last`` another word before the last one."""
    *others, end = [*items] or [""]
    return f"{', '.join(others)} {last} {end}" if others else end


def sentence_case(text: str) -> str:
    """The text with its first letter large and the others as they are."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str) -> str:
    """The text with its first letter small and the others as they are, to go on within a sentence."""
    return text[:1].lower() + text[1:]


def paragraph(*sentences: str) -> str:
    """The sentences that aren't empty, joined by spaces."""
    return " ".join(filter(None, sentences))


def in_paragraphs(*parts: str) -> str:
    """The parts that are not empty, with an empty line between them: more than one breath's reading."""
    return "\n\n".join(filter(None, parts))


def percent(share: float) -> str:
    """A share of 0 to 1 as '27%'; a share that isn't 0 or 1 is never shown as 0% or 100%."""
    if 0 < share < 0.01:
        return "under 1%"
    return "over 99%" if 0.99 < share < 1 else f"{share:.0%}"


def tenths(value: float) -> str:
    """A mean with one decimal if it needs one: '3.4', '4'."""
    return f"{value:.1f}".removesuffix(".0")


def near_word(day: date, today: date) -> str:
    """'yesterday', 'today' or 'tomorrow'; empty for any other day."""
    return _NEAR.get((day - today).days, "")


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
        return f"in {counted(minutes, 'minute')}"
    day = moment.astimezone(now.tzinfo).date()
    return "later today" if day == now.date() else days_between(day, now.date())


def spoken_weekday(day: date) -> str:
    """'Friday'."""
    return WEEKDAYS[day.weekday()]


def month_of(day: date) -> str:
    """'November 2026'."""
    return f"{MONTHS[day.month - 1]} {day.year}"
