from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.goal import Goal
from lib.store import ReadOnly, SaveFailed, Store, Transaction
from lib.store.backup_files import ids_to_keep
from tests.store.rows import APPLICATION, FIRST, INTERVIEW, edit, from_outside, write

MINUTE = timedelta(minutes=1)


def save(store: Store, lesson: str, at: datetime) -> None:
    store.commit(edit(store, INTERVIEW.changed(lesson=lesson)), at)


def lesson(store: Store) -> str:
    return store.load().workbook.interviews[0].lesson


def reasons(store: Store) -> list[str]:
    return [backup.reason for backup in store.backups.list()]


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


def test_an_empty_workbook_needs_no_backup(saved: Store) -> None:
    assert saved.backups.list() == ()


def test_a_backup_is_outside_of_the_folder(saved: Store, now: datetime) -> None:
    saved.backups.make("By hand", now)
    assert list(saved.folder.rglob("*.zip")) == []
    assert len(list(saved.home.rglob("*.zip"))) == 1


def test_a_backup_knows_when_and_why_it_was_made(saved: Store, now: datetime) -> None:
    made = saved.backups.make("Before an import", now)
    (found,) = Store(saved.folder, saved.home).backups.list()
    assert found == made
    assert (found.at, found.reason) == (now, "Before an import")
    assert found.size > 0


def test_a_save_keeps_the_image_before_it_at_most_half_hourly(saved: Store, now: datetime) -> None:
    for minutes in (1, 10, 29, 40, 50, 65):
        save(saved, str(minutes), now + minutes * MINUTE)
    assert [backup.at - now for backup in saved.backups.list()] == [40 * MINUTE, 1 * MINUTE]
    saved.backups.restore(saved.backups.list()[0].id, now + 80 * MINUTE)
    assert lesson(saved) == "29"


def test_a_change_from_outside_is_kept_before_the_next_save(saved: Store, now: datetime) -> None:
    save(saved, "mine", now)
    from_outside(saved, "interviews.csv", lambda data: data.replace(b"mine", b"theirs"))
    save(saved, "mine again", now + MINUTE)
    assert reasons(saved)[0] == "After a change from outside"
    saved.backups.restore(saved.backups.list()[0].id, now + 2 * MINUTE)
    assert lesson(saved) == "theirs"


def test_files_that_were_there_first_are_kept_before_the_first_save(store: Store, now: datetime) -> None:
    write(store, "goals.csv", "id,goal,why\n")
    store.commit(FIRST, now)
    assert reasons(store) == ["Before the first save"]


def test_restoring_brings_every_file_back_and_takes_away_what_was_not_there(store: Store, now: datetime) -> None:
    path = write(store, "goals.csv", b"id,goal\ngo-1,Learn\nbroken")
    kept = store.backups.make("By hand", now)
    store.commit(FIRST, now)
    path.unlink()
    receipt = store.backups.restore(kept.id, now + MINUTE)
    assert sorted(file.name for file in store.folder.glob("*.csv")) == ["goals.csv"]
    assert path.read_bytes() == b"id,goal\ngo-1,Learn\nbroken"
    assert receipt.files == ("applications.csv", "goals.csv", "interviews.csv", "ratings.csv", "settings.csv")


def test_a_save_that_a_restore_took_away_can_be_made_again(store: Store, now: datetime) -> None:
    kept = store.backups.make("By hand", now)
    change = replace(FIRST, draft_id="iv-first", token="t1")
    store.commit(change, now)
    store.backups.restore(kept.id, now)
    assert store.commit(change, now).repeated is False
    assert lesson(store) == ""


def test_a_restore_can_be_restored_from(saved: Store, now: datetime) -> None:
    kept = saved.backups.make("By hand", now)
    save(saved, "newer", now)
    saved.backups.restore(kept.id, now + MINUTE)
    assert (lesson(saved), reasons(saved)[0]) == ("", "Before restoring a backup")
    saved.backups.restore(saved.backups.list()[0].id, now + 2 * MINUTE)
    assert lesson(saved) == "newer"


def test_a_workbook_that_cannot_be_read_is_restored(saved: Store, now: datetime) -> None:
    kept = saved.backups.make("By hand", now)
    write(saved, "interviews.csv", b"")
    with pytest.raises(ReadOnly):
        saved.commit(Transaction("x", put=(APPLICATION.changed(id="ap-2"),)), now)
    saved.backups.restore(kept.id, now + MINUTE)
    assert saved.load().read_only == ""
    assert saved.load().workbook.interviews == (INTERVIEW,)


def test_restoring_leaves_other_files_and_drafts(saved: Store, now: datetime) -> None:
    kept = saved.backups.make("By hand", now)
    other = write(saved, "my own.csv", "x")
    saved.backups.restore(kept.id, now)
    assert other.exists()


@pytest.mark.parametrize("backup_id", ["", "20261120T180000000000Z-000", "../../goals", "nonsense"])
def test_a_backup_that_is_gone_is_reported(saved: Store, now: datetime, backup_id: str) -> None:
    with pytest.raises(SaveFailed, match="is gone"):
        saved.backups.restore(backup_id, now)


def test_a_damaged_backup_changes_nothing(saved: Store, now: datetime) -> None:
    kept = saved.backups.make("By hand", now)
    (path,) = saved.home.rglob("*.zip")
    path.write_bytes(path.read_bytes()[:100])
    before = saved.fingerprint()
    with pytest.raises(SaveFailed, match="damaged"):
        saved.backups.restore(kept.id, now)
    assert saved.fingerprint() == before


def test_two_folders_have_backups_of_their_own(saved: Store, now: datetime) -> None:
    saved.backups.make("By hand", now)
    other = Store(saved.folder / "other", saved.home)
    assert other.backups.list() == ()


def test_backups_thin_with_age() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    times = {f"{hours}": now - timedelta(hours=hours) for hours in range(24 * 120)}
    times |= {f"{minutes}m": now - minutes * MINUTE for minutes in range(1, 180, 5)}
    kept = ids_to_keep(times, now)
    ages = sorted((now - times[name]) / timedelta(days=1) for name in kept)
    assert sum(age < 1 / 12 for age in ages) == 2 + 24
    assert sum(1 < age <= 31 for age in ages) in (30, 31)
    assert sum(age > 31 for age in ages) in (13, 14)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=40))
def test_thinning_keeps_the_newest_and_thins_no_further_at_once(minutes: list[int]) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    times = {f"b{number}": now - minute * MINUTE for number, minute in enumerate(minutes)}
    kept = ids_to_keep(times, now)
    assert max(times.values()) in {times[name] for name in kept}
    assert ids_to_keep({name: times[name] for name in kept}, now) == kept


def test_old_backups_go_when_a_new_one_is_made(saved: Store, now: datetime) -> None:
    for hours in (100, 99, 98):
        saved.backups.make("By hand", now - timedelta(hours=hours))
    saved.commit(Transaction("x", put=(Goal(id="go-1", goal="Learn"),)), now)
    assert len(saved.backups.list()) == 2


def files_of(store: Store) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}


def test_a_restore_is_taken_back_byte_for_byte(saved: Store, now: datetime) -> None:
    kept = saved.backups.make("By hand", now)
    save(saved, "newer", now)
    from_outside(saved, "interviews.csv", lambda data: data + b"a line that,cannot be read\r\n")
    write(saved, "goals.csv", b"id,goal\ngo-1,Learn\n")
    before = files_of(saved)
    receipt = saved.backups.restore(kept.id, now + MINUTE)
    assert files_of(saved) != before
    saved.undo(receipt.id, now + 2 * MINUTE)
    assert files_of(saved) == before
    assert receipt.id not in [entry.receipt_id for entry in saved.undoable()]


def test_a_restore_is_not_taken_back_over_what_was_saved_since(saved: Store, now: datetime) -> None:
    kept = saved.backups.make("By hand", now)
    save(saved, "newer", now)
    receipt = saved.backups.restore(kept.id, now + MINUTE)
    save(saved, "newest", now + 2 * MINUTE)
    with pytest.raises(SaveFailed, match=r"Since then interviews\.csv was changed"):
        saved.undo(receipt.id, now + 3 * MINUTE)
    assert lesson(saved) == "newest"


def test_a_restore_decided_on_files_that_have_changed_since_does_nothing(saved: Store, now: datetime) -> None:
    kept = saved.backups.make("By hand", now)
    seen = saved.fingerprint()
    save(saved, "newer", now)
    with pytest.raises(SaveFailed, match="changed in the meantime"):
        saved.backups.put_back(saved.backups.files_of(kept.id), "A backup", now, seen)
    assert lesson(saved) == "newer"
