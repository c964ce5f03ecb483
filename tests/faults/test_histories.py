"""Any history of saves, edits, deletions, undos, edits from outside and crashes leads where a plain model leads."""

import csv
import io
import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from lib.records.goal import Goal
from lib.store import Conflict, Store, Transaction
from tests.conftest import NOW
from tests.faults.faulty import Died, dying
from tests.faults.scenarios import forget_receipts, litter, system
from tests.memory import place

Row = tuple[str, str, str]
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
NAMES = TEXTS.filter(lambda text: text.strip() != "").map(lambda text: "w" + text)


class History(RuleBasedStateMachine):
    """A goals.csv with a column of the person's own; ``rows`` is what it should hold."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(dir=place()))
        (self.root / "data").mkdir()
        self.store = Store(self.root / "data", self.root / "home")
        self.path = self.store.folder / "goals.csv"
        self.path.write_bytes(b"why,id,goal,mine\n,broken,,\n")
        self.rows: dict[str, Row] = {}
        self.undo_steps: list[tuple[str, dict[str, tuple[Row | None, Row | None]]]] = []
        self.count = 0
        self.time = NOW

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def commit(self, change: Transaction, after: dict[str, Row | None]) -> None:
        self.time += timedelta(minutes=7)
        receipt = self.store.commit(change, self.time)
        self.took_effect(receipt.id, after)

    def took_effect(self, receipt_id: str, after: dict[str, Row | None]) -> None:
        before = {row_id: self.rows.get(row_id) for row_id in after}
        if before == after:
            return
        self.undo_steps.append((receipt_id, {row_id: (before[row_id], after[row_id]) for row_id in after}))
        self.put(after)

    def put(self, after: dict[str, Row | None]) -> None:
        for row_id, row in after.items():
            self.rows.pop(row_id, None) if row is None else self.rows.update({row_id: row})

    def goal(self, row_id: str) -> Goal:
        text, why, _ = self.rows[row_id]
        return Goal(id=row_id, goal=text, why=why)

    def row_versions(self, *row_ids: str) -> dict[tuple[str, tuple[str, ...]], str]:
        loaded = self.store.load()
        return {("goals.csv", (row_id,)): loaded.row_version(self.goal(row_id)) for row_id in row_ids}

    @rule(target=ids, text=NAMES, why=TEXTS)
    def create(self, text: str, why: str) -> str:
        self.count += 1
        row_id = f"go-{self.count}x"
        change = Transaction("new", put=(Goal(id=row_id, goal=text, why=why),), undoable=True)
        self.commit(change, {row_id: (text, why, "")})
        return row_id

    @rule(row_id=ids, text=NAMES)
    def edit(self, row_id: str, text: str) -> None:
        if row_id not in self.rows:
            return
        change = Transaction(
            "edit", put=(self.goal(row_id).changed(goal=text),), row_versions=self.row_versions(row_id), undoable=True
        )
        self.commit(change, {row_id: (text, *self.rows[row_id][1:])})

    @rule(row_ids=st.lists(consumes(ids), max_size=3))
    def delete(self, row_ids: list[str]) -> None:
        there = [row_id for row_id in dict.fromkeys(row_ids) if row_id in self.rows]
        goals = tuple(self.goal(row_id) for row_id in there)
        self.commit(
            Transaction("gone", remove=goals, row_versions=self.row_versions(*there), undoable=True),
            dict.fromkeys(there),
        )

    @rule(row_id=ids, text=NAMES, mine=TEXTS)
    def edit_from_outside(self, row_id: str, text: str, mine: str) -> None:
        """A spreadsheet rewrites the whole file, without quotes where it can, and with another line end."""
        if row_id not in self.rows:
            return
        self.rows[row_id] = (text, self.rows[row_id][1], mine)
        written = io.StringIO(newline="")
        lines = [("why", "id", "goal", "mine"), ("", "broken", "", "")]
        rows = [(why, one, text, own) for one, (text, why, own) in self.rows.items()]
        csv.writer(written, quoting=csv.QUOTE_ALL).writerows([*lines, *[tuple(map(guard, row)) for row in rows]])
        self.path.write_bytes(written.getvalue().encode())

    @rule(row_id=ids, text=NAMES, mine=TEXTS)
    def edit_what_was_changed_from_outside(self, row_id: str, text: str, mine: str) -> None:
        if row_id not in self.rows or self.rows[row_id] == (text, self.rows[row_id][1], mine):
            return
        edited, row_versions = self.goal(row_id).changed(why="never"), self.row_versions(row_id)
        self.edit_from_outside(row_id, text, mine)
        if edited == self.goal(row_id):
            return
        with pytest.raises(Conflict):
            self.store.commit(Transaction("stale", put=(edited,), row_versions=row_versions), self.time)

    @precondition(lambda self: self.undo_steps)
    @rule()
    def undo(self) -> None:
        receipt_id, rows = self.undo_steps[-1]
        if any(self.rows.get(row_id) != after for row_id, (_, after) in rows.items()):
            with pytest.raises(Conflict):
                self.store.undo(receipt_id, self.time)
            return
        self.store.undo(receipt_id, self.time)
        self.undo_steps.pop()
        self.put({row_id: before for row_id, (before, _) in rows.items()})

    @rule(row_id=ids, text=NAMES, at=st.integers(1, 110))
    def edit_and_die(self, row_id: str, text: str, at: int) -> None:
        if row_id not in self.rows:
            return
        change = Transaction(
            "edit", put=(self.goal(row_id).changed(goal=text),), row_versions=self.row_versions(row_id), undoable=True
        )
        known = {entry.receipt_id for entry in self.store.undoable()}
        with system(dying(at)), suppress(Died):
            self.store.commit(change, self.time)
        forget_receipts()
        self.store.recover(self.time)
        new = [entry.receipt_id for entry in self.store.undoable() if entry.receipt_id not in known]
        if new:
            self.took_effect(new[0], {row_id: (text, *self.rows[row_id][1:])})

    @invariant()
    def the_files_hold_what_the_model_holds(self) -> None:
        loaded = self.store.load()
        tables = loaded.tables.by_file["goals.csv"]
        found = {
            goal.id: (goal.goal, goal.why, (tables.cells((goal.id,)) or {})["mine"]) for goal in loaded.workbook.goals
        }
        assert found == self.rows
        assert [found.line for found in loaded.problems] == [2]
        assert [entry.receipt_id for entry in self.store.undoable()] == [
            receipt_id for receipt_id, _ in reversed(self.undo_steps[-30:])
        ]
        assert litter(self.store) == []


def guard(text: str) -> str:
    """As a careful program writes a cell."""
    return "'" + text if text.lstrip("'")[:1] in tuple("=+-@\t\r") and text.lstrip("'") else text


TestHistories = History.TestCase
TestHistories.settings = settings(
    stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None
)
