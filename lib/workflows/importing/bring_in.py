"""Bringing an import in: one commit, all or nothing, with a backup before and a way back after."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from lib.english import counted
from lib.exchange.importing.own_files import OwnReading
from lib.exchange.importing.parsed_rows import FileReading
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.question import Question
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Receipt, Store, Transaction
from lib.workflows.errors import unkeepable
from lib.workflows.importing.comparison import ImportComparison, compare
from lib.workflows.importing.own_rows import own_rows
from lib.workflows.importing.rows import Decisions, rows_of

BACKUP = "Before an import"
LABEL = "Import"
"""The start of every import's label, to find it among the changes to undo."""

_NOUNS: dict[type[Record], tuple[str, str]] = {
    Application: ("application", "applications"),
    Interview: ("interview", "interviews"),
    Person: ("person", "people"),
    Question: ("question", "questions"),
    Activity: ("dated step", "dated steps"),
}


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do: the comparison, and the rows with these decisions. ``changes`` are the entries that are
    here and would be changed, as they are and as they would be."""

    comparison: ImportComparison
    put: tuple[Record, ...]
    new: tuple[Record, ...]
    changes: tuple[tuple[Record, Record], ...] = ()

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many new rows there would be, by noun: ('3 applications', 3)."""
        found = Counter(type(row) for row in self.new)
        named = [(counted(found[kind], *nouns), found[kind]) for kind, nouns in _NOUNS.items() if found[kind]]
        others = sum(number for kind, number in found.items() if kind not in _NOUNS and kind is not Conversation)
        return (*named, (counted(others, "other row"), others)) if others else tuple(named)

    @property
    def changed(self) -> int:
        """How many entries that are here would be changed."""
        return len(self.changes)

    @property
    def sentence(self) -> str:
        """What would be brought in, in a sentence."""
        named = [words for words, _ in self.counts]
        if self.changed:
            named.append(f"{counted(self.changed, 'change')} to what is here")
        return ", ".join(named)


def plan(
    comparison: ImportComparison,
    workbook: Workbook,
    decisions: Decisions,
    now: datetime,
    own: Sequence[OwnReading] = (),
) -> ImportPlan:
    """What bringing these rows into the workbook that they were compared with would do. Writes nothing.

    ``own`` are Afterword's own files among what was brought; their rows take the place of those that are here.

    Raises ``Incomplete`` if a cell holds what no file of the workbook can keep.
    """
    try:
        put = (*rows_of(comparison, decisions, workbook, now), *own_rows(own, workbook).put)
    except ValidationError as error:
        raise unkeepable(error) from error
    standing = {(row.file, row.identity): row for row in workbook}
    new = tuple(row for row in put if (row.file, row.identity) not in standing)
    changes = tuple((was, row) for row in put if (was := standing.get((row.file, row.identity))))
    return ImportPlan(comparison, put, new, changes)


def back_up(store: Store, now: datetime) -> None:
    """Back up the current files, if there is anything to keep."""
    if not store.load_whole().workbook.is_empty:
        store.backups.make(BACKUP, now)


def bring_in(
    store: Store,
    readings: Sequence[FileReading],
    decisions: Decisions,
    token: str,
    now: datetime,
    own: Sequence[OwnReading] = (),
) -> Receipt:
    """Bring everything in, compared with the current workbook. ``store.undo`` takes it back.

    ``token`` names this attempt: a second try of the same one gets the first one's receipt. Raises what the
    store raises; then nothing at all is in.
    """
    draft_id = f"im-{token}"
    if earlier := store.receipt(draft_id, token):
        return earlier
    loaded = store.load_whole()
    made = plan(compare(readings, loaded.workbook), loaded.workbook, decisions, now, own)
    change = Transaction(
        label=f"{LABEL}: {made.sentence or 'nothing new'}",
        put=made.put,
        row_versions=loaded.row_versions_of(made.put),
        draft_id=draft_id,
        token=token,
        undoable=True,
    )
    return store.commit(change, now)
