"""The sentences on guesses. Nothing is called real that could be chance."""

from lib.english import counted, listed, paragraph, plural, sentence_case
from lib.insight.forecasts.curve import ForecastGroup
from lib.insight.state import COULD_BE_CHANCE, LIKELY_REAL, too_early_sentence
from lib.insight.wording import likely_between

FEW = 20


def too_few(n: int, least: int) -> str:
    """What is missing before anything is checked."""
    return too_early_sentence(n, least, "guesses with an outcome needed")


def headline(direction: str, expected: float, yes: int, beyond_chance: bool) -> str:
    """Whether fewer or more yeses came than expected, and whether that could be chance."""
    lean = {
        "expects_less": "You expect less than you get",
        "expects_more": "You expect more than you get",
        "even": "Your guesses add up",
    }[direction]
    came = plural(round(expected), "yes", "yeses")
    counts = f"{lean}: {round(expected)} {came} expected, {yes} came."
    return counts if direction == "even" else f"{counts} {LIKELY_REAL if beyond_chance else COULD_BE_CHANCE}"


def few_sentence(n: int, beyond_chance: bool) -> str:
    """How little so few guesses can show."""
    return f"With fewer than {FEW} outcomes only a large gap can be seen." if n < FEW and not beyond_chance else ""


def doubt_sentence(groups: tuple[ForecastGroup, ...]) -> str:
    """'When you doubted, 2 of 10; when confident, 15 of 16.'"""
    if len(groups) < 2:
        return ""
    low, high = groups[0], groups[-1]
    return f"When you doubted, {low.yes} of {low.n} came; when confident, {high.yes} of {high.n}."


def places_sentence(groups: tuple[ForecastGroup, ...], beyond_chance: bool) -> str:
    """Where the guesses are off against the lean of all of them, group by group; nothing if they are not."""
    found = [f"{_came(group)} where about {group.mean * group.n:.0f} were expected" for group in groups]
    return paragraph(f"{sentence_case(listed(found))}.", "" if beyond_chance else COULD_BE_CHANCE) if found else ""


def _came(group: ForecastGroup) -> str:
    first, last = round(100 * group.first), round(100 * group.last)
    chances = f"{first}%" if first == last else f"{first}% to {last}%"
    return f"of {group.n} guesses of {chances}, {group.yes or 'none'} came"


def boldness_sentence(direction: str, can_show: bool, beyond_chance: bool) -> str:
    """Whether they are too bold or too timid; a direction is named only beyond chance."""
    if not can_show:
        return ""
    if not beyond_chance:
        return "Whether you guess too boldly or too timidly can't be told yet."
    if direction == "too_bold":
        return "Your guesses are too bold: what happens is less clear-cut than you say."
    return "Your guesses are too timid: what happens is more clear-cut than you say."


def checked_sentence(judged: int, n: int, next_at: int | None) -> str:
    """On which outcomes the two tests were made, where not on all, and when they are made again."""
    if judged == n:
        return ""
    again = f" Next check at {next_at}." if next_at else ""
    return f"Checked on the first {judged} of {n} outcomes.{again}"


def score_sentence(brier: float, base: float, low: float, high: float) -> str:
    """The Brier score beside that of the base rate, with the range of the gain."""
    return (
        f"The Brier score of your guesses is {brier:.2f}. It takes how far each guess was from what happened, squared, "
        "and averages that: 0 is perfect, always saying 50% scores 0.25. Always saying your own share of "
        f"yeses, as far as you knew it each time, would have scored {base:.2f}. What your guesses gain on that is "
        f"{likely_between(_signed(low), _signed(high))}."
    )


def silence_sentence(silent: int, expected: float, yes: int, n: int) -> str:
    """The count with no reply as a no; nothing if there is none."""
    if not silent:
        return ""
    return (
        f"Counting {counted(silent, 'guess', 'guesses')} without a reply as a no, {expected:.0f} of {n} were expected "
        f"and {yes or 'none'} came."
    )


def left_out_sentence(waiting: int, silent: int, withdrew: int, broken: int, late: int) -> str:
    """Which guesses are not counted, and why."""
    parts = (
        (waiting, "waiting for an outcome"),
        (silent, "without a reply"),
        (withdrew, "where you withdrew"),
        (broken, "changed outside of Afterword"),
        (late, "made after you knew"),
    )
    named = ", ".join(f"{count} {why}" for count, why in parts if count)
    return sentence_case(f"not counted: {named}.") if named else ""


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−") if round(value, 2) else "0.00"
