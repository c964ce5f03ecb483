"""Recordings of Voice Memos that carry their transcript."""

import struct
from datetime import UTC, datetime

import pytest

from lib.capture.reading.note import NoteChoices, UnreadableNote
from lib.capture.reading.opening import read_file
from tests.capture.reading.files import PIECES, atom, memo
from tests.capture.reading.test_text import TODAY, only


def test_a_transcript_is_read_a_sentence_a_line() -> None:
    note = only("New Recording 4.m4a", memo())
    assert note.lines == ("Why do you want to leave?", "Went well: the demo.")
    assert (note.title, note.source) == ("New Recording 4", "Voice Memos")
    assert note.written_at == datetime(2023, 8, 14, 9, 15, 32, tzinfo=UTC)


@pytest.mark.parametrize(
    "transcript",
    [
        PIECES,
        {"attributedString": "Why do you want to leave?"},
        {"attributedString": {"runs": ["Why", 0, "do", 1, "you", 2, "want", 3, "to", 4, "leave?", 5]}},
    ],
)
def test_other_ways_of_writing_it_are_read_too(transcript: object) -> None:
    assert only("x.m4a", memo(transcript)).lines == ("Why do you want to leave?",)


def test_bytes_before_the_transcript_do_no_harm() -> None:
    assert only("x.m4a", memo(PIECES, before=b"\0\0\0\1data")).lines == ("Why do you want to leave?",)


def test_a_recording_is_known_by_its_content() -> None:
    assert only("note.txt", memo()).source == "Voice Memos"


NO_TRANSCRIPT = {
    "none": memo(None),
    "no JSON": memo(before=b"{not json"),
    "cut off": memo()[:-40],
    "a list": memo([1, 2]),
    "numbers": memo({"attributedString": {"runs": [1, 2, 3]}}),
    "empty": memo({"attributedString": []}),
    "deep JSON": atom(b"ftyp", b"M4A ") + atom(b"moov", atom(b"tsrp", b'{"a":' * 100_000)),
    "deep atoms": atom(b"ftyp", b"M4A ") + (struct.pack(">I", 0) + b"moov") * 100_000,
    "many atoms": atom(b"ftyp", b"M4A ") + atom(b"free", b"") * 200_000,
    "sizes that can't be": atom(b"ftyp", b"M4A ") + struct.pack(">I", 3) + b"moov" + bytes(50),
}


@pytest.mark.parametrize("name", NO_TRANSCRIPT)
def test_a_recording_without_a_transcript_shows_what_to_do(name: str) -> None:
    with pytest.raises(UnreadableNote) as refused:
        read_file("x.m4a", NO_TRANSCRIPT[name], NoteChoices(), TODAY)
    assert refused.value.happened == "This recording has no transcript in it."
    assert "copy its transcript" in refused.value.next_step
