"""What I asked and what I found out are told from what they asked, however the line is put."""

from datetime import date

import pytest

from lib.capture.debrief_fields import DebriefField, SortedLine
from lib.capture.sorting import sort_lines

TODAY = date(2026, 12, 1)


def after_questions(line: str) -> SortedLine:
    return sort_lines(["Hallam Fabs - welder", "Why do you want to leave?", "any gaps?", line], TODAY)[-1]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("asked how many lads on shop floor - 14, 2 apprentices", "How many lads on shop floor - 14, 2 apprentices"),
        ("asked about shift pattern.. 4 on 4 off", "About shift pattern.. 4 on 4 off"),
        ("asked who covers weekends -> agency", "Who covers weekends -> agency"),
        ("me: why is the role open -> last person promoted", "Why is the role open -> last person promoted"),
        ("me - what does good look like in 6 months", "What does good look like in 6 months"),
        ("I asked why the last guy left - moved to Oz apparently", "Why the last guy left - moved to Oz apparently"),
        (
            "asked G whats the first 3 months look like, he said mostly the hospital contract",
            "Whats the first 3 months look like, he said mostly the hospital contract",
        ),
        (
            'I asked whats the turnover like, holly went a bit quiet, "three this year"',
            'Whats the turnover like, holly went a bit quiet, "three this year"',
        ),
        ("also asked Marta what she'd fix first, she said nav", "What she'd fix first, she said nav"),
    ],
)
def test_a_question_with_their_answer_is_mine(line: str, value: str) -> None:
    found = after_questions(line)
    assert (found.field, found.value) == (DebriefField.ASKED_THEM, value)


def test_a_question_to_somebody_met_is_mine_in_small_letters() -> None:
    lines = ["met Holly (GM) and Renaud", "Why us?", "asked holly whats the turnover like, went a bit quiet"]
    found = sort_lines(lines, TODAY)[-1]
    assert (found.field, found.value) == (
        DebriefField.ASKED_THEM,
        "Whats the turnover like, went a bit quiet",
    )


def test_a_question_with_an_answer_is_offered_as_mine_too() -> None:
    lines = [
        "the Larkspur, sous chef trial",
        "beurre blanc split once, caught it, remade. he saw",
        "34-36k plus tronc abt 4k",
    ]
    found = sort_lines([*lines, "asked about menu input - sous does the specials from month 2"], TODAY)[-1]
    assert DebriefField.ASKED_THEM in found.alternatives


@pytest.mark.parametrize(
    "line",
    [
        "asked why dispatch and not crew",
        "asked about shift work - said i do it now",
        "asked how many i managed - 14",
        "i asked her to repeat the question twice",
        "asked me about my notice - 4 weeks",
        "Marta asked what I'd fix first",
    ],
)
def test_what_they_asked_is_none_of_mine(line: str) -> None:
    assert after_questions(line).field != DebriefField.ASKED_THEM


def test_an_answer_of_mine_behind_me_is_no_question() -> None:
    assert after_questions("me: what i usually do is count to ten").field != DebriefField.ASKED_THEM


@pytest.mark.parametrize(
    "line",
    [
        "figjam not miro, ship every 2 wks",
        "ship every 2 wks",
        "hybrid 3 days office",
        "they close mondays and 2 wks in jan",
        "SATs results down last yr, ofsted due in spring",
        "call outs 1 in 5, £45 standby a night",
    ],
)
def test_how_they_work_is_learned_about_the_job(line: str) -> None:
    found = after_questions(line)
    assert (found.field, found.is_learned) == (DebriefField.NOTES, True)


@pytest.mark.parametrize("line", ["typing test 38wpm, needed 35 phew", "drug calc test - passed"])
def test_a_test_that_i_passed_went_well(line: str) -> None:
    assert after_questions(line).field == DebriefField.WENT_WELL


def test_what_they_left_out_is_nothing_that_i_forgot() -> None:
    found = after_questions("no mention of training budget hmm")
    assert (found.field, found.alternatives) == (DebriefField.NOTES, (DebriefField.WORRIED_BY,))
