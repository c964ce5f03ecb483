"""How much a question matters: who asks it, how the answer went, and what this company and this stage tend to ask.

Before an interview the tiers come first: what this company found hard for me, what else it asked, what most companies
ask, and the other hard ones. The values of two tiers never overlap, so of two questions that gain alike the one in the
higher tier is practised first; one that is known well by now makes room for one further down.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2
from typing import Final, Literal

from lib.english import listed, sentence_case, times
from lib.practice.cards import Card
from lib.practice.common_questions import is_common
from lib.practice.company_bound import company_binding
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.question import Question
from lib.records.vocabulary import Category, words
from lib.records.workbook import Workbook

ONLY_PREPARED = 0.5
"""The weight, in place of the number of companies, of a question that nobody asked yet."""
_BY_RATING = {1: 1.5, 2: 1.25, 3: 1.0, 4: 0.75, 5: 0.5}
_UNRATED = 1.0
_ONLY_HARD = 1.25
"""The need of a question that was tapped as hard and not rated: a weight, and no rating that anybody gave."""
_KINDS = len(words(Category))
_OWN_COMPANY = 2
_LEAST_FIT, _MOST_FIT = 0.5, 2.0
_NAMED = 2

Tier = Literal["own_hard", "own", "asked_most", "other"]
"""Before an interview: hard and asked there, asked or prepared there, asked at two companies or more, any other."""
_FROM: Final[dict[Tier, float]] = {"own_hard": 8, "own": 4, "asked_most": 2, "other": 1}
"""The least value of each tier; all of its values are below twice that."""


@dataclass(frozen=True)
class Importance:
    """How important a question is, above 0, and why.

    Without an interview coming ``value`` is log2 of one more than the companies that asked, times
    ``need`` (1.5 if the last answer was rated 1, down to 0.5 where 5; 1.25 if it was tapped as hard). Before one it is
    from 1 to 16: the ``tier`` comes first, and within it the same product, times ``fit`` (0.5 to 2: how much more often
    than others the coming company and stage ask this kind; 1 without an interview coming); among those asked at most
    companies, their number. ``asked`` tells who asked it, as part of a sentence.
    """

    value: float
    need: float
    fit: float
    companies: int
    asked: str
    reason: str
    tier: Tier | None = None


class ImportanceScorer:
    """Weighs cards for one coming interview, or for none."""

    def __init__(self, workbook: Workbook, coming: Interview | None = None) -> None:
        self._belonging = company_binding(workbook)
        self._coming = coming
        self._company = self._belonging.company_at(coming.application_id) if coming else ""
        self._kinds = self._kinds_asked(workbook, coming) if coming else Counter()

    def weigh(self, card: Card) -> Importance:
        """The importance of a card."""
        companies = self._companies_of(card)
        frequency = log2(1 + len(companies)) if companies else log2(2) if card.asked else ONLY_PREPARED
        last = last_rated_question(card.asked)
        need = _UNRATED if last is None else _ONLY_HARD if last.rating is None else _BY_RATING[last.rating]
        fit = self._fit(card.category)
        value, tier = frequency * need * fit, self.tier(card)
        if tier:
            value = _FROM[tier] * (1 + _share(tier, value, need * fit, len(companies)))
        asked = self._asked(card, companies)
        return Importance(value, need, fit, len(companies), asked, _reason(card, asked, fit), tier)

    def _companies_of(self, card: Card) -> tuple[str, ...]:
        """The keys of the companies that asked it: the one of the coming interview first, then the latest."""
        asked = self._belonging.asked_at(card)
        return (self._company, *(key for key in asked if key != self._company)) if self._company in asked else asked

    def tier(self, card: Card) -> Tier | None:
        """Which tier it is in before the coming interview; None without one."""
        if self._coming is None:
            return None
        if self._belonging.is_own(card, self._company):
            return "own_hard" if card.is_hard else "own"
        return "asked_most" if len(self._belonging.asked_at(card)) > 1 else "other"

    def _kinds_asked(self, workbook: Workbook, coming: Interview) -> Counter[str]:
        """How often each kind was asked at this stage anywhere, and at this company, the latter counted twice."""
        stages = {entry.id: entry.stage for entry in workbook.interviews}
        counts: Counter[str] = Counter()
        for question in workbook.questions:
            if question.category and question.was_asked:
                counts[question.category] += int(stages.get(question.interview_id) == coming.stage)
                counts[question.category] += _OWN_COMPANY * int(
                    self._belonging.company_of(question) == self._company != ""
                )
        return counts

    def _fit(self, category: str) -> float:
        """The kind's share of what is asked there, over an equal share; each kind starts with a count of one."""
        if not self._coming or not category:
            return 1.0
        share = (self._kinds[category] + 1) / (self._kinds.total() + _KINDS)
        return min(_MOST_FIT, max(_LEAST_FIT, share * _KINDS))

    def _asked(self, card: Card, companies: tuple[str, ...]) -> str:
        """'asked at Polaris and 4 others'; two companies are both named."""
        if is_common(card):
            return "a common question"
        if not card.asked:
            was_prepared = any(entry.prepared for entry in card.wordings)
            return "prepared, not asked yet" if was_prepared else "not asked yet"
        if not companies:
            return f"asked {times(len(card.asked))}"
        first, *others = [self._belonging.name_of(key) for key in companies]
        if len(companies) <= _NAMED:
            return f"asked at {listed([first, *others])}"
        return f"asked at {first} and {len(others)} others"


def _reason(card: Card, asked: str, fit: float) -> str:
    rated = _last_rated(card)
    told = f"{sentence_case(asked)}, {rated}." if rated else f"{sentence_case(asked)}."
    return f"{told} {label(card.category)} questions are likely this time." if fit > 1.25 else told


def _share(tier: Tier, product: float, less: float, companies: int) -> float:
    """A question's position within its tier, from 0 to below 1."""
    worth = product if tier != "asked_most" else companies - 2 + less / (1 + less)
    return worth / (1 + worth)


def last_rated_question(asked: Iterable[Question]) -> Question | None:
    """The newest question whose answer was rated or that was tapped as hard; the wordings come oldest first."""
    return next((entry for entry in reversed(tuple(asked)) if entry.went), None)


def _last_rated(card: Card) -> str:
    last = last_rated_question(card.asked)
    if last is None:
        return ""
    return "marked as hard last time" if last.is_only_hard else f"last rated {last.went}"
