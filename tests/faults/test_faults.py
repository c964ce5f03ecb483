"""Every call to the system, in every operation, fails once and for ever: old or new, told truly, nothing lost."""

import os
from pathlib import Path

import pytest

from lib.records.errors import AfterwordError
from lib.store import Recovery, Store
from lib.store.errors import NOTHING_CHANGED
from tests.faults.faulty import CODES, failing
from tests.faults.scenarios import (
    LATER,
    OPERATIONS,
    Stage,
    attempt,
    calls_to_try,
    forget_receipts,
    litter,
    staged,
    state_of,
)


@pytest.fixture(scope="module", params=OPERATIONS, ids=lambda operation: operation.name)
def stage(request: pytest.FixtureRequest, quick_root: Path) -> Stage:
    return staged(request.param, quick_root / request.param.name)


def codes_at(at: int, is_long: bool) -> tuple[int, ...]:
    return CODES if is_long else (CODES[at % len(CODES)],)


def started_again(store: Store) -> Recovery:
    forget_receipts()
    return store.recover(LATER)


def told(error: object) -> str:
    return error.sentence if isinstance(error, AfterwordError) else ""


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_failing_call_leaves_the_old_or_the_new_and_is_told_truly(
    stage: Stage, is_long: bool, for_ever: bool
) -> None:
    for at in calls_to_try(stage, is_long, beyond=29):
        for code in codes_at(at, is_long):
            store = stage.fresh()
            error = attempt(stage, store, failing(at, code, for_ever=for_ever))
            case = f"call {at}, {os.strerror(code)}: {told(error)}"
            loaded = store.load()
            waiting = started_again(store)
            state = state_of(store)
            assert waiting.waiting == "", case
            assert loaded.fingerprint == store.fingerprint(), case
            assert state in (stage.before, stage.after), case
            if error is None and stage.operation.name != "recover":
                assert state == stage.after, case
            if NOTHING_CHANGED in told(error):
                assert state == stage.before, case
            assert litter(store) == [], case


def test_after_a_failure_the_same_attempt_succeeds(stage: Stage, is_long: bool) -> None:
    for at in calls_to_try(stage, is_long):
        store = stage.fresh()
        error = attempt(stage, store, failing(at, CODES[at % len(CODES)], for_ever=True))
        if error is None or stage.operation.name == "undo":
            continue
        started_again(store)
        if state_of(store) != stage.after:
            stage.operation.run(store)
        assert state_of(store) == stage.after, f"call {at}: {told(error)}"
