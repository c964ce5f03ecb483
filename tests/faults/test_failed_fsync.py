"""One fsync fails, and the system forgets what it could not write: no save is acknowledged that a power cut takes."""

from pathlib import Path

import pytest

from lib.store import Store, disk
from tests.faults.faulty import Forgetful
from tests.faults.scenarios import LATER, OPERATIONS, Stage, attempt, forget_receipts, staged, state_of


@pytest.fixture(scope="module", params=OPERATIONS, ids=lambda operation: operation.name)
def stage(request: pytest.FixtureRequest, quick_root: Path) -> Stage:
    return staged(request.param, quick_root / request.param.name)


def on(stage: Stage, at: int) -> tuple[Store, Forgetful]:
    store, faulty = stage.fresh(), Forgetful(at)
    disk._unconfirmed.clear()
    faulty.watch(stage.place)
    return store, faulty


def fsyncs_of(stage: Stage) -> int:
    store, faulty = on(stage, 0)
    assert attempt(stage, store, faulty) is None
    return faulty.fsyncs


def after_a_power_cut(store: Store, faulty: Forgetful) -> object:
    faulty.cut()
    forget_receipts()
    store.recover(LATER)
    return state_of(store)


def test_a_save_is_acknowledged_only_if_it_survives_though_an_fsync_failed(stage: Stage) -> None:
    for at in range(1, fsyncs_of(stage) + 1):
        store, faulty = on(stage, at)
        error = attempt(stage, store, faulty)
        state = after_a_power_cut(store, faulty)
        assert state in (stage.before, stage.after), f"fsync {at}: {error}"
        if error is None and stage.operation.name != "recover":
            assert state == stage.after, f"fsync {at} failed, the save was acknowledged, and is gone"


def test_a_second_attempt_after_a_failed_fsync_survives_too(stage: Stage) -> None:
    for at in range(1, fsyncs_of(stage) + 1):
        store, faulty = on(stage, at)
        if attempt(stage, store, faulty) is None:
            continue
        error = attempt(stage, store, faulty)
        state = after_a_power_cut(store, faulty)
        assert state in (stage.before, stage.after), f"fsync {at}: {error}"
        if error is None:
            assert state == stage.after, f"fsync {at} failed, the second save was acknowledged, and is gone"
