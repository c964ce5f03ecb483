"""Every call to the system is the last one before death, by a kill or by a power cut: the next start has old or new."""

from pathlib import Path

import pytest

from lib.store import Store
from lib.store.redo import RECORD
from tests.faults.faulty import Died, Electric, dying
from tests.faults.scenarios import (
    LATER,
    OPERATIONS,
    Stage,
    attempt,
    calls_to_try,
    forget_receipts,
    litter,
    root_store,
    staged,
    state_of,
    system,
)


@pytest.fixture(scope="module", params=OPERATIONS, ids=lambda operation: operation.name)
def stage(request: pytest.FixtureRequest, quick_root: Path) -> Stage:
    return staged(request.param, quick_root / request.param.name)


def bytes_of(store: Store) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}


def check_next_start(stage: Stage, store: Store, case: str) -> None:
    forget_receipts()
    there = bytes_of(store)
    loaded = store.load()
    assert bytes_of(store) == there, f"{case}: loading wrote"
    recovery = store.recover(LATER)
    assert (recovery.waiting, recovery.left) == ("", ()), case
    assert state_of(store) in (stage.before, stage.after), case
    assert loaded.fingerprint == store.fingerprint(), f"{case}: the load before recovery saw something else"
    assert litter(store) == [], case
    assert store.recover(LATER).sentence == "", f"{case}: a second start found something"


def test_a_kill_at_any_call_leaves_the_old_or_the_new(stage: Stage, is_long: bool) -> None:
    for at in calls_to_try(stage, is_long):
        store = stage.fresh()
        attempt(stage, store, dying(at))
        check_next_start(stage, store, f"killed in call {at}")


@pytest.mark.parametrize("names_went_ahead", [False, True], ids=["nothing unsynced", "names ahead of data"])
def test_a_power_cut_at_any_call_leaves_the_old_or_the_new(stage: Stage, names_went_ahead: bool, is_long: bool) -> None:
    for at in calls_to_try(stage, is_long):
        store = stage.fresh()
        faulty = dying(at, Electric)
        assert isinstance(faulty, Electric)
        faulty.watch(stage.place)
        attempt(stage, store, faulty)
        faulty.cut(names_went_ahead=names_went_ahead)
        check_next_start(stage, store, f"power cut in call {at}")


@pytest.mark.parametrize("names_went_ahead", [False, True], ids=["nothing unsynced", "names ahead of data"])
def test_a_power_cut_after_the_answer_keeps_what_was_acknowledged(stage: Stage, names_went_ahead: bool) -> None:
    store = stage.fresh()
    faulty = Electric()
    faulty.watch(stage.place)
    assert attempt(stage, store, faulty) is None
    faulty.cut(names_went_ahead=names_went_ahead)
    forget_receipts()
    assert not (store.folder / RECORD).exists(), "a step that is complete would be taken again"
    store.recover(LATER)
    assert state_of(store) == stage.after


def test_a_recovery_that_is_killed_is_completed_by_the_next_one(stage: Stage, is_long: bool) -> None:
    for at in calls_to_try(stage, is_long)[:: 5 if is_long else 1]:
        store = stage.fresh()
        attempt(stage, store, dying(at))
        for again in (3, 17, 40):
            with system(dying(again)):
                try:
                    store.recover(LATER)
                except Died:
                    forget_receipts()
        check_next_start(stage, store, f"killed in call {at}, and in the recovery")


def test_the_first_save_into_an_empty_folder_survives_a_power_cut(tmp_path: Path) -> None:
    from tests.faults.scenarios import DEBRIEF

    root = tmp_path / "root"
    (root / "data").mkdir(parents=True)
    store, faulty = root_store(root), Electric()
    faulty.watch(root)
    with system(faulty):
        store.commit(DEBRIEF, LATER)
    faulty.cut(names_went_ahead=False)
    forget_receipts()
    assert store.load().workbook.interview("iv-second") is not None
