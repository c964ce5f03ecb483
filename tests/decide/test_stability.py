"""How often each option comes first when weights and scores are shaken."""

from dataclasses import replace
from time import perf_counter

import numpy as np
import pytest

from benchmarks.deciding import AIM, Case, calibration_error, told
from lib.decide.comparison import comparison
from lib.decide.options import Option
from lib.decide.stability import Stability, first_shares, sampled_totals, sampled_weights, seed_of, stability
from tests.decide.jobs import by_swing, criteria, option, scores

TWO = criteria(60, 40)
BY = by_swing(60, 40)
ALDER, BIRCH = option("Alder", TWO, 80, 20), option("Birch", TWO, 40, 70)


def shaken(*options: Option, seed: int = 1, draws: int = 4000) -> Stability:
    return stability(comparison(options, BY), np.random.default_rng(seed), draws)


def test_the_shares_add_up_to_one() -> None:
    assert sum(share.first for share in shaken(ALDER, BIRCH).shares) == pytest.approx(1)


def test_an_option_far_ahead_is_first_almost_always_in_words_too() -> None:
    found = shaken(option("High", TWO, 95, 95), option("Low", TWO, 5, 5))

    assert found.of("of-high") > 0.99
    assert (found.verdict.level, found.verdict.sentence) == ("clear", "High is clearly first: 95 and 5.")


def test_no_number_of_copies_makes_it_certain() -> None:
    found = shaken(option("High", TWO, 100, 100, sure="sure"), option("Low", TWO, 0, 0, sure="sure"))

    assert 0 < found.of("of-low") < found.of("of-high") < 1


def test_two_that_are_close_are_not_beyond_doubt() -> None:
    found = shaken(ALDER, BIRCH)

    assert 0.5 < found.of("of-alder") < 0.9
    assert (found.verdict.level, found.verdict.sentence) == ("close", "Too close to call: 56 and 52.")


def test_one_that_comes_first_in_most_copies_is_ahead() -> None:
    found = shaken(option("Alder", TWO, 85, 30), BIRCH)

    assert 0.6 <= found.of("of-alder") < 0.9
    assert (found.verdict.level, found.verdict.sentence) == ("ahead", "Alder is ahead: 63 and 52.")


def test_two_alike_come_first_as_often() -> None:
    found = shaken(ALDER, option("Twin", TWO, 80, 20))

    assert found.of("of-twin") == pytest.approx(0.5, abs=0.03)
    assert found.verdict.sentence == "Too close to call: both 56."


def test_guesses_make_it_less_sure() -> None:
    sure = shaken(option("A", TWO, 70, 60, sure="sure"), option("B", TWO, 55, 50, sure="sure"))
    guess = shaken(option("A", TWO, 70, 60, sure="guess"), option("B", TWO, 55, 50, sure="guess"))

    assert sure.of("of-a") > guess.of("of-a") + 0.05


def test_an_offer_of_which_little_is_known_gets_no_share_and_makes_it_too_early() -> None:
    found = shaken(option("Hope", TWO, None, 99), option("Solid", TWO, 70, 70, sure="sure"))

    assert (found.verdict.level, found.verdict.sentence) == ("too_early", "Too early: 1 of 2 criteria scored at Hope.")
    assert (found.shares, found.ranges) == ((), ())


def test_an_offer_without_a_score_makes_it_too_early_and_an_unscored_present_job_does_not() -> None:
    blank = option("Blank", TWO, None, None)

    assert shaken(ALDER, BIRCH, blank).verdict.sentence == "Too early: 0 of 2 criteria scored at Blank."
    assert shaken(ALDER, BIRCH, replace(blank, is_offer=False)).verdict.level == "close"


def test_all_but_one_term_unknown_is_too_early_however_the_offers_are_scored() -> None:
    high = replace(option("High", TWO, 95, 95, sure="sure"), terms_known=1, terms_asked=14)
    found = shaken(high, option("Low", TWO, 5, 5))

    assert found.verdict.level == "too_early"
    assert found.verdict.sentence == "Too early. 13 terms at High are open: ask first."
    assert (found.shares, found.ranges) == ((), ())


def test_the_terms_that_are_open_are_named_with_the_verdict() -> None:
    some = (replace(ALDER, terms_known=8, terms_asked=15), replace(BIRCH, terms_known=14, terms_asked=15))

    assert shaken(*some).verdict.sentence == (
        "Too close to call: 56 and 52. Seven terms at Alder and one term at Birch are open: ask first."
    )


def test_what_is_not_known_widens_the_doubt() -> None:
    three = criteria(40, 40, 20)
    by = by_swing(40, 40, 20)

    def first(last: int | None) -> float:
        some = (option("A", three, 75, 75, last, sure="sure"), option("B", three, 65, 65, last, sure="sure"))
        return stability(comparison(some, by), np.random.default_rng(1)).of("of-a")

    assert first(50) > 0.93
    assert first(None) < 0.85


def test_a_must_have_that_is_not_known_may_be_missed() -> None:
    of, by = criteria(20, 80, must_have=60), by_swing(20, 80)
    some = (option("Hope", of, None, 90, sure="sure"), option("Solid", of, 70, 70, sure="sure"))

    found = stability(comparison(some, by), np.random.default_rng(1))
    free = tuple(replace(one, scores=scores(criteria(20, 80), None, 90)) for one in some[:1])
    without = stability(comparison((*free, some[1]), by), np.random.default_rng(1))

    assert found.of("of-hope") < 0.45
    assert without.of("of-hope") > 0.75
    assert "Still open at Hope: a must-have, C1." in found.verdict.sentence


@pytest.mark.parametrize(
    ("some", "sentence"),
    [
        ((), "Not scored yet."),
        ((ALDER,), "Only Alder so far: fit 56/100."),
    ],
)
def test_fewer_than_two_have_nothing_to_shake(some: tuple[Option, ...], sentence: str) -> None:
    assert (shaken(*some).verdict.sentence, shaken(*some).ranges) == (sentence, ())


def test_a_missed_must_have_is_no_rival() -> None:
    of = criteria(60, 40, must_have=50)

    found = shaken(option("In", of, 60, 10), option("Out", of, 40, 100))

    assert (found.of("of-in"), found.of("of-out")) == (1.0, 0.0)
    assert found.verdict.sentence == "Only In so far: fit 40/100. Left out, below a must-have: Out."


def test_when_every_offer_misses_a_must_have_that_is_the_verdict() -> None:
    of = criteria(60, 40, must_have=50)

    found = shaken(option("Low", of, 10, 100), option("Lower", of, 0, 100))

    assert found.verdict.sentence == "No offer has all your must-haves."


def test_the_same_seed_gives_the_same() -> None:
    assert shaken(ALDER, BIRCH, seed=5) == shaken(ALDER, BIRCH, seed=5)


def test_the_seed_follows_from_the_content_alone() -> None:
    assert seed_of("a", (1, None)) == seed_of("a", (1, None)) == 2933357701303770135
    assert seed_of("a", (1, None)) != seed_of("a", (2, None))
    assert seed_of("\ud800") >= 0


def test_random_weights_are_around_the_stated_ones() -> None:
    stated = np.array([0.5, 0.3, 0.2, 0.0])

    copies = sampled_weights(stated, np.random.default_rng(2), 20000)

    assert copies.sum(axis=1) == pytest.approx(np.ones(20000))
    assert copies.mean(axis=0) == pytest.approx(stated, abs=0.01)
    assert not copies[:, 3].any()


def test_shaking_totals_comes_to_the_same_as_shaking_every_score() -> None:
    random = np.random.default_rng(3)
    scores, weights = random.uniform(20, 80, (3, 4)), np.array([0.4, 0.3, 0.2, 0.1])
    trust = 10000 / 12 / (10000 / 12 + 100)
    copies = sampled_weights(weights, random, 40000)
    each = 50 + trust * (scores - 50) + random.normal(0, np.sqrt(100 * trust), (40000, 3, 4))
    first = np.argmax(np.einsum("noc,nc->no", each, copies), axis=1)

    found = first_shares(sampled_totals(scores, np.full((3, 4), 10.0), weights, random, 40000))

    assert found == pytest.approx(np.bincount(first, minlength=3) / 40000, abs=0.015)


def test_the_stated_share_matches_the_true_one_on_made_up_seekers() -> None:
    answers = [told(Case(), seed, 800) for seed in range(1500)]
    stated, hits = np.array([one.stated for one in answers]), np.array([float(one.hit) for one in answers])

    assert calibration_error(stated, hits) <= AIM
    assert calibration_error(np.array([one.weights_alone for one in answers]), hits) > AIM


def test_ten_options_by_fifteen_criteria_are_compared_and_shaken_at_once() -> None:
    swings = tuple(range(10, 160, 10))
    of = criteria(*(min(swing, 100) for swing in swings))
    some = tuple(option(f"O{at}", of, *((at * 37 + place * 53) % 101 for place in range(15))) for at in range(10))
    by = by_swing(*(min(swing, 100) for swing in swings))
    taken = []
    for _ in range(5):
        began = perf_counter()
        stability(comparison(some, by), np.random.default_rng(0))
        taken.append(perf_counter() - began)

    assert min(taken) < 0.1
