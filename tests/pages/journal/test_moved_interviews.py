"""An interview that is moved, cancelled and back on, and a take-home, on the pages that show them."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.interview import Interview
from lib.store import Store
from lib.workflows.drafts.upcoming import mark_not_held
from lib.workflows.entries.tasks import plan_for, snooze_task
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, plain
from tests.workflows.entries.test_take_homes import HERE
from tests.workflows.evening import NOW, edited, scheduled, the, workbook

AHEAD = {"date": "2026-11-25", "time": "10:00"}
TAKE_HOME = {"format": "take_home", "due_on": "2026-11-23", "time": ""}


def page_of(tab: Open, interview: Interview) -> AppTest:
    return tab("main/journal", debrief=interview.id)


def test_move_it_opens_the_day_and_time_alone_and_the_page_shows_when_it_was_to_be(tab: Open, store: Store) -> None:
    interview = scheduled(store, **AHEAD)
    app = click(page_of(tab, interview), "move")
    assert [field.label for field in (*app.date_input, *app.time_input)] == ["Date", "Start time"]
    assert not app.text_input

    answer(app, date=date(2026, 11, 26))
    click(app, "save")

    assert "Moved from Wed 25 Nov, 10:00" in plain(app)
    there = tab("more/applications", application=interview.application_id)
    assert "Moved from Wed 25 Nov, 10:00" in plain(there)


def test_a_cancelled_interview_is_put_back_on_with_one_form(tab: Open, store: Store) -> None:
    interview = scheduled(store, **AHEAD)
    mark_not_held(store, interview.id, "cancelled", NOW)
    app = click(page_of(tab, interview), "back on")

    answer(app, date=date(2026, 11, 18))
    assert "That day has passed. Choose the new day." in plain(app)
    click(app, "save")
    assert the(store, interview.id).state == "cancelled"

    answer(app, date=date(2026, 12, 2))
    click(app, "save")
    assert (the(store, interview.id).state, len(workbook(store).interviews)) == ("scheduled", 1)


def test_back_on_for_the_same_day_is_reported_as_saved(tab: Open, store: Store) -> None:
    interview = scheduled(store, **AHEAD)
    mark_not_held(store, interview.id, "cancelled", NOW)

    app = click(click(page_of(tab, interview), "back on"), "save")

    assert the(store, interview.id).state == "scheduled"
    assert "Nothing was changed" not in plain(app)


def test_a_due_date_before_the_day_it_is_given_is_refused_at_the_field_and_nothing_is_lost(
    tab: Open, store: Store
) -> None:
    app = tab("main/debrief", new="upcoming")
    answer(app, company="Northwind", role="Analyst", date=date(2026, 11, 25), stage="technical")
    answer(app, format="take_home")
    answer(app, due_on=date(2026, 11, 24), place="Leeds")

    assert "It can't be due before the day you get it." in plain(app)
    click(app, "save")
    assert workbook(store).interviews == ()

    answer(app, due_on=date(2026, 11, 27))
    click(app, "save")
    [interview] = workbook(store).interviews
    assert (interview.due_on, interview.place) == (date(2026, 11, 27), "Leeds")


def test_a_take_home_is_on_today_until_one_click_marks_it_as_handed_in(tab: Open, store: Store) -> None:
    interview = scheduled(store, **TAKE_HOME)
    app = tab()
    assert "Hand in the take-home for Northwind" in plain(app)

    click(app, next(str(one.key) for one in app.button if one.label == "I handed it in"))

    assert the(store, interview.id).handed_in_on == NOW.date()
    assert "Hand in the take-home" not in plain(app)
    assert "handed in today" in plain(page_of(tab, interview))


def test_the_interviews_page_hands_it_in_too_and_the_day_can_be_edited(tab: Open, store: Store) -> None:
    interview = scheduled(store, **TAKE_HOME)
    app = page_of(tab, interview)
    [once] = [str(one.key) for one in app.button if one.label == "I handed it in"]
    click(app, once)
    assert the(store, interview.id).handed_in_on == NOW.date()

    click(app, "edit basics")
    answer(app, handed_in_on=date(2026, 11, 19))
    assert "It can't be handed in before the day you get it." in plain(app)


def test_a_snoozed_take_home_can_still_be_handed_in_on_its_page(tab: Open, store: Store) -> None:
    interview = scheduled(store, **TAKE_HOME)
    [due] = [due for due in plan_for(workbook(store), [], HERE).open_tasks if due.kind == "hand_in"]
    snooze_task(store, due.id, date(2026, 11, 22), HERE)

    click(page_of(tab, interview), "hand in")

    assert the(store, interview.id).handed_in_on == NOW.date()


def test_the_list_of_applications_shows_when_a_take_home_is_due(tab: Open, store: Store) -> None:
    scheduled(store, **TAKE_HOME)

    assert "Due in 3 days" in plain(tab("more/applications"))


def test_an_outcome_from_before_the_interview_is_refused_at_the_field(tab: Open) -> None:
    app = tab("main/debrief", new="debrief")
    answer(app, date=date(2026, 11, 18), outcome="rejected")
    answer(app, outcome_on=date(2026, 11, 17))

    assert "The outcome is dated before the interview." in plain(app)


@pytest.mark.parametrize("link", ["https://meet.example/abc", "javascript:alert(1)", "020 7946 0000"])
def test_only_an_address_of_the_web_becomes_a_link(tab: Open, store: Store, link: str) -> None:
    interview = edited(store, scheduled(store, **AHEAD), "basics", {"link": link})
    app = page_of(tab, interview)

    urls = [one.proto.url for one in app.get("link_button")]
    assert urls == ([link] if link.startswith("https") else [])
    assert urls or link.replace(":", "") in plain(app).replace("\\", "").replace(":", "").replace("\u2060", "")
