"""The sentences on first screens that are too long to be read in one breath. They are shown, and fail nothing."""

import re
from collections.abc import Iterator

from tests.copy_listing import KEPT

MOST_WORDS = 20
_FIRST_SCREEN = re.compile(r"== \w+(?: · .*)?")
"""A page without anything open on it."""


def long_sentences() -> Iterator[tuple[str, str]]:
    """Each once, with the page that it is on."""
    seen: set[str] = set()
    for path in sorted((KEPT / "rooms").glob("*.txt")):
        page = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("== "):
                page = line[3:] if _FIRST_SCREEN.fullmatch(line) else ""
            elif page:
                for sentence in re.split(r"(?<=[.?!:])\s+", re.sub(r"^\w+: ", "", line)):
                    if len(sentence.split()) > MOST_WORDS and sentence not in seen:
                        seen.add(sentence)
                        yield page, sentence
