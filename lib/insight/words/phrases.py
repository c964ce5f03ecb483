"""Words and phrases that return in what a person wrote: counted by the texts that hold them, and never rewritten.

Words are compared without case and without a few English endings. A phrase is one to four words in a row that
neither begins nor ends with a filler. Of two that return in the same texts only the longer is kept. What is denied is
another phrase: 'no clear example' is not counted with 'a clear example'.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lib.insight.words.negation import SentenceDenials, find_denials

LONGEST = 4
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"[^\n.!?…]+(?:[.!?…]+(?!\S)|[.!?…]+(?=\S)[^\n.!?…]*)*[.!?…]*")
_ENDINGS = ("ingly", "edly", "ing", "ed", "es", "ly", "s")
_SHORTEST_STEM = 3
_SHORTEST_WORD = 3
_FILLERS = frozenset(
    re.findall(
        r"[^\W_]+(?:['’-][^\W_]+)*",
        "a about after again all almost also always am an and any anything are around as at back be because been "
        "before being bit both but by came can cannot change come could day did didn't do does doesn't doing don't "
        "done down each else end ever every everything felt few for from get getting go going gone good got had half "
        "has have haven't having he her here him his how i i'd i'm i've if in into is isn't it it's its just kept "
        "knew know less like little long lot made make many maybe me more most much my never new next no none nor not "
        "nothing now of off on once one only or other our out over own perhaps quite rather really said same say see "
        "she should so some something still such than that that's the their them then there these they thing things "
        "think this those though thought three through time to told too took twice two under until up us very want "
        "wanted was wasn't way we well went were what when where which while who whole why will with without won't "
        "work would yes yet you your",
    )
)

_LITTLE_ALONE = frozenset(
    re.findall(
        r"\w+",
        "am ask answer boss call chat company day first five four hour hr hrs interview interviewer job last manager "
        "min minut month office panel people pm question role round six stage talk task team ten test week wk wks writ "
        "wrot yr yrs",
    )
)
"""Words that mean something only beside another one, not alone or among each other: a weld test is no typing test."""


@dataclass(frozen=True)
class Passage:
    """One sentence of a text, word for word; ``source`` names its text."""

    source: str
    text: str


@dataclass(frozen=True)
class Phrase:
    """Words that return: as they were most often typed, and every passage that holds them, in the order given."""

    words: str
    passages: tuple[Passage, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The texts that hold it, each once."""
        return tuple(dict.fromkeys(passage.source for passage in self.passages))


def passages(source: str, text: str) -> tuple[Passage, ...]:
    """The sentences and lines of a text."""
    found = (match.group().strip() for match in _SENTENCE.finditer(text))
    return tuple(Passage(source, sentence) for sentence in found if sentence)


def recurring_phrases(texts: Sequence[tuple[str, str]], least: int = 2, most: int = 6) -> tuple[Phrase, ...]:
    """The phrases in at least ``least`` of the texts (source and text).

    The first is in the most texts, each of its words counted.
    """
    listed = [passage for source, text in texts for passage in passages(source, text)]
    holding: dict[_Key, list[Passage]] = defaultdict(list)
    typed: dict[_Key, Counter[str]] = defaultdict(Counter)
    for passage in listed:
        for key, words in _phrases(passage.text):
            if not holding[key] or holding[key][-1] is not passage:
                holding[key].append(passage)
            typed[key][words] += 1
    little = {stem(word) for word in _LITTLE_ALONE}
    found = {
        key: Phrase(_usual_spelling(typed[key], key.is_denied), tuple(those))
        for key, those in holding.items()
        if not set(key.stems) <= little and len({passage.source for passage in those}) >= least
    }
    sources = {key: frozenset(phrase.sources) for key, phrase in found.items()}
    longer: dict[_Key, list[frozenset[str]]] = defaultdict(list)
    for key in sorted(found, key=lambda key: (-len(key.stems), key)):
        if any(sources[key] <= covered for covered in longer[key]):
            del found[key]
            continue
        for part in _parts(key):
            longer[part].append(sources[key])
    ranked = sorted(found, key=lambda key: (-len(sources[key]) * len(key.stems), -len(key.stems), key))
    return tuple(found[key] for key in ranked[:most])


class _Key(NamedTuple):
    """What makes two phrases one: the same stems, and both affirmed or both denied."""

    stems: tuple[str, ...]
    is_denied: bool


def _parts(key: _Key) -> set[_Key]:
    """Every shorter phrase within one."""
    stems, lengths = key.stems, range(1, len(key.stems))
    starts = ((start, length) for length in lengths for start in range(len(stems) - length + 1))
    return {_Key(stems[start : start + length], key.is_denied) for start, length in starts}


def stem(word: str) -> str:
    """The word as it is compared: without case, and without an ending that leaves at least three letters."""
    folded = word.casefold().replace("’", "'")
    if len(folded) > _SHORTEST_STEM + 1 and folded.endswith("ies"):
        return folded[:-2]
    if len(folded) > _SHORTEST_STEM and folded.endswith("y") and folded[-2] not in "aeiou":
        return folded[:-1] + "i"
    short = _without_ending(folded)
    return short.removesuffix("e") if len(short) > _SHORTEST_STEM + 1 else short


def _without_ending(folded: str) -> str:
    for ending in _ENDINGS:
        short = folded.removesuffix(ending)
        if short == folded or len(short) < _SHORTEST_STEM or folded.endswith(("ss", "us", "is")):
            continue
        if ending == "es" and not short.endswith(("s", "x", "z", "ch", "sh")):
            continue
        doubled = ending in ("ing", "ed") and short[-1] == short[-2] and short[-1] not in "aeiouls"
        return short[:-1] if doubled else short
    return folded


def _phrases(text: str) -> Iterable[tuple[_Key, str]]:
    """Each phrase of a sentence as it is compared and as it was typed, with the words that deny it."""
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    fillers = [is_filler(word) for word, _, _ in words]
    stems = [stem(word) for word, _, _ in words]
    reading = find_denials([word for word, _, _ in words], [text[one[2] : other[1]] for one, other in pairwise(words)])
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            if fillers[start] or fillers[end - 1] or not _is_one(reading, start, end):
                continue
            if _are_adjacent(text, words[start:end]):
                denial = reading.denials[start]
                first = min(start, denial.first) if denial else start
                last = max(end - 1, denial.last) if denial else end - 1
                yield _Key(tuple(stems[start:end]), denial is not None), text[words[first][1] : words[last][2]]


def _is_one(reading: SentenceDenials, start: int, end: int) -> bool:
    """Whether all words from ``start`` to before ``end`` are affirmed, or all denied, and none of them denies."""
    is_denied = {denial is not None for denial in reading.denials[start:end]}
    return len(is_denied) == 1 and not reading.deny & set(range(start, end))


def _are_adjacent(text: str, words: list[tuple[str, int, int]]) -> bool:
    gaps = (text[before[2] : after[1]] for before, after in pairwise(words))
    return all(not gap.strip() for gap in gaps)


def is_filler(word: str) -> bool:
    """Whether a word means nothing alone, or is a bare number or a letter or two."""
    folded = word.casefold().replace("’", "'")
    return folded in _FILLERS or len(folded) < _SHORTEST_WORD or folded.isdigit()


def _usual_spelling(counts: Counter[str], is_denied: bool) -> str:
    """The spelling that was typed most often; of equals the one in small letters, then the shortest. A denied phrase
    keeps its own short words."""
    return min(
        counts,
        key=lambda words: (
            -counts[words],
            len(words) if is_denied else 0,
            words != words.casefold(),
            len(words),
            words,
        ),
    )
