"""Another program writes a file in the very moment in which it's replaced: its words are in the file or beside it."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import pytest

from lib.records.goal import Goal
from lib.store import Store, Transaction, disk
from lib.store.contents import digest
from lib.store.copies import original_of
from lib.store.replacing import put_in_place_of
from lib.store.swapping import swap
from tests.faults.faulty import Died, Faulty
from tests.faults.scenarios import forget_receipts, litter, system
from tests.store.rows import FIRST, INTERVIEW, edit

THEIRS = b"iv-theirs,ap-north\r\n"


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


def in_place(path: Path) -> None:
    path.write_bytes(path.read_bytes() + THEIRS)


def by_rename(path: Path) -> None:
    beside = path.with_name("beside")
    beside.write_bytes(path.read_bytes() + THEIRS)
    beside.replace(path)


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSYS, "Function not implemented")


def just_before(
    monkeypatch: pytest.MonkeyPatch, call: str, how: Callable[[Path], None], file: str = "interviews.csv"
) -> None:
    """Another program writes a file right before that call on it."""
    plain = getattr(disk, call)

    def late(*paths: Path) -> object:
        named = [path for path in paths if path.name == file]
        if named:
            monkeypatch.setattr(disk, call, plain)
            how(named[0])
        return plain(*paths)

    monkeypatch.setattr(disk, call, late)


def check_theirs_is_kept(store: Store) -> None:
    (problem,) = [one for one in store.load().problems if one.kind == "copy"]
    assert original_of(problem.file) == "interviews.csv"
    assert THEIRS in (store.folder / problem.file).read_bytes()
    assert "while Afterword saved" in problem.reason
    assert litter(store) == []


@pytest.mark.parametrize("how", [in_place, by_rename])
def test_what_another_program_writes_at_the_last_moment_is_kept_as_a_copy_to_look_at(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path], None]
) -> None:
    just_before(monkeypatch, "swap", how)
    saved.commit(edit(saved, INTERVIEW.changed(lesson="mine")), now)
    assert saved.load().workbook.interviews[0].lesson == "mine"
    check_theirs_is_kept(saved)


@pytest.mark.parametrize(("how", "at"), [(in_place, "move"), (in_place, "link"), (by_rename, "link")])
def test_a_second_name_keeps_it_where_the_system_swaps_no_names(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path], None], at: str
) -> None:
    monkeypatch.setattr(disk, "swap", refuse)
    just_before(monkeypatch, at, how)
    saved.commit(edit(saved, INTERVIEW.changed(lesson="mine")), now)
    assert saved.load().workbook.interviews[0].lesson == "mine"
    check_theirs_is_kept(saved)


def test_a_file_that_another_program_makes_at_the_last_moment_is_kept(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    just_before(monkeypatch, "swap", lambda path: path.write_bytes(b"id\r\n" + THEIRS))
    store.commit(FIRST, now)
    assert len(store.load().workbook.interviews) == 1
    check_theirs_is_kept(store)


@pytest.mark.parametrize("how", [in_place, by_rename])
def test_a_file_that_is_changed_as_it_is_removed_is_kept(
    saved: Store, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path], None]
) -> None:
    path = saved.folder / "interviews.csv"
    just_before(monkeypatch, "move", how)
    put_in_place_of(path, None, digest(path.read_bytes()))
    assert not path.exists()
    check_theirs_is_kept(saved)


def test_two_copies_that_were_empty_when_they_were_kept_are_both_there(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program empties the file just before it's replaced, and writes into it just after."""
    opened: list[BinaryIO] = []
    for turn in ("mine", "mine again"):
        just_before(monkeypatch, "swap", lambda path: opened.append(path.open("wb")))
        saved.commit(edit(saved, INTERVIEW.changed(lesson=turn)), now)
    for sheet, turn in zip(opened, (b"one", b"two"), strict=True):
        with sheet:
            sheet.write(turn)
    assert sorted(path.read_bytes() for path in saved.folder.glob("*conflicted*")) == [b"one", b"two"]


class Late(Faulty):
    """Another program replaces interviews.csv right before the store does, and the process dies later."""

    def __init__(self, at: int, *, swaps: bool) -> None:
        super().__init__(self.die)
        self.at, self.swaps = at, swaps
        self.has_come = False

    def die(self, number: int, name: str) -> None:
        if number == self.at:
            self.dead = True
            raise Died

    def run(self, name: str, plain: Callable[..., object], arguments: tuple[object, ...], named: object) -> object:
        meant = [path for path in arguments if isinstance(path, Path) and path.name == "interviews.csv"]
        if name == ("swap" if self.swaps else "link") and meant and not self.has_come:
            self.has_come = True
            by_rename(meant[0])
        if name == "swap" and not self.swaps:
            refuse()
        return super().run(name, plain, arguments, named)  # type: ignore[arg-type]


@pytest.mark.parametrize("swaps", [True, False])
def test_a_kill_at_any_call_after_it_keeps_it(saved: Store, now: datetime, swaps: bool) -> None:
    path = saved.folder / "interviews.csv"
    before = path.read_bytes()
    undisturbed = Late(0, swaps=swaps)
    with system(undisturbed):
        saved.commit(edit(saved, INTERVIEW.changed(lesson="mine")), now)
    calls = undisturbed.calls
    for at in range(calls.index("swap"), len(calls) + 1):
        path.write_bytes(before)
        for copy in saved.folder.glob("*conflicted*"):
            copy.unlink()
        late = Late(at, swaps=swaps)
        with system(late), suppress(Died):
            saved.commit(edit(saved, INTERVIEW.changed(lesson=f"mine {at}")), now)
        forget_receipts()
        saved.recover(now)
        found = [path, *saved.folder.glob("*conflicted*")]
        assert any(THEIRS in one.read_bytes() for one in found) == late.has_come, f"killed in call {at}"
        assert litter(saved) == [], f"killed in call {at}"


def test_a_disk_that_knows_neither_is_saved_to(saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "swap", refuse)
    monkeypatch.setattr(os, "link", refuse)
    saved.commit(edit(saved, INTERVIEW.changed(lesson="mine")), now)
    saved.commit(Transaction("x", put=(Goal(id="go-1", goal="Learn"),)), now)
    assert saved.load().workbook.interviews[0].lesson == "mine"
    assert litter(saved) == []


def test_two_files_swap_their_names(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    swap(one, other)
    assert (one.read_bytes(), other.read_bytes()) == (b"2", b"1")
    other.unlink()
    with pytest.raises(FileNotFoundError):
        swap(one, other)
