"""What the sentences on results share."""

from collections.abc import Iterable

from lib.english import percent

NO_MORE = "asked again and again, chance alone would in the end pass for an answer"
"""Why verdicts come to an end."""

INTERVAL = "80% interval"
INTERVAL_MEANS = (
    "An 80% interval, in charts a line or a band, is a range made so that it holds the true value about four times "
    "in five."
)


def explained_once(sentences: Iterable[str]) -> tuple[str, ...]:
    """The sentences, what an 80% interval is being said after the first that names one."""
    told, explained = False, []
    for sentence in sentences:
        names = INTERVAL in sentence and not told
        explained.append(f"{sentence} {INTERVAL_MEANS}" if names else sentence)
        told = told or names
    return tuple(explained)


def rating(value: float) -> str:
    """A rating, or an average of some, to one decimal."""
    return f"{value:.1f}"


def of_shuffles(chance: float) -> str:
    """How often chance alone comes to as much: 'about 7% of shuffles', 'fewer than 1% of shuffles'."""
    return "fewer than 1% of shuffles" if chance < 0.01 else f"about {percent(chance)} of shuffles"
