"""What people, spreadsheets and sync programs do to a CSV file, one kind each."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from lib.store.codec import BOM, NEWLINE, parse

Damage = Callable[[Path], None]


def _bytes(change: Callable[[bytes], bytes]) -> Damage:
    return lambda path: path.write_bytes(change(path.read_bytes())) and None


def _words(change: Callable[[str], str]) -> Damage:
    return lambda path: path.write_bytes(change(path.read_bytes().decode("utf-8-sig")).encode()) and None


def _raw_lines(data: bytes) -> list[bytes]:
    sheet = parse(data)
    return [raw.removesuffix(NEWLINE).encode() for raw in (sheet.head, *(row.raw for row in sheet.rows))]


def _lines(change: Callable[[list[bytes]], list[bytes]]) -> Damage:
    """Changes the head and the rows, each without its line end; a cell may hold line ends of its own."""
    return _bytes(lambda data: BOM + b"".join(line + NEWLINE.encode() for line in change(_raw_lines(data))))


def _first_row(change: Callable[[bytes], bytes]) -> Damage:
    return _lines(lambda lines: [lines[0], change(lines[1]), *lines[2:]])


def _without_a_column(text: str) -> str:
    """The file without its column of ids, as a spreadsheet writes it when somebody deletes one."""
    return "\r\n".join(line.partition(",")[2] for line in text.split("\r\n"))


def _ended_by(ending: bytes) -> Damage:
    return _bytes(lambda data: BOM + ending.join([*_raw_lines(data), b""]))


def _cut_in_the_last_word(data: bytes) -> bytes:
    """The file as a full disk leaves it: its end is inside a quoted cell."""
    return data[: [found.start() for found in re.finditer(rb'"[^",]{4,}"', data)][-1] + 3]


def _as_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _unreadable(path: Path) -> None:
    """A link that leads to itself: nobody may read it, not even root, whom no mode keeps out."""
    path.unlink()
    path.symlink_to(path.name)


def _with_a_conflict_copy(path: Path) -> None:
    shutil.copy(path, path.with_name(f"{path.stem}.sync-conflict-20261120-190000-ABCDEF.csv"))


READ_ONLY: Mapping[str, Damage] = {
    "a quote that is not closed": _first_row(lambda row: row.replace(b'","', b'","and then', 1)[:-1]),
    "a header with one name twice": _bytes(
        lambda data: data.replace(b'"id"', b'"state"', 1).replace(b'"role"', b'"id"')
    ),
    "the column of ids missing": _words(_without_a_column),
    "another encoding": _bytes(lambda data: data.removeprefix(BOM).decode().replace("o", "ö").encode("cp1252")),
    "UTF-16": _bytes(lambda data: data.decode("utf-8-sig").encode("utf-16")),
    "NUL bytes": _first_row(lambda row: row.replace(b'","', b'\0","', 1)),
    "semicolons": _words(lambda text: text.replace('","', '";"')),
    "tabs": _words(lambda text: text.replace('","', '"\t"')),
    "the marks of a merge": _lines(
        lambda lines: [lines[0], b"<<<<<<< mine", *lines[1:], b"=======", b">>>>>>> theirs"]
    ),
    "an end in the middle of a cell": _bytes(_cut_in_the_last_word),
    "nothing in it": _bytes(lambda _: b""),
    "blank lines only": _bytes(lambda _: b"\r\n\r\n"),
    "a folder in its place": _as_a_folder,
    "no leave to read it": _unreadable,
}
"""Kinds after which the file cannot be trusted as a whole: nothing may be saved until it is put right."""

ROW_LOST: Mapping[str, Damage] = {
    "a cell too many": _first_row(lambda row: row + b',"extra"'),
    "a row cut short": _first_row(lambda row: row[: row.rindex(b",")]),
    "a word that is none of the vocabulary": _words(lambda text: text.replace('"technical"', '"tecnical"', 1)),
    "a date as a spreadsheet writes it": _words(lambda text: text.replace("2026-11-20", "20/11/2026", 1)),
    "an id that is empty": _first_row(lambda row: b'""' + row[row.index(b",") :]),
    "one row twice": _lines(lambda lines: [*lines[:2], *lines[1:]]),
}
"""Kinds that cost one row: it stays in the file, is left out and counted, and the rest can be used."""

HARMLESS: Mapping[str, Damage] = {
    "the byte order mark lost": _bytes(lambda data: data.removeprefix(BOM)),
    "line ends of another system": _ended_by(b"\n"),
    "bare carriage returns": _ended_by(b"\r"),
    "no last line end": _bytes(lambda data: data.rstrip(b"\r\n")),
    "blank lines in between": _ended_by(b"\r\n\r\n"),
    "a column of one's own": _lines(
        lambda lines: [line + (b',"mine"' if at == 0 else b',"x"') for at, line in enumerate(lines) if line]
    ),
    "yes and no in capitals": _words(lambda text: text.replace('"yes"', '"TRUE"').replace('"no"', '"FALSE"')),
    "a copy made by a sync program": _with_a_conflict_copy,
}
"""Kinds that cost nothing: every row is read."""

KINDS: Mapping[str, Damage] = {**READ_ONLY, **ROW_LOST, **HARMLESS}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder and below, by its name."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
