"""Bytes to words, whatever a phone or a mail program wrote them in."""

import codecs
import re
import unicodedata

from lib.capture.reading.note import UnreadableNote

_LOOKED_AT = 20_000
"""How many characters are used to tell whether bytes are a text."""
_CHARSET = re.compile(
    r"(?:utf|iso|windows|cp|koi|us-ascii|ascii|latin|big5|gb|hz|euc|shift|sjis|mac|tis)[\w-]*$", re.IGNORECASE
)
"""The charsets that mails name. Python knows codecs that unpack or that take for ever, too."""
_STRANGE = {"Cc", "Cn", "Co", "Cs"}
_USUAL = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85"


def decoded(data: bytes, charset: str = "", *, is_cut: bool = False) -> str:
    """The words: by the charset that was named, by a mark at the start, as UTF-8, or as Windows wrote it.

    ``is_cut``: the bytes may end within a character. Raises ``UnreadableNote`` if they are no words in any of these.
    """
    text = _decoded(data, charset, is_cut).lstrip("\ufeff")
    looked_at = text[:_LOOKED_AT]
    strange = sum(unicodedata.category(mark) in _STRANGE and mark not in _USUAL for mark in looked_at)
    if strange + looked_at.count("\ufffd") > 2 + len(looked_at) // 100:
        raise UnreadableNote("This isn't a text, or it's damaged.")
    return text.replace("\0", "")


def _decoded(data: bytes, charset: str, is_cut: bool) -> str:
    named = charset if _CHARSET.match(charset) else ""
    for name in (named, _marked(data), "utf-8"):
        if name:
            try:
                return codecs.getincrementaldecoder(name)().decode(data, final=not is_cut)
            except (UnicodeError, LookupError, ValueError):
                continue
    return data.decode("cp1252", "replace")


def _marked(data: bytes) -> str:
    """UTF-16 or UTF-32 by the mark at the start, or UTF-16 by the zeros that it leaves in every second place."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = data[0:400:2].count(0), data[1:400:2].count(0)
    quarter = len(data[:400]) // 8
    if odd > quarter and not even:
        return "utf-16-le"
    return "utf-16-be" if even > quarter and not odd else ""
