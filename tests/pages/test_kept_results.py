"""What is worked out once is never shown when it is old: after a save, an edit from outside, in time, and elsewhere."""

import gc
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import tzlocal

from lib.followup import plan
from lib.practice import queue
from lib.records.setting import Setting
from lib.records.task import Task
from lib.records.vocabulary import Grade
from lib.store import Store
from lib.ui.loading import PLANS
from lib.workflows.entries.practising import Try, grade_try
from lib.workflows.entries.tasks import add_task
from tests.pages.conftest import Open
from tests.pages.screen import plain
from tests.workflows.evening import NOW, from_outside, full_debrief, put, workbook
from tests.workflows.owed import here, met_three

Clock = Callable[[datetime], None]
EIGHT = NOW.replace(hour=20, minute=0)
CALL = Task(id="tk-call", kind="own", subject="Call Mara", due_at=EIGHT, status="open", created_at=NOW)


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Europe/Berlin")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that a plan or a queue is really worked out."""
    worked: list[str] = []
    derive, sitting = plan.plan_of, queue._Planner.queue
    monkeypatch.setattr(plan, "plan_of", lambda *given: [derive(*given), worked.append("plan")][0])
    monkeypatch.setattr(queue._Planner, "queue", lambda planner: [sitting(planner), worked.append("queue")][0])
    PLANS.clear()
    return worked


def test_a_second_visit_computes_nothing_again(tab: Open, store: Store, counted: list[str]) -> None:
    full_debrief(store)
    tab()
    tab()
    tab("more/practice")

    assert sorted(counted) == ["plan", "queue"]


def test_a_visit_ten_minutes_later_needs_no_new_plan(tab: Open, store: Store, at: Clock, counted: list[str]) -> None:
    put(store, CALL)
    tab()
    at(NOW + timedelta(minutes=10))

    assert "By 20:00 today" in plain(tab())
    assert counted.count("plan") == 1


def test_a_task_is_late_when_its_hour_is_past(tab: Open, store: Store, at: Clock) -> None:
    put(store, CALL)
    page = tab()
    assert "By 20:00 today" in plain(page)
    at(EIGHT + timedelta(seconds=1))

    assert "Planned for today" in plain(page.run())


def test_a_new_day_has_its_own_words(tab: Open, store: Store, at: Clock) -> None:
    put(store, CALL)
    page = tab()
    at(NOW + timedelta(days=1))

    assert "Planned for yesterday" in plain(page.run())


def test_a_clock_that_was_set_back_is_followed(tab: Open, store: Store, at: Clock) -> None:
    put(store, CALL)
    at(EIGHT + timedelta(hours=1))
    page = tab()
    assert "Planned for today" in plain(page)
    at(NOW)

    assert "By 20:00 today" in plain(page.run())


def test_what_another_tab_saved_is_there_at_the_next_run(tab: Open, store: Store) -> None:
    put(store, CALL)
    page, other = tab(), tab()
    add_task(store, "Send the form", NOW.date(), "tk-1", here())

    assert all("Send the form" in plain(one.run()) for one in (page, other))


def test_a_task_that_was_changed_in_an_editor_is_shown_as_it_is(tab: Open, store: Store) -> None:
    put(store, CALL)
    page = tab()
    from_outside(store, "tasks.csv", "Call Mara", "Call Nora")

    assert "Call Nora" in plain(page.run())


def test_another_time_zone_in_the_settings_shows_the_hours_of_that_place(tab: Open, store: Store) -> None:
    put(store, CALL, Setting(key="timezone", value="Europe/Berlin"))
    page = tab()
    from_outside(store, "settings.csv", "Europe/Berlin", "Europe/London")

    assert "By 19:00 today" in plain(page.run())


def test_another_time_zone_of_the_machine_shows_the_hours_of_that_place(
    tab: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, CALL)
    page = tab()
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Europe/London")

    assert "By 19:00 today" in plain(page.run())


def test_a_country_that_was_set_moves_the_business_days(tab: Open, store: Store) -> None:
    met_three(store)
    page = tab("main/follow_up")
    assert "Germany" in plain(page)
    from_outside(store, "settings.csv", "DE", "FR")

    assert "France" in plain(page.run())


def test_a_grade_given_in_another_window_takes_its_question_off_the_queue(tab: Open, store: Store) -> None:
    full_debrief(store)
    page = tab("more/practice")
    assert "2 questions to practise now" in plain(page)
    graded(store)

    assert "1 question to practise now" in plain(page.run())


def graded(store: Store, grade: Grade = "easy") -> None:
    hard = next(one for one in workbook(store).questions if one.is_hard)
    grade_try(store, Try(hard.id, "rv-1", NOW, 0), grade, NOW)


def test_questions_that_were_taken_out_from_outside_are_not_in_the_queue(tab: Open, store: Store) -> None:
    full_debrief(store)
    page = tab("more/practice")
    (store.folder / "questions.csv").unlink()

    assert "2 questions to practise" not in plain(page.run())


def test_what_is_due_tomorrow_is_due_tomorrow(tab: Open, store: Store, at: Clock) -> None:
    full_debrief(store)
    graded(store)
    page = tab("more/practice")
    assert "1 question to practise now" in plain(page)
    at(NOW + timedelta(days=60))

    assert "2 questions to practise now" in plain(page.run())


def test_what_did_not_come_is_due_again_a_few_minutes_later(tab: Open, store: Store, at: Clock) -> None:
    full_debrief(store)
    graded(store, "again")
    page = tab("more/practice")
    assert "1 question to practise now" in plain(page)
    at(NOW + timedelta(minutes=2))

    assert "2 questions to practise now" in plain(page.run())


def test_the_garbage_collector_need_not_walk_the_program_and_the_rows_after_each_page(tab: Open) -> None:
    gc.unfreeze()
    tab()
    assert gc.get_freeze_count() > 5 * len(gc.get_objects())
