"""Notes as phones and programs write them, made in the test that needs them."""

import io
import json
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

NOTE = "Why do you want to leave?\nPriya, team lead\nwent well: the demo"
IOS_CHAT = (
    "\u200e[14/08/2023, 09:15:32] Jo: \u200eMessages and calls are end-to-end encrypted.\r\n"
    "[14/08/2023, 09:16:01] Jo: Why us?\r\n"
    "and a second line of it\r\n"
    "\u200e[14/08/2023, 09:17:00] Jo: \u200eimage omitted\r\n"
    "[14/08/2023, 9:18:00\u202fPM] Jo: promised to send the deck\r\n"
)
ANDROID_CHAT = (
    "13/08/2023, 08:00 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
    "13/08/2023, 09:15 - Jo: Why us?\n"
    "13/08/2023, 09:16 - Jo: <Media omitted>\n"
    "14/08/2023, 10:02 - Sam: how did it go\n"
    "14/08/2023, 10:03 - Jo: went well: the demo\n"
)


def keep(text: object = NOTE, **more: Any) -> bytes:
    """A note of Google Keep as Takeout writes it."""
    held = {
        "color": "DEFAULT",
        "isTrashed": False,
        "isPinned": False,
        "textContent": text,
        "title": "Northwind",
        "userEditedTimestampUsec": 1691999999000000,
        "createdTimestampUsec": 1691997332000000,
        **more,
    }
    return json.dumps(held).encode()


def mail(body: str = NOTE, kind: str = "plain", attached: Sequence[str] = (), charset: str = "utf-8") -> bytes:
    """A mail to oneself."""
    bounds = "frontier"
    head = (
        "From: Jo <jo@example.com>\r\nTo: jo@example.com\r\nSubject: After =?utf-8?q?Nordw=C3=A4rts?=\r\n"
        "Date: Mon, 14 Aug 2023 09:15:32 +0200\r\nMIME-Version: 1.0\r\n"
    )
    part = f'Content-Type: text/{kind}; charset="{charset}"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n'
    if not attached:
        return (head + part).encode()
    files = "".join(
        f'--{bounds}\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="{name}"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ=\r\n"
        for name in attached
    )
    mixed = f'Content-Type: multipart/mixed; boundary="{bounds}"\r\n\r\n--{bounds}\r\n{part}{files}--{bounds}--\r\n'
    return (head + mixed).encode()


def prompts(told: str, uid: str = "iv-abc123-fresh@afterword", title: str = "Two minutes while it's fresh") -> bytes:
    """A calendar file with the prompts after an interview, as a calendar exports it."""
    words = told.replace("\\", "\\\\").replace(",", "\\,").replace("\n", "\\n")
    line = f"DESCRIPTION:{words}"
    folded = "\r\n ".join(line[at : at + 60] for at in range(0, len(line), 60))
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
        "BEGIN:VEVENT\r\nUID:holiday\r\nDTSTART;VALUE=DATE:20230801\r\nSUMMARY:Holiday\r\nEND:VEVENT\r\n"
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20230814T091500Z\r\nSUMMARY:{title}\r\n{folded}\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nDESCRIPTION:x\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def atom(kind: bytes, held: bytes) -> bytes:
    """One MP4 atom."""
    return struct.pack(">I", 8 + len(held)) + kind + held


RUNS = {"attributedString": {"runs": ["Why do you", 0, " want to leave?", 1, " Went well:", 2, " the demo.", 3]}}
PIECES = {"attributedString": ["Why do you", {"timeRange": [0, 1]}, " want to leave?", {"timeRange": [1, 2]}]}


def memo(transcript: object = RUNS, before: bytes = b"") -> bytes:
    """A recording of Voice Memos, its transcript where the phone puts it."""
    created = 2_082_844_800 + 1_692_004_532
    head = atom(b"mvhd", struct.pack(">IIIII", 0, created, created, 1000, 5000))
    words = atom(b"tsrp", before + json.dumps(transcript).encode()) if transcript is not None else b""
    track = atom(b"trak", atom(b"tkhd", bytes(20)) + atom(b"udta", words))
    audio = atom(b"mdat", bytes(range(256)) * 40)
    return atom(b"ftyp", b"M4A \0\0\0\0") + audio + atom(b"moov", head + track)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()
