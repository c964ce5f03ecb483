"""Bytes to text, with a note if the encoding is not the usual one."""

from lib.exchange.importing.refusal import MEGABYTE, ImportRefused, megabytes

MOST_BYTES = 20 * MEGABYTE
"""The size of one file that is read."""

_OTHER_KINDS = {
    b"%PDF": "It is a PDF. Export the list as CSV and bring that in.",
    b"PK\x03\x04": "It is an archive, not a CSV file. Unpack it first.",
    b"\x1f\x8b": "It is a gzip archive. Unpack it first.",
}


def decode(data: bytes) -> tuple[str, str]:
    """The text, and a remark on how it was read or ''. Raises ``ImportRefused`` for what is no text."""
    if len(data) > MOST_BYTES:
        raise ImportRefused(
            f"It is larger than {megabytes(MOST_BYTES)} ({megabytes(len(data))}); split it and try again."
        )
    for mark, reason in _OTHER_KINDS.items():
        if data.startswith(mark):
            raise ImportRefused(reason)
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise ImportRefused("It is empty.")
    return _decode_utf16(data) or _decode_bytes(data)


def _decode_utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16, by its mark or by the zeros that it leaves in every second place."""
    name = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    if not name and b"\0" in data:
        even, odd = data[0:400:2].count(0), data[1:400:2].count(0)
        half = len(data[:400]) // 4
        name = "utf-16-le" if odd > half and not even else "utf-16-be" if even > half and not odd else ""
    if not name:
        return None
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise ImportRefused("It begins as UTF-16 and does not go on so; it is damaged.") from error
    return _without_nul(text), "It is in UTF-16; it was read as that."


def _decode_bytes(data: bytes) -> tuple[str, str]:
    try:
        return _without_nul(data.decode("utf-8-sig")), ""
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return _without_nul(
        text
    ), "It is not in UTF-8; it was read as Windows-1252. Look whether ä, é and – came out right."


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise ImportRefused("It holds NUL characters, so it is damaged or not a text file.")
    return text
