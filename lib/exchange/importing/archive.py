"""A zip opened with care: nothing is unpacked onto the disk, and nothing is believed that its directory says."""

import io
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lib.exchange.importing.decoding import MOST_BYTES
from lib.exchange.importing.refusal import MEGABYTE, Left, Refused, megabytes

MOST_MEMBERS = 5_000
MOST_TABLES = 40
MOST_TOGETHER = 60 * MEGABYTE
MOST_RATIO = 200
"""How many times its packed size a part may have; text packs 5 to 30 times."""
RATIO_FROM = MEGABYTE
"""Below this size the ratio says nothing."""

_KNOWN = re.compile(
    r"(?:job applications|saved jobs|connections|recommendations_received)(?:_\d+)?\.csv"
    r"|user_jobs_.*\.csv",
    re.IGNORECASE,
)
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError, OverflowError),
)
_OURS = {"interviews.csv", "ratings.csv", "conversations.csv", "dimensions.csv"}


@dataclass(frozen=True)
class Member:
    """One part of an archive: its path there, and its bytes."""

    name: str
    data: bytes


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(name: str, data: bytes) -> tuple[tuple[Member, ...], tuple[Left, ...], int]:
    """The tables in an archive, what of it was refused and why, and how many parts are no concern of ours.

    Where it has files of a known tool, only those are unpacked. Raises ``Refused`` for an archive that is not to be
    trusted, is encrypted, damaged or too large, and for an Excel workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            _refuse_all(parts)
            tables = _tables(parts)
            found, left = _unpacked(name, archive, tables)
            return found, left, len(parts) - len(tables)
    except _DAMAGED as error:
        raise Refused("The archive is damaged, or packed in a way that cannot be read. Download it again.") from error


def _refuse_all(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if "[Content_Types].xml" in names:
        raise Refused("It is an Excel workbook. Save it there as 'CSV UTF-8' and bring that in.")
    if names >= _OURS:
        raise Refused("It is a workbook of Afterword. Under Backups it can be restored.")
    if len(parts) > MOST_MEMBERS:
        raise Refused(f"It holds {len(parts):,} files; {MOST_MEMBERS:,} are the most that is opened.")
    for part in parts:
        if _leads_outside(part.filename):
            raise Refused("One of its parts names a place outside of the archive. Such an archive is not opened.")
        if stat.S_ISLNK(part.external_attr >> 16):
            raise Refused("One of its parts is a link to another file. Such an archive is not opened.")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("It is encrypted. Unpack it with its password, and bring the CSV files in.")


def _leads_outside(path: str) -> bool:
    parts = re.split(r"[/\\]", path)
    return ".." in parts or parts[0] == "" or bool(re.match(r"[A-Za-z]:", path))


def _tables(parts: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    seen: dict[str, zipfile.ZipInfo] = {}
    for part in parts:
        base = _base(part.filename)
        if base.casefold().endswith(".csv") and not part.filename.startswith("__MACOSX/") and base[:1] != ".":
            seen.setdefault(part.filename, part)
    known = [part for part in seen.values() if _KNOWN.fullmatch(_base(part.filename))]
    return known or list(seen.values())


def _base(path: str) -> str:
    return re.split(r"[/\\]", path)[-1]


def _unpacked(
    name: str, archive: zipfile.ZipFile, tables: list[zipfile.ZipInfo]
) -> tuple[tuple[Member, ...], tuple[Left, ...]]:
    found: list[Member] = []
    left = [Left(_shown(name, part), 0, f"Only {MOST_TABLES} tables are read.") for part in tables[MOST_TABLES:]]
    together = 0
    for part in tables[:MOST_TABLES]:
        data = b"".join(_read(archive, part, min(MOST_BYTES, MOST_TOGETHER - together)))
        reason = _too_much(part, len(data), MOST_TOGETHER - together)
        together += len(data)
        if reason:
            left.append(Left(_shown(name, part), 0, reason))
        else:
            found.append(Member(part.filename, data))
    return tuple(found), tuple(left)


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """What is really in it, and never more than one piece above the limit."""
    held = 0
    with archive.open(part) as packed:
        while held <= most and (piece := packed.read(1 << 16)):
            held += len(piece)
            if held > RATIO_FROM and held > MOST_RATIO * max(1, part.compress_size):
                raise Refused("One of its parts unpacks to many hundred times its size. Such an archive is not opened.")
            yield piece


def _too_much(part: zipfile.ZipInfo, size: int, room: int) -> str:
    if size > MOST_BYTES:
        return f"It is larger than {megabytes(MOST_BYTES)} when unpacked."
    return f"Together the tables are larger than {megabytes(MOST_TOGETHER)}." if size > room else ""


def _shown(name: str, part: zipfile.ZipInfo) -> str:
    return f"{name} / {part.filename}"
