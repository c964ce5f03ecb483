"""The terms of an offer as a checklist: what is in writing, what was only spoken, and what to ask (O1, O2)."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lib.dates import DateStyle
from lib.decide.base_pay import format_pay
from lib.decide.figures import money, number
from lib.english import counted, listed, mid_sentence, paragraph, plural
from lib.insight.result import ResultTable
from lib.records.offer import Offer

TITLE = "What's known, and what to ask?"

TermState = Literal["written", "spoken", "untold", "missing"]
STATES: Final = {
    "written": "In writing",
    "spoken": "Only spoken",
    "untold": "Not said whether it's in writing",
    "missing": "To ask",
}

_MONEY: Final = ("base", "bonus", "signing", "equity_yearly", "benefits_yearly", "costs_yearly")
_ASKED: Final[tuple[tuple[str, str, str], ...]] = (
    ("in_writing", "In writing", "Could you send me the whole offer in writing?"),
    ("duties", "Duties", "What exactly would I be responsible for, and is that in the contract?"),
    ("base", "Base pay", "What is the base pay?"),
    ("bonus", "Bonus", "Is there a bonus, how much is the full bonus, and what does it depend on?"),
    ("bonus_odds", "How likely the bonus is", "How much of the bonus was paid in each of the last three years?"),
    ("signing", "Signing bonus", "Is there a signing bonus, and when would it have to be paid back?"),
    ("equity_yearly", "Equity per year", "Is there equity, how does it vest, and how is it valued?"),
    ("benefits_yearly", "Benefits", "What benefits come with it, and what are they worth per year?"),
    ("expenses", "Expenses", "Which expenses do you cover: moving, travel, equipment?"),
    ("leave_days", "Leave", "How many days off a year are there?"),
    ("weekly_hours", "Hours", "How many hours a week, and how is overtime handled?"),
    ("commute_minutes", "Commute", "How many days would I be on site, and where?"),
    (
        "conditions",
        "Conditions",
        "Does the offer depend on anything: a background or credit check, references, papers?",
    ),
    ("start_on", "Start", "When would I start?"),
    ("notice", "Notice", "What is the notice period, and is there a probation period?"),
    ("decide_by", "Deadline", "When do you need my answer?"),
)
_IN_A_LETTER: Final = {
    "weekly_hours": "working hours",
    "leave_days": "leave",
    "bonus": "bonuses",
    "signing": "bonuses",
    "expenses": "expenses",
}
"""How a letter to them names what is not known yet. The request for the written offer asks for duties, pay, benefits,
start, notice and conditions anyway, and for equity only where they offered some; the rest is in no contract, or mine to
work out."""
_NO_TERM: Final = ("in_writing", "bonus_odds", "commute_minutes", "decide_by")
"""Fields that aren't terms: how they came, my own estimates, and their deadline."""
_ONLY_OFFERS: Final = ("in_writing", "signing", "conditions", "start_on", "decide_by")


@dataclass(frozen=True)
class Term:
    """One term: the field, its name, the value as it is read, and whether it is written, only spoken or missing;
    ``untold`` if it isn't known to be in writing.

    ``question`` is what to ask where it is missing, else empty.
    """

    field: str
    name: str
    value: str
    state: TermState
    question: str

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the terms themselves: that they are in writing is none."""
        return self.field != "in_writing"


@dataclass(frozen=True)
class OfferChecklist:
    """The checklist of an offer. ``n`` counts the known terms; ``notes`` are what does not look right in it."""

    title: str
    n: int
    terms: tuple[Term, ...]
    notes: tuple[str, ...]
    sentence: str
    table: ResultTable

    @property
    def questions(self) -> tuple[str, ...]:
        """What to ask, in the order of the checklist."""
        return tuple(term.question for term in self.terms if term.question)


def terms(offer: Offer, today: date, is_gone: bool = False, *, dates: DateStyle) -> OfferChecklist:
    """The checklist of an offer or of my current job. ``is_gone``: the offer's application is missing."""
    found = tuple(_term(offer, *entry, dates=dates) for entry in _ASKED if _is_asked(offer, entry[0]))
    inner = tuple(term for term in found if term.is_counted)
    notes = tuple(_notes(offer, today, is_gone, dates=dates))
    rows = tuple((term.name, term.value, STATES[term.state], term.question) for term in found)
    return OfferChecklist(
        title=TITLE,
        n=sum(term.state != "missing" for term in inner),
        terms=found,
        notes=notes,
        sentence=_sentence(offer, inner, notes),
        table=ResultTable(("Term", "As it stands", "State", "To ask"), rows),
    )


def terms_to_request(offer: Offer) -> tuple[str, ...]:
    """What a request for the written offer asks for in addition to the usual terms, as in a letter: 'working hours'.

    Nothing if no term is known at all: then it is no list of gaps.
    """
    is_known = any(not _is_open(offer, field) for field, *_ in _ASKED if field not in _NO_TERM)
    gaps = [words for field, words in _IN_A_LETTER.items() if _is_open(offer, field)]
    offered = ["equity"] if offer.equity_yearly else []
    return tuple(dict.fromkeys((*gaps, *offered))) if is_known else ()


def _is_open(offer: Offer, field: str) -> bool:
    return getattr(offer, field) in (None, "")


def _is_asked(offer: Offer, field: str) -> bool:
    if field == "bonus_odds":
        return bool(offer.bonus)
    return offer.is_offer or field not in _ONLY_OFFERS


def _term(offer: Offer, field: str, name: str, question: str, dates: DateStyle) -> Term:
    value = getattr(offer, field)
    is_missing = value is None or value == ""
    state: TermState = "missing" if is_missing else _state(offer)
    is_asked = is_missing or (field == "in_writing" and value is False)
    return Term(field, name, _value_words(offer, field, value, dates=dates), state, question if is_asked else "")


def _state(offer: Offer) -> TermState:
    if not offer.is_offer or offer.in_writing or offer.signed_on is not None:
        return "written"
    return "untold" if offer.in_writing is None else "spoken"


def _value_words(offer: Offer, field: str, value: object, dates: DateStyle) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return dates.spoken_day(value)
    if isinstance(value, float):
        units = {"leave_days": " days", "weekly_hours": " a week", "commute_minutes": " minutes a day"}
        if field == "base":
            return format_pay(offer) if offer.unit or offer.high else money(value, offer.currency)
        return money(value, offer.currency) if field in _MONEY else number(value) + units.get(field, "")
    return f"{value}%" if field == "bonus_odds" else str(value)


def _notes(offer: Offer, today: date, is_gone: bool, dates: DateStyle) -> list[str]:
    names = {field: name for field, name, _ in _ASKED} | {"costs_yearly": "Costs"}
    notes = [
        f"{names[field]}: {money(value, offer.currency)}, below zero. Is that right?"
        for field in _MONEY
        if (value := getattr(offer, field)) is not None and value < 0
    ]
    if is_gone:
        notes.append("This offer's application is no longer in the workbook.")
    is_open = offer.is_offer and not (offer.accepted_on or offer.signed_on or offer.ended_on)
    if offer.decide_by and offer.decide_by < today and is_open:
        notes.append(f"Its deadline was {dates.spoken_day(offer.decide_by)}. Ask if the offer is still open.")
    return notes


def _sentence(offer: Offer, inner: tuple[Term, ...], notes: tuple[str, ...]) -> str:
    known = [term for term in inner if term.state != "missing"]
    missing = [mid_sentence(term.name) for term in inner if term.state == "missing"]
    if not known:
        return paragraph("None of its terms are known yet.", *notes)
    count = f"{len(known)} of {counted(len(inner), 'term')} {plural(len(known), 'is', 'are')} known"
    way = f", {_WAYS[_state(offer)]}." if offer.is_offer else "."
    return paragraph(count + way, f"Still to ask: {listed(missing)}." if missing else "", *notes)


_WAYS: Final[dict[TermState, str]] = {
    "written": "in writing",
    "spoken": "so far only spoken: ask for the offer in writing",
    "untold": "but not said whether it's in writing",
}
