"""An offer's pay per year and per hour, with the arithmetic, so that unlike offers can be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lib.decide import base_pay
from lib.decide.base_pay import DAYS_A_WEEK, NOT_KNOWN, WEEKS
from lib.decide.figures import CalculationLine, lines_table, money, number
from lib.decide.options import opening
from lib.english import counted, listed, paragraph, plural
from lib.insight.result import ResultTable
from lib.records.offer import Offer
from lib.records.workbook import Workbook

TITLE = "Pay per year"
TITLE_OF_ALL = "Yearly pay compared"
YEARS: Final = 3.0
"""How many years I expect to stay unless entered: an assumption, over which a signing bonus is spread."""


@dataclass(frozen=True)
class Pay:
    """An offer's pay by the year. ``lines`` add up to ``total``, in the offer's currency; ``at_home`` is the same in
    the person's own, by the line ``exchange`` if the two differ. Both are None if the base is not known, ``at_home``
    also where the rate is missing.

    ``per_hour`` is in the person's own currency if that is known, else in the offer's, None if hours or leave are not
    known; ``per_hour_with_commute`` counts the way there and back as hours. ``hours`` are the lines behind both. ``n``
    counts the amounts known.
    """

    title: str
    n: int
    offer: Offer
    currency: str
    home: str
    lines: tuple[CalculationLine, ...]
    exchange: CalculationLine | None
    total: float | None
    at_home: float | None
    hours: tuple[CalculationLine, ...]
    per_hour: float | None
    per_hour_with_commute: float | None
    sentence: str
    table: ResultTable

    @property
    def parts(self) -> tuple[tuple[str, float], ...]:
        """What it is made of, in the currency of ``at_home``: each caption with its amount; they add up to it.

        Nothing if it cannot be compared; what is not known is left out.
        """
        if self.at_home is None or self.total is None:
            return ()
        rate = self._rate
        return tuple((line.caption, line.value * rate) for line in self.lines if line.value)

    @property
    def known(self) -> str:
        """'3 of 6 amounts', if some are not known and so counted as nothing; empty if all are."""
        return "" if self.n == len(self.lines) else f"{self.n} of {counted(len(self.lines), 'amount')}"

    @property
    def _rate(self) -> float:
        return 1.0 if self.exchange is None else self.offer.rate_to_home or 1.0


@dataclass(frozen=True)
class PayOfAll:
    """All offers' pay in one currency, the most first, those that cannot be compared last with the reason.

    ``n`` counts the comparable ones; ``names`` follow ``pays``.
    """

    title: str
    n: int
    home: str
    names: tuple[str, ...]
    pays: tuple[Pay, ...]
    sentence: str
    table: ResultTable


def home_currency(workbook: Workbook) -> str:
    """The person's own currency: the setting ``currency``, else my current job's, else the one that all offers are in;
    empty if none of these is known."""
    present = next((offer.currency for offer in workbook.offers if offer.kind == "present_job" and offer.currency), "")
    of_all = {_code(offer.currency) for offer in workbook.offers if offer.currency.strip()}
    return _code(workbook.setting("currency") or present or (of_all.pop() if len(of_all) == 1 else ""))


def pay(offer: Offer, home: str = "", years: float = YEARS) -> Pay:
    """The yearly pay of an offer: base, bonus times its odds, signing bonus spread over ``years``, equity and benefits,
    less the costs. A missing amount counts as nothing, which its line mentions; my current job needs no signing bonus.

    An offer without a currency counts as in the ``home`` one. Raises ValueError if ``years`` is not above 0.
    """
    if not years > 0:
        raise ValueError("the years to stay are more than none")
    currency = _code(offer.currency) or _code(home)
    lines = tuple(_lines(offer, years))
    total = None if base_pay.annual_base(offer) is None else sum(line.value or 0 for line in lines)
    rate = _rate(offer, currency, _code(home))
    at_home = None if total is None or rate is None else total * rate
    hours = tuple(_hours(offer, total if at_home is None else at_home))
    per_hour, with_commute = (line.value for line in hours[-2:]) if hours else (None, None)
    exchange = _exchange(total, rate, currency, _code(home))
    whole = () if total is None else (CalculationLine("Per year", "the sum of these", total),)
    unit = currency if at_home is None else _code(home) or currency
    return Pay(
        title=TITLE,
        n=sum(line.value is not None for line in lines),
        offer=offer,
        currency=currency,
        home=_code(home),
        lines=lines,
        exchange=exchange,
        total=total,
        at_home=at_home,
        hours=hours,
        per_hour=per_hour,
        per_hour_with_commute=with_commute,
        sentence=paragraph(
            _sentence(offer, total, at_home, (currency, _code(home)), (per_hour, with_commute, unit)),
            _of_gaps(lines, total),
        ),
        table=lines_table((*lines, *whole, *((exchange,) if exchange else ()), *hours), "Amount"),
    )


def pay_of_all(workbook: Workbook, offers: Sequence[Offer], names: dict[str, str], years: float = YEARS) -> PayOfAll:
    """The offers side by side in the person's own currency; ``names`` are what the offers are called, by id."""
    home = home_currency(workbook)
    mixed = not home and len({_code(offer.currency) for offer in offers if offer.currency.strip()}) > 1
    each = [pay(offer, home, years) for offer in offers]
    ordered = sorted(each, key=lambda one: (one.at_home is None or mixed, -(one.at_home or 0)))
    comparable = [] if mixed else [one for one in ordered if one.at_home is not None]
    named = tuple(names.get(one.offer.id, one.offer.id) for one in ordered)
    return PayOfAll(
        title=TITLE_OF_ALL,
        n=len(comparable),
        home=home,
        names=named,
        pays=tuple(ordered),
        sentence=_sentence_of_all(tuple(ordered), named, home, mixed),
        table=_table_of_all(tuple(ordered), named, home),
    )


def _code(currency: str) -> str:
    return " ".join(currency.split()).upper()


def _rate(offer: Offer, currency: str, home: str) -> float | None:
    return 1.0 if not home or currency == home else offer.rate_to_home


def _exchange(total: float | None, rate: float | None, currency: str, home: str) -> CalculationLine | None:
    if total is None or rate is None or currency == home or not home:
        return None
    return CalculationLine(f"In {home}", f"{money(total, currency)} × {rate:g}", total * rate)


def _lines(offer: Offer, years: float) -> Iterator[CalculationLine]:
    yield base_pay.base_pay_line(offer)
    if offer.bonus and offer.bonus_odds is None:
        yield CalculationLine("Bonus", f"{money(offer.bonus)}, but how likely isn't known: counted as 0", None)
    elif offer.bonus is None:
        yield CalculationLine("Bonus", NOT_KNOWN, None)
    else:
        odds = offer.bonus_odds or 0
        yield CalculationLine("Bonus, by how likely it is", f"{money(offer.bonus)} × {odds}%", offer.bonus * odds / 100)
    if offer.signing is None and offer.is_offer:
        yield CalculationLine("Signing bonus", NOT_KNOWN, None)
    if offer.signing is not None:
        spread = f"{money(offer.signing)} ÷ {number(years)} {plural(years, 'year')}"
        yield CalculationLine("Signing bonus, spread over the years to stay", spread, offer.signing / years)
    yield _plain("Equity", offer.equity_yearly)
    yield _plain("Benefits", offer.benefits_yearly)
    costs = offer.costs_yearly
    working = NOT_KNOWN if costs is None else f"less {money(costs)}"
    yield CalculationLine("Costs", working, None if costs is None else -costs)


def _plain(caption: str, amount: float | None) -> CalculationLine:
    return CalculationLine(caption, NOT_KNOWN if amount is None else "as given", amount)


def _hours(offer: Offer, total: float | None) -> Iterator[CalculationLine]:
    """The hours of a year, those with the commute, and the pay by each; nothing where something needed is missing."""
    if total is None or not offer.weekly_hours or offer.leave_days is None:
        return
    weeks = WEEKS - offer.leave_days / DAYS_A_WEEK
    hours = offer.weekly_hours * weeks
    if hours <= 0:
        return
    commute = None if offer.commute_minutes is None else offer.commute_minutes / 60 * DAYS_A_WEEK * weeks
    leave = f"{number(offer.leave_days)} ÷ {DAYS_A_WEEK}"
    yield CalculationLine("Hours of work", f"{number(offer.weekly_hours)} × ({WEEKS} − {leave}) weeks", hours)
    way = "the commute isn't known"
    if commute is not None:
        way = f"{number(offer.commute_minutes or 0)} ÷ 60 × {DAYS_A_WEEK} × {number(weeks)} weeks"
    yield CalculationLine("Commute hours", way, commute)
    yield CalculationLine("Per hour", f"{money(total)} ÷ {number(hours)}", total / hours)
    if commute is None:
        yield CalculationLine("Per hour incl. commute", way, None)
    else:
        yield CalculationLine(
            "Per hour incl. commute", f"{money(total)} ÷ {number(hours + commute)}", total / (hours + commute)
        )


def _sentence(
    offer: Offer,
    total: float | None,
    at_home: float | None,
    currencies: tuple[str, str],
    hourly: tuple[float | None, float | None, str],
) -> str:
    currency, home = currencies
    per_hour, with_commute, unit = hourly
    if total is None:
        missing = "base pay isn't" if offer.base is None else "hours a week aren't"
        return f"The {missing} known yet."
    first = f"{money(total, currency)} per year."
    if at_home is None:
        first += f" Without a rate from {currency} to {home} it can't be compared."
    elif currency != home and home:
        first = f"{money(at_home, home)} per year, from {money(total, currency)}."
    by_hour = f"That's {money(per_hour, unit)} an hour" if per_hour is not None else ""
    if by_hour and with_commute is not None and offer.commute_minutes:
        by_hour += f", {money(with_commute, unit)} with the commute"
    odds = "How likely the bonus is isn't known." if offer.bonus and offer.bonus_odds is None else ""
    return paragraph(first, by_hour + "." if by_hour else "", odds)


def _of_gaps(lines: tuple[CalculationLine, ...], total: float | None) -> str:
    known = sum(line.value is not None for line in lines)
    if total is None or known == len(lines):
        return ""
    return f"That counts {known} of {counted(len(lines), 'amount')}: the others aren't known."


def _sentence_of_all(pays: tuple[Pay, ...], names: tuple[str, ...], home: str, mixed: bool) -> str:
    if not pays:
        return "No offer to compare yet."
    if mixed:
        found = sorted({one.currency for one in pays if one.currency})
        return f"The offers are in {listed(found)}. Choose your currency and the rates to compare them."
    able = [(name, one) for name, one in zip(names, pays, strict=True) if one.at_home is not None]
    no_base = [name for name, one in zip(names, pays, strict=True) if one.total is None]
    no_rate = [f"{name} ({one.currency})" for name, one in zip(names, pays, strict=True) if _lacks_rate(one)]
    amounts = [f"{name} {money(one.at_home or 0, home)}" for name, one in able]
    first = f"Per year: {listed(amounts)}." if len(able) > 1 else ""
    if len(able) == 1:
        first = f"{opening(able[0][0])} pays {money(able[0][1].at_home or 0, home)} per year."
    partly = [f"{one.known} at {name}" for name, one in able if one.known]
    return paragraph(
        first,
        f"Only what is known is counted: {listed(partly)}." if partly else "",
        f"Not comparable without a rate to {home}: {listed(no_rate)}." if no_rate else "",
        f"Not known without the base pay: {listed(no_base)}." if no_base else "",
    )


def _lacks_rate(one: Pay) -> bool:
    return one.total is not None and one.at_home is None


def _table_of_all(pays: tuple[Pay, ...], names: tuple[str, ...], home: str) -> ResultTable:
    heading = f"Per year, {home}" if home else "Per year"
    columns = ("Offer", heading, "In its currency", "Per hour", "Per hour incl. commute", "Amounts known")
    return ResultTable(
        columns,
        tuple(
            (
                opening(name),
                _rounded(one.at_home),
                None if one.total is None else money(one.total, one.currency),
                _rounded(one.per_hour),
                _rounded(one.per_hour_with_commute),
                f"{one.n} of {len(one.lines)}",
            )
            for name, one in zip(names, pays, strict=True)
        ),
    )


def _rounded(amount: float | None) -> float | None:
    return None if amount is None else round(amount, 2)
