"""My own template for a kind of letter: blanks made and filled by plain replacement, and nothing ever run."""

from dataclasses import replace
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.followup.facts import Facts
from lib.followup.messages import draft_message
from lib.followup.own_templates import BLANKS, OwnTemplate, fill_template, template_of, unknown_braces
from lib.followup.proofreading import check, reading_of
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK


def facts(person_id: str = "pe-ada", **changes: Any) -> Facts:
    return replace(gather(WORKBOOK, TODAY, interview_id="iv-k1", person_id=person_id), **changes)


def written(body: str, known: Facts) -> str:
    return fill_template(OwnTemplate("", body), "thank_you", "email", known).body


def test_a_letter_kept_for_one_person_reads_as_written_to_the_next() -> None:
    mine = "Dear Ada,\n\nIt was fun to talk about moving the billing from nightly batches to streaming yesterday.\n\nG."
    own = template_of("Thanks, Ada", mine, facts())

    assert own.subject == "Thanks, {first name}"
    assert own.body == "{greeting},\n\nIt was fun to talk about {topic} {day}.\n\nG."
    letter = fill_template(own, "thank_you", "email", facts("pe-chi"))
    assert letter.subject == "Thanks, Chiara"
    assert letter.body == "Dear Chiara,\n\nIt was fun to talk about how new analysts find their feet yesterday.\n\nG."


def test_a_draft_kept_as_it_is_comes_back_as_it_was() -> None:
    known = facts(signature="Grace Moreno\n+44 20 7946 0000")
    letter = draft_message("thank_you", "email", known)
    own = template_of(letter.subject, letter.body, known)

    assert own.body.endswith("{signature}")
    assert "Ada" not in own.body
    assert fill_template(own, "thank_you", "email", known).body == letter.body


def test_an_unknown_brace_stays_as_it_is_and_is_marked() -> None:
    known = facts()
    letter = fill_template(OwnTemplate("", "Dear {first name}, thanks. {hobby}"), "thank_you", "email", known)

    assert letter.body == "Dear Ada, thanks. {hobby}"
    assert unknown_braces("{hobby} {company} {hobby}") == ("{hobby}",)
    marked = [letter.body[slice(*found.where)] for found in check(letter, reading_of(WORKBOOK, known))]
    assert "{hobby}" in marked


def test_a_blank_without_a_value_goes_with_its_line_or_is_marked() -> None:
    assert written("Hello.\n\n{not said}.\n\nBye.", facts(unsaid="")) == "Hello.\n\nBye."
    assert written("The {role} role.", facts(role="")) == "The [the role] role."


@pytest.mark.parametrize(
    "trick", ["{{ me }}", "{% raw %}", "{0.__class__}", "{company!r:>9}", "${company:}", "%(company)s"]
)
def test_a_template_is_never_run(trick: str) -> None:
    assert written(trick, facts()) == trick


def test_what_was_noted_is_not_taken_for_a_blank() -> None:
    assert written("About {topic}.", facts(topic="the {company} blank")) == "About the {company} blank."


def test_every_blank_has_its_value() -> None:
    assert all(written(f"x {{{name}}}", Facts(today=TODAY, dates=DAY_FIRST)).startswith("x [") for name in BLANKS)
