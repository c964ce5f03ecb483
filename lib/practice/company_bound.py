"""Whose question is it? One that is bound to a company makes no sense elsewhere: 'What would you change about our
magazine?' in an interview at a bank.
"""

from lib.practice.cards import Card
from lib.practice.company_things import names_company_thing
from lib.practice.own_names import NamesByCompany, Products
from lib.records.application import match_key
from lib.records.question import Question
from lib.records.workbook import Workbook, cached_per_workbook

_UNKNOWN = "\n"
"""Begins the key of a company whose application is not in the workbook."""


class CompanyBinding:
    """Which companies asked a question, and whether it is bound to one. Companies are compared by ``match_key``."""

    def __init__(self, workbook: Workbook) -> None:
        self._companies = {entry.id: match_key(entry.company) for entry in workbook.applications}
        self._written = {match_key(entry.company): " ".join(entry.company.split()) for entry in workbook.applications}
        self._homes = {entry.id: entry.application_id for entry in workbook.interviews}
        self._open = {match_key(entry.company) for entry in workbook.applications if not entry.is_closed}
        self._bound: dict[str, str | None] = {}
        self._names, self._products = NamesByCompany(workbook), Products(workbook)

    def company_of(self, question: Question) -> str:
        """The key of the company that a question belongs to; empty if that isn't known."""
        return self._companies.get(self._homes.get(question.interview_id) or question.application_id, "")

    def company_at(self, application_id: str) -> str:
        """The key of an application's company; empty if that isn't known."""
        return self._companies.get(application_id, "")

    def name_of(self, company: str) -> str:
        """A company as it is written, by its key."""
        return self._written[company]

    def asked_at(self, card: Card) -> tuple[str, ...]:
        """The keys of the companies that asked it, the latest first."""
        return tuple(dict.fromkeys(key for one in reversed(card.asked) if (key := self.company_of(one))))

    def is_own(self, card: Card, company: str) -> bool:
        """Whether it was asked at that company, or prepared for it."""
        return company != "" and any(self.company_of(one) == company for one in card.wordings if one.asked_by != "me")

    def bound_to(self, card: Card) -> str | None:
        """The key of the one company that it is bound to; None if it can be asked anywhere.

        It is bound if one company alone asked it, and its words name that company, its people or a product of its, or a
        thing that other companies don't have. What nobody asked counts for those that it was prepared for.
        """
        if card.id not in self._bound:
            self._bound[card.id] = self._find_binding(card)
        return self._bound[card.id]

    def name_bound_to(self, card: Card) -> str:
        """The name of the company that it is bound to; empty if there is none, or it isn't known."""
        return self._written.get(self.bound_to(card) or "", "")

    def fits_company(self, card: Card, company: str | None) -> bool:
        """Whether it may be offered for practice before an interview at that company, '' if it isn't known.

        With no interview coming, which is None, one bound to a company is offered until the application there is over.
        """
        bound = self.bound_to(card)
        if bound is None or (company is not None and self.is_own(card, company)):
            return True
        return company is None and (bound in self._open or bound.startswith(_UNKNOWN))

    def _find_binding(self, card: Card) -> str | None:
        theirs = card.asked or tuple(one for one in card.wordings if one.asked_by != "me")
        companies = {self._key_of(one) for one in theirs} or {_UNKNOWN}
        if len(companies) > 1:
            return None
        (company,) = companies
        if names_company_thing(card.text):
            return company
        is_known = not company.startswith(_UNKNOWN)
        is_named = is_known and (self._names.are_in(card.text, company) or self._products.are_in(card.text, company))
        return company if is_named else None

    def _key_of(self, question: Question) -> str:
        return self.company_of(question) or f"{_UNKNOWN}{self._homes.get(question.interview_id, '')}"


@cached_per_workbook
def company_binding(workbook: Workbook) -> CompanyBinding:
    """The belonging of a workbook's questions, looked at once."""
    return CompanyBinding(workbook)
