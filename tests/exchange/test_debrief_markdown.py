"""Debriefs as Markdown: all that was typed, and nothing in it that acts."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lib.exchange.debrief_markdown import escape_markdown
from lib.records.private import without_private
from lib.records.workbook import Workbook
from tests.day_first import markdown
from tests.exchange.test_sheet_page import PAYLOADS as HTML_PAYLOADS
from tests.exchange.workbooks import sample, saying

ZONE = ZoneInfo("Europe/Berlin")
PAYLOADS = (
    *HTML_PAYLOADS,
    "![x](http://example.com/x.png)",
    "[x](javascript:alert(1))",
    "[x]: http://example.com\n[x]",
    "<http://example.com>",
    "http://example.com/`<img src=x>`",
    "see www.example.com and me@example.com",
    "# head\n===\n---\n> said\n- one\n+ two\n* three\n1. four\n1) five\n    code\n\tcode",
    "```\n<b>\n```\n~~~\nx",
    "a | b\n--- | ---\n1 | 2",
    "&copy; &#60;b&#62; \\<b\\>",
    "*x* **x** _x_ ~~x~~ $x$ ==x==",
    "a\\",
)
ACTIVE = {"link_open", "image", "html_inline", "html_block", "heading_open", "fence", "code_block", "hr", "em_open"}


def read(text: str) -> list[Token]:
    """As others read it, tables and lines through words included."""
    found = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [*found, *(child for token in found for child in token.children or ())]


def shown(text: str) -> str:
    pieces = []
    for token in read(text):
        if token.type in ("text", "code_inline", "text_special"):
            pieces.append(token.content)
        elif token.type in ("softbreak", "hardbreak", "paragraph_close"):
            pieces.append(" ")
    return "".join("".join(pieces).split())


@pytest.mark.parametrize("words", PAYLOADS)
def test_words_act_as_nothing_and_are_shown_as_typed(words: str) -> None:
    kinds = {token.type for token in read(escape_markdown(words))}
    assert (
        kinds & (ACTIVE | {"bullet_list_open", "ordered_list_open", "blockquote_open", "table_open", "s_open"}) == set()
    )
    assert shown(escape_markdown(words)) == "".join(words.split())


@given(st.text(st.sampled_from("ab 1\n\t`*_[]()<>#|~$&^!-+=.:\\/'\"@w;{}"), max_size=40))
def test_any_marks_are_shown_as_typed(words: str) -> None:
    assert {token.type for token in read(escape_markdown(words))} & ACTIVE == set()
    assert shown(escape_markdown(words)) == "".join(words.split())


@pytest.mark.parametrize("words", PAYLOADS)
def test_a_debrief_has_the_headings_and_rules_that_are_ours_and_no_others(words: str) -> None:
    def made(workbook: Workbook) -> list[str]:
        text = markdown(workbook, workbook.interviews, ZONE).decode()
        return [token.type for token in read(text) if token.type in ACTIVE]

    assert made(saying(words)) == made(saying("words"))


def test_all_of_a_debrief_but_the_private_note_and_the_mood_is_in_it() -> None:
    workbook = saying("the words that I typed")
    text = markdown(workbook, workbook.interviews, ZONE).decode()
    interview = without_private(workbook).interviews[0]
    filled = [cell for cell in interview.cells().values() if cell == "the words that I typed"]
    assert text.count("the words that I typed") >= len(filled)
    assert text.startswith(
        "# the words that I typed, the words that I typed\n\nPanel, Thursday 19 November 2026, 14:00."
    )


def test_a_question_has_its_facts_in_words_above_it() -> None:
    workbook = sample()
    (interview,) = (entry for entry in workbook.interviews if entry.id == "iv-kgm2u8jc")
    text = markdown(workbook, [interview], ZONE).decode()
    assert "Question 1: background, answered 2 of 5, prepared" in text
    assert "Walk me through your CV" in text


def test_every_plan_that_was_answered_about_is_in_it_with_its_answer() -> None:
    workbook = sample()
    (interview,) = (entry for entry in workbook.interviews if entry.id == "iv-zjk36nrz")
    text = markdown(workbook, [interview], ZONE).decode()
    assert "If they ask for an example, then I tell one story with one number, then stop" in text
    assert "It came up, but I didn't" in text.replace("\\", "")


def test_every_debrief_of_the_sample_is_in_it_once() -> None:
    workbook = sample()
    text = markdown(workbook, workbook.debriefed, ZONE).decode()
    assert sum(line.startswith("# ") for line in text.splitlines()) == len(workbook.debriefed)
    assert workbook.debriefed[0].held_on == date(2026, 5, 26)
