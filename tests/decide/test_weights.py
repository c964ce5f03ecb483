"""How much each criterion counts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.weights import (
    equal_weights,
    rank_order_centroid,
    suggested_swings,
    swing_weights,
    weights,
)
from tests.decide.jobs import criteria

RANKS = st.lists(st.one_of(st.none(), st.integers(1, 20)), max_size=15)


@pytest.mark.parametrize(
    ("n", "published"),
    [
        (1, [1.0]),
        (2, [0.75, 0.25]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]),
    ],
)
def test_rank_order_centroid_weights_are_those_of_edwards_and_barron(n: int, published: list[float]) -> None:
    assert rank_order_centroid(range(1, n + 1)) == pytest.approx(published, abs=5e-5)


def test_swing_weights_are_those_of_clemen_s_car() -> None:
    """Price 100, life span 75, colour 10 (Clemen 1996, Making Hard Decisions)."""
    assert swing_weights([100, 75, 10]) == pytest.approx([0.541, 0.405, 0.054], abs=5e-4)


def test_equal_ranks_share_the_places_that_they_take_up() -> None:
    first, second, third, fourth = rank_order_centroid([1, 2, 3, 4])

    assert rank_order_centroid([1, 2, 2, 4]) == pytest.approx(
        [first, (second + third) / 2, (second + third) / 2, fourth]
    )


def test_only_the_order_of_the_ranks_matters() -> None:
    assert rank_order_centroid([2, 7, 19]) == rank_order_centroid([1, 2, 3])


def test_what_has_no_rank_shares_the_last_places() -> None:
    first, second, third = rank_order_centroid([1, 2, 3])

    assert rank_order_centroid([None, 5, None]) == pytest.approx([(second + third) / 2, first, (second + third) / 2])


def test_without_any_rank_all_weigh_alike() -> None:
    assert rank_order_centroid([None] * 4) == pytest.approx(equal_weights(4))


@given(RANKS)
def test_rank_weights_sum_to_one_and_a_better_rank_never_weighs_less(ranks: list[int | None]) -> None:
    found = rank_order_centroid(ranks)

    assert sum(found) == pytest.approx(1.0 if ranks else 0.0)
    order = sorted(range(len(ranks)), key=lambda at: (ranks[at] is None, ranks[at] or 0))
    assert all(found[one] >= found[other] - 1e-12 for one, other in pairwise(order))


@given(RANKS.flatmap(lambda ranks: st.permutations(range(len(ranks))).map(lambda order: (ranks, order))))
def test_the_order_of_the_criteria_changes_no_weight(case: tuple[list[int | None], list[int]]) -> None:
    ranks, order = case

    moved = rank_order_centroid([ranks[at] for at in order])
    assert moved == pytest.approx([rank_order_centroid(ranks)[at] for at in order])


@given(st.lists(st.floats(0, 100), min_size=1, max_size=15))
def test_swing_weights_sum_to_one_whatever_the_swings(swings: list[float]) -> None:
    assert sum(swing_weights(swings)) == pytest.approx(1)


def test_a_swing_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="below 0"):
        swing_weights([1, -1])


def test_my_weights_are_equal_until_something_is_ranked() -> None:
    found = weights(criteria(None, None))

    assert (found.source, found.mine) == ("equal", (0.5, 0.5))
    assert found.sentence == "Nothing is ranked yet, so the 2 criteria count the same."


def test_my_weights_follow_the_ranking_once_there_is_one() -> None:
    one, other = criteria(None, None)

    found = weights((one.changed(rank=2), other.changed(rank=1)))

    assert (found.source, found.mine) == ("rank", (0.25, 0.75))
    assert found.sentence == "By your ranking, C2 counts most: 75% of the total."


def test_a_swing_refines_the_ranking_and_the_others_still_follow_it() -> None:
    one, other = criteria(None, 50)

    found = weights((one.changed(rank=1), other.changed(rank=2)))

    assert found.source == "swing"
    assert found.mine == pytest.approx((2 / 3, 1 / 3))
    assert found.sentence == (
        "By the ranges you compared, C1 counts most: 67% of the total. 1 of them still follows the ranking."
    )


def test_a_swing_begins_where_its_rank_puts_it() -> None:
    one, other = criteria(None, None)

    assert suggested_swings((one.changed(rank=1), other.changed(rank=2))) == (100, 33)
    assert suggested_swings(criteria(None, 40)) == (100, 40)
    assert suggested_swings(()) == ()


def test_swings_that_are_all_zero_weigh_alike_with_a_note() -> None:
    found = weights(criteria(0, 0))

    assert found.mine == (0.5, 0.5)
    assert found.sentence == "All ranges were given 0, so all criteria count the same."


def test_without_a_criterion_there_is_no_weight() -> None:
    found = weights(())

    assert (found.n, found.mine) == (0, ())
    assert found.sentence == "No criterion yet. One is enough to start."
