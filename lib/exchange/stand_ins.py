"""Names replaced by stand-ins, the same one for the same name in every text: Company A, Person 1."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from lib.english import listed
from lib.followup.proofreading.words import prose_words
from lib.words import WORD, folded, has_no_case

StandInKind = Literal["company", "person", "self", "chosen"]

_GAP = re.compile(r"[\s.,&'’+/()|-]{1,4}")
_LONG = 6
"""A name of this many letters is found within other words too, as in a file's name, and in two parts."""
_SPELLED_OUT = 3
"""A name of this many letters is found with something between its letters too."""
_IN_LETTERS = 2
"""Of how many words, at most, a name may be to be spelled out."""

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# Each begins where its run of letters does, so that a word of 100,000 letters is read once and not from each letter on.
_ADDRESSES: Final = (
    ("[email]", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("[link]", re.compile(r"(?:(?<![\w+.-])[a-z][a-z+.-]*://|\bwww\.)\S+", re.IGNORECASE)),
    ("[link]", re.compile(r"(?<![\w.-])(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)),
    (
        "[link]",
        re.compile(
            r"(?<![\w.-])(?:[\w-]+\.)+(?:com|org|net|io|ai|co|eu|de|uk|fr|nl|at|ch|es|it|se|dk|no|fi|pl|us|ca|dev|app)\b"
        ),
    ),
    ("[handle]", re.compile(r"(?<!\w)@\w+(?:['’]\w+)*")),
    ("[phone]", re.compile(r"(?<![\w-])(?:\+|\(?0)[\d\s()/.-]{5,24}\d")),
    ("[phone]", re.compile(r"(?<![\w-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b")),
)


@dataclass(frozen=True)
class Name:
    """One way in which somebody or something is written. ``key`` identifies who; names of one key have one stand-in.

    ``with_capital`` takes it only if it is written with one, as it is an ordinary word too, and ``within`` only if it
    does not begin a sentence either.
    """

    kind: StandInKind
    key: str
    text: str
    with_capital: bool = False
    within: bool = False


@dataclass(frozen=True)
class _Spelling:
    words: tuple[str, ...]
    names: tuple[Name, ...]


@dataclass
class StandIns:
    """The names to replace, and the stand-ins given so far, in the order in which the names turned up."""

    names: Iterable[Name]
    assigned: dict[tuple[StandInKind, str], str] = field(default_factory=dict)
    addresses: int = 0
    _spellings: dict[str, list[_Spelling]] = field(default_factory=dict)
    _long: dict[str, list[tuple[str, Name]]] = field(default_factory=dict)
    _uncased: list[Name] = field(default_factory=list)

    def __post_init__(self) -> None:
        found: dict[tuple[str, ...], list[Name]] = {}
        for name in self.names:
            for words in _spellings_of(name.text):
                found.setdefault(words, []).append(name)
        for words, names in list(found.items()):
            letters = tuple("".join(words))
            if len(letters) >= _SPELLED_OUT and len(words) <= _IN_LETTERS:
                spelled_out = (replace(name, with_capital=False, within=False) for name in names)
                found.setdefault(letters, []).extend(spelled_out)
        for words, names in found.items():
            self._spellings.setdefault(words[0], []).append(_Spelling(words, tuple(dict.fromkeys(names))))
            whole = "".join(words)
            is_spelled_out = all(len(word) == 1 for word in words)
            if len(whole) >= _LONG and not is_spelled_out and not names[0].with_capital:
                self._long.setdefault(whole[:_LONG], []).append((whole, names[0]))
        for ways in self._spellings.values():
            ways.sort(key=lambda way: len(way.words), reverse=True)
        uncased = {name.text: name for name in self.names if has_no_case(name.text)}
        self._uncased = sorted(uncased.values(), key=lambda name: len(name.text), reverse=True)

    def of(self, name: Name) -> str:
        """The stand-in of a name."""
        key = (name.kind, name.key)
        if key not in self.assigned:
            number = sum(kind == name.kind for kind, _ in self.assigned)
            self.assigned[key] = _stand_in(name.kind, number)
        return self.assigned[key]

    def replace(self, text: str) -> str:
        """The text with every name and every address in it replaced."""
        text = unicodedata.normalize("NFC", text)
        for mark, pattern in _ADDRESSES:
            text, count = pattern.subn(mark, text)
            self.addresses += count
        for name in self._uncased:
            if name.text in text:
                text = text.replace(name.text, self.of(name))
        return "".join(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        words = list(WORD.finditer(text))
        opening = {word.start for word in prose_words(text) if word.opens}
        end = at = 0
        while at < len(words):
            count, stand_in = self._at(text, words, at, words[at].start() in opening)
            if count:
                yield text[end : words[at].start()]
                yield stand_in
                end = words[at + count - 1].end()
            at += count or 1
        yield text[end:]

    def _at(self, text: str, words: list[re.Match[str]], at: int, opens: bool) -> tuple[int, str]:
        """How many words from here on are a name, and its stand-in; 0 if they are none."""
        first = words[at].group()
        plain = folded(first)
        for start, ending in ((plain, ""), (plain[:-1] if plain.endswith("s") and len(plain) > 3 else "", "s")):
            for way in self._spellings.get(start, ()):
                if (not ending or len(way.words) == 1) and _goes_on(text, words, at, way.words):
                    fitting = tuple(name for name in way.names if _fits(name, first, opens))
                    if fitting:
                        return len(way.words), self._stand_in_of(fitting) + ending
        hidden = self._within(plain)
        return (1, self.of(hidden)) if hidden else self._in_two(text, words, at)

    def _in_two(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, str]:
        """A long name with a gap in it: 'north wind'."""
        if at + 1 >= len(words) or not _GAP.fullmatch(text[words[at].end() : words[at + 1].start()]):
            return 0, ""
        whole = folded(words[at].group()) + folded(words[at + 1].group())
        found = next((name for known, name in self._long.get(whole[:_LONG], ()) if known == whole), None)
        return (2, self.of(found)) if found else (0, "")

    def _stand_in_of(self, names: tuple[Name, ...]) -> str:
        found = list(dict.fromkeys(self.of(name) for name in names))
        return listed(found, "or") if len(found) <= 3 else "someone"

    def _within(self, word: str) -> Name | None:
        for start in range(len(word) - _LONG + 1):
            for whole, name in self._long.get(word[start : start + _LONG], ()):
                if word.startswith(whole, start):
                    return name
        return None


def _goes_on(text: str, words: list[re.Match[str]], at: int, wanted: tuple[str, ...]) -> bool:
    if at + len(wanted) > len(words):
        return False
    for place in range(1, len(wanted)):
        gap = text[words[at + place - 1].end() : words[at + place].start()]
        if folded(words[at + place].group()) != wanted[place] or not _GAP.fullmatch(gap):
            return False
    return True


def _fits(name: Name, first: str, opens: bool) -> bool:
    return not (name.with_capital and not first[0].isupper()) and not (name.within and opens)


def _stand_in(kind: StandInKind, number: int) -> str:
    if kind == "company":
        return f"Company {_letters(number)}"
    return {"person": f"Person {number + 1}", "self": "(my name)", "chosen": f"(name {number + 1})"}[kind]


def _letters(number: int) -> str:
    before, last = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def _spellings_of(text: str) -> set[tuple[str, ...]]:
    """The words of a name as they are compared: with accents taken off, and with umlauts written out."""
    written = unicodedata.normalize("NFC", text)
    ways = (written, written.casefold().translate(_UMLAUTS))
    found = {tuple(folded(word.group()) for word in WORD.finditer(way)) for way in ways}
    return {words for words in found if words}
