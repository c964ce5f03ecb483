"""Promises with their dates (F4)."""

import pytest

from lib.dates import DAY_FIRST
from lib.followup.facts import Extras, Facts
from lib.followup.messages import draft
from lib.followup.promise_reading import promise_made, without_recipient
from lib.followup.rows import also_changed
from lib.records.promise import Promise
from tests.followup.searches import ADA, KESTREL, day, has, interview, kinds, met, only, plan, workbook

SKETCH = Promise(id="pr-1", interview_id="iv-1", person_id="pe-ada", what="A sketch of the model", by=day("Nov 24"))


def letter_on(note: str) -> str:
    facts = Facts(today=day("Nov 20"), me="Grace", person="Mrs Brennan", extras=Extras(promised=note), dates=DAY_FIRST)
    return draft("promise", "email", facts).body


def test_a_promise_is_a_task_with_its_date_and_first_of_its_day_f4() -> None:
    found = plan(workbook(interview(), met(ADA), SKETCH), "2026-11-24 09:00")

    assert kinds(found.tasks)[:2] == ["promise", "thank_you"]
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


@pytest.mark.parametrize(
    ("note", "thing"),
    [
        ("i said i will send menu sample by fri", "the menu sample"),
        ("send references tmrw", "my references"),
        ("Email my certificate (told Mel)", "my certificate"),
        ("I'll send photos of my cakes next week", "the photos of my cakes"),
        ("said I'd send her the recipe for sourdough by 5 dec", "the recipe for sourdough"),
        ("promised to email them my food hygiene certificate on Monday", "my food hygiene certificate"),
        ("tmrw: send CV", "my CV"),
        ("send the rota idea to mrs brennan by end of week", "the rota idea"),
        ("i told them ill send two sample menus asap", "two sample menus"),
        ("Portfolio link, by Wed 25 Nov", "my portfolio link"),
        ("Menu for next week", "the menu for next week"),
        ("A sketch of the model", "a sketch of the model"),
    ],
)
def test_a_letter_names_the_thing_promised_and_neither_the_day_nor_how_it_was_noted(note: str, thing: str) -> None:
    letter = letter_on(note)

    assert f"I'm sending you {thing}." in letter
    assert promise_made(note, "Mrs Brennan").hands_over


@pytest.mark.parametrize("note", ["send it over asap", "email them", "send CV and call my old manager", "i will"])
def test_a_promise_that_cannot_be_read_plainly_leaves_a_blank(note: str) -> None:
    assert "I'm sending you [what you're sending]." in letter_on(note)


@pytest.mark.parametrize(
    ("note", "done"),
    [
        ("promised to call them on Monday", "I promised to call you."),
        ("get back to them about the start date", "I promised to get back to you about the start date."),
        ("i said id ask my old boss for a reference", "I promised to ask my old boss for a reference."),
    ],
)
def test_what_i_promised_to_do_is_told_to_whom_i_promised_it(note: str, done: str) -> None:
    assert done in letter_on(note)


def test_a_promise_is_titled_without_how_it_was_noted_and_without_its_day() -> None:
    noted = SKETCH.changed(what="i said i will send menu sample by fri")

    due = only(plan(workbook(interview(), noted), "2026-11-20 16:00").tasks, "promise")

    assert due.title == "Send menu sample"


def test_a_day_that_is_only_in_the_note_stays_in_the_title() -> None:
    noted = SKETCH.changed(what="send references tmrw", by=None)

    assert only(plan(workbook(interview(), noted), "2026-11-20 16:00").tasks, "promise").title == "Send references tmrw"


def test_the_day_of_a_promise_is_told_once() -> None:
    due = only(plan(workbook(interview(), SKETCH), "2026-11-20 16:00").tasks, "promise")

    assert due.timing == "by Tue 24 Nov"
    assert "24" not in due.why
