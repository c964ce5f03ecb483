"""A whole workbook put back from a file, and that taken back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lib.records.goal import Goal
from lib.store import SaveFailed, Store, Transaction, compare
from tests.store.rows import FIRST, INTERVIEW, RATING, edit, from_outside, write

MINUTE = timedelta(minutes=1)


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


def lesson(store: Store) -> str:
    return store.load().workbook.interviews[0].lesson


def test_the_files_come_unchanged(saved: Store) -> None:
    write(saved, "my own.csv", "x")
    files = saved.backups.files()
    assert sorted(files) == ["applications.csv", "interviews.csv", "ratings.csv", "settings.csv"]
    assert files["ratings.csv"] == (saved.folder / "ratings.csv").read_bytes()


def test_files_that_cannot_be_read_are_not_left_out_in_silence(saved: Store) -> None:
    (saved.folder / "goals.csv").mkdir()
    with pytest.raises(SaveFailed, match=r"goals\.csv"):
        saved.backups.files()


def test_what_was_put_back_is_taken_back_byte_by_byte(saved: Store, now: datetime) -> None:
    then = saved.backups.files()
    from_outside(saved, "interviews.csv", lambda data: data + b"half a row,\n")
    write(saved, "goals.csv", b"id,goal\ngo-1,Learn")
    before = saved.backups.files()
    receipt = saved.backups.put_back(then, "Restored from a file", now)
    assert saved.backups.files() == then
    (entry,) = [one for one in saved.undoable() if one.receipt_id == receipt.id]
    assert entry.label == "Restored from a file"
    assert saved.undo(receipt.id, now + MINUTE).label == "Undone: Restored from a file"
    assert saved.backups.files() == before
    assert receipt.id not in [one.receipt_id for one in saved.undoable()]


def test_an_empty_folder_is_filled_and_emptied_again(saved: Store, tmp_path: Path, now: datetime) -> None:
    fresh = Store(tmp_path / "elsewhere", tmp_path / "home")
    receipt = fresh.backups.put_back(saved.backups.files(), "Restored from a file", now)
    assert fresh.load().workbook == saved.load().workbook
    fresh.undo(receipt.id, now)
    assert fresh.load().workbook.is_empty
    assert fresh.backups.files() == {}


def test_taking_back_would_not_lose_what_was_entered_since(saved: Store, now: datetime) -> None:
    receipt = saved.backups.put_back({}, "Restored from a file", now)
    saved.commit(Transaction("x", put=(Goal(id="go-1", goal="Learn"),)), now)
    with pytest.raises(SaveFailed, match="changed"):
        saved.undo(receipt.id, now)
    assert [goal.id for goal in saved.load().workbook.goals] == ["go-1"]


def test_what_changed_after_the_look_at_it_stops_it(saved: Store, now: datetime) -> None:
    seen = saved.fingerprint()
    saved.commit(edit(saved, INTERVIEW.changed(lesson="new")), now)
    with pytest.raises(SaveFailed, match="changed in the meantime"):
        saved.backups.put_back({}, "Restored from a file", now, seen)
    assert lesson(saved) == "new"
    saved.backups.put_back({}, "Restored from a file", now, saved.fingerprint())
    assert saved.load().workbook.is_empty


def test_the_same_files_again_change_nothing_and_leave_nothing_to_take_back(saved: Store, now: datetime) -> None:
    count = len(saved.undoable())
    receipt = saved.backups.put_back(saved.backups.files(), "Restored from a file", now)
    assert (receipt.written, len(saved.undoable())) == (0, count)


def test_two_states_are_told_apart_row_by_row(saved: Store, now: datetime) -> None:
    then = saved.backups.files()
    other = RATING.changed(dimension="evidence")
    saved.commit(
        Transaction(
            "x",
            put=(other, INTERVIEW.changed(lesson="new")),
            remove=(RATING,),
            row_versions=edit(saved, INTERVIEW).row_versions,
        ),
        now,
    )
    found = {change.file: change for change in compare(saved.backups.files(), then)}
    assert sorted(found) == ["interviews.csv", "ratings.csv"]
    assert [(row.now, row.then) for row in found["interviews.csv"].rows] == [
        (INTERVIEW.changed(lesson="new"), INTERVIEW)
    ]
    ratings = found["ratings.csv"]
    assert (ratings.added, ratings.removed, ratings.changed) == (1, 1, 0)
    assert [row.record for row in ratings.rows] == [RATING, other]


def test_a_difference_in_a_column_of_my_own_is_a_difference(saved: Store) -> None:
    write(saved, "goals.csv", "id,goal,mine\ngo-1,Learn,a\n")
    then = saved.backups.files()
    write(saved, "goals.csv", "id,goal,mine\ngo-1,Learn,b\n")
    (found,) = compare(saved.backups.files(), then)
    assert (found.changed, len(found.rows)) == (1, 1)


def test_a_file_that_differs_in_no_row_is_named_all_the_same(saved: Store) -> None:
    then = saved.backups.files()
    from_outside(saved, "ratings.csv", lambda data: data + b"\r\n\r\n")
    (found,) = compare(saved.backups.files(), then)
    assert (found.file, found.rows) == ("ratings.csv", ())
