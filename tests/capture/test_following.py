"""Who put a question is no part of it, and a line that only tells how it went is about the question above."""

from datetime import date

import pytest

from lib.capture.debrief_fields import DebriefField
from lib.capture.sorting import sort_lines
from lib.capture.values import ParseContext, parse_value

TODAY = date(2026, 12, 1)
MET = "Marta Kowal (head of design), Jun (staff PM)"


@pytest.mark.parametrize(
    "line",
    [
        "Marta: how would you kill a feature",
        "Jun - how would you kill a feature",
        "HR: how would you kill a feature",
        "they: how would you kill a feature",
        'Marta Kowal - "how would you kill a feature',
    ],
)
def test_who_put_a_question_is_no_part_of_it(line: str) -> None:
    found = sort_lines(["Loopwise, designer", MET, "why us?", line, "any gaps?"], TODAY)[3]
    assert (found.field, found.value) == (DebriefField.ASKED, "how would you kill a feature")
    moved = parse_value(line, line, DebriefField.ASKED, True, ParseContext(TODAY, ("Marta Kowal", "Jun")))
    assert moved.value == "how would you kill a feature"


def test_what_a_question_is_about_stays_before_it() -> None:
    words = "Confidentiality - when do you break it"
    assert parse_value(words, words, DebriefField.ASKED, False, ParseContext(TODAY, ("Marta Kowal",))).value == words


def test_a_small_i_in_a_question_that_is_told_becomes_large() -> None:
    found = sort_lines(["they asked how i'd handle 2 calls and if i drive"], TODAY)[0]
    assert found.value == "How I'd handle 2 calls and if I drive"


@pytest.mark.parametrize(
    "line", ["v weak, rambled, no actual ending", "this bit was shaky, i made it sound like i caved", "good answer"]
)
def test_a_line_that_only_tells_how_it_went_is_about_the_question_above(line: str) -> None:
    found = sort_lines(["Q1 why us", "Q2 when have u disagreed w/ ur manager", line], TODAY)[-1]
    assert found.about == "when have u disagreed w/ ur manager"


@pytest.mark.parametrize("line", ["the maths was bad", "rambled about my cv", "good location", "GOOD - the ward story"])
def test_a_line_that_tells_what_it_is_about_is_not_about_the_question_above(line: str) -> None:
    assert sort_lines(["Q1 why us", "Q2 when have u disagreed w/ ur manager", line], TODAY)[-1].about == ""


def test_my_answer_may_be_between_the_question_and_how_it_went() -> None:
    found = sort_lines(["Q1 why us", "Q2 when did you last disagree", "yes, got own car", "ok answer"], TODAY)[-1]
    assert found.about == "when did you last disagree"


def test_somebody_with_an_honorific_may_put_a_question() -> None:
    found = sort_lines(["panel - Dr Anneke Vis, clinical director", "Anneke: talk me thru a case"], TODAY)[1]
    assert found.value == "talk me thru a case"


def test_below_anything_else_it_is_about_no_question() -> None:
    assert sort_lines(["Q1 why us", MET, "v weak, rambled"], TODAY)[-1].about == ""
