"""A private note that names the day of the next interview: the saved debrief leads to its form."""

from datetime import date, time

import pytest

from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import click, field, keys, plain
from tests.workflows.evening import debriefed, scheduled

NOTE = "the parking was odd\nsecond round Thursday 10am w/ the CFO"
NEXT = "next interview"


def test_its_day_and_time_are_filled_in(tab: Open, store: Store) -> None:
    app = tab("main/debrief", debrief=debriefed(store, notes=NOTE).id)
    assert "Your note names the next interview: Thursday 26 November, 10:00" in plain(app)

    click(app, NEXT)
    assert (field(app, "date").value, field(app, "time").value) == (date(2026, 11, 26), time(10))


@pytest.mark.parametrize(
    "note",
    ["half a day on site Thursday 8am", "trial shift - Thursday 26 Nov 8:00", "Next: trial day, Thursday at 8am"],
)
def test_a_trial_day_is_offered_with_its_day_and_type(tab: Open, store: Store, note: str) -> None:
    app = tab("main/debrief", debrief=debriefed(store, notes=note).id)
    assert "Your note names the trial day: Thursday 26 November, 08:00" in plain(app)

    click(app, NEXT)
    assert (field(app, "date").value, field(app, "stage").value) == (date(2026, 11, 26), "trial_day")


@pytest.mark.parametrize("note", ["they call on Thursday about the trial shift", "trial day within two weeks"])
def test_a_day_that_is_not_the_trial_days_offers_none(tab: Open, store: Store, note: str) -> None:
    assert NEXT not in keys(tab("main/debrief", debrief=debriefed(store, notes=note).id))


@pytest.mark.parametrize("note", ["Ambulance control interview thu 2pm", "half a day on site with the crew"])
def test_the_title_of_the_note_and_a_length_are_no_next_interview(tab: Open, store: Store, note: str) -> None:
    assert NEXT not in keys(tab("main/debrief", debrief=debriefed(store, notes=note).id))


def test_it_is_not_offered_once_it_is_in_the_calendar(tab: Open, store: Store) -> None:
    interview = debriefed(store, notes=NOTE)
    scheduled(store, application=interview.application_id, date="2026-11-26", time="10:00", stage="panel")
    assert NEXT not in keys(tab("main/debrief", debrief=interview.id))


def test_a_note_without_such_a_day_offers_nothing(tab: Open, store: Store) -> None:
    interview = debriefed(store, notes="second round, they let me know by Thursday")
    assert NEXT not in keys(tab("main/debrief", debrief=interview.id))
