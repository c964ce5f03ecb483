"""Grammar of English letters: common slips are found with what is meant, and good letters are left alone (T5)."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from lib.dates import DAY_FIRST
from lib.followup.facts import Facts
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import Message, draft_message
from lib.followup.proofreading import LetterContext, check, grammar
from lib.followup.proofreading.grammar import check_grammar, slips
from tests.conftest import NOW
from tests.copy_listing.letters import FULL, others

READING = LetterContext(Facts(today=NOW.date(), dates=DAY_FIRST))


def doubted(text: str, reading: LetterContext = READING) -> list[tuple[str, str]]:
    """The words that may be slips, each with its fix."""
    return [(text[slice(*one.where)], one.fix) for one in check_grammar(text, "body", reading)]


@pytest.mark.parametrize(
    ("text", "words", "fix"),
    [
        ("I would of liked to hear more.", "would of", "would have"),
        ("The role is more interesting then I expected.", "then", "than"),
        ("We discussed about the plans.", "discussed about", "discussed"),
        ("It's design impressed me.", "It's", "Its"),
        ("The change had a big affect on us.", "affect", "effect"),
        ("I didn't knew that.", "knew", "know"),
        ("I look forward to hear from you.", "hear", "hearing"),
        ("I'm looking forward to receive the plan.", "receive", "receiving"),
        ("Thank you very much for take the time.", "take", "taking"),
        ("We have already send the plan.", "send", "sent"),
        ("I am very interesting in this role.", "interesting", "interested"),
        ("Thanks for you’re time.", "you’re", "your"),
        ("Your welcome to call me.", "Your", "You're"),
        ("I hope to here from you.", "here", "hear"),
        ("I worked their for three years.", "their", "there"),
        ("Could you please advice me?", "advice", "advise"),
        ("It was a honour.", "a", "an"),
        ("I have five years experience.", "years", "years of"),
        ("Your colleague don't need to write.", "don't", "doesn't"),
        ("I can start at the first of March.", "at", "on"),
    ],
)
def test_a_common_slip_is_found_with_what_is_meant(text: str, words: str, fix: str) -> None:
    assert doubted(text) == [(words, fix)]


def test_where_more_than_one_word_can_be_meant_none_is_put_in_by_a_click() -> None:
    text = "Their was a question that I couldn't answer."
    [finding] = check_grammar(text, "body", READING)

    assert (text[slice(*finding.where)], finding.fix) == ("Their", "")
    assert "Perhaps 'There' or" in finding.what


@pytest.mark.parametrize(
    "text",
    [
        "If not: is there room somewhere else?",
        "It was good to speak with you yesterday.",
        "It was an honour to cook for your crew.",
        "We need people, pay and time.",
        "Can you train someone new?",
        "I answer within 20 min, and the file has 20 MB.",
        "Your welcome was warm, and I'm happy to be here.",
        "The job is interesting, and an hour went by.",
        "Thank you for your advice. I have years of experience.",
        "I worked on their team. We meet at the office on the first of March.",
    ],
)
def test_what_harper_takes_for_a_slip_and_is_right_is_left_alone(text: str) -> None:
    assert doubted(text) == []


@pytest.mark.parametrize("kind", MESSAGES)
def test_the_letters_of_the_app_are_left_alone(kind: str) -> None:
    found = [
        (text[slice(*one.where)], text)
        for facts in (FULL, *others())
        for channel in TASK_KINDS[kind].channels  # type: ignore[index]
        for message in [draft_message(kind, channel, facts)]  # type: ignore[arg-type]
        for text in (message.subject, message.body)
        for one in check_grammar(text, "body", READING)
    ]

    assert found == []


def test_greeting_and_signature_are_no_prose() -> None:
    text = "Dear Mr An,\n\nIt went well.\n\nKind regards,\nAn Would of"

    assert doubted(text) == []
    assert slips(text) != ()


def test_a_name_of_the_workbook_is_no_slip() -> None:
    text = "We discussed about the plans."

    assert doubted(text, replace(READING, names=frozenset({"about"}))) == []


def test_the_terminal_stays_silent(capfd: pytest.CaptureFixture[str]) -> None:
    slips("I'm looking forward to hear from you, and would of written sooner.")

    assert capfd.readouterr() == ("", "")


def test_two_tabs_can_read_at_once() -> None:
    texts = [f"I would of written {number} times." for number in range(40)]

    with ThreadPoolExecutor(8) as threads:
        assert all(len(found) == 1 for found in threads.map(slips, texts))


def test_harper_is_loaded_with_the_first_letter_and_not_before() -> None:
    import subprocess

    code = "import lib.workflows.drafts.messages, sys; print('harper' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_slip_is_among_what_a_message_is_checked_for() -> None:
    message = Message("thank_you", "email", "", "Thank you", "Thank you. I would of liked to hear more.")

    assert [one.fix for one in check(message, READING) if one.check == "grammar"] == ["would have"]


def test_a_slip_between_two_words_is_shown_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Dear Ada,\n\nI'm sending you pic of it.\n\nKind regards,\nGrace"
    at = text.index(" pic")
    slip = grammar.Slip((at, at + 1), "Add a determiner before this noun phrase.", (" the ", " a "))
    monkeypatch.setattr(grammar, "slips", lambda _text: (slip,))
    (finding,) = check_grammar(text, "body", LetterContext(facts=Facts(today=NOW.date(), dates=DAY_FIRST)))

    assert finding.what == "'you pic' may be a slip. Perhaps 'you the pic' or 'you a pic'?"
    assert finding.why == "A word may be missing."
