"""What the debriefs hold on each criterion."""

from dataclasses import replace

import pytest

from lib.decide.evidence import FIELDS_OF_CRITERION, evidence
from lib.records.application import Application
from lib.records.conversation import Conversation
from lib.records.criterion import KNOWN_CRITERIA, Criterion
from lib.records.goal import Goal
from lib.records.goal_answer import GoalAnswer
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
    assert set(FIELDS_OF_CRITERION) == set(NAMED)
    there = {*Interview.model_fields, *Application.model_fields, "talked_about"}
    assert {field for fields in FIELDS_OF_CRITERION.values() for field in fields} <= there


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("cr-work", ["the maps", "late data"]),
        ("cr-growth", ["Yes"]),
        ("cr-manager", ["Not sure", "Ada's topic"]),
        ("cr-team", ["Ben's topic"]),
        ("cr-mission", ["No"]),
        ("cr-pay", ["50 to 55"]),
        ("cr-security", []),
        ("cr-hours", ["on call"]),
        ("cr-place", ["Bremen", "Hybrid"]),
    ],
)
def test_the_notes_are_beside_the_criterion_that_they_speak_to(criterion: str, expected: list[str]) -> None:
    assert texts(criterion) == expected


def test_a_note_shows_where_it_comes_from() -> None:
    (quote,) = evidence(BOOK, "ap-1", NAMED["cr-pay"]).quotes

    assert (quote.label, quote.source, quote.on, quote.interview_id) == (
        "What was said about pay",
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


def test_an_interview_that_is_still_to_come_counts_for_nothing() -> None:
    assert texts("cr-pay", workbook(interviews=(interview(1, state="scheduled", pay_said="50"),))) == []


def talked(*topics: str) -> Workbook:
    """A debrief with one conversation for each topic, each with somebody else who would be a colleague."""
    people = tuple(Person(id=f"pe-{at}", name="Tess", kind="interviewer") for at, _ in enumerate(topics))
    talks = tuple(
        Conversation(interview_id="iv-1", person_id=person.id, talked_about=topic)
        for person, topic in zip(people, topics, strict=True)
    )
    return workbook(interviews=(interview(1),), people=people, conversations=talks)


OWN_PAY = Criterion(id="cr-k7pw3nqd", name="Pay")


@pytest.mark.parametrize("criterion", [OWN_PAY, *(one for one in KNOWN_CRITERIA if one.id != "cr-team")])
def test_a_walk_in_the_hills_with_tess_is_evidence_for_nothing_but_the_team(criterion: Criterion) -> None:
    assert evidence(talked("hiking, with Tess", "paying attention on the trail"), "ap-1", criterion).quotes == ()


def test_a_pay_hike_that_came_up_in_a_talk_is_evidence_for_pay() -> None:
    found = evidence(talked("hiking, with Tess", "a pay hike every January"), "ap-1", NAMED["cr-pay"])

    assert [(quote.label, quote.text) for quote in found.quotes] == [("With Tess", "a pay hike every January")]
    assert found.sentence == "1 note in your debriefs may help."


def test_a_worry_is_beside_the_criterion_that_it_is_about() -> None:
    book = workbook(interviews=(interview(1, worried_by="Two hours of train a day"),))

    assert {key for key in NAMED if texts(key, book)} == {"cr-place"}


def test_a_worry_that_is_about_nothing_else_is_about_the_work() -> None:
    book = workbook(interviews=(interview(1, worried_by="Every change needs three signatures"),))

    assert {key for key in NAMED if texts(key, book)} == {"cr-work"}


def test_a_talk_about_the_problem_that_they_want_solved_is_about_the_work() -> None:
    book = talked("Trams that jump on the map", "hiking, with Tess")
    held = book.interviews[0].changed(their_problem="Trams jump on the map.")

    assert texts("cr-work", replace(book, interviews=(held,))) == [
        "Trams jump on the map.",
        "Trams that jump on the map",
    ]


def test_a_criterion_of_my_own_has_the_notes_that_hold_its_words() -> None:
    dog = Criterion(id="cr-dog", name="The dog", worst="days alone", best="under my desk")
    book = talked("Dogs are welcome on Fridays", "a dogmatic house", "the desk by the window")

    assert [quote.text for quote in evidence(book, "ap-1", dog).quotes] == ["Dogs are welcome on Fridays"]


def test_a_criterion_of_my_own_that_means_pay_has_what_was_said_of_pay() -> None:
    assert [quote.text for quote in evidence(BOOK, "ap-1", OWN_PAY).quotes] == ["50 to 55"]


def test_a_starting_criterion_stays_what_it_is_under_another_name() -> None:
    renamed = NAMED["cr-pay"].changed(name="Gehalt")

    assert [quote.text for quote in evidence(BOOK, "ap-1", renamed).quotes] == ["50 to 55"]


def test_a_conversation_with_someone_who_was_forgotten_is_kept_without_a_name() -> None:
    book = workbook(interviews=(FULL,), conversations=TALKS)

    assert {quote.label for quote in evidence(book, "ap-1", NAMED["cr-team"]).quotes} >= {"In conversation"}


def test_when_nothing_is_noted_the_text_tells_it() -> None:
    assert evidence(workbook(), "ap-1", NAMED["cr-pay"]).sentence == ("No interview here is debriefed yet.")
    assert evidence(workbook(interviews=(interview(1),)), "ap-1", NAMED["cr-pay"]).sentence == ("No notes on this.")


def test_the_answer_about_a_goal_speaks_to_the_criterion_that_serves_it() -> None:
    goals = (Goal(id="go-1", goal="No more nights"), Goal(id="go-2", goal="Lead a small team"))
    answers = tuple(
        GoalAnswer(interview_id="iv-1", goal_id=goal.id, answer=said)
        for goal, said in zip(goals, ("no", "yes"), strict=True)
    )
    book = replace(BOOK, goals=goals, goal_answers=answers)
    rest = Criterion(id="cr-rest", name="Evenings off", goal_id="go-1")

    heard = [(quote.label, quote.text) for quote in evidence(book, "ap-1", rest).quotes]

    assert heard == [("Goal: No more nights", "No")]
    assert texts("cr-growth", book) == ["No", "Yes", "Yes"], "each goal, and the one answer of an older debrief"
