"""Spelling in other languages than English, by the word lists that come with pyspellchecker."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from spellchecker import SpellChecker

from lib.followup.proofreading.spelling import Speller, english
from lib.followup.proofreading.words import prose_words
from lib.records.vocabulary import Language

_CODES: dict[Language, str] = {"german": "de", "french": "fr", "italian": "it", "portuguese": "pt", "dutch": "nl"}
"""Those of whose good words it doubts at most 2 in 100 (docs/benchmarks/proofreading.md); Spanish isn't among them."""

_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|un|nessun|all|dall|dell|nell|sull|quell|quest)'")
"""What French and Italian put before a vowel: 'l'', 'qu'', 'dell''."""

_LONGEST = 30


class OtherLanguage:
    """One language, with its word list."""

    def __init__(self, language: Language) -> None:
        self._words = SpellChecker(language=_CODES[language], distance=1)
        self.capitalises_nouns = language == "german"

    def knows(self, word: str) -> bool:
        """Whether it is in the word list; capitals do not matter."""
        plain = _plain(word)
        return plain in self._words or _ELIDED.sub("", plain) in self._words

    @lru_cache(maxsize=10_000)  # noqa: B019 - there is one of each language, and it stays
    def suggests(self, word: str) -> str:
        """The most frequent word that is one slip away, or nothing."""
        plain = _plain(word)
        if single := next((form for form in _with_single_letters(plain) if form in self._words), ""):
            return single
        found = self._words.correction(plain) if len(word) <= _LONGEST else None
        return found if found and found != plain else ""

    def known_slip(self, _word: str) -> str:
        """Nothing: there's no list of common slips."""
        return ""


def speller_for(text: str, language: Language | None) -> Speller | None:
    """The speller of a letter that is meant to be in ``language``; None if the text is in English all the same, as
    Afterword's own drafts are, or holds no words."""
    if language is None:
        return None
    words, chosen = [word.text for word in prose_words(text)], other_language(language)
    known, in_english = (sum(map(speller.knows, words)) for speller in (chosen, english()))
    return chosen if known > in_english else None


@cache
def other_language(language: Language) -> OtherLanguage:
    """The one speller of that language; its word list takes one to three seconds to load, once."""
    return OtherLanguage(language)


def _with_single_letters(word: str) -> Iterator[str]:
    """The word with one of its doubled letters written once: 'antwort' for 'antwortt'."""
    for at, (one, other) in enumerate(pairwise(word)):
        if one == other:
            yield word[:at] + word[at + 1 :]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
