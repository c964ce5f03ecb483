"""An interview in another time zone, on the forms and wherever its time is shown."""

from dataclasses import replace
from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.setting import Setting
from lib.store import Store
from tests.day_first import markdown
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, field, plain
from tests.workflows.evening import NOW, ZONE, put, workbook


@pytest.fixture(autouse=True)
def _in_berlin(store: Store) -> None:
    put(store, Setting(key="timezone", value="Europe/Berlin"))


def upcoming(tab: Open) -> AppTest:
    app = click(tab("main/debrief"), "upcoming")
    return answer(
        app, company="Northwind", role="Data engineer", date=date(2026, 11, 21), time=time(9, 0), stage="technical"
    )


def moved_to(store: Store, zone: str) -> None:
    put(store, Setting(key="timezone", value=zone))


def when(store: Store) -> tuple[str, str]:
    (interview,) = workbook(store).interviews
    cells = interview.cells()
    return cells["held_at"], cells["zone"]


def test_an_interview_at_9_in_new_york_is_entered_as_such_and_shown_at_15_in_berlin(tab: Open, store: Store) -> None:
    app = answer(upcoming(tab), zone="America/New_York")
    assert "09:00 New York is 15:00 your time." in plain(app)
    click(app, "save")
    assert when(store) == ("2026-11-21T09:00:00-05:00", "America/New_York")

    (interview,) = workbook(store).interviews
    both = "tomorrow, 09:00 New York, 15:00 your time"
    assert "tomorrow, 15:00" in plain(tab("main/today"))
    assert both in plain(tab("main/journal", debrief=interview.id))
    assert f"T{both[1:]}" in plain(tab("more/applications", application=interview.application_id))
    assert "Tomorrow at 09:00 New York, 15:00 your time" in plain(tab("main/today", sheet=interview.id))
    assert "09:00 New York, 15:00 my time" in markdown(workbook(store), [interview], ZONE).decode()


def test_a_city_that_names_no_zone_is_taken_for_the_zone_that_it_is_in(tab: Open, store: Store) -> None:
    app = answer(upcoming(tab), zone="San Francisco")

    assert field(app, "zone").value == "America/Los_Angeles"
    assert "Time zone: Los Angeles" in plain(app)
    click(app, "save")
    assert when(store) == ("2026-11-21T09:00:00-08:00", "America/Los_Angeles")


def test_a_zone_that_does_not_exist_is_shown_at_the_field_and_loses_nothing(tab: Open, store: Store) -> None:
    upcoming(tab)
    (draft,) = store.drafts.list()
    store.drafts.save(replace(draft, values={**draft.values, "zone": "Gotham"}), NOW)
    app = tab("main/debrief", draft=draft.id)
    assert "There's no time zone called ‘Gotham’." in plain(app)

    click(app, "save")

    assert workbook(store).interviews == ()
    assert field(app, "zone").value == "Gotham"
    assert field(app, "company").value == "Northwind"
    click(answer(app, zone="Asia/Tokyo"), "save")
    assert when(store)[1] == "Asia/Tokyo"


def test_a_time_typed_before_a_journey_keeps_its_instant_when_it_is_saved_after_it(tab: Open, store: Store) -> None:
    app = upcoming(tab)
    moved_to(store, "Asia/Tokyo")
    app.run()

    assert "Time zone: as noted, UTC+1" in plain(app)
    click(app, "save")

    assert when(store) == ("2026-11-21T09:00:00+01:00", "")


def test_the_basics_of_a_debrief_noted_before_a_journey_are_edited_without_moving_it(tab: Open, store: Store) -> None:
    click(upcoming(tab), "save")
    moved_to(store, "Asia/Tokyo")
    (interview,) = workbook(store).interviews
    app = tab("main/journal", debrief=interview.id, part="basics")
    assert "09:00 UTC+1 is 17:00 your time." in plain(app)

    click(answer(app, stage="panel"), "save")

    assert workbook(store).interviews[0].stage == "panel"
    assert when(store) == ("2026-11-21T09:00:00+01:00", "")


def test_a_zone_can_be_given_to_a_debrief_that_is_saved(tab: Open, store: Store) -> None:
    click(upcoming(tab), "save")
    (interview,) = workbook(store).interviews

    click(answer(tab("main/journal", debrief=interview.id, part="basics"), zone="America/New_York"), "save")

    assert when(store) == ("2026-11-21T09:00:00-05:00", "America/New_York")


def test_a_night_without_that_hour_is_shown_at_the_field(tab: Open) -> None:
    app = answer(upcoming(tab), date=date(2027, 3, 28), time=time(2, 30))

    assert "The clocks go forward that night and skip 02:30. It's kept as 03:30." in plain(app)


def test_a_setting_that_is_no_zone_is_reported_and_can_be_changed(tab: Open, store: Store) -> None:
    moved_to(store, "Gotham/East")
    app = tab("more/settings")
    assert "There's no time zone called ‘Gotham/East’, so this computer's is used." in plain(app)

    app.selectbox(key="timezone").set_value("Asia/Tokyo").run()

    assert workbook(store).setting("timezone") == "Asia/Tokyo"
