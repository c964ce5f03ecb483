"""Days of any year and numbers of any size on the forms: taken, or refused by name; never dropped behind a 'Saved.'"""

from datetime import date, time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.application import Application
from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, field, plain
from tests.workflows.evening import debriefed, put, the, workbook


def upcoming(tab: Open, **answers: Any) -> AppTest:
    app = click(tab("main/debrief"), "upcoming")
    usual = {"company": "Northwind", "role": "Data engineer", "date": date(2026, 11, 27), "stage": "technical"}
    return answer(app, **usual | answers)


def test_a_day_of_2009_is_kept(tab: Open, store: Store) -> None:
    click(upcoming(tab, applied_on=date(2009, 5, 1)), "save")

    assert [entry.applied_on for entry in workbook(store).applications] == [date(2009, 5, 1)]


@pytest.mark.parametrize("widget", ["applied_on", "date"])
def test_every_date_field_takes_any_year_that_can_be_typed(tab: Open, widget: str) -> None:
    calendar = field(upcoming(tab), widget)

    assert (calendar.min, calendar.max) == (date.min, date.max)


def test_a_slip_of_the_year_is_shown_at_the_field_and_not_saved(tab: Open, store: Store) -> None:
    app = upcoming(tab, date=date(2206, 11, 27))
    refusal = "‘Date’ can't be 27 Nov 2206. It takes a day from 1 Jan 1950 to 31 Dec 2036."
    assert refusal in plain(app)

    click(app, "save")

    assert workbook(store).interviews == ()
    assert f"{refusal} Everything you typed is kept in the draft." in plain(app)
    assert field(app, "date").value == date(2206, 11, 27)
    click(answer(app, date=date(2026, 11, 27)), "save")
    assert len(workbook(store).interviews) == 1


def test_a_step_with_a_slip_in_it_is_not_left(tab: Open, store: Store) -> None:
    app = tab("main/debrief", new="debrief")
    usual = {"company": "Northwind", "role": "Data engineer", "time": time(14, 0), "stage": "technical"}

    click(answer(app, **usual, date=date(1206, 11, 20)), "next")

    assert field(app, "date").value == date(1206, 11, 20)
    assert "‘Date’ can't be 20 Nov 1206" in plain(app)


def test_a_number_that_is_too_high_is_refused_by_name(tab: Open, store: Store) -> None:
    interview = debriefed(store)
    app = answer(tab("main/journal", debrief=interview.id, part="basics"), minutes=2000)
    refusal = "‘How long was it, in minutes?’ can't be 2000. It takes a number from 0 to 1440."
    assert refusal in plain(app)

    click(app, "save")

    assert the(store, interview.id).minutes is None
    assert f"{refusal} Everything you typed is kept in the draft." in plain(app)
    assert "Saved." not in plain(app)


def test_an_outcome_before_the_interview_is_shown_at_its_day(tab: Open, store: Store) -> None:
    interview = debriefed(store)
    app = tab("main/journal", debrief=interview.id, part="outcome")

    answer(app, outcome="rejected", outcome_on=date(2026, 11, 19))

    assert "can't be 19 Nov 2026. It takes a day from 20 Nov 2026 to 20 Nov 2026." in plain(app)
    click(app, "save")
    assert the(store, interview.id).outcome is None


def test_what_is_in_the_file_already_does_not_bar_another_change(tab: Open, store: Store) -> None:
    put(store, Application(id="ap-1", company="Northwind", role="Apprentice", applied_on=date(1948, 4, 1)))
    app = click(tab("more/applications", application="ap-1"), "edit")

    click(answer(app, role="Engineer"), "save")

    assert [entry.role for entry in workbook(store).applications] == ["Engineer"]


def test_a_task_of_my_own_with_a_slip_of_the_year_is_not_added(tab: Open, store: Store) -> None:
    app = tab("main/follow_up")
    app.text_input(key="own what").set_value("Send the form")
    app.date_input(key="own by").set_value(date(2206, 11, 27))

    next(one for one in app.button if one.label == "Add").click().run()

    assert workbook(store).tasks == ()
    assert "‘Due date (optional)’ can't be 27 Nov 2206" in plain(app)
