"""Moving, bringing up to date and erasing on the page Your data: announced exactly, and done as announced."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.interview import Interview
from lib.store import Store, choose_folder, chosen_folder
from lib.store.moving import refusal
from lib.workflows.repairing.folder_maintenance import WORD, pending_migration, sentences
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, plain, problem
from tests.workflows.evening import NOW, from_outside, full_debrief, workbook


@pytest.fixture
def interview(store: Store) -> Interview:
    """A debrief, a draft, a backup, and a file of the person's own."""
    interview = full_debrief(store)
    store.backups.make("By hand", NOW)
    (store.folder / "letter.odt").write_bytes(b"mine")
    return interview


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception[0].message


def fields(app: AppTest) -> set[str]:
    return {str(one.key) for one in app.main.text_input}


def files(store: Store) -> list[str]:
    root = store.folder.parent
    found = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    return sorted(name for name in found if "/locks/" not in name)


def test_what_erasing_takes_is_shown_in_numbers_and_what_stays_by_name(
    tab: Open, store: Store, interview: Interview
) -> None:
    answer(tab("main/debrief", new="debrief"), company="Contoso")

    page = plain(tab("more/data", view="erase"))

    tables, said = len(list(store.folder.glob("*.csv"))), sentences(store.inventory())
    assert [line.split()[0] for line in said] == [str(tables), "1", "1"]
    assert [line for line in said if line not in page] == []
    assert "letter.odt" in page


def test_without_the_word_nothing_is_erased(tab: Open, store: Store, interview: Interview) -> None:
    app = tab("more/data", view="erase")
    before = files(store)
    app.text_input(key="erase word").set_value("yes")
    press(app, "Erase everything")

    assert WORD in problem(app)
    assert files(store) == before


def test_with_the_word_nothing_of_the_workbook_is_left(tab: Open, store: Store, interview: Interview) -> None:
    draft = answer(tab("main/debrief", new="debrief"), company="Contoso")
    app = tab("more/data", view="erase")
    app.text_input(key="erase word").set_value(" Erase ")
    press(app, "Erase everything")

    assert "Everything is erased: " in plain(app)
    assert [name for name in files(store) if not name.startswith("home/visits/")] == ["data/letter.odt"]
    assert "erase word" not in fields(tab("more/data", view="erase"))
    draft.run()
    assert not draft.exception


def test_the_sample_is_not_erased_from_here(tab: Open, store: Store, interview: Interview) -> None:
    app = tab("more/settings")
    app = click(app, "sample")
    app.switch_page("pages/more/data.py")
    app.query_params["view"] = "erase"
    app.run()

    assert fields(app) == set()


def test_the_workbook_is_moved_and_the_old_copy_removed_when_told(
    tab: Open, store: Store, interview: Interview, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("AFTERWORD_DATA")
    choose_folder(store.folder)
    before = workbook(store)
    app = tab("more/data", view="erase")
    app.text_input(key="move to").set_value(str(tmp_path / "new"))
    press(app, "Move there")

    new = Store(tmp_path / "new", store.home)
    assert chosen_folder() == new.folder
    assert workbook(new) == workbook(store) == before
    assert "letter.odt" in plain(app)

    click(app, "yes remove old")

    assert [path.name for path in store.folder.iterdir()] == ["letter.odt"]
    assert workbook(new) == before


def test_a_folder_that_will_not_do_is_reported_and_nothing_moves(
    tab: Open, store: Store, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AFTERWORD_DATA")
    choose_folder(store.folder)
    app = tab("more/data", view="erase")
    app.text_input(key="move to").set_value(str(store.folder / "inner"))
    press(app, "Move there")

    assert refusal(store.folder, store.folder / "inner") in problem(app)
    assert chosen_folder() == store.folder


def test_a_folder_that_the_system_names_cannot_be_moved_from_here(
    tab: Open, store: Store, interview: Interview
) -> None:
    assert "AFTERWORD_DATA sets this folder" in plain(tab("more/data", view="erase"))


def test_files_of_today_state_their_version(tab: Open, store: Store, interview: Interview) -> None:
    assert "Up to date (version 1)" in plain(tab("more/data", view="check"))


def test_files_of_before_are_brought_up_to_date_after_a_report_and_that_is_undone(
    tab: Open, store: Store, interview: Interview
) -> None:
    from_outside(store, "people.csv", ',"import_ref"', ',"their_ref"')
    before = {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}
    app = tab("more/data", view="check")
    assert [line for line in pending_migration(store).changes if line not in plain(app)] == []
    assert "import_ref" in plain(app)

    click(app, "migrate")

    assert "Up to date (version 1)" in plain(app)
    press(app, "Undo")
    assert {path.name: path.read_bytes() for path in store.folder.glob("*.csv")} == before
