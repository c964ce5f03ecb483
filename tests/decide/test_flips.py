"""The smallest change of one weight that puts another option first."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lib.decide.comparison import Comparison, comparison
from lib.decide.flips import Flip, flips
from lib.decide.options import Option
from lib.decide.verdict import ENOUGH
from lib.decide.weighted_sum import score_table, shares_known, totals, with_share
from tests.decide.jobs import by_swing, criteria, option
from tests.decide.test_comparison import choices

TWO = criteria(60, 40)
ALDER, BIRCH = option("Alder", TWO, 80, 20), option("Birch", TWO, 40, 70)


def first_with(compared: Comparison, place: int, share: float) -> set[str]:
    """Who comes first with that weight at a share and the others in proportion."""
    weights = with_share(compared.weights.mine, place, share)
    found = totals(score_table([entry.scores for entry in compared.comparable_options]), weights)
    return {
        entry.name
        for entry, total in zip(compared.comparable_options, found, strict=True)
        if total > np.nanmax(found) - 1e-9
    }


def place_of(compared: Comparison, flip: Flip) -> int:
    return compared.weights.criteria.index(flip.criterion)


def test_the_threshold_is_where_the_two_are_level() -> None:
    """80 v + 20 (1 - v) = 40 v + 70 (1 - v) at v = 50/90."""
    smallest = flips(comparison((ALDER, BIRCH), by_swing(60, 40))).smallest

    assert smallest is not None
    assert (smallest.criterion.name, smallest.winner.name) == ("C1", "Birch")
    assert (smallest.now, smallest.at) == (0.6, pytest.approx(50 / 90))
    assert smallest.sentence == "If C1 counted a little less, Birch would come first."


def test_every_criterion_that_can_decide_is_listed_the_nearest_first() -> None:
    found = flips(comparison((ALDER, BIRCH), by_swing(60, 40)))

    assert [flip.criterion.name for flip in found.flips] == ["C1", "C2"]
    assert found.sentence == found.flips[0].sentence


@pytest.mark.parametrize(("first", "words"), [(60, "a little less"), (66, "less"), (90, "much less")])
def test_how_large_the_change_is_is_shown_in_words(first: int, words: str) -> None:
    found = flips(comparison((ALDER, BIRCH), by_swing(first, 100 - first))).flips

    assert f"If C1 counted {words}, Birch would come first." in [flip.sentence for flip in found]


def test_a_leader_that_is_best_in_everything_stays_first() -> None:
    found = flips(comparison((ALDER, option("Worse", TWO, 70, 10)), by_swing(60, 40)))

    assert found.smallest is None
    assert found.sentence == "Alder stays first, whichever one you weigh more or less."


def test_a_weight_at_which_too_little_is_known_has_no_threshold() -> None:
    some = (option("Alder", TWO, 80, None), option("Birch", TWO, 40, 90))
    found = flips(comparison(some, by_swing(80, 20)))

    assert found.flips == ()
    assert found.sentence == "Alder stays first, whichever one you weigh more or less, as far as enough is known."


def test_level_options_have_no_threshold() -> None:
    found = flips(comparison((ALDER, option("Twin", TWO, 80, 20)), by_swing(60, 40)))

    assert (found.flips, found.sentence) == (
        (),
        "They're level, so any change decides.",
    )


@pytest.mark.parametrize("some", [(), (ALDER,)])
def test_fewer_than_two_options_have_none(some: tuple[Option, ...]) -> None:
    found = flips(comparison(some, by_swing(60, 40)))

    assert (found.flips, found.sentence) == ((), "")


def test_one_criterion_alone_cannot_be_weighed_otherwise() -> None:
    one = criteria(100)

    assert flips(comparison((option("A", one, 80), option("B", one, 20)), by_swing(100))).flips == ()


def test_a_third_option_may_come_first_before_the_second_does() -> None:
    three = criteria(50, 30, 20)
    some = (option("Lead", three, 90, 30, 30), option("Near", three, 80, 40, 30), option("Far", three, 0, 100, 100))

    compared = comparison(some, by_swing(50, 30, 20))

    for flip in flips(compared).flips:
        beyond = flip.at + np.sign(flip.change) * 1e-4
        assert first_with(compared, place_of(compared, flip), beyond) == {flip.winner.name}


@settings(max_examples=200)
@given(choices())
def test_just_before_the_threshold_the_leader_is_first_and_just_after_it_the_one_that_was_said(
    case: tuple[tuple[Option, ...], tuple[int, ...]],
) -> None:
    some, swings = case
    compared = comparison(some, by_swing(*swings))

    for flip in flips(compared).flips:
        place, way = place_of(compared, flip), np.sign(flip.change)
        assert 0 <= flip.at <= 1
        assert compared.leaders[0].name in first_with(compared, place, flip.at - way * min(1e-6, abs(flip.change) / 2))
        after = min(1.0, max(0.0, flip.at + way * 1e-6))
        assert flip.winner.name in first_with(compared, place, after)


@settings(max_examples=100)
@given(choices(), st.integers(0, 5))
def test_between_now_and_the_threshold_nobody_else_comes_first(
    case: tuple[tuple[Option, ...], tuple[int, ...]], place: int
) -> None:
    some, swings = case
    compared = comparison(some, by_swing(*swings))
    assume(len(compared.leaders) == 1 and place < len(swings) and compared.weights.mine[place] < 1)
    found = {place_of(compared, flip): flip for flip in flips(compared).flips}
    now = compared.weights.mine[place]
    reach = abs(found[place].change) if place in found else 1.0

    scores = score_table([entry.scores for entry in compared.comparable_options])
    for share in np.linspace(0.003, 0.997, 200):
        further = share + np.sign(share - now) * 0.002
        is_known = np.all(shares_known(scores, with_share(compared.weights.mine, place, float(further))) >= ENOUGH)
        if abs(share - now) < reach - 1e-6 and is_known:
            assert compared.leaders[0].name in first_with(compared, place, float(share))
