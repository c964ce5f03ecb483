import errno
import os
import stat
from pathlib import Path

import pytest

from lib.store import disk


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    disk.write(tmp_path / "a", b"words")
    assert disk.read(tmp_path / "a") == b"words"
    assert disk.read(tmp_path / "b") is None


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_content_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    disk.write(tmp_path / "a", b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(OSError, match="No space"):
            disk.write(tmp_path / "a", b"new")
    assert disk.read(tmp_path / "a") == b"old"
    assert disk.names(tmp_path) == ("a",)


def test_a_system_that_writes_a_few_bytes_at_a_time_writes_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))
    disk.write(tmp_path / "a", b"a longer text")
    assert disk.read(tmp_path / "a") == b"a longer text"


def test_a_file_in_place_that_the_disk_did_not_confirm_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "sync_folder", refuse)
    with pytest.raises(disk.Unconfirmed):
        disk.write(tmp_path / "a", b"words")
    assert disk.read(tmp_path / "a") == b"words"


def test_a_confirmation_that_fails_once_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def refuse_once(folder: Path) -> None:
        asked.append(folder)
        if len(asked) == 1:
            refuse()

    monkeypatch.setattr(disk, "sync_folder", refuse_once)
    disk.write(tmp_path / "a", b"words")
    assert asked == [tmp_path, tmp_path]


def test_folders_are_made_with_their_parents_for_the_person_alone(tmp_path: Path) -> None:
    disk.make_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    disk.make_folder(tmp_path / "a" / "b")


def test_each_new_folder_is_made_durable_in_its_parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    disk.make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]


def test_a_folder_that_is_not_there_may_be_made_where_its_parent_may_be_written(tmp_path: Path) -> None:
    assert disk.is_writable(tmp_path / "a" / "b")


def test_clearing_an_absent_folder_is_nothing(tmp_path: Path) -> None:
    disk.clear(tmp_path / "a")
    assert not (tmp_path / "a").exists()
