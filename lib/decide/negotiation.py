"""Arguments for a negotiation: a market figure, other offers and my current job, as plain facts (O3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from lib.decide.base_pay import annual_base
from lib.decide.figures import money, number
from lib.decide.options import opening
from lib.decide.pay import YEARS, Pay, pay
from lib.english import counted, paragraph, plural
from lib.insight.result import ResultTable
from lib.records.offer import Offer

TITLE = "What are your arguments?"
FINDING: Final = (
    "About 6 in 10 people don't ask for more. Of those who did, 28% got what they asked for and a further 38% "
    "some of it (Pew Research Center 2023)."
)

GroundKind = Literal["market", "offer", "present_job"]


@dataclass(frozen=True)
class NegotiationGround:
    """One fact to ask with: the market figure, or something that another offer or my current job does better.

    ``better_by`` is in the unit of ``what``: money by the year, days, hours a week or minutes a day.
    """

    kind: GroundKind
    what: str
    better_by: float
    offer_id: str
    sentence: str


@dataclass(frozen=True)
class Negotiation:
    """The grounds for asking for more, money first. ``below`` is by how much the base is under the walk-away point, 0
    if it is not, None if either is not known."""

    title: str
    n: int
    grounds: tuple[NegotiationGround, ...]
    below: float | None
    finding: str
    sentence: str
    table: ResultTable


def negotiation(
    offer: Offer, others: Sequence[Offer], names: Mapping[str, str], home: str = "", years: float = YEARS
) -> Negotiation:
    """The grounds that the person has with this offer; ``others`` are the other open offers and my current job.

    Money is compared if both are known in one currency.
    """
    found = [*_market(offer)]
    for other in others:
        if other.id != offer.id:
            found.extend(_better(offer, other, opening(names.get(other.id, other.id)), (home, years)))
    base = annual_base(offer)
    below = None if base is None or offer.walk_away is None else max(0.0, offer.walk_away - base)
    return Negotiation(
        title=TITLE,
        n=len(found),
        grounds=tuple(found),
        below=below,
        finding=FINDING,
        sentence=_sentence(offer, found, below),
        table=ResultTable(("Argument", "Better by"), tuple((one.sentence, round(one.better_by, 2)) for one in found)),
    )


def _market(offer: Offer) -> Iterator[NegotiationGround]:
    base = annual_base(offer)
    if offer.market_figure is None or base is None or offer.market_figure <= base:
        return
    gap = offer.market_figure - base
    sentence = (
        f"The market rate you noted is {money(offer.market_figure, offer.currency)}: "
        f"{money(gap, offer.currency)} above the base."
    )
    yield NegotiationGround("market", "base pay", gap, "", sentence)


_UNTOLD: Final = " You haven't said whether it's in writing."


def _better(offer: Offer, other: Offer, name: str, terms: tuple[str, float]) -> Iterator[NegotiationGround]:
    mine, theirs = pay(offer, *terms), pay(other, *terms)
    kind: GroundKind = "present_job" if other.kind == "present_job" else "offer"
    is_safe = kind == "present_job" or other.in_writing or other.signed_on
    spoken = "" if is_safe else " It's only spoken so far." if other.in_writing is False else _UNTOLD
    for what, gap, sentence in (*_more_pay(mine, theirs, name), *_better_terms(offer, other, name)):
        yield NegotiationGround(kind, what, gap, other.id, sentence + spoken)


def _more_pay(mine: Pay, theirs: Pay, name: str) -> Iterator[tuple[str, float, str]]:
    if mine.at_home is None or theirs.at_home is None or (not mine.home and mine.currency != theirs.currency):
        return
    unit = mine.home or mine.currency
    gap = theirs.at_home - mine.at_home
    if gap > 0:
        all_told = "counting what's known of both" if mine.known or theirs.known else "all told"
        yield "pay per year", gap, f"{name} pays {money(gap, unit)} more per year, {all_told}."
    own, other = annual_base(mine.offer), annual_base(theirs.offer)
    if mine.currency == theirs.currency and own is not None and other is not None:
        base = other - own
        if base > 0:
            yield "base pay", base, f"{name} has {money(base, mine.currency)} more base pay."


def _better_terms(offer: Offer, other: Offer, name: str) -> Iterator[tuple[str, float, str]]:
    leave = _gap(other.leave_days, offer.leave_days)
    if leave > 0:
        yield "leave", leave, f"{name} gives {number(leave)} {plural(leave, 'day')} more of leave."
    hours = _gap(offer.weekly_hours, other.weekly_hours)
    if hours > 0:
        yield "hours", hours, f"{name} asks for {number(hours)} {plural(hours, 'hour')} less a week."
    way = _gap(offer.commute_minutes, other.commute_minutes)
    if way > 0:
        yield (
            "commute",
            way,
            f"{name} saves {number(way)} {plural(way, 'minute')} of commute a day.",
        )


def _gap(more: float | None, less: float | None) -> float:
    return 0.0 if more is None or less is None else more - less


def _sentence(offer: Offer, found: list[NegotiationGround], below: float | None) -> str:
    under = f"The base is {money(below, offer.currency)} below the lowest you'd accept." if below else ""
    if not found:
        return paragraph("No arguments yet. A market rate or another offer would be one.", under)
    facts = " ".join(ground.sentence for ground in found[:3])
    return paragraph(f"You have {counted(len(found), 'argument')}. {facts}", under)
