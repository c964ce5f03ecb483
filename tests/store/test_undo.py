from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lib.records.goal import Goal
from lib.store import Conflict, SaveFailed, Store, Transaction, redo, undo
from lib.store.bounds import UNDO
from lib.store.tables import MODELS
from lib.store.undo import KEPT
from tests.store.rows import APPLICATION, FIRST, INTERVIEW, RATING, edit, from_outside, listed, write


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


def bytes_of(store: Store) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.glob("*.csv")}


def take_back(store: Store, now: datetime) -> None:
    store.undo(store.undoable()[0].receipt_id, now)


def test_a_change_names_itself_to_be_taken_back_after_a_restart(saved: Store, now: datetime) -> None:
    (entry,) = Store(saved.folder, saved.home).undoable()
    assert (entry.label, entry.at) == ("First", now)


def test_the_newest_change_comes_first(saved: Store, now: datetime) -> None:
    saved.commit(edit(saved, INTERVIEW.changed(lesson="a")), now - timedelta(days=1))
    assert [entry.label for entry in saved.undoable()] == ["An edit", "First"]


def test_what_is_not_undoable_is_not_listed(saved: Store, now: datetime) -> None:
    saved.commit(edit(saved, INTERVIEW.changed(lesson="a"), undoable=False), now)
    assert [entry.label for entry in saved.undoable()] == ["First"]


def test_new_rows_are_taken_out_again_and_the_version_stays(saved: Store, now: datetime) -> None:
    take_back(saved, now)
    assert [row.identity for row in saved.load().workbook] == [("schema_version",)]
    assert saved.undoable() == ()


def test_an_edit_and_its_undo_leave_every_byte_as_it_was(store: Store, now: datetime) -> None:
    write(store, "goals.csv", b"why,id,goal,mine\n x ,go-1,Learn,=A1\nbroken\n,go-2,Earn,\n")
    write(store, "settings.csv", b"key,value\nschema_version,1\n")
    before = bytes_of(store)
    store.commit(edit(store, Goal(id="go-1", goal="Learn", why="new")), now)
    assert bytes_of(store) != before
    take_back(store, now)
    assert bytes_of(store) == before


def test_undoing_leaves_the_rows_that_the_change_names_for_it(store: Store, now: datetime) -> None:
    write(store, "goals.csv", "id,goal,why,mine\ngo-1,Learn,,kept\n")
    put = (Goal(id="go-1", goal="Learn", why="done"), Goal(id="go-2", goal="Earn", why="done"))
    left = (Goal(id="go-1", goal="Learn", why="typed"), Goal(id="go-2", goal="Earn", why="typed too"))
    store.commit(replace(edit(store, *put), if_undone=left), now)
    assert [goal.why for goal in store.load().workbook.goals] == ["done", "done"]
    take_back(Store(store.folder, store.home), now)
    assert [goal.why for goal in store.load().workbook.goals] == ["typed", "typed too"]
    assert b"kept" in bytes_of(store)["goals.csv"]


def test_a_deletion_and_its_undo_leave_every_byte_as_it_was(saved: Store, now: datetime) -> None:
    others = [INTERVIEW.changed(id=f"iv-{name}") for name in "abcd"]
    saved.commit(Transaction("More", put=tuple(others)), now)
    from_outside(saved, "interviews.csv", lambda data: data.replace(b'"', b""))
    before = bytes_of(saved)
    gone = (INTERVIEW, others[1], others[3], RATING)
    saved.commit(Transaction("Deleted", remove=gone, row_versions=listed(saved, *gone), undoable=True), now)
    assert [entry.id for entry in saved.load().workbook.interviews] == ["iv-a", "iv-c"]
    take_back(saved, now)
    assert bytes_of(saved) == before


def test_an_undo_leaves_rows_that_came_later(saved: Store, now: datetime) -> None:
    saved.commit(Transaction("Deleted", remove=(RATING,), row_versions=listed(saved, RATING), undoable=True), now)
    saved.commit(Transaction("Later", put=(RATING.changed(dimension="rapport"),)), now)
    take_back(saved, now)
    assert {row.dimension for row in saved.load().workbook.ratings} == {"clarity", "rapport"}


def test_an_undo_is_refused_where_a_row_was_changed_since(saved: Store, now: datetime) -> None:
    saved.commit(edit(saved, INTERVIEW.changed(lesson="a"), APPLICATION.changed(role="b")), now)
    receipt = saved.undoable()[0].receipt_id
    saved.commit(edit(saved, INTERVIEW.changed(lesson="c"), undoable=False), now)
    with pytest.raises(Conflict) as conflict:
        saved.undo(receipt, now)
    (row,) = conflict.value.rows
    assert row.mine == INTERVIEW
    assert saved.load().workbook.applications[0].role == "b", "all or nothing"


def test_an_undo_is_refused_where_an_unknown_cell_was_changed_since(store: Store, now: datetime) -> None:
    write(store, "goals.csv", b"id,goal,why,mine\ngo-1,Learn,,1\n")
    store.commit(edit(store, Goal(id="go-1", goal="Learn", why="new")), now)
    from_outside(store, "goals.csv", lambda data: data.replace(b'"1"', b'"2"'))
    with pytest.raises(Conflict):
        take_back(store, now)


def test_an_undo_works_after_a_column_was_added(store: Store, now: datetime) -> None:
    write(store, "goals.csv", b"id,goal\ngo-1,Learn\n")
    store.commit(edit(store, Goal(id="go-1", goal="Learn", why="new")), now)
    take_back(store, now)
    assert store.load().workbook.goals == (Goal(id="go-1", goal="Learn"),)


def test_an_undo_makes_a_backup_first(saved: Store, now: datetime) -> None:
    take_back(saved, now)
    assert saved.backups.list()[0].reason == "Before undoing: First"


def test_a_change_is_taken_back_once(saved: Store, now: datetime) -> None:
    receipt = saved.undoable()[0].receipt_id
    saved.undo(receipt, now)
    with pytest.raises(SaveFailed, match="no longer"):
        saved.undo(receipt, now)


def test_the_last_changes_are_kept(store: Store, now: datetime) -> None:
    for number in range(KEPT + 3):
        store.commit(Transaction(str(number), put=(Goal(id=f"go-{number}", goal="Learn"),), undoable=True), now)
    assert [entry.label for entry in store.undoable()] == [str(number) for number in range(KEPT + 2, 2, -1)]


def test_an_entry_that_cannot_be_read_is_passed_over(saved: Store) -> None:
    (saved.folder / UNDO / "00000009-rc-x.json").write_bytes(b"{")
    assert [entry.label for entry in saved.undoable()] == ["First"]


def test_an_entry_of_a_later_version_is_passed_over(saved: Store, now: datetime) -> None:
    receipt = saved.commit(edit(saved, INTERVIEW.changed(lesson="a")), now)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(undo, "MODELS", {file: model for file, model in MODELS.items() if file != INTERVIEW.file})
        assert saved.undoable() == ()
        with pytest.raises(SaveFailed, match="no longer"):
            saved.undo(receipt.id, now)


def test_what_can_be_taken_back_survives_a_kill_before_the_record_is_put_away(saved: Store, now: datetime) -> None:
    with pytest.MonkeyPatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr(redo, "_put_away", _killed)
        saved.commit(edit(saved, INTERVIEW.changed(lesson="a")), now)
    saved.recover(now)
    take_back(saved, now)
    assert saved.load().workbook.interviews == (INTERVIEW,)


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
