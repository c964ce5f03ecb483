"""The charts of what can be said: each draws the numbers of its result, and its description says them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lib.charts import changes, conversion, forecast, score_parts, separators, waiting
from lib.charts.chart import Chart
from lib.insight.findings import Findings
from lib.insight.forecasts.parts import score_parts as parts_of
from lib.palette import DARK, LIGHT, Palette
from lib.records.workbook import Workbook
from tests.insight.whole_searches import whole_search

TODAY = date(2026, 5, 20)
FULL = Findings(whole_search(40, rising=True, cause=True), TODAY)
EMPTY = Findings(Workbook(), TODAY)

Drawn = Callable[[Findings, Palette], Chart]
CHARTS: dict[str, Drawn] = {
    "changes": lambda of, palette: changes.chart(of.skills, palette),
    "separators": lambda of, palette: separators.chart(of.separators, palette),
    "forecast": lambda of, palette: forecast.chart(of.forecasts, palette),
    "parts": lambda of, palette: score_parts.chart(parts_of(of.forecasts), palette),
    "waiting": lambda of, palette: waiting.chart(of.waiting, palette),
    "applications": lambda of, palette: conversion.chart(of.applications, palette),
    "stages": lambda of, palette: conversion.chart(of.stages, palette),
}
EACH = pytest.mark.parametrize("drawn", CHARTS.values(), ids=CHARTS)


def traces(chart: Chart, name: str = "") -> list[object]:
    return [trace for trace in chart.figure.data if not name or str(trace.name).startswith(name)]


@EACH
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_is_drawn_on_both_pages_with_question_sentence_and_table(drawn: Drawn, palette: Palette) -> None:
    chart = drawn(FULL, palette)

    assert chart.figure.to_json()
    assert chart.figure.layout.template.layout.font.color == palette.text
    assert chart.n > 0
    assert chart.title.endswith("?")
    assert chart.sentence.endswith(".")
    assert chart.alt.endswith(".")
    assert chart.table.rows
    assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)


@EACH
def test_an_empty_chart_has_no_data_and_says_what_is_missing(drawn: Drawn) -> None:
    chart = drawn(EMPTY, LIGHT)

    assert (chart.n, len(chart.figure.data)) == (0, 0)
    assert chart.alt.startswith("An empty chart: no")
    assert chart.sentence.startswith(("Too early", "No "))


def test_each_change_has_its_mark_at_the_estimate_and_its_line_over_the_interval() -> None:
    overall = FULL.skills.overall
    line, mark = changes.chart(FULL.skills, LIGHT).figure.data[:2]

    assert list(line.x) == [overall.low, overall.high]
    assert list(mark.x) == [overall.change]


def test_what_is_established_unproven_or_neither_differs_in_shape() -> None:
    first, second, third = FULL.skills.dimensions
    tiers = (replace(first, verdict="established"), replace(second, verdict="watch"), replace(third, verdict="nothing"))
    result = replace(FULL.skills, dimensions=tiers)

    marks = [trace for trace in changes.chart(result, LIGHT).figure.data if trace.mode == "markers"]

    assert [trace.marker.symbol for trace in marks[1:]] == ["circle", "diamond", "circle-open"]


def test_zero_lies_in_the_middle_of_the_changes_and_is_marked() -> None:
    layout = changes.chart(FULL.skills, LIGHT).figure.layout

    assert layout.xaxis.range[0] == -layout.xaxis.range[1]
    assert layout.shapes[0].x0 == layout.shapes[0].x1 == 0


def test_the_finding_stands_first_with_its_counts_and_its_tier() -> None:
    finding = FULL.separators.look.finding
    assert finding is not None

    chart = separators.chart(FULL.separators, LIGHT)

    first = chart.figure.layout.annotations[0].text
    assert "established" in first
    assert f"{finding.yes_with} of {finding.yes} that led on" in first
    assert all("unproven" in note.text for note in chart.figure.layout.annotations[1:])


def test_a_forecast_that_came_true_lies_at_the_top_and_the_others_at_the_bottom() -> None:
    chart = forecast.chart(FULL.forecasts, LIGHT)
    dots = next(trace for trace in chart.figure.data if str(trace.name).startswith("one guess"))

    above = [place > 50 for place in dots.y]
    assert above == [entry.came_true for entry in FULL.forecasts.record.forecasts]


def test_no_forecast_lies_outside_of_0_to_100_percent_and_equal_ones_lie_beside_each_other() -> None:
    same = FULL.forecasts.record.forecasts[:1] * 20
    result = replace(FULL.forecasts, record=replace(FULL.forecasts.record, forecasts=same))
    dots = next(trace for trace in forecast.chart(result, LIGHT).figure.data if str(trace.name).startswith("one guess"))

    assert all(0 <= place <= 100 for place in dots.y)
    assert len(set(dots.y)) == 6


def test_the_steps_of_the_score_lead_from_one_to_the_other() -> None:
    score = FULL.forecasts.record.score
    assert score is not None

    same, apart, off, own = score_parts.chart(parts_of(FULL.forecasts), LIGHT).figure.data

    assert same.x[0] == pytest.approx(score.parts.uncertainty)
    assert apart.base[0] == pytest.approx(score.parts.uncertainty - score.parts.discrimination)
    assert off.base[0] + off.x[0] == pytest.approx(score.brier)
    assert own.x[0] == pytest.approx(score.brier)


def test_each_process_that_waits_has_its_dot_on_the_curve() -> None:
    book = whole_search(40)
    last = book.interviews[-1].changed(outcome="pending", outcome_on=None)
    result = Findings(Workbook(applications=book.applications, interviews=(*book.interviews[:-1], last)), TODAY).waiting

    chart = waiting.chart(result, LIGHT)

    dots = chart.figure.data[-1]
    (process,) = result.processes
    assert dots.x[0] == process.days
    assert process.sentence in chart.alt


def test_the_assumption_says_that_it_is_one() -> None:
    chart = waiting.assumed(EMPTY.waiting, LIGHT)

    assert chart.sentence.startswith("An assumption, not your own numbers")
    assert chart.alt.startswith("An assumed curve")


def test_a_step_with_fewer_than_five_answers_has_counts_and_no_mark() -> None:
    result = Findings(whole_search(4), TODAY).stages

    chart = conversion.chart(result, LIGHT)

    assert len(chart.figure.data) == 0
    assert "1 of 4" in chart.figure.layout.annotations[0].text
