"""Notes of Google Keep, one by one and as a Takeout."""

from datetime import UTC, datetime

import pytest

from lib.capture.reading.note import NoteChoices, UnreadableNote
from lib.capture.reading.opening import MOST_NOTES, read_file
from lib.exchange.zip_reading import RefusedZip
from tests.capture.reading.files import IOS_CHAT, NOTE, keep, zipped
from tests.capture.reading.test_text import TODAY, only


def test_a_note_has_its_words_its_title_and_its_moment() -> None:
    note = only("Northwind.json", keep())
    assert note.lines == tuple(NOTE.splitlines())
    assert (note.title, note.source) == ("Northwind", "Google Keep")
    assert note.written_at == datetime(2023, 8, 14, 7, 15, 32, tzinfo=UTC)


def test_a_list_is_read_with_what_is_ticked() -> None:
    entries = [{"text": "Why us?", "isChecked": True}, {"text": "Priya", "isChecked": False}, "odd"]
    assert only("x.json", keep("", listContent=entries)).lines == ("Why us?", "Priya")


def test_a_note_in_the_bin_is_left_out_and_reported() -> None:
    reading = read_file("x.json", keep(isTrashed=True), NoteChoices(), TODAY)
    assert reading.notes == ()
    assert reading.remarks == ("“Northwind” is in Keep's bin. It was left out.",)


@pytest.mark.parametrize(
    "odd",
    [{"title": 7}, {"createdTimestampUsec": 10**30}, {"listContent": {"a": 1}}, {"listContent": [{"text": None}]}],
)
def test_odd_values_cost_nothing_but_themselves(odd: dict[str, object]) -> None:
    assert only("x.json", keep("Why us?", **odd)).lines == ("Why us?",)


def test_a_note_without_words_is_refused() -> None:
    with pytest.raises(UnreadableNote, match="has no words"):
        read_file("x.json", keep(7), NoteChoices(), TODAY)


def test_a_takeout_gives_every_note_the_newest_first_and_no_picture() -> None:
    files = {
        "Takeout/Keep/old.json": keep(title="Old", createdTimestampUsec=1600000000000000),
        "Takeout/Keep/new.json": keep(title="New"),
        "Takeout/Keep/bin.json": keep(title="Gone", isTrashed=True),
        "Takeout/Keep/Labels.txt": b"job",
        "Takeout/Keep/photo.jpg": b"\xff\xd8\xff",
        "Takeout/Mail/other.json": keep(title="Elsewhere"),
    }
    reading = read_file("takeout.zip", zipped(files), NoteChoices(), TODAY)
    assert [note.title for note in reading.notes] == ["New", "Old"]
    assert reading.remarks == ("“Gone” is in Keep's bin. It was left out.",)


def test_a_zip_with_a_chat_gives_its_messages() -> None:
    reading = read_file("chat.zip", zipped({"_chat.txt": IOS_CHAT.encode()}), NoteChoices(), TODAY)
    assert reading.notes[0].source == "WhatsApp"


def test_of_very_many_notes_the_newest_are_offered() -> None:
    files = {f"Keep/{number}.json": keep(title=str(number)) for number in range(MOST_NOTES + 5)}
    reading = read_file("takeout.zip", zipped(files), NoteChoices(), TODAY)
    assert len(reading.notes) == MOST_NOTES
    assert reading.remarks == ("Only the newest 200 of 205 notes are offered.",)


@pytest.mark.parametrize("files", [{"../../etc/passwd.txt": b"x"}, {"bomb.txt": b"0" * 30_000_000}, {"C:/x.txt": b"x"}])
def test_a_hostile_zip_is_refused_in_words(files: dict[str, bytes]) -> None:
    with pytest.raises(RefusedZip):
        read_file("x.zip", zipped(files), NoteChoices(), TODAY)


@pytest.mark.parametrize(
    ("files", "happened"),
    [
        ({"photo.jpg": b"\xff\xd8\xff"}, "There is no note in this zip"),
        ({"inner.txt": zipped({"a.txt": b"x"})}, "There is no note in this zip"),
        ({"word/document.xml": b"<w>", "notes.txt": b"x"}, "This is a document of Word"),
    ],
)
def test_a_zip_without_notes_is_refused_in_words(files: dict[str, bytes], happened: str) -> None:
    with pytest.raises(UnreadableNote, match=happened):
        read_file("x.zip", zipped(files), NoteChoices(), TODAY)


def test_a_broken_zip_is_refused_in_words() -> None:
    with pytest.raises(RefusedZip):
        read_file("x.zip", zipped({"a.txt": b"hello " * 50})[:60], NoteChoices(), TODAY)
