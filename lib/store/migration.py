"""Files of an earlier version brought to the columns of today: the changes in words, and the new bytes.

The version of the files is ``schema_version`` in settings.csv. A later version of Afterword raises it if the meaning of
a column changes; a column that is merely new is known by its absence from a header.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lib.english import shortened, spelled
from lib.records.setting import SCHEMA_VERSION, Setting
from lib.store.edits import RowEdit, apply_edits
from lib.store.errors import ReadOnly
from lib.store.rewriting import Files
from lib.store.tables import CsvTable, FileContent, newer_version, read_tables, stated_version, the_columns

_KEY = ("schema_version",)


@dataclass(frozen=True)
class Migration:
    """The changes of bringing the files up to date. ``version`` is that in the files, or ''; ``changes`` are sentences,
    and ``files`` the contents of before and after; both empty if nothing changes."""

    version: str
    changes: tuple[str, ...]
    files: Files


def migration(contents: Mapping[str, bytes]) -> Migration:
    """The changes of bringing these files up to date. Raises ``ReadOnly`` if one cannot be read, or is newer."""
    tables = read_tables({name: FileContent(data) for name, data in contents.items()})
    failed = next((table.failure for table in tables.by_file.values() if table.failure), None)
    settings = tables.by_file[Setting.file]
    if refusal := failed.sentence if failed else newer_version(settings):
        raise ReadOnly(refusal)
    stated = stated_version(settings)
    if not contents:
        return Migration("", (), {})
    added = {
        file: _missing_columns(table)
        for file, table in tables.by_file.items()
        if file in contents and _missing_columns(table)
    }
    files: dict[str, tuple[bytes | None, bytes | None]] = {
        file: (contents[file], tables.by_file[file].sheet.with_columns(names).encode()) for file, names in added.items()
    }
    changes = [_sentence(file, names, len(tables.by_file[file].positions)) for file, names in added.items()]
    if stated != str(SCHEMA_VERSION) and _KEY not in tables.by_file[Setting.file].blocked:
        files[Setting.file] = (contents.get(Setting.file), _with_version(tables.by_file[Setting.file]))
        was = f" in place of {shortened(stated, 40)}" if stated else ""
        changes.append(f"{Setting.file} says the files are version {SCHEMA_VERSION}{was}.")
    return Migration(stated, tuple(changes), files)


def _missing_columns(table: CsvTable) -> tuple[str, ...]:
    return tuple(name for name in table.model.header() if name not in table.sheet.columns)


def _sentence(file: str, names: tuple[str, ...], rows: int) -> str:
    return f"{file} gains {the_columns(names)}, empty in its {spelled(rows, 'row')}."


def _with_version(table: CsvTable) -> bytes:
    before = table.cells(_KEY)
    after = {**(before or {}), "key": _KEY[0], "value": str(SCHEMA_VERSION)}
    place = table.positions.get(_KEY, -1)
    edit = RowEdit(Setting.file, _KEY, before, after, place=place)
    return apply_edits(table, [edit]).with_columns(_missing_columns(table)).encode()
