"""Whole files replaced in one step: only as they were seen, a backup before, and a way back."""

import pytest

from lib.store import ReadOnly, Rewrite, SaveFailed, Store
from tests.conftest import NOW
from tests.store.rows import FIRST, from_outside, write

OLD, NEW = b"id,goal\ngo-1,Learn\n", b"id,goal\ngo-1,Earn\n"


def rewrite(store: Store, seen: bytes | None, new: bytes | None) -> str:
    return store.rewrite(Rewrite("Put right", "Before a repair", {"goals.csv": (seen, new)}), NOW).id


def test_a_file_that_changed_since_it_was_seen_is_not_replaced(store: Store) -> None:
    path = write(store, "goals.csv", NEW)
    with pytest.raises(SaveFailed, match="changed in the meantime"):
        rewrite(store, OLD, b"")
    assert path.read_bytes() == NEW
    assert store.backups.list() == ()


def test_the_files_of_before_are_kept_and_come_back(store: Store) -> None:
    path = write(store, "goals.csv", OLD)
    receipt = rewrite(store, OLD, NEW)
    assert path.read_bytes() == NEW
    assert store.backups.files_of(store.backups.list()[0].id) == {"goals.csv": OLD}
    store.undo(receipt, NOW)
    assert path.read_bytes() == OLD


def test_a_file_that_was_taken_away_comes_back_too(store: Store) -> None:
    path = write(store, "goals.csv", OLD)
    receipt = rewrite(store, OLD, None)
    assert not path.exists()
    store.undo(receipt, NOW)
    assert path.read_bytes() == OLD


def test_where_nothing_changes_nothing_is_written(store: Store) -> None:
    write(store, "goals.csv", OLD)
    rewrite(store, OLD, OLD)
    assert (store.backups.list(), store.undoable()) == ((), ())


def test_files_of_a_newer_version_are_not_replaced(store: Store) -> None:
    store.commit(FIRST, NOW)
    from_outside(store, "settings.csv", lambda data: data.replace(b'"1"', b'"99"'))
    with pytest.raises(ReadOnly, match="newer version"):
        rewrite(store, None, NEW)


def test_it_is_not_taken_back_over_what_was_written_since(store: Store) -> None:
    path = write(store, "goals.csv", OLD)
    receipt = rewrite(store, OLD, NEW)
    path.write_bytes(NEW + b"go-2,Stay\n")
    with pytest.raises(SaveFailed, match=r"goals\.csv was changed"):
        store.undo(receipt, NOW)
    assert path.read_bytes() == NEW + b"go-2,Stay\n"
