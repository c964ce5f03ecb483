"""Each defence is taken out, from outside, and something breaks: so each is needed, and the other tests can fail."""

import csv
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import nullcontext, suppress
from datetime import datetime
from pathlib import Path

import pytest

from lib.records.application import Application
from lib.records.errors import AfterwordError
from lib.store import Conflict, SaveFailed, Store, Transaction, codec, disk, edits, folder, redo
from lib.store.bounds import PathPolicy
from lib.store.step import SaveStep
from lib.store.tables import CsvTable
from tests.faults.faulty import Electric, dying
from tests.faults.scenarios import (
    APPLICATION,
    INTERVIEW,
    OPERATIONS,
    Stage,
    attempt,
    forget_receipts,
    staged,
    state_of,
)

COMMIT = OPERATIONS[0]


@pytest.fixture(scope="module")
def stage(quick_root: Path) -> Stage:
    return staged(COMMIT, quick_root / "defences")


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(Transaction("First", put=(APPLICATION, INTERVIEW)), now)
    return store


class Forgetful(Electric):
    """fsync of a file returns at once and does nothing."""

    def _synced(self, handle: int) -> None:
        if handle not in self.nodes:
            super()._synced(handle)


def after_a_power_cut(stage: Stage, faulty: Electric, *, names_went_ahead: bool) -> bool:
    """Whether an acknowledged save is still there."""
    store = stage.fresh()
    faulty.watch(stage.place)
    assert attempt(stage, store, faulty) is None
    faulty.cut(names_went_ahead=names_went_ahead)
    forget_receipts()
    store.recover(DEBRIEF_AT)
    return state_of(store) == stage.after


DEBRIEF_AT = datetime.fromisoformat("2026-11-20T21:00:00+01:00")


def test_with_every_fsync_an_acknowledged_save_survives_a_power_cut(stage: Stage) -> None:
    assert after_a_power_cut(stage, Electric(), names_went_ahead=False)


def test_without_fsync_of_the_file_an_acknowledged_save_is_lost(stage: Stage) -> None:
    assert not after_a_power_cut(stage, Forgetful(), names_went_ahead=True)


def test_without_fsync_of_the_folder_an_acknowledged_save_is_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "sync_folder", lambda folder: None)
    assert not after_a_power_cut(stage, Electric(), names_went_ahead=False)


def rows_after_a_crowd(store: Store, now: datetime) -> tuple[set[str], list[str]]:
    """Eight threads save a row each, at once, ten times over: the ids acknowledged, and those in the file."""
    acknowledged: set[str] = set()
    start = threading.Barrier(8)

    def save(name: int) -> None:
        start.wait()
        for turn in range(10):
            row = Application(id=f"ap-{name}x{turn}", company="Northwind", role="Analyst")
            try:
                store.commit(Transaction("A row", put=(row,)), now)
                acknowledged.add(row.id)
            except AfterwordError:
                continue

    threads = [threading.Thread(target=save, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return acknowledged, [entry.id for entry in store.load().workbook.applications]


def test_with_the_lock_every_row_of_a_crowd_is_there_once(store: Store, now: datetime) -> None:
    acknowledged, found = rows_after_a_crowd(store, now)
    assert len(acknowledged) == 80
    assert sorted(acknowledged) == sorted(found)


def test_without_the_lock_rows_of_a_crowd_are_lost(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "locked", lambda path: nullcontext())
    acknowledged, found = rows_after_a_crowd(store, now)
    assert (len(acknowledged), sorted(acknowledged)) != (80, sorted(found))


def edit_over_an_edit_from_outside(store: Store, now: datetime) -> str:
    """The lesson in the file after somebody else wrote one, and then a page that had loaded the row before saved."""
    row_versions = {(INTERVIEW.file, INTERVIEW.identity): store.load().row_version(INTERVIEW)}
    path = store.folder / INTERVIEW.file
    header = path.read_text("utf-8-sig").splitlines()[0].replace('"', "").split(",")
    cells = INTERVIEW.changed(lesson="theirs").cells()
    row = ",".join(f'"{cells[name]}"' for name in header)
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0] + row.encode() + b"\r\n")
    with suppress(Conflict):
        store.commit(Transaction("Mine", put=(INTERVIEW.changed(lesson="mine"),), row_versions=row_versions), now)
    return store.load().workbook.interviews[0].lesson


def test_with_the_row_s_version_an_edit_from_outside_is_not_overwritten(saved: Store, now: datetime) -> None:
    assert edit_over_an_edit_from_outside(saved, now) == "theirs"


def test_without_the_row_s_version_an_edit_from_outside_is_overwritten(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CsvTable, "row_version", lambda self, key: "always the same")
    assert edit_over_an_edit_from_outside(saved, now) == "mine"


def test_without_quoting_a_comma_cannot_be_saved(saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "_quote", lambda cell: cell)
    with pytest.raises(SaveFailed):
        saved.commit(Transaction("x", put=(APPLICATION.changed(id="ap-new", role="Analyst, data"),)), now)


def test_without_reading_back_a_row_written_wrongly_reaches_the_file(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codec, "_quote", lambda cell: cell)
    monkeypatch.setattr(edits, "_reads_back", lambda sheet, again: True)
    saved.commit(Transaction("x", put=(APPLICATION.changed(id="ap-new", role="Analyst, data"),)), now)
    assert saved.load().workbook.application("ap-new") is None


def formulas_in(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "+", "-", "@"))]


HARMFUL = APPLICATION.changed(id="ap-bad", role="=HYPERLINK(A1)")


def test_with_the_guard_no_cell_is_a_formula(saved: Store, now: datetime) -> None:
    saved.commit(Transaction("x", put=(HARMFUL,)), now)
    assert formulas_in(saved.folder / APPLICATION.file) == []


def test_without_the_guard_a_cell_is_a_formula(saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "_FORMULA", re.compile("(?!)"))
    saved.commit(Transaction("x", put=(HARMFUL,)), now)
    assert formulas_in(saved.folder / APPLICATION.file) == ["=HYPERLINK(A1)"]


def as_excel_reads(path: Path) -> str:
    data = path.read_bytes()
    return data.decode("utf-8-sig") if data.startswith(b"\xef\xbb\xbf") else data.decode("cp1252")


def test_with_the_bom_a_spreadsheet_reads_the_umlaut(store: Store, now: datetime) -> None:
    store.commit(Transaction("x", put=(APPLICATION.changed(company="Müller"),)), now)
    assert "Müller" in as_excel_reads(store.folder / APPLICATION.file)


def test_without_the_bom_a_spreadsheet_does_not(store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "BOM", b"")
    store.commit(Transaction("x", put=(APPLICATION.changed(company="Müller"),)), now)
    assert "Müller" not in as_excel_reads(store.folder / APPLICATION.file)


def take_without_a_record(
    where: PathPolicy, step: SaveStep, files: Mapping[str, tuple[bytes | None, bytes | None]]
) -> None:
    for name, (_, new) in files.items():
        disk.make_folder((where.folder / name).parent)
        disk.write(where.folder / name, new or b"")


def states_after_kills(stage: Stage) -> Iterator[bool]:
    for at in range(1, stage.calls + 1):
        store = stage.fresh()
        attempt(stage, store, dying(at))
        forget_receipts()
        store.recover(DEBRIEF_AT)
        yield state_of(store) in (stage.before, stage.after)


def test_without_the_redo_record_a_kill_leaves_half_of_a_save(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redo, "apply", take_without_a_record)
    assert not all(states_after_kills(stage))


def test_without_the_redo_record_seen_through_a_reader_meets_half_of_a_save(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redo, "with_pending", lambda where, images: dict(images))
    halves = 0
    for at in range(1, stage.calls + 1):
        store = stage.fresh()
        attempt(stage, store, dying(at))
        halves += store.load().workbook.application("ap-other") is not None and not store.load().workbook.ratings
    assert halves
