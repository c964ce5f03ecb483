"""Done, put off, let go, taken up again, and added: what each leaves, and that each can be taken back."""

import errno
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from lib.followup.derived_task import task_id
from lib.records.application import Application
from lib.store import ReadOnly, Receipt, Store, disk
from lib.workflows.entries.tasks import (
    LocalTime,
    add_task,
    dismiss_task,
    dismiss_tasks,
    finish_task,
    reopen_task,
    snooze_task,
)
from lib.workflows.errors import Gone, Incomplete
from tests.day_first import save_debrief
from tests.workflows.evening import NOW, WHICH, ZONE, debrief_draft, new_server, scheduled, workbook
from tests.workflows.owed import here, later, message, met_three, owed, plan, put_all, reference_who_agreed, row, titles

THANK = "Thank Priya Raman"
TOMORROW = date(2026, 11, 21)

Verb = Callable[[Store, str], Receipt | None]
WAYS: dict[str, Verb] = {
    "done": lambda store, owed_id: finish_task(store, owed_id, here()),
    "dropped": lambda store, owed_id: dismiss_task(store, owed_id, here()),
    "snoozed": lambda store, owed_id: snooze_task(store, owed_id, TOMORROW, here()),
}


@pytest.mark.parametrize("status", WAYS)
def test_a_task_that_was_dealt_with_is_no_longer_open_and_its_row_shows_how(store: Store, status: str) -> None:
    met_three(store)
    due = owed(store, THANK)
    WAYS[status](store, due.id)
    assert THANK not in titles(store)
    assert row(store, due.id).status == status


@pytest.mark.parametrize("status", WAYS)
def test_what_was_done_with_a_task_can_be_undone_and_leaves_no_row(store: Store, status: str) -> None:
    met_three(store)
    due = owed(store, THANK)
    receipt = WAYS[status](store, due.id)
    assert receipt
    store.undo(receipt.id, NOW)
    assert THANK in titles(store)
    assert workbook(store).tasks == ()


@pytest.mark.parametrize("status", WAYS)
def test_a_reopened_task_is_open_and_that_can_be_undone_too(store: Store, status: str) -> None:
    met_three(store)
    due = owed(store, THANK)
    WAYS[status](store, due.id)
    receipt = reopen_task(store, due.id, here())
    assert THANK in titles(store)
    store.undo(receipt.id, NOW)
    assert THANK not in titles(store)


def test_a_snoozed_task_is_back_on_its_day(store: Store) -> None:
    met_three(store)
    snooze_task(store, owed(store, THANK).id, date(2026, 11, 23), here())
    assert THANK not in titles(store, later(days=2))
    assert THANK in titles(store, later(days=3))


@pytest.mark.parametrize("until", [NOW.date(), NOW.date() - timedelta(days=1), date.min])
def test_a_task_is_snoozed_to_a_day_ahead_only(store: Store, until: date) -> None:
    met_three(store)
    with pytest.raises(Incomplete, match="isn't in the future"):
        snooze_task(store, owed(store, THANK).id, until, here())
    assert workbook(store).tasks == ()


def test_done_twice_from_two_tabs_leaves_one_row_the_first(store: Store) -> None:
    met_three(store)
    due = owed(store, THANK)
    assert finish_task(store, due.id, here()) is not None
    assert finish_task(store, due.id, later(minutes=5)) is None
    assert dismiss_task(store, due.id, later(minutes=6)) is None
    assert [(task.status, task.done_at) for task in workbook(store).tasks] == [("done", NOW)]


def test_a_task_that_nothing_owes_is_gone(store: Store) -> None:
    with pytest.raises(Gone):
        finish_task(store, "tk-nothing", here())
    with pytest.raises(Gone):
        reopen_task(store, "tk-nothing", here())


def test_a_promise_done_is_a_promise_kept_f4(store: Store) -> None:
    met_three(store, promise="Send the link", promise_by="2026-11-23")
    finish_task(store, owed(store, "Send the link").id, here())
    assert [promise.kept_on for promise in workbook(store).promises] == [NOW.date()]


def test_a_reopened_promise_is_open_again(store: Store) -> None:
    met_three(store, promise="Send the link", promise_by="2026-11-23")
    due = owed(store, "Send the link")
    finish_task(store, due.id, here())
    reopen_task(store, due.id, later(days=1))
    assert [promise.kept_on for promise in workbook(store).promises] == [None]
    assert "Send the link" in titles(store)


def test_undo_of_a_promise_done_takes_back_that_it_was_kept(store: Store) -> None:
    met_three(store, promise="Send the link")
    receipt = finish_task(store, owed(store, "Send the link").id, here())
    assert receipt
    store.undo(receipt.id, NOW)
    assert [promise.kept_on for promise in workbook(store).promises] == [None]


@pytest.fixture
def reference(store: Store) -> Store:
    return reference_who_agreed(store, next_step="references")


def test_a_briefing_done_is_dated_in_the_register_r2(reference: Store) -> None:
    finish_task(reference, owed(reference, "Tell Tom Baker what to expect").id, here())
    assert [ask.briefed_on for ask in workbook(reference).asks] == [NOW.date()]


def test_a_reopened_briefing_has_no_date(reference: Store) -> None:
    due = owed(reference, "Tell Tom Baker what to expect")
    finish_task(reference, due.id, here())
    reopen_task(reference, due.id, here())
    assert [ask.briefed_on for ask in workbook(reference).asks] == [None]
    assert "Tell Tom Baker what to expect" in titles(reference)


def test_a_date_that_was_entered_by_hand_stays_when_the_task_is_reopened(reference: Store) -> None:
    due = owed(reference, "Tell Tom Baker what to expect")
    finish_task(reference, due.id, here())
    (ask,) = workbook(reference).asks
    put_all(reference, ask.changed(briefed_on=date(2026, 11, 19)))
    reopen_task(reference, due.id, here())
    assert [entry.briefed_on for entry in workbook(reference).asks] == [date(2026, 11, 19)]


def test_thanks_are_due_to_a_person_named_only_in_a_draft_t1(store: Store) -> None:
    debrief_draft(store, {**WHICH, "people.pe-one.name": "Priya Raman"})
    due = owed(store, THANK)
    assert due.due_at == datetime(2026, 11, 20, 20, 0, tzinfo=ZONE)


def test_the_task_of_a_person_in_a_draft_is_the_same_one_after_the_save(store: Store) -> None:
    draft = debrief_draft(store, {**WHICH, "people.pe-one.name": "Priya Raman"})
    before = owed(store, THANK).id
    save_debrief(store, draft, NOW, ZONE)
    assert owed(store, THANK).id == before


def test_a_title_typed_behind_the_name_is_no_part_of_whom_to_thank(store: Store) -> None:
    debrief_draft(store, {**WHICH, "people.pe-one.name": "Denise Okafor, service manager"})
    assert owed(store, "Thank Denise Okafor").title == "Thank Denise Okafor"


def test_a_person_known_already_is_the_same_one_in_a_draft(store: Store) -> None:
    met_three(store)
    finish_task(store, owed(store, THANK).id, here())
    draft = debrief_draft(store, {**WHICH, "stage": "final", "people.pe-new.name": "priya raman"}, seed=7)
    before = owed(store, THANK)
    save_debrief(store, draft, NOW, ZONE)
    assert owed(store, THANK).id == before.id
    assert before.person_id in {person.id for person in workbook(store).people}


def test_the_draft_of_an_expected_interview_keeps_its_application(store: Store) -> None:
    interview = scheduled(store, people_names="")
    draft = debrief_draft(store, {**WHICH, "people.pe-one.name": "Priya Raman"}, interview.id)
    before = owed(store, THANK)
    save_debrief(store, draft, NOW, ZONE)
    assert owed(store, THANK).id == before.id


def test_a_draft_without_a_day_or_without_names_owes_nothing(store: Store) -> None:
    debrief_draft(store, {"company": "Northwind", "people.pe-one.name": "Priya Raman", "date": ""})
    debrief_draft(store, {**WHICH, "people.pe-one.name": " "}, seed=5)
    assert [title for title in titles(store) if title.startswith("Thank")] == []


@pytest.mark.parametrize("name", ['O"Neil, Jr.', "مريم الخطيب", "=1+1", "<b>x</b>", "Ann\u202eann"])
def test_names_of_all_kinds_are_thanked_and_settled(store: Store, name: str) -> None:
    met_three(store, **{"people.pe-1.name": name})
    due = owed(store, f"Thank {name}")
    finish_task(store, due.id, here())
    assert row(store, due.id).status == "done"
    assert f"Thank {name}" not in titles(store)


def test_a_task_that_i_added_is_in_the_list_with_its_day(store: Store) -> None:
    add_task(store, "  Print the portfolio ", date(2026, 11, 24), "one", here())
    due = owed(store, "Print the portfolio")
    assert (due.kind, due.due_at) == ("own", date(2026, 11, 24))


def test_a_task_that_i_added_is_done_snoozed_and_dismissed_like_any_other(store: Store) -> None:
    for number, verb in enumerate(WAYS.values()):
        add_task(store, f"Thing {number}", None, str(number), here())
        verb(store, owed(store, f"Thing {number}").id)
    assert titles(store) == []


def test_the_same_own_task_from_two_clicks_is_there_once(store: Store) -> None:
    add_task(store, "Print it", None, "one", here())
    add_task(store, "Print it", None, "one", here())
    assert titles(store) == ["Print it"]


@pytest.mark.parametrize("words", ["", "  \n ", "half \ud800"])
def test_a_task_without_words_that_can_be_kept_is_refused(store: Store, words: str) -> None:
    with pytest.raises(Incomplete):
        add_task(store, words, None, "one", here())
    assert workbook(store).tasks == ()


def test_after_days_away_several_tasks_go_at_once_and_one_undo_brings_all_back(store: Store) -> None:
    met_three(store)
    ids = [due.id for due in plan(store).tasks if due.kind == "thank_you"]
    receipt = dismiss_tasks(store, [*ids, "tk-nothing"], here())
    assert [task.status for task in workbook(store).tasks] == ["dropped"] * 3
    store.undo(receipt.id, NOW)
    assert len([title for title in titles(store) if title.startswith("Thank")]) == 3


def begun(store: Store) -> str:
    """A message with the person's own words, not sent."""
    return message(store, THANK, body_email="Words of my own", channel="email").record_id


@pytest.mark.parametrize("verb", [finish_task, dismiss_task])
def test_a_message_begun_goes_with_its_task_and_its_words_stay_on_the_row(
    store: Store, verb: Callable[[Store, str, LocalTime], Receipt | None]
) -> None:
    met_three(store)
    verb(store, begun(store), here())
    assert store.drafts.list() == ()
    assert [task.body for task in workbook(store).tasks] == ["Words of my own"]


@pytest.mark.parametrize("verb", [finish_task, dismiss_task])
def test_undo_brings_the_words_of_a_message_begun_back(
    store: Store, verb: Callable[[Store, str, LocalTime], Receipt | None]
) -> None:
    met_three(store)
    receipt = verb(store, begun(store), here())
    assert receipt
    store.undo(receipt.id, NOW)
    assert message(store, THANK).values["body_email"] == "Words of my own"


def test_messages_begun_go_with_the_tasks_let_go_after_days_away(store: Store) -> None:
    met_three(store)
    receipt = dismiss_tasks(store, [begun(store)], here())
    assert store.drafts.list() == ()
    store.undo(receipt.id, NOW)
    assert message(store, THANK).values["body_email"] == "Words of my own"


def test_a_message_begun_again_after_an_undo_goes_again(store: Store) -> None:
    met_three(store)
    for _ in range(2):
        new_server()
        receipt = dismiss_task(store, begun(store), here())
        assert receipt
        assert not receipt.repeated
        store.undo(receipt.id, NOW)
    assert store.drafts.list() == ()


def test_a_task_id_is_the_same_on_every_visit_and_another_for_everyone() -> None:
    one = task_id("thank_you", "ap-1", "iv-1", "pe-1")
    assert one == "tk-" + one[3:] == task_id("thank_you", "ap-1", "iv-1", "pe-1")
    assert one != task_id("thank_you", "ap-1", "iv-1", "pe-2")


def test_an_application_alone_owes_nothing(store: Store) -> None:
    put_all(store, Application(id="ap-1", company="Northwind", role="Analyst", status="applied"))
    assert titles(store) == []


def test_a_task_whose_file_cannot_be_read_for_a_moment_is_not_called_gone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    met_three(store)
    due = owed(store, THANK)

    def busy(path: Path) -> bytes | None:
        if path.name == "conversations.csv":
            raise OSError(errno.EBUSY, "Device or resource busy")
        return whole(path)

    whole = disk.read
    monkeypatch.setattr(disk, "read", busy)
    with pytest.raises(ReadOnly, match=r"conversations\.csv"):
        finish_task(store, due.id, here())
