"""What a wording is made of: words and their neighbours, the letters of each word, and words that hint at a kind."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from lib.linear_model import char_ngrams, word_ngrams
from lib.practice.wording_tokens import tokens

HINT = "#"
"""How the names of kinds begin where a word hints at one."""
_NUMBER = re.compile(r"\d+")
_WORDS_TOGETHER = 3
_LETTERS_TOGETHER = (3, 4)
_LONGEST = 100


@lru_cache(maxsize=4096)
def features(wording: str) -> frozenset[str]:
    """Up to three words in a row, with the wording's two ends, and up to four letters in a row of each word.

    A word that hints at a kind also represents all of that kind's words, alone and with its neighbours. A number counts
    as any other. Of a long text the first hundred words are taken.
    """
    words = _words(wording)
    return (
        frozenset(
            (*word_ngrams(["^", *words, "$"], _WORDS_TOGETHER), *char_ngrams(words, _LETTERS_TOGETHER), *_hints(words))
        )
        if words
        else frozenset()
    )


def whole_words(wording: str) -> frozenset[str]:
    """The features that are whole words, or represent them."""
    words = _words(wording)
    return frozenset(words).union(*(_hint(word) for word in words))


def _words(wording: str) -> list[str]:
    return [_NUMBER.sub("0", token.folded) for token in tokens(wording)[:_LONGEST]]


def _hints(words: list[str]) -> Iterator[str]:
    kinds = [_hint(word) for word in words]
    for hint in set().union(*kinds):
        with_hint = ["^", *(hint if hint in found else word for word, found in zip(words, kinds, strict=True)), "$"]
        yield hint
        yield from (row for row in word_ngrams(with_hint, _WORDS_TOGETHER) if hint in row)
        if sum(hint in found for found in kinds) > 1:
            yield f"{hint} twice"


@lru_cache(maxsize=4096)
def _hint(word: str) -> frozenset[str]:
    cues = _cues()
    starts = (f"{word[:size]}*" for size in range(3, len(word) + 1))
    return frozenset().union(*(cues.get(form, frozenset()) for form in (word, *starts)))


@cache
def _cues() -> dict[str, frozenset[str]]:
    """The kinds that a word, or the start of one, hints at."""
    cues: dict[str, frozenset[str]] = {}
    for line in files("lib.practice.kinds").joinpath("cues.txt").read_text("utf-8").splitlines():
        kind, forms = line.split(": ")
        for form in forms.split():
            cues[form] = cues.get(form, frozenset()) | {HINT + kind}
    return cues
