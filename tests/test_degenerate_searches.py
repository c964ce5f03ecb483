"""Searches as odd as they come: each has its report, its sentences and its charts, and no false claim."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lib.charts import forecast, rating_dots, score_parts, skill_rows, waiting
from lib.dates import DAY_FIRST
from lib.exchange.findings_json import to_json
from lib.insight.findings import Findings
from lib.insight.forecasts.parts import score_parts as parts_of
from lib.insight.summary import summary
from lib.palette import LIGHT
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.workbook import Workbook
from tests.insight.whole_searches import LAST, whole_search

BOOK = whole_search(24, cause=True)


def each(**values: Any) -> Workbook:
    """The search with the same values in every interview."""
    return replace(BOOK, interviews=tuple(entry.changed(**values) for entry in BOOK.interviews))


def rated(scores: dict[str, int]) -> Workbook:
    """The search with the same ratings in every interview."""
    rows = (
        Rating(interview_id=entry.id, dimension=key, score=score)
        for entry in BOOK.interviews
        for key, score in scores.items()
    )
    return replace(BOOK, ratings=tuple(rows))


def two_a_day() -> Workbook:
    days = (date(2026, 3, 2) + timedelta(days=number // 2) for number in range(24))
    return replace(
        BOOK,
        interviews=tuple(
            entry.changed(held_at=day, outcome_on=day) for entry, day in zip(BOOK.interviews, days, strict=True)
        ),
    )


def dimensions_come_and_go() -> Workbook:
    kept = (row for place, row in enumerate(BOOK.ratings) if place % 5)
    return replace(BOOK, ratings=tuple(kept))


COMING = Interview(id="iv-next", application_id="ap-1", state="scheduled", held_at=date(2027, 1, 1), stage="final")
SEARCHES = {
    "one interview": whole_search(1),
    "no outcomes": each(outcome=None, outcome_on=None),
    "all advanced": each(outcome="advanced"),
    "all rejected": each(outcome="rejected"),
    "all silent": each(outcome="no_reply"),
    "no ratings": replace(BOOK, ratings=()),
    "constant ratings": rated({"clarity": 3, "evidence": 3}),
    "fifteen dimensions": rated({f"own_{number}": 1 + number % 5 for number in range(15)}),
    "missing dimensions": dimensions_come_and_go(),
    "all on one day": each(held_at=date(2026, 3, 2), outcome_on=date(2026, 3, 2)),
    "two a day": two_a_day(),
    "answers long after": each(outcome_on=date(2031, 1, 1)),
    "answers without a date": each(outcome_on=None),
    "no applications": replace(BOOK, applications=()),
    "no questions": replace(BOOK, questions=()),
    "still to come": replace(BOOK, interviews=(*BOOK.interviews, COMING)),
}
EACH = pytest.mark.parametrize("book", SEARCHES.values(), ids=SEARCHES)


def sentences(found: object) -> Iterator[str]:
    """Every sentence of the report, anywhere in it."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name.endswith("sentence") and isinstance(value, str):
                yield value
            yield from sentences(value)
    elif isinstance(found, list):
        for value in found:
            yield from sentences(value)


@EACH
def test_the_report_is_whole_and_every_sentence_ends(book: Workbook) -> None:
    found = to_json(Findings(book, LAST, dates=DAY_FIRST))

    assert json.loads(json.dumps(found, allow_nan=False)) == found
    is_known = {"prepared": found["prepared"]["n"] > 0}  # without notes on preparation there is no sentence about it
    said = [text for part in found if is_known.get(part, True) for text in sentences(found[part])]
    assert len(said) > 10
    assert [one for one in said if (one and not one.endswith((".", "?", "!"))) or "nan" in one.split()] == []


@EACH
def test_every_part_has_a_statement_and_no_key_comes_twice(book: Workbook) -> None:
    statements = summary(Findings(book, LAST, dates=DAY_FIRST)).statements

    assert {entry.part for entry in statements} >= {"skills", "forecasts", "answers", "waiting", "words"}
    assert len({entry.key for entry in statements}) == len(statements)


@EACH
def test_every_chart_can_be_drawn(book: Workbook) -> None:
    of = Findings(book, LAST, dates=DAY_FIRST)
    charts = (
        rating_dots.chart(of.overview.better, LIGHT, dates=DAY_FIRST),
        skill_rows.chart(of.skill_rows, LIGHT, dates=DAY_FIRST),
        forecast.chart(of.forecasts, LIGHT, dates=DAY_FIRST),
        score_parts.chart(parts_of(of.forecasts), LIGHT),
        waiting.chart(of.waiting, LIGHT),
    )

    assert [chart.title for chart in charts if not chart.figure.to_json() or not chart.alt.endswith(".")] == []


@pytest.mark.parametrize("name", ["all advanced", "all rejected", "no outcomes", "no ratings", "constant ratings"])
def test_where_nothing_differs_nothing_is_established_of_it(name: str) -> None:
    found = to_json(Findings(SEARCHES[name], LAST, dates=DAY_FIRST))

    established = [entry["dimension"] for entry in found["skills"] if entry["verdict"] == "established"]
    if name in ("no ratings", "constant ratings"):
        assert established == []
        assert found["overall"]["verdict"] != "established"
    else:
        assert found["separators"]["verdict"] == "not_enough"
