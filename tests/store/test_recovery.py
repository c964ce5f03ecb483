"""A save that was interrupted, and what others did to the files before the next start."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from lib.records.goal import Goal
from lib.store import Draft, SaveFailed, Store, Transaction, disk, redo
from lib.store.bounds import PathPolicy
from lib.store.redo import RECORD
from lib.store.step import SaveStep
from tests.store.rows import FIRST, INTERVIEW, edit, from_outside, listed, write

LEARN, EARN = Goal(id="go-1", goal="Learn"), Goal(id="go-2", goal="Earn")


class Killed(BaseException):
    """The process is gone."""


def kill_before_finishing(store: Store, change: Transaction, now: datetime) -> None:
    """A commit whose step is decided and of which nothing is in place yet."""

    def killed(where: PathPolicy, step: SaveStep, *, anew: bool) -> tuple[str, ...]:
        raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(redo, "put_all_in_place", killed)
        with pytest.raises(Killed):
            store.commit(change, now)


@pytest.fixture
def goals(store: Store, now: datetime) -> Store:
    write(store, "goals.csv", b"id,goal,why\ngo-1,Learn,\ngo-2,Earn,\n")
    write(store, "settings.csv", b"key,value\nschema_version,1\n")
    return store


def whys(store: Store) -> dict[str, str]:
    return {goal.id: goal.why for goal in store.load().workbook.goals}


def test_a_start_with_nothing_to_do_is_silent(store: Store, now: datetime) -> None:
    assert store.recover(now).sentence == ""
    assert list(store.folder.iterdir()) == []


def test_an_interrupted_save_is_seen_at_once_and_completed_at_the_start(goals: Store, now: datetime) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    assert whys(goals)["go-1"] == "mine"
    assert b"mine" not in (goals.folder / "goals.csv").read_bytes()
    assert goals.recover(now).sentence == "A save that was interrupted is complete now: An edit."
    assert b"mine" in (goals.folder / "goals.csv").read_bytes()
    assert not (goals.folder / RECORD).exists()


def test_an_interrupted_save_is_completed_by_the_next_save(goals: Store, now: datetime) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    goals.commit(edit(goals, EARN.changed(why="next")), now)
    assert whys(goals) == {"go-1": "mine", "go-2": "next"}


def test_rows_written_from_outside_before_the_start_are_kept(goals: Store, now: datetime) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    from_outside(goals, "goals.csv", lambda data: data.replace(b"go-2,Earn,", b"go-2,Earn,theirs\ngo-3,Rest,new"))
    assert goals.recover(now).left == ()
    assert whys(goals) == {"go-1": "mine", "go-2": "theirs", "go-3": "new"}


def test_a_row_changed_from_outside_before_the_start_is_left_and_the_draft_stays(goals: Store, now: datetime) -> None:
    goals.drafts.save(Draft("go-1", "edit", "go-1", "t"), now)
    change = edit(goals, LEARN.changed(why="mine"), EARN.changed(why="mine too"))
    kill_before_finishing(
        goals, Transaction("Both", change.put, row_versions=change.row_versions, draft_id="go-1", token="t"), now
    )
    from_outside(goals, "goals.csv", lambda data: data.replace(b"go-1,Learn,", b"go-1,Learn,theirs"))
    recovery = goals.recover(now)
    assert "The row go-1 in goals.csv was changed by another program" in recovery.sentence
    assert whys(goals) == {"go-1": "theirs", "go-2": "mine too"}
    assert len(goals.drafts.list()) == 1


def test_a_draft_that_was_written_on_after_the_interruption_is_kept(goals: Store, now: datetime) -> None:
    draft = goals.drafts.save(Draft("go-1", "edit", "go-1", "t", values={"why": "mine"}), now)
    change = edit(goals, LEARN.changed(why="mine"))
    kill_before_finishing(goals, replace(change, draft_id="go-1", token="t"), now)
    more = goals.drafts.save(replace(draft, values={"why": "mine, and more"}), now)
    goals.recover(now)
    assert whys(goals)["go-1"] == "mine"
    assert goals.drafts.list() == (more,)


def test_a_save_completed_by_hand_is_not_made_twice(goals: Store, now: datetime) -> None:
    kill_before_finishing(goals, Transaction("New", put=(Goal(id="go-3", goal="Rest"),)), now)
    from_outside(goals, "goals.csv", lambda data: data + b"go-3,Rest,\n")
    assert goals.recover(now).left == ()
    assert list(whys(goals)) == ["go-1", "go-2", "go-3"]


def test_a_file_that_became_unreadable_before_the_start_is_left(goals: Store, now: datetime) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    write(goals, "goals.csv", b"id;goal;why\n")
    assert "goals.csv was changed by another program" in goals.recover(now).sentence
    assert (goals.folder / "goals.csv").read_bytes() == b"id;goal;why\n"


def test_without_its_staged_files_a_save_is_completed_row_by_row(store: Store, now: datetime) -> None:
    kill_before_finishing(store, FIRST, now)
    for path in store.folder.glob(f".*{disk.TEMPORARY}"):
        path.unlink()
    assert INTERVIEW in store.load().workbook.interviews
    assert store.recover(now).left == ()
    assert INTERVIEW in store.load().workbook.interviews
    assert len(store.load().workbook.ratings) == 1


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"sha256": "x", "step": "{}"}'])
def test_a_damaged_record_is_moved_away_and_reported(goals: Store, now: datetime, data: bytes) -> None:
    (goals.folder / ".afterword").mkdir()
    (goals.folder / RECORD).write_bytes(data)
    assert len(goals.load().workbook.goals) == 2
    assert "damaged" in goals.recover(now).sentence
    assert goals.recover(now).sentence == ""
    goals.commit(edit(goals, LEARN.changed(why="mine")), now)


def test_leftovers_of_interrupted_writes_are_swept(goals: Store, now: datetime) -> None:
    goals.drafts.save(Draft("go-1", "edit", "go-1", "t"), now)
    left = [
        goals.folder / f".goals.csv.abc{disk.TEMPORARY}",
        goals.folder / ".afterword" / "drafts" / f".go-1.json.abc{disk.TEMPORARY}",
    ]
    for path in left:
        path.write_bytes(b"half")
    goals.recover(now)
    assert not any(path.exists() for path in left)
    assert len(goals.drafts.list()) == 1


def test_a_disk_that_still_fails_at_the_start_is_told_and_nothing_is_lost(
    goals: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "swap", lambda one, other: (_ for _ in ()).throw(PermissionError(13, "Denied")))
        assert "can't be completed yet: denied" in goals.recover(now).sentence
        with pytest.raises(SaveFailed, match="can't be completed yet"):
            goals.commit(edit(goals, EARN.changed(why="next")), now)
        assert whys(goals)["go-1"] == "mine"
    assert goals.recover(now).finished == "An edit"


def test_the_record_holds_no_path_of_the_machine(goals: Store, now: datetime) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    step = json.loads(json.loads((goals.folder / RECORD).read_bytes())["step"])
    assert {target["name"] for target in step["targets"]} >= {"goals.csv"}
    assert str(goals.folder) not in json.dumps(step)


def test_a_moved_folder_is_completed_where_it_is_now(goals: Store, now: datetime, tmp_path: Path) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    moved = Store(goals.folder.rename(tmp_path / "moved"), goals.home)
    moved.recover(now)
    assert whys(moved)["go-1"] == "mine"
    assert listed(moved, LEARN)


def test_a_record_with_a_word_changed_counts_as_damaged(goals: Store, now: datetime) -> None:
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    path = goals.folder / RECORD
    path.write_bytes(path.read_bytes().replace(b"An edit", b"An odds"))
    assert "damaged" in goals.recover(now).sentence
    assert whys(goals)["go-1"] == ""


def test_an_interrupted_save_is_completed_before_another_is_taken_back(goals: Store, now: datetime) -> None:
    first = goals.commit(edit(goals, EARN.changed(why="first")), now)
    kill_before_finishing(goals, edit(goals, LEARN.changed(why="mine")), now)
    goals.undo(first.id, now)
    assert whys(goals) == {"go-1": "mine", "go-2": ""}
    assert not list(goals.folder.glob(f".*{disk.TEMPORARY}"))
    assert [entry.label for entry in goals.undoable()] == ["An edit"]
