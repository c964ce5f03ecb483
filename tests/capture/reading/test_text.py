"""Plain notes: their words in any encoding, and what their front matter names."""

from datetime import UTC, date, datetime

import pytest

from lib.capture.reading.note import MOST_LINES, Note, NoteChoices, UnreadableNote
from lib.capture.reading.opening import read_file
from tests.capture.reading.files import NOTE

TODAY = date(2026, 11, 20)


def only(name: str, data: bytes) -> Note:
    (note,) = read_file(name, data, NoteChoices(), TODAY).notes
    return note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_note_is_read_in_any_usual_encoding(encoding: str) -> None:
    words = "Why Nordwärts – really?\nJürgen, team lead"
    assert only("note.txt", words.encode(encoding)).lines == tuple(words.splitlines())


def test_front_matter_gives_date_and_title_and_is_no_line() -> None:
    note = only(
        "x.md", b'---\ntitle: "After Northwind"\ndate: 2026-11-19 18:30\ntags: [job]\n---\n# Asked\n**Why** us?\n'
    )
    assert note.lines == ("# Asked", "**Why** us?")
    assert (note.title, note.written_at) == ("After Northwind", datetime(2026, 11, 19, 18, 30))  # noqa: DTZ001


def test_a_date_with_a_zone_stays_that_moment() -> None:
    note = only("x.md", b"---\ncreated: 2026-11-19T18:30:00Z\n---\nWhy us?")
    assert note.written_at == datetime(2026, 11, 19, 18, 30, tzinfo=UTC)


def test_a_note_that_begins_with_a_rule_keeps_its_words() -> None:
    assert "Why us?" in only("x.md", b"---\nWhy us?\n").lines


def test_the_day_in_a_files_name_is_the_notes_where_it_names_none() -> None:
    assert only("interview 2026-11-19.txt", NOTE.encode()).written_at == date(2026, 11, 19)


def test_characters_that_cannot_be_seen_are_taken_out() -> None:
    assert only("x.txt", "Why\u200b\u00a0us\u200e?\x07\n\u200e\n".encode()).lines == ("Why us?",)


def test_an_emoji_of_several_parts_stays_whole() -> None:
    assert only("x.txt", "👩‍💻 Priya".encode()).lines == ("👩‍💻 Priya",)


def test_html_is_read_as_its_words() -> None:
    assert only("x.txt", b"<html><script>no()</script><p>Why us?<p>Priya &amp; Jo").lines == ("Why us?", "Priya & Jo")


def test_of_a_very_long_note_the_first_lines_are_taken_and_reported() -> None:
    reading = read_file("long.txt", b"a line\n" * (MOST_LINES + 1), NoteChoices(), TODAY)
    assert len(reading.notes[0].lines) == MOST_LINES
    assert reading.remarks == ("Only the first 200 lines of “long” were taken.",)


@pytest.mark.parametrize(
    ("data", "happened"),
    [
        (b"", "This file is empty."),
        (b"\xef\xbb\xbf \r\n", "This file is empty."),
        (b"%PDF-1.4 x", "This is a PDF."),
        (b"{\\rtf1 x}", "This is a rich text file (RTF)."),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "This is a picture."),
        (bytes(range(256)) * 20, "This isn't a text, or it's damaged."),
        (b'{"a": 1}', "This is a data file (JSON), and none of Google Keep's."),
        (b"---\n---\n", "There are no words in it."),
        (b"word " * 500_000, "This text is larger than 2 MB, so it wasn't read."),
    ],
)
def test_what_is_no_note_is_refused_in_words(data: bytes, happened: str) -> None:
    with pytest.raises(UnreadableNote) as refused:
        read_file("note.txt", data, NoteChoices(), TODAY)
    assert refused.value.happened == happened
    assert refused.value.kept
    assert refused.value.next_step
