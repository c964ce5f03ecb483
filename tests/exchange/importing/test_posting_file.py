"""A job posting that was saved as a file: its words, or the reason why not."""

import pytest

from lib.exchange.importing.posting_file import MOST_CHARACTERS, posting_words
from lib.exchange.importing.refusal import ImportRefused

PAGE = b"<html><head><title>Jobs</title></head><body><script>track()</script><h1>Analyst</h1><ul><li>SQL</ul></body>"


def test_a_web_page_becomes_its_words() -> None:
    assert posting_words("Job.HTML", PAGE) == "Analyst\n- SQL"


def test_text_and_markdown_stay_as_they_are() -> None:
    assert posting_words("job.md", "\ufeff# Analyst  \r\n\r\n* SQL <5 years>\r\n".encode()) == (
        "# Analyst\n\n* SQL <5 years>"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7", "It's a PDF."),
        (b"PK\x03\x04", "Word file"),
        (b"{\\rtf1 Analyst}", "rich text"),
        (b" \n", "empty"),
        (b"x" * (MOST_CHARACTERS + 1), "50,000"),
        (b"<script>x</script>", "no words"),
    ],
)
def test_what_cannot_be_read_shows_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        posting_words("job.html", data)
    assert reason in refused.value.reason
