"""Writing a decision down, and what else it changes in the same step."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from lib.records.application import Application
from lib.records.criterion import KNOWN_CRITERIA
from lib.records.decision import Decision
from lib.records.offer import Offer
from lib.store import Store
from lib.workflows.drafts.record_editing import begin_record, save_record
from lib.workflows.errors import Gone, Incomplete
from tests.day_first import derive
from tests.workflows.evening import NOW, ZONE, answered, debriefed, put, scheduled, the, workbook


def wrote(store: Store, choice: str, application_id: str = "", seed: int = 5, **answers: str) -> Decision:
    job = application_id or workbook(store).applications[0].id
    draft = begin_record(workbook(store), "decision", "", Random(seed), application_id=job)
    save_record(store, answered(draft, {"choice": choice, **answers}), NOW)
    return workbook(store).decisions[-1]


def reviewed(store: Store, decision: Decision, days: int = 30, seed: int = 6, **answers: str) -> Decision:
    draft = begin_record(workbook(store), "review", decision.id, Random(seed))
    save_record(store, answered(draft, answers), NOW + timedelta(days=days))
    return next(entry for entry in workbook(store).decisions if entry.id == decision.id)


def owed(store: Store, days: int = 0) -> set[str]:
    return {task.kind for task in derive(workbook(store), NOW + timedelta(days=days), ZONE, "DE").tasks}


def status(store: Store) -> str | None:
    return workbook(store).applications[0].status


def test_a_decision_has_its_time_and_is_looked_back_on_after_thirty_days(store: Store) -> None:
    debriefed(store)
    found = wrote(store, "go_on", reasons="The work", confidence="70")

    assert (found.decided_at, found.review_on) == (NOW, NOW.date() + timedelta(days=30))
    assert (found.reasons, found.confidence) == ("The work", 70)


def test_another_day_to_look_back_is_kept(store: Store) -> None:
    debriefed(store)

    assert str(wrote(store, "hold", review_on="2027-03-01").review_on) == "2027-03-01"


def test_a_no_is_leaned_to_until_they_are_told_and_telling_them_is_then_due(store: Store) -> None:
    interview = debriefed(store)
    wrote(store, "decline")

    assert (the(store, interview.id).leaning, status(store)) == ("decline", "interviewing")
    assert "tell_them_no" in owed(store, days=2)


def test_a_no_that_they_know_of_ends_the_application_in_the_same_step_and_one_undo_takes_all_back(store: Store) -> None:
    interview = debriefed(store)
    wrote(store, "decline", told="yes")
    assert (the(store, interview.id).outcome, status(store)) == ("withdrew", "withdrawn")
    assert [row.note for row in workbook(store).activity if row.kind == "status"][-1] == "withdrawn"

    store.undo(store.undoable()[0].receipt_id, NOW)
    assert (the(store, interview.id).outcome, status(store)) == (None, "interviewing")
    assert workbook(store).decisions == ()


def test_a_no_to_a_job_that_never_heard_of_me_ends_it(store: Store) -> None:
    put(store, Application(id="ap-1", company="Northwind", role="Analyst", status="interested"))
    wrote(store, "decline")

    assert status(store) == "withdrawn"
    assert "tell_them_no" not in owed(store, days=2)


@pytest.mark.parametrize("is_interview_coming", [True, False])
def test_a_no_before_any_debrief_leaves_telling_them_due(store: Store, is_interview_coming: bool) -> None:
    if is_interview_coming:
        scheduled(store, date="2026-11-27")
    else:
        put(store, Application(id="ap-1", company="Northwind", role="Analyst", status="applied"))
    wrote(store, "decline")

    assert status(store) != "withdrawn"
    assert "tell_them_no" not in owed(store, days=1)
    assert "tell_them_no" in owed(store, days=2)

    job = workbook(store).applications[0].id
    put(store, Decision(id="de-on", application_id=job, decided_at=NOW + timedelta(minutes=1), choice="go_on"))
    assert "tell_them_no" not in owed(store, days=2)


def test_a_no_before_any_debrief_that_they_know_of_ends_it(store: Store) -> None:
    scheduled(store, date="2026-11-27")
    wrote(store, "decline", told="yes")

    assert status(store) == "withdrawn"
    assert "tell_them_no" not in owed(store, days=2)


def test_a_no_to_an_offer_waits_until_they_are_told_and_then_nothing_is_due(store: Store) -> None:
    put(store, Application(id="ap-1", company="Northwind", role="Analyst", status="offer"))
    wrote(store, "decline")
    assert status(store) == "offer"
    assert "decline" in owed(store)

    wrote(store, "decline", seed=7, told="yes")
    assert status(store) == "withdrawn"
    assert "decline" not in owed(store)


def test_a_no_leaves_an_answer_of_theirs_as_it_is(store: Store) -> None:
    interview = debriefed(store)
    put(store, the(store, interview.id).changed(outcome="offer", outcome_on=NOW.date()))
    wrote(store, "decline", told="yes")

    assert the(store, interview.id).outcome == "offer"


def test_going_on_takes_an_earlier_no_back_and_leaves_other_leanings_alone(store: Store) -> None:
    interview = debriefed(store)
    wrote(store, "decline")
    wrote(store, "go_on", seed=7)
    assert the(store, interview.id).leaning == "go_on"

    put(store, the(store, interview.id).changed(leaning="unsure"))
    wrote(store, "go_on", seed=8)
    assert the(store, interview.id).leaning == "unsure"


def test_accepting_moves_the_application_and_dates_the_offer(store: Store) -> None:
    debriefed(store)
    job = workbook(store).applications[0]
    put(store, Offer(id="of-1", kind="offer", application_id=job.id))
    wrote(store, "accept")

    assert status(store) == "accepted"
    assert workbook(store).offers[0].accepted_on == NOW.date()


def test_a_double_click_is_one_decision(store: Store) -> None:
    debriefed(store)
    job = workbook(store).applications[0].id
    draft = begin_record(workbook(store), "decision", "", Random(1), application_id=job)
    draft = answered(draft, {"choice": "go_on"})
    save_record(store, draft, NOW)
    save_record(store, draft, NOW)

    assert len(workbook(store).decisions) == 1


def test_without_a_choice_nothing_is_saved_and_it_reports_it(store: Store) -> None:
    debriefed(store)
    with pytest.raises(Incomplete, match="choice"):
        wrote(store, "")
    assert workbook(store).decisions == ()


def test_an_application_that_is_gone_is_reported_and_nothing_is_written(store: Store) -> None:
    debriefed(store)
    job = workbook(store).applications[0].id
    (store.folder / "applications.csv").unlink()
    with pytest.raises(Gone):
        wrote(store, "go_on", job)

    assert workbook(store).decisions == ()


def test_looking_back_dates_the_verdict_and_changes_nothing_else(store: Store) -> None:
    debriefed(store)
    before = wrote(store, "decline", told="yes")
    after = reviewed(store, before, right_call="partly", learned="Ask sooner.")

    assert after == before.changed(right_call="partly", learned="Ask sooner.", reviewed_on=after.reviewed_on)
    assert after.reviewed_on == NOW.date() + timedelta(days=30)
    assert status(store) == "withdrawn"


def test_looking_back_without_a_word_is_not_saved(store: Store) -> None:
    debriefed(store)
    decision = wrote(store, "go_on")
    with pytest.raises(Incomplete, match="still empty"):
        reviewed(store, decision)


def test_a_correction_of_the_reasons_keeps_the_time_and_the_day_to_look_back(store: Store) -> None:
    debriefed(store)
    before = wrote(store, "go_on", review_on="2027-03-01")
    draft = begin_record(workbook(store), "decision", before.id, Random(9))
    save_record(store, answered(draft, {"reasons": "The people"}), NOW + timedelta(days=4))

    assert workbook(store).decisions == (before.changed(reasons="The people"),)


@pytest.mark.parametrize("words", ["x" * 1_000_000, "=1+1", "<b>no</b>\nsecond line"])
def test_long_and_odd_reasons_come_back_as_typed(store: Store, words: Any) -> None:
    debriefed(store)

    assert wrote(store, "hold", reasons=words).reasons == words


def test_a_starting_criterion_is_corrected_and_keeps_its_id(store: Store) -> None:
    draft = begin_record(workbook(store), "criterion", "cr-pay", Random(1))
    save_record(store, answered(draft, {"best": "90,000", "must_have": "40"}), NOW)

    pay = next(one for one in KNOWN_CRITERIA if one.id == "cr-pay")
    assert workbook(store).criteria == (pay.changed(best="90,000", must_have=40),)


def test_a_starting_criterion_saved_as_it_was_needs_no_row(store: Store) -> None:
    save_record(store, begin_record(workbook(store), "criterion", "cr-pay", Random(1)), NOW)

    assert workbook(store).criteria == ()
