"""A take-home from the day on which it is given to the day on which it is handed in."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from lib.dates import DAY_FIRST
from lib.records.interview import Interview
from lib.store import Store
from lib.workflows.entries.take_homes import hand_in
from lib.workflows.entries.tasks import LocalTime, plan_for, reopen_task
from lib.workflows.errors import Incomplete
from tests.workflows.evening import NEXT_EVENING, NOW, edited, scheduled, the, workbook

HERE = LocalTime(NOW, ZoneInfo("Europe/Berlin"), "DE", dates=DAY_FIRST)
GIVEN = {"format": "take_home", "due_on": "2026-11-24", "time": ""}


def take_home(store: Store, **answers: Any) -> Interview:
    return scheduled(store, **{**GIVEN, **answers})


def asked(store: Store) -> list[str]:
    return [due.kind for due in plan_for(workbook(store), [], HERE).open_tasks if due.kind in ("hand_in", "debrief")]


def test_what_is_known_in_advance_is_kept_with_the_interview(store: Store) -> None:
    interview = scheduled(
        store, format="in_person", planned_minutes="45", link="https://meet.example/x", place="Hall 2, Leeds"
    )

    assert (interview.format, interview.planned_minutes, interview.minutes) == ("in_person", 45, None)
    assert (interview.link, interview.place) == ("https://meet.example/x", "Hall 2, Leeds")


def test_a_due_date_belongs_to_a_take_home_alone(store: Store) -> None:
    assert take_home(store).due_on == date(2026, 11, 24)
    assert take_home(store, format="video", role="Other").due_on is None


def test_due_before_the_day_it_is_given_is_refused_in_a_sentence(store: Store) -> None:
    with pytest.raises(Incomplete, match="can't be due before the day you get it"):
        take_home(store, due_on="2026-11-19")

    assert workbook(store).interviews == ()


@pytest.mark.parametrize(
    ("field", "day", "says"),
    [
        ("due_on", "2026-11-19", "can't be due before"),
        ("handed_in_on", "2026-11-19", "can't be handed in before"),
        ("handed_in_on", "2026-11-29", "handed it in after today"),
    ],
)
def test_days_that_contradict_each_other_are_refused_when_it_is_edited(
    store: Store, field: str, day: str, says: str
) -> None:
    interview = take_home(store)

    with pytest.raises(Incomplete, match=says):
        edited(store, interview, "basics", {field: day})

    assert the(store, interview.id) == interview


def test_one_click_hands_it_in_today_and_the_debrief_is_asked_for(store: Store) -> None:
    interview = take_home(store)
    before = asked(store)

    hand_in(store, interview.id, HERE)

    assert the(store, interview.id).handed_in_on == NOW.date()
    assert (before, "hand_in" in asked(store)) == (["hand_in"], False)
    assert [row.kind for row in workbook(store).tasks if row.status == "done"] == ["hand_in"]


def test_handing_it_in_twice_changes_nothing(store: Store) -> None:
    interview = take_home(store)
    hand_in(store, interview.id, HERE)

    assert hand_in(store, interview.id, LocalTime(NEXT_EVENING, HERE.zone, dates=DAY_FIRST)) is None
    assert the(store, interview.id).handed_in_on == NOW.date()


def test_handing_it_in_can_be_undone(store: Store) -> None:
    interview = take_home(store)
    receipt = hand_in(store, interview.id, HERE)
    assert receipt

    store.undo(receipt.id, NOW)

    assert (the(store, interview.id).handed_in_on, asked(store)) == (None, ["hand_in"])


def test_a_task_that_is_opened_again_isnt_handed_in_any_more(store: Store) -> None:
    interview = take_home(store)
    hand_in(store, interview.id, HERE)
    [row] = workbook(store).tasks

    reopen_task(store, row.id, HERE)

    assert (the(store, interview.id).handed_in_on, asked(store)) == (None, ["hand_in"])


def test_the_day_of_handing_in_can_be_corrected_and_taken_back(store: Store) -> None:
    interview = take_home(store)
    hand_in(store, interview.id, HERE)

    corrected = edited(store, interview, "basics", {"handed_in_on": "2026-11-21"}, seed=4)
    assert corrected.handed_in_on == date(2026, 11, 21)

    edited(store, interview, "basics", {"handed_in_on": ""}, seed=5)
    assert (the(store, interview.id).handed_in_on, asked(store)) == (None, ["hand_in"])


def test_a_new_due_date_is_what_the_task_goes_by(store: Store) -> None:
    interview = take_home(store)

    edited(store, interview, "basics", {"due_on": "2026-11-27"})

    [due] = [due for due in plan_for(workbook(store), [], HERE).open_tasks if due.kind == "hand_in"]
    assert due.due_at == date(2026, 11, 27)
