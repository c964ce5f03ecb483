"""Which questions there are to practise, in the order in which they matter: the one list of the queue and the sheet."""

from dataclasses import dataclass

import numpy as np

from lib.practice.cards import Card, cards
from lib.practice.common_questions import common_left, is_common
from lib.practice.company_bound import company_binding
from lib.practice.deck import Floats
from lib.practice.importance import Importance, ImportanceScorer, last_rated_question
from lib.practice.other_work import OtherWork
from lib.records.interview import Interview
from lib.records.workbook import Workbook, cached_per_workbook


@dataclass(frozen=True)
class Pool:
    """The questions to practise, the weightiest first; ``weights`` are the values of the importances."""

    cards: tuple[Card, ...]
    importances: tuple[Importance, ...]
    weights: Floats


@cached_per_workbook
def pool(workbook: Workbook, interview: Interview | None) -> Pool:
    """The questions to practise before that interview or, without one, at all.

    Before an interview: what is in practice, what was asked or prepared there, and what several companies asked, tier
    by tier (``Tier``), and nothing that is bound to another company or is of another line of work. Without one: what is
    in practice, except what is bound to a company whose applications are all over. As long as nobody asked anything,
    the common ones come after.
    """
    weigher, whose = ImportanceScorer(workbook, interview), company_binding(workbook)
    company = whose.company_at(interview.application_id) if interview else None
    other = OtherWork(workbook, interview.application_id if interview else "")
    found = (card for card in cards(workbook) if not (card.is_mine or card.is_suspended or other.is_of(card)))
    wanted = (card for card in found if card.is_practised or weigher.tier(card) in ("own_hard", "own", "asked_most"))
    own = [card for card in wanted if is_common(card) or whose.fits_company(card, company)]
    weighed = [(weigher.weigh(card), card) for card in (*own, *common_left(workbook))]
    weighed.sort(key=lambda pair: (-pair[0].value, _hardness(pair[1])))
    importances = tuple(importance for importance, _ in weighed)
    weights: Floats = np.array([one.value for one in importances], dtype=np.float64)
    return Pool(tuple(card for _, card in weighed), importances, weights)


def _hardness(card: Card) -> tuple[bool | int | str, ...]:
    """Of two that weigh the same the harder one first, as it was tapped; those that nothing is told of come last."""
    last = last_rated_question(card.asked)
    return last.hardness if last else (2,)
