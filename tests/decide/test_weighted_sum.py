"""The weighted sum on fixed anchors."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.weighted_sum import Floats, contributions, shares_known, totals, with_share

NOT_KNOWN = float("nan")


@st.composite
def tables(draw: st.DrawFn, least: int = 1) -> tuple[Floats, list[float]]:
    """Scores with gaps, and weights of which at least one is above 0."""
    width = draw(st.integers(1, 8))
    score = st.one_of(st.floats(0, 100), st.just(NOT_KNOWN))
    rows = draw(st.lists(st.lists(score, min_size=width, max_size=width), min_size=least, max_size=6))
    weight = st.one_of(st.just(0.0), st.floats(1e-3, 100))
    weights = draw(st.lists(weight, min_size=width, max_size=width).filter(any))
    return np.array(rows), weights


def test_a_total_is_the_sum_of_weights_times_scores() -> None:
    assert totals(np.array([[80.0, 20.0], [0.0, 100.0]]), [0.75, 0.25]) == pytest.approx([65, 25])


def test_totals_are_the_weighted_means_of_numpy() -> None:
    random = np.random.default_rng(7)
    for _ in range(50):
        n, width = random.integers(2, 8), random.integers(2, 16)
        scores, weights = random.uniform(0, 100, (n, width)), random.dirichlet(np.ones(width))
        assert totals(scores, weights) == pytest.approx(np.average(scores, axis=1, weights=weights))


def test_what_is_not_known_is_left_out_of_the_mean_and_the_share_reports_it() -> None:
    scores = np.array([[80.0, NOT_KNOWN, 20.0]])

    assert totals(scores, [0.5, 0.25, 0.25]) == pytest.approx([60])
    assert shares_known(scores, [0.5, 0.25, 0.25]) == pytest.approx([0.75])


def test_an_option_of_which_nothing_is_known_has_no_total() -> None:
    assert np.isnan(totals(np.array([[NOT_KNOWN, NOT_KNOWN]]), [0.5, 0.5])).all()


def test_what_weighs_nothing_gives_no_total() -> None:
    assert np.isnan(totals(np.array([[80.0, NOT_KNOWN]]), [0.0, 1.0])).all()
    assert np.isnan(totals(np.array([[80.0, 20.0]]), [0.0, 0.0])).all()


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (2, 0)])
def test_no_options_and_no_criteria_are_no_error(shape: tuple[int, int]) -> None:
    assert len(totals(np.zeros(shape), [1.0] * shape[1])) == shape[0]


@given(tables(), st.floats(1e-3, 1e3))
def test_scaling_all_weights_changes_nothing(case: tuple[Floats, list[float]], scale: float) -> None:
    scores, weights = case

    assert totals(scores, [scale * weight for weight in weights]) == pytest.approx(
        totals(scores, weights), nan_ok=True, abs=1e-9
    )


@given(tables(least=2))
def test_a_further_option_changes_no_other_total(case: tuple[Floats, list[float]]) -> None:
    scores, weights = case

    assert np.array_equal(totals(scores, weights)[:-1], totals(scores[:-1], weights), equal_nan=True)


@given(tables())
def test_the_contributions_of_an_option_add_up_to_its_total(case: tuple[Floats, list[float]]) -> None:
    scores, weights = case

    summed = np.nansum(contributions(scores, weights), axis=1)
    assert np.where(np.isnan(totals(scores, weights)), 0, totals(scores, weights)) == pytest.approx(summed)


@given(tables())
def test_a_total_is_within_the_known_scores(case: tuple[Floats, list[float]]) -> None:
    scores, weights = case
    found = totals(scores, weights)

    for row, total in zip(scores, found, strict=True):
        if not np.isnan(total):
            assert np.nanmin(row) - 1e-6 <= total <= np.nanmax(row) + 1e-6


@given(tables())
def test_a_better_score_never_lowers_a_total(case: tuple[Floats, list[float]]) -> None:
    scores, weights = case
    better = np.minimum(scores + 5, 100)

    before, after = totals(scores, weights), totals(better, weights)
    assert np.all(np.isnan(before) | (after >= before - 1e-9))


def test_a_moved_weight_leaves_the_others_in_proportion() -> None:
    assert with_share((0.5, 0.3, 0.2), 0, 0.0) == pytest.approx((0, 0.6, 0.4))
    assert with_share((0.5, 0.3, 0.2), 1, 0.65) == pytest.approx((0.25, 0.65, 0.1))


def test_where_the_others_weigh_nothing_they_have_no_proportions() -> None:
    with pytest.raises(ValueError, match="weigh nothing"):
        with_share((1.0, 0.0), 0, 0.5)
