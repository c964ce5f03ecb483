"""Is this the same question as an earlier one? Wordings compared by their letters; a person confirms, nothing merges.

Tf-idf over character n-grams within words (as in Cavnar and Trenkle 1994), after the phrases that open any question are
taken off. It finds a question that was noted again, in part or in another order. One in other words is found only if
the caller knows how alike wordings are in meaning.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from lib.practice.cards import Card
from lib.words import folded

LOOKS_THE_SAME = 0.65
"""From this similarity on a page may show 'this looks like the same question' (see docs/benchmarks/practice.md)."""
LEAST_SIMILARITY = 0.08
"""Less alike than this, and nothing is offered."""
MEANS_THE_SAME = 0.55
"""From this similarity in meaning on, an earlier question is offered unasked (see docs/benchmarks/grouping.md)."""
LEAST_MEANING = 0.2
"""Less alike in meaning than this, and it isn't offered for it."""
SHARES_MUCH = 0.5
"""From this similarity of the letters on, they go before the meaning."""
LONGEST = 600
"""How many characters of a wording are compared: a question is clear from its first lines."""

_SIZES = (3, 4, 5)
_BOILERPLATE = re.compile(
    r"\b(?:"
    r"(?:can|could|would|will) you (?:please )?(?:tell (?:me|us)|describe|explain|give (?:me|us)|share|walk (?:me|us))"
    r"|(?:please )?(?:tell|give|walk|talk) (?:me|us)|please|describe|explain"
    r"|(?:about )?(?:a|an|the|one|any|some)? ?(?:time|situation|occasion|instance|example|case)s?"
    r"(?: (?:when|where|in which|of when|of how|in your life|at work))*(?= (?:you|i|we|your|my|of|with|that)\b)"
    r"|an? example(?: of)?"
    r")\b"
)
_LITTLE = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on at for by with from and or that this it is are be was were been do does did you your "
        "yours me my i we us our they them have had has how what when where why which who would could should can "
        "will so one about any if as up",
    )
)


@dataclass(frozen=True)
class TopicSuggestion:
    """An earlier topic that a wording may belong to, with its closest wording.

    ``similarity`` is that of the letters, 0 to 1; ``meaning`` that of the meaning, -1 to 1, 0 if it isn't known.
    """

    card: Card
    wording: str
    similarity: float
    meaning: float = 0.0

    @property
    def looks_the_same(self) -> bool:
        """Whether it is close enough to show 'this looks like the same question'."""
        return self.similarity >= LOOKS_THE_SAME

    @property
    def may_be_the_same(self) -> bool:
        """Whether it's close enough, in letters or in meaning, to be offered before anyone asks."""
        return self.looks_the_same or self.meaning >= MEANS_THE_SAME


class WordingIndex:
    """The wordings of a workbook's topics, ready to be compared. Build it once for the same cards."""

    def __init__(self, found: Iterable[Card]) -> None:
        listed = [(card, text) for card in found for text in _texts(card)]
        self._cards = [card for card, _ in listed]
        self._wordings = [text for _, text in listed]
        counts = [_grams(text) for text in self._wordings]
        self._rarity = _rarities(counts)
        self._postings = _postings([self._weights(each) for each in counts])

    @property
    def wordings(self) -> Sequence[str]:
        """The wordings that are compared, in the order that ``meaning`` of ``suggest`` follows."""
        return self._wordings

    def suggest(
        self,
        wording: str,
        most: int = 3,
        leaving_out: Iterable[str] = (),
        meaning: NDArray[np.floating] | None = None,
    ) -> tuple[TopicSuggestion, ...]:
        """The topics most similar to a wording, the closest first; each is shown by its closest wording.

        ``leaving_out`` are ids of cards that are not offered, such as the wording's own. ``meaning`` has the similarity
        in meaning to each of ``wordings``. Those that share much of their letters come first, then the closest in
        meaning; if no meaning is known, the letters decide. Nothing comes back for a wording without letters, nor for
        one unlike all others.
        """
        letters = self._similarities(wording)
        if not letters.any() and not normalised_wording(wording):
            return ()
        means = np.zeros(len(letters)) if meaning is None else meaning
        scores = letters if meaning is None else np.where(letters >= SHARES_MUCH, 1 + letters, means)
        is_like = (letters >= LEAST_SIMILARITY) if meaning is None else (scores >= LEAST_MEANING)
        passed_over = set(leaving_out)
        best: dict[str, TopicSuggestion] = {}
        for position in np.argsort(-scores, kind="stable"):
            if not is_like[position] or len(best) == most:
                break
            card = self._cards[position]
            if card.id not in passed_over and card.id not in best:
                similarity = min(1.0, round(float(letters[position]), 3))
                best[card.id] = TopicSuggestion(
                    card, self._wordings[position], similarity, round(float(means[position]), 3)
                )
        return tuple(best.values())

    def _similarities(self, wording: str) -> NDArray[np.float64]:
        scores = np.zeros(len(self._cards))
        for gram, weight in self._weights(_grams(wording)).items():
            if gram in self._postings:
                places, weights = self._postings[gram]
                scores[places] += weight * weights
        return scores

    def _weights(self, grams: Counter[str]) -> dict[str, float]:
        """The n-grams' tf-idf, of length 1. One that no earlier wording holds is as rare as can be."""
        rarest = 1 + log(1 + len(self._wordings))
        weights = {gram: (1 + log(count)) * self._rarity.get(gram, rarest) for gram, count in grams.items()}
        length = sum(weight * weight for weight in weights.values()) ** 0.5
        return {gram: weight / length for gram, weight in weights.items()}


def normalised_wording(wording: str) -> str:
    """A wording without case, marks and accents, without the phrases that open any question, and without little words.

    Where nothing else is left, the little words stay: 'Why?' is a question too.
    """
    plain = folded(wording[:LONGEST]).replace("-", " ")
    plain = " ".join(re.sub(r"[^\w\s]|_", "", plain).split())
    core = " ".join(_BOILERPLATE.sub(" ", plain).split()) or plain
    return " ".join(word for word in core.split() if word not in _LITTLE) or core


def _texts(card: Card) -> Sequence[str]:
    texts = [*([card.topic.text] if card.topic else []), *(wording.text for wording in card.wordings)]
    return list({normalised_wording(text): text for text in texts}.values())


@lru_cache(maxsize=8192)
def _word_grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    sizes = [size for size in _SIZES if size <= len(padded)]
    return tuple(padded[at : at + size] for size in sizes for at in range(len(padded) - size + 1))


def _grams(wording: str) -> Counter[str]:
    return Counter(gram for word in normalised_wording(wording).split() for gram in _word_grams(word))


def _rarities(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Inverse document frequency, smoothed: 1 for an n-gram that all wordings hold, more for a rare one."""
    holding = Counter(gram for each in counts for gram in each)
    return {gram: 1 + log((1 + len(counts)) / (1 + number)) for gram, number in holding.items()}


def _postings(weights: Sequence[dict[str, float]]) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    lists: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, each in enumerate(weights):
        for gram, weight in each.items():
            lists[gram].append((position, weight))
    return {
        gram: (np.array([position for position, _ in entries]), np.array([weight for _, weight in entries]))
        for gram, entries in lists.items()
    }
