"""What a task is derived by, and the id that follows from it."""

from inspect import Parameter, signature

from lib.followup.derived_task import DerivedTask
from lib.followup.rules import derive_all
from lib.records.ask import Ask
from lib.records.decision import Decision
from lib.records.promise import Promise
from lib.records.vocabulary import TaskKind
from tests.followup.searches import ADA, day, interview, met, snapshot, workbook


def due(kind: TaskKind = "thank_you", **more: str) -> DerivedTask:
    return DerivedTask(kind, "A title", "A reason.", day("Nov 20"), **more)  # type: ignore[arg-type]


def test_the_rule_of_a_task_is_its_kind_unless_another_is_named() -> None:
    assert due("thank_you").rule == "thank_you"
    assert due("promise", rule="promise:pr-1").rule == "promise:pr-1"
    assert due("own", rule="").rule == ""


def test_the_rule_of_a_task_is_given_by_its_name_alone() -> None:
    assert signature(DerivedTask).parameters["rule"].kind is Parameter.KEYWORD_ONLY


def test_the_ids_of_tasks_are_those_of_rows_that_are_already_saved() -> None:
    book = workbook(
        interview(reply_by="2026-11-23", unsaid="The pilot"),
        met(ADA),
        Ask(id="as-1", person_id="pe-ada", application_id="ap-k", kind="reference", contacted_on=day("Nov 20")),
        Promise(id="pr-1", interview_id="iv-1", what="send the slides", person_id="pe-ada"),
        Decision.model_validate(
            {"id": "de-1", "application_id": "ap-k", "choice": "go_on", "decided_at": "2026-11-01T09:00:00+01:00"}
        ),
    )

    found = {task.rule: task.id for task in derive_all(snapshot(book, "2026-11-24 09:00"))}

    assert found == {
        "promise:pr-1": "tk-netrmfzjjd",
        "thank_you": "tk-mpfygmfjtq",
        "ask_reference:as-1": "tk-mlprkrs4i5",
        "follow_up": "tk-hxzr7qhcc6",
        "thank_reference:as-1": "tk-fsujehterg",
        "review_decision:de-1": "tk-jehli5l7am",
    }
