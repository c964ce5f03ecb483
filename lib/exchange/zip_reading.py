"""A zip from outside, read in memory: only plain files, only inside, and only as much as a workbook can be."""

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lib.english import shortened
from lib.records.errors import AfterwordError

_ENTRY = b"PK\x01\x02"
_CHUNK = 1 << 16
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(RuntimeError, ValueError, LookupError, OverflowError),
)
_RATIO_COUNTS_FROM = 1_000_000
"""Bytes. Below this a file is harmless however well it packs; an empty table of one column packs very well."""


Why = Literal[
    "content", "members", "outside", "name", "link", "locked", "twice", "large", "ratio", "packing", "damaged"
]
Choose = Callable[[tuple[str, ...]], Collection[str]]


class RefusedZip(AfterwordError):
    """The zip is damaged, locked, or not what it claims to be; nothing of it was read. ``why`` is the kind of
    reason."""

    def __init__(
        self,
        happened: str,
        next_step: str = "Choose another file, or unpack it and choose the files.",
        why: Why = "content",
    ) -> None:
        self.why = why
        super().__init__(happened, "Nothing was read from it, and nothing in the workbook was changed.", next_step)


@dataclass(frozen=True)
class ZipLimits:
    """The limits: members of any kind, bytes of one file and of all, and how far one may be packed."""

    members: int = 2_000
    file_bytes: int = 100_000_000
    all_bytes: int = 200_000_000
    ratio: int = 200


LIMITS = ZipLimits()


@dataclass(frozen=True)
class Unzipped:
    """The files that were wanted, by their names with ``/``; ``skipped_names`` names the others.

    ``too_large`` names those that were wanted and left, if that was allowed, with the limit that they go beyond.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    skipped_names: tuple[str, ...] = ()
    too_large: Mapping[str, Literal["file", "all"]] = field(default_factory=dict)


def looks_zipped(data: bytes) -> bool:
    """Whether these bytes begin as a zip does, with files in it or without."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_overfull(data: bytes, limits: ZipLimits) -> bool:
    """Whether it lists more members than are read. Asked before it's opened: the list itself may be the bomb."""
    return data.count(_ENTRY) > limits.members


def damages() -> tuple[type[Exception], ...]:
    """What reading a damaged zip raises."""
    return _DAMAGED


def read_zip(data: bytes, choose: Choose, limits: ZipLimits = LIMITS, leave_large: bool = False) -> Unzipped:
    """The files of a zip that ``choose`` takes from the names of all, read in that order.

    Raises ``RefusedZip`` if one member is reason to trust none of it. What goes beyond the limits of size is such a
    reason, unless ``leave_large``: then it is left and the rest is read.
    """
    if is_overfull(data, limits):
        raise RefusedZip(f"This zip holds more than {limits.members:,} files.", why="members")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, choose, limits, leave_large)
    except NotImplementedError:  # what zipfile raises for a packing method or a version that it doesn't know
        raise RefusedZip("This zip is packed in a way that cannot be read here.", why="packing") from None
    except _DAMAGED:
        raise RefusedZip("This is not a zip, or it is damaged.", why="damaged") from None


def _read(archive: zipfile.ZipFile, choose: Choose, limits: ZipLimits, leave_large: bool) -> Unzipped:
    every: dict[str, zipfile.ZipInfo] = {}
    for member in archive.infolist():
        name = _checked_name(member)
        if member.is_dir():
            continue
        if name in every:
            raise RefusedZip(f"This zip holds two files of the name '{shortened(name, 60)}'.", why="twice")
        every[name] = member
    chosen = {name: every[name] for name in choose(tuple(every))}
    too_large = _too_large(chosen, limits) if leave_large else {}
    members = {name: member for name, member in chosen.items() if name not in too_large}
    _refuse_size(members, limits)
    files = {name: _content(archive, name, member, limits) for name, member in members.items()}
    return Unzipped(files, tuple(name for name in every if name not in chosen), too_large)


def _too_large(chosen: Mapping[str, zipfile.ZipInfo], limits: ZipLimits) -> dict[str, Literal["file", "all"]]:
    left: dict[str, Literal["file", "all"]] = {}
    together = 0
    for name, member in chosen.items():
        if member.file_size > limits.file_bytes:
            left[name] = "file"
        elif together + member.file_size > limits.all_bytes:
            left[name] = "all"
        else:
            together += member.file_size
    return left


def _checked_name(member: zipfile.ZipInfo) -> str:
    name = member.orig_filename.replace("\\", "/")
    if not name or name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        raise RefusedZip(f"This zip wants to write outside of its folder ('{shortened(name, 60)}').", why="outside")
    if not name.isprintable():
        raise RefusedZip("This zip holds a file whose name cannot be shown.", why="name")
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise RefusedZip(f"This zip holds a link or a device ('{shortened(name, 60)}'), not only files.", why="link")
    if member.flag_bits & 1:
        raise RefusedZip(
            "This zip is locked with a password.", "Unpack it yourself, and choose the files in it.", "locked"
        )
    return name


def _refuse_size(members: Mapping[str, zipfile.ZipInfo], limits: ZipLimits) -> None:
    if sum(member.file_size for member in members.values()) > limits.all_bytes:
        raise RefusedZip(f"Unpacked, this zip holds more than {limits.all_bytes // 1_000_000} MB.", why="large")
    for name, member in members.items():
        if member.file_size > limits.file_bytes:
            most = f"{limits.file_bytes // 1_000_000} MB"
            raise RefusedZip(f"'{shortened(name, 60)}' in this zip is larger than {most}.", why="large")
        if member.file_size > max(_RATIO_COUNTS_FROM, limits.ratio * member.compress_size):
            raise RefusedZip(f"'{shortened(name, 60)}' unpacks to far more than a table would.", why="ratio")


def _content(archive: zipfile.ZipFile, name: str, member: zipfile.ZipInfo, limits: ZipLimits) -> bytes:
    """The bytes, counted as they come: the sizes that the zip declares need not be true."""
    pieces: list[bytes] = []
    left = min(member.file_size, limits.file_bytes)
    with archive.open(member) as packed:
        while piece := packed.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise RefusedZip(f"'{shortened(name, 60)}' in this zip is larger than the zip says.", why="damaged")
            pieces.append(piece)
    return b"".join(pieces)
