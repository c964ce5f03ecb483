"""The stories: what they answer, and who has heard them."""

from dataclasses import replace
from datetime import date

from lib.dates import DAY_FIRST
from lib.practice.stories import heard_before, story_uses
from lib.records.conversation import Conversation
from lib.records.person import Person
from lib.records.story import Story
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import topic

TODAY = date(2026, 11, 20)
COMING = interview(9, application_id="ap-1", state="scheduled", held_at=date(2026, 11, 25))
WORKBOOK = Workbook(
    applications=(application(1), application(2), application(3)),
    people=(Person(id="pe-1", name="Ada Byron"),),
    interviews=(interview(1), interview(2, application_id="ap-2"), COMING),
    conversations=(Conversation(interview_id="iv-1", person_id="pe-1"),),
    questions=(
        question(1, story_id="st-1", category="behavioural"),
        question(2, of=2, topic_id="tp-1", category="case"),
        question(3, of=2, prepared=True, story_id="st-1", category="culture"),
    ),
    topics=(topic(1, story_id="st-2"),),
    stories=(Story(id="st-1", title="The port"), Story(id="st-2", title="The ferry")),
)


def test_a_story_knows_the_questions_it_answers_by_wording_and_by_topic() -> None:
    port, ferry = story_uses(WORKBOOK, TODAY, dates=DAY_FIRST)

    assert ([card.id for card in port.topics], port.kinds) == (["qu-1", "qu-3"], ("behavioural", "culture"))
    assert [card.id for card in ferry.topics] == ["tp-1"]


def test_a_story_is_told_where_it_answered_a_question_that_was_asked() -> None:
    port, ferry = story_uses(WORKBOOK, TODAY, dates=DAY_FIRST)

    assert [(one.interview.id, one.people[0].name) for one in port.tellings] == [("iv-1", "Ada Byron")]
    assert ferry.tellings == ()


def test_a_story_shows_how_often_it_was_told_and_to_whom() -> None:
    assert [one.sentence for one in story_uses(WORKBOOK, TODAY, dates=DAY_FIRST)] == [
        "Answers 2 questions; told once to Ada Byron (Company 1, Wednesday 3 June).",
        "Answers 1 question; not told yet.",
    ]


def test_the_same_company_has_heard_it() -> None:
    assert [told.interview.id for told in heard_before(WORKBOOK, "st-1", COMING)] == ["iv-1"]


def test_the_same_person_has_heard_it_at_another_company() -> None:
    panel = (*WORKBOOK.conversations, Conversation(interview_id="iv-9", person_id="pe-1"))
    elsewhere = COMING.changed(application_id="ap-3")

    assert heard_before(WORKBOOK, "st-1", elsewhere) == ()
    assert len(heard_before(replace(WORKBOOK, conversations=panel), "st-1", elsewhere)) == 1
