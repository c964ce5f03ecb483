"""Promises with their dates (F4)."""

from lib.followup.noted import without_recipient
from lib.followup.rows import also_changed
from lib.records.promise import Promise
from tests.followup.searches import ADA, KESTREL, day, has, interview, kinds, met, only, plan, workbook

SKETCH = Promise(id="pr-1", interview_id="iv-1", person_id="pe-ada", what="A sketch of the model", by=day("Nov 24"))


def test_a_promise_is_a_task_with_its_date_and_first_in_the_list_f4() -> None:
    found = plan(workbook(interview(), met(ADA), SKETCH), "2026-11-19 16:00")

    assert kinds(found.tasks)[0] == "promise"
    assert (found.tasks[0].title, found.tasks[0].due_at) == ("A sketch of the model", day("Nov 24"))


def test_a_promise_that_is_kept_is_no_task_f4() -> None:
    assert not has(
        plan(workbook(interview(), SKETCH.changed(kept_on=day("Nov 20"))), "2026-11-20 16:00").tasks, "promise"
    )


def test_two_promises_to_one_person_are_two_tasks_f4() -> None:
    book = workbook(interview(), SKETCH, SKETCH.changed(id="pr-2", what="My slides"))

    promised = [due.id for due in plan(book, "2026-11-20 16:00").tasks if due.kind == "promise"]
    assert len(set(promised)) == 2


def test_today_puts_a_promise_forward_from_three_days_before_its_date_f4() -> None:
    book = workbook(interview(), SKETCH.changed(by=day("Nov 30")))

    assert not has(plan(book, "2026-11-26 09:00").today_three, "promise")
    assert has(plan(book, "2026-11-27 09:00").today_three, "promise")


def test_doing_it_notes_the_day_on_which_it_was_kept_f4() -> None:
    book = workbook(interview(), SKETCH)

    kept = also_changed(only(plan(book, "2026-11-20 16:00").tasks, "promise"), book, day("Nov 20"))

    assert kept == SKETCH.changed(kept_on=day("Nov 20"))


def test_a_promised_date_before_the_interview_is_asked_about() -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(by=day("Nov 12"))), "2026-11-20 16:00").tasks, "promise")

    assert "before the interview. Is it right?" in due.why


def test_a_promise_without_a_date_is_marked() -> None:
    due = only(plan(workbook(interview(), SKETCH.changed(by=None)), "2026-11-20 16:00").tasks, "promise")

    assert (due.due_at, due.timing) == (None, "no date was named")


def test_a_promise_whose_day_has_gone_is_shown_without_reproach() -> None:
    due = only(plan(workbook(interview(), SKETCH), "2026-11-26 16:00").tasks, "promise")

    assert due.timing == "planned for Tue 24 Nov"


def test_a_promise_is_not_asked_for_once_the_process_is_over() -> None:
    book = workbook(KESTREL.changed(status="rejected"), interview(), SKETCH)

    assert not has(plan(book, "2026-11-20 16:00").tasks, "promise")


def test_a_promise_that_names_its_recipient_is_told_to_them_without_the_name() -> None:
    assert without_recipient("Send Selin the checklist", "Selin Aydın") == "Send the checklist"
    assert without_recipient("Send Selin Aydın the checklist", "Selin Aydın") == "Send the checklist"
    assert without_recipient("Ask Selin about it", "Selin Aydın") == "Ask Selin about it"
    assert without_recipient("Send Tom the checklist", "Selin Aydın") == "Send Tom the checklist"
