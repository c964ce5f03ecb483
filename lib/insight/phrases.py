"""Words and phrases that return in what a person wrote: counted by the texts that hold them, and never rewritten.

Words are compared without case and without a few English endings. A phrase is one to four words in a row that
neither begins nor ends with a filler. Of two that return in the same texts only the longer is kept.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
        "ask answer call day first five four hour interview last minut month question six talk ten week writ wrot",
    )
)
"""Stems that say something only beside another word, not by themselves or among each other."""


@dataclass(frozen=True)
class Passage:
    """One sentence of a text, word for word; ``source`` says which text it is from."""

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


def returning(texts: Sequence[tuple[str, str]], least: int = 2, most: int = 6) -> tuple[Phrase, ...]:
    """The phrases that stand in at least ``least`` of the texts (source and text).

    The first is the one that stands in most texts, each word of it counted.
    """
    listed = [passage for source, text in texts for passage in passages(source, text)]
    holding: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    typed: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for passage in listed:
        for stems, words in _phrases(passage.text):
            if not holding[stems] or holding[stems][-1] is not passage:
                holding[stems].append(passage)
            typed[stems][words] += 1
    found = {
        stems: Phrase(_as_typed(typed[stems]), tuple(those))
        for stems, those in holding.items()
        if not set(stems) <= _LITTLE_ALONE and len({passage.source for passage in those}) >= least
    }
    sources = {stems: frozenset(phrase.sources) for stems, phrase in found.items()}
    longer: dict[tuple[str, ...], list[frozenset[str]]] = defaultdict(list)
    for stems in sorted(found, key=lambda stems: (-len(stems), stems)):
        if any(sources[stems] <= covered for covered in longer[stems]):
            del found[stems]
            continue
        for part in _parts(stems):
            longer[part].append(sources[stems])
    ranked = sorted(found, key=lambda stems: (-len(sources[stems]) * len(stems), -len(stems), stems))
    return tuple(found[stems] for stems in ranked[:most])


def _parts(stems: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Every shorter phrase within one."""
    lengths = range(1, len(stems))
    return {stems[start : start + length] for length in lengths for start in range(len(stems) - length + 1)}


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


def _phrases(text: str) -> Iterable[tuple[tuple[str, ...], str]]:
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    fillers = [is_filler(word) for word, _, _ in words]
    stems = [stem(word) for word, _, _ in words]
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            if fillers[start] or fillers[end - 1] or not _in_a_row(text, words[start:end]):
                continue
            yield tuple(stems[start:end]), text[words[start][1] : words[end - 1][2]]


def _in_a_row(text: str, words: list[tuple[str, int, int]]) -> bool:
    gaps = (text[before[2] : after[1]] for before, after in pairwise(words))
    return all(not gap.strip() for gap in gaps)


def is_filler(word: str) -> bool:
    """Whether a word says nothing of its own, or is a bare number or a letter or two."""
    folded = word.casefold().replace("’", "'")
    return folded in _FILLERS or len(folded) < _SHORTEST_WORD or folded.isdigit()


def _as_typed(counts: Counter[str]) -> str:
    """The spelling that was typed most often; of equals the one in small letters, then the shortest."""
    return min(counts, key=lambda words: (-counts[words], words != words.casefold(), len(words), words))
