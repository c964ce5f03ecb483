"""What confidence was worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.confidence import ENOUGH, Confidence, confidence, wilson
from tests.decide.test_decisions import decision


def over(*pairs: tuple[int | None, str | None]) -> Confidence:
    return confidence(decision(at, confidence=sure, right_call=call) for at, (sure, call) in enumerate(pairs, start=1))


def test_below_ten_it_shows_what_is_missing() -> None:
    found = over(*[(80, "yes")] * (ENOUGH - 1), (None, "yes"), (80, None))

    assert (found.n, found.mean, found.groups) == (9, None, ())
    assert found.sentence == "Too early to tell: 9 of 10 reviewed decisions needed."


def test_from_ten_on_confidence_is_laid_beside_the_verdicts() -> None:
    found = over(*[(90, "yes")] * 5, *[(70, "partly")] * 2, *[(60, "no")] * 3)

    assert (found.n, found.mean, found.right) == (10, pytest.approx(0.77), pytest.approx(0.6))
    assert found.sentence == (
        "You were right in 6 of 10 decisions (60%); “partly” counts half. You were 77% sure on average. With 10 "
        "decisions, your true share could be anywhere from 31% to 83%, so the difference could be chance. You were "
        "the judge."
    )
    assert [(group.label, group.n, group.right) for group in found.groups] == [
        ("0 to 60%", 3, 0.0),
        ("61 to 80%", 2, 0.5),
        ("81 to 100%", 5, 1.0),
    ]
    assert found.table.rows[-1] == ("All", 10, 77, 60, 31, 83)


def test_far_more_sure_than_right_is_reported() -> None:
    assert "so you were too sure." in over(*[(95, "no")] * 8, *[(95, "yes")] * 2).sentence


def test_far_more_right_than_sure_is_reported() -> None:
    assert "so you could be surer." in over(*[(30, "yes")] * 10).sentence


@pytest.mark.parametrize(
    ("right", "n", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (15, 50, 0.1910, 0.4375)]
)
def test_the_interval_is_wilson_s(right: float, n: int, low: float, high: float) -> None:
    """The values of Newcombe's calculator for the score interval without continuity correction."""
    assert wilson(right, n) == pytest.approx((low, high), abs=5e-5)


@given(st.lists(st.tuples(st.integers(0, 100), st.sampled_from(["yes", "partly", "no"])), min_size=ENOUGH, max_size=40))
def test_every_decision_is_in_one_group_and_the_interval_holds_the_share(pairs: list[tuple[int, str]]) -> None:
    found = over(*pairs)

    assert sum(group.n for group in found.groups) == found.n == len(pairs)
    assert all(group.low <= group.right + 1e-12 and group.right <= group.high + 1e-12 for group in found.groups)
