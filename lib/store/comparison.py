"""Two states of the files beside each other: which rows are new, gone or different."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lib.records.record import Key, Record
from lib.store.tables import MODELS, CsvTable, FileContent, Tables, read_tables


@dataclass(frozen=True)
class RowChange:
    """A row that differs: its state ``now`` and ``then``; None if it isn't there."""

    file: str
    key: Key
    now: Record | None
    then: Record | None

    @property
    def record(self) -> Record:
        """The row as it will be, or as it was where it goes."""
        record = self.then or self.now
        assert record is not None
        return record


@dataclass(frozen=True)
class FileChange:
    """One file that differs. Where no row does, what differs is its layout, a column, or rows that cannot be read."""

    file: str
    rows: tuple[RowChange, ...]

    @property
    def added(self) -> int:
        """How many rows are only in the other state."""
        return sum(row.now is None for row in self.rows)

    @property
    def removed(self) -> int:
        """How many rows are only in the workbook now."""
        return sum(row.then is None for row in self.rows)

    @property
    def changed(self) -> int:
        """How many rows are in both and differ."""
        return len(self.rows) - self.added - self.removed


def compare(now: Mapping[str, bytes], then: Mapping[str, bytes]) -> tuple[FileChange, ...]:
    """What would change in the files if they became what they were ``then``; files of other names are left out."""
    tables = tables_of(now), tables_of(then)
    return tuple(
        FileChange(file, tuple(_rows(tables[0].by_file[file], tables[1].by_file[file])))
        for file in MODELS
        if now.get(file) != then.get(file)
    )


def tables_of(files: Mapping[str, bytes]) -> Tables:
    """The rows of these files, and what is wrong with them; files of other names are left out."""
    return read_tables({file: FileContent(files.get(file)) for file in MODELS})


def _rows(now: CsvTable, then: CsvTable) -> Iterator[RowChange]:
    for key in dict.fromkeys((*then.positions, *now.positions)):
        if now.row_version(key) != then.row_version(key):
            yield RowChange(now.model.file, key, now.records.get(key), then.records.get(key))
