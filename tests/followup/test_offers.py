"""What an offer asks for: in writing (O1, O2), talked over (O3), answered (O1, B1), and not yet a job (O1, K1)."""

from typing import Any

import pytest

from lib.followup.derived_task import DerivedTask
from lib.followup.task_rows import mark_done
from lib.records.application import Application
from lib.records.decision import Decision
from lib.records.offer import Offer
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.record import Record
from tests.followup.searches import ADA, KESTREL, at, day, has, interview, kinds, met, only, plan, workbook

OFFERED = KESTREL.changed(status="offer", status_on=day("Nov 27"))
MET = (interview(outcome="offer", outcome_on="2026-11-27"), ADA, met(ADA))
BRIGHT = Application(id="ap-b", company="Brightwater", role="Analyst", status="interviewing")
AT_BRIGHT = interview(id="iv-2", application_id="ap-b", outcome="pending", leaning="go_on")
SATURDAY = "2026-11-28 09:00"


def offer(**values: Any) -> Offer:
    usual = {"id": "of-1", "kind": "offer", "application_id": "ap-k", "received_on": day("Nov 27")}
    return Offer(**usual | values)


def decided(choice: str, on: str = "2026-11-27 20:00") -> Decision:
    return Decision(id=f"de-{choice}", application_id="ap-k", decided_at=at(on), choice=choice)


def tasks(*records: Record, now: str = SATURDAY) -> tuple[DerivedTask, ...]:
    return plan(workbook(*MET, *records), now).tasks


def test_an_offer_is_asked_for_in_writing_on_the_next_business_day_o1() -> None:
    due = only(tasks(OFFERED), "ask_in_writing")

    assert (due.due_at, due.person_id) == (day("Nov 30"), "pe-ada")
    assert "isn't final" in due.why


def test_an_offer_to_get_in_writing_comes_before_older_thanks_and_after_a_promise_for_today_o1() -> None:
    people = [Person(id=f"pe-{n}", name=f"Ada {n}") for n in range(3)]
    thanks = [record for person in people for record in (person, met(person))]
    promise = Promise(id="pr-1", interview_id="iv-1", what="the slides", by=day("Nov 23"))
    offered = KESTREL.changed(status="offer", status_on=day("Nov 23"))
    found = plan(workbook(interview(), *thanks, promise, offered), "2026-11-23 17:00")

    assert kinds(found.today_three) == ["promise", "ask_in_writing", "thank_you"]


@pytest.mark.parametrize(("decide_by", "first"), [("Nov 26", "answer_offer"), ("Nov 27", "thank_you")])
def test_the_answer_to_an_offer_comes_before_thanks_from_three_days_before_its_day_o2(
    decide_by: str, first: str
) -> None:
    people = [Person(id=f"pe-{n}", name=f"Ada {n}") for n in range(3)]
    thanks = [record for person in people for record in (person, met(person))]
    offered = offer(in_writing=True, received_on=day("Nov 23"), decide_by=day(decide_by))
    found = plan(workbook(interview(), *thanks, OFFERED, offered), "2026-11-23 17:00")

    assert kinds(found.today_three)[0] == first


def test_without_an_offer_there_is_nothing_to_ask_for_o1() -> None:
    assert not has(tasks(), "ask_in_writing")


def test_a_spoken_offer_is_asked_for_in_writing_with_its_terms_until_it_is_there_o2() -> None:
    assert has(tasks(OFFERED, offer(base=52_000)), "ask_in_writing")
    assert not has(tasks(OFFERED, offer(in_writing=True)), "ask_in_writing")
    assert not has(tasks(OFFERED, offer(signed_on=day("Nov 28"))), "ask_in_writing")


def test_the_task_keeps_its_id_when_the_offer_is_entered_o1() -> None:
    assert only(tasks(OFFERED), "ask_in_writing").id == only(tasks(OFFERED, offer()), "ask_in_writing").id


def test_what_i_want_to_ask_for_is_talked_over_once_the_offer_is_in_writing_o3() -> None:
    wish = offer(ask_for="four more days of leave", in_writing=True)
    due = only(tasks(OFFERED, wish), "negotiate")

    assert due.due_at == day("2026-12-02")
    assert "four more days of leave" in due.why
    assert not has(tasks(OFFERED, wish.changed(in_writing=False)), "negotiate")
    assert not has(tasks(OFFERED, wish.changed(ask_for=" ")), "negotiate")


def test_it_is_talked_over_two_days_before_their_deadline_o3() -> None:
    wish = offer(ask_for="more", in_writing=True, decide_by=day("2026-12-10"))

    assert only(tasks(OFFERED, wish), "negotiate").due_at == day("2026-12-08")
    assert only(tasks(OFFERED, wish.changed(decide_by=day("Nov 28"))), "negotiate").due_at == day("Nov 27")


def test_nothing_is_asked_for_once_it_is_known_what_came_of_it_or_the_offer_is_answered_o3() -> None:
    wish = offer(ask_for="more", in_writing=True)

    assert not has(tasks(OFFERED, wish.changed(came_of_it="two days")), "negotiate")
    assert not has(tasks(OFFERED, wish.changed(accepted_on=day("Nov 28"))), "negotiate")
    assert not has(tasks(OFFERED, wish, decided("decline")), "negotiate")
    assert not has(tasks(OFFERED.changed(status="rejected"), wish), "negotiate")


def test_what_was_decided_for_is_said_to_them_the_next_business_day_and_is_no_job_yet_o1() -> None:
    taken = offer(in_writing=True, accepted_on=day("Nov 27"))
    due = only(tasks(OFFERED.changed(status="accepted"), taken), "accept")

    assert due.due_at == day("Nov 30")
    assert "isn't final" in due.why
    assert not has(tasks(OFFERED.changed(status="accepted"), taken.changed(signed_on=day("Nov 28"))), "accept")


def test_the_deadline_of_an_offer_is_the_day_to_accept_by_o1() -> None:
    taken = offer(accepted_on=day("Nov 27"), decide_by=day("Nov 28"))

    assert only(tasks(OFFERED.changed(status="accepted"), taken), "accept").due_at == day("Nov 28")


def test_an_offer_decided_against_is_declined_within_two_days_b1() -> None:
    found = tasks(OFFERED, offer(), decided("decline"))
    due = only(found, "decline")

    assert (due.due_at, due.person_id) == (day("Nov 29"), "pe-ada")
    assert not has(tasks(OFFERED, offer()), "decline")


def test_a_decision_that_was_changed_since_counts_no_more_b1() -> None:
    later = decided("hold", "2026-11-27 22:00")

    assert not has(tasks(OFFERED, offer(), decided("decline"), later), "decline")


def test_an_offer_declined_is_told_once_also_where_the_debrief_leaned_away_b1() -> None:
    leaning = interview(leaning="decline", created_at="2026-11-19T19:00:00+01:00", outcome="offer")
    found = plan(workbook(OFFERED, leaning, offer(), decided("decline")), "2026-11-30 09:00")

    assert has(found.tasks, "decline")
    assert not has((*found.tasks, *found.coming), "tell_them_no")


def test_a_withdrawal_that_is_recorded_leaves_the_message_to_write_b1() -> None:
    gone = OFFERED.changed(status="withdrawn")

    assert has(tasks(gone, offer(), decided("decline")), "decline")
    assert not has(tasks(gone, offer(), decided("decline"), now="2027-01-10 09:00"), "decline")


def test_others_who_wait_hear_a_no_once_the_job_is_signed_and_its_conditions_are_met_b1() -> None:
    accepted, processes = OFFERED.changed(status="accepted"), (BRIGHT, AT_BRIGHT)
    checks = offer(conditions="background check", accepted_on=day("Nov 27"), signed_on=day("Nov 27"))

    assert not has(tasks(accepted, *processes, checks), "tell_them_no")
    due = only(tasks(accepted, *processes, checks.changed(conditions_met_on=day("Nov 28"))), "tell_them_no")
    assert (due.application_id, due.due_at) == ("ap-b", day("Nov 30"))


def test_a_message_about_an_offer_that_was_sent_is_done() -> None:
    due = only(tasks(OFFERED, offer(), decided("decline")), "decline")
    row = mark_done(due, at(SATURDAY), "email", "Your offer", "Thank you.")

    assert not has(tasks(OFFERED, offer(), decided("decline"), row), "decline")


def test_an_offer_stays_not_yet_a_job_until_it_is_signed_and_its_conditions_are_met_k1() -> None:
    accepted = OFFERED.changed(status="accepted", status_on=day("Nov 27"))
    signed = offer(accepted_on=day("Nov 27"), signed_on=day("Nov 27"), conditions="credit check")

    def pulse(*records: Record) -> str:
        return plan(workbook(*MET, *records), SATURDAY).search_summary.sentence

    assert "The offer from Kestrel Mills isn't final yet." in pulse(OFFERED)
    assert pulse(accepted, signed).startswith("Kestrel Mills is signed, but its conditions are not met yet.")
    assert "Kestrel" not in pulse(accepted, signed.changed(conditions_met_on=day("Nov 28")))
    assert "Kestrel" not in pulse(accepted, signed.changed(conditions="none"))


def test_an_offer_is_a_task_until_the_day_they_named_o2() -> None:
    due = only(tasks(OFFERED, offer(decide_by=day("Nov 30"))), "answer_offer")

    assert (due.title, due.due_at) == ("Answer the offer from Kestrel Mills", day("Nov 30"))
    assert plan(workbook(*MET, OFFERED, offer(decide_by=day("Nov 30"))), SATURDAY).waits == ()


@pytest.mark.parametrize("answer", [{"decide_by": "Nov 27"}, {"decide_by": "Nov 30", "accepted_on": "Nov 27"}])
def test_an_offer_past_its_day_or_accepted_waits_for_no_answer(answer: dict[str, str]) -> None:
    known = {field: day(named) for field, named in answer.items()}

    assert not has(tasks(OFFERED, offer(**known)), "answer_offer")


def test_an_offer_without_its_application_owes_nothing() -> None:
    lost = offer(application_id="ap-gone", ask_for="more", in_writing=True, accepted_on=day("Nov 27"))

    assert {due.application_id for due in tasks(lost)} <= {"ap-k"}
