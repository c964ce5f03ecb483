"""The test over many things at once, on plain numbers."""

from itertools import combinations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import expit
from scipy.stats import norm

from lib.insight.outcome_factors.evidence import FactorEvidence, permute_outcomes, standardise, weigh

NAN = float("nan")


def evidence(things: list[list[float]], rejected: list[int], strata: list[int] | None = None) -> FactorEvidence:
    """``things`` holds one list a thing."""
    where = np.array(strata or [0] * len(rejected))
    return weigh(np.array(things, dtype=float).T, np.array(rejected, dtype=float), where, np.random.default_rng(7))


def test_a_thing_that_splits_three_from_three_comes_by_chance_once_in_twenty() -> None:
    assert evidence([[1, 1, 1, 0, 0, 0]], [1, 1, 1, 0, 0, 0]).chance == pytest.approx(1 / 20, abs=0.015)


def test_the_chance_is_that_of_all_shuffles() -> None:
    thing, rejected = np.array([1.0, 2, 2, 3, 5, 5, 4, 1]), [0, 0, 1, 0, 1, 1, 1, 0]
    sums = [thing[list(places)].sum() for places in combinations(range(8), 4)]
    exact = np.mean([total >= thing @ np.array(rejected) for total in sums])

    assert evidence([thing.tolist()], rejected).chance == pytest.approx(exact, abs=0.015)


def test_the_strength_is_the_bayes_factor_of_the_stated_model() -> None:
    things, rejected = [1.0, 0, 2, 0, 1, 3], [1, 0, 1, 0, 1, 0]
    x, y = (np.array(things) - np.mean(things)) / np.std(things, ddof=1), np.array(rejected)

    def given(effect: float) -> float:
        """The centre and the level of a single stratum come to one normal level."""

        def integrand(level: float) -> float:
            chance = expit(level + effect * x)
            return float(np.prod(np.where(y == 1, chance, 1 - chance)) * norm.pdf(level, scale=np.hypot(0.7, 0.7)))

        return float(quad(integrand, -9, 9)[0])

    weighed = quad(lambda effect: given(effect) * 2 * norm.pdf(effect, scale=1.5), 0, 5)[0] / given(0)

    assert evidence([things], rejected).strengths[0] == pytest.approx(np.log(weighed), abs=0.01)


def test_the_direction_is_declared_in_advance() -> None:
    right = evidence([[1, 1, 1, 1, 0, 0, 0, 0]], [1, 1, 1, 1, 0, 0, 0, 0])
    wrong = evidence([[0, 0, 0, 0, 1, 1, 1, 1]], [1, 1, 1, 1, 0, 0, 0, 0])

    assert (right.strengths[0] > 1, wrong.strengths[0] < 0, wrong.chance) == (True, True, 1)


def test_many_things_make_a_chance_likeness_more_frequent() -> None:
    random = np.random.default_rng(1)
    rejected = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]
    split = [float(entry) for entry in rejected]
    others = random.integers(0, 2, size=(20, 10)).astype(float).tolist()

    assert evidence([split], rejected).chance < evidence([split, *others], rejected).chance


def test_what_differs_between_stages_alone_is_no_evidence() -> None:
    """All hard interviews are rejected and all easy ones are not: within a stage nothing can be concluded."""
    stages = [0, 0, 0, 0, 1, 1, 1, 1]

    assert evidence([[1, 1, 1, 1, 0, 0, 0, 0]], stages, stages).chance == 1


def test_a_shuffle_keeps_the_rejections_of_each_stage() -> None:
    strata = np.array([1, 0, 1, 0, 1, 2])
    rejected = np.array([1.0, 1, 0, 0, 0, 1])

    rows = permute_outcomes(rejected, strata, np.random.default_rng(1), 200)

    for stage in (0, 1, 2):
        assert set(rows[:, strata == stage].sum(axis=1)) == {rejected[strata == stage].sum()}
    assert rows[:, [0, 2, 4]].mean(axis=0) == pytest.approx([1 / 3] * 3, abs=0.12)


def test_what_is_not_known_takes_the_mean_of_its_stage() -> None:
    things = standardise(np.array([[1.0], [3.0], [NAN], [7.0], [NAN]]), np.array([0, 0, 0, 1, 2]))

    raw = np.array([1, 3, 2, 7, 11 / 3])
    assert things[:, 0] == pytest.approx((raw - raw.mean()) / np.std([1, 3, 7], ddof=1))


def test_unknown_values_weaken_the_evidence() -> None:
    whole = evidence([[1, 1, 1, 1, 1, 0, 0, 0, 0, 0]], [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
    holed = evidence([[1, 1, 1, NAN, NAN, 0, 0, 0, NAN, NAN]], [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])

    assert (holed.strengths[0] < whole.strengths[0], holed.chance > whole.chance) == (True, True)


def test_where_nothing_matters_the_chance_is_below_a_fifth_in_a_fifth_of_cases() -> None:
    random = np.random.default_rng(11)
    chances = []
    for _ in range(400):
        things = random.integers(1, 6, size=(14, 6)).astype(float)
        rejected, strata = (random.random(14) < 0.5).astype(float), random.integers(0, 2, 14)
        chances.append(weigh(things, rejected, strata, random, permutations=199).chance)

    assert np.mean(np.array(chances) <= 0.2) == pytest.approx(0.2, abs=0.06)
