"""What the debriefs hold on each criterion."""

import pytest

from lib.decide.evidence import SPEAKS_TO, evidence
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.criterion import KNOWN_CRITERIA, Criterion
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.workbook import Workbook
from tests.decide.jobs import application, workbook
from tests.insight.small_workbook import interview

NAMED = {one.id: one for one in KNOWN_CRITERIA}
PEOPLE = (
    Person(id="pe-1", name="Ada", kind="hiring_manager"),
    Person(id="pe-2", name="Ben", kind="interviewer"),
    Person(id="pe-3", name="Cleo", kind="recruiter"),
)
TALKS = tuple(
    Conversation(interview_id="iv-1", person_id=person.id, talked_about=f"{person.name}'s topic") for person in PEOPLE
)
FULL = interview(
    1,
    energised_by="the maps",
    worried_by="on call",
    their_problem="late data",
    serves_goals="yes",
    this_manager="unsure",
    resonates="no",
    pay_said="50 to 55",
)
BOOK = workbook(
    applications=(application(location="Bremen", work_mode="hybrid"),),
    interviews=(FULL,),
    people=PEOPLE,
    conversations=TALKS,
)


def texts(criterion: str, book: Workbook = BOOK) -> list[str]:
    return [quote.text for quote in evidence(book, "ap-1", NAMED[criterion]).quotes]


def test_every_starting_criterion_has_fields_that_speak_to_it_and_they_exist() -> None:
    assert set(SPEAKS_TO) == set(NAMED)
    there = {*Interview.model_fields, *Application.model_fields, "talked_about"}
    assert {field for fields in SPEAKS_TO.values() for field in fields} <= there


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("cr-work", ["the maps", "on call", "late data", "Ada's topic", "Ben's topic", "Cleo's topic"]),
        ("cr-growth", ["Yes", "the maps", "Ada's topic", "Ben's topic", "Cleo's topic"]),
        ("cr-manager", ["Not sure", "Ada's topic", "on call"]),
        ("cr-team", ["Ben's topic", "the maps", "on call"]),
        ("cr-mission", ["No", "late data", "the maps"]),
        ("cr-pay", ["50 to 55"]),
        ("cr-place", ["on call", "Bremen", "Hybrid"]),
    ],
)
def test_the_notes_stand_beside_the_criterion_that_they_speak_to(criterion: str, expected: list[str]) -> None:
    assert texts(criterion) == expected


def test_a_note_says_where_it_comes_from() -> None:
    (quote,) = evidence(BOOK, "ap-1", NAMED["cr-pay"]).quotes

    assert (quote.label, quote.source, quote.on, quote.interview_id) == (
        "Said of pay",
        "Technical",
        FULL.held_on,
        "iv-1",
    )


def test_the_newest_debrief_comes_first_and_other_applications_stay_out() -> None:
    book = workbook(
        interviews=(
            interview(1, pay_said="first"),
            interview(2, pay_said="second"),
            interview(3, pay_said="elsewhere", application_id="ap-2"),
        )
    )

    assert texts("cr-pay", book) == ["second", "first"]


def test_an_interview_that_is_still_to_come_says_nothing() -> None:
    assert texts("cr-pay", workbook(interviews=(interview(1, state="scheduled", pay_said="50"),))) == []


def test_a_criterion_of_my_own_has_what_gave_energy_what_worried_and_what_was_talked_about() -> None:
    found = evidence(BOOK, "ap-1", Criterion(id="cr-dog", name="The dog"))

    assert [quote.field for quote in found.quotes] == ["energised_by", "worried_by", *["talked_about"] * 3]
    assert found.sentence == "5 notes in your debriefs may speak to it."


def test_a_conversation_with_someone_who_was_forgotten_is_kept_without_a_name() -> None:
    book = workbook(interviews=(FULL,), conversations=TALKS)

    assert {quote.label for quote in evidence(book, "ap-1", NAMED["cr-work"]).quotes} >= {"In conversation"}


def test_nothing_noted_is_said() -> None:
    assert evidence(workbook(), "ap-1", NAMED["cr-pay"]).sentence == (
        "No interview here is debriefed yet, so nothing is noted."
    )
    assert evidence(workbook(interviews=(interview(1),)), "ap-1", NAMED["cr-pay"]).sentence == (
        "Nothing in your debriefs speaks to it."
    )
