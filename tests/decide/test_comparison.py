"""Offers and the present job side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.comparison import Comparison, comparison
from lib.decide.options import Option
from tests.decide.jobs import by_swing, criteria, option

TWO = criteria(60, 40)
BY = by_swing(60, 40)
ALDER, BIRCH, CEDAR = option("Alder", TWO, 80, 20), option("Birch", TWO, 40, 70), option("Cedar", TWO, 30, 20)


def names(compared: Comparison) -> list[str]:
    return [standing.option.name for standing in compared.ranked_options]


def test_the_largest_weighted_sum_leads() -> None:
    found = comparison((BIRCH, ALDER), BY)

    assert names(found) == ["Alder", "Birch"]
    assert [standing.rank for standing in found.ranked_options] == [1, 2]
    assert [standing.total for standing in found.ranked_options] == [56, 52]


def test_the_arithmetic_is_there_line_by_line_and_adds_up() -> None:
    first = comparison((ALDER,), BY).ranked_options[0]

    assert [(line.caption, line.working, line.value) for line in first.lines] == [
        ("C1", "80 × 60%", pytest.approx(48)),
        ("C2", "20 × 40%", pytest.approx(8)),
    ]
    assert sum(line.value or 0 for line in first.lines) == pytest.approx(first.total)


def test_the_table_of_contributions_has_a_column_for_each_option_and_their_totals() -> None:
    found = comparison((ALDER, BIRCH), BY).contributions

    assert found.columns == ("Criterion", "Weight", "Alder", "Birch")
    assert found.rows == (("C1", 0.6, 48.0, 24.0), ("C2", 0.4, 8.0, 28.0), ("Total of 2 criteria", 1.0, 56.0, 52.0))


def test_an_option_that_is_nowhere_better_is_beaten_by_a_named_one() -> None:
    found = comparison((ALDER, BIRCH, CEDAR), BY)

    beaten = {standing.option.name: [by.name for by in standing.dominated_by] for standing in found.ranked_options}
    assert beaten == {"Alder": [], "Birch": [], "Cedar": ["Alder", "Birch"]}
    assert found.sentence == "Cedar scores no better than Alder and Birch on anything."


def test_two_that_are_alike_in_everything_do_not_beat_each_other() -> None:
    found = comparison((ALDER, option("Twin", TWO, 80, 20)), BY)

    assert [standing.dominated_by for standing in found.ranked_options] == [(), ()]
    assert [standing.rank for standing in found.ranked_options] == [1, 1]
    assert found.sentence == ""


def test_what_is_not_known_beats_nobody() -> None:
    three = criteria(60, 30, 10)
    found = comparison((option("Most", three, 90, 80, None), option("Low", three, 30, 20, 10)), by_swing(60, 30, 10))

    assert [standing.dominated_by for standing in found.ranked_options] == [(), ()]


def test_an_offer_scored_on_too_little_has_no_number_and_no_place() -> None:
    found = comparison((option("Half", TWO, 90, None), CEDAR), BY)
    half = found.ranked_options[-1]

    assert (half.option.name, half.total, half.rank) == ("Half", None, None)
    assert half.coverage.words == "1 of 2 criteria scored"
    assert [row[3] for row in found.contributions.rows] == [None, None, None]


def test_seven_of_ten_criteria_are_not_enough_where_they_weigh_little() -> None:
    of = criteria(*(1,) * 7, 20, 20, 20)
    found = comparison((option("Light", of, *(90,) * 7, None, None, None),), by_swing(*(1,) * 7, 20, 20, 20))

    assert found.ranked_options[0].coverage.words == "7 of 10 criteria scored, 10% of the weight"


def test_a_number_is_there_from_seven_tenths_of_the_weight_on() -> None:
    for first, total in ((70, 50), (69, None)):
        of = criteria(first, 100 - first)
        (only,) = comparison((option("Edge", of, 50, None),), by_swing(first, 100 - first)).ranked_options
        assert only.total == total


def test_an_option_without_a_score_has_no_place() -> None:
    found = comparison((option("Blank", TWO, None, None), ALDER), BY)

    assert (names(found), found.n) == (["Alder", "Blank"], 1)


def test_weights_of_nothing_count_alike() -> None:
    assert comparison((ALDER, BIRCH), by_swing(0, 0)).leaders[0].name == "Birch"


MUST = criteria(60, 40, must_have=50)


def test_a_missed_must_have_takes_an_option_out_before_any_weighing() -> None:
    best, low = option("Best", MUST, 49, 100), option("Low", MUST, 50, 0)

    found = comparison((best, low), BY)

    assert [entry.name for entry in found.comparable_options] == ["Low"]
    assert [must.short_by for must in found.ranked_options[1].option.missed] == [1]


def test_a_must_have_that_is_not_known_takes_nothing_out() -> None:
    must = criteria(20, 80, must_have=50)
    assert comparison((option("Open", must, None, 80),), by_swing(20, 80)).comparable_options[0].name == "Open"


SCORES = st.one_of(st.none(), st.integers(0, 100))


@st.composite
def choices(draw: st.DrawFn) -> tuple[tuple[Option, ...], tuple[int, ...]]:
    width = draw(st.integers(1, 6))
    swings = tuple(draw(st.lists(st.integers(0, 100), min_size=width, max_size=width)))
    of = criteria(*swings, must_have=draw(SCORES))
    rows = draw(st.lists(st.lists(SCORES, min_size=width, max_size=width), min_size=2, max_size=6))
    return tuple(option(f"O{at}", of, *row) for at, row in enumerate(rows)), swings


@given(choices())
def test_a_further_option_never_changes_the_order_of_the_others(
    case: tuple[tuple[Option, ...], tuple[int, ...]],
) -> None:
    some, swings = case
    of_fewer = [entry.name for entry in comparison(some[:-1], by_swing(*swings)).comparable_options]

    of_all = [entry.name for entry in comparison(some, by_swing(*swings)).comparable_options]

    assert [name for name in of_all if name != some[-1].name] == of_fewer


@given(choices())
def test_a_beaten_option_never_leads_alone(case: tuple[tuple[Option, ...], tuple[int, ...]]) -> None:
    some, swings = case
    found = comparison(some, by_swing(*swings))

    if len(found.leaders) == 1:
        assert found.ranked_options[0].dominated_by == ()


@given(choices())
def test_every_option_is_there_once(case: tuple[tuple[Option, ...], tuple[int, ...]]) -> None:
    some, swings = case
    found = comparison(some, by_swing(*swings))

    assert sorted(names(found)) == sorted(entry.name for entry in some)
