"""A letter takes in a note only where it fits the sentence: no remark on the talk, and no piece of a line."""

from dataclasses import replace

import pytest

from lib.followup.facts import Facts
from lib.followup.messages import draft_message
from lib.followup.proofreading import check, reading_of
from lib.followup.thanks import unsaid_points
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK
from tests.followup.searches import snapshot

STORY = "told the Easter brunch story, went ok, forgot to say we still hit food cost"


def with_unsaid(note: str) -> Workbook:
    return replace(WORKBOOK, interviews=(WORKBOOK.interviews[0].changed(unsaid=note),))


def facts(book: Workbook) -> Facts:
    return gather(book, TODAY, interview_id="iv-k1", person_id="pe-ada")


def with_topic(note: str) -> Facts:
    return facts(replace(WORKBOOK, conversations=(WORKBOOK.conversations[1].changed(talked_about=note),)))


def thanks(known: Facts) -> str:
    return draft_message("thank_you", "email", replace(known, position=0)).body


@pytest.mark.parametrize(
    "note",
    [
        "ok, forgot to mention intercos until Priya prompted",
        "didn't ask about the union",
        "forgot to ask about pay",
        "told the Easter brunch story, went ok",
        "rambled about the award",
        "w/ the service team",
        "who decides?",
    ],
)
def test_what_fits_no_sentence_stays_out_of_the_letter_and_is_shown_beside_it(note: str) -> None:
    book = with_unsaid(note)
    known = facts(book)
    words = thanks(known)

    assert "mention" not in words.replace("As I mentioned", "")
    assert known.unsaid_note == note
    assert not list(unsaid_points(snapshot(replace(book, conversations=()), "2026-11-19 19:00")))


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (STORY, "that we still hit food cost"),
        (f"didn't ask about the union; {STORY}", "that we still hit food cost"),
        ("the alerting at Northgate", "the alerting at Northgate"),
        ("My Dutch", "my Dutch"),
        ("how we cut waste", "how we cut waste"),
        ("At Northgate I set up the alerting", "that at Northgate I set up the alerting"),
        ("Never got to mention my Dutch", "my Dutch"),
    ],
)
def test_a_point_that_fits_is_told(note: str, told: str) -> None:
    assert f"I forgot to mention {told}." in thanks(facts(with_unsaid(note)))


@pytest.mark.parametrize("note", ["I told her the Miller callback story", "told them about the Miller callback story"])
def test_what_i_told_was_talked_about_and_not_heard(note: str) -> None:
    words = thanks(with_topic(note))

    assert "talk about the Miller callback story" in words
    assert "hear" not in words.partition("Miller")[0]


def test_a_name_of_no_dictionary_keeps_its_capital_and_words_of_the_debrief_are_known() -> None:
    known = with_topic("Ferrandi and the croquembouche course")
    message = draft_message("thank_you", "email", known)

    assert "about Ferrandi and the croquembouche course" in message.body
    assert "spelling" not in {finding.check for finding in check(message, reading_of(WORKBOOK, known))}
    assert "about the croquembouche" in thanks(with_topic("The croquembouche course"))


@pytest.mark.parametrize("note", ["2pm today w/ (), 30ish min", "told her I ran nights", "went ok", "with the team"])
def test_a_piece_of_a_line_is_no_topic(note: str) -> None:
    assert "[what we talked about]" in thanks(with_topic(note))


def test_their_problem_is_left_out_where_it_is_no_problem() -> None:
    known = replace(facts(WORKBOOK), their_problem="asked about the late reports")
    assert "main problem" not in draft_message("brief_reference", "email", known).body


@pytest.mark.parametrize(
    ("claim", "is_named"), [("told them I cut the waste by half", True), ("told the brunch story, went ok", False)]
)
def test_a_claim_is_named_without_the_words_that_report_it(claim: str, is_named: bool) -> None:
    book = replace(WORKBOOK, claims=(WORKBOOK.claims[0].changed(claim=claim),))
    words = thanks(facts(book))

    assert ("I cut the waste by half" in words) is is_named
    assert "told" not in words
