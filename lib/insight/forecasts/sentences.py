"""The sentences on forecasts. What is not beyond chance is never said to be so."""

from lib.english import counted, listed, plural, said, sentence_case
from lib.insight.forecasts.curve import Pooled
from lib.insight.wording import INTERVAL

FEW = 20


def too_few_sentence(n: int, least: int) -> str:
    """What is missing before anything is judged."""
    if not n:
        return f"Not enough to say yet: no forecast has met its answer. From {least} on they are judged."
    have = plural(n, "has met its answer", "have met their answers")
    return (
        f"Not enough to say yet: {counted(n, 'forecast')} {have}. From {least} on they are judged, {least - n} to go."
    )


def bias_sentence(direction: str, expected: float, yes: int, n: int, beyond_chance: bool, only_total: bool) -> str:
    """Whether fewer or more come true than expected, and how sure that is.

    ``only_total`` says that the single forecasts are off even where the total fits: it is not praised then.
    """
    even = "The total fits, the single forecasts less so" if only_total else "About as many come true as you expect"
    lean = {
        "expects_less": "You expect less than you get",
        "expects_more": "You expect more than you get",
        "even": even,
    }[direction]
    sure = "This is beyond chance." if beyond_chance else "This is not yet beyond chance."
    return said(
        f"{lean}: of {n} forecasts {expected:.1f} were expected to come true, and {yes or 'none'} did.",
        "" if direction == "even" else sure,
        f"With fewer than {FEW} only a gross bias could be seen." if n < FEW and not beyond_chance else "",
    )


def places_sentence(groups: tuple[Pooled, ...], beyond_chance: bool) -> str:
    """Where the forecasts are off against the lean of all of them, group by group; nothing where they are not."""
    told = [f"{_came_true(group)} where {group.mean * group.n:.1f} were expected" for group in groups]
    hedge = "" if beyond_chance else " This may still be chance."
    return f"Yet {listed(told)}.{hedge}" if told else ""


def _came_true(group: Pooled) -> str:
    first, last = round(100 * group.first), round(100 * group.last)
    chances = f"{first}%" if first == last else f"{first} to {last}%"
    return f"of {group.n} at {chances}, {group.yes or 'none'} came true"


def boldness_sentence(direction: str, can_show: bool, beyond_chance: bool) -> str:
    """Whether they are too bold or too timid; a direction is named only beyond chance."""
    if not can_show:
        return ""
    if not beyond_chance:
        return "Whether they are too bold or too timid cannot be told from chance."
    if direction == "too_bold":
        return "Your forecasts are too bold, beyond chance: what happens is less clear-cut than you say."
    return "Your forecasts are too timid, beyond chance: what happens is more clear-cut than you say."


def judged_sentence(judged: int, n: int, next_at: int | None) -> str:
    """On which answers the two tests were made, where not on all, and when they are made again."""
    if judged == n:
        return ""
    again = f" The next time is at {next_at}, {next_at - n} to go." if next_at else ""
    return f"Chance was judged on the first {judged} of {n} answers.{again}"


def score_sentence(brier: float, base: float, low: float, high: float) -> str:
    """The Brier score beside that of the base rate, with the interval of the gain."""
    return (
        f"Their Brier score is {brier:.2f}. It takes how far each chance lay from what happened, squared, and averages "
        "that: 0 is perfect, always saying 50% scores 0.25, and more is worse. Always saying your own share of "
        f"yeses, as far as you knew it each time, would have scored {base:.2f}. What the forecasts gain on that lies "
        f"between {_signed(low)} and {_signed(high)} ({INTERVAL})."
    )


def silence_sentence(silent: int, expected: float, yes: int, n: int) -> str:
    """The count in which no reply is a no; nothing where there is none."""
    if not silent:
        return ""
    return (
        f"Counting {counted(silent, 'forecast')} without a reply as a no, {expected:.1f} of {n} were expected, "
        f"and {yes or 'none'} came true."
    )


def left_out_sentence(waiting: int, silent: int, withdrew: int, broken: int, late: int) -> str:
    """Which forecasts are not counted, and why."""
    parts = (
        (waiting, "waiting for an answer"),
        (silent, "without a reply"),
        (withdrew, "where you withdrew"),
        (broken, "changed outside of the workbook"),
        (late, "made after you knew"),
    )
    named = ", ".join(f"{count} {why}" for count, why in parts if count)
    return sentence_case(f"not counted: {named}.") if named else ""


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−") if round(value, 2) else "0.00"
