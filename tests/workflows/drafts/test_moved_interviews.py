"""An interview that was moved, cancelled, or is back on stays one interview, with its earlier times kept."""

from datetime import date, datetime
from typing import Any

import pytest

from lib.exchange.calendar import calendar_file
from lib.records.activity import Activity
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.reschedules import earlier_moments
from lib.store import Store
from lib.workflows.drafts.upcoming import mark_not_held
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.errors import EditedElsewhere, Incomplete
from tests.day_first import save_edit
from tests.workflows.evening import (
    NOW,
    ZONE,
    debriefed,
    decided,
    edit_draft,
    edited,
    from_outside,
    new_server,
    put,
    scheduled,
    the,
    workbook,
)

AT_TEN = datetime.fromisoformat("2026-11-25T10:00:00+01:00")


def ahead(store: Store, **answers: Any) -> Interview:
    return scheduled(store, **{"date": "2026-11-25", "time": "10:00", **answers})


def moments(store: Store, interview: Interview) -> tuple[date, ...]:
    return earlier_moments(workbook(store), interview.id)


def back_on(store: Store, interview: Interview, day: str, at: str = "14:00") -> Interview:
    return edited(store, interview, "when", {"date": day, "time": at}, now=NOW)


@pytest.mark.parametrize("section", ["when", "basics"])
def test_they_move_it_to_the_day_after_and_the_old_time_is_kept(store: Store, section: str) -> None:
    interview = ahead(store)

    moved = edited(store, interview, section, {"date": "2026-11-26", "time": "14:30"})

    assert (moved.id, moved.held_at.isoformat()) == (interview.id, "2026-11-26T14:30:00+01:00")
    assert moments(store, interview) == (AT_TEN,)


def test_moved_twice_both_old_times_are_there_in_order(store: Store) -> None:
    interview = ahead(store)

    edited(store, interview, "when", {"date": "2026-11-26"})
    edited(store, interview, "when", {"date": "2026-11-27"}, seed=5)

    assert [each.isoformat()[:10] for each in moments(store, interview)] == ["2026-11-25", "2026-11-26"]


def test_a_move_that_is_undone_leaves_no_history(store: Store) -> None:
    interview = ahead(store)
    receipt = save_edit(store, edit_draft(store, interview, "when", {"date": "2026-11-26"}), NOW, ZONE)

    store.undo(receipt.id, NOW)

    assert (the(store, interview.id), moments(store, interview)) == (interview, ())


def test_a_move_saved_twice_is_one_row(store: Store) -> None:
    interview = ahead(store)
    draft = edit_draft(store, interview, "when", {"date": "2026-11-26"})

    save_edit(store, draft, NOW, ZONE)
    new_server()
    save_edit(store, draft, NOW, ZONE)

    assert len(moments(store, interview)) == 1


def test_a_time_that_they_name_later_on_the_same_day_is_no_move(store: Store) -> None:
    interview = ahead(store, time="")

    edited(store, interview, "basics", {"time": "10:00"})

    assert moments(store, interview) == ()


def test_a_wrong_day_that_is_corrected_after_the_debrief_is_no_move(store: Store) -> None:
    interview = debriefed(store)

    edited(store, interview, "basics", {"date": "2026-11-19"})

    assert moments(store, interview) == ()


def test_an_interview_is_not_dated_after_what_came_of_it(store: Store) -> None:
    interview = debriefed(store, date="2026-11-16")
    decided(store, interview, "rejected", "2026-11-18")

    with pytest.raises(Incomplete, match="dated before the interview"):
        edited(store, interview, "basics", {"date": "2026-11-19"})

    assert the(store, interview.id).held_on == date(2026, 11, 16)


def test_moved_here_and_in_another_program_both_times_are_shown(store: Store) -> None:
    interview = ahead(store)
    draft = edit_draft(store, interview, "when", {"date": "2026-11-26"})
    from_outside(store, "interviews.csv", "2026-11-25T10:00:00+01:00", "2026-11-30T10:00:00+01:00")

    with pytest.raises(EditedElsewhere) as conflict:
        save_edit(store, draft, NOW, ZONE)

    assert [(each.mine, each.theirs) for each in conflict.value.differences] == [("2026-11-26", "2026-11-30")]


def test_cancelled_and_back_on_it_is_one_interview_with_its_people_and_questions(store: Store) -> None:
    interview = ahead(store)
    put(store, Question(id="qu-own", interview_id=interview.id, text="Who leads the team?", asked_by="me"))
    mark_not_held(store, interview.id, "cancelled", NOW)

    again = back_on(store, interview, "2026-12-02")

    book = workbook(store)
    assert (len(book.interviews), again.state, again.held_on) == (1, "scheduled", date(2026, 12, 2))
    assert [row.interview_id for row in book.conversations] == [interview.id]
    assert [row.interview_id for row in book.questions] == [interview.id]
    assert moments(store, interview) == (AT_TEN,)


def test_the_calendar_moves_the_one_event_when_a_cancelled_interview_is_back_on(store: Store) -> None:
    interview = ahead(store)
    mark_not_held(store, interview.id, "cancelled", NOW)
    off = calendar_file(workbook(store).interviews, workbook(store).applications, [], NOW).decode()

    back_on(store, interview, "2026-12-02")

    on = calendar_file(workbook(store).interviews, workbook(store).applications, [], NOW).decode()
    uid = f"UID:{interview.id}@afterword"
    assert (uid in off, "STATUS:CANCELLED" in off) == (True, True)
    assert (on.count(uid), on.count("BEGIN:VEVENT"), on.count("STATUS:CONFIRMED")) == (1, 2, 2)
    assert "DTSTART:20261202T130000Z" in on


def test_putting_it_back_on_can_be_undone(store: Store) -> None:
    interview = ahead(store)
    mark_not_held(store, interview.id, "cancelled", NOW)
    before = workbook(store)
    receipt = save_edit(store, edit_draft(store, interview, "when", {"date": "2026-12-02"}), NOW, ZONE)

    store.undo(receipt.id, NOW)

    assert workbook(store) == before


def test_a_cancelled_interview_is_not_put_back_on_for_a_day_that_has_passed(store: Store) -> None:
    interview = ahead(store)
    mark_not_held(store, interview.id, "cancelled", NOW)

    with pytest.raises(Incomplete, match="That day has passed"):
        back_on(store, interview, "2026-11-18")

    assert the(store, interview.id).state == "cancelled"


def test_they_didnt_come_and_it_is_back_on(store: Store) -> None:
    interview = ahead(store, date="2026-11-20")
    mark_not_held(store, interview.id, "no_show", NOW)

    assert back_on(store, interview, "2026-11-24").state == "scheduled"


def test_an_interview_that_was_debriefed_in_another_window_stays_debriefed(store: Store) -> None:
    interview = scheduled(store)
    draft = edit_draft(store, interview, "when", {"time": "15:00"})
    debriefed(store, interview_id=interview.id)

    save_edit(store, draft, NOW, ZONE)

    assert (the(store, interview.id).state, moments(store, interview)) == ("short", ())


def test_a_deleted_interview_takes_its_earlier_times_along_and_brings_them_back(store: Store) -> None:
    interview = ahead(store)
    edited(store, interview, "when", {"date": "2026-11-26"})

    receipt = delete_debrief(store, interview.id, NOW)
    gone = [row for row in workbook(store).activity if row.kind == "interview_moved"]
    store.undo(receipt.id, NOW)

    assert (gone, moments(store, interview)) == ([], (AT_TEN,))


def test_the_earlier_times_go_along_to_another_application(store: Store) -> None:
    interview = ahead(store)
    edited(store, interview, "when", {"date": "2026-11-26"})

    there = edited(store, interview, "basics", {"application": "", "company": "Kestrel", "role": "Analyst"}, seed=7)

    [row] = [row for row in workbook(store).activity if row.kind == "interview_moved"]
    assert (row.application_id, moments(store, interview)) == (there.application_id, (AT_TEN,))


def test_words_that_somebody_wrote_over_a_time_are_passed_over(store: Store) -> None:
    interview = ahead(store)
    put(store, Activity(id="ac-x", on=NOW.date(), kind="interview_moved", note="soon", interview_id=interview.id))

    assert moments(store, interview) == ()


def test_files_of_an_earlier_version_are_read_as_they_are(store: Store) -> None:
    interview = ahead(store)
    path = store.folder / "interviews.csv"
    lines = [line.rsplit(",", 5)[0] for line in path.read_text("utf-8-sig").splitlines()]
    path.write_text("\ufeff" + "\n".join(lines) + "\n", "utf-8", newline="")

    moved = edited(store, interview, "when", {"date": "2026-11-26"})

    assert (moved.held_on, moved.link, moved.due_on) == (date(2026, 11, 26), "", None)
    assert moments(store, interview) == (AT_TEN,)
