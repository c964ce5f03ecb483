"""The hard question to practise next."""

from collections.abc import Iterable
from datetime import datetime

from lib.practice.cards import Card, card_by_question, cards
from lib.practice.company_bound import company_binding
from lib.practice.queue import card_readiness, company_practised_for
from lib.records.workbook import Workbook


def hardest_left(workbook: Workbook, question_ids: Iterable[str], now: datetime) -> Card | None:
    """The first of these questions, which come the hardest first, that there is a use in practising.

    It isn't put away, isn't ready, and isn't bound to a company other than the one that comes next.
    """
    by_question, whose, company = (
        card_by_question(cards(workbook)),
        company_binding(workbook),
        company_practised_for(workbook, now),
    )
    found = (by_question[key] for key in question_ids if key in by_question)
    usable = (card for card in found if not card.is_suspended and whose.fits_company(card, company))
    return next((card for card in usable if card_readiness(workbook, card.id, now) != "ready"), None)
