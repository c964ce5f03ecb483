"""Data: a backup that is locked with a passphrase, and restored with it."""

from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from lib.exchange.locked_zip import lock, unlock
from lib.store import Store
from lib.ui import session
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.repairing.restoring import backup_file
from tests.pages.conftest import Open
from tests.pages.screen import click, plain
from tests.workflows.evening import NOW, full_debrief, workbook

PHRASE = "correct horse battery"
FIRST, AGAIN, ITS = "Passphrase, at least 12 characters", "Passphrase again", "Its passphrase"


@pytest.fixture
def locked(store: Store) -> bytes:
    """A locked backup of a workbook with one full debrief; the debrief is deleted since."""
    full_debrief(store)
    data = lock(backup_file(store), PHRASE)
    delete_debrief(store, store.load().workbook.interviews[0].id, NOW + timedelta(minutes=1))
    return data


def backups(tab: Open) -> AppTest:
    return tab("more/data", view="backups")


def field(app: AppTest, label: str) -> TextInput:
    return next(one for one in app.text_input if one.label == label)


def locking(app: AppTest, passphrase: str, again: str) -> AppTest:
    field(app, FIRST).input(passphrase)
    field(app, AGAIN).input(again)
    return click(app, "lock")


def given(app: AppTest, data: bytes) -> AppTest:
    return app.file_uploader[0].upload("afterword-locked.zip", data, "application/zip").run()


def unlocking(app: AppTest, passphrase: str) -> AppTest:
    field(app, ITS).input(passphrase)
    return click(app, "unlock")


def held(app: AppTest) -> list[bytes]:
    state = dict(app.session_state)
    return [content for key, content in state.items() if str(key).startswith(session._FILE)]


def remembers(app: AppTest, words: str) -> bool:
    return words in str(dict(app.session_state))


def test_a_backup_is_locked_with_a_passphrase_that_is_typed_twice(tab: Open, store: Store) -> None:
    full_debrief(store)
    app = locking(backups(tab), PHRASE, PHRASE)
    assert "Save the locked backup" in [one.label for one in app.get("download_button")]
    (made,) = held(app)
    assert unlock(made, PHRASE) == backup_file(store)


def test_the_page_says_that_a_forgotten_passphrase_cannot_be_recovered(tab: Open, store: Store) -> None:
    full_debrief(store)
    assert "If you forget it, nobody can get this backup back" in plain(backups(tab))


def test_the_passphrase_is_gone_after_the_click(tab: Open, store: Store) -> None:
    full_debrief(store)
    for app in (locking(backups(tab), PHRASE, PHRASE), locking(backups(tab), PHRASE, "another one of these")):
        assert not remembers(app, PHRASE)
        assert {field(app, label).value for label in (FIRST, AGAIN)} == {""}
    folders = [path for root in (store.folder, store.home) for path in Path(root).rglob("*") if path.is_file()]
    assert folders
    assert not [path for path in folders if PHRASE.encode() in path.read_bytes()]


def test_each_press_gives_new_and_empty_fields(tab: Open, store: Store) -> None:
    full_debrief(store)
    app, seen = backups(tab), set()
    for again in ("another one of these", PHRASE, "another one of these"):
        seen |= {field(app, label).id for label in (FIRST, AGAIN)}
        app = locking(app, PHRASE, again)
        assert not {field(app, label).id for label in (FIRST, AGAIN)} & seen


def test_a_locked_backup_can_be_saved_until_another_one_is_made(tab: Open, store: Store) -> None:
    full_debrief(store)
    app = locking(backups(tab), PHRASE, PHRASE)
    assert "Locked. Now save it:" in plain(app)
    (made,) = held(app)

    app = locking(app, PHRASE, "another one of these")
    assert "aren't the same" in plain(app)
    assert held(app) == [made]

    assert held(locking(app, PHRASE, PHRASE)) != [made]


@pytest.mark.parametrize(
    ("passphrase", "again", "why"),
    [(PHRASE, PHRASE + " ", "aren't the same"), ("short", "short", "shorter than 12"), ("", "", "shorter than 12")],
)
def test_a_passphrase_that_cannot_be_used_makes_no_file(
    tab: Open, store: Store, passphrase: str, again: str, why: str
) -> None:
    full_debrief(store)
    app = locking(backups(tab), passphrase, again)
    assert why in plain(app)
    assert held(app) == []


def test_a_locked_backup_is_restored_with_its_passphrase(tab: Open, store: Store, locked: bytes) -> None:
    app = given(backups(tab), locked)
    assert "This backup is locked" in plain(app)
    assert "What restoring would change" not in plain(app)

    app = unlocking(app, PHRASE)
    assert not remembers(app, PHRASE)
    assert "What it would bring back" in plain(app) or "What restoring would change" in plain(app)

    app = click(app, "restore")
    assert len(workbook(store).interviews) == 1
    assert held(app) == []


def test_a_wrong_passphrase_is_said_and_changes_nothing(tab: Open, store: Store, locked: bytes) -> None:
    before = store.fingerprint()
    app = unlocking(given(backups(tab), locked), "wrong horse battery")
    assert "This passphrase doesn't open the backup" in plain(app)
    assert held(app) == []
    assert store.fingerprint() == before
    assert "What it would bring back" in plain(unlocking(app, PHRASE)) or held(app)


def test_a_locked_backup_that_was_changed_is_refused(tab: Open, store: Store, locked: bytes) -> None:
    changed = bytearray(locked)
    changed[len(changed) // 2] ^= 1
    app = unlocking(given(backups(tab), bytes(changed)), PHRASE)
    assert "was changed since it was made" in plain(app)
    assert held(app) == []


def test_what_was_opened_is_forgotten_when_the_page_is_left_or_it_is_cancelled(
    tab: Open, store: Store, locked: bytes
) -> None:
    app = unlocking(given(backups(tab), locked), PHRASE)
    assert held(app)
    assert held(click(app, "leave")) == []
