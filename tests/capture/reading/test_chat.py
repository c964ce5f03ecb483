"""Chats of WhatsApp: whose messages, of which day, and what is no message."""

from datetime import date, datetime

import pytest

from lib.capture.reading.chat import MOST_BYTES, read_chat
from lib.capture.reading.note import NoteChoices, ParsedNotes, UnreadableNote
from lib.capture.reading.opening import read_file
from tests.capture.reading.files import ANDROID_CHAT, IOS_CHAT
from tests.capture.reading.test_text import TODAY, only


def chat(text: str, day_first: bool | None = None, sender: str = "") -> ParsedNotes:
    return read_chat(text, NoteChoices(day_first, sender), TODAY)


def wall_time(*parts: int) -> datetime:
    """A moment as a chat writes it, without a zone."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


def test_an_iphones_chat_is_read_without_pictures_and_marks() -> None:
    note = only("_chat.txt", IOS_CHAT.encode())
    assert note.lines == ("Why us?", "and a second line of it", "promised to send the deck")
    assert (note.written_at, note.source) == (wall_time(2023, 8, 14, 9, 16), "WhatsApp")


def test_an_androids_chat_is_a_note_a_day_the_newest_first() -> None:
    reading = chat(ANDROID_CHAT, sender="Jo")
    assert [note.lines for note in reading.notes] == [("went well: the demo",), ("Why us?",)]
    assert [note.written_at for note in reading.notes] == [wall_time(2023, 8, 14, 10, 3), wall_time(2023, 8, 13, 9, 15)]
    assert reading.remarks == ("1 photo, call or other file left out.",)


def test_where_several_wrote_it_asks_whose_messages_to_take() -> None:
    reading = chat(ANDROID_CHAT)
    assert (reading.senders, reading.notes) == (("Jo", "Sam"), ())


@pytest.mark.parametrize(
    ("clock", "hour"),
    [("12:05 AM", 0), ("9:05 AM", 9), ("12:05 PM", 12), ("9:05\u202fPM", 21), ("9:05 p.m.", 21), ("21:05", 21)],
)
def test_clocks_of_twelve_hours_are_read(clock: str, hour: int) -> None:
    (note,) = chat(f"[8/14/23, {clock}] Jo: Why us?").notes
    assert note.written_at == wall_time(2023, 8, 14, hour, 5)


@pytest.mark.parametrize(
    ("written", "on"),
    [
        ("14/08/2023", (2023, 8, 14)),
        ("8/14/23", (2023, 8, 14)),
        ("03.04.23", (2023, 4, 3)),
        ("3-4-2023", (2023, 4, 3)),
        ("2023-04-03", (2023, 4, 3)),
        ("2023/04/03", (2023, 4, 3)),
        ("04/04/2023", (2023, 4, 4)),
        ("11/12/2026", (2026, 11, 12)),
    ],
)
def test_days_that_can_be_only_one_day_need_no_question(written: str, on: tuple[int, int, int]) -> None:
    reading = chat(f"[{written}, 09:05:00] Jo: Why us?")
    assert reading.unclear_date == ""
    assert reading.notes[0].written_at == wall_time(*on, 9, 5)


def test_the_order_of_the_messages_tells_the_order_of_the_dates() -> None:
    reading = chat("[01/02/2023, 09:05] Jo: a\n[02/01/2023, 09:05] Jo: b")
    assert (reading.unclear_date, reading.notes[0].written_at) == ("", wall_time(2023, 2, 1, 9, 5))


def test_a_chat_that_ends_today_is_of_today() -> None:
    text, today = "01/12/2026, 16:02 - Jo: Why us?", date(2026, 12, 1)
    reading = read_chat(text, NoteChoices(), today)
    assert (reading.unclear_date, reading.notes[0].written_at) == ("", wall_time(2026, 12, 1, 16, 2))
    assert read_chat(text, NoteChoices(), date(2026, 12, 9)).unclear_date == "01/12/2026"


def test_a_date_that_could_be_two_days_is_asked_about() -> None:
    text = "[03/04/2023, 09:05] Jo: Why us?"
    assert (chat(text).unclear_date, chat(text).notes) == ("03/04/2023", ())
    assert chat(text, day_first=True).notes[0].written_at == wall_time(2023, 4, 3, 9, 5)
    assert chat(text, day_first=False).notes[0].written_at == wall_time(2023, 3, 4, 9, 5)


def test_copied_messages_without_a_year_are_of_the_last_one() -> None:
    (note,) = chat("[25/12, 09:05] Jo: Why us?").notes
    assert note.written_at == wall_time(2025, 12, 25, 9, 5)


def test_messages_copied_from_the_web_are_read() -> None:
    assert only("x.txt", b"[09:05, 14/08/2023] Jo: Why us?\n[09:06, 14/08/2023] Jo: Priya").lines == (
        "Why us?",
        "Priya",
    )


def test_an_edited_message_is_its_words() -> None:
    assert chat("[14/08/2023, 09:05:00] Jo: Why us? \u200e<This message was edited>").notes[0].lines == ("Why us?",)


def test_a_note_that_begins_with_an_appointment_is_no_chat() -> None:
    note = only("x.txt", b"14/08/2023, 10:00 - Northwind: panel\nWhy us?")
    assert (note.source, len(note.lines)) == ("Note", 2)


def test_a_chat_of_pictures_alone_is_refused() -> None:
    with pytest.raises(UnreadableNote, match="no message"):
        chat("[14/08/2023, 09:05:00] Jo: \u200eimage omitted")


def test_of_a_huge_chat_the_end_is_read_and_reported() -> None:
    line = "14/08/2023, 10:03 - Jo: a line of a chat that never ends\n"
    data = line.encode() * (80_000_000 // len(line)) + b"15/08/2023, 10:03 - Jo: the last\n"
    reading = read_file("chat.txt", data, NoteChoices(), TODAY)
    assert len(data) > 79_000_000 > MOST_BYTES
    assert reading.notes[0].lines == ("the last",)
    assert "This chat is 80 MB. Only its last 4 MB were read." in reading.remarks


def test_days_are_days_of_the_calendar() -> None:
    reading = chat("[99/99/2023, 09:05] Jo: Why us?", day_first=True)
    assert [note.written_at for note in reading.notes] == [None]
