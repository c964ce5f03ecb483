"""A spreadsheet saved an older copy of a file: every page tells what it overwrote, and one click brings it back."""

import pytest

from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import click, keys, plain
from tests.store.damage import READ_ONLY
from tests.workflows.evening import full_debrief, workbook

KEY = "bring back overwritten"


@pytest.fixture
def stale(store: Store) -> None:
    """A debrief of Northwind, the file opened, one of Contoso, and the file saved as it was opened."""
    full_debrief(store)
    path = store.folder / "interviews.csv"
    opened = path.read_bytes()
    full_debrief(store, seed=2, company="Contoso", date="2026-11-12")
    path.write_bytes(opened)


@pytest.mark.usefixtures("stale")
def test_what_was_overwritten_is_named_on_a_page_and_brought_back_with_one_click(tab: Open, store: Store) -> None:
    app = tab("main/journal")
    assert "The debrief of Contoso, Thursday 12 November is missing" in plain(app)
    assert len(workbook(store).interviews) == 1
    assert "on your files" not in plain(app), "questions of what is missing are a second complaint of the same"

    click(app, KEY)

    assert len(workbook(store).interviews) == 2
    assert KEY not in keys(app)
    next(button for button in app.button if button.label == "Undo").click().run()
    assert len(workbook(store).interviews) == 1
    assert KEY not in keys(app)


@pytest.mark.usefixtures("stale")
def test_what_is_right_as_it_is_is_said_no_more(tab: Open, store: Store) -> None:
    app = click(tab(), "leave overwritten")
    assert KEY not in keys(app)
    assert len(workbook(store).interviews) == 1
    assert KEY not in keys(tab("main/progress"))


@pytest.mark.usefixtures("stale")
def test_a_file_that_cannot_be_read_is_repaired_first(tab: Open, store: Store) -> None:
    READ_ONLY["a quote that is not closed"](store.folder / "questions.csv")
    app = tab()
    assert "Read-only" in plain(app)
    assert KEY not in keys(app)
