"""A mail to oneself: its text, its date, and nothing that is attached."""

from datetime import datetime, timedelta, timezone

import pytest

from lib.capture.reading.mail import read_mail
from lib.capture.reading.note import NoteChoices, UnreadableNote
from lib.capture.reading.opening import read_file
from tests.capture.reading.files import NOTE, mail
from tests.capture.reading.test_text import TODAY, only


def test_a_mail_is_read_by_its_content_whatever_it_is_called() -> None:
    note = only("note.txt", mail())
    assert note.lines == tuple(NOTE.splitlines())
    assert (note.title, note.source) == ("After Nordwärts", "Email")
    assert note.written_at == datetime(2023, 8, 14, 9, 15, 32, tzinfo=timezone(timedelta(hours=2)))


def test_attachments_are_named_and_left_out() -> None:
    reading = read_mail(mail(attached=("offer.pdf", "cv.pdf")))
    assert reading.remarks == ("Attachments were left out: offer.pdf and cv.pdf.",)
    assert reading.notes[0].lines == tuple(NOTE.splitlines())


def test_a_mail_of_html_alone_becomes_its_words() -> None:
    body = "<html><head><style>p{}</style></head><body><p>Why us?</p><img src='http://x/y'><ul><li>Priya</ul></body>"
    assert only("x.eml", mail(body, "html")).lines == ("Why us?", "- Priya")


def test_the_text_part_comes_before_the_html() -> None:
    both = (
        b"From: jo@example.com\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
        b"--b\nContent-Type: text/html\n\n<p>the html</p>\n--b\nContent-Type: text/plain\n\nthe text\n--b--\n"
    )
    assert only("x.eml", both).lines == ("the text",)


@pytest.mark.parametrize("charset", ["x-martian", "zlib", "punycode", "rot13"])
def test_a_charset_that_is_none_is_guessed(charset: str) -> None:
    assert only("x.eml", mail("Jürgen", charset=charset)).lines == ("Jürgen",)


def test_a_signature_is_left_out() -> None:
    assert only("x.eml", mail("Why us?\n-- \nJo\n+49 123")).lines == ("Why us?",)


def test_lines_that_the_mail_program_wrapped_are_whole_again() -> None:
    flowed = mail("promised to send \r\nthe deck\r\nWhy us?").replace(b"text/plain;", b"text/plain; format=flowed;")
    assert only("x.eml", flowed).lines == ("promised to send the deck", "Why us?")


def test_a_mail_without_words_is_refused_with_what_was_attached() -> None:
    with pytest.raises(UnreadableNote, match=r"no words in it, only offer\.pdf\."):
        read_mail(mail("", attached=("offer.pdf",)))


def test_a_mail_of_very_many_parts_is_refused_before_it_is_read() -> None:
    deep = b"From: a@b\nSubject: x\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(5_000)
    )
    with pytest.raises(UnreadableNote, match="isn't built like one"):
        read_file("x.eml", deep, NoteChoices(), TODAY)
