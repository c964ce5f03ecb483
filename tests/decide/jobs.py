"""Criteria, scores and offers made in a line."""

from datetime import date
from typing import Any

from lib.decide.options import Option
from lib.decide.scores import CriterionScore
from lib.decide.weights import CriterionWeights, weights
from lib.records.application import Application
from lib.records.criterion import Criterion
from lib.records.fit import Fit
from lib.records.offer import Offer
from lib.records.workbook import Workbook

TODAY = date(2026, 11, 20)


def criteria(*swings: int | None, **values: Any) -> tuple[Criterion, ...]:
    """Criteria cr-1, cr-2 and so on, called C1, C2, with these swings; ``values`` are for the first."""
    found = [Criterion(id=f"cr-{at}", name=f"C{at}", swing=swing) for at, swing in enumerate(swings, start=1)]
    return (found[0].changed(**values), *found[1:]) if values else tuple(found)


def fit(criterion: str | int, score: int | None, job: str = "ap-1", on: date = TODAY, **values: Any) -> Fit:
    criterion_id = f"cr-{criterion}" if isinstance(criterion, int) else criterion
    return Fit(**{"application_id": job, "criterion_id": criterion_id, "as_of": on, "score": score} | values)


def scores(of: tuple[Criterion, ...], *values: int | None, sure: str | None = None) -> tuple[CriterionScore, ...]:
    return tuple(
        CriterionScore(one, None if value is None else fit(one.id, value, sure=sure), ())
        for one, value in zip(of, values, strict=True)
    )


def option(name: str, of: tuple[Criterion, ...], *values: int | None, sure: str | None = None) -> Option:
    return Option(f"of-{name.lower()}", name, scores(of, *values, sure=sure))


def by_swing(*swings: int) -> CriterionWeights:
    return weights(criteria(*swings))


def offer(number: int = 1, **values: Any) -> Offer:
    return Offer(**{"id": f"of-{number}", "kind": "offer", "application_id": f"ap-{number}"} | values)


def application(number: int = 1, **values: Any) -> Application:
    usual = {"id": f"ap-{number}", "company": f"Company {number}", "role": "Analyst", "status": "offer"}
    return Application(**usual | values)


def workbook(**tables: Any) -> Workbook:
    return Workbook(**tables)
