"""The tests of change, held against those of others."""

from itertools import permutations

import numpy as np
import pytest
from scipy.stats import false_discovery_control, linregress, pearsonr, permutation_test
from scipy.stats import t as student

from lib.insight.skills.trend import benjamini_hochberg, carried_over, chances, size_of, smallest_found

PLACES = np.arange(12.0)


def noise(rows: int, columns: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(1, 6, (rows, columns)).astype(float)


def judge(columns: np.ndarray, shuffles: int = 9999):
    together = np.nanmean(columns, axis=1)
    return chances(np.arange(float(len(columns))), together, columns, np.random.default_rng(0), shuffles)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_column_s_chance_is_that_of_a_permutation_test(seed: int) -> None:
    column = noise(12, 1, seed)

    def strength(order: np.ndarray) -> float:
        return abs(np.corrcoef(order, column[:, 0])[0, 1])

    other = permutation_test(
        (PLACES,), strength, permutation_type="pairings", n_resamples=2000, alternative="greater", rng=0
    )

    assert judge(column).alone[0] == pytest.approx(other.pvalue, abs=0.03)


def test_of_four_interviews_the_chance_is_counted_by_hand() -> None:
    column = np.array([1.0, 2, 4, 5])
    order = np.arange(4.0)
    as_far = [abs(pearsonr(order, turned).statistic) for turned in permutations(column)]
    exact = np.mean(np.array(as_far) >= as_far[0] - 1e-9)

    assert exact == pytest.approx(2 / 24)
    assert judge(column[:, None]).alone[0] == pytest.approx(exact, abs=0.01)


def test_ties_among_ratings_and_days_are_kept_in_shuffles() -> None:
    column = np.array([3.0, 3, 3, 4, 4, 5])
    places = np.array([0.0, 0, 1, 2, 2, 3])
    ranks = np.array([1.5, 1.5, 3, 4.5, 4.5, 6])
    as_far = [abs(pearsonr(ranks, turned).statistic) for turned in permutations(column)]
    exact = np.mean(np.array(as_far) >= as_far[0] - 1e-9)

    found = chances(places, column, column[:, None], np.random.default_rng(0), 9999)

    assert found.alone[0] == pytest.approx(exact, abs=0.01)


def test_the_chance_among_all_is_that_of_the_smaller_of_both_ways_to_look_in_each_shuffle() -> None:
    columns = noise(12, 4)
    columns[:, 0] = [1, 3, 2, 2, 3, 3, 4, 3, 4, 5, 3, 4]
    found = judge(columns)
    random = np.random.default_rng(7)
    orders = [random.permutation(12) for _ in range(4000)]

    def strength(column: np.ndarray) -> tuple[float, np.ndarray]:
        return strength_in(column, np.arange(12)), np.array([strength_in(column, order) for order in orders])

    (mean, means), *others = (strength(column) for column in (columns.mean(axis=1), *columns.T))
    strongest = np.max([drawn for _, drawn in others], axis=0)
    smaller = [
        min((means >= one).mean(), (strongest >= other).mean()) for one, other in zip(means, strongest, strict=True)
    ]
    expected = [
        (np.array(smaller) <= chance).mean()
        for chance in ((means >= mean).mean(), *((strongest >= observed).mean() for observed, _ in others))
    ]

    assert [found.together_of_all, *found.of_all] == pytest.approx(expected, abs=0.03)
    assert found.of_all[0] > (strongest >= others[0][0]).mean() + 0.005


def strength_in(column: np.ndarray, order: np.ndarray) -> float:
    return abs(float(np.corrcoef(PLACES, column[order])[0, 1]))


def test_a_column_rated_in_few_interviews_does_not_drown_the_others() -> None:
    clear = np.linspace(2, 4, 24).round() + noise(24, 1, 5)[:, 0] / 2
    few = np.full(24, np.nan)
    few[::4] = [3, 4, 3, 2, 4, 3]
    alone = judge(np.column_stack([clear, noise(24, 1)[:, 0]]))
    beside = judge(np.column_stack([clear, few]))

    assert 0.0005 < alone.of_all[0] < 0.1
    assert beside.of_all[0] < 2 * alone.of_all[0]


def test_a_missing_rating_leaves_the_column_its_own_exact_test() -> None:
    column = np.array([1.0, np.nan, 2, np.nan, 4, 5])
    rated = column[~np.isnan(column)]
    as_far = [abs(pearsonr(np.arange(4.0), turned).statistic) for turned in permutations(rated)]

    found = judge(np.column_stack([column, noise(6, 1)[:, 0]]))

    assert found.alone[0] == pytest.approx(np.mean(np.array(as_far) >= as_far[0] - 1e-9), abs=0.01)


def test_what_never_differs_has_the_chance_one() -> None:
    found = judge(np.full((8, 2), 3.0))

    assert (found.together, *found.alone, *found.of_all) == (1, 1, 1, 1, 1)


def test_benjamini_hochberg_is_that_of_scipy() -> None:
    p = np.array([0.2, 0.004, 0.03, 0.03, 0.9, 0.011])

    assert benjamini_hochberg(p) == pytest.approx(false_discovery_control(p))
    assert len(benjamini_hochberg(np.array([]))) == 0


def test_the_change_as_it_was_is_that_of_the_straight_line() -> None:
    column = noise(12, 1)[:, 0]
    line = linregress(PLACES, column)

    size = size_of(PLACES, column, noise=0.9)

    assert size.raw == pytest.approx(11 * line.slope)
    assert size.error == pytest.approx(11 * line.stderr, rel=0.35)


def test_the_change_is_drawn_towards_none_by_hand() -> None:
    column = np.array([2.0, 2, 3, 3, 4, 4])
    size = size_of(np.arange(6.0), column, noise=0.9)
    weight = 0.75**2 / (0.75**2 + size.error**2)

    assert size.change == pytest.approx(weight * size.raw)
    assert (size.high - size.low) / 2 == pytest.approx(1.2816 * np.sqrt(weight) * size.error, rel=1e-3)


@pytest.mark.parametrize("n", [8, 16, 40])
def test_the_smallest_change_found_rests_on_student_s_quantile(n: int) -> None:
    size = size_of(np.arange(float(n)), noise(n, 1)[:, 0], noise=0.9)
    limit = student.ppf(1 - 0.009 / 40, n - 2)
    expected = (limit + 0.8416 * np.sqrt(1 + limit**2 / (2 * (n - 2)))) * size.error

    assert smallest_found(size, n, 0.009, 20) == pytest.approx(expected, rel=0.02)


def test_what_is_carried_over_is_seen_and_a_line_is_none() -> None:
    mood = np.repeat([2.0, 4.0, 2.0, 4.0], 4)
    alone, line = carried_over(mood), carried_over(np.linspace(1, 5, 12))

    assert alone is not None
    assert alone > 0.5
    assert line is None
    assert carried_over(mood[:5]) is None


def test_where_nothing_is_carried_over_it_comes_out_at_none_on_average() -> None:
    random = np.random.default_rng(1)
    found = [carried_over(random.normal(size=12)) for _ in range(400)]

    assert np.mean([one for one in found if one is not None]) == pytest.approx(0, abs=0.05)
