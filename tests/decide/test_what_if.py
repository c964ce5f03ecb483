"""One weight moved for looking: who comes first then, exactly at the given point, and how quickly it's computed."""

from random import Random
from time import perf_counter

import numpy as np
import pytest

from lib.decide.comparison import Comparison, comparison
from lib.decide.flips import flips
from lib.decide.options import Option
from lib.decide.stability import stability
from lib.decide.weights import weights
from lib.decide.what_if import WhatIf, can_move, swings_for, what_if
from tests.decide.jobs import by_swing, criteria, option

TWO = criteria(60, 40)
NORTH, SOUTH = option("North", TWO, 80, 40), option("South", TWO, 50, 75)


def compared(*options: Option, swings: tuple[int, ...] = (60, 40)) -> Comparison:
    return comparison(options, by_swing(*swings))


def leader(of: Comparison) -> str:
    return of.leaders[0].name


def made_up(seed: int, n_options: int = 3, n_criteria: int = 5) -> Comparison:
    """Options whose scores are whole numbers or not known."""
    random = Random(seed)
    of = criteria(*(random.randint(1, 100) for _ in range(n_criteria)))
    values = [[random.choice([None, *range(0, 101, 7)]) for _ in of] for _ in range(n_options)]
    return comparison([option(f"O{at}", of, *row) for at, row in enumerate(values)], weights(of))


def changes_the_lead(found: Comparison, looked: WhatIf) -> bool:
    return {one.id for one in looked.comparison.leaders} != {one.id for one in found.leaders}


def test_with_the_weight_where_it_is_all_stays_as_it_is() -> None:
    found = compared(NORTH, SOUTH)
    looked = what_if(found, "cr-1", found.weights.mine[0])

    assert [one.total for one in looked.comparison.ranked_options] == pytest.approx(
        [one.total for one in found.ranked_options]
    )
    assert looked.sentence == "North stays first: 64 and 60."


def test_a_moved_weight_names_who_is_first_then_and_by_what() -> None:
    looked = what_if(compared(NORTH, SOUTH), "cr-1", 0.25)

    assert looked.sentence == "South would come first: 69 and 50."


def test_the_others_keep_their_proportions() -> None:
    found = comparison([option("North", criteria(50, 30, 20), 1, 2, 3)], by_swing(50, 30, 20))

    assert what_if(found, "cr-1", 0.8).comparison.weights.mine == pytest.approx((0.8, 0.12, 0.08))


@pytest.mark.parametrize("seed", range(40))
def test_another_one_comes_first_at_the_tipping_point_and_not_a_percent_before(seed: int) -> None:
    found = made_up(seed)
    for flip in flips(found).flips:
        if flip.beyond is not None:
            before = flip.beyond - 1 if flip.change > 0 else flip.beyond + 1
            assert changes_the_lead(found, what_if(found, flip.criterion.id, flip.beyond / 100))
            if abs(flip.change) > 0.01:
                assert not changes_the_lead(found, what_if(found, flip.criterion.id, before / 100))


def test_a_weight_can_be_moved_only_where_others_weigh_something() -> None:
    alone = comparison([option("North", criteria(100), 50)], by_swing(100))

    assert not can_move(alone, "cr-1")
    assert can_move(compared(NORTH, SOUTH), "cr-1")
    with pytest.raises(ValueError, match="weigh nothing"):
        what_if(alone, "cr-1", 0.5)


@pytest.mark.parametrize(("criterion", "share"), [("cr-9", 0.5), ("cr-1", 1.5), ("cr-1", -0.1)])
def test_what_cannot_be_moved_is_refused(criterion: str, share: float) -> None:
    with pytest.raises(ValueError, match=r"weighed|between"):
        what_if(compared(NORTH, SOUTH), criterion, share)


def test_a_weight_that_leaves_nothing_known_reports_it() -> None:
    some = (option("North", TWO, None, 40), option("South", TWO, None, 75))
    looked = what_if(compared(*some, swings=(20, 80)), "cr-1", 1.0)

    assert looked.n == 0
    assert looked.sentence == "Then too little is known of every offer."


def test_a_weight_at_which_too_little_is_known_of_one_leaves_that_one_out() -> None:
    found = compared(option("North", TWO, 80, None), option("South", TWO, 50, 75), swings=(80, 20))

    assert what_if(found, "cr-1", 0.3).sentence == ("South would come first. Then too little is known of North.")


@pytest.mark.parametrize("shares", [(0.5, 0.3, 0.2), (1.0, 0.0), (0.25, 0.25, 0.25, 0.25), ()])
def test_the_swings_of_weights_are_as_close_as_whole_numbers_can(shares: tuple[float, ...]) -> None:
    swings = swings_for(shares)

    assert max(swings, default=100) == 100
    assert [swing / sum(swings) for swing in swings] == pytest.approx(list(shares), abs=0.005)


def test_ten_offers_by_fifteen_criteria_are_compared_and_shaken_within_a_tenth_of_a_second() -> None:
    found = made_up(1, 10, 15)
    options = [one.option for one in found.ranked_options]

    def once(seed: int) -> float:
        began = perf_counter()
        again = comparison(options, found.weights)
        stability(again, np.random.default_rng(seed))
        flips(again)
        return perf_counter() - began

    assert min(once(seed) for seed in range(5)) < 0.1


def test_options_that_would_be_level_are_reported() -> None:
    alike = compared(NORTH, option("South", TWO, 80, 40))

    assert what_if(alike, "cr-1", 0.5).sentence == "North and South would be level: 60 each."
