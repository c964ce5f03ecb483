"""The workbook moved into another folder: every byte, or nothing; the old folder stays until it is removed."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from lib.records.errors import AfterwordError
from lib.store import SaveFailed, Store, Transaction, choose_folder, chosen_folder, moving, note_visit
from lib.store.contents import digest
from tests.conftest import NOW
from tests.faults.faulty import CODES, Died, Faulty, dying, failing
from tests.faults.scenarios import APPLICATION, forget_receipts, in_use, root_store, state_of, system


@pytest.fixture
def root(quick_root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = quick_root / "moving"
    shutil.rmtree(root, ignore_errors=True)
    monkeypatch.setenv("AFTERWORD_HOME", str(root / "home"))
    return root


@pytest.fixture
def used(root: Path) -> Store:
    in_use(root)
    store = root_store(root)
    store.drafts.discard("iv-third", NOW)
    (store.folder / "letter.odt").write_bytes(b"mine")
    note_visit(store.home, store.folder, NOW)
    choose_folder(store.folder)
    return store


def target(store: Store) -> Path:
    return store.folder.parent / "new" / "workbook"


def there(store: Store) -> Store:
    return Store(target(store), store.home)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_of_the_workbook_comes_along_and_the_rest_stays(used: Store) -> None:
    before, old = state_of(used), contents(used.folder)
    went = used.move(target(used))
    assert state_of(there(used)) == before
    assert contents(used.folder) == old
    assert went.stays == ("letter.odt",)
    assert sorted(contents(target(used))) == sorted(name for name in old if name != "letter.odt")
    assert [backup.reason for backup in there(used).backups.list()] == [one.reason for one in used.backups.list()]


def test_the_new_folder_is_the_one_in_use(used: Store) -> None:
    used.move(target(used))
    assert chosen_folder() == target(used)
    receipt = there(used).undo(there(used).undoable()[0].receipt_id, NOW)
    assert receipt.label == "Undone: An edit"


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("data", "already in that folder"),
        ("data/inner", "inside the current one"),
        ("", "inside that one"),
        ("a file", "not a folder"),
        ("full", "not empty (mine.txt)"),
    ],
)
def test_an_unusable_folder_is_reported_and_nothing_changes(used: Store, root: Path, where: str, reason: str) -> None:
    (root / "a file").write_text("x")
    (root / "full").mkdir()
    (root / "full" / "mine.txt").write_text("mine")
    before = {name: data for name, data in contents(root).items() if not name.startswith("home/locks")}
    with pytest.raises(SaveFailed) as refused:
        used.move(root / where if where else root)
    assert reason in refused.value.sentence
    assert {name: data for name, data in contents(root).items() if not name.startswith("home/locks")} == before


def test_a_path_that_is_not_whole_is_refused(used: Store) -> None:
    with pytest.raises(SaveFailed, match="full path"):
        used.move(Path("somewhere"))


def test_the_old_copy_is_removed_on_request_and_only_what_was_copied(used: Store) -> None:
    used.move(target(used))
    new = there(used)
    (used.folder / "applications.csv").write_bytes(b"written since by another program")
    found = new.old_copy()
    assert found is not None
    assert found.folder == used.folder

    new.remove_old_copy()

    assert contents(used.folder) == {
        "applications.csv": b"written since by another program",
        "letter.odt": b"mine",
    }
    assert used.backups.list() == ()
    assert (new.old_copy(), len(new.backups.list())) == (None, 2)
    assert new.load().workbook.application(APPLICATION.id) is not None


def test_an_old_folder_of_which_nothing_is_left_goes_too(used: Store) -> None:
    (used.folder / "letter.odt").unlink()
    used.move(target(used))
    there(used).remove_old_copy()
    assert not used.folder.exists()


def test_moving_twice_remembers_both_old_copies(used: Store, root: Path) -> None:
    used.move(target(used))
    there(used).move(root / "third")
    third = Store(root / "third", used.home)
    found = third.old_copy()
    assert found is not None
    assert {path.parent for path in found.files if path.name == "applications.csv"} == {used.folder, target(used)}
    third.remove_old_copy()
    assert contents(used.folder) == {"letter.odt": b"mine"}
    assert third.load().workbook.application(APPLICATION.id) is not None


def test_moving_back_into_the_old_folder_asks_for_an_empty_one(used: Store) -> None:
    used.move(target(used))
    there(used).commit(Transaction("Since", put=(APPLICATION.changed(id="ap-since"),)), NOW)
    with pytest.raises(SaveFailed, match="not empty"):
        there(used).move(used.folder)


def calls_of(store: Store) -> list[str]:
    faulty = Faulty()
    with system(faulty):
        store.move(target(store))
    return faulty.calls


def test_a_kill_at_any_call_leaves_one_whole_workbook_in_use_and_the_next_attempt_succeeds(
    used: Store, again: Callable[[], Store], is_long: bool
) -> None:
    before, old = state_of(used), contents(used.folder)
    calls = len(calls_of(again()))
    for at in range(1, calls + 1, 1 if is_long else 3):
        store = again()
        with system(dying(at)), suppress(Died):
            store.move(target(store))
        forget_receipts()
        case = f"killed in call {at} of {calls}"
        in_use_now = Store(chosen_folder() or store.folder, store.home)
        in_use_now.recover(NOW)
        assert state_of(in_use_now) == before, case
        assert {name: digest(data) for name, data in contents(store.folder).items() if "moving" not in name} == {
            name: digest(data) for name, data in old.items()
        }, case
        if in_use_now.folder == store.folder:
            store.move(target(store))
            assert state_of(there(store)) == before, case


def test_a_failing_disk_is_told_and_the_old_folder_stays_in_use(
    used: Store, again: Callable[[], Store], is_long: bool
) -> None:
    before = state_of(used)
    calls = len(calls_of(again()))
    for at in range(1, calls + 1, 1 if is_long else 3):
        store = again()
        error = attempted(store, failing(at, CODES[at % len(CODES)], for_ever=True))
        now = Store(chosen_folder() or store.folder, store.home)
        case = f"call {at}: {error}"
        assert state_of(now) == before, case
        if not error:
            assert now.folder == target(store), case


def attempted(store: Store, faulty: Faulty) -> str:
    with system(faulty):
        try:
            store.move(target(store))
        except AfterwordError as error:
            return error.sentence
    return ""


def test_a_file_that_another_program_changes_while_it_is_copied_keeps_the_old_folder_in_use(
    used: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = moving._copied

    def while_another_program_writes(path: Path, place: Path) -> str:
        content = copied(path, place)
        if path.name == "applications.csv":
            path.write_bytes(path.read_bytes() + b"\r\n")
        return content

    monkeypatch.setattr(moving, "_copied", while_another_program_writes)
    with pytest.raises(SaveFailed, match="changed while it was copied"):
        used.move(target(used))
    assert chosen_folder() == used.folder
