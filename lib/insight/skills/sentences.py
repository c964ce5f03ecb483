"""The sentences on changes of ratings. What is not established is never said to have changed."""

from lib.english import counted, listed, plural, said, sentence_case, times
from lib.insight.wording import INTERVAL, NO_MORE, of_shuffles

SCALE = 4
"""The largest change that a rating from 1 to 5 can make."""


def too_few_sentence(rated: int, least: int, some_left_out: bool = False) -> str:
    """What is missing before anything is judged."""
    which = " that count" if some_left_out else ""
    so_far = f"so far {counted(rated, 'interview')} {plural(rated, 'has', 'have')} ratings{which}"
    return f"Not enough to say yet whether anything is changing: from {least} interviews on it is judged, {so_far}."


def too_few_of_one_sentence(label: str, rated: int, n: int, least: int) -> str:
    """That one dimension was rated too seldom."""
    rarely = f"It was rated {times(rated)} in the first {n} interviews, and is judged from {least} on."
    return f"{label}: not enough to say. {rarely}"


def no_order_sentence(label: str) -> str:
    """That all its interviews lie on one day."""
    return f"{label}: not enough to say. All its interviews are on one day, and in which order is not known."


def established_sentence(label: str, n: int, size: str, chance: float) -> str:
    """A change beyond chance, with its size and how often shuffles come to as much."""
    return (
        f"{label}: established over the first {n} interviews. {size} "
        f"Among all that was looked at, a change as steady as this comes by chance in {of_shuffles(chance)}. "
        "These are your own ratings."
    )


def watch_sentence(label: str, n: int, size: str) -> str:
    """A change that may be chance."""
    return f"{label}: worth watching, unproven. {size} That may still be chance in {n} interviews."


def nothing_sentence(label: str, n: int, smallest: float) -> str:
    """That nothing can be told from chance, and what would have been."""
    return f"{label}: no change that can be told from chance in {n} interviews. {_could_have(smallest)}"


def constant_sentence(label: str, n: int) -> str:
    """That the rating never differed."""
    return f"{label}: the same rating in all {n} interviews, so there is no change to judge."


def size_sentence(change: float, low: float, high: float) -> str:
    """The change drawn towards none, with its interval."""
    points = f"{abs(change):.1f}"
    about = "about none" if points == "0.0" else f"about {points} {'up' if change > 0 else 'down'}"
    return f"The change is put at {about}, on a scale of 1 to 5 ({INTERVAL} {signed(low)} to {signed(high)})."


def dimensions_sentence(established: list[str], watch: list[str], judged: int) -> str:
    """Which of the dimensions stand out."""
    if not judged:
        return ""
    of = f"Of the {judged} things that you rate" if judged > 1 else "Of the one thing that you rate often enough"
    if not established and not watch:
        return f"{of}, none shows a change that can be told from chance."
    parts = [f"a change is established in {listed(established)}"] if established else []
    parts += [f"{listed(watch)} {plural(len(watch), 'is', 'are')} worth watching, unproven"] if watch else []
    return f"{of}, {'; '.join(parts)}."


def next_sentence(n: int, rated: int, next_at: int | None) -> str:
    """Which interviews the verdict rests on, where not on all, and when the next one comes."""
    rests = f"This rests on the first {n} of {rated} rated interviews." if n < rated else ""
    if next_at is None:
        return said(rests, f"After {n} interviews there is no further verdict: {NO_MORE}.")
    return said(rests, f"The next verdict is at {next_at} interviews, {next_at - rated} to go.")


def carry_over_sentence(correlation: float) -> str:
    """The warning that one interview's mood reaches into the next."""
    return (
        f"A caution: your ratings carry over from one interview to the next (correlation {correlation:.1f}). "
        "A mood that lasts looks like a change, so nothing is called established."
    )


def signed(value: float) -> str:
    """'+0.4', '−0.4', '0.0'."""
    return f"{value:+.1f}".replace("-", "−") if round(value, 1) else "0.0"


def _could_have(smallest: float) -> str:
    if smallest > SCALE:
        return "So few could not have shown even a change over the whole scale."
    return sentence_case(
        f"a change of about {_halves(smallest)} on the scale would have been found about three times in four."
    )


def _halves(points: float) -> str:
    rounded = max(round(2 * points) / 2, 0.5)
    number = f"{rounded:.0f}" if rounded == int(rounded) else f"{rounded:.1f}"
    return f"{number} {'point' if rounded <= 1 else 'points'}"
