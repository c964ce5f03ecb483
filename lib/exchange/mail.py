"""A message handed to the person's own mail program: as a mailto link, or as a file to open and send."""

import re
import unicodedata
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

LONG_LINK = 2000
"""Characters of a link that all common systems and browsers pass on; longer ones may be cut off."""

WORK_ACCOUNT_CAUTION = "Send it from your private account, not from your work account."

_TURNING_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class MailLink:
    """A mailto link. ``note`` tells what to look out for, or is empty."""

    url: str
    note: str


@dataclass(frozen=True)
class MailFile:
    """An .eml file that mail programs open as a draft, to be sent from there."""

    name: str
    content: bytes
    note: str


def mail_link(address: str, subject: str, body: str) -> MailLink:
    """A link that opens a new message in the person's mail program (RFC 6068: UTF-8 percent-encoded, lines by CRLF).

    An address that cannot be one is left out, with a note.
    """
    to = plain_address(address)
    fields = f"subject={quote(_header(subject), safe='')}&body={quote(_text(body, chr(13) + chr(10)), safe='')}"
    url = f"mailto:{quote(to, safe='@')}?{fields}"
    long = "This is long for a link, and some mail programs cut it off. Copy the text, or take the file, to be safe."
    notes = (_address_note(address, to), long if len(url) > LONG_LINK else "")
    return MailLink(url, " ".join(note for note in notes if note))


def mail_file(name: str, address: str, subject: str, body: str) -> MailFile:
    """The message as an .eml file marked as unsent, in UTF-8; a name may hold commas, quotes and any script."""
    to = _in_ascii(plain_address(address))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _header(subject)
    if to:
        message["To"] = Address(display_name=_header(name), addr_spec=to)
    message["X-Unsent"] = "1"
    message.set_content(_text(body, "\n"), charset="utf-8", cte="quoted-printable")
    return MailFile(f"{_file_name(name)}.eml", message.as_bytes(), _address_note(address, to))


def plain_address(text: str) -> str:
    """The address if the text is one plain email address, else empty: 'Ada <a@b.example>' gives a@b.example."""
    inner = re.search(r"<([^<>]*)>\s*$", text)
    address = (inner.group(1) if inner else text).strip()
    if len(address) > 254 or not re.fullmatch(r"[^\s@<>\",;:()\[\]\\]+@[\w\-]+(?:\.[\w\-]+)+", address):
        return ""
    try:
        local, _, domain = address.rpartition("@")
        Address(addr_spec=f"{local if local.isascii() else 'x'}@{domain}")
    except (MessageError, ValueError, IndexError):
        return ""
    return address


def _in_ascii(address: str) -> str:
    """The address with its domain as servers know it (IDNA), or nothing if that cannot be."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}" if local and local.isascii() else ""
    except UnicodeError:
        return ""


def _address_note(address: str, used: str) -> str:
    if used:
        return ""
    if address.strip():
        if plain_address(address):
            return (
                f"Their address has letters that the file cannot hold: type {plain_address(address)} into the line To."
            )
        return "Their address isn't an email address, so the To line is empty."
    return "No email address is noted, so the line To is left empty."


def _header(text: str) -> str:
    """Text for a header line: no line break, no control character, nothing that turns the writing direction."""
    plain = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in _storable(text))
    return " ".join(_TURNING_MARKS.sub("", plain).split())


def _text(text: str, line_end: str) -> str:
    lines = re.split(r"\r\n|\r|\n|\u2028|\u2029", _storable(text))
    kept = ("".join(sign for sign in line if sign == "\t" or unicodedata.category(sign) != "Cc") for line in lines)
    return line_end.join(kept)


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _file_name(name: str) -> str:
    plain = re.sub(r"[^\w\- ]", "", _header(name)).strip()
    return f"Message to {plain[:60].strip()}" if plain else "Message"
