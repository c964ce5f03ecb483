"""Bytes of any kind: every reader ends with notes or with the app's own error, and soon."""

import time
from random import Random

import pytest

from lib.capture.reading.note import NoteChoices, ParsedNotes
from lib.capture.reading.opening import brought, read_file
from lib.records.errors import AfterwordError
from tests.capture.reading.files import ANDROID_CHAT, IOS_CHAT, NOTE, keep, mail, memo, prompts, zipped
from tests.capture.reading.test_prompts import ANSWERED
from tests.capture.reading.test_text import TODAY

WHOLE = {
    "note.txt": NOTE.encode(),
    "note.md": b"---\ntitle: x\n---\n" + NOTE.encode(),
    "mail.eml": mail(attached=("a.pdf",)),
    "keep.json": keep(),
    "ios.txt": IOS_CHAT.encode(),
    "android.txt": ANDROID_CHAT.encode(),
    "memo.m4a": memo(),
    "prompts.ics": prompts(ANSWERED),
    "takeout.zip": zipped({"Takeout/Keep/a.json": keep(), "Takeout/Keep/b.json": keep()}),
}
CHOICES = (NoteChoices(), NoteChoices(True, "Jo"), NoteChoices(False, "Nobody"))


def try_to_read(name: str, data: bytes, choices: NoteChoices) -> None:
    try:
        reading = read_file(name, data, choices, TODAY)
    except AfterwordError as error:
        said = (error.happened, error.kept, error.next_step)
        reading = ParsedNotes()
    else:
        said = ()
    assert all(said)
    for note in reading.notes:
        assert all(line == line.strip() and line.encode("utf-8") for line in note.lines)


def damaged(whole: bytes, random: Random) -> bytes:
    """The bytes with a few of them changed, taken out, put in or repeated."""
    data = bytearray(whole)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(data))
        how = random.randrange(4)
        if how == 0:
            data[at] = random.randrange(256)
        elif how == 1 and len(data) > 50:
            del data[at : at + random.randint(1, 40)]
        elif how == 2:
            data[at:at] = random.randbytes(random.randint(1, 8))
        else:
            data[at:at] = data[at : at + random.randint(1, 60)] * random.randint(1, 4)
    return bytes(data)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_with_changed_bytes_is_read_or_refused_in_words(name: str) -> None:
    random = Random(name)
    for turn in range(400):
        try_to_read(name, damaged(WHOLE[name], random), CHOICES[turn % len(CHOICES)])


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_off_anywhere_is_read_or_refused_in_words(name: str) -> None:
    whole = WHOLE[name]
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        try_to_read(name, whole[:at], CHOICES[at % len(CHOICES)])


def test_random_bytes_are_read_or_refused_in_words() -> None:
    random = Random(7)
    starts = [
        b"",
        b"PK\x03\x04",
        b"\0\0\0\x18ftyp",
        b"BEGIN:VCALENDAR\n",
        b"{",
        b"[",
        b"From: a\nDate: b\n",
        b"\xff\xfe",
    ]
    for turn in range(400):
        data = starts[turn % len(starts)] + random.randbytes(random.randint(0, 600))
        try_to_read("x", data, CHOICES[turn % len(CHOICES)])


HOSTILE = {
    "tags that never end": mail("<a " * 600_000, "html"),
    "comments that never end": mail("<!--" * 400_000, "html"),
    "nested JSON": b"[" * 1_900_000,
    "nested keys": b'{"a":' * 300_000,
    "one long line": b"a" * 1_900_000,
    "blank lines": b"\n" * 1_900_000,
    "heads of a chat": b"[14/08/2023, 09:15:32] " * 80_000,
    "heads that are none": b"[14/08/2023, 09:15:32 " * 80_000,
    "numbers": b"1" * 1_900_000,
    "one long header": b"From: a\nSubject: " + b"=?utf-8?q?" * 9_000 + b"\n\nx",
    "many headers": b"From: a\n" + b"Received: a\n" * 8_000 + b"\nx",
    "addresses": b"From: " + b"a <" * 30_000 + b"\nDate: " + b"1 " * 2_000 + b"\n\nx",
    "many events": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 400_000,
    "one long event": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Two minutes while it's fresh\n" + b"A;B=C:D\n" * 200_000,
    "many prompts": b"BEGIN:VCALENDAR\n" + prompts(ANSWERED) * 3_000,
    "marks of Markdown": b"*" * 300_000 + b"x",
    "links of Markdown": b"[" * 20_000 + b"](" * 20_000,
    "front matter": b"---\n" * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_files_built_to_be_a_burden_are_done_with_soon(name: str) -> None:
    begun = time.process_time()
    try_to_read("x.txt", HOSTILE[name], NoteChoices(True, "Jo"))
    assert time.process_time() - begun < 8


def test_of_several_files_the_good_ones_come_and_the_others_are_named() -> None:
    found = brought((("a.txt", NOTE.encode()), ("b.pdf", b"%PDF"), ("c.json", keep())), NoteChoices(), TODAY)
    assert [note.source for note in found.notes] == ["Note", "Google Keep"]
    assert [(name, error.happened) for name, error in found.problems] == [("b.pdf", "This is a PDF.")]
