"""The tables in an archive from another tool: which of its parts are read, and the reasons for those that are not."""

import re
from dataclasses import dataclass

from lib.exchange.importing.decoding import MOST_BYTES
from lib.exchange.importing.refusal import MEGABYTE, ImportRefused, SkippedRow, megabytes
from lib.exchange.zip_reading import RefusedZip, Why, ZipLimits, read_zip

MOST_MEMBERS = 5_000
MOST_TABLES = 40
MOST_TOGETHER = 60 * MEGABYTE

_KNOWN = re.compile(
    r"(?:job applications|saved jobs|connections|recommendations_received)(?:_\d+)?\.csv"
    r"|user_jobs_.*\.csv",
    re.IGNORECASE,
)
_OURS = {"interviews.csv", "ratings.csv", "conversations.csv", "dimensions.csv"}


@dataclass(frozen=True)
class Member:
    """One part of an archive: its path there, and its bytes."""

    name: str
    data: bytes


_NOT_OPENED = "Such an archive is not opened."
_DAMAGED = "The archive is damaged, or packed in a way that cannot be read. Download it again."
_REASONS: dict[Why, str] = {
    "members": f"It holds more than {MOST_MEMBERS:,} files, the most that is opened.",
    "outside": f"One of its parts names a place outside of the archive. {_NOT_OPENED}",
    "name": f"One of its parts has a name that cannot be shown. {_NOT_OPENED}",
    "link": f"One of its parts is a link to another file, or a device. {_NOT_OPENED}",
    "locked": "It is encrypted. Unpack it with its password, and bring the CSV files in.",
    "twice": f"Two of its parts have the same name. {_NOT_OPENED}",
    "ratio": f"One of its parts unpacks to many hundred times its size. {_NOT_OPENED}",
}


def members(name: str, data: bytes) -> tuple[tuple[Member, ...], tuple[SkippedRow, ...], int]:
    """The tables in an archive, what was refused and why, and how many other parts there are.

    Where it has files of a known tool, only those are unpacked. Raises ``ImportRefused`` for an archive that is not to
    be trusted, is encrypted, damaged or too large.
    """
    beyond: list[str] = []

    def chosen(names: tuple[str, ...]) -> list[str]:
        _refuse_ours(names)
        tables = _tables(names)
        beyond.extend(tables[MOST_TABLES:])
        return tables[:MOST_TABLES]

    limits = ZipLimits(members=MOST_MEMBERS, file_bytes=MOST_BYTES, all_bytes=MOST_TOGETHER)
    try:
        found = read_zip(data, chosen, limits, leave_large=True)
    except RefusedZip as refusal:
        raise ImportRefused(_REASONS.get(refusal.why, _DAMAGED)) from refusal
    reasons = {
        "file": f"It is larger than {megabytes(MOST_BYTES)} when unpacked.",
        "all": f"Together the tables are larger than {megabytes(MOST_TOGETHER)}.",
    }
    left = [SkippedRow(f"{name} / {part}", 0, f"Only {MOST_TABLES} tables are read.") for part in beyond]
    left += [SkippedRow(f"{name} / {part}", 0, reasons[limit]) for part, limit in found.too_large.items()]
    tables = tuple(Member(part, content) for part, content in found.files.items())
    return tables, tuple(left), len(found.skipped_names) - len(beyond)


def _refuse_ours(names: tuple[str, ...]) -> None:
    if set(names) >= _OURS:
        raise ImportRefused("It is a workbook of Afterword. Under Backups it can be restored.")


def _tables(names: tuple[str, ...]) -> list[str]:
    tables = [name for name in names if _is_table(name)]
    return [name for name in tables if _KNOWN.fullmatch(_base(name))] or tables


def _is_table(name: str) -> bool:
    return _base(name).casefold().endswith(".csv") and not name.startswith("__MACOSX/") and _base(name)[:1] != "."


def _base(path: str) -> str:
    return path.rpartition("/")[2]
