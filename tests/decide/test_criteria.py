"""The criteria and what to ask where one is not known."""

import pytest

from lib.decide.criteria import criteria_list, question_for
from lib.records.criterion import KNOWN_CRITERIA, Criterion
from lib.records.goal import Goal
from tests.decide.jobs import workbook

GOALS = (Goal(id="go-1", goal="Teach"), Goal(id="go-2", goal="Sleep"))


@pytest.mark.parametrize("criterion", KNOWN_CRITERIA, ids=lambda one: one.id)
def test_each_starting_criterion_has_a_question_of_its_own(criterion: Criterion) -> None:
    assert question_for(criterion).question.endswith("?")
    assert criterion.name not in question_for(criterion).question


def test_a_criterion_of_my_own_is_asked_for_between_its_ends() -> None:
    own = Criterion(id="cr-dog", name="The dog", worst="stays at home", best="comes along")

    assert question_for(own).question == "The dog: nearer “stays at home” or “comes along”?"
    assert question_for(own.changed(worst="")).question == "The dog: what can you tell me about it?"


def test_a_starting_criterion_that_was_renamed_is_asked_for_as_it_is_now() -> None:
    renamed = KNOWN_CRITERIA[5].changed(name="Pension")

    assert question_for(renamed).question.startswith("Pension: nearer ")


def test_the_starting_set_is_in_use_without_a_row() -> None:
    found = criteria_list(workbook())

    assert (len(found.active), found.retired, found.sentence) == (9, (), "9 criteria are in use.")
    assert found.active == KNOWN_CRITERIA


def test_goals_that_no_criterion_speaks_to_are_reported() -> None:
    tied = KNOWN_CRITERIA[1].changed(goal_id="go-1")

    assert criteria_list(workbook(goals=GOALS, criteria=(tied,))).sentence == (
        "9 criteria are in use. No criterion covers this goal yet: Sleep."
    )
    assert criteria_list(workbook(goals=GOALS)).sentence.endswith("these goals yet: Teach and Sleep.")


def test_what_is_dismissed_is_listed_apart() -> None:
    every = tuple(one.changed(retired=True) for one in KNOWN_CRITERIA)

    found = criteria_list(workbook(criteria=every))

    assert (found.active, len(found.retired)) == ((), 9)
    assert found.sentence == "No criterion is in use. One is enough to start."
