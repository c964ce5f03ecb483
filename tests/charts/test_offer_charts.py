"""The charts of the offers: each says in words what it draws, and stays apart in form as well as in colour."""

from typing import Any

import numpy as np
import pytest

from lib.charts import first_places, side_by_side, yearly
from lib.decide.comparison import comparison
from lib.decide.pay import pay_of_all
from lib.decide.stability import stability
from lib.decide.weights import weights
from lib.palette import DARK, LIGHT, Palette
from lib.records.workbook import Workbook
from tests.decide.jobs import by_swing, criteria, offer, option

THREE = criteria(50, 30, 20, must_have=40)
NORTH, SOUTH = option("North", THREE, 80, 40, None), option("South", THREE, 50, 75, 60)
ON_BOTH_PAGES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
COMPARED = comparison((NORTH, SOUTH), by_swing(50, 30, 20))
OFFERS = (
    offer(1, base=70_000, currency="EUR", bonus=4_000, bonus_odds=50, costs_yearly=1_000),
    offer(2, base=60_000, currency="EUR"),
    offer(3, currency="EUR"),
)
NAMES = {"of-1": "Northwind", "of-2": "<b>Eastwind</b>", "of-3": "Southwind"}
PAYS = pay_of_all(Workbook(offers=OFFERS), OFFERS, NAMES)


def names(figure: Any) -> list[str]:
    return [trace.name for trace in figure.data]


@ON_BOTH_PAGES
def test_each_option_has_a_mark_of_its_own_form_and_colour(palette: Palette) -> None:
    figure = side_by_side.figure(COMPARED, palette)

    assert sorted(names(figure)) == ["North", "South"]
    assert (
        len({trace.marker.symbol for trace in figure.data}) == len({trace.marker.color for trace in figure.data}) == 2
    )


def test_the_first_row_is_the_total_and_what_is_not_known_has_no_mark() -> None:
    marks = {trace.name: list(trace.x) for trace in side_by_side.figure(COMPARED, LIGHT).data}

    assert marks["South"] == [pytest.approx(59.5), 50, 75, 60]
    assert marks["North"] == [pytest.approx(65.0), 80, 40]


def test_a_must_have_stands_as_a_line_in_its_row() -> None:
    (line,) = side_by_side.figure(comparison((SOUTH,), weights(THREE)), LIGHT).layout.shapes

    assert (line.x0, line.x1) == (40, 40)


def test_the_table_of_the_sides_has_the_same_numbers() -> None:
    table = side_by_side.chart(COMPARED, LIGHT).table

    assert table.columns == ("Criterion", "Weight", "North", "South")
    assert table.rows[0] == ("Altogether", "", 65.0, 59.5)
    assert table.rows[3] == ("C3", "20%", None, 60)


def test_equal_scores_of_two_options_are_both_seen() -> None:
    alike = comparison((option("North", THREE, 50, 50, 50), option("South", THREE, 50, 50, 50)), weights(THREE))
    heights = [trace.y[1] for trace in side_by_side.figure(alike, LIGHT).data]

    assert heights[0] != heights[1]


def test_the_description_of_the_sides_has_every_score() -> None:
    assert side_by_side.alt(COMPARED) == (
        "A mark for each option from 0 to 100, altogether and by criterion. Altogether: North 65 and South 60. "
        "C1, 50% of the weight: North 80 and South 50. C2, 30% of the weight: North 40 and South 75. "
        "C3, 20% of the weight: North not known and South 60."
    )


def test_the_shares_of_first_places_fill_a_bar_of_a_hundred() -> None:
    result = stability(COMPARED, np.random.default_rng(1))
    figure = first_places.figure(result, LIGHT)

    assert [sum(parts) for parts in zip(*(trace.x for trace in figure.data), strict=True)] == pytest.approx([100, 100])
    assert first_places.alt(result).startswith("Bars of how often each option comes first. ")


def test_the_parts_of_the_pay_add_up_to_what_it_comes_to_with_costs_left_of_nothing() -> None:
    figure = yearly.figure(PAYS, LIGHT)
    costs = next(trace for trace in figure.data if trace.name == "Costs")

    assert list(costs.x) == [-1_000, 0]
    assert [sum(parts) for parts in zip(*(trace.x for trace in figure.data), strict=True)] == [71_000, 60_000]


def test_the_description_of_the_pay_names_its_parts_and_leaves_out_what_cannot_be_compared() -> None:
    assert yearly.alt(PAYS) == (
        "Bars of the yearly pay in parts, costs counted off. Northwind: 71,000 EUR (3 of 6 amounts known), of "
        "base pay 70,000, bonus, by how likely it is 2,000 and costs -1,000. <b>Eastwind</b>: 60,000 EUR (1 of 6 "
        "amounts known), of base pay 60,000."
    )


def test_a_company_s_name_is_shown_letter_by_letter() -> None:
    words = str(yearly.figure(PAYS, LIGHT).to_plotly_json())

    assert "<b>Eastwind" not in words
    assert "&lt;b&gt;Eastwind" in words


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_where_there_is_nothing_to_show_the_sentence_says_so(palette: Palette) -> None:
    empty = comparison((), by_swing(50, 50))
    charts = (
        side_by_side.chart(empty, palette),
        first_places.chart(stability(empty, np.random.default_rng(1)), palette),
        yearly.chart(pay_of_all(Workbook(), (), {}), palette),
    )

    for chart in charts:
        assert chart.n == 0
        assert chart.sentence
        assert chart.alt.startswith("An empty chart")
        assert not chart.figure.data


def test_the_bar_of_an_option_that_hardly_ever_comes_first_says_no_100() -> None:
    far = comparison((option("North", THREE, 100, 100, 100), option("South", THREE, 50, 0, 0)), by_swing(50, 30, 20))
    figure = first_places.figure(stability(far, np.random.default_rng(1)), LIGHT)
    words = [note.text for note in figure.layout.annotations]

    assert ["over 99%" in words[0], "under 1%" in words[1]] == [True, True]
    assert 0 < figure.data[0].x[1] < 1
    assert 99 < figure.data[0].x[0] < 100
    assert not any(text for trace in figure.data for text in trace.text)


def test_an_option_scored_on_too_little_has_its_marks_but_no_total() -> None:
    early = comparison((option("North", THREE, 80, None, None), SOUTH), by_swing(50, 30, 20))
    marks = {trace.name: list(trace.x) for trace in side_by_side.figure(early, LIGHT).data}

    assert marks["North"] == [80]
    assert "Altogether: South 60 and North too early for a number." in side_by_side.alt(early)
    assert first_places.chart(stability(early, np.random.default_rng(1)), LIGHT).n == 0


def test_unscored_options_leave_the_sides_empty() -> None:
    unknown = comparison((option("North", THREE, None, None, None),), by_swing(50, 30, 20))

    assert side_by_side.chart(unknown, LIGHT).n == 0
