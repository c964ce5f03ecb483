import errno
import os
import stat
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lib.records.goal import Goal
from lib.records.setting import SCHEMA_VERSION
from lib.store import Conflict, Draft, ReadOnly, RowUnreadable, SaveFailed, Store, Transaction, disk, receipt, redo
from lib.store.bounds import PathPolicy
from lib.store.step import SaveStep
from tests.store.rows import APPLICATION, FIRST, INTERVIEW, RATING, edit, from_outside, listed, write

GOAL = Goal(id="go-1", goal="Learn")


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


def lesson(store: Store) -> str:
    return store.load().workbook.interviews[0].lesson


def test_what_was_committed_is_loaded(saved: Store) -> None:
    assert set(saved.load().workbook) >= {APPLICATION, INTERVIEW, RATING}


def test_the_receipt_counts_rows_and_names_files(store: Store, now: datetime) -> None:
    receipt = store.commit(FIRST, now)
    assert (receipt.written, receipt.repeated, receipt.label, receipt.at) == (3, False, "First", now)
    assert receipt.files == ("applications.csv", "interviews.csv", "ratings.csv")


def test_the_first_commit_writes_the_version(saved: Store) -> None:
    assert saved.load().workbook.setting("schema_version") == str(SCHEMA_VERSION)


def test_an_existing_version_is_left(store: Store, now: datetime) -> None:
    write(store, "settings.csv", "key,value\nschema_version,1\n")
    store.commit(FIRST, now)
    assert (store.folder / "settings.csv").read_bytes() == b"key,value\nschema_version,1\n"


def test_a_commit_into_an_absent_folder_makes_it(tmp_path: Path, now: datetime) -> None:
    store = Store(tmp_path / "new" / "data", tmp_path / "home")
    store.commit(FIRST, now)
    assert len(store.load().workbook.interviews) == 1


def test_a_change_of_nothing_writes_nothing(saved: Store, now: datetime) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in saved.folder.iterdir()}
    assert saved.commit(FIRST, now).written == 0
    assert {path.name: path.stat().st_mtime_ns for path in saved.folder.iterdir()} == before


def test_a_listed_row_is_changed(saved: Store, now: datetime) -> None:
    saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now)
    assert lesson(saved) == "Breathe."


def test_a_row_that_is_not_listed_must_be_new(saved: Store, now: datetime) -> None:
    with pytest.raises(Conflict):
        saved.commit(Transaction("x", put=(INTERVIEW.changed(lesson="Breathe."),)), now)
    assert lesson(saved) == ""


def test_a_conflict_shows_both_rows_and_theirs_can_be_replaced_once_read(saved: Store, now: datetime) -> None:
    old = listed(saved, INTERVIEW)
    theirs, mine = INTERVIEW.changed(lesson="theirs"), INTERVIEW.changed(lesson="mine")
    saved.commit(edit(saved, theirs), now)
    with pytest.raises(Conflict) as conflict:
        saved.commit(Transaction("x", put=(mine, GOAL), row_versions=old), now)
    (row,) = conflict.value.rows
    assert (row.file, row.identity, row.mine, row.theirs) == ("interviews.csv", ("iv-first",), mine, theirs)
    assert saved.load().workbook.goals == (), "all or nothing"
    saved.commit(Transaction("x", put=(mine,), row_versions=listed(saved, theirs)), now)
    assert lesson(saved) == "mine"


def test_a_change_of_another_row_in_between_is_merged(saved: Store, now: datetime) -> None:
    mine = edit(saved, INTERVIEW.changed(lesson="mine"))
    other = INTERVIEW.changed(id="iv-other", lesson="theirs")
    saved.commit(Transaction("theirs", put=(other,)), now)
    saved.commit(mine, now)
    assert [entry.lesson for entry in saved.load().workbook.interviews] == ["mine", "theirs"]


def test_an_edit_of_a_row_that_is_gone_is_a_conflict(saved: Store, now: datetime) -> None:
    mine = edit(saved, RATING.changed(score=5))
    saved.commit(Transaction("gone", remove=(RATING,), row_versions=listed(saved, RATING)), now)
    with pytest.raises(Conflict) as conflict:
        saved.commit(mine, now)
    assert conflict.value.rows[0].theirs is None


def test_saving_the_same_answer_is_no_conflict(saved: Store, now: datetime) -> None:
    mine = edit(saved, INTERVIEW.changed(lesson="same"))
    saved.commit(mine, now)
    assert saved.commit(mine, now).written == 0


def test_a_removed_row_is_gone_and_removing_it_again_is_nothing(saved: Store, now: datetime) -> None:
    change = Transaction("x", remove=(RATING,), row_versions=listed(saved, RATING))
    assert saved.commit(change, now).written == 1
    assert saved.load().workbook.ratings == ()
    assert saved.commit(change, now).written == 0


def test_a_row_changed_since_is_not_removed(saved: Store, now: datetime) -> None:
    change = Transaction("x", remove=(RATING,), row_versions=listed(saved, RATING))
    saved.commit(edit(saved, RATING.changed(score=5)), now)
    with pytest.raises(Conflict):
        saved.commit(change, now)


def test_a_change_that_names_a_row_twice_is_a_mistake(saved: Store, now: datetime) -> None:
    with pytest.raises(ValueError, match="twice"):
        saved.commit(Transaction("x", put=(GOAL,), remove=(GOAL,)), now)


def test_a_row_that_cannot_be_read_is_not_written_over(store: Store, now: datetime) -> None:
    path = write(store, "goals.csv", "id,goal,why\ngo-1,,\n")
    with pytest.raises(RowUnreadable, match="line 2"):
        store.commit(Transaction("x", put=(GOAL,)), now)
    assert path.read_bytes() == b"id,goal,why\ngo-1,,\n"


def test_a_row_that_is_there_twice_is_not_removed_by_half(store: Store, now: datetime) -> None:
    write(store, "goals.csv", "id,goal,why\ngo-1,Learn,\ngo-1,Earn,\n")
    with pytest.raises(RowUnreadable):
        store.commit(Transaction("x", remove=(GOAL,), row_versions=listed(store, GOAL)), now)


def test_other_rows_keep_their_bytes(store: Store, now: datetime) -> None:
    before = b'\xef\xbb\xbfid , goal,why,mine\ngo-0,"odd, but legal",x,=A1\nbroken,row\n\ngo-1,Learn,,kept\n,,,\n'
    path = write(store, "goals.csv", before)
    store.commit(edit(store, GOAL.changed(why="I must")), now)
    assert path.read_bytes() == before.replace(b"go-1,Learn,,kept", b'"go-1","Learn","I must","kept"')


def test_a_file_without_a_bom_and_with_plain_line_ends_stays_so(store: Store, now: datetime) -> None:
    path = write(store, "goals.csv", b"why,id,goal\n,go-0,Earn")
    store.commit(Transaction("x", put=(GOAL,)), now)
    assert path.read_bytes() == b'why,id,goal\n,go-0,Earn\n"","go-1","Learn"\n'


def test_a_missing_column_is_added_only_for_a_value(store: Store, now: datetime) -> None:
    path = write(store, "goals.csv", b"id,goal\ngo-0,Earn\n")
    store.commit(Transaction("x", put=(GOAL,)), now)
    assert path.read_bytes() == b'id,goal\ngo-0,Earn\n"go-1","Learn"\n'
    store.commit(edit(store, GOAL.changed(why="I must")), now)
    assert path.read_bytes() == b'id,goal,"why"\ngo-0,Earn,""\n"go-1","Learn","I must"\n'
    assert store.backups.list()[0].reason == "Before adding a column"


def test_a_truth_that_a_spreadsheet_rewrote_is_left_where_it_is_not_changed(store: Store, now: datetime) -> None:
    path = write(store, "applications.csv", b"id,company,role,favourite\nap-north,Northwind,Data engineer,TRUE\n")
    store.commit(edit(store, APPLICATION.changed(favourite=True, role="Analyst")), now)
    assert b'"Analyst","TRUE"' in path.read_bytes()


@pytest.mark.parametrize("text", ["half \ud83d", "nul \0", "\udcff"])
def test_text_that_no_csv_can_hold_changes_nothing(saved: Store, now: datetime, text: str) -> None:
    before = saved.fingerprint()
    bad = Goal.model_construct(id="go-2", goal=text, why="")
    with pytest.raises(SaveFailed, match="cannot keep"):
        saved.commit(Transaction("x", put=(bad,)), now)
    assert saved.fingerprint() == before


def draft_of(store: Store, now: datetime) -> Draft:
    return store.drafts.save(Draft("iv-first", "debrief", "iv-first", "t1", values={"a": 1}), now)


def test_the_draft_goes_with_the_save_of_it(store: Store, now: datetime) -> None:
    draft_of(store, now)
    store.commit(replace(FIRST, draft_id="iv-first", token="t1"), now)
    assert store.drafts.list() == ()


def test_a_second_save_of_a_draft_returns_the_first_receipt(store: Store, now: datetime) -> None:
    change = replace(FIRST, draft_id="iv-first", token="t1")
    first = store.commit(change, now)
    later = replace(change, put=(INTERVIEW.changed(lesson="typed twice"),))
    second = Store(store.folder, store.home).commit(later, now + timedelta(seconds=1))
    assert second == replace(first, repeated=True)
    assert lesson(store) == ""


def test_a_save_that_was_taken_back_can_be_made_again(store: Store, now: datetime) -> None:
    change = replace(FIRST, draft_id="iv-first", token="t1")
    store.undo(store.commit(change, now).id, now)
    assert store.commit(change, now).repeated is False
    assert store.load().workbook.interviews == (INTERVIEW,)


def test_another_token_is_another_draft(store: Store, now: datetime) -> None:
    store.commit(replace(FIRST, draft_id="iv-first", token="t1"), now)
    with pytest.raises(Conflict):
        store.commit(Transaction("x", put=(INTERVIEW.changed(lesson="new"),), draft_id="iv-first", token="t2"), now)


def test_a_draft_kept_again_after_its_save_is_removed_by_the_second_save(store: Store, now: datetime) -> None:
    change = replace(FIRST, draft_id="iv-first", token="t1")
    store.commit(change, now)
    draft_of(store, now)
    store.commit(change, now)
    assert store.drafts.list() == ()
    assert store.drafts.bring_back("iv-first").values == {"a": 1}


def test_after_a_restart_the_same_save_is_recognised_by_its_rows(store: Store, now: datetime) -> None:
    change = replace(FIRST, draft_id="iv-first", token="t1")
    store.commit(change, now)
    receipt._receipts.clear()
    assert store.commit(change, now).written == 0


def test_a_failed_save_keeps_the_draft(store: Store, now: datetime) -> None:
    draft_of(store, now)
    write(store, "goals.csv", b"")
    with pytest.raises(Exception, match="nothing else can be saved"):
        store.commit(replace(FIRST, draft_id="iv-first", token="t1"), now)
    assert len(store.drafts.list()) == 1


def test_an_id_that_is_no_file_name_is_refused(store: Store, now: datetime) -> None:
    with pytest.raises(ValueError, match="cannot be the id"):
        store.commit(replace(FIRST, draft_id="../goals"), now)


def test_a_file_keeps_its_mode_and_a_new_one_is_private(store: Store, now: datetime) -> None:
    path = write(store, "applications.csv", b"id,company,role\n")
    path.chmod(0o644)
    store.commit(FIRST, now)
    modes = [stat.S_IMODE((store.folder / name).stat().st_mode) for name in ("applications.csv", "interviews.csv")]
    assert modes == [0o644, 0o600]


def test_a_linked_file_and_a_linked_folder_stay_links(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "goals.csv").symlink_to(tmp_path / "elsewhere" / "my goals.csv")
    (tmp_path / "elsewhere" / "my goals.csv").write_bytes(b"id,goal,why\n")
    store = Store(tmp_path / "data", tmp_path / "home")
    store.commit(Transaction("x", put=(GOAL,)), now)
    assert (tmp_path / "real" / "goals.csv").is_symlink()
    assert b"Learn" in (tmp_path / "elsewhere" / "my goals.csv").read_bytes()
    assert Store(tmp_path / "real", tmp_path / "home").load().workbook.goals == (GOAL,)
    assert os.listdir(tmp_path / "elsewhere") == ["my goals.csv"]


def test_a_row_that_another_program_writes_during_the_save_is_kept(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(saved, "goals.csv", b"id,goal,why\n")
    place = redo.put_all_in_place

    def interrupted(where: PathPolicy, step: SaveStep, *, anew: bool) -> tuple[str, ...]:
        from_outside(saved, "goals.csv", lambda data: data + b"go-9,Rest,\n")
        monkeypatch.setattr(redo, "put_all_in_place", place)
        return place(where, step, anew=anew)

    monkeypatch.setattr(redo, "put_all_in_place", interrupted)
    saved.commit(Transaction("x", put=(GOAL,)), now)
    assert [goal.id for goal in saved.load().workbook.goals] == ["go-9", "go-1"]


def test_a_row_that_another_program_changes_during_the_save_is_told(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(saved, "goals.csv", b"id,goal,why\ngo-1,Learn,\n")
    place = redo.put_all_in_place

    def interrupted(where: PathPolicy, step: SaveStep, *, anew: bool) -> tuple[str, ...]:
        from_outside(saved, "goals.csv", lambda data: data.replace(b"Learn", b"Theirs"))
        monkeypatch.setattr(redo, "put_all_in_place", place)
        return place(where, step, anew=anew)

    change = edit(saved, GOAL.changed(why="mine"))
    monkeypatch.setattr(redo, "put_all_in_place", interrupted)
    with pytest.raises(SaveFailed, match=r"go-1 in goals\.csv was changed by another program"):
        saved.commit(change, now)
    assert [(goal.goal, goal.why) for goal in saved.load().workbook.goals] == [("Theirs", "")]


def test_loading_changes_no_byte_and_no_time(saved: Store) -> None:
    def seen() -> dict[Path, tuple[bytes, int]]:
        files = [path for path in saved.folder.rglob("*") if path.is_file()]
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    before = seen()
    saved.load()
    saved.fingerprint()
    assert seen() == before


def test_a_folder_that_may_not_be_written_is_read(saved: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "is_writable", lambda folder: False)
    loaded = saved.load()
    assert len(loaded.workbook.interviews) == 1
    assert "may not write" in loaded.read_only


def test_a_home_that_cannot_be_made_still_lets_one_read(saved: Store, now: datetime) -> None:
    (saved.folder / "a file").write_bytes(b"")
    homeless = Store(saved.folder, saved.folder / "a file")
    assert len(homeless.load().workbook.interviews) == 1
    with pytest.raises(SaveFailed):
        homeless.commit(Transaction("x", put=(GOAL,)), now)


def test_forgetting_the_past_leaves_a_name_nowhere(saved: Store, now: datetime) -> None:
    ann = Goal(id="go-ann", goal="Impress Annabel")
    saved.commit(Transaction("Meet Annabel", put=(ann,), undoable=True), now)
    saved.backups.make("Annabel", now)
    saved.drafts.save(Draft("iv-ann", "debrief", "iv-ann", "t", values={"a": "Annabel"}), now)
    saved.drafts.discard("iv-ann", now)
    saved.commit(Transaction("Forget", remove=(ann,), row_versions=listed(saved, ann), undoable=True), now)
    saved.forget_past()
    files = [path for root in (saved.folder, saved.home) for path in root.rglob("*") if path.is_file()]
    assert [path for path in files if b"Annabel" in path.read_bytes() or path.suffix == ".zip"] == []
    assert saved.undoable() == ()


def test_a_disk_that_knows_no_modes_and_no_fsync_of_folders_is_saved_to(
    saved: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refuse(handle: int, mode: int = 0) -> None:
        if mode or stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(os, "fchmod", refuse)
    assert saved.commit(edit(saved, INTERVIEW.changed(lesson="a")), now).written == 1


def with_own(store: Store, text: str, **fields: object) -> Transaction:
    row = (GOAL.file, GOAL.identity)
    return replace(edit(store, GOAL.changed(**fields)), own_cells={row: {"mine": text}})


def test_a_cell_of_the_persons_own_column_can_be_changed_and_taken_back(store: Store, now: datetime) -> None:
    path = write(store, "goals.csv", b"id,goal,why,mine\ngo-1,Learn,,Annabel\n")
    before = path.read_bytes()
    store.commit(with_own(store, "someone"), now)
    assert path.read_bytes() == b'id,goal,why,mine\n"go-1","Learn","","someone"\n'
    store.undo(store.undoable()[0].receipt_id, now)
    assert path.read_bytes() == before


def test_an_added_cell_that_is_there_already_is_no_change(store: Store, now: datetime) -> None:
    write(store, "goals.csv", b"id,goal,why,mine\ngo-1,Learn,,Annabel\n")
    assert store.commit(with_own(store, "Annabel"), now).written == 0


def test_an_own_cell_of_a_row_changed_since_is_a_conflict(store: Store, now: datetime) -> None:
    write(store, "goals.csv", b"id,goal,why,mine\ngo-1,Learn,,Annabel\n")
    change = with_own(store, "someone", why="now")
    from_outside(store, "goals.csv", lambda data: data.replace(b"Annabel", b"Anna"))
    with pytest.raises(Conflict):
        store.commit(change, now)


def test_nothing_is_built_on_half_a_workbook(saved: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = disk.read
    monkeypatch.setattr(disk, "read", lambda path: _busy() if path.name == "applications.csv" else whole(path))
    with pytest.raises(ReadOnly, match=r"applications\.csv"):
        saved.load_whole()


def _busy() -> bytes:
    raise OSError(errno.EBUSY, "Device or resource busy")
