"""What Windows and macOS do otherwise, simulated: open files, drives, names in small and large letters, fsync."""

import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from lib.records.goal import Goal
from lib.store import Draft, SaveFailed, Store, Transaction, disk, note_visit
from lib.store.bounds import PathPolicy
from lib.store.redo import RECORD
from lib.store.step import step_of
from tests.faults.faulty import Died, Faulty, dying
from tests.faults.scenarios import forget_receipts, litter, system
from tests.store.rows import FIRST, INTERVIEW, RATING, edit

GOAL = Goal(id="go-1", goal="Learn")


class Windows(Faulty):
    """A file that another program has open can be neither replaced nor removed, and no folder can be opened."""

    name = "nt"

    def __init__(self, held: Callable[[str], bool] = lambda name: False) -> None:
        super().__init__()
        self.held = held

    def run(self, name, plain, arguments, named):  # type: ignore[no-untyped-def]
        touched = {"replace": arguments[:2], "unlink": arguments[:1]}.get(name, ())
        if name == "swap":
            raise OSError(errno.ENOSYS, "Function not implemented")
        if any(self.held(Path(path).name) for path in touched):
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        if name == "open" and Path(arguments[0]).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied")
        return super().run(name, plain, arguments, named)


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr(disk, "sleep", waited.append)
    return waited


def files(store: Store) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}


def test_a_save_on_windows_opens_no_folder(saved: Store, now: datetime) -> None:
    with system(Windows()):
        saved.commit(Transaction("x", put=(GOAL,), undoable=True), now)
        saved.drafts.save(Draft("iv-x", "debrief", "iv-x", "t"), now)
        saved.drafts.discard("iv-x", now)
        saved.undo(saved.undoable()[0].receipt_id, now)
    assert litter(saved) == []


def test_a_file_that_is_open_for_a_moment_is_waited_for(saved: Store, now: datetime, waits: list[float]) -> None:
    def held(name: str) -> bool:
        return name == "interviews.csv" and len(waits) < 3

    with system(Windows(held)):
        saved.commit(edit(saved, INTERVIEW.changed(lesson="mine")), now)
    assert saved.load().workbook.interviews[0].lesson == "mine"
    assert 0 < sum(waits) < 2


def test_a_file_that_stays_open_elsewhere_is_reported_and_nothing_is_changed(
    saved: Store, now: datetime, waits: list[float]
) -> None:
    before = files(saved)
    with system(Windows(lambda name: name == "interviews.csv")), pytest.raises(SaveFailed) as refused:
        saved.commit(edit(saved, INTERVIEW.changed(lesson="mine")), now)
    assert "another program has the file open" in refused.value.sentence
    assert files(saved) == before
    assert saved.recover(now).sentence == ""
    assert litter(saved) == []


def test_the_second_of_two_files_that_stays_open_is_saved_later(
    saved: Store, now: datetime, waits: list[float]
) -> None:
    change = edit(saved, INTERVIEW.changed(lesson="mine"), RATING.changed(score=5))
    with system(Windows(lambda name: name == "ratings.csv")), pytest.raises(SaveFailed, match="only half done"):
        saved.commit(change, now)
    assert saved.load().workbook.ratings[0].score == 5
    assert saved.recover(now).finished == "An edit"
    assert saved.load().workbook.ratings[0].score == 5


def test_names_in_a_record_are_the_same_on_every_system(saved: Store, now: datetime) -> None:
    saved.drafts.save(Draft("go-1", "debrief", "go-1", "t"), now)
    for at in range(1, 200):
        with system(dying(at)):
            try:
                saved.commit(Transaction("x", put=(GOAL,), draft_id="go-1", token="t"), now)
            except Died:
                forget_receipts()
        if (saved.folder / RECORD).exists():
            break
    step = step_of((saved.folder / RECORD).read_bytes())
    assert [name for name, _ in step.drops] == [".afterword/drafts/go-1.json"]


def test_a_drive_that_was_pulled_out_is_an_error_and_no_endless_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "isdir", lambda path: False)
    with pytest.raises(OSError, match="drive"):
        disk.make_folder(Path("/gone/search"))


def test_on_macos_the_drive_itself_is_told_to_write(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There fsync leaves what was written in the drive's own memory."""
    asked: list[int] = []
    fake = SimpleNamespace(F_FULLFSYNC=51, fcntl=lambda handle, what: asked.append(what))
    monkeypatch.setattr(disk, "fcntl", fake)
    monkeypatch.setattr(os, "fsync", lambda handle: pytest.fail("fsync is not enough"))
    saved.commit(Transaction("x", put=(GOAL,)), now)
    assert set(asked) == {51}


def test_a_drive_that_fails_at_that_is_not_believed_with_fsync(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int, what: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(disk, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=fail))
    with pytest.raises(SaveFailed):
        saved.commit(Transaction("x", put=(GOAL,)), now)


def test_a_drive_that_does_not_know_that_is_told_with_fsync(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int, what: int) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(disk, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=refuse))
    saved.commit(Transaction("x", put=(GOAL,)), now)
    assert saved.load().workbook.goals == (GOAL,)


class AnyCase(Faulty):
    """A disk on which 'Data' and 'data' are one name."""

    def run(self, name, plain, arguments, named):  # type: ignore[no-untyped-def]
        first, *others = arguments
        return super().run(name, plain, (_spelled(first) if isinstance(first, Path) else first, *others), named)


def _spelled(path: Path) -> Path:
    names = os.listdir(path.parent) if path.parent.is_dir() else []
    return path.parent / next((name for name in names if name.casefold() == path.name.casefold()), path.name)


def test_a_file_in_large_letters_is_the_workbooks_where_case_does_not_count(saved: Store) -> None:
    (saved.folder / "interviews.csv").rename(saved.folder / "Interviews.CSV")
    with system(AnyCase()):
        loaded, found = saved.load(), saved.inventory()
        assert (len(loaded.workbook.interviews), loaded.problems) == (1, ())
        assert "interviews.csv" in {path.name for path in found.files}
        assert found.stays == ()
        saved.erase()
    assert list(saved.folder.iterdir()) == []


def test_a_file_in_large_letters_is_shown_where_case_counts(saved: Store) -> None:
    (saved.folder / "interviews.csv").rename(saved.folder / "Interviews.CSV")
    (problem,) = [one for one in saved.load().problems if one.kind == "name"]
    assert (problem.file, "interviews.csv" in problem.reason) == ("Interviews.CSV", True)


def test_a_folder_spelled_another_way_has_the_same_lock_and_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Straße" / "Data").mkdir(parents=True)
    monkeypatch.setattr(disk, "FOLDS_CASE", True)
    monkeypatch.setattr(os.path, "samefile", lambda one, other: str(one).casefold() == str(other).casefold())
    disk.with_disk_case.cache_clear()
    spellings = [tmp_path / "Straße" / "Data", tmp_path / "STRASSE" / "data", tmp_path / "straße" / "DATA"]
    assert len({PathPolicy(folder, tmp_path / "home").key for folder in spellings}) == 1
    disk.with_disk_case.cache_clear()


def test_a_draft_is_not_another_one_in_large_letters(saved: Store, now: datetime) -> None:
    saved.drafts.save(Draft("iv-x", "debrief", "iv-x", "t"), now)
    (saved.folder / saved.drafts.name("iv-x")).rename(saved.folder / saved.drafts.name("IV-X"))
    assert saved.drafts.load("IV-X") is None


def test_a_visit_is_noted_under_the_folders_key(saved: Store, now: datetime) -> None:
    note_visit(saved.home, saved.folder, now)
    assert (saved.home / "visits" / f"{saved.bounds.key}.json").exists()
