"""Two exact tests on plain numbers: too high or too low, too bold or too timid."""

from itertools import product

import numpy as np
import pytest
from scipy.stats import binom, norm

from lib.insight.forecasts.bias import boldness_p, count_p, spiegelhalter_z


def percents(*chances: int) -> np.ndarray:
    return np.array(chances, dtype=np.int64)


def mid_p(values: dict[float, float], at: float) -> float:
    """Two-sided, from the probability of each value."""
    below = sum(chance for value, chance in values.items() if value < at - 1e-9)
    above = sum(chance for value, chance in values.items() if value > at + 1e-9)
    same = 1 - below - above
    return min(1, 2 * min(below + same / 2, above + same / 2))


def test_with_equal_chances_the_count_is_binomial() -> None:
    exact = 2 * (binom.cdf(2, 10, 0.6) - binom.pmf(2, 10, 0.6) / 2)

    assert count_p(percents(*[60] * 10), 2) == pytest.approx(exact)


def test_two_forecasts_by_hand() -> None:
    """None of .8 and .5 comes true in .1 of cases; half of that, on two sides, is .1."""
    assert count_p(percents(80, 50), 0) == pytest.approx(0.1)


def test_both_tests_agree_with_all_outcomes_written_out() -> None:
    chances = percents(10, 35, 35, 60, 90, 75)
    counts: dict[float, float] = {}
    spreads: dict[float, float] = {}
    for came in product((0, 1), repeat=6):
        outcome = np.array(came)
        weight = float(np.prod(np.where(outcome, chances, 100 - chances) / 100))
        statistic = float(((outcome - chances / 100) ** 2).sum().round(9))
        counts[sum(came)] = counts.get(sum(came), 0) + weight
        spreads[statistic] = spreads.get(statistic, 0) + weight
    happened = np.array([1, 0, 0, 1, 0, 1])

    assert count_p(chances, 3) == pytest.approx(mid_p(counts, 3))
    observed = float(((happened - chances / 100) ** 2).sum().round(9))
    assert boldness_p(chances, happened) == pytest.approx(mid_p(spreads, observed))


def test_the_z_is_the_brier_score_against_what_it_should_be() -> None:
    chances, came = percents(10, 35, 60, 90, 75), np.array([1, 0, 1, 0, 1])
    share = chances / 100
    expected = (share * (1 - share)).sum()
    deviation = np.sqrt(((1 - 2 * share) ** 2 * share * (1 - share)).sum())

    assert spiegelhalter_z(chances, came) == pytest.approx((((came - share) ** 2).sum() - expected) / deviation)


def test_sure_forecasts_that_fail_are_bold_and_doubtful_ones_that_sort_well_are_timid() -> None:
    bold = percents(95, 95, 95, 95, 5, 5, 5, 5)
    timid = percents(60, 60, 60, 60, 40, 40, 40, 40)
    half_right, right = np.array([1, 1, 0, 0, 1, 1, 0, 0]), np.array([1, 1, 1, 1, 0, 0, 0, 0])

    assert (spiegelhalter_z(bold, half_right) or 0) > 0
    assert (boldness_p(bold, half_right) or 1) < 0.001
    assert (spiegelhalter_z(timid, right) or 0) < 0


@pytest.mark.parametrize("chance", [0, 50, 100])
def test_forecasts_that_are_all_even_or_certain_show_no_boldness(chance: int) -> None:
    chances, came = percents(*[chance] * 6), np.array([1, 0, 1, 1, 0, 1])

    assert (spiegelhalter_z(chances, came), boldness_p(chances, came)) == (None, None)


def test_what_was_called_impossible_and_happened_is_beyond_chance() -> None:
    assert count_p(percents(0, 0, 0, 0, 0), 1) == 0


def test_with_many_forecasts_the_exact_test_comes_to_the_normal_one() -> None:
    random = np.random.default_rng(5)
    chances = random.integers(5, 96, 400)
    came = (random.random(400) < chances / 100).astype(np.int64)
    z = spiegelhalter_z(chances, came)

    assert z is not None
    assert boldness_p(chances, came) == pytest.approx(2 * norm.sf(abs(z)), abs=0.01)
