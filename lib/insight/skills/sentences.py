"""The sentences on changes of ratings, each in one of the four states."""

from lib.english import counted, listed, paragraph, plural
from lib.insight.state import COULD_BE_CHANCE, LAST, STATE_LABELS, Conclusion, next_check, too_early
from lib.insight.wording import likely_between, of_shuffles

OWN = "These are your own ratings: you may have changed, or how you rate."
"""What a change of ratings over time need not mean."""
LARGEST = 4
"""The largest change that a rating from 1 to 5 can make."""


def too_few(rated: int, least: int) -> Conclusion:
    """What is missing before anything is checked."""
    return too_early(rated, least, "ratings needed")


def too_few_of_one(label: str, rated: int, n: int, least: int) -> Conclusion:
    """That one skill was rated too seldom."""
    rarely = f"{label}: rated in {rated or 'none'} of {counted(n, 'interview')}."
    return too_early(rated, least, "ratings needed", rarely)


def no_order(label: str) -> Conclusion:
    """That all its interviews are on one day."""
    whole = f"{label}: all its interviews are on one day, in an order that isn't known."
    return too_early(1, 2, "days", whole)


def likely_real(label: str, n: int, size: tuple[float, float, float], chance: float, next_at: int | None) -> Conclusion:
    """A change beyond chance. ``size`` is the change with the ends of its likely range."""
    sure = paragraph(
        f"Checked over your first {n} rated interviews. {size_sentence(*size)}",
        f"A change as steady as this comes up in {of_shuffles(chance)} of their order, over all that was checked.",
        OWN,
        next_check(next_at),
    )
    return Conclusion("likely_real", _headline(label, size[0]), sure)


def could_be_chance(label: str, n: int, size: tuple[float, float, float], next_at: int | None) -> Conclusion:
    """A change that chance alone brings often enough."""
    sure = paragraph(f"Checked over your first {n} rated interviews. {size_sentence(*size)}", next_check(next_at))
    return Conclusion("could_be_chance", f"{_headline(label, size[0])} {COULD_BE_CHANCE}", sure)


def no_clear_pattern(label: str, n: int, smallest: float, next_at: int | None) -> Conclusion:
    """That nothing was found, and what could have been missed."""
    headline = paragraph(f"Checked at {n} interviews: no clear change.", _missed(label, smallest), next_check(next_at))
    return Conclusion("no_clear_pattern", headline, _found(smallest))


def always_the_same(label: str, n: int, next_at: int | None) -> Conclusion:
    """That the rating never differed."""
    what = f"{label} is" if label else "all are"
    headline = f"Checked at {n} interviews: {what} rated the same each time. Finer changes could have been missed."
    return Conclusion("no_clear_pattern", paragraph(headline, next_check(next_at)))


def size_sentence(change: float, low: float, high: float) -> str:
    """The change drawn towards none, with its range."""
    about = likely_between(signed(low), signed(high))
    return f"On the scale of 1 to 5 the change is about {signed(change)}, {about}."


def dimensions_sentence(likely: list[str], chance: list[str], checked: int) -> str:
    """Which of the skills stand out."""
    if not checked:
        return ""
    if not likely and not chance:
        return f"None of the {checked} skills shows a clear change." if checked > 1 else ""
    parts = [f"{STATE_LABELS['likely_real']}: {listed(likely)}."] if likely else []
    parts += [f"{STATE_LABELS['could_be_chance']}: {listed(chance)}."] if chance else []
    return paragraph(*parts)


def checked_sentence(n: int, rated: int, next_at: int | None) -> str:
    """Which interviews the check is made on, where not on all, and why there is none after the last."""
    return paragraph(
        f"Checked on the first {n} of {rated} rated interviews." if n < rated else "",
        "" if next_at else LAST,
    )


def mood_sentence(correlation: float) -> str:
    """The warning that one interview's mood reaches into the next, with how much."""
    return (
        "Your ratings seem to follow your mood, so no change is called likely "
        f"(one interview and the next: correlation {correlation:.1f})."
    )


def signed(value: float) -> str:
    """'+0.4', '−0.4', '0.0'."""
    return f"{value:+.1f}".replace("-", "−") if round(value, 1) else "0.0"


def _headline(label: str, change: float) -> str:
    points = f"{abs(change):.1f}"
    how_much = "slightly" if points == "0.0" else f"about {points}"
    return f"You rate {label or 'yourself'} {how_much} {'higher' if change > 0 else 'lower'} than at first."


def _missed(label: str, smallest: float) -> str:
    if not label:
        return "A big change in one skill could have been missed."
    if smallest > LARGEST:
        return f"For {label}, even one over the whole scale could have been missed."
    return f"For {label}, one of {_halves(smallest)} could have been missed."


def _found(smallest: float) -> str:
    if smallest > LARGEST:
        return ""
    return f"A change of about {_halves(smallest)} would have been found three times in four."


def _halves(points: float) -> str:
    rounded = max(round(2 * points) / 2, 0.5)
    return f"{rounded:g} {plural(rounded, 'point')}"
