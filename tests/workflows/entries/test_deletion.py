"""Deleting a debrief with all that belongs to it, and having all of it back."""

import pytest

from lib.insight.open_plans import answers_of
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview
from lib.records.plan_check import PlanCheck
from lib.records.task import Task
from lib.store import Store
from lib.workflows.entries.deletion import BELONGING, belonging, delete_debrief
from lib.workflows.entries.plan_checks import check_field
from lib.workflows.errors import Gone
from tests.workflows.evening import NOW, debriefed, edited, full_debrief, put, the, workbook


@pytest.fixture
def interview(store: Store) -> Interview:
    """A debrief with something in every table."""
    interview = full_debrief(store)
    put(store, Task(id="tk-1", kind="own", status="open", interview_id=interview.id))
    edited(store, interview, "ratings", {"ratings.clarity.score": "3"})
    put(store, GoalAnswer(interview_id=interview.id, goal_id="go-1", answer="yes"))
    put(store, PlanCheck(interview_id=interview.id, plan_id=workbook(store).plans[0].id, kept="yes"))
    return edited(store, interview, "claims", {"claims.cl-1.claim": "Calm"}, seed=5)


def test_ratings_conversations_claims_questions_plans_their_answers_promises_and_tasks_go_along(
    store: Store, interview: Interview
) -> None:
    tables = (
        "ratings",
        "conversations",
        "claims",
        "questions",
        "plans",
        "plan_checks",
        "goal_answers",
        "promises",
        "tasks",
    )
    assert [table for table in tables if not getattr(workbook(store), table)] == []

    delete_debrief(store, interview.id, NOW)

    assert workbook(store).interviews == ()
    assert [table for table in tables if getattr(workbook(store), table)] == []


def test_people_applications_and_the_activity_stay(store: Store, interview: Interview) -> None:
    before = workbook(store)

    delete_debrief(store, interview.id, NOW)

    after = workbook(store)
    assert (after.people, after.applications, after.activity) == (before.people, before.applications, before.activity)


def test_another_debrief_loses_nothing(store: Store, interview: Interview) -> None:
    other = full_debrief(store, seed=8)
    rows = belonging(workbook(store), other.id)

    delete_debrief(store, interview.id, NOW)

    assert belonging(workbook(store), other.id) == rows


def test_undo_brings_all_of_it_back_byte_for_byte(store: Store, interview: Interview) -> None:
    before = {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}

    store.undo(delete_debrief(store, interview.id, NOW).id, NOW)

    assert {path.name: path.read_bytes() for path in store.folder.glob("*.csv")} == before


@pytest.mark.parametrize("table", ["interviews", *(table for table in BELONGING if table != "activity")])
def test_undo_brings_unknown_columns_back_too(store: Store, interview: Interview, table: str) -> None:
    path = store.folder / f"{table}.csv"
    header, *rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([f'{header},"my column"', *(f'{row},"my words"' for row in rows), ""]), "utf-8")
    before = path.read_bytes()

    receipt = delete_debrief(store, interview.id, NOW)
    assert b"my words" not in path.read_bytes()
    store.undo(receipt.id, NOW)

    assert path.read_bytes() == before


def test_what_other_debriefs_answered_about_its_plan_goes_along_and_comes_back(store: Store) -> None:
    first = full_debrief(store, seed=1, date="2026-11-10")
    (plan,) = workbook(store).plans
    new = debriefed(store, seed=2, **{check_field(plan.id): "yes"})
    older = debriefed(store, seed=3, date="2026-11-12").changed(plan_id=plan.id, plan_kept="no")
    put(store, older)
    before = workbook(store)

    receipt = delete_debrief(store, first.id, NOW)
    assert workbook(store).plan_checks == ()
    assert (the(store, older.id).plan_id, the(store, older.id).plan_kept) == ("", None)
    assert [problem.sentence for problem in store.load().problems] == []

    store.undo(receipt.id, NOW)
    assert workbook(store) == before
    assert answers_of(workbook(store), new.id) == {plan.id: "yes"}


def test_what_is_deleted_already_is_reported_as_gone(store: Store, interview: Interview) -> None:
    delete_debrief(store, interview.id, NOW)

    with pytest.raises(Gone, match="Recently changed"):
        delete_debrief(store, interview.id, NOW)


def test_the_deletion_bears_the_name_of_what_was_deleted(store: Store, interview: Interview) -> None:
    assert delete_debrief(store, interview.id, NOW).label == "Northwind, Data engineer"
