"""The Brier score, its parts and its rival, on plain numbers."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss

from lib.insight.forecasts.scores import (
    IsotonicStep,
    base_rates,
    brier,
    decomposition,
    isotonic,
    isotonic_steps,
    mean_interval,
    recalibrate,
)

DAY = date(2026, 6, 1)
MADE = st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1, max_size=40)


def arrays(made: list[tuple[int, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([chance for chance, _ in made]) / 100, np.array([float(came) for _, came in made])


def test_the_brier_score_of_two_forecasts_by_hand() -> None:
    assert brier(np.array([0.8, 0.4]), np.array([1.0, 1.0])) == pytest.approx((0.04 + 0.36) / 2)


@given(MADE)
def test_the_brier_score_is_that_of_scikit_learn(made: list[tuple[int, bool]]) -> None:
    chances, outcomes = arrays(made)

    assert brier(chances, outcomes) == pytest.approx(brier_score_loss(outcomes, chances, labels=[0, 1]))


def test_the_base_rate_starts_at_a_half_and_learns_from_the_answers_before_that_day() -> None:
    answers = [(DAY, True), (DAY + timedelta(1), True), (DAY + timedelta(2), False)]

    rates = base_rates([DAY, DAY + timedelta(1), DAY + timedelta(2), DAY + timedelta(9)], answers)

    assert rates == pytest.approx([1 / 2, 2 / 3, 3 / 4, 3 / 5])


def test_the_isotonic_line_pools_neighbours_that_fall() -> None:
    fitted = isotonic(np.array([0.2, 0.6, 0.3, 0.9]), np.array([1.0, 1, 2, 1]))

    assert fitted == pytest.approx([0.2, 0.4, 0.4, 0.9])


@given(MADE)
def test_the_isotonic_line_is_that_of_scikit_learn(made: list[tuple[int, bool]]) -> None:
    chances, outcomes = arrays(made)

    assert recalibrate(chances, outcomes) == pytest.approx(IsotonicRegression().fit_transform(chances, outcomes))


def test_isotonic_lines_are_fitted_side_by_side() -> None:
    rows, weights = np.array([[0.5, 0.1, 0.9], [0.0, 0.7, 0.2]]), np.array([1.0, 3, 2])

    assert isotonic(rows, weights) == pytest.approx(np.array([isotonic(row, weights) for row in rows]))


def test_the_steps_are_the_levels_of_the_line() -> None:
    chances, outcomes = np.array([0.2, 0.4, 0.6, 0.6, 0.9]), np.array([0.0, 1, 0, 1, 1])

    levels = isotonic_steps(chances, outcomes)

    assert levels == (
        IsotonicStep(0.2, 0.2, 0.0, 1),
        IsotonicStep(0.4, 0.6, pytest.approx(2 / 3), 3),
        IsotonicStep(0.9, 0.9, 1.0, 1),
    )


def test_the_parts_by_hand() -> None:
    """Everything is uncertain, half is told apart, and .6 for the sure ones is the miscalibration."""
    chances, outcomes = np.array([0.4, 0.4, 0.6, 0.6]), np.array([0.0, 0, 1, 1])

    parts = decomposition(chances, outcomes, np.random.default_rng(1))

    assert (parts.miscalibration, parts.discrimination, parts.uncertainty) == pytest.approx((0.16, 0.25, 0.25))


@given(MADE)
def test_the_parts_make_the_score_and_none_is_negative(made: list[tuple[int, bool]]) -> None:
    chances, outcomes = arrays(made)
    parts = decomposition(chances, outcomes, np.random.default_rng(1))

    assert parts.miscalibration - parts.discrimination + parts.uncertainty == pytest.approx(brier(chances, outcomes))
    assert min(parts.miscalibration, parts.discrimination, parts.uncertainty) >= -1e-12


def test_chance_alone_makes_few_forecasts_look_miscalibrated() -> None:
    """Of calibrated forecasters one in ten is above the line that is drawn for chance."""
    random = np.random.default_rng(4)
    chances = np.array([0.2, 0.3, 0.4, 0.5, 0.5, 0.6, 0.7, 0.8, 0.35, 0.65])
    line = decomposition(chances, np.ones(10), random).by_chance
    drawn = [decomposition(chances, (random.random(10) < chances) * 1.0, random).miscalibration for _ in range(200)]

    assert np.mean(np.array(drawn) > line) == pytest.approx(0.1, abs=0.06)
    assert line > 0.05


def test_the_interval_of_a_mean_is_the_percentile_bootstrap() -> None:
    values = np.random.default_rng(3).normal(size=25)
    theirs = bootstrap((values,), np.mean, confidence_level=0.8, method="percentile", rng=1).confidence_interval

    assert mean_interval(values, np.random.default_rng(2)) == pytest.approx((theirs.low, theirs.high), abs=0.03)
