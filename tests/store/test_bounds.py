"""A data folder that comes from somewhere else is data: no record, name or link in it reaches a file outside."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from lib.records.errors import AfterwordError
from lib.records.goal import Goal
from lib.store import Draft, SaveFailed, Store, Transaction, disk, redo
from lib.store.bounds import PRIVATE
from lib.store.contents import digest
from lib.store.copies import original_of
from lib.store.edits import RowEdit
from lib.store.redo import RECORD
from lib.store.step import HistoryEntry, KeptFile, SaveStep, Target, record_of
from lib.store.tables import MODELS
from tests.faults.faulty import Died, dying
from tests.faults.scenarios import forget_receipts, system
from tests.store.rows import FIRST

SECRET = b"mine\n"
GOAL = Goal(id="go-1", goal="Learn")
GOALS = b"id,goal,why\n"


@pytest.fixture
def victim(store: Store, now: datetime) -> Path:
    """A file of the person's own, outside of the workbook."""
    store.commit(FIRST, now)
    path = store.folder.parent / "private" / "diary.txt"
    path.parent.mkdir()
    path.write_bytes(SECRET)
    return path


def outside(store: Store) -> dict[str, bytes]:
    """Everything outside of the data folder and of the workbook's part of its home."""
    root = store.folder.parent
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    kept = [path for path in files if not path.is_relative_to(store.folder) and "locks" not in path.parts]
    return {str(path.relative_to(root)): path.read_bytes() for path in kept}


def plant(store: Store, step: SaveStep, staged: bytes = b"") -> None:
    for target in step.targets:
        with suppress(OSError, ValueError):
            (store.folder / target.name).with_name(target.staged).write_bytes(staged)
    (store.folder / PRIVATE).mkdir(exist_ok=True)
    (store.folder / RECORD).write_bytes(record_of(step))


def overwriting(name: str) -> SaveStep:
    staged = ".x.afterword-tmp"
    return SaveStep("x", "", targets=(Target(name, staged, digest(SECRET), digest(b"theirs")),))


def keeping(name: str, now: datetime) -> SaveStep:
    return SaveStep("x", "", edits=(RowEdit("goals.csv", ("a",), None, {"id": "a"}),), history=HistoryEntry(name, now))


NAMES = {
    "upwards": "../private/diary.txt",
    "through the private folder": ".afterword/../../private/diary.txt",
    "absolute": "{victim}",
    "through a linked folder": "linked/diary.txt",
    "through a linked file": "goals.csv",
    "of a linked draft": ".afterword/drafts/iv-x.json",
}


def links(store: Store, victim: Path) -> None:
    (store.folder / "linked").symlink_to(victim.parent)
    (store.folder / "goals.csv").symlink_to(victim)
    (store.folder / PRIVATE / "drafts").mkdir()
    (store.folder / PRIVATE / "drafts" / "iv-x.json").symlink_to(victim)


@pytest.mark.parametrize("way", NAMES)
@pytest.mark.parametrize("order", ["overwrite", "remove", "drop", "keepsake"])
def test_a_record_that_names_a_file_outside_is_refused_and_kept_aside(
    store: Store, victim: Path, now: datetime, way: str, order: str
) -> None:
    links(store, victim)
    name, before = NAMES[way].format(victim=victim), outside(store)
    match order:
        case "overwrite":
            plant(store, overwriting(name), b"theirs")
        case "remove":
            plant(store, SaveStep("x", "", targets=(Target(name, "", digest(SECRET), ""),)))
        case "drop":
            plant(store, SaveStep("x", "", drops=((name, digest(SECRET)),)))
        case "keepsake":
            plant(store, keeping(name, now))
    store.load()
    said = store.recover(now).sentence
    assert outside(store) == before
    assert "moved to" in said
    assert not (store.folder / RECORD).exists()
    assert [path.name for path in (store.folder / PRIVATE).glob("redo-*")] == ["redo-refused.json"]


@pytest.mark.parametrize("name", ["letter.odt", ".git/config", "Interviews.csv/x", ".afterword/x/y", ".afterword"])
def test_a_record_that_names_a_file_of_the_folder_that_is_not_the_workbooks_is_refused(
    store: Store, now: datetime, name: str
) -> None:
    (store.folder / "letter.odt").write_bytes(SECRET)
    plant(store, overwriting(name), b"theirs")
    assert "moved to" in store.recover(now).sentence
    assert (store.folder / "letter.odt").read_bytes() == SECRET


@pytest.mark.parametrize("spelling", ["{folder}/letter.odt", "{home}/../data/letter.odt", "{real}/letter.odt"])
def test_a_file_of_the_person_is_not_dropped_by_its_whole_path(store: Store, now: datetime, spelling: str) -> None:
    store.commit(FIRST, now)
    (store.folder / "letter.odt").write_bytes(SECRET)
    (store.folder.parent / "link").symlink_to(store.folder)
    linked = Store(store.folder.parent / "link", store.home)
    name = spelling.format(folder=linked.folder, home=store.home, real=store.folder)
    plant(linked, SaveStep("x", "", drops=((name, digest(SECRET)),)))
    assert "moved to" in linked.recover(now).sentence
    assert (store.folder / "letter.odt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
@pytest.mark.parametrize("name", ["goals.csv", ".afterword/drafts/iv-x.json", RECORD])
def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(store: Store, now: datetime, name: str) -> None:
    store.drafts.save(Draft("iv-y", "debrief", "iv-y", "t"), now)
    os.mkfifo(store.folder / name)
    said = store.recover(now).sentence
    assert ("moved to" in said) == (name == RECORD)
    assert ("isn't a file" in store.load().read_only) == (name == "goals.csv")
    assert [draft.id for draft in store.drafts.list()] == ["iv-y"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices in folders")
def test_a_device_without_an_end_is_not_read(store: Store) -> None:
    (store.folder / "goals.csv").symlink_to("/dev/zero")
    assert "isn't a file" in store.load().read_only


@pytest.mark.parametrize("staged", ["../../private/diary.txt", "interviews.csv", "/etc/hosts"])
def test_a_record_whose_new_content_is_elsewhere_is_refused(
    store: Store, victim: Path, now: datetime, staged: str
) -> None:
    target = Target("goals.csv", staged, "", digest(SECRET))
    plant(store, SaveStep("x", "", targets=(target,)))
    store.recover(now)
    assert victim.read_bytes() == SECRET
    assert not (store.folder / "goals.csv").exists()


def test_the_backups_of_another_workbook_are_outside(store: Store, now: datetime) -> None:
    other = Store(store.folder.parent / "other", store.home)
    other.commit(FIRST, now)
    backup = other.backups.make("By hand", now)
    (path,) = store.home.rglob(f"{backup.id}.zip")
    plant(store, SaveStep("x", "", drops=((str(path), digest(path.read_bytes())),)))
    store.recover(now)
    assert path.exists()


@pytest.mark.parametrize("name", ["../private/diary.txt", "{victim}", ".afterword/drafts/../../../private/diary.txt"])
def test_an_entry_to_take_back_that_names_a_file_outside_is_none(
    store: Store, victim: Path, now: datetime, name: str
) -> None:
    kept = ".afterword/undo/00000009-rc-foreign.json"
    files = {name.format(victim=victim): KeptFile(b"theirs", digest(SECRET))}
    (store.folder / kept).write_bytes(record_of(SaveStep("x", "rc-foreign", history=HistoryEntry(kept, now, files))))
    with pytest.raises(SaveFailed, match="no longer"):
        store.undo("rc-foreign", now)
    assert victim.read_bytes() == SECRET


@pytest.mark.parametrize("place", ["drafts", "undo", "saves", "discarded", ""])
def test_a_private_folder_that_leads_out_is_not_written_to_and_nothing_there_goes(
    store: Store, victim: Path, now: datetime, place: str
) -> None:
    link = store.folder / PRIVATE / place
    if link.exists():
        link.rename(store.folder / "before")
    link.symlink_to(victim.parent)
    before = outside(store)
    acts: tuple[Callable[[], object], ...] = (
        lambda: store.commit(Transaction("x", put=(GOAL,)), now),
        lambda: store.drafts.save(Draft("iv-x", "debrief", "iv-x", "t"), now),
        store.forget_past,
        store.erase,
    )
    for act in acts:
        with pytest.raises(AfterwordError, match="leads out of"):
            act()
    assert outside(store) == before


def test_erasing_follows_no_link_out_of_the_folder(store: Store, victim: Path) -> None:
    (store.folder / PRIVATE / "undo" / "linked").symlink_to(victim.parent)
    store.erase()
    assert victim.read_bytes() == SECRET


def test_a_draft_that_is_a_link_is_replaced_and_not_followed(store: Store, victim: Path, now: datetime) -> None:
    draft = store.drafts.save(Draft("iv-x", "debrief", "iv-x", "t", values={"a": "b"}), now)
    victim.write_bytes(disk.read(store.folder / store.drafts.name("iv-x")) or b"")
    (store.folder / store.drafts.name("iv-x")).unlink()
    (store.folder / store.drafts.name("iv-x")).symlink_to(victim)
    before = victim.read_bytes()
    store.drafts.save(Draft("iv-x", "debrief", "iv-x", "t", values={"a": "c"}, revision=draft.revision), now)
    assert victim.read_bytes() == before


def test_a_link_to_no_file_outside_makes_none(store: Store, victim: Path, now: datetime) -> None:
    new = victim.with_name("new.csv")
    (store.folder / "goals.csv").symlink_to(new)
    with pytest.raises(SaveFailed, match=r"goals\.csv is a link"):
        store.commit(Transaction("x", put=(GOAL,)), now)
    assert not new.exists()


def test_a_save_through_a_link_of_the_persons_own_is_completed_after_a_kill(store: Store, now: datetime) -> None:
    """What this machine began itself, it may finish: the home knows it, where no foreign folder can write."""
    store.commit(FIRST, now)
    elsewhere = store.folder.parent / "my goals.csv"
    for at in range(1, 200):
        elsewhere.write_bytes(GOALS)
        (store.folder / "goals.csv").unlink(missing_ok=True)
        (store.folder / "goals.csv").symlink_to(elsewhere)
        with system(dying(at)):
            try:
                store.commit(Transaction("x", put=(GOAL, GOAL.changed(id=f"go-{at}x"))), now)
                break
            except Died:
                forget_receipts()
        recovery = store.recover(now)
        assert "moved to" not in recovery.sentence, f"killed in call {at}"
        assert elsewhere.read_bytes().count(b"Learn") in (0, 2), f"killed in call {at}"
    assert list((store.home / "steps").iterdir()) == []
    assert (store.folder / "goals.csv").is_symlink()


@pytest.mark.parametrize(
    "name",
    [
        "interviews (conflicted copy/../../x).csv",
        "interviews.sync-conflict-/x.csv",
        "interviews (conflicted copy\\..\\x).csv",
    ],
)
def test_the_name_of_a_copy_in_a_backup_is_a_plain_one(name: str) -> None:
    assert original_of(name) == ""


@pytest.mark.parametrize("backup_id", ["20261120T180000000000Z-/../../x", "20261120T180000000000Z-\\..\\x", "../x"])
def test_the_id_of_a_backup_is_a_plain_one(store: Store, backup_id: str) -> None:
    with pytest.raises(SaveFailed, match="is gone"):
        store.backups.files_of(backup_id)


def test_a_crafted_record_with_a_right_hash_is_not_trusted_for_its_hash(store: Store, victim: Path) -> None:
    plant(store, overwriting("../private/diary.txt"))
    outer = json.loads((store.folder / RECORD).read_bytes())
    assert outer["sha256"], "the record is whole, and refused for what it names"
    with pytest.raises(ValueError, match="outside"):
        redo.pending(store.bounds)


def test_all_tables_are_within_bounds(store: Store) -> None:
    assert all(store.bounds.holds(name) for name in MODELS)
    assert not store.bounds.holds(os.curdir)
