"""A look at the files from outside tells every change that is no more recent than their clock is coarse."""

import os
from pathlib import Path

import pytest

from lib.store import Store, Transaction
from tests.conftest import NOW
from tests.store.rows import APPLICATION


@pytest.fixture
def file(store: Store) -> Path:
    store.commit(Transaction("First", put=(APPLICATION,)), NOW)
    path = store.folder / "applications.csv"
    os.utime(path, ns=(10**18, 10**18))
    return path


def test_files_that_nobody_touched_look_the_same(store: Store, file: Path) -> None:
    assert store.file_state() == store.file_state()


def test_other_words_of_the_same_length_with_the_old_time_look_different(store: Store, file: Path) -> None:
    before = store.file_state()
    file.write_bytes(file.read_bytes().replace(b"Northwind", b"Southwind"))
    os.utime(file, ns=(10**18, 10**18))
    assert store.file_state() != before


def test_another_file_put_in_its_place_looks_different(store: Store, file: Path) -> None:
    before, other = store.file_state(), store.folder / "other"
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(10**18, 10**18))
    other.replace(file)
    assert store.file_state() != before


def test_a_conflict_copy_beside_it_looks_different(store: Store, file: Path) -> None:
    before = store.file_state()
    (store.folder / "applications.sync-conflict-20261120.csv").write_bytes(b"")
    assert store.file_state() != before


def test_a_folder_that_cannot_be_seen_is_never_taken_as_known(store: Store, file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)
    assert store.file_state().last_change is None
