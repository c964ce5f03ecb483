"""Several processes on one folder, living and killed: each acknowledged save is there, once, and whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from lib.store import Store
from tests.faults.scenarios import litter, root_store
from tests.faults.writer import NOW

ROOT = Path(__file__).parent.parent.parent


def started(module: str, root: Path, *arguments: str) -> subprocess.Popen[str]:
    folders = [str(root / "data"), str(root / "home")]
    command = [sys.executable, "-m", f"tests.faults.{module}", *folders, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def acknowledged_by(process: subprocess.Popen[str], within: int = 170) -> list[str]:
    printed, _ = process.communicate(timeout=within)
    assert process.returncode == 0
    return printed.split()


def check(store: Store, acknowledged: list[str]) -> None:
    loaded = store.load()
    assert loaded.problems == ()
    applications = [entry.id.removeprefix("ap-") for entry in loaded.workbook.applications]
    goals = [entry.id.removeprefix("go-") for entry in loaded.workbook.goals]
    assert len(applications) == len(set(applications)), "a save is there twice"
    assert set(acknowledged) - set(applications) == set(), "an acknowledged save is missing"
    assert sorted(applications) == sorted(goals), "half of a save is there"
    drafts = {draft.record_id for draft in store.drafts.list()}
    assert drafts & set(applications) == set(), "a draft outlived the save of it"


def test_every_save_of_four_processes_with_four_threads_is_there_once(quick_root: Path) -> None:
    root = quick_root / "together"
    processes = [started("writer", root, f"p{number}", "4", "5") for number in range(4)]
    acknowledged = [row for process in processes for row in acknowledged_by(process)]
    assert len(acknowledged) == 80
    check(root_store(root), acknowledged)


@pytest.mark.parametrize("disk", ["in memory", "on disk"])
def test_no_acknowledged_save_is_lost_when_writers_are_killed(
    disk: str, quick_root: Path, tmp_path: Path, is_long: bool
) -> None:
    """180 kills each, 1,800 with --long. On a real disk more fall into a save, as fsync takes its time there."""
    root = quick_root / "killed" if disk == "in memory" else tmp_path
    acknowledged = acknowledged_by(started("nursery", root, "600" if is_long else "60", "11"), 3000 if is_long else 170)
    assert len(acknowledged) >= 60
    store = root_store(root)
    store.recover(NOW)
    check(store, acknowledged)
    assert litter(store) == []
