"""A mail sent to oneself: .eml, its words alone."""

import email
import email.errors
import re
from datetime import date, datetime
from email.message import EmailMessage, MIMEPart
from email.policy import default
from typing import Final

from lib.capture.reading.decoding import decoded
from lib.capture.reading.note import MEGABYTE, ParsedNotes, UnreadableNote, cleaned_line, note_of
from lib.english import listed
from lib.exchange.importing.html_text import html_words

SOURCE = "Email"
MOST_BYTES = 25 * MEGABYTE
_MOST_PARTS = 100
_MOST_HEADER = 100_000
_MOST_HTML = 2 * MEGABYTE
_HEADER = re.compile(
    rb"^(?:from|to|date|subject|received|return-path|mime-version|message-id|content-type|delivered-to|x-[\w-]+)"
    rb"[ \t]*:",
    re.IGNORECASE,
)
_BROKEN: Final = (
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError),
    *(OverflowError, email.errors.MessageError),
)


def is_mail(data: bytes) -> bool:
    """Whether these bytes begin with the header of a mail: two of its usual lines at least."""
    head = data[:4_000].lstrip(b"\xef\xbb\xbf\r\n ").split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    lines = [line for line in head.splitlines() if line[:1] not in (b" ", b"\t")]
    return bool(lines) and bool(_HEADER.match(lines[0])) and sum(bool(_HEADER.match(line)) for line in lines) >= 2


def read_mail(data: bytes) -> ParsedNotes:
    """The mail's text, or else the words of its HTML; attachments are named and left out.

    Raises ``UnreadableNote`` if it has no words, is too large, or is built to be a burden.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableNote(f"This mail is larger than {MOST_BYTES // MEGABYTE} MB.")
    header = data.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    if len(header) > _MOST_HEADER or data.count(b"boundary=") > _MOST_PARTS:
        raise UnreadableNote("This mail isn't built like one that a person wrote.")
    try:
        return _read(email.message_from_bytes(data, policy=default))
    except _BROKEN:
        raise UnreadableNote("This mail is damaged and can't be read.") from None


def _read(mail: EmailMessage) -> ParsedNotes:
    body = mail.get_body(preferencelist=("plain", "html"))
    words = _words(body) if body is not None else ""
    if not words.strip() and (other := mail.get_body(preferencelist=("html",))) is not None:
        words = _words(other)
    note = note_of(_without_signature(words), _date(mail), _subject(mail), SOURCE)
    left = [cleaned_line(str(part.get_filename() or "a part without a name"))[:60] for part in mail.iter_attachments()]
    what = listed(left[:10]) or "its header"
    remarks = (f"Attachments were left out: {what}.",) if left else ()
    if not note.lines:
        raise UnreadableNote(f"This mail has no words in it, only {what}.")
    return ParsedNotes((note,), remarks)


def _words(part: MIMEPart) -> str:
    held = part.get_payload(decode=True)
    text = decoded(held, str(part.get_content_charset() or "")) if isinstance(held, bytes) else ""
    if part.get_content_subtype() == "html":
        return html_words(text[:_MOST_HTML])
    is_wrapped = str(part.get_param("format", "")).casefold() == "flowed"
    return re.sub(r"(?<!--) \r?\n(?!>)", " ", text) if is_wrapped else text


def _without_signature(words: str) -> str:
    return re.split(r"^-- ?$", words, maxsplit=1, flags=re.MULTILINE)[0]


def _date(mail: EmailMessage) -> date | None:
    moment = getattr(mail["date"], "datetime", None)
    return moment if isinstance(moment, datetime) else None


def _subject(mail: EmailMessage) -> str:
    return str(mail["subject"] or "")
