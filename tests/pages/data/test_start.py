"""The start of Your data: six links on one screen, and the way back from each."""

import pytest

from lib.store import Store
from lib.ui.data.start import EXCEL
from tests.pages.conftest import Open
from tests.pages.routes import views
from tests.pages.screen import click, plain
from tests.workflows.evening import full_debrief

NAMES = {
    "in": "Import",
    "note": "Bring a note",
    "out": "Export",
    "backups": "Backups",
    "check": "Check",
    "erase": "Move or erase",
}


def test_there_is_a_link_to_every_view() -> None:
    assert tuple(NAMES) == views("more/data")


@pytest.mark.parametrize("view", NAMES)
def test_a_link_leads_in_and_the_breadcrumb_leads_back(tab: Open, view: str) -> None:
    app = click(tab("more/data"), f"link {view}")
    assert (app.title[0].value, app.query_params["view"]) == (NAMES[view], view)

    click(app, "crumb 0")
    assert app.title[0].value == "Your data"
    assert "view" not in app.query_params


def test_the_table_for_excel_is_on_the_first_screen_once_there_is_an_interview(tab: Open, store: Store) -> None:
    assert [one.label for one in tab("more/data").get("download_button")] == []
    full_debrief(store)

    app = tab("more/data")
    assert [one.label for one in app.get("download_button")] == [EXCEL]
    assert "one row per interview" in plain(app)


def test_it_shows_how_many_problems_there_are(tab: Open, store: Store) -> None:
    full_debrief(store)
    assert "No problems found" in plain(tab("more/data"))

    with (store.folder / "people.csv").open("a") as file:
        file.write('pe-x,"\n')
    assert "1 problem found" in plain(tab("more/data"))


def test_a_backup_that_is_gone_leads_to_those_that_are_there(tab: Open) -> None:
    app = tab("more/data", backup="20200101T000000000000Z-000")

    assert app.title[0].value == "Backups"
    assert "gone or can't be read" in plain(app)
