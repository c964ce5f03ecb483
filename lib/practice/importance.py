"""How much a question matters: who asks it, how the answer went, and what this company and this stage tend to ask."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from lib.insight.wording import counted, listed
from lib.practice.cards import Card, was_asked
from lib.records.application import company_key
from lib.records.interview import Interview
from lib.records.labels import phrase
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


@dataclass(frozen=True)
class Importance:
    """What a question weighs against others, above 0, and why.

    ``value`` is ``frequency`` (log2 of one more than the companies that asked), times ``need`` (1.5 where the last
    answer was rated 1, down to 0.5 where 5; 1.25 where it was tapped as hard), times ``fit`` (0.5 to 2: how much more
    often than others the coming company and stage ask this kind; 1 without an interview coming).
    """

    value: float
    frequency: float
    need: float
    fit: float
    companies: int
    reason: str


class Weigher:
    """Weighs cards for one coming interview, or for none."""

    def __init__(self, workbook: Workbook, coming: Interview | None = None) -> None:
        self._companies = {entry.id: company_key(entry.company) for entry in workbook.applications}
        self._applications = {entry.id: entry.application_id for entry in workbook.interviews}
        self._coming = coming
        self._kinds = self._kinds_asked(workbook, coming) if coming else Counter()

    def weigh(self, card: Card) -> Importance:
        """The importance of a card."""
        companies = len({company for entry in card.asked if (company := self.company_of(entry))})
        frequency = log2(1 + companies) if companies else log2(2) if card.asked else ONLY_PREPARED
        last = last_told(card.asked)
        need = _UNRATED if last is None else _ONLY_HARD if last.rating is None else _BY_RATING[last.rating]
        fit = self._fit(card.category)
        reason = self._reason(card, companies, fit)
        return Importance(frequency * need * fit, frequency, need, fit, companies, reason)

    def company_of(self, question: Question) -> str:
        """The company that a question belongs to, as it is compared; empty where that is not known."""
        application = self._applications.get(question.interview_id) or question.application_id
        return self._companies.get(application, "")

    def _kinds_asked(self, workbook: Workbook, coming: Interview) -> Counter[str]:
        """How often each kind was asked at this stage anywhere, and at this company, the latter counted twice."""
        company = self._companies.get(coming.application_id, "")
        stages = {entry.id: entry.stage for entry in workbook.interviews}
        counts: Counter[str] = Counter()
        for question in workbook.questions:
            if question.category and was_asked(question):
                counts[question.category] += int(stages.get(question.interview_id) == coming.stage)
                counts[question.category] += _OWN_COMPANY * int(self.company_of(question) == company != "")
        return counts

    def _fit(self, category: str) -> float:
        """The kind's share of what is asked there, over an equal share; one of each kind is counted beforehand."""
        if not self._coming or not category:
            return 1.0
        share = (self._kinds[category] + 1) / (self._kinds.total() + _KINDS)
        return min(_MOST_FIT, max(_LEAST_FIT, share * _KINDS))

    def _reason(self, card: Card, companies: int, fit: float) -> str:
        asked = f"asked by {counted(companies, 'company', 'companies')}" if companies else ""
        parts = [
            asked or (f"asked {_times(len(card.asked))}" if card.asked else "prepared, not asked yet"),
            _last_rated(card),
            f"{phrase(card.category)} questions are common there" if fit > 1.25 else "",
        ]
        return listed([part for part in parts if part])


def last_told(asked: Iterable[Question]) -> Question | None:
    """The newest question whose answer was rated or that was tapped as hard; the wordings come oldest first."""
    return next((entry for entry in reversed(tuple(asked)) if entry.went), None)


def _last_rated(card: Card) -> str:
    last = last_told(card.asked)
    if last is None:
        return ""
    return "marked as hard last time" if last.is_only_hard else f"last rated {last.went}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
