"""A noted phrase fits the frame that a letter puts it in."""

import pytest

from lib.followup.framing import after_mention, as_cause, as_ground, as_problem, as_wish, heard_of, is_statement
from lib.followup.phrasing import lower_first


@pytest.mark.parametrize(
    "text",
    [
        "the phones are not covered after six",
        "the reports come too late to act on",
        "they need somebody for the nights",
        "it's a small team",
        "nobody wants the late shift",
        "the team can't keep up",
        "the manager liked my portfolio",
        "I stay calm",
    ],
)
def test_a_statement_follows_that(text: str) -> None:
    assert is_statement(text)
    assert after_mention(text) == f"that {text}"


@pytest.mark.parametrize(
    "text",
    [
        "a system that is too slow",
        "the waiting list for physio",
        "why the joins are slow",
        "moving the packing line to the new hall",
        "people who have left",
        "IT security",
        "the tired old plan",
        "my Dutch",
        "more",
        "",
    ],
)
def test_a_note_that_is_no_statement_is_a_sentence_of_its_own(text: str) -> None:
    assert not is_statement(text)
    assert after_mention(text) == text


@pytest.mark.parametrize(
    ("topic", "after_to_hear"),
    [
        ("the new hall", "about the new hall"),
        ("how new people are trained", "how new people are trained"),
        ("why the joins are slow", "why the joins are slow"),
        ("whether the hall will open", ""),
        ("my notice period", ""),
        ("why I left", ""),
        ("", ""),
    ],
)
def test_what_they_told_is_heard_and_what_is_about_me_is_not(topic: str, after_to_hear: str) -> None:
    assert heard_of(topic) == after_to_hear


@pytest.mark.parametrize(
    ("ground", "opening"),
    [
        ("I have two handovers", "as I have two handovers"),
        ("because the job means Saturday shifts", "as the job means Saturday shifts"),
        ("the usual pay in Leeds", "given the usual pay in Leeds"),
        ("", ""),
    ],
)
def test_a_reason_opens_the_question(ground: str, opening: str) -> None:
    assert as_ground(ground) == opening


@pytest.mark.parametrize(
    ("wish", "question"),
    [
        ("four more days of leave", "would four more days of leave be possible"),
        ("to work from home on Fridays", "would it be possible to work from home on Fridays"),
        ("work from home on Fridays", "would it be possible to work from home on Fridays"),
        ("could I start in February", "would it be possible to start in February"),
        ("I'd like a start in February", "would a start in February be possible"),
        ("", ""),
    ],
)
def test_a_wish_is_a_question(wish: str, question: str) -> None:
    assert as_wish(wish) == question


@pytest.mark.parametrize(
    ("reason", "cause"),
    [("you saw me run it", "you saw me run it"), ("your work on the depot", "of your work on the depot")],
)
def test_a_reason_follows_because(reason: str, cause: str) -> None:
    assert as_cause(reason) == cause


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("the waiting list", "the waiting list"),
        ("reports are late", "that reports are late"),
        ("need a night nurse", "that they need a night nurse"),
        ("need for more nurses", "need for more nurses"),
    ],
)
def test_a_problem_follows_is(problem: str, said: str) -> None:
    assert as_problem(problem) == said


@pytest.mark.parametrize(
    ("note", "begun"),
    [
        ("The role play", "the role play"),
        ("Land Registry forms", "Land Registry forms"),
        ("Moving Northgate's line", "moving Northgate's line"),
        ("Ten Northgate shops", "ten Northgate shops"),
        ("How Tom works", "how Tom works"),
        ("I stayed calm", "I stayed calm"),
        ("SQL at scale", "SQL at scale"),
        ("Sandra's plans", "Sandra's plans"),
        ("Today's tour", "today's tour"),
        ("It's new", "it's new"),
    ],
)
def test_a_note_is_begun_small_unless_it_begins_with_a_name(note: str, begun: str) -> None:
    assert lower_first(note) == begun
