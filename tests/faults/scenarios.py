"""A workbook in use, and each operation on it, as a sweep repeats them."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from lib.dates import DAY_FIRST
from lib.records.application import Application
from lib.records.errors import AfterwordError
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.rating import Rating
from lib.store import Draft, Store, Transaction, disk, receipt
from lib.store.redo import RECORD
from lib.store.swapping import swap
from lib.store.tables import MODELS
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.entries.practising import Try, grade_try
from lib.workflows.entries.tasks import LocalTime, add_task, finish_task
from lib.workflows.ids import stable_id
from lib.workflows.importing import bring_in as importing
from lib.workflows.importing.bring_in import back_up
from lib.workflows.importing.rows import Decisions
from lib.workflows.repairing.conflict_copies import choose
from lib.workflows.repairing.repairs import correct_row, open_row
from tests.conftest import NOW
from tests.day_first import take_back
from tests.exchange.importing import samples
from tests.faults.faulty import Died, Faulty, dying

LATER = NOW + timedelta(hours=1)

COPY = "interviews.sync-conflict-20261120-190000-ABCDEF.csv"

APPLICATION = Application(id="ap-north", company="Northwind", role="Data engineer")
INTERVIEW = Interview.model_validate(
    {"id": "iv-first", "application_id": "ap-north", "state": "short", "held_at": "2026-11-19", "stage": "panel"}
)
QUESTION = Question(id="qu-hard", interview_id="iv-first", text="Why us?", rating=2)
HERE = LocalTime(LATER, ZoneInfo("Europe/Berlin"), "DE", dates=DAY_FIRST)
DRAFT = Draft("iv-second", "debrief", "iv-second", "token-1", values={"went_well": "I said it plainly. " * 20})
DEBRIEF = Transaction(
    "Debrief of Northwind",
    put=(
        INTERVIEW.changed(id="iv-second", state="done", lesson="Ask first."),
        APPLICATION.changed(id="ap-other", role="Analyst"),
        Rating(interview_id="iv-second", dimension="clarity", score=4),
    ),
    draft_id="iv-second",
    token="token-1",
    undoable=True,
)

FROM_ELSEWHERE = samples.readings(samples.INTERVIEW_LOG)


def root_store(root: Path) -> Store:
    return Store(root / "data", root / "home")


def in_use(root: Path) -> None:
    """Rows, a row that cannot be read, an unknown column, two drafts, an undoable change and two backups."""
    store = root_store(root)
    store.commit(Transaction("First", put=(APPLICATION, INTERVIEW)), NOW - timedelta(hours=3))
    path = root / "data" / "interviews.csv"
    path.write_bytes(path.read_bytes() + b"this row,is short\r\n")
    store.backups.make("By hand", NOW - timedelta(hours=2))
    row_versions = {(INTERVIEW.file, INTERVIEW.identity): store.load().row_version(INTERVIEW)}
    edit = Transaction("An edit", put=(INTERVIEW.changed(lesson="Breathe."),), row_versions=row_versions, undoable=True)
    store.commit(edit, NOW)
    store.drafts.save(DRAFT, NOW)
    store.drafts.save(Draft("iv-third", "debrief", "iv-third", "token-2", values={"unsaid": "the team"}), NOW)


def commit(store: Store) -> None:
    store.commit(DEBRIEF, LATER)


def undo(store: Store) -> None:
    store.undo(store.undoable()[0].receipt_id, LATER)


def restore(store: Store) -> None:
    store.backups.restore(store.backups.list()[-1].id, LATER)


def recover(store: Store) -> None:
    store.recover(LATER)


def save_draft(store: Store) -> None:
    known = store.drafts.load("iv-third") or DRAFT
    store.drafts.save(replace(known, values={"unsaid": "the team, and the money"}), LATER)


def discard(store: Store) -> None:
    store.drafts.discard("iv-third", LATER)


def bring_back(store: Store) -> None:
    store.drafts.bring_back("iv-third")


def bring_in(store: Store) -> None:
    """Another tool's files, with a backup before, as the page does it."""
    back_up(store, LATER)
    importing.bring_in(store, FROM_ELSEWHERE, Decisions(for_all="take"), "token-3", LATER)


def interrupted(store: Store) -> None:
    """A commit that died with some of its files in place."""
    for at in range(1, 500):
        faulty = dying(at)
        with system(faulty):
            try:
                commit(store)
            except Died:
                if faulty.calls.count("replace") < 5 or not (store.folder / RECORD).exists():
                    continue
        return


def discarded(store: Store) -> None:
    discard(store)


def restore_file(store: Store) -> None:
    """From the person's own file, with a draft that is not here."""
    files = {**store.backups.files(), "goals.csv": b"id,goal\r\ngo-1,Learn\r\n"}
    draft = json.dumps({**asdict(DRAFT), "id": "iv-fourth"}).encode()
    store.backups.put_back(files, "Restored from a backup file", LATER, drafts={"iv-fourth": draft})


def restored(store: Store) -> None:
    restore(store)


def undo_restore(store: Store) -> None:
    undo(store)


def mend(store: Store) -> None:
    """The row that cannot be read is corrected."""
    bad = open_row(store, INTERVIEW.file, 3)
    assert bad is not None
    correct_row(store, bad, INTERVIEW.changed(id="iv-mended").cells(), LATER)


def conflicting(store: Store) -> None:
    data = disk.read(store.folder / INTERVIEW.file) or b""
    disk.write(store.folder / COPY, data.replace(b"Breathe.", b"Breathe twice."))


def choose_copy(store: Store) -> None:
    choose(store, COPY, "copy", LATER)


def lost(store: Store) -> None:
    """The interview and its application are gone from the files, and the oldest backup has both."""
    store.backups.make("By hand", NOW)
    disk.remove(store.folder / APPLICATION.file)
    delete_debrief(store, INTERVIEW.id, NOW)


def take_entry_back(store: Store) -> None:
    take_back(store, store.backups.list()[-1].id, INTERVIEW.file, INTERVIEW.identity, LATER)


def owed(store: Store) -> None:
    add_task(store, "Print the portfolio", None, "token-4", HERE)


def finish(store: Store) -> None:
    """A task is done."""
    finish_task(store, stable_id("tk", "token-4"), HERE)


def asked(store: Store) -> None:
    store.commit(Transaction("Asked", put=(QUESTION,)), NOW)


def practise(store: Store) -> None:
    """A try at a hard question is graded."""
    grade_try(store, Try(QUESTION.id, "token-5", LATER, 0), "good", LATER)


def nothing(store: Store) -> None:
    """No preparation."""


@dataclass(frozen=True)
class Operation:
    """Something the store does, after what makes it possible."""

    run: Callable[[Store], None]
    prepare: Callable[[Store], None] = nothing

    @property
    def name(self) -> str:
        return self.run.__name__


OPERATIONS = (
    Operation(commit),
    Operation(undo),
    Operation(bring_in),
    Operation(restore),
    Operation(undo_restore, restored),
    Operation(restore_file),
    Operation(recover, interrupted),
    Operation(save_draft),
    Operation(discard),
    Operation(bring_back, discarded),
    Operation(mend),
    Operation(choose_copy, conflicting),
    Operation(take_entry_back, lost),
    Operation(finish, owed),
    Operation(practise, asked),
)


@contextmanager
def system(faulty: Faulty) -> Iterator[None]:
    """The store runs on this operating system."""
    disk.os = faulty  # type: ignore[assignment]
    disk.swap = faulty.swap
    try:
        yield
    finally:
        disk.os, disk.swap = os, swap


def forget_receipts() -> None:
    """As a new process: what was kept in memory is gone."""
    receipt._receipts.clear()


@dataclass(frozen=True)
class State:
    """All that a person would miss: the CSV files as recovery leaves them, and the drafts' words."""

    files: tuple[tuple[str, bytes | None], ...]
    drafts: tuple[tuple[str, object], ...]
    undoable: int


def state_of(store: Store) -> State:
    files = tuple((name, disk.read(store.folder / name)) for name in (*sorted(MODELS), COPY))
    drafts = tuple((draft.id, dict(draft.values)) for draft in sorted(store.drafts.list(), key=lambda one: one.id))
    return State(files, drafts, len(store.undoable()))


@dataclass(frozen=True)
class Stage:
    """The states before and after an operation, and the folder to start it from, again and again."""

    operation: Operation
    template: Path
    place: Path
    before: State
    after: State
    calls: int

    def fresh(self) -> Store:
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.template, self.place)
        forget_receipts()
        return root_store(self.place)


def staged(operation: Operation, root: Path) -> Stage:
    """Runs the operation once, undisturbed, to know what it does and how many calls it takes."""
    place, template = root / "place", root / "template"
    forget_receipts()
    in_use(place)
    operation.prepare(root_store(place))
    forget_receipts()
    shutil.copytree(place, template)
    before = state_of(root_store(place))
    faulty = Faulty()
    with system(faulty):
        operation.run(root_store(place))
    return Stage(operation, template, place, before, state_of(root_store(place)), len(faulty.calls))


SAMPLE = 6
"""Every so many calls to the system are tried by default, and each with --long."""


def calls_to_try(stage: Stage, is_long: bool, beyond: int = 0) -> range:
    """The numbers of the calls that a sweep lets fail; where it starts depends on the operation."""
    first = 1 if is_long else 1 + sum(stage.operation.name.encode()) % SAMPLE
    return range(first, stage.calls + beyond + 1, 1 if is_long else SAMPLE)


def attempt(stage: Stage, store: Store, faulty: Faulty) -> AfterwordError | Died | None:
    """Runs the operation on that system; what it came to. Any other error is a failure of the test."""
    try:
        with system(faulty):
            stage.operation.run(store)
    except (AfterwordError, Died) as error:
        return error
    return None


def litter(store: Store) -> list[str]:
    found = [path for path in (store.folder.parent).rglob("*") if path.name.endswith(disk.TEMPORARY)]
    return [str(path) for path in [*found, *store.folder.rglob("redo*.json")]]
