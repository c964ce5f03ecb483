"""Counts, lists and dates as a person says them. Day and month names do not follow the system's locale."""

from collections.abc import Iterable, Sequence
from datetime import date

from lib.records.days import MONTHS, WEEKDAYS

NO_MORE = "asked again and again, chance alone would in the end pass for an answer"
"""Why verdicts come to an end."""

INTERVAL = "80 % interval"
INTERVAL_MEANS = (
    "An 80 % interval, in charts a line or a band, is a range made so that it holds the true value about four times "
    "in five."
)


def counted(n: int, one: str, many: str = "") -> str:
    """'no interviews', '1 interview', '2 interviews'."""
    return f"{n or 'no'} {one if n == 1 else many or one + 's'}"


def were(n: int, rest: str) -> str:
    """'none was …', '1 was …', '2 were …'."""
    return f"{n or 'none'} {'were' if n > 1 else 'was'} {rest}"


def listed(items: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return " and ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""


def sentence_case(text: str) -> str:
    """The text with its first letter large and the others as they are."""
    return text[:1].upper() + text[1:]


def explained_once(sentences: Iterable[str]) -> tuple[str, ...]:
    """The sentences, what an 80 % interval is being said after the first that names one."""
    told, explained = False, []
    for sentence in sentences:
        names = INTERVAL in sentence and not told
        explained.append(f"{sentence} {INTERVAL_MEANS}" if names else sentence)
        told = told or names
    return tuple(explained)


def said(*sentences: str) -> str:
    """The sentences that are not empty, one after the other."""
    return " ".join(sentence for sentence in sentences if sentence)


def in_paragraphs(*parts: str) -> str:
    """The parts that are not empty, with an empty line between them: more than one breath's reading."""
    return "\n\n".join(part for part in parts if part)


def weekday_and_date(day: date) -> str:
    """'Friday 27 November 2026'."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, with_year: bool = True) -> str:
    """'27 Nov 2026', or '27 Nov'."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}" + (f" {day.year}" if with_year else "")


def period(first: date, last: date) -> str:
    """'from 3 June to 20 November 2026'; a year is said twice only where it changes; one day is 'on' it."""
    if first == last:
        return f"on {last.day} {MONTHS[last.month - 1]} {last.year}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"from {first.day} {MONTHS[first.month - 1]}{year} to {last.day} {MONTHS[last.month - 1]} {last.year}"


def rating(value: float) -> str:
    """A rating, or an average of some, to one decimal."""
    return f"{value:.1f}"


def percent(share: float) -> str:
    """A share of 0 to 1 as '27 %'; what is neither none nor all is never said to be so."""
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{share * 100:.0f} %"
