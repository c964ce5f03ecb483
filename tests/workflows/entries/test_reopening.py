"""A closed company calls back: the application opens again, with its tasks, and undo closes it as it was."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from lib.decide.options import open_offers
from lib.followup.plan import TaskPlan
from lib.practice.company_bound import company_binding
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.decision import Decision
from lib.records.history import reopened_on, status_history, status_of
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.vocabulary import Status
from lib.store import Receipt, Store
from lib.workflows.drafting import with_answers
from lib.workflows.drafts.record_editing import begin_record, save_record
from lib.workflows.drafts.steps import move_application
from lib.workflows.drafts.upcoming import begin_upcoming, save_upcoming
from lib.workflows.entries.tasks import plan_for
from tests.day_first import save_debrief
from tests.workflows.evening import (
    FULL,
    NOW,
    WHICH,
    ZONE,
    answered,
    debrief_draft,
    debriefed,
    decided,
    edited,
    put,
    the,
    workbook,
)
from tests.workflows.owed import here

ENDED_ON = date(2026, 11, 12)


def closed(store: Store, status: Status = "rejected", on: date | None = ENDED_ON, **cells: Any) -> Application:
    entry = Application(
        id="ap-n", company="Northwind", role="Data engineer", status=status, status_on=on, applied_on=date(2026, 9, 3)
    ).changed(**cells)
    rows = () if on is None else (Activity(id="ac-end", on=on, kind="status", application_id="ap-n", note=status),)
    put(store, entry, *rows)
    return entry


def application(store: Store) -> Application:
    found = workbook(store).application("ap-n")
    assert found is not None
    return found


def saved(store: Store, **answers: Any) -> Receipt:
    return save_debrief(store, debrief_draft(store, {**FULL, "application": "ap-n", **answers}), NOW, ZONE)


def noted(store: Store, **answers: Any) -> Receipt:
    usual = {"application": "ap-n", "date": "2026-11-27", "stage": "final"}
    draft = answered(begin_upcoming(Random(4)), usual | answers)
    return save_upcoming(store, store.drafts.save(draft, NOW), NOW, ZONE)


def plan(store: Store, days: int = 0) -> TaskPlan:
    return plan_for(workbook(store), store.drafts.list(), here(NOW + timedelta(days=days)))


def owed(store: Store, days: int = 0) -> set[str]:
    return {due.kind for due in (*plan(store, days).tasks, *plan(store, days).coming)}


@pytest.mark.parametrize("status", ["rejected", "no_reply", "withdrawn", "accepted"])
def test_a_debrief_at_a_company_that_had_ended_it_opens_the_application_again(store: Store, status: Status) -> None:
    closed(store, status)

    receipt = saved(store)

    assert (application(store).status, application(store).status_on) == ("interviewing", date(2026, 11, 20))
    assert receipt.message == "Northwind is open again."
    history = status_history(workbook(store), "ap-n")
    assert [(status_of(row), row.on) for row in history] == [
        (status, ENDED_ON),
        ("interviewing", date(2026, 11, 20)),
    ]


def test_reopening_a_rejected_application_brings_its_promise_thanks_and_follow_up(store: Store) -> None:
    closed(store)

    saved(store)

    assert {"promise", "thank_you", "follow_up", "rate_interest"} <= owed(store)


def test_an_interview_noted_for_later_opens_it_again_from_today(store: Store) -> None:
    closed(store, "no_reply")

    assert noted(store).message == "Northwind is open again."

    assert (application(store).status, application(store).status_on) == ("interviewing", NOW.date())


@pytest.mark.parametrize("by", [saved, noted])
def test_undo_gives_the_earlier_status_back_and_keeps_the_interview(store: Store, by: Any) -> None:
    was = closed(store, "no_reply")
    receipt = by(store)

    store.undo(receipt.id, NOW)

    assert application(store) == was
    assert [status_of(row) for row in status_history(workbook(store), "ap-n")] == ["no_reply"]
    assert len(workbook(store).interviews) == 1


def test_the_list_of_changes_names_the_reopening(store: Store) -> None:
    closed(store)

    saved(store)

    assert [entry.label for entry in store.undoable()] == ["Northwind is open again"]


def test_a_back_dated_debrief_from_before_the_rejection_leaves_it_closed(store: Store) -> None:
    was = closed(store)

    receipt = saved(store, date="2026-11-05")

    assert application(store) == was
    assert receipt.message == ""
    assert store.undoable() == ()


def test_a_debrief_of_the_day_it_ended_opens_it_only_if_the_person_confirms_it(store: Store) -> None:
    closed(store)
    debriefed(store, application="ap-n", date="2026-11-12")
    assert application(store).status == "rejected"

    debriefed(store, seed=2, application="ap-n", date="2026-11-12", stage="final", reopen="yes")

    assert application(store).status == "interviewing"


@pytest.mark.parametrize(("held", "status"), [("2026-11-20", "interviewing"), ("2026-08-03", "rejected")])
def test_where_its_end_has_no_day_only_a_recent_interview_opens_it(store: Store, held: str, status: str) -> None:
    closed(store, on=None)

    debriefed(store, application="ap-n", date=held)

    assert application(store).status == status


def test_a_no_stays_a_no_when_there_is_another_round(store: Store) -> None:
    first = debriefed(store, date="2026-11-05")
    decided(store, first, "rejected", "2026-11-12")

    debriefed(store, seed=2, date="2026-11-20", stage="final")

    assert (the(store, first.id).outcome, the(store, first.id).outcome_on) == ("rejected", ENDED_ON)
    assert workbook(store).applications[0].status == "interviewing"


def test_a_no_that_only_the_status_told_of_stays_with_its_round(store: Store) -> None:
    first = debriefed(store, date="2026-11-05")
    move_application(store, first.application_id, "rejected", ENDED_ON, "t", NOW)

    debriefed(store, seed=2, date="2026-11-20", stage="final")

    assert (the(store, first.id).outcome, the(store, first.id).outcome_on) == ("rejected", ENDED_ON)


def test_editing_an_old_no_after_the_next_round_does_not_close_it_again(store: Store) -> None:
    first = debriefed(store, date="2026-11-05")
    debriefed(store, seed=2, date="2026-11-20", stage="final")

    decided(store, first, "rejected", "2026-11-12")

    assert workbook(store).applications[0].status == "interviewing"


def test_after_a_no_that_was_taken_back_no_thanks_for_it_are_due(store: Store) -> None:
    first = debriefed(store, date="2026-11-10")
    decided(store, first, "rejected", "2026-11-18")
    assert "answer_rejection" in owed(store)

    noted(store, application=first.application_id)

    assert "answer_rejection" not in owed(store)
    assert plan(store).after_no == ()


def test_by_hand_it_opens_again_too_and_undo_closes_it(store: Store) -> None:
    was = closed(store)
    draft = begin_record(workbook(store), "status", "ap-n", Random(5), on=NOW.date().isoformat())
    draft = store.drafts.save(answered(draft, {"status": "interviewing"}), NOW)

    receipt = save_record(store, draft, NOW)
    assert receipt.message == "Northwind is open again."
    assert reopened_on(workbook(store), "ap-n") == NOW.date()

    store.undo(receipt.id, NOW)
    assert application(store) == was


def test_moving_it_on_the_board_reports_it_too(store: Store) -> None:
    closed(store)

    assert move_application(store, "ap-n", "applied", NOW.date(), "t", NOW).message == "Northwind is open again."


def test_an_old_decision_against_it_owes_no_no_once_they_called_back(store: Store) -> None:
    at = datetime(2026, 11, 11, 9, tzinfo=UTC)
    closed(store, "withdrawn")
    put(
        store,
        Decision(id="de-1", decided_at=at, application_id="ap-n", choice="decline"),
        Offer(id="of-1", application_id="ap-n", kind="offer", received_on=date(2026, 11, 9)),
    )

    saved(store)

    assert not {"decline", "tell_them_no", "ask_in_writing"} & owed(store, days=3)
    assert open_offers(workbook(store)) == ()


def test_a_job_that_was_lost_asks_nobody_to_be_told_no_and_is_no_offer_any_more(store: Store) -> None:
    closed(store, "accepted")
    days = {"received_on": date(2026, 11, 1), "accepted_on": ENDED_ON, "signed_on": ENDED_ON}
    put(
        store,
        Offer(id="of-1", application_id="ap-n", kind="offer", in_writing=True, **days),
        Application(id="ap-o", company="Quill", role="Analyst", status="interviewing"),
        Interview(id="iv-o", application_id="ap-o", state="done", held_at=date(2026, 11, 13), stage="final"),
    )
    assert "tell_them_no" in owed(store, days=4)

    saved(store)

    assert "tell_them_no" not in owed(store, days=4)
    assert open_offers(workbook(store)) == ()


def test_an_offer_that_comes_after_it_opened_again_counts(store: Store) -> None:
    closed(store)
    saved(store)
    put(store, Offer(id="of-2", application_id="ap-n", kind="offer", received_on=NOW.date()))

    assert [offer.id for offer in open_offers(workbook(store))] == ["of-2"]


def test_questions_bound_to_the_company_are_practised_again(store: Store) -> None:
    closed(store)
    debriefed(store, application="ap-n", date="2026-11-05", asked="What would you change about our magazine?")
    assert "northwind" not in company_binding(workbook(store))._open

    debriefed(store, seed=2, application="ap-n", stage="final")

    assert "northwind" in company_binding(workbook(store))._open


def test_thanks_are_due_while_the_debrief_that_will_open_it_is_still_a_draft(store: Store) -> None:
    closed(store)
    debrief_draft(store, {**FULL, "application": "ap-n"})

    assert "thank_you" in owed(store)


def test_a_save_that_cannot_be_made_leaves_the_application_closed(store: Store) -> None:
    was = closed(store)
    draft = debrief_draft(store, {**WHICH, "application": "ap-n"})
    broken = type(draft)(**{**vars(draft), "values": with_answers(draft.values, {"went_well": "a\x00b"})})

    with pytest.raises(Exception, match="cannot be kept"):
        save_debrief(store, broken, NOW, ZONE)

    assert application(store) == was


def test_an_offer_at_a_closed_application_opens_it_as_an_offer(store: Store) -> None:
    closed(store)
    draft = begin_record(workbook(store), "offer", "", Random(6), application_id="ap-n")
    receipt = save_record(store, store.drafts.save(answered(draft, {"base": "74000"}), NOW), NOW)

    assert application(store).status == "offer"
    assert receipt.message == "Northwind is open again."


def test_moving_a_debrief_to_a_closed_application_opens_it(store: Store) -> None:
    closed(store)
    made = debriefed(store, company="Quill")

    edited(store, made, "basics", {"application": "ap-n"})

    assert application(store).status == "interviewing"


def test_an_old_decision_against_it_does_not_turn_a_new_offer_down(store: Store) -> None:
    closed(store, "withdrawn")
    put(
        store,
        Decision(id="de-1", decided_at=datetime(2026, 11, 11, 9, tzinfo=UTC), application_id="ap-n", choice="decline"),
    )
    saved(store)

    put(store, Offer(id="of-2", application_id="ap-n", kind="offer", received_on=NOW.date()))

    assert "decline" not in owed(store, days=3)
