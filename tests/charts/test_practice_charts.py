"""The charts of practice: each describes in words what it draws, and reads on a phone."""

from dataclasses import replace
from datetime import UTC, date
from typing import Any

import pytest

from lib.charts import practised, readiness, reviews
from lib.dates import DAY_FIRST
from lib.palette import DARK, LIGHT, Palette
from lib.practice.results import before_and_after
from lib.records.workbook import Workbook
from tests.day_first import how_ready, reviews_by_day
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import day, review

NOW = day(20)
LONG = "How would you explain to somebody who has never seen a table why two figures of one thing may both be right?"
WORKBOOK = Workbook(
    applications=(application(1),),
    interviews=(
        interview(1, held_at=date(2026, 10, 1)),
        interview(2, held_at=date(2026, 11, 15)),
        interview(9, state="scheduled", held_at=day(25)),
    ),
    questions=(
        question(1, rating=2, topic_id="t", category="case", text=LONG),
        question(2, of=2, rating=4, topic_id="t", category="case", text=LONG),
        question(3, rating=1, category="culture"),
    ),
    practice=(review(1, 1, 3, minutes=2), review(2, 1, 4, "again", minutes=1.5), review(3, 1, 4.1)),
)
ON_BOTH_PAGES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_the_description_of_how_ready_i_am_has_its_numbers() -> None:
    assert readiness.alt(how_ready(WORKBOOK, NOW)) == (
        "Bars of questions by kind, divided into ready, shaky and not practised. "
        "Case, 1 question: 1 shaky. Culture, 1 question: 1 not practised."
    )


def test_the_parts_of_each_bar_add_up_to_its_questions() -> None:
    result = how_ready(WORKBOOK, NOW)

    parts = readiness.figure(result, LIGHT).data

    assert [trace.name for trace in parts] == ["Shaky", "Not practised"]
    assert [sum(both) for both in zip(*(trace.x for trace in parts), strict=True)] == [kind.n for kind in result.kinds]


def test_the_description_of_the_days_names_those_with_practice_only() -> None:
    result = reviews_by_day(WORKBOOK, date(2026, 11, 6), UTC, days=5)

    assert reviews.alt(result, dates=DAY_FIRST) == (
        "Bars of the questions tried on each of 5 days. Wednesday 4 November 2026, 1 question, 1 of them came; "
        "Thursday 5 November 2026, 2 questions, 1 of them came."
    )


def test_every_day_of_the_period_has_its_place() -> None:
    result = reviews_by_day(WORKBOOK, date(2026, 11, 6), UTC, days=5)

    for bars in reviews.figure(result, LIGHT, dates=DAY_FIRST).data:
        assert list(bars.x) == [one.on for one in result.days]


def test_hovering_over_a_day_shows_when_how_many_and_how_long() -> None:
    bars = reviews.figure(reviews_by_day(WORKBOOK, date(2026, 11, 6), UTC, days=5), LIGHT, dates=DAY_FIRST).data[0]

    assert bars.hovertext[3] == "Thursday 5 November 2026<br>2 questions, 1 of them came<br>2 minutes"


def test_the_number_of_reviews_is_counted_in_whole_ones_from_nothing() -> None:
    for times in (1, 3, 40):
        rows = tuple(review(number, 1, 3) for number in range(times))
        axis = reviews.figure(
            reviews_by_day(replace(WORKBOOK, practice=rows), date(2026, 11, 6), UTC), LIGHT, dates=DAY_FIRST
        ).layout.yaxis

        assert axis.range[0] == 0
        assert axis.range[1] > times
        assert axis.dtick == int(axis.dtick) >= 1


@ON_BOTH_PAGES
def test_what_came_and_what_did_not_differ_in_more_than_colour(palette: Palette) -> None:
    well, rest = reviews.figure(reviews_by_day(WORKBOOK, date(2026, 11, 6), UTC), palette, dates=DAY_FIRST).data

    assert (well.marker.pattern.shape, rest.marker.pattern.shape) == (None, "/")


def test_before_and_after_are_on_the_scale_of_the_ratings() -> None:
    axis = practised.figure(before_and_after(WORKBOOK, NOW), LIGHT).layout.xaxis

    assert axis.range[0] < 1
    assert axis.range[1] > 5
    assert tuple(axis.tickvals) == (1, 2, 3, 4, 5)


def test_the_description_of_before_and_after_has_its_numbers() -> None:
    assert practised.alt(before_and_after(WORKBOOK, NOW)).endswith("”: 2.0 before, 4.0 after.")


def test_a_long_question_is_cut_to_fit_a_phone() -> None:
    drawing: Any = practised.figure(before_and_after(WORKBOOK, NOW), LIGHT)
    (heading,) = drawing.layout.annotations

    assert heading.text.startswith("How would you explain to somebody")
    assert len(heading.text.partition("  <span")[0]) <= 42
    assert "…" in heading.text


@ON_BOTH_PAGES
def test_before_and_after_differ_in_more_than_hue(palette: Palette) -> None:
    before, after = practised.figure(before_and_after(WORKBOOK, NOW), palette).data

    assert (before.marker.color, after.marker.color) == (palette.page, palette.accent)


def test_each_row_has_a_height_of_its_own() -> None:
    one = practised.figure(before_and_after(WORKBOOK, NOW), LIGHT).layout.height
    two = readiness.figure(how_ready(WORKBOOK, NOW), LIGHT).layout.height

    assert two > one


@pytest.mark.parametrize(
    "drawn",
    [
        lambda: readiness.figure(how_ready(WORKBOOK, NOW), LIGHT),
        lambda: reviews.figure(reviews_by_day(WORKBOOK, date(2026, 11, 6), UTC), LIGHT, dates=DAY_FIRST),
        lambda: practised.figure(before_and_after(WORKBOOK, NOW), LIGHT),
    ],
    ids=["readiness", "reviews", "practised"],
)
def test_the_legend_is_above_the_data(drawn: Any) -> None:
    layout = drawn().layout
    legend = layout.legend

    assert layout.showlegend
    assert (legend.y, legend.yanchor, legend.orientation) == (1, "bottom", "h")
    assert layout.margin.t >= 30
