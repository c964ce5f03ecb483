"""The ranking and the swings of the criteria, changed freely and taken back."""

from random import Random

import pytest

from lib.decide.weights import rank_order_centroid, weights
from lib.records.criterion import KNOWN_CRITERIA, Criterion, active_criteria
from lib.records.goal import Goal
from lib.store import Draft, Store
from lib.workflows.drafts.weighing import (
    begin_ranking,
    begin_swings,
    by_importance,
    by_rank,
    rank_alone,
    rank_higher,
    remove_goal,
    save_weighing,
    set_aside,
)
from lib.workflows.errors import EditedElsewhere, Gone, Incomplete
from tests.workflows.evening import NOW, answered, put, workbook


def ranking(store: Store, *order: str, seed: int = 1) -> Draft:
    return answered(begin_ranking(workbook(store), Random(seed)), {"order": [f"cr-{name}" for name in order]})


def swings(store: Store, seed: int = 2, **answers: str) -> Draft:
    draft = begin_swings(workbook(store), Random(seed))
    return answered(draft, {f"cr-{name}.swing": text for name, text in answers.items()})


def ranked(store: Store) -> list[str]:
    return [one.id.removeprefix("cr-") for one in by_rank(workbook(store)) if one.rank is not None]


def weight(store: Store, criterion_id: str) -> float:
    found = weights(active_criteria(workbook(store).criteria))
    return next(row.mine for row in found.rows if row.criterion.id == criterion_id)


def test_tapped_in_order_they_weigh_by_their_rank(store: Store) -> None:
    save_weighing(store, ranking(store, "growth", "manager", "pay"), NOW)

    assert ranked(store) == ["growth", "manager", "pay"]
    assert weight(store, "cr-growth") == pytest.approx(rank_order_centroid(range(1, 10))[0])


def test_what_was_not_tapped_shares_the_last_places(store: Store) -> None:
    save_weighing(store, ranking(store, "growth"), NOW)

    assert weight(store, "cr-pay") == pytest.approx(weight(store, "cr-team"))


def test_nothing_tapped_is_not_saved_and_reports_it(store: Store) -> None:
    with pytest.raises(Incomplete, match="Nothing is ranked yet"):
        save_weighing(store, ranking(store), NOW)


def test_two_windows_that_rank_differently_are_told_in_words(store: Store) -> None:
    one, other = ranking(store, "pay", "team"), ranking(store, "team", "pay", seed=2)
    save_weighing(store, one, NOW)
    with pytest.raises(EditedElsewhere) as conflict:
        save_weighing(store, other, NOW)

    (difference,) = conflict.value.differences
    assert (difference.mine, difference.theirs) == ("The team and Pay", "Pay and The team")


def test_the_swings_begin_where_the_ranking_is_and_refine_it(store: Store) -> None:
    save_weighing(store, ranking(store, "growth", "pay"), NOW)
    draft = swings(store)
    assert draft.values["cr-growth.swing"] == "100"

    save_weighing(store, swings(store, pay="95"), NOW)
    assert weights(active_criteria(workbook(store).criteria)).source == "swing"
    assert weight(store, "cr-pay") == pytest.approx(0.95 * weight(store, "cr-growth"))


def test_a_new_ranking_takes_the_swings_away_and_undo_brings_them_back(store: Store) -> None:
    save_weighing(store, ranking(store, "growth", "pay"), NOW)
    save_weighing(store, swings(store, pay="95"), NOW)
    receipt = save_weighing(store, ranking(store, "pay", seed=3), NOW)
    assert {one.swing for one in active_criteria(workbook(store).criteria)} == {None}

    store.undo(receipt.id, NOW)
    assert next(one.swing for one in by_rank(workbook(store)) if one.id == "cr-pay") == 95


def test_two_windows_that_swing_the_same_criterion_are_told_in_words(store: Store) -> None:
    one, other = swings(store, pay="60"), swings(store, seed=3, pay="80")
    save_weighing(store, one, NOW)
    with pytest.raises(EditedElsewhere) as conflict:
        save_weighing(store, other, NOW)

    assert [(each.field, each.mine, each.theirs) for each in conflict.value.differences] == [
        ("Pay", "80 of 100", "60 of 100")
    ]


def test_back_to_the_ranking_alone(store: Store) -> None:
    save_weighing(store, swings(store, pay="60"), NOW)
    rank_alone(store, NOW)

    assert weights(active_criteria(workbook(store).criteria)).source == "equal"


@pytest.mark.parametrize("text", ["101", "-5", "much"])
def test_what_is_no_swing_is_refused(store: Store, text: str) -> None:
    with pytest.raises(Incomplete):
        save_weighing(store, swings(store, pay=text), NOW)


def test_a_criterion_is_put_one_place_up_and_a_second_click_changes_nothing(store: Store) -> None:
    save_weighing(store, ranking(store, "growth", "pay", "team"), NOW)
    rank_higher(store, "cr-team", 2, NOW)
    rank_higher(store, "cr-team", 2, NOW)

    assert ranked(store)[:3] == ["growth", "team", "pay"]


def test_a_starting_criterion_needs_no_row_until_it_is_changed(store: Store) -> None:
    rank_alone(store, NOW)
    assert workbook(store).criteria == ()

    set_aside(store, "cr-pay", True, NOW)
    assert [(one.id, one.retired) for one in workbook(store).criteria] == [("cr-pay", True)]
    set_aside(store, "cr-pay", False, NOW)
    assert len(active_criteria(workbook(store).criteria)) == len(KNOWN_CRITERIA)


def test_a_criterion_that_is_gone_is_reported(store: Store) -> None:
    for verb in (lambda: set_aside(store, "cr-none", True, NOW), lambda: rank_higher(store, "cr-none", 1, NOW)):
        with pytest.raises(Gone):
            verb()


def test_a_goal_taken_out_is_taken_off_its_criteria_and_undo_brings_both_back(store: Store) -> None:
    put(store, Goal(id="go-1", goal="Home by six"), Criterion(id="cr-own", name="Evenings", goal_id="go-1"))
    receipt = remove_goal(store, "go-1", NOW)
    assert [one.goal_id for one in workbook(store).criteria] == [""]

    store.undo(receipt.id, NOW)
    assert [one.goal_id for one in workbook(store).criteria] == ["go-1"]
    assert [goal.goal for goal in workbook(store).goals] == ["Home by six"]


def test_by_importance_the_heaviest_comes_first(store: Store) -> None:
    save_weighing(store, swings(store, pay="100", work="10"), NOW)

    names = [one.id for one in by_importance(workbook(store))]
    assert names.index("cr-pay") < names.index("cr-work") == len(names) - 1
