"""Pooled groups, their intervals, and the recalibrated curve."""

import numpy as np
import pytest
from scipy.integrate import dblquad
from scipy.special import expit, logit
from scipy.stats import beta, norm

from lib.insight.forecasts.curve import pool_forecasts, recalibrated_curve
from lib.insight.intervals import jeffreys


@pytest.mark.parametrize(("yes", "n"), [(1, 5), (3, 7), (10, 20), (59, 60), (333, 1000)])
def test_the_jeffreys_interval_is_that_of_its_beta_distribution(yes: int, n: int) -> None:
    assert jeffreys(yes, n) == pytest.approx(beta.ppf([0.1, 0.9], yes + 0.5, n - yes + 0.5), abs=1e-5)


def test_the_interval_reaches_its_end_where_none_or_all_came_true() -> None:
    assert (jeffreys(0, 6)[0], jeffreys(6, 6)[1]) == (0, 1)


def test_under_five_forecasts_there_is_no_group() -> None:
    assert pool_forecasts(np.array([0.1, 0.5, 0.9, 0.9]), np.ones(4)) == ()


@pytest.mark.parametrize(("n", "sizes"), [(5, [5]), (9, [9]), (10, [5, 5]), (15, [5, 5, 5]), (31, [10, 10, 11])])
def test_there_are_at_most_three_groups_of_at_least_five(n: int, sizes: list[int]) -> None:
    groups = pool_forecasts(np.arange(n) / 100, np.ones(n))

    assert [group.n for group in groups] == sizes


def test_equal_forecasts_stay_in_one_group() -> None:
    groups = pool_forecasts(np.array([0.2] * 3 + [0.5] * 12), np.zeros(15))

    assert [(group.first, group.last, group.n) for group in groups] == [(0.2, 0.5, 15)]


def test_a_group_shows_its_mean_forecast_and_what_came_true() -> None:
    (group,) = pool_forecasts(np.array([0.6, 0.2, 0.4, 0.3, 0.5]), np.array([1.0, 0, 1, 0, 0]))

    assert (group.first, group.last, group.yes, group.share) == (0.2, 0.6, 2, 0.4)
    assert group.mean == pytest.approx(0.4)


def test_the_curve_is_the_posterior_mean_of_the_stated_model() -> None:
    chances = np.array([0.2, 0.35, 0.5, 0.5, 0.8])
    outcomes = np.array([0.0, 1, 1, 1, 1])

    def weight(shift: float, slope: float) -> float:
        worth = expit(shift + slope * logit(chances))
        prior = norm.pdf(shift) * norm.pdf(slope, 1, 0.5)
        return float(prior * np.prod(np.where(outcomes == 1, worth, 1 - worth)))

    total = dblquad(lambda slope, shift: weight(shift, slope), -4, 4, -1, 3, epsabs=1e-7)[0]
    mean = dblquad(
        lambda slope, shift: weight(shift, slope) * expit(shift + slope * logit(0.2)), -4, 4, -1, 3, epsabs=1e-7
    )[0]

    assert recalibrated_curve(chances, outcomes)[0].estimate == pytest.approx(mean / total, abs=0.002)


def test_the_curve_keeps_to_the_range_of_the_forecasts() -> None:
    points = recalibrated_curve(np.linspace(0.3, 0.7, 15), np.ones(15))

    assert (points[0].chance, points[-1].chance) == pytest.approx((0.3, 0.7))


def test_the_band_lies_about_the_curve_and_narrows_with_more_forecasts() -> None:
    chances, outcomes = np.tile([0.3, 0.5, 0.7], 5), np.tile([0.0, 1, 1], 5)
    few, many = recalibrated_curve(chances, outcomes), recalibrated_curve(np.tile(chances, 8), np.tile(outcomes, 8))

    assert all(point.low < point.estimate < point.high for point in (*few, *many))
    assert all(more.high - more.low < less.high - less.low for less, more in zip(few, many, strict=True))


def test_certain_forecasts_do_not_break_the_curve() -> None:
    points = recalibrated_curve(np.array([0.0] * 8 + [1.0] * 8), np.array([0.0] * 7 + [1] * 9))

    assert points[0].estimate < 0.5 < points[-1].estimate
    assert all(0 <= point.low <= point.high <= 1 for point in points)
