"""The options: open offers, and my current job."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lib.dates import DateStyle
from lib.decide.must_haves import MustHave, must_haves
from lib.decide.scores import CriterionScore, scores_of
from lib.decide.terms import terms
from lib.english import sentence_case
from lib.records.application import Application
from lib.records.criterion import active_criteria
from lib.records.history import is_past_offer
from lib.records.offer import Offer
from lib.records.workbook import Workbook

PRESENT_JOB = "your current job"
COUNTER_OFFER = "the counter-offer"
UNKNOWN_OFFER = "an offer whose application was deleted"


@dataclass(frozen=True)
class Option:
    """One choice: an offer, by its id, with its name within a sentence and its scores in the order of the criteria.

    ``terms_known`` of ``terms_asked`` counts its checklist; both are 0 for my current job, which nobody need ask.
    """

    id: str
    name: str
    scores: tuple[CriterionScore, ...]
    is_offer: bool = True
    terms_known: int = 0
    terms_asked: int = 0

    @property
    def label(self) -> str:
        """Its name alone or at the start of a sentence."""
        return opening(self.name)

    @property
    def terms_open(self) -> int:
        """How many of its terms are still to ask about."""
        return self.terms_asked - self.terms_known

    @property
    def must_haves(self) -> tuple[MustHave, ...]:
        """Its must-haves, what it misses first."""
        return must_haves(self.scores)

    @property
    def missed(self) -> tuple[MustHave, ...]:
        """The must-haves that it is known to miss."""
        return tuple(one for one in self.must_haves if one.state == "missed")


def open_offers(workbook: Workbook) -> tuple[Offer, ...]:
    """The offers that can still be taken, and my current job; one whose application is gone is kept.

    One from before its application ended and opened again is past.
    """
    over = {entry.id for entry in workbook.applications if entry.is_over}
    return tuple(
        offer for offer in workbook.offers if offer.application_id not in over and not is_past_offer(workbook, offer)
    )


def options(workbook: Workbook, as_of: date, dates: DateStyle) -> tuple[Option, ...]:
    """The open offers and my current job, with their scores up to ``as_of``, in file order."""
    criteria = active_criteria(workbook.criteria)
    offers = open_offers(workbook)
    names = offer_names(workbook)
    return tuple(
        Option(
            offer.id,
            names[offer.id],
            scores_of(criteria, workbook.fit, offer.id, as_of, offer.application_id),
            offer.is_offer,
            *(_terms_known(offer, as_of, dates=dates) if offer.is_offer else (0, 0)),
        )
        for offer in offers
    )


def _terms_known(offer: Offer, as_of: date, dates: DateStyle) -> tuple[int, int]:
    found = terms(offer, as_of, dates=dates)
    return found.n, sum(term.is_counted for term in found.terms)


def offer_names(workbook: Workbook) -> dict[str, str]:
    """What each offer is called within a sentence, by id: the company, and where names would be alike the role, then a
    number.
    """
    applications = workbook.by_id(Application)
    short = {offer.id: _name(offer, applications.get(offer.application_id)) for offer in workbook.offers}
    alike = Counter(short.values())
    names: dict[str, str] = {}
    for offer in workbook.offers:
        name, application = short[offer.id], applications.get(offer.application_id)
        if alike[name] > 1 and application and offer.kind == "offer":
            name = f"{name}, {application.role}"
        numbered = (name, *(f"{name} ({number})" for number in range(2, len(short) + 2)))
        taken = set(names.values())
        names[offer.id] = next(candidate for candidate in numbered if candidate not in taken)
    return names


def opening(name: str) -> str:
    """An option's name alone or at the start of a sentence; a company's stays as it is written."""
    return sentence_case(name) if name.startswith((PRESENT_JOB, COUNTER_OFFER, UNKNOWN_OFFER)) else name


def _name(offer: Offer, application: Application | None) -> str:
    if offer.kind == "present_job":
        return PRESENT_JOB
    if offer.kind == "counter_offer":
        return COUNTER_OFFER
    return application.company if application else UNKNOWN_OFFER
