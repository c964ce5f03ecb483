"""What the sentences on results share."""

from collections.abc import Iterable

LIKELY = "likely between"
LIKELY_MEANS = "“Likely between” gives a range that holds the true value about four times in five."


def likely_between(low: str, high: str) -> str:
    """'likely between 6% and 19%': the 80% interval."""
    return f"{LIKELY} {low} and {high}"


def explained_once(sentences: Iterable[str]) -> tuple[str, ...]:
    """The sentences, with 'likely between' explained after the first that has it."""
    is_explained, explained = False, []
    for sentence in sentences:
        names = LIKELY in sentence and not is_explained
        explained.append(f"{sentence} {LIKELY_MEANS}" if names else sentence)
        is_explained = is_explained or names
    return tuple(explained)


def rating(value: float) -> str:
    """A rating, or an average of some, to one decimal."""
    return f"{value:.1f}"


def of_shuffles(chance: float) -> str:
    """How often chance alone gives as much: 'about 7 in 100 shuffles', 'fewer than 1 in 100 shuffles'."""
    return "fewer than 1 in 100 shuffles" if chance < 0.01 else f"about {round(100 * chance)} in 100 shuffles"
