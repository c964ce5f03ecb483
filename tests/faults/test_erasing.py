"""Everything of a workbook erased, and nothing else; a crash or a failing disk in the middle leaves all or none."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lib.records.errors import AfterwordError
from lib.store import SaveFailed, Store, Transaction, note_visit
from tests.conftest import NOW
from tests.faults.faulty import CODES, Died, Faulty, dying, failing
from tests.faults.scenarios import DRAFT, forget_receipts, in_use, root_store, system
from tests.store.rows import APPLICATION

NEVER_GOES = ("locks",)


@pytest.fixture
def root(quick_root: Path) -> Path:
    shutil.rmtree(quick_root / "erased", ignore_errors=True)
    return quick_root / "erased"


@pytest.fixture
def used(root: Path) -> Store:
    """A workbook with rows, drafts, undo, a conflict copy, backups, a visit, and files of the person's own."""
    in_use(root)
    store = root_store(root)
    store.drafts.discard("iv-third", NOW)
    (store.folder / "interviews.sync-conflict-1.csv").write_bytes(b"id\r\n")
    (store.folder / ".goals.csv.abc.afterword-tmp").write_bytes(b"half of a write")
    (store.folder / "letter.odt").write_bytes(b"mine")
    (store.folder / "more").mkdir()
    note_visit(store.home, store.folder, NOW)
    return store


def left(store: Store) -> list[str]:
    """Every file that is left, without the locks, which are empty."""
    root = store.folder.parent
    found = [path.relative_to(root) for path in root.rglob("*") if path.is_file() or path.is_symlink()]
    return sorted(path.as_posix() for path in found if path.parts[1] not in NEVER_GOES)


def test_what_goes_is_counted_in_advance_and_what_stays_is_named(used: Store) -> None:
    found = used.inventory()
    assert sorted(path.name for path in found.files) == ["applications.csv", "interviews.csv", "settings.csv"]
    assert [path.name for path in found.copies] == ["interviews.sync-conflict-1.csv"]
    assert (found.count("drafts"), found.count("discarded"), found.count("undo")) == (1, 1, 1)
    assert len(found.backups) == len(used.backups.list()) == 2
    assert found.stays == ("letter.odt", "more")


def test_nothing_of_the_workbook_is_left_and_the_person_s_own_files_are(used: Store) -> None:
    used.erase()
    assert left(used) == ["data/letter.odt"]
    assert sorted(path.name for path in used.folder.iterdir()) == ["letter.odt", "more"]


def test_an_erased_workbook_starts_over(used: Store) -> None:
    used.erase()
    assert used.load().workbook.is_empty
    used.commit(Transaction("First again", put=(APPLICATION,)), NOW)
    assert used.recover(NOW).sentence == ""
    assert used.load().workbook.applications == (APPLICATION,)


def test_another_workbook_with_the_same_home_loses_nothing(used: Store) -> None:
    other = Store(used.folder.parent / "other", used.home)
    other.commit(Transaction("First", put=(APPLICATION,)), NOW)
    other.backups.make("By hand", NOW)
    used.erase()
    assert other.load().workbook.applications == (APPLICATION,)
    assert len(other.backups.list()) == 1


def test_a_file_behind_a_link_goes_with_its_link(used: Store, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.csv"
    shutil.move(used.folder / "interviews.csv", real)
    (used.folder / "interviews.csv").symlink_to(real)
    used.erase()
    assert left(used) == ["data/letter.odt"]


def test_what_cannot_be_opened_is_reported_and_nothing_goes(used: Store) -> None:
    (used.folder / "goals.csv").mkdir()
    before = left(used)
    with pytest.raises(SaveFailed, match=r"goals\.csv can't be opened"):
        used.erase()
    assert left(used) == before


def calls_of(store: Store) -> list[str]:
    faulty = Faulty()
    with system(faulty):
        store.erase()
    return faulty.calls


def test_a_kill_at_any_call_leaves_everything_or_nothing(used: Store, again: Callable[[], Store]) -> None:
    before = [name for name in left(used) if not name.endswith("-tmp")]
    for at in range(1, len(calls_of(again())) + 1):
        store = again()
        with system(dying(at)), suppress(Died):
            store.erase()
        forget_receipts()
        seen = store.load().workbook.is_empty
        store.recover(NOW)
        now = left(store)
        assert now in (before, ["data/letter.odt"]), f"killed in call {at}"
        assert seen == (now != before), f"killed in call {at}: the load before recovery saw something else"


def test_a_failing_disk_is_told_and_the_rest_goes_later(used: Store, again: Callable[[], Store]) -> None:
    before = [name for name in left(used) if not name.endswith("-tmp")]
    for at in range(1, len(calls_of(again())) + 1):
        store = again()
        error = attempted(store, failing(at, CODES[at % len(CODES)], for_ever=True))
        at_once = left(store)
        store.recover(NOW)
        now, case = left(store), f"call {at}: {error}"
        assert now in (before, ["data/letter.odt"]), case
        if not error:
            assert at_once == ["data/letter.odt"], case
        elif "Nothing" in error:
            assert now == before, case


def attempted(store: Store, faulty: Faulty) -> str:
    with system(faulty):
        try:
            store.erase()
        except AfterwordError as error:
            return error.sentence
    return ""


def test_what_is_saved_after_a_half_done_erasing_does_not_go_with_the_rest(again: Callable[[], Store]) -> None:
    calls = calls_of(again())
    second = [number for number, name in enumerate(calls, start=1) if name == "unlink"][1]
    store = again()
    with system(dying(second)), suppress(Died):
        store.erase()
    forget_receipts()
    store.drafts.save(replace(DRAFT, id="iv-new"), NOW + timedelta(minutes=1))
    store.commit(Transaction("First again", put=(APPLICATION.changed(id="ap-new"),)), NOW)
    store.recover(NOW)
    assert [entry.id for entry in store.load().workbook.applications] == ["ap-new"]
    assert [draft.id for draft in store.drafts.list()] == ["iv-new"]
