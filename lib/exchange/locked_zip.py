"""A backup locked with a passphrase: one AES zip with the plain zip in it, which other programs open as well.

The names of its files would be readable in a locked zip, so the whole backup is one file in it. The format is WinZip's
(AES-256, AE-2): each changed byte of the content is noticed when it's opened. Its keys are derived with PBKDF2 in 1,000
rounds, which the format fixes and which is little today, so a passphrase has to be long.
"""

import io
import struct
import unicodedata
import zipfile

import pyzipper

from lib.exchange.zip_reading import LIMITS, RefusedZip, ZipLimits, damages, is_overfull
from lib.records.errors import AfterwordError

INNER = "Afterword.zip"
SHORTEST = 12
"""Characters of a passphrase."""

_CHUNK = 1 << 20
_DAMAGED: tuple[type[Exception], ...] = (pyzipper.BadZipFile, struct.error, NotImplementedError, *damages())
"""What reading a damaged zip raises: NotImplementedError too, for a damaged name of the packing method."""
_ENCRYPTED = 1
_AES_256 = 3
_SALT_CHECK_AND_SEAL = 16 + 2 + 10
"""Bytes around the locked content, of which the seal at its end tells whether any was changed."""
_CHANGED = "This backup is damaged, or was changed since it was made."
_NOT_OURS = "This locked zip wasn't made by Afterword."
_UNLOCK_YOURSELF = "Unpack it with the program that made it, and choose the zip that was in it."


class PassphraseRefused(AfterwordError):
    """The passphrase can't be used to lock a backup; no file was made."""

    def __init__(self, happened: str, next_step: str) -> None:
        super().__init__(happened, "No backup was made.", next_step)


class WrongPassphrase(AfterwordError):
    """The passphrase isn't the one that the backup was locked with."""

    def __init__(self) -> None:
        super().__init__(
            "This passphrase doesn't open the backup.",
            "Nothing was changed.",
            "Type it again. Capital letters and spaces count.",
        )


def require_passphrase(passphrase: str, again: str) -> None:
    """Raises ``PassphraseRefused`` where the two differ, or where it's shorter than ``SHORTEST``."""
    if _bytes_of(passphrase) != _bytes_of(again):
        raise PassphraseRefused("The two passphrases aren't the same.", "Type both again.")
    if len(unicodedata.normalize("NFC", passphrase)) < SHORTEST:
        raise PassphraseRefused(
            f"The passphrase is shorter than {SHORTEST} characters.",
            "Use four or five words that don't belong together: they're long, and easy to remember.",
        )


def lock(data: bytes, passphrase: str) -> bytes:
    """A zip that holds ``data``, a zip, under the passphrase. Twice the same gives different bytes."""
    packed = io.BytesIO()
    with pyzipper.AESZipFile(packed, "w", pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(_bytes_of(passphrase))
        member = archive.zipinfo_cls(INNER, (1980, 1, 1, 0, 0, 0))
        member.create_system = 3  # or it tells on which system it was made
        member.external_attr = 0o600 << 16
        archive.writestr(member, data)
    return packed.getvalue()


def is_locked(data: bytes) -> bool:
    """Whether something in this zip is locked. False for what is no zip."""
    if is_overfull(data, LIMITS):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(member.flag_bits & _ENCRYPTED for member in archive.infolist())
    except _DAMAGED:
        return False


def unlock(data: bytes, passphrase: str, limits: ZipLimits = LIMITS) -> bytes:
    """The zip in a locked one.

    Raises ``WrongPassphrase``, and ``RefusedZip`` where it is damaged, was changed, holds anything else than one zip
    locked with AES, or unpacks to more than ``limits`` allow.
    """
    if is_overfull(data, limits):
        raise RefusedZip(f"This zip holds more than {limits.members:,} files.", why="members")
    try:
        with pyzipper.AESZipFile(io.BytesIO(data)) as archive:
            member = _only_zip(archive, limits)
            return _content(archive, member, passphrase, limits)
    except _DAMAGED:
        raise RefusedZip(_CHANGED, why="damaged") from None


def _only_zip(archive: pyzipper.AESZipFile, limits: ZipLimits) -> pyzipper.ZipInfo:
    members = archive.infolist()
    if len(members) != 1 or not members[0].filename.lower().endswith(".zip"):
        raise RefusedZip(_NOT_OURS, _UNLOCK_YOURSELF)
    (member,) = members
    if not member.flag_bits & _ENCRYPTED or member.wz_aes_version is None:
        raise RefusedZip(
            "This zip is locked in an old way (ZipCrypto) that is easy to break.", _UNLOCK_YOURSELF, "locked"
        )
    if member.compress_type != zipfile.ZIP_STORED or member.wz_aes_strength != _AES_256:
        raise RefusedZip(_NOT_OURS, _UNLOCK_YOURSELF)
    if member.compress_size != member.file_size + _SALT_CHECK_AND_SEAL:
        # read short, the content would come without its seal, and so unchecked
        raise RefusedZip(_CHANGED, why="damaged")
    if member.file_size > limits.all_bytes:
        raise RefusedZip(f"Unpacked, this zip holds more than {limits.all_bytes // 1_000_000} MB.", why="large")
    return member


def _content(archive: pyzipper.AESZipFile, member: pyzipper.ZipInfo, passphrase: str, limits: ZipLimits) -> bytes:
    """The content, read to its end, where it's found out whether a byte was changed."""
    try:
        opened = archive.open(member, pwd=_bytes_of(passphrase))
    except RuntimeError:
        raise WrongPassphrase() from None
    pieces, left = [], min(member.file_size, limits.all_bytes)
    with opened:
        while piece := opened.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise RefusedZip("This zip holds more than it says.", why="damaged")
            pieces.append(piece)
    return b"".join(pieces)


def _bytes_of(passphrase: str) -> bytes:
    """As UTF-8, composed (NFC): an é is the same from every keyboard."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8")
