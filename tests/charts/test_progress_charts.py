"""The charts of Progress: each draws the numbers of its result, and its description has them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lib.charts import forecast, rating_dots, score_parts, skill_rows, waiting
from lib.charts.chart import Chart
from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.forecasts.parts import score_parts as parts_of
from lib.insight.state import FindingState
from lib.palette import DARK, LIGHT, Palette
from lib.records.workbook import Workbook
from tests.insight.whole_searches import whole_search

TODAY = date(2026, 5, 20)
FULL = Findings(whole_search(40, rising=True, cause=True), TODAY, dates=DAY_FIRST)
EMPTY = Findings(Workbook(), TODAY, dates=DAY_FIRST)

Drawn = Callable[[Findings, Palette], Chart]
CHARTS: dict[str, Drawn] = {
    "dots": lambda of, palette: rating_dots.chart(of.overview.better, palette, dates=DAY_FIRST),
    "skills": lambda of, palette: skill_rows.chart(of.skill_rows, palette, dates=DAY_FIRST),
    "forecast": lambda of, palette: forecast.chart(of.forecasts, palette, dates=DAY_FIRST),
    "parts": lambda of, palette: score_parts.chart(parts_of(of.forecasts), palette),
    "waiting": lambda of, palette: waiting.chart(of.waiting, palette),
}
EACH = pytest.mark.parametrize("drawn", CHARTS.values(), ids=CHARTS)


def traces(chart: Chart, name: str = "") -> list[object]:
    return [trace for trace in chart.figure.data if not name or str(trace.name).startswith(name)]


@EACH
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_is_drawn_on_both_pages_with_question_sentence_and_table(drawn: Drawn, palette: Palette) -> None:
    chart = drawn(FULL, palette)

    assert chart.figure.to_json()
    assert chart.figure.layout.font.color == palette.text
    assert chart.n > 0
    assert chart.sentence.endswith(".")
    assert chart.alt.endswith(".")
    assert chart.table.rows
    assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)


@EACH
def test_an_empty_chart_has_no_data_and_shows_what_is_missing(drawn: Drawn) -> None:
    chart = drawn(EMPTY, LIGHT)

    assert (chart.n, len(chart.figure.data)) == (0, 0)
    assert chart.alt.startswith("An empty chart: no")
    assert chart.sentence.startswith(("Too early", "No "))


def test_a_forecast_that_came_true_is_at_the_top_and_the_others_at_the_bottom() -> None:
    chart = forecast.chart(FULL.forecasts, LIGHT, dates=DAY_FIRST)
    dots = next(trace for trace in chart.figure.data if str(trace.name).startswith("one guess"))

    above = [place > 50 for place in dots.y]
    assert above == [entry.came_true for entry in FULL.forecasts.record.forecasts]


def test_no_forecast_is_outside_of_0_to_100_percent_and_equal_ones_are_beside_each_other() -> None:
    same = FULL.forecasts.record.forecasts[:1] * 20
    result = replace(FULL.forecasts, record=replace(FULL.forecasts.record, forecasts=same))
    dots = next(
        trace
        for trace in forecast.chart(result, LIGHT, dates=DAY_FIRST).figure.data
        if str(trace.name).startswith("one guess")
    )

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
    result = Findings(
        Workbook(applications=book.applications, interviews=(*book.interviews[:-1], last)), TODAY, dates=DAY_FIRST
    ).waiting

    chart = waiting.chart(result, LIGHT)

    dots = next(trace for trace in chart.figure.data if trace.name == "you are here")
    (process,) = result.processes
    assert dots.x[0] == process.days
    assert process.sentence in chart.alt


def test_the_assumption_is_called_one() -> None:
    chart = waiting.assumed(EMPTY.waiting, LIGHT)

    assert chart.sentence.startswith("An assumption, not your own numbers")
    assert chart.alt.startswith("An assumed curve")


def shape_of(chart: Chart, name: str) -> set[str]:
    return {str(trace.marker.symbol) for trace in chart.figure.data if str(trace.name) == name}


def test_a_dot_has_the_shape_of_its_outcome_and_shows_company_type_and_value() -> None:
    book = whole_search(8)
    open_one = book.interviews[-1].changed(outcome=None, outcome_on=None)
    of = Findings(replace(book, interviews=(*book.interviews[:-1], open_one)), TODAY, dates=DAY_FIRST)

    chart = rating_dots.chart(of.overview.better, LIGHT, dates=DAY_FIRST)

    shapes = {name: shape_of(chart, name) for name in ("moved on", "no", "unanswered")}
    assert shapes == {"moved on": {"circle"}, "no": {"square"}, "unanswered": {"diamond"}}
    unanswered = next(trace for trace in chart.figure.data if trace.name == "unanswered")
    assert unanswered.hovertext[0].startswith("Company 7, Technical<br>")
    assert " of 5, waiting" in unanswered.hovertext[0]
    assert list(unanswered.customdata) == [open_one.id]


def test_two_dots_of_one_day_and_rating_are_beside_each_other() -> None:
    better = Findings(whole_search(8), TODAY, dates=DAY_FIRST).overview.better
    same = tuple(replace(dot, on=better.dots[0].on, rating=3.0) for dot in better.dots)
    drawing = rating_dots.figure(replace(better, dots=same), LIGHT, dates=DAY_FIRST)

    at = [x for trace in drawing.data if trace.customdata is not None for x in trace.x]
    assert len(set(at)) == len(same)


def test_dots_are_never_joined_and_hollow_ones_are_grey_in_the_shape_of_their_outcome() -> None:
    book = whole_search(8)
    after = tuple(row.changed(afterwards=row.interview_id == "iv-0000") for row in book.ratings)
    chart = rating_dots.chart(
        Findings(replace(book, ratings=after), TODAY, dates=DAY_FIRST).overview.better, LIGHT, dates=DAY_FIRST
    )

    dots = [trace for trace in chart.figure.data if trace.customdata is not None]
    assert {trace.mode for trace in dots} == {"markers"}
    (hollow,) = (trace for trace in dots if trace.name == "rated after you knew")
    assert hollow.marker.symbol[0].endswith("-open")
    assert hollow.marker.color == LIGHT.muted
    assert chart.caption == "1 hollow: rated after you knew the outcome. Not in the average."


@pytest.mark.parametrize(
    ("state", "dash", "colour"), [("could_be_chance", "dash", LIGHT.muted), ("likely_real", "solid", LIGHT.accent)]
)
def test_a_slope_is_solid_and_coloured_only_where_it_is_likely_real(
    state: FindingState, dash: str, colour: str
) -> None:
    better = FULL.overview.better
    assert better.slope is not None
    drawn = rating_dots.figure(replace(better, slope=replace(better.slope, state=state)), LIGHT, dates=DAY_FIRST)

    lines = [trace for trace in drawn.data if trace.mode == "lines" and trace.line.dash]
    assert [(line.line.dash, line.line.color) for line in lines] == [(dash, colour)]


def test_without_a_slope_the_level_line_is_at_the_average() -> None:
    better = Findings(whole_search(8), TODAY, dates=DAY_FIRST).overview.better
    (line,) = (trace for trace in rating_dots.figure(better, LIGHT, dates=DAY_FIRST).data if trace.mode == "lines")

    assert set(line.y) == {better.level}
    assert line.name == f"average {better.level:.1f}"


@EACH
def test_plotly_knows_a_copy_of_a_figure_again_and_another_one_as_new(drawn: Drawn) -> None:
    first, again, other = drawn(FULL, LIGHT).figure, drawn(FULL, LIGHT).figure, drawn(EMPTY, LIGHT).figure

    assert first.layout.datarevision == again.layout.datarevision
    assert (
        len({first.layout.datarevision, other.layout.datarevision, drawn(FULL, DARK).figure.layout.datarevision}) == 3
    )
    assert "template" not in first.to_plotly_json()["layout"]


def test_each_skill_has_its_row_with_its_state_beside_it() -> None:
    drawn = skill_rows.figure(FULL.skill_rows, LIGHT, dates=DAY_FIRST)

    beside = [note.text for note in drawn.layout.annotations]
    assert [words.partition("<br>")[0] for words in beside] == ["Clear answers", "Examples", "Calm"]
    assert "likely real" in beside[0]
    (marks,) = (trace for trace in drawn.data if trace.mode == "markers")
    assert len(marks.x) == 120
    rows = [skill for skill in FULL.skill_rows.rows for _ in skill.dots]
    for skill, (low, high) in zip(FULL.skill_rows.rows, ((2.16, 3), (1.16, 2), (0.16, 1)), strict=True):
        heights = [y for row, y in zip(rows, marks.y, strict=True) if row is skill]
        ratings = [dot.rating or 0 for dot in skill.dots]
        assert heights == pytest.approx([low + (rating - 0.6) / 4.8 * (high - low) for rating in ratings])
    assert [round(tick, 2) for tick in drawn.layout.yaxis.tickvals][:3] == [2.23, 2.58, 2.93]
