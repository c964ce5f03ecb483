"""The belief about waits, held against distributions and survival curves by others."""

from itertools import pairwise

import numpy as np
import pytest
from scipy.stats import CensoredData, beta, ecdf, lognorm, norm

from lib.insight.waiting.silence import ObservedWait, SilenceModel

PRIOR = SilenceModel(())


def test_with_no_data_forty_five_percent_of_the_answers_have_come_by_the_seventh_day() -> None:
    assert PRIOR.answered_by(7).estimate == pytest.approx(0.45, abs=0.01)


@pytest.mark.parametrize("day", [1, 7, 30])
def test_the_assumption_is_the_lognormal_of_its_priors(day: int) -> None:
    exact = norm.cdf((np.log(day) - np.log(8)) / np.hypot(0.7, np.hypot(0.9, 0.2)))

    assert PRIOR.answered_by(day).estimate == pytest.approx(exact, abs=0.01)


def test_the_share_that_never_answers_is_assumed_to_be_beta() -> None:
    never = PRIOR.never()

    assert never.estimate == pytest.approx(beta.mean(2, 3), abs=0.005)
    assert (never.low, never.high) == pytest.approx(beta.ppf([0.1, 0.9], 2, 3), abs=0.03)


def test_after_six_waits_the_chance_is_that_of_the_integral_over_the_priors() -> None:
    axes = (np.linspace(0.01, 0.99, 40), np.log(8) + 0.7 * np.linspace(-3, 3, 25), 0.9 + 0.2 * np.linspace(-3, 3, 13))
    never, centre, spread = np.meshgrid(*axes)
    law = lognorm(spread, scale=np.exp(centre))
    prior = beta.pdf(never, 2, 3) * norm.pdf(centre, np.log(8), 0.7) * norm.pdf(spread, 0.9, 0.2)
    answered, by = (1 - never) * (law.cdf(1.5) - law.cdf(0.5)), (1 - never) * law.cdf(12.5)
    weights = prior * answered**4 * by * (never + (1 - never) * law.sf(20))
    late = (1 - never) * law.sf(14)
    exact = float((weights * late / (late + never)).sum() / weights.sum())

    belief = SilenceModel(
        (*[ObservedWait(1, "answered")] * 4, ObservedWait(12, "answered_by"), ObservedWait(20, "silent"))
    )

    assert belief.still_to_hear(14).estimate == pytest.approx(exact, abs=0.01)
    assert belief.answered_by(1).estimate == pytest.approx(
        float((weights * law.cdf(1)).sum() / weights.sum()), abs=0.01
    )


def test_with_many_waits_it_agrees_with_the_kaplan_meier_curve() -> None:
    random = np.random.default_rng(6)
    days = np.round(lognorm.rvs(0.8, scale=9, size=600, random_state=random)).astype(int)
    days[random.random(600) < 0.3] = 10_000
    looked = random.integers(5, 90, 600)
    is_answered = days <= looked
    waits = tuple(
        ObservedWait(int(day), "answered") if answered else ObservedWait(int(until), "silent")
        for day, until, answered in zip(days, looked, is_answered, strict=True)
    )
    curve = ecdf(CensoredData(uncensored=days[is_answered], right=looked[~is_answered]))

    belief = SilenceModel(waits)

    for day in (3, 7, 14, 28):
        by_then = (1 - belief.never().estimate) * belief.answered_by(day).estimate
        assert by_then == pytest.approx(float(curve.cdf.evaluate(day + 0.5)), abs=0.035)


def test_the_chance_falls_with_every_silent_day_and_stays_within_its_band() -> None:
    belief = SilenceModel((ObservedWait(3, "answered"), ObservedWait(9, "answered"), ObservedWait(30, "silent")))
    found = [belief.still_to_hear(day) for day in range(61)]

    assert all(earlier.estimate > later.estimate for earlier, later in pairwise(found))
    assert all(0 <= one.low <= one.estimate <= one.high <= 1 for one in found)


def test_an_answer_on_the_day_of_the_interview_and_one_after_a_year_are_taken() -> None:
    belief = SilenceModel(
        (
            ObservedWait(0, "answered"),
            ObservedWait(400, "answered"),
            ObservedWait(0, "silent"),
            ObservedWait(0, "answered_by"),
        )
    )

    assert 0 < belief.still_to_hear(7).estimate < 1


def test_the_order_of_the_waits_changes_nothing() -> None:
    waits = (
        ObservedWait(3, "answered"),
        ObservedWait(30, "silent"),
        ObservedWait(9, "answered"),
        ObservedWait(9, "answered_by"),
    )

    assert SilenceModel(waits).still_to_hear(7) == SilenceModel(waits[::-1]).still_to_hear(7)
