import threading
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from lib.store import SaveFailed, Store, lock
from lib.store.lock import locked
from tests.store.rows import FIRST


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_lock_that_another_thread_keeps_ends_in_words(tmp_path: Path) -> None:
    release = threading.Event()
    taken = threading.Event()

    def keep() -> None:
        with locked(tmp_path / "a.lock"):
            taken.set()
            release.wait(10)

    thread = threading.Thread(target=keep)
    thread.start()
    taken.wait(10)
    with pytest.raises(SaveFailed, match="Another window or program"), locked(tmp_path / "a.lock"):
        pass
    release.set()
    thread.join()
    with locked(tmp_path / "a.lock"):
        pass


@pytest.mark.usefixtures("impatient")
def test_a_lock_that_another_program_keeps_ends_in_words_and_reading_goes_on(store: Store, now: datetime) -> None:
    store.commit(FIRST, now)
    (path,) = (store.home / "locks").iterdir()
    with FileLock(path):
        with pytest.raises(SaveFailed, match="Another window or program"):
            store.commit(FIRST, now)
        assert len(store.load().workbook.interviews) == 1
    assert store.commit(FIRST, now).written == 0


def test_the_lock_is_outside_of_the_folder(store: Store, now: datetime) -> None:
    store.commit(FIRST, now)
    assert list(store.folder.rglob("*.lock")) == []


def test_one_folder_by_two_names_has_one_lock(store: Store, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(store.folder)
    store.load()
    Store(tmp_path / "link", store.home).load()
    assert len(list((store.home / "locks").iterdir())) == 1


def test_an_error_within_releases_the_lock(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path / "a.lock"):
        raise KeyError
    with locked(tmp_path / "a.lock"):
        pass
