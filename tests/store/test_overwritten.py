"""A spreadsheet saves its older copy of a file: what was saved meanwhile is missed, named and brought back."""

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.records.goal import Goal
from lib.store import SaveFailed, Store, Transaction, disk, saves
from lib.store.bounds import SAVES, UNDO
from lib.store.edits import RowEdit
from lib.store.saves import KEPT, KEPT_FOR
from lib.store.step import HistoryEntry, SaveStep, record_of
from tests.store.rows import APPLICATION, FIRST, INTERVIEW, RATING, edit, from_outside, listed

B = INTERVIEW.changed(id="iv-b", lesson="Ask first.")
C = INTERVIEW.changed(id="iv-c")
LATER = timedelta(hours=1)


class Sheet:
    """A spreadsheet with a file open: it saves the copy that it has, with what was typed into it."""

    def __init__(self, store: Store, file: str) -> None:
        self.path = store.folder / file
        self.rows = list(csv.reader(io.StringIO(self.path.read_text("utf-8-sig"), newline="")))

    def type(self, row_id: str, column: str, text: str) -> None:
        row = next(row for row in self.rows if row[0] == row_id)
        row[self.rows[0].index(column)] = text

    def save(self) -> None:
        written = io.StringIO(newline="")
        csv.writer(written).writerows(self.rows)
        self.path.write_text(written.getvalue(), "utf-8", newline="")


@pytest.fixture
def saved(store: Store, now: datetime) -> Store:
    store.commit(FIRST, now)
    return store


def missed(store: Store) -> list[str]:
    """What is missed, row by row: whether it goes, comes or changes."""
    edits = store.overwritten(store.load()).edits
    signs = {(True, False): "+", (False, True): "-", (False, False): "~"}
    return sorted(f"{signs[each.before is None, each.after is None]}{' '.join(each.key)}" for each in edits)


def lessons(store: Store) -> dict[str, str]:
    return {row.id: row.lesson for row in store.load().workbook.interviews}


@pytest.mark.parametrize("undoable", [True, False])
def test_a_debrief_saved_while_a_sheet_was_open_is_missed_and_brought_back_beside_the_sheets_changes(
    saved: Store, now: datetime, undoable: bool
) -> None:
    sheet = Sheet(saved, "interviews.csv")
    saved.commit(Transaction("B", put=(B,), undoable=undoable), now + LATER)
    sheet.type("iv-first", "lesson", "From the sheet.")
    sheet.save()
    saved.commit(Transaction("C", put=(C,)), now + 2 * LATER)
    assert missed(saved) == ["+iv-b"]

    saved.bring_back(now + 3 * LATER)

    assert lessons(saved) == {"iv-first": "From the sheet.", "iv-b": "Ask first.", "iv-c": ""}
    assert missed(saved) == []


def test_words_that_a_sheet_put_back_are_missed_and_its_own_words_in_the_same_row_stay(
    saved: Store, now: datetime
) -> None:
    sheet = Sheet(saved, "interviews.csv")
    saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now + LATER)
    sheet.type("iv-first", "went_well", "From the sheet.")
    sheet.save()
    assert missed(saved) == ["~iv-first"]
    saved.bring_back(now + LATER)
    (row,) = saved.load().workbook.interviews
    assert (row.lesson, row.went_well) == ("Breathe.", "From the sheet.")


def test_words_overwritten_before_another_save_of_the_same_row_are_still_missed(saved: Store, now: datetime) -> None:
    sheet = Sheet(saved, "interviews.csv")
    saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now)
    sheet.save()
    saved.commit(edit(saved, INTERVIEW.changed(went_badly="The pause.")), now)
    saved.bring_back(now)
    (row,) = saved.load().workbook.interviews
    assert (row.lesson, row.went_badly) == ("Breathe.", "The pause.")


def test_a_row_that_was_deleted_and_comes_back_with_a_sheet_is_reported_and_goes_again(
    saved: Store, now: datetime
) -> None:
    sheet = Sheet(saved, "ratings.csv")
    saved.commit(Transaction("gone", remove=(RATING,), row_versions=listed(saved, RATING)), now)
    sheet.save()
    assert missed(saved) == ["-iv-first clarity"]
    saved.bring_back(now)
    assert saved.load().workbook.ratings == ()


def test_what_a_sheet_itself_changes_adds_or_writes_in_another_way_is_not_missed(saved: Store, now: datetime) -> None:
    saved.commit(edit(saved, APPLICATION.changed(favourite=True, role="Analyst")), now)
    sheet = Sheet(saved, "applications.csv")
    sheet.type("ap-north", "role", "Engineer")
    sheet.type("ap-north", "favourite", "TRUE")
    sheet.rows.append(["ap-new", "Contoso", "Analyst", *[""] * (len(sheet.rows[0]) - 3)])
    sheet.save()
    assert missed(saved) == []


def test_a_file_that_is_gone_lacks_all_that_was_saved_lately(saved: Store, now: datetime) -> None:
    (saved.folder / "interviews.csv").unlink()
    assert missed(saved) == ["+iv-first"]
    saved.bring_back(now)
    assert saved.load().workbook.interviews == (INTERVIEW,)


def test_what_is_right_as_it_is_is_missed_no_more(saved: Store, now: datetime) -> None:
    sheet = Sheet(saved, "interviews.csv")
    saved.commit(Transaction("B", put=(B,)), now)
    saved.commit(edit(saved, INTERVIEW.changed(lesson="Breathe.")), now)
    sheet.save()
    before = saved.fingerprint()
    saved.leave_overwritten(now)
    assert (missed(saved), saved.fingerprint()) == ([], before)


def test_bringing_back_is_undone_and_then_missed_no_more(saved: Store, now: datetime) -> None:
    sheet = Sheet(saved, "interviews.csv")
    saved.commit(Transaction("B", put=(B,)), now)
    sheet.save()
    saved.undo(saved.bring_back(now).id, now)
    assert (missed(saved), list(lessons(saved))) == ([], ["iv-first"])


@pytest.mark.parametrize("act", ["undo", "restore", "delete"])
def test_what_the_person_took_away_in_afterword_is_not_missed(saved: Store, now: datetime, act: str) -> None:
    backup = saved.backups.make("By hand", now)
    receipt = saved.commit(Transaction("B", put=(B,), undoable=True), now)
    match act:
        case "undo":
            saved.undo(receipt.id, now)
        case "restore":
            saved.backups.restore(backup.id, now)
        case "delete":
            saved.commit(Transaction("gone", remove=(B,), row_versions=listed(saved, B)), now)
    assert (missed(saved), list(lessons(saved))) == ([], ["iv-first"])


def test_a_restored_row_that_a_sheet_overwrites_is_missed(saved: Store, now: datetime) -> None:
    sheet = Sheet(saved, "interviews.csv")
    saved.commit(Transaction("B", put=(B,)), now)
    backup = saved.backups.make("By hand", now)
    saved.commit(Transaction("gone", remove=(B,), row_versions=listed(saved, B)), now)
    saved.backups.restore(backup.id, now)
    sheet.save()
    assert missed(saved) == ["+iv-b"]


def test_a_saved_row_that_cannot_be_read_any_more_is_not_put_back(saved: Store, now: datetime) -> None:
    """As of a later version, or made up by somebody else."""
    name = f"{SAVES}/00000009-rc-x.json"
    rows = (
        RowEdit("goals.csv", ("go-1",), None, {"id": "go-1"}),
        RowEdit("ratings.csv", RATING.identity, {}, {"score": "6"}),
    )
    disk.make_folder((saved.folder / name).parent)
    (saved.folder / name).write_bytes(record_of(SaveStep("x", "rc-x", edits=rows, history=HistoryEntry(name, now))))
    from_outside(saved, "ratings.csv", lambda data: data.replace(b'"3"', b'""').replace(b",3", b","))
    assert missed(saved) == []


@pytest.mark.parametrize("at", ["2026-11-20T19:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-12:00"])
def test_a_record_with_a_time_that_is_none_is_passed_over(store: Store, now: datetime, at: str) -> None:
    store.commit(FIRST, now)
    name = f"{UNDO}/00000002-rc-x.json"
    step = SaveStep("x", "rc-x", history=HistoryEntry(name, datetime.fromisoformat(at)))
    (store.folder / name).write_bytes(record_of(step))
    commits(store, KEPT + 2, lambda number: now)
    assert "rc-x" not in {entry.receipt_id for entry in store.undoable()}


def commits(store: Store, count: int, at: Callable[[int], datetime]) -> None:
    for number in range(count):
        store.commit(Transaction(str(number), put=(Goal(id=f"go-{number}", goal="Learn"),)), at(number))


def records(store: Store) -> int:
    return len(saves.names(store.folder))


def test_the_records_of_the_last_days_and_always_of_the_last_saves_are_kept(store: Store, now: datetime) -> None:
    commits(store, KEPT + 10, lambda number: now)
    assert records(store) == KEPT + 10
    store.commit(Transaction("late", put=(B,)), now + KEPT_FOR + LATER)
    assert records(store) == KEPT


def test_the_records_are_bounded_in_size_beyond_the_last_ones(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saves, "MOST", 1)
    commits(store, KEPT + 10, lambda number: now)
    assert records(store) == KEPT


def test_a_record_is_kept_as_long_as_what_it_holds_is_missed(store: Store, now: datetime) -> None:
    store.commit(Transaction("Old", put=(Goal(id="go-old", goal="Learn"),)), now)
    from_outside(store, "goals.csv", lambda data: data.splitlines(keepends=True)[0])
    commits(store, KEPT + 10, lambda number: now + KEPT_FOR * (number + 2))
    assert missed(store) == ["+go-old"]
    store.bring_back(now + KEPT_FOR * 100)
    assert "go-old" in [goal.id for goal in store.load().workbook.goals]


def test_a_record_that_cannot_be_read_is_passed_over(saved: Store) -> None:
    (saved.folder / SAVES).mkdir()
    (saved.folder / SAVES / "00000001-rc-x.json").write_bytes(b"{")
    assert missed(saved) == []


def test_a_list_of_saves_that_cannot_be_read_is_reported(saved: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = saved.load()
    monkeypatch.setattr(disk, "names", _refuse)
    with pytest.raises(SaveFailed, match="list of saves"):
        saved.overwritten(loaded)


def _refuse(*_: object) -> None:
    raise OSError(5, "Input/output error")


STEPS = st.lists(
    st.sampled_from(["new", "edit", "delete", "undo", "open", "type", "sheet saves", "bring back"]), max_size=14
)


@settings(deadline=None)
@given(STEPS, st.randoms(use_true_random=False))
def test_whatever_a_stale_sheet_does_each_acknowledged_word_comes_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], chance: Random
) -> None:
    """After bringing back, each goal that was saved and not deleted is there with its last words."""
    root = tmp_path_factory.mktemp("any")
    store, now = Store(root / "data", root / "home"), datetime.fromisoformat("2026-11-20T19:00:00+01:00")
    words: dict[str, str] = {}
    sheet = None
    for count, step in enumerate([*steps, "bring back"]):
        there = {goal.id: goal for goal in store.load().workbook.goals}
        known = sorted(there.keys() & words)
        one = chance.choice(known) if known else ""
        if step == "new":
            store.commit(Transaction("new", put=(Goal(id=f"go-{count}", goal=f"word {count}"),), undoable=True), now)
            words[f"go-{count}"] = f"word {count}"
        elif step == "edit" and one:
            store.commit(edit(store, there[one].changed(goal=f"word {count}")), now)
            words[one] = f"word {count}"
        elif step == "delete" and one:
            store.commit(Transaction("gone", remove=(there[one],), row_versions=listed(store, there[one])), now)
            del words[one]
        elif step == "open" and there:
            sheet = Sheet(store, "goals.csv")
        elif step == "type" and sheet and len(sheet.rows) > 1:
            row = chance.choice(sheet.rows[1:])
            sheet.type(row[0], "why", f"typed {count}")
        elif step == "sheet saves" and sheet:
            sheet.save()
        elif step == "bring back":
            store.bring_back(now)
            found = {goal.id: goal for goal in store.load().workbook.goals}
            assert {row_id: goal.goal for row_id, goal in found.items()} == words
            assert missed(store) == []
