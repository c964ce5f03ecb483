"""Two applications for one role at one company: told apart, chosen between, never merged unseen."""

from datetime import date
from random import Random
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.records.application import Application
from lib.records.application_names import application_name
from lib.records.interview import Interview
from lib.records.task import Task
from lib.records.workbook import Workbook
from lib.store import Receipt, Store
from lib.workflows.drafts.record_editing import begin_record, save_record
from lib.workflows.entries.applications import application_meant, has_to_be_said, namesakes
from lib.workflows.entries.tasks import finish_task, plan_for
from lib.workflows.errors import Incomplete
from tests.day_first import save_edit
from tests.workflows.evening import (
    FULL,
    NEXT_EVENING,
    NOW,
    ZONE,
    answered,
    debrief_draft,
    debriefed,
    decided,
    edit_draft,
    full_debrief,
    put,
    scheduled,
    the,
    workbook,
)
from tests.workflows.owed import here, message

OPEN = Application(
    id="ap-open", company="Northwind", role="Analyst", status="interviewing", applied_on=date(2026, 9, 3)
)
CLOSED = Application(
    id="ap-old",
    company="northwind",
    role="analyst",
    status="rejected",
    status_on=date(2026, 5, 2),
    applied_on=date(2026, 3, 1),
)
TYPED = {"company": "Northwind", "role": "Analyst"}
TODAY = NOW.date()


def test_the_open_one_is_meant_unless_another_is_chosen() -> None:
    book = Workbook(applications=(CLOSED, OPEN))

    assert [entry.id for entry in namesakes(book, "Northwind", "ANALYST")] == ["ap-open", "ap-old"]
    assert application_meant(book, TYPED) == OPEN
    assert application_meant(book, {**TYPED, "which": "ap-old"}) == CLOSED
    assert application_meant(book, {**TYPED, "which": "another"}) is None
    assert application_meant(book, {**TYPED, "role": "Cook", "which": "ap-old"}) is None


@pytest.mark.parametrize(
    ("here_already", "is_asked"), [((OPEN,), False), ((CLOSED,), True), ((OPEN, CLOSED), True), ((), False)]
)
def test_it_has_to_be_said_where_one_is_closed_or_there_are_several(
    here_already: tuple[Application, ...], is_asked: bool
) -> None:
    book = Workbook(applications=here_already)

    assert has_to_be_said(book, TYPED) == is_asked
    assert not has_to_be_said(book, {**TYPED, "which": "another"})
    assert not has_to_be_said(book, {"application": "ap-old"})


def test_a_debrief_of_a_second_application_makes_one_and_leaves_the_first(store: Store) -> None:
    put(store, CLOSED)

    made = debriefed(store, **TYPED, which="another")

    assert made.application_id not in ("ap-old", "")
    assert workbook(store).application("ap-old") == CLOSED
    assert len(workbook(store).applications) == 2


def test_an_interview_to_come_at_a_second_application_makes_one(store: Store) -> None:
    put(store, OPEN)

    assert scheduled(store, **TYPED, which="another").application_id != "ap-open"


def test_the_thanks_of_a_draft_belong_to_the_application_that_it_will_make(store: Store) -> None:
    put(store, CLOSED)
    debrief_draft(store, {**FULL, **TYPED, "which": "another"})

    (due,) = (due for due in plan_for(workbook(store), store.drafts.list(), here()).tasks if due.kind == "thank_you")
    assert due.application_id != "ap-old"


def test_a_new_application_for_the_same_role_wants_a_yes_while_one_is_open(store: Store) -> None:
    put(store, OPEN)
    draft = begin_record(workbook(store), "application", "", Random(1))
    typed = store.drafts.save(answered(draft, TYPED), NOW)
    with pytest.raises(Incomplete, match="in your list already"):
        save_record(store, typed, NOW)

    save_record(store, answered(typed, {"which": "another"}), NOW)

    assert len(workbook(store).applications) == 2


def test_an_offer_for_a_role_that_is_closed_asks_which_application_it_is_for(store: Store) -> None:
    put(store, CLOSED)
    draft = begin_record(workbook(store), "offer", "", Random(1))
    typed = store.drafts.save(answered(draft, TYPED | {"base": "70000"}), NOW)
    with pytest.raises(Incomplete, match="You have northwind, analyst already"):
        save_record(store, typed, NOW)

    save_record(store, answered(typed, {"which": "another"}), NOW)

    assert {entry.status for entry in workbook(store).applications} == {"rejected", "offer"}


def test_lists_show_when_i_applied_where_company_and_role_are_the_same() -> None:
    later = OPEN.changed(id="ap-late", applied_on=None)
    undated = OPEN.changed(id="ap-none", applied_on=None)
    alone = OPEN.changed(id="ap-cook", role="Cook")
    first = Interview(id="iv-1", application_id="ap-late", state="done", held_at=date(2026, 11, 5), stage="final")
    book = Workbook(applications=(OPEN, CLOSED, later, undated, alone), interviews=(first,))

    assert [application_name(book, entry, TODAY, dates=DAY_FIRST) for entry in book.applications] == [
        "Northwind, Analyst · applied 3 Sep",
        "northwind, analyst · applied 1 Mar",
        "Northwind, Analyst · first interview 5 Nov",
        "Northwind, Analyst · no date yet",
        "Northwind, Cook",
    ]


def test_two_of_one_day_still_have_two_names() -> None:
    book = Workbook(applications=(OPEN, OPEN.changed(id="ap-2")))

    assert len({application_name(book, entry, TODAY, dates=DAY_FIRST) for entry in book.applications}) == 2


def moved(store: Store, interview: Interview, **answers: Any) -> Receipt:
    return save_edit(store, edit_draft(store, interview, "basics", answers), NEXT_EVENING, ZONE)


def test_a_debrief_moves_to_another_application_with_everything_of_it(store: Store) -> None:
    put(store, OPEN.changed(company="Quill"))
    made = full_debrief(store)
    (thanks,) = (due for due in plan_for(workbook(store), (), here()).tasks if due.kind == "thank_you")
    finish_task(store, thanks.id, here())

    receipt = moved(store, made, application="ap-open")

    book = workbook(store)
    assert receipt.message == "It belongs to Quill, Analyst now."
    assert the(store, made.id).application_id == "ap-open"
    assert {row.application_id for row in book.questions} == {"ap-open"}
    assert [person.company for person in book.people] == ["Quill"]
    plan = plan_for(book, (), here())
    assert {due.application_id for due in plan.tasks} == {"ap-open"}
    assert "promise" in {due.kind for due in plan.tasks}
    assert "thank_you" not in {due.kind for due in plan.tasks}
    (row,) = book.tasks
    assert (row.application_id, row.status) == ("ap-open", "done")


def test_undo_brings_a_moved_debrief_back_as_it_was(store: Store) -> None:
    put(store, OPEN.changed(company="Quill"))
    made = full_debrief(store)
    before = workbook(store)

    store.undo(moved(store, made, application="ap-open").id, NEXT_EVENING)

    assert workbook(store) == before


def test_a_debrief_moves_to_a_new_application_of_the_same_names(store: Store) -> None:
    first = debriefed(store)
    second = debriefed(store, seed=2, stage="final")

    moved(store, second, application="")

    assert the(store, second.id).application_id not in ("", first.application_id)
    assert [(entry.company, entry.status) for entry in workbook(store).applications] == [
        ("Northwind", "interviewing"),
        ("Northwind", "interviewing"),
    ]


def test_the_application_that_only_this_debrief_had_opened_is_closed_again_when_it_leaves(store: Store) -> None:
    put(store, OPEN.changed(company="Quill"))
    first = debriefed(store, date="2026-11-05")
    decided(store, first, "rejected", "2026-11-12")
    second = debriefed(store, seed=2, stage="final")

    moved(store, second, application="ap-open")

    left = workbook(store).application(first.application_id)
    assert left is not None
    assert (left.status, left.status_on) == ("rejected", date(2026, 11, 12))


def test_a_debrief_whose_company_is_only_renamed_stays_where_it_is(store: Store) -> None:
    made = debriefed(store)

    moved(store, made, company="Northwind Traders")

    (entry,) = workbook(store).applications
    assert (entry.id, entry.company) == (made.application_id, "Northwind Traders")


def test_a_letter_begun_for_it_goes_along(store: Store) -> None:
    put(store, OPEN.changed(company="Quill"))
    made = full_debrief(store)
    letter = message(store, "Thank Priya Raman", body_email="Thank you, Priya.")

    moved(store, made, application="ap-open")

    (due,) = (due for due in plan_for(workbook(store), (), here()).tasks if due.kind == "thank_you")
    found = store.drafts.load(due.id)
    assert found is not None
    assert found.values == letter.values
    assert store.drafts.load(letter.id) is None


def test_a_task_of_my_own_stays_one(store: Store) -> None:
    put(store, OPEN.changed(company="Quill"))
    made = full_debrief(store)
    own = Task(id="tk-own", kind="own", interview_id=made.id, status="open", subject="Read up")
    put(store, own)

    moved(store, made, application="ap-open")

    assert workbook(store).tasks == (own.changed(application_id="ap-open"),)


def test_the_answer_to_a_moved_debrief_goes_along_and_the_application_it_leaves_is_open_again(store: Store) -> None:
    put(store, OPEN.changed(company="Quill", status_on=date(2026, 9, 10)))
    debriefed(store, date="2026-11-05")
    second = debriefed(store, seed=2, stage="final", date="2026-11-10")
    decided(store, second, "rejected", "2026-11-18")

    moved(store, second, application="ap-open")

    book = workbook(store)
    assert [(entry.company, entry.status) for entry in book.applications] == [
        ("Quill", "rejected"),
        ("Northwind", "interviewing"),
    ]
    assert {row.application_id for row in book.activity if row.note == "rejected"} == {"ap-open"}
