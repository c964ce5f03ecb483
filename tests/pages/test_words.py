"""The person's words as labels: plain where they can be, and never Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lib.ui.markdown import Markdown, bulleted, escaped, joined, marked, named
from lib.ui.markup import in_script
from tests.payloads import PAYLOADS

MARKED = MarkdownIt("commonmark", {"typographer": False}).enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    "words",
    [
        "Nights and on-call",
        "My German",
        "Dr. Zoë O'Hara",
        "Research & Development",
        "Place and/or hours",
        "Pay, 2026",
        "Your gut feeling?",
    ],
)
def test_a_usual_name_reaches_a_screen_reader_without_a_backslash(words: str) -> None:
    assert named(words) == words


@pytest.mark.parametrize("words", [payload for payload in PAYLOADS if len(payload) < 200])
def test_what_could_be_markdown_is_escaped(words: str) -> None:
    assert named(words) in (words, escaped(words))
    assert named(words) == escaped(words) or not set(words) & set('\\`*_{}[]()<>#+!|$~:"=^@%\n')


@given(st.text(st.sampled_from("aB1 ,-'’.&/:w"), max_size=30))
def test_a_name_left_as_it_is_is_a_line_of_plain_words(words: str) -> None:
    if named(words) == words and words.strip():
        paragraph, content, end = MARKED.parse(words)
        assert (paragraph.type, end.type) == ("paragraph_open", "paragraph_close")
        assert {token.type for token in content.children or ()} == {"text"}
        assert not re.search(r"www\.\w", words)


def test_what_is_put_into_a_template_is_escaped_unless_it_is_markdown() -> None:
    assert marked("**{}**: {}", "a*b", marked("*{}*", "c*d")) == r"**a\*b**: *c\*d*"


def test_what_is_joined_is_escaped_unless_it_is_markdown_or_empty() -> None:
    assert joined(" · ", ("a*b", "", Markdown("*c*"))) == r"a\*b · *c*"
    assert bulleted(["a*b", Markdown("*c*")]) == "- a\\*b\n- *c*"


@pytest.mark.parametrize("words", [payload for payload in PAYLOADS if len(payload) < 200])
def test_words_are_escaped_once_however_often_it_is_asked_for(words: str) -> None:
    assert escaped(escaped(words)) == named(escaped(words)) == marked("{}", escaped(words)) == escaped(words)


def test_what_is_added_to_markdown_is_left_as_it_is() -> None:
    whole = "**" + escaped("a*b") + "**"
    assert (whole, type(whole)) == (r"**a\*b**", Markdown)


@pytest.mark.parametrize("words", PAYLOADS)
def test_no_words_end_the_script_that_they_are_in(words: str) -> None:
    assert not set(in_script([words, {"name": words}])) & set("<>&'")
