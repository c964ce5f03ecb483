"""What was saved here and overwritten since by a program that held an older copy of the file, such as a spreadsheet.

The records of the last saves hold each row as saved, and each cell's earlier content. A row that is not there any more,
one that is there again though it was removed, and a cell that is back at an earlier text were overwritten. Any other
text is the other program's own change, and stays.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from lib.store.edits import RowEdit, RowId, names_version, same_cells
from lib.store.saves import Save
from lib.store.tables import MODELS, CsvTable, Tables

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Overwritten:
    """``edits`` restore what was overwritten and keep what the other program changed; ``records`` are the records they
    come from."""

    edits: tuple[RowEdit, ...] = ()
    records: frozenset[str] = frozenset()


@dataclass
class _Row:
    """A row as it was left by the saves so far, and the texts that its cells had before."""

    cells: dict[str, str] | None
    earlier: dict[str, set[str]] = field(default_factory=dict)
    records: list[str] = field(default_factory=list)

    def apply(self, edit: RowEdit) -> None:
        """Take in one more save."""
        if edit.after is None:
            self._remember(self.cells or {})
            self.cells = None
        elif self.cells is None or edit.before is None:
            self._remember(self.cells or {})
            self.cells = dict(edit.after)
        else:
            for name in {*edit.before, *edit.after}:
                before, after = edit.before.get(name, ""), edit.after.get(name, "")
                if before != after or not self.is_earlier(name, before):  # else it was overwritten before this save
                    self._set(name, after)

    def is_earlier(self, name: str, text: str) -> bool:
        """Whether a cell with this text holds what it held before, and not what was saved last."""
        return text in self.earlier.get(name, ())

    def _remember(self, cells: Cells) -> None:
        for name, text in cells.items():
            self.earlier.setdefault(name, set()).add(text)

    def _set(self, name: str, text: str) -> None:
        assert self.cells is not None
        was = self.cells.get(name, "")
        if text != was:
            known = self.earlier.setdefault(name, set())
            known.add(was)
            known.discard(text)
            self.cells[name] = text


def find_overwritten(tables: Tables, saves: Iterable[Save]) -> Overwritten:
    """What the files lack of these saves, which come in their order."""
    edits: list[RowEdit] = []
    records: set[str] = set()
    for (file, key), row in _replay(saves).items():
        table = tables.by_file[file]
        if table.failure or key in table.blocked or key in table.doubled:
            continue  # it cannot be read, and is repaired in another way
        for edit in _restoring_edits(table, key, row):
            edits.append(edit)
            records.update(row.records)
    return Overwritten(tuple(edits), frozenset(records))


def _replay(saves: Iterable[Save]) -> dict[RowId, _Row]:
    rows: dict[RowId, _Row] = {}
    for save in saves:
        for edit in save.edits:
            if edit.file in MODELS and not names_version(edit):
                before = None if edit.before is None else dict(edit.before)
                row = rows.setdefault((edit.file, edit.key), _Row(before))
                row.apply(edit)
                row.records.append(save.name)
    return rows


def _restoring_edits(table: CsvTable, key: tuple[str, ...], row: _Row) -> Iterator[RowEdit]:
    now = table.cells(key)
    wanted = _wanted_cells(row, now)
    if not same_cells(now, wanted) and (wanted is None or _can_be_read(table, wanted)):
        place = table.positions.get(key, -1)
        raw = table.sheet.rows[place].raw if now is not None else ""
        yield RowEdit(table.model.file, key, now, wanted, raw, place)


def _wanted_cells(row: _Row, now: Cells | None) -> Cells | None:
    if row.cells is None or now is None:
        return row.cells
    names = {*row.cells, *now}
    lost = {name: row.cells.get(name, "") for name in names if row.is_earlier(name, now.get(name, ""))}
    return {**now, **lost}


def _can_be_read(table: CsvTable, cells: Cells) -> bool:
    try:
        table.model.from_cells(cells)
    except ValidationError:
        return False
    return True
