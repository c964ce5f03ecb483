"""The prompts of the calendar, once they are answered."""

from datetime import UTC, datetime

import pytest

from lib.capture.reading.note import NoteChoices, UnreadableNote
from lib.capture.reading.opening import read_file
from lib.exchange.calendar import PROMPTS
from tests.capture.reading.files import prompts
from tests.capture.reading.test_text import TODAY, only

BLANK = "\n\n".join(PROMPTS) + "\n"
ANSWERED = BLANK.replace("Asked:\n", "Asked:\nWhy us, and why now?\n").replace("badly:\n", "badly:\nthe estimate\n")


def test_answers_are_read_under_their_headings_and_blank_ones_are_not() -> None:
    note = only("calendar.ics", prompts(ANSWERED))
    assert note.lines == ("Asked:", "Why us, and why now?", "Went badly:", "the estimate")
    assert note.written_at == datetime(2023, 8, 14, 9, 15, tzinfo=UTC)
    assert note.interview_id == "iv-abc123"


def test_other_events_are_counted_and_left_out() -> None:
    assert read_file("x.ics", prompts(ANSWERED), NoteChoices(), TODAY).remarks == ("1 other event left out.",)


@pytest.mark.parametrize(
    ("data", "happened"),
    [
        (prompts(BLANK), "The prompts in this calendar file have no answers."),
        (prompts("Dentist", title="Dentist"), "This calendar file has no prompts."),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "This calendar file has no prompts."),
    ],
)
def test_without_an_answer_nothing_is_brought(data: bytes, happened: str) -> None:
    with pytest.raises(UnreadableNote) as refused:
        read_file("x.ics", data, NoteChoices(), TODAY)
    assert refused.value.happened == happened


def test_of_very_many_prompts_the_first_are_read_and_said() -> None:
    event = prompts(ANSWERED).partition(b"BEGIN:VEVENT")[2].partition(b"BEGIN:VEVENT")[2]
    many = b"BEGIN:VCALENDAR\r\n" + (b"BEGIN:VEVENT" + event.replace(b"END:VCALENDAR\r\n", b"")) * 210
    reading = read_file("x.ics", many, NoteChoices(), TODAY)
    assert len(reading.notes) == 200
    assert reading.remarks == ("Only the first 200 prompts were read.",)


def test_a_renamed_event_is_known_by_its_headings() -> None:
    assert only("x.ics", prompts(ANSWERED, title="Northwind notes", uid="other")).interview_id == ""
