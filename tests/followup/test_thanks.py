"""Thanks to each person met (T1, T2), what was left unsaid (T3), and the invitation to connect (T6)."""

from datetime import date, timedelta

import pytest

from lib.followup import thanks
from lib.followup.meetings import lines_about
from lib.followup.messages import draft_message
from lib.followup.snapshot import UnsavedPerson
from lib.followup.task_rows import mark_done
from lib.records.conversation import Conversation
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.task import Task
from tests.day_first import gather
from tests.followup.searches import ADA, BEN, BERLIN, CHI, KESTREL, at, day, has, interview, met, only, plan, workbook

THREE = workbook(interview(), met(ADA), met(BEN), met(CHI))


def test_each_person_met_is_due_a_note_by_eight_the_same_evening_t1() -> None:
    notes = [due for due in plan(THREE, "2026-11-19 16:00").tasks if due.kind == "thank_you"]

    assert {due.person_id for due in notes} == {"pe-ada", "pe-ben", "pe-chi"}
    assert {due.due_at for due in notes} == {at("2026-11-19 20:00")}
    assert {due.timing for due in notes} == {"by 20:00 today"}


def test_each_note_has_its_own_clock_and_sending_one_leaves_the_others_t1() -> None:
    first = plan(THREE, "2026-11-19 16:00").tasks[0]
    sent = workbook(interview(), met(ADA), met(BEN), met(CHI), mark_done(first, at("2026-11-19 17:00")))

    left = [due.person_id for due in plan(sent, "2026-11-19 18:00").tasks if due.kind == "thank_you"]

    assert len(left) == 2
    assert first.person_id not in left


def test_until_when_to_thank_is_told_once_t1() -> None:
    note = only(plan(workbook(interview(held_at="2026-11-19"), met(ADA)), "2026-11-19 18:50").tasks, "thank_you")

    assert note.timing == "by the end of tomorrow"
    assert "hours" not in note.why


def test_between_eight_and_24_hours_it_is_still_within_the_day_t1() -> None:
    assert only(plan(workbook(interview(), met(ADA)), "2026-11-20 09:00").tasks, "thank_you").timing == (
        "still within the day"
    )


def test_after_24_hours_a_note_is_still_worth_sending_and_never_called_late_t1() -> None:
    note = only(plan(workbook(interview(), met(ADA)), "2026-11-20 15:01").tasks, "thank_you")

    assert note.timing == "still worth sending"
    assert not note.is_late(day("Nov 20"), BERLIN)
    assert note.day_to_do(day("Nov 20"), BERLIN) == day("Nov 20")


def test_a_note_still_in_time_comes_before_one_past_its_time_t1() -> None:
    older = interview(id="iv-0", held_at="2026-11-17T14:00:00+01:00")
    found = plan(workbook(older, interview(), met(BEN, "iv-0"), met(ADA)), "2026-11-19 18:00").tasks

    assert [due.person_id for due in found if due.kind == "thank_you"] == ["pe-ada", "pe-ben"]


def test_after_ten_days_a_note_is_dismissed_t1() -> None:
    book = workbook(interview(), met(ADA))

    assert has(plan(book, "2026-11-29 14:59").tasks, "thank_you")
    assert not has(plan(book, "2026-11-29 15:00").tasks, "thank_you")


def test_the_clock_starts_when_a_person_is_named_in_an_unfinished_debrief_t1() -> None:
    book = workbook(interview(state="scheduled"))
    named = UnsavedPerson("iv-1", "ap-k", "pe-new", "Dana Reyes", interview().held_at, 60)

    due = only(plan(book, "2026-11-19 16:00", named=(named,)).tasks, "thank_you")

    assert due.title == "Thank Dana Reyes"
    assert due.due_at == at("2026-11-19 20:00")


def test_the_task_keeps_its_id_when_the_debrief_is_saved_t1() -> None:
    named = UnsavedPerson("iv-1", "ap-k", "pe-ada", "Ada Okafor", interview().held_at, 60)
    before = only(plan(workbook(interview(state="scheduled")), "2026-11-19 16:00", named=(named,)).tasks, "thank_you")
    after = only(plan(workbook(interview(), met(ADA)), "2026-11-19 16:00", named=(named,)).tasks, "thank_you")

    assert before.id == after.id


def test_a_note_is_still_due_to_a_person_no_longer_in_the_list() -> None:
    book = workbook(interview(), Conversation(interview_id="iv-1", person_id="pe-gone"))

    assert only(plan(book, "2026-11-19 16:00").tasks, "thank_you").title == "Thank the person you met"


def test_a_name_with_commas_quotes_and_another_direction_of_writing_is_unchanged() -> None:
    person = Person(id="pe-x", name='O\'Neil, "Bo" שרה', kind="interviewer")
    book = workbook(interview(), person, met(person))

    assert only(plan(book, "2026-11-19 16:00").tasks, "thank_you").title == 'Thank O\'Neil, "Bo" שרה'


def test_no_thanks_are_asked_for_once_they_said_no() -> None:
    book = workbook(KESTREL.changed(status="rejected", status_on=day("Nov 20")), interview(), met(ADA))

    assert not has(plan(book, "2026-11-20 10:00").tasks, "thank_you")


def test_an_unsaid_point_is_carried_by_the_open_thank_you_t3() -> None:
    book = workbook(interview(unsaid="That I built the alerting"), met(ADA))

    assert not has(plan(book, "2026-11-19 16:00").tasks, "unsaid_point")


def test_a_forgotten_point_gets_its_own_message_if_no_note_mentions_it_t3() -> None:
    book = workbook(interview(unsaid="That I built the alerting"), met(ADA), _thanked(ADA, "Thank you for the talk."))

    assert only(plan(book, "2026-11-20 09:00").tasks, "unsaid_point").due_at == day("Nov 21")


def test_a_forgotten_point_is_let_go_by_its_own_days_t3(monkeypatch: pytest.MonkeyPatch) -> None:
    book = workbook(interview(unsaid="That I built the alerting"), met(ADA), _thanked(ADA, "Thank you for the talk."))
    assert has(plan(book, "2026-11-29 14:00").tasks, "unsaid_point")
    assert not has(plan(book, "2026-11-29 16:00").tasks, "unsaid_point")

    monkeypatch.setattr(thanks, "_UNSAID_LET_GO", timedelta(days=12))
    assert has(plan(book, "2026-12-01 14:00").tasks, "unsaid_point")
    assert not has(plan(book, "2026-12-01 16:00").tasks, "unsaid_point")


def test_a_point_that_a_note_mentioned_is_said_t3() -> None:
    book = workbook(
        interview(unsaid="That I built the alerting"), met(ADA), _thanked(ADA, "I also built the alerting there.")
    )

    assert not has(plan(book, "2026-11-20 09:00").tasks, "unsaid_point")


def test_a_point_is_carried_while_the_note_that_names_it_is_open_and_not_by_another_one_t3() -> None:
    rounds = (interview(unsaid="That I built the alerting"), met(ADA), met(BEN))
    other, naming = _thanked(BEN, "Thank you for the talk."), _thanked(ADA, "Thank you for the talk.")

    assert not has(plan(workbook(*rounds, other), "2026-11-20 09:00").tasks, "unsaid_point")
    assert has(plan(workbook(*rounds, naming), "2026-11-20 09:00").tasks, "unsaid_point")
    assert not has(
        plan(workbook(*rounds, naming.changed(status="dropped", body="")), "2026-11-20 09:00").tasks, "unsaid_point"
    )


def test_a_point_that_was_sent_alone_is_not_drafted_into_a_thank_you_again_t3() -> None:
    point = _thanked(ADA, "I also built the alerting there.").changed(id="tk-p", kind="unsaid_point")
    rounds = (interview(unsaid="That I built the alerting", interest_after="8"), met(ADA))

    def bodies(*rows: Task) -> list[str]:
        known = gather(workbook(*rounds, *rows), day("Nov 20"), interview_id="iv-1", person_id="pe-ada")
        return [draft_message(kind, "email", known).body for kind in ("thank_you", "unsaid_point")]  # type: ignore[arg-type]

    assert all("alerting" in body for body in bodies())
    assert not any("alerting" in body for body in bodies(point))


def test_an_invitation_follows_the_thanks_by_a_day_t6() -> None:
    book = workbook(interview(), met(ADA), _thanked(ADA))

    assert not has(plan(book, "2026-11-19 18:00").tasks, "connect")
    assert only(plan(book, "2026-11-20 09:00").tasks, "connect").person_id == "pe-ada"


def test_nobody_is_invited_before_being_thanked_t6() -> None:
    found = plan(workbook(interview(), met(ADA)), "2026-11-20 09:00")

    assert not has(found.tasks, "connect")
    assert not has(found.coming, "connect")


def test_nobody_is_invited_who_is_connected_already_t6() -> None:
    ada = ADA.changed(connected_on=date(2025, 3, 1))

    assert not has(plan(workbook(interview(), ada, met(ada), _thanked(ada)), "2026-11-20 09:00").tasks, "connect")


def test_a_person_met_twice_is_invited_once_t6() -> None:
    second = interview(id="iv-2", held_at="2026-11-20T10:00:00+01:00")
    again = _thanked(ADA).changed(id="tk-2", interview_id="iv-2", done_at=at("2026-11-20 12:00"))
    book = workbook(interview(), second, met(ADA), met(ADA, "iv-2"), _thanked(ADA), again)

    assert only(plan(book, "2026-11-21 09:00").tasks, "connect").interview_id == "iv-1"


def _thanked(person: Person, body: str = "") -> Task:
    return Task(
        id=f"tk-{person.id}",
        kind="thank_you",
        rule="thank_you",
        application_id="ap-k",
        interview_id="iv-1",
        person_id=person.id,
        status="done",
        done_at=at("2026-11-19 17:00"),
        body=body,
    )


@pytest.mark.parametrize(
    ("title", "notes"),
    [
        ("boss popped in", ""),
        ("sat in first 5 min", ""),
        ("", "met Ben (foreman) and Chi, boss popped in Ada"),
    ],
)
def test_who_only_looked_in_is_thanked_last(title: str, notes: str) -> None:
    ada = ADA.changed(kind="interviewer", title=title)
    book = workbook(interview(private_note=notes), ada, BEN, CHI, met(ada), met(BEN), met(CHI))

    assert [due.person_id for due in plan(book, "2026-11-19 16:00").tasks if due.kind == "thank_you"] == [
        "pe-ben",
        "pe-chi",
        "pe-ada",
    ]


def test_who_led_the_interview_is_thanked_first() -> None:
    ada, chi = ADA.changed(kind="interviewer"), CHI.changed(title="led it, foreman")
    book = workbook(interview(), ada, BEN, chi, met(ada), met(BEN), met(chi))

    first = next(due for due in plan(book, "2026-11-19 16:00").tasks if due.kind == "thank_you")

    assert first.person_id == "pe-chi"


def test_the_lines_of_a_debrief_that_name_a_person_are_those_about_them() -> None:
    noted = interview(
        went_well="wrong postcode one, Ada was nodding", private_note="its C3\nBen laughed\nada asked why"
    )
    book = workbook(noted, met(ADA), met(BEN))

    assert lines_about(book, noted, ADA) == ("wrong postcode one, Ada was nodding", "ada asked why")
    assert lines_about(book, noted, BEN) == ("Ben laughed",)
    assert lines_about(book, noted, None) == ()


def test_what_i_wanted_to_thank_somebody_for_is_beside_their_letter() -> None:
    thanks = Promise(id="pr-1", interview_id="iv-1", what="thank Ada for rescheduling")
    book = workbook(interview(), met(ADA), thanks, thanks.changed(id="pr-2", what="send Ada the plan"))

    assert lines_about(book, book.interviews[0], ADA) == ("thank Ada for rescheduling",)
