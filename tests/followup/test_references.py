"""References and contacts: R1 to R3, K3."""

from lib.followup.references import register
from lib.followup.task_rows import side_effect_of_done
from lib.records.ask import Ask
from lib.records.person import Person
from tests.followup.searches import KESTREL, day, has, interview, only, plan, snapshot, workbook

PRIYA = Person(id="pe-priya", name="Priya Nair", kind="reference")
TOM = Person(id="pe-tom", name="Tom Baker", kind="contact", company="Kestrel Mills")
AGREED = Ask(
    id="as-1",
    person_id="pe-priya",
    application_id="ap-k",
    kind="reference",
    asked_on=day("Nov 10"),
    agreed_on=day("Nov 12"),
)


def test_a_reference_who_agreed_is_briefed_by_the_day_after_the_interview_r1() -> None:
    due = only(plan(workbook(interview(), PRIYA, AGREED), "2026-11-19 17:00").tasks, "brief_reference")

    assert (due.person_id, due.due_at) == ("pe-priya", day("Nov 20"))


def test_each_reference_has_a_briefing_of_their_own_r1() -> None:
    other = Person(id="pe-sam", name="Sam", kind="reference")
    asks = (AGREED, AGREED.changed(id="as-2", person_id="pe-sam"))

    found = plan(workbook(interview(), PRIYA, other, *asks), "2026-11-19 17:00").tasks
    assert {due.person_id for due in found if due.kind == "brief_reference"} == {"pe-priya", "pe-sam"}


def test_before_any_interview_there_is_nothing_to_brief_r1() -> None:
    assert not has(plan(workbook(PRIYA, AGREED), "2026-11-19 17:00").tasks, "brief_reference")


def test_where_references_come_next_and_nobody_is_down_somebody_is_to_be_asked_r1() -> None:
    due = only(plan(workbook(interview(next_step="references")), "2026-11-19 17:00").tasks, "ask_reference")

    assert (due.title, due.due_at) == ("Choose and ask a reference for Kestrel Mills", day("Nov 20"))


def test_a_reference_who_was_not_asked_yet_is_to_be_asked_first_r2() -> None:
    planned = AGREED.changed(asked_on=None, agreed_on=None)
    found = plan(workbook(interview(), PRIYA, planned), "2026-11-19 17:00").tasks

    assert has(found, "ask_reference")
    assert not has(found, "brief_reference")


def test_a_reference_who_was_contacted_is_thanked_the_next_day_r2() -> None:
    contacted = AGREED.changed(briefed_on=day("Nov 20"), contacted_on=day("Nov 23"))

    due = only(plan(workbook(interview(), PRIYA, contacted), "2026-11-23 17:00").tasks, "thank_reference")

    assert due.due_at == day("Nov 24")


def test_each_step_has_its_date_and_the_last_one_shows_the_latest_state_r2() -> None:
    briefed = AGREED.changed(briefed_on=day("Nov 20"))
    (line,) = register(snapshot(workbook(interview(), PRIYA, briefed), "2026-11-21 09:00"))

    assert line.state == "briefed"
    assert line.steps == (("asked", day("Nov 10")), ("agreed", day("Nov 12")), ("briefed", day("Nov 20")))
    assert line.sentence == "Priya Nair: briefed yesterday for Kestrel Mills."


def test_doing_a_step_notes_its_date_in_the_register_r2() -> None:
    book = workbook(interview(), PRIYA, AGREED)
    due = only(plan(book, "2026-11-19 17:00").tasks, "brief_reference")

    assert side_effect_of_done(due, book, day("Nov 20")) == AGREED.changed(briefed_on=day("Nov 20"))


def test_the_register_shows_how_often_a_person_was_asked_lately_r2() -> None:
    asks = (
        AGREED,
        AGREED.changed(id="as-2", application_id="", asked_on=day("Nov 15")),
        AGREED.changed(id="as-3", application_id="", asked_on=day("2026-03-01")),
    )
    lines = register(snapshot(workbook(interview(), PRIYA, *asks), "2026-11-21 09:00"))

    assert {line.asked_lately for line in lines} == {2}
    assert "Asked two times in the past 90 days." in lines[0].sentence


def test_the_reference_hears_the_result_and_after_a_no_not_on_that_day_r2() -> None:
    book = workbook(KESTREL.changed(status="rejected", status_on=day("Nov 27")), interview(), PRIYA, AGREED)

    assert not has(plan(book, "2026-11-27 17:00").tasks, "tell_reference")
    assert has(plan(book, "2026-11-28 09:00").tasks, "tell_reference")


def test_the_briefing_waits_while_another_round_is_in_the_calendar_r3() -> None:
    coming = interview(id="iv-2", state="scheduled", held_at="2026-11-25T10:00:00+01:00")
    found = plan(workbook(interview(), coming, PRIYA, AGREED), "2026-11-20 09:00")

    assert not has(found.tasks, "brief_reference")
    assert [wait.sentence for wait in found.waits] == [
        "Telling Priya Nair about Kestrel Mills can wait: the next round is on Wednesday 25 November."
    ]


def test_the_briefing_waits_while_another_round_is_the_next_step_r3() -> None:
    found = plan(workbook(interview(next_step="round"), PRIYA, AGREED), "2026-11-20 09:00")

    assert not has(found.tasks, "brief_reference")
    assert any("another round is the next step" in wait.sentence for wait in found.waits)


def test_someone_i_know_there_is_an_idea_and_never_due_k3() -> None:
    idea = only(plan(workbook(TOM), "2026-11-20 09:00").ideas, "ask_contact")

    assert (idea.title, idea.due_at) == ("Ask Tom Baker for a good word at Kestrel Mills", None)


def test_a_contact_who_was_asked_is_not_asked_again_k3() -> None:
    asked = Ask(id="as-t", person_id="pe-tom", application_id="ap-k", kind="good_word", asked_on=day("Nov 18"))

    assert not plan(workbook(TOM, asked), "2026-11-20 09:00").ideas


def test_a_contact_who_agreed_is_thanked_and_hears_the_result_k3() -> None:
    word = Ask(id="as-t", person_id="pe-tom", application_id="ap-k", kind="good_word", agreed_on=day("Nov 18"))
    accepted = KESTREL.changed(status="accepted", status_on=day("Nov 20"))

    assert has(plan(workbook(TOM, word), "2026-11-20 09:00").tasks, "thank_contact")
    assert has(plan(workbook(accepted, TOM, word), "2026-11-20 09:00").tasks, "tell_contact")
