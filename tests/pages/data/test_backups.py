"""The backups on the page Your data: listed, opened beside now, an entry or all of it taken back."""

import re
from datetime import date, timedelta

import pytest

from lib.dates import DAY_FIRST
from lib.records.interview import Interview
from lib.store import Store
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.entries.preferences import set_setting
from lib.workflows.repairing.looking_back import look_back
from tests.pages.conftest import Open
from tests.pages.screen import click, keys, plain
from tests.workflows.evening import NOW, edited, from_outside, full_debrief, put, the, workbook

EARLIER = NOW - timedelta(days=1, hours=2)


@pytest.fixture
def interview(store: Store) -> Interview:
    set_setting(store, "timezone", "Europe/Berlin", NOW)
    return full_debrief(store)


@pytest.fixture
def backup(store: Store, interview: Interview) -> str:
    return store.backups.make("Before an import", EARLIER).id


def test_each_backup_is_listed_with_its_day_its_reason_and_its_size(tab: Open, backup: str) -> None:
    page = plain(tab("more/data", view="backups"))

    assert "Yesterday, 17:00" in page
    assert "Before an import · " in page
    assert " kB" in page


def test_an_open_backup_shows_what_differs_from_now(tab: Open, store: Store, interview: Interview, backup: str) -> None:
    full_debrief(store, seed=4, company="Contoso")
    edited(store, interview, "lesson", {"lesson": "Breathe *first*."})

    page = plain(click(tab("more/data", view="backups"), f"open {backup}"))

    assert "As of yesterday, 17:00" in page
    assert re.search("Northwind, .*20 November", page)
    assert "Breathe *first*." in page
    assert "The debrief of Contoso" in page


def test_days_that_differ_have_the_order_of_the_settings(
    tab: Open, store: Store, interview: Interview, backup: str
) -> None:
    set_setting(store, "country", "US", NOW)
    put(store, the(store, interview.id).changed(reply_by=date(2026, 12, 1)))

    page = plain(tab("more/data", view="backups", backup=backup))

    assert ("Dec 1, 2026" in page, "2026-12-01" in page) == (True, False)


def test_a_deleted_debrief_is_taken_back_and_that_is_undone(
    tab: Open, store: Store, interview: Interview, backup: str
) -> None:
    delete_debrief(store, interview.id, NOW)

    app = click(tab("more/data", view="backups", backup=backup), f"take interviews.csv {interview.id}")

    assert the(store, interview.id) == interview
    next(button for button in app.button if button.label == "Undo").click().run()
    assert workbook(store).interviews == ()


def test_an_entry_of_now_can_not_be_taken_back(tab: Open, store: Store, backup: str) -> None:
    other = full_debrief(store, seed=4, company="Contoso")

    app = tab("more/data", view="backups", backup=backup)

    assert f"take interviews.csv {other.id}" not in [button.key for button in app.button]
    assert look_back(store, store.load(), backup, NOW.date(), dates=DAY_FIRST).sentence in plain(app)


def test_all_of_it_is_put_back_and_that_is_undone(tab: Open, store: Store, interview: Interview, backup: str) -> None:
    other = full_debrief(store, seed=4, company="Contoso")

    app = click(tab("more/data", view="backups", backup=backup), "yes restore")

    assert [entry.id for entry in workbook(store).interviews] == [interview.id]
    next(button for button in app.button if button.label == "Undo").click().run()
    assert [entry.id for entry in workbook(store).interviews] == [interview.id, other.id]


def test_a_backup_that_was_thinned_out_is_reported_as_gone(tab: Open, backup: str) -> None:
    page = tab("more/data", view="backups", backup="20200101T000000000000Z-000")

    assert len(page.info) == 1
    assert f"open {backup}" in keys(page)


def test_a_damaged_backup_is_reported_and_nothing_else_breaks(tab: Open, store: Store, backup: str) -> None:
    (path,) = [found for found in store.home.rglob("*.zip") if backup in found.name]
    app = tab("more/data", view="backups")
    path.write_bytes(path.read_bytes()[:-30])

    app = click(app, f"open {backup}")

    assert len(app.info) == 1


def test_an_entry_that_cannot_be_read_now_is_not_called_gone_for_good(
    tab: Open, store: Store, interview: Interview, backup: str
) -> None:
    from_outside(store, "interviews.csv", '"technical"', '"tecnical"')

    app = tab("more/data", view="backups", backup=backup)

    assert "Northwind" in plain(app)
    assert f"take interviews.csv {interview.id}" not in [button.key for button in app.button]
