"""Data: what is taken out, and a backup file that is restored."""

from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Store, Transaction
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.repairing.restoring import backup_file
from tests.pages.conftest import Open
from tests.pages.screen import click, elements, markdown, plain
from tests.pages.test_other_pages import WORDS
from tests.workflows.evening import NOW, debriefed, full_debrief, workbook

NAME = "afterword-2026-11-20.zip"


def files(app: AppTest) -> list[str]:
    return [one.label for one in app.get("download_button")]


def given(app: AppTest, data: bytes) -> AppTest:
    app.file_uploader[0].upload(NAME, data, "application/zip").run()
    assert not app.exception, app.exception[0].message
    return app


@pytest.fixture
def backup(store: Store) -> bytes:
    """A backup of a workbook with one full debrief; the debrief is deleted since."""
    full_debrief(store)
    data = backup_file(store)
    delete_debrief(store, store.load().workbook.interviews[0].id, NOW + timedelta(minutes=1))
    return data


def test_an_empty_workbook_offers_the_zip_and_shows_what_will_be_here(tab: Open) -> None:
    app = tab("more/data", view="out")
    assert files(app) == ["Save the zip"]
    assert "After your first debrief" in plain(app)


def test_every_way_out_is_offered_and_nothing_is_made_before_it_is_asked_for(tab: Open, store: Store) -> None:
    full_debrief(store)
    app = tab("more/data", view="out")
    assert files(app) == [
        "Open in Excel",
        "Save the zip",
        "Save the report",
        "Save the text",
        "Save the calendar file",
        "Save it to print",
        "Save it as a table",
    ]
    assert [one.proto.url for one in app.get("download_button")] == [""] * len(files(app))
    assert all(one.proto.deferred_file_id for one in app.get("download_button"))


def test_the_proof_shows_what_its_period_holds(tab: Open, store: Store) -> None:
    full_debrief(store)
    app = tab("more/data", view="out")
    assert "1 interview" in plain(app)
    app.date_input(key="proof since").set_value(NOW.date() + timedelta(days=1)).run()
    assert "comes after" in plain(app)


def test_a_debrief_can_be_saved_from_the_journal(tab: Open, store: Store) -> None:
    interview = full_debrief(store)
    app = tab("main/journal", debrief=interview.id)
    assert "Save as text" in files(app)


def test_a_backup_brings_a_deleted_debrief_back_after_a_look_at_what_changes(
    tab: Open, store: Store, backup: bytes
) -> None:
    app = given(tab("more/data", view="backups"), backup)
    assert "1 interview comes back: Northwind, " in plain(app)
    assert "Would come back: 1" in [one.label for one in app.expander]
    assert workbook(store).interviews == ()

    click(app, "restore")

    assert len(workbook(store).interviews) == 1
    assert backup_file(store) == backup
    assert "Restored." in plain(app)
    assert not [one for one in elements(app.main) if getattr(one, "key", None) == "restore"]


def test_a_restore_is_undone_with_the_button_beside_its_sentence(tab: Open, store: Store, backup: bytes) -> None:
    before = store.backups.files()
    app = click(given(tab("more/data", view="backups"), backup), "restore")
    next(button for button in app.button if button.label == "Undo").click().run()
    assert store.backups.files() == before


def test_a_fresh_workbook_is_filled_from_a_backup(tab: Open, store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other", tmp_path / "other home")
    full_debrief(other)
    click(given(tab("more/data", view="backups"), backup_file(other)), "restore")
    assert workbook(store) == workbook(other)


def test_what_changed_after_the_look_is_not_overwritten(tab: Open, store: Store, backup: bytes) -> None:
    app = given(tab("more/data", view="backups"), backup)
    debriefed(store)
    before = store.backups.files()
    click(app, "restore")
    assert store.backups.files() == before
    assert "changed in the meantime" in plain(app)


def test_the_same_workbook_has_nothing_to_restore(tab: Open, store: Store) -> None:
    full_debrief(store)
    app = given(tab("more/data", view="backups"), backup_file(store))
    assert "nothing to restore" in plain(app)


@pytest.mark.parametrize(("data", "words"), [(b"id,goal\n", "not a zip"), (b"", "not a zip")])
def test_a_file_that_is_no_backup_is_refused(tab: Open, store: Store, data: bytes, words: str) -> None:
    full_debrief(store)
    assert words in plain(given(tab("more/data", view="backups"), data))


def test_a_backup_of_a_newer_version_is_refused(tab: Open, store: Store, backup: bytes, tmp_path: Path) -> None:
    other = Store(tmp_path / "other", tmp_path / "other home")
    other.folder.mkdir()
    (other.folder / "settings.csv").write_bytes(b"key,value\nschema_version,99\n")
    app = given(tab("more/data", view="backups"), backup_file(other))
    assert "newer version" in plain(app)
    assert not [one for one in elements(app.main) if getattr(one, "key", None) == "restore"]


def test_words_of_a_backup_are_shown_as_typed(tab: Open, store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other", tmp_path / "other home")
    interview = full_debrief(other)
    found = workbook(other)
    application = found.applications[0].changed(company=WORDS)
    row_versions = other.load().row_versions_of((application,))
    other.commit(Transaction("x", put=(application,), row_versions=row_versions), NOW)
    app = given(tab("more/data", view="backups"), backup_file(other))
    assert interview.id
    assert "<img" not in markdown(app).replace("\\<", "")


def test_the_copy_for_others_lists_what_it_replaces_and_the_words_to_tick(tab: Open, store: Store) -> None:
    interview = full_debrief(store)
    change = Transaction(
        "x",
        put=(interview.changed(lesson="Ask Priya about Erlangen"),),
        row_versions=store.load().row_versions_of((interview,)),
    )
    store.commit(change, NOW)
    app = tab("more/data", view="out")
    assert "Save the copy" not in files(app)
    app.toggle(key="coach").set_value(True).run()
    assert "Save the copy" in files(app)
    assert "1 company" in plain(app)
    assert "1 person" in plain(app)
    words = app.button_group(key="coach words")
    assert list(words.options) == ["Erlangen"]
    words.select("Erlangen").run()
    app.text_input(key="coach typed").set_value("billing, move").run()
    assert not app.exception
    assert "1 further word" in plain(app)


def test_a_workbook_that_cannot_be_read_is_repaired_from_a_backup(tab: Open, store: Store, backup: bytes) -> None:
    damaged = store.folder / "interviews.csv"
    damaged.write_bytes(b'id,"application_id\n')
    before = store.backups.files()
    app = given(tab("more/data", view="backups"), backup)
    assert "interviews.csv" in plain(app)
    click(app, "restore")
    assert backup_file(store) == backup
    next(button for button in app.button if button.label == "Undo").click().run()
    assert store.backups.files() == before


def test_looking_at_what_can_be_taken_out_writes_nothing(tab: Open, store: Store) -> None:
    full_debrief(store)
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    app = tab("more/data", view="out")
    app.toggle(key="coach").set_value(True).run()
    given(tab("more/data", view="backups"), backup_file(store))
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before
