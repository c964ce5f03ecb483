"""From what was typed or jotted to single questions."""

from collections.abc import Iterable

from lib.workflows.answers import unique


def sort_jottings(jotted: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines that end in a question mark are questions; the others are notes still to be sorted."""
    stripped = [bare for line in jotted.splitlines() if (bare := line.strip().lstrip("-*•–").strip())]
    return tuple(line for line in stripped if is_question(line)), tuple(
        line for line in stripped if not is_question(line)
    )


def is_question(line: str) -> bool:
    """Whether a jotted line is a question: it ends in a question mark, of any script."""
    return line.rstrip(" \"'“”‘’«»)]*_").endswith(("?", "\uff1f", "\u061f"))


def hard_first(asked: Iterable[str], hard: Iterable[str]) -> tuple[str, ...]:
    """The hard questions that still stand among those asked, the worst first: in the order they were tapped."""
    standing = set(asked)
    return tuple(wording for wording in unique(hard) if wording in standing)
