"""The charts of the offers: each describes in words what it draws, and uses shape as well as colour."""

from typing import Any

import numpy as np
import pytest

from lib.charts import ranges, side_by_side, yearly
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


def test_a_must_have_is_a_line_in_its_row() -> None:
    (line,) = side_by_side.figure(comparison((SOUTH,), weights(THREE)), LIGHT).layout.shapes

    assert (line.x0, line.x1) == (40, 40)


def test_the_table_of_the_sides_has_the_same_numbers() -> None:
    table = side_by_side.chart(COMPARED, LIGHT).table

    assert table.columns == ("Criterion", "Weight", "North", "South")
    assert table.rows[2] == ("C3", "20%", None, 60)


def test_equal_scores_of_two_options_are_both_seen() -> None:
    alike = comparison((option("North", THREE, 50, 50, 50), option("South", THREE, 50, 50, 50)), weights(THREE))
    heights = [trace.y[0] for trace in side_by_side.figure(alike, LIGHT).data]

    assert heights[0] != heights[1]


def test_the_description_of_the_sides_has_every_score() -> None:
    assert side_by_side.alt(COMPARED) == (
        "A mark for each option from 0 to 100, by criterion. "
        "C1, 50% of the weight: North 80 and South 50. C2, 30% of the weight: North 40 and South 75. "
        "C3, 20% of the weight: North not known and South 60."
    )


def test_a_bar_reaches_from_end_to_end_of_its_range_with_a_dot_at_the_fit() -> None:
    result = stability(COMPARED, np.random.default_rng(1))
    bars = [trace for trace in ranges.figure(result, LIGHT).data if trace.type == "bar"]
    dots = [trace for trace in ranges.figure(result, LIGHT).data if trace.type == "scatter"]

    drawn = [(trace.base[0], trace.base[0] + trace.x[0]) for trace in bars]
    assert drawn == [pytest.approx((one.low, one.high)) for one in result.ranges]
    assert [trace.x[0] for trace in dots] == [pytest.approx(65.0), pytest.approx(59.5)]


@pytest.mark.parametrize(("high", "words", "caption"), [(99, "apart", ""), (52, "overlaps", ranges.CAPTION)])
def test_whether_bars_overlap_is_said_too(high: int, words: str, caption: str) -> None:
    some = (option("North", THREE, high, high, high), option("South", THREE, 50, 50, 50))
    chart = ranges.chart(stability(comparison(some, by_swing(50, 30, 20)), np.random.default_rng(1)), LIGHT)

    assert words in chart.alt
    assert chart.caption == caption


def test_the_parts_of_the_pay_add_up_to_what_it_comes_to_with_costs_left_of_nothing() -> None:
    figure = yearly.figure(PAYS, LIGHT)
    costs = next(trace for trace in figure.data if trace.name == "Costs")

    assert list(costs.x) == [-1_000, 0]
    assert [sum(parts) for parts in zip(*(trace.x for trace in figure.data), strict=True)] == [71_000, 60_000]


def test_the_description_of_the_pay_names_its_parts_and_leaves_out_what_cannot_be_compared() -> None:
    assert yearly.alt(PAYS) == (
        "Bars of the yearly pay in parts, costs counted off. Northwind: €71,000 (3 of 6 amounts known), of "
        "base pay 70,000, bonus, by how likely it is 2,000 and costs -1,000. <b>Eastwind</b>: €60,000 (1 of 6 "
        "amounts known), of base pay 60,000."
    )


def test_a_company_s_name_is_shown_letter_by_letter() -> None:
    words = str(yearly.figure(PAYS, LIGHT).to_plotly_json())

    assert "<b>Eastwind" not in words
    assert "&lt;b&gt;Eastwind" in words


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_where_there_is_nothing_to_show_nothing_is_drawn(palette: Palette) -> None:
    empty = comparison((), by_swing(50, 50))
    charts = (
        side_by_side.chart(empty, palette),
        ranges.chart(stability(empty, np.random.default_rng(1)), palette),
        yearly.chart(pay_of_all(Workbook(), (), {}), palette),
    )

    for chart in charts:
        assert chart.n == 0
        assert chart.alt.startswith("An empty chart")
        assert not chart.figure.data


def test_unscored_options_leave_the_sides_empty() -> None:
    unknown = comparison((option("North", THREE, None, None, None),), by_swing(50, 30, 20))

    assert side_by_side.chart(unknown, LIGHT).n == 0
