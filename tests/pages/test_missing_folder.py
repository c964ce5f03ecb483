"""A data folder that is gone is no first start: the page tells it, creates nothing, and offers ways back."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import SaveFailed, Store, choose_folder, chosen_folder
from tests.pages.conftest import Open
from tests.pages.routes import pages
from tests.pages.screen import click, keys, plain, problem
from tests.store.rows import APPLICATION
from tests.workflows.evening import NOW, full_debrief, workbook

SAID = "Your data folder isn't there"


@pytest.fixture
def saved(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A workbook in the folder that was chosen in Settings, with a backup."""
    monkeypatch.delenv("AFTERWORD_DATA")
    choose_folder(store.folder)
    full_debrief(store)
    store.backups.make("By hand", NOW - timedelta(hours=1))
    return store


def renamed(store: Store) -> Path:
    elsewhere = store.folder.with_name("renamed")
    store.folder.rename(elsewhere)
    return elsewhere


def unmounted(store: Store) -> Path:
    """The place where a stick is mounted stays, and is empty."""
    elsewhere = renamed(store)
    store.folder.mkdir()
    return elsewhere


GONE = {"renamed": renamed, "not mounted": unmounted}


@pytest.fixture(params=GONE)
def elsewhere(request: pytest.FixtureRequest, saved: Store) -> Path:
    """Where the missing files were."""
    return GONE[request.param](saved)


def is_untouched(store: Store) -> bool:
    return not store.folder.exists() or list(store.folder.iterdir()) == []


def submit(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    return app


def test_every_page_reports_it_and_makes_nothing_there(tab: Open, saved: Store, elsewhere: Path) -> None:
    for page in pages():
        app = tab(page)
        said = plain(app)
        assert [title.value for title in app.title] == [SAID]
        assert str(saved.folder) in said
    assert is_untouched(saved)


def test_no_save_makes_anything_there(saved: Store, elsewhere: Path) -> None:
    with pytest.raises(SaveFailed, match="isn't there"):
        full_debrief(saved)
    assert saved.recover(NOW).sentence == ""
    assert is_untouched(saved)


def test_a_drive_that_is_plugged_in_is_looked_at_again(tab: Open, saved: Store, elsewhere: Path) -> None:
    app = tab("main/journal")
    shutil.rmtree(saved.folder, ignore_errors=True)
    elsewhere.rename(saved.folder)
    assert SAID not in plain(click(app, "look again"))
    assert "Northwind" in plain(app)


def test_the_folder_is_used_where_it_is_now(tab: Open, saved: Store, elsewhere: Path) -> None:
    app = tab()
    app.text_input(key="use folder").set_value(str(elsewhere.parent))
    assert "holds no file of a workbook" in problem(submit(app, "Use this folder"))
    app.text_input(key="use folder").set_value(str(elsewhere))
    assert SAID not in plain(submit(app, "Use this folder"))
    assert chosen_folder() == elsewhere
    assert is_untouched(saved)


def test_a_backup_is_restored_into_a_new_folder(tab: Open, saved: Store, elsewhere: Path, tmp_path: Path) -> None:
    app, new = tab(), tmp_path / "new" / "search"
    app.text_input(key="lay out in").set_value("search")
    assert "full path" in problem(submit(app, "Restore the backup"))
    app.text_input(key="lay out in").set_value(str(new))
    assert SAID not in plain(submit(app, "Restore the backup"))
    assert [row.company for row in workbook(Store(new, saved.home)).applications] == ["Northwind"]
    assert chosen_folder() == new
    assert is_untouched(saved)


def test_an_empty_workbook_is_started_on_request(tab: Open, saved: Store, elsewhere: Path) -> None:
    app = click(tab(), "yes begin anew")
    assert SAID not in plain(app)
    assert workbook(saved).is_empty
    assert saved.backups.list()


def test_a_folder_named_outside_of_the_app_is_not_chosen_again_but_a_backup_can_be_restored(
    tab: Open, saved: Store, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERWORD_DATA", str(saved.folder))
    app = tab()
    assert "AFTERWORD_DATA" in plain(app)
    assert "use folder" not in {one.key for one in app.text_input}
    app.text_input(key="lay out in").set_value(str(tmp_path / "new"))
    assert "start Afterword again" in plain(submit(app, "Restore the backup"))
    assert [row.company for row in workbook(Store(tmp_path / "new", saved.home)).applications] == ["Northwind"]
    assert is_untouched(saved)


def test_a_folder_that_was_never_saved_to_is_a_first_start(tab: Open, store: Store) -> None:
    store.folder.rmdir()
    app = tab()
    assert SAID not in plain(app)
    assert "look again" not in keys(app)


def test_a_chosen_folder_that_is_gone_is_missed_though_nothing_was_saved_there(
    tab: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AFTERWORD_DATA")
    choose_folder(store.folder)
    store.folder.rmdir()
    assert SAID in plain(tab())


def test_an_erased_workbook_is_a_first_start(tab: Open, saved: Store) -> None:
    saved.erase()
    assert SAID not in plain(tab())
    assert not saved.is_missing()
    assert APPLICATION not in workbook(saved)
