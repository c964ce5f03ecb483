"""Which story a letter tells, and how much of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.followup.examples import IN_A_LETTER, IN_A_NOTE, example_for, fit, in_a_few_sentences, story_for_letter
from lib.followup.kinds import MESSAGES
from lib.records.question import Question
from lib.records.story import Story
from lib.records.vocabulary import TaskKind
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK
from tests.followup.searches import interview

REPORTS = Story(
    id="st-reports",
    title="The late reports",
    situation="Our reporting time was nine days",
    action="I rebuilt the load",
    result="They come on the second day",
    strengths=("thorough",),
)
TEACHING = Story(id="st-teaching", title="The new ones", result="All four stayed.", strengths=("patient",))
PORT = Story(id="st-port", title="The port", situation="The port was closed.", result="We sailed.")


def with_stories(*stories: Story, told: dict[str, str] | None = None) -> Workbook:
    """The workbook with these stories, each told in an interview of its own, in the order given."""
    rounds = tuple(
        interview(id=f"iv-t{number}", application_id="ap-b2", held_at=f"2026-10-0{number}")
        for number in range(1, len(told or {}) + 1)
    )
    asked = tuple(
        Question(id=f"qu-t{number}", interview_id=f"iv-t{number}", text="Tell me", story_id=story, **{mark: True})
        for number, (story, mark) in enumerate((told or {}).items(), 1)
    )
    return replace(
        WORKBOOK,
        stories=stories,
        interviews=(*rounds, *WORKBOOK.interviews),
        questions=(*asked, *WORKBOOK.questions),
    )


def told_in(kind: TaskKind, book: Workbook, person_id: str = "", application_id: str = "ap-a1") -> str:
    facts = gather(book, TODAY, application_id=application_id, interview_id="iv-k1", person_id=person_id)
    return example_for(kind, facts, book, application_id)


def titles(book: Workbook, application_id: str = "ap-new") -> str:
    found = story_for_letter(book, application_id)
    return found.title if found else ""


@pytest.mark.parametrize(
    ("claim", "fits"),
    [
        ("I am thorough", True),
        ("Thoroughly tested loads", True),
        ("Cut the reporting time from nine days to two", True),
        ("I know all about the load", False),
        ("Ten years of SQL", False),
        ("I would have made the most of that time", False),
        ("", False),
    ],
)
def test_a_claim_fits_a_story_by_one_of_its_strengths_or_by_two_words_of_its_telling(claim: str, fits: bool) -> None:
    assert bool(fit(REPORTS, [claim])) is fits


def test_an_application_tells_the_story_that_shows_most_of_what_it_claims_k2() -> None:
    book = with_stories(TEACHING, REPORTS, PORT, told={"st-port": "asked"})

    assert titles(replace(book, claims=book.claims[:2])) == "The late reports"
    assert titles(replace(book, claims=book.claims[2:])) == "The new ones"


def test_where_no_story_fits_the_newest_told_is_taken_and_else_the_last_written() -> None:
    stories = (REPORTS, PORT, TEACHING)
    told = with_stories(*stories, told={"st-reports": "asked", "st-port": "asked"})

    assert titles(replace(told, claims=())) == "The port"
    assert titles(replace(with_stories(*stories), claims=())) == "The new ones"


def test_a_story_prepared_and_not_asked_for_was_not_told() -> None:
    book = with_stories(REPORTS, PORT, told={"st-reports": "asked", "st-port": "prepared"})

    assert titles(replace(book, claims=())) == "The late reports"


def test_a_house_that_has_heard_a_story_is_told_another() -> None:
    book = with_stories(REPORTS, PORT, told={"st-port": "asked"})

    assert titles(replace(book, claims=()), "ap-new") == "The port"
    assert titles(replace(book, claims=()), "ap-b2") == "The late reports"


def test_a_title_alone_is_no_story_to_tell() -> None:
    assert titles(with_stories(Story(id="st-1", title="The late reports", strengths=("thorough",)))) == ""


def test_a_story_goes_from_its_situation_to_its_result() -> None:
    assert in_a_few_sentences(REPORTS, IN_A_LETTER) == (
        "Our reporting time was nine days. I rebuilt the load. They come on the second day."
    )


def test_the_task_takes_the_place_of_an_unwritten_action() -> None:
    assert "The load was mine." in in_a_few_sentences(REPORTS.changed(action="", task="the load was mine"), IN_A_LETTER)


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (90, "Late again! Nobody knew. I looked. It took a night. All well."),
        (48, "Late again! I looked. All well."),
        (26, "Late again! All well."),
        (10, "All well."),
        (5, "All."),
        (3, ""),
    ],
)
def test_with_less_room_there_is_less_of_it(most: int, told: str) -> None:
    story = Story(
        id="st-1",
        title="T",
        situation="Late again! Nobody knew.",
        action="I looked. It took a night",
        result="All well",
    )

    assert in_a_few_sentences(story, most) == told


@given(st.text(), st.text(), st.text(), st.text(), st.integers(20, 600))
def test_a_story_never_takes_more_room_than_it_is_given(
    situation: str, task: str, action: str, result: str, most: int
) -> None:
    story = Story.model_construct(
        id="st-1", title="T", situation=situation, task=task, action=action, result=result, strengths=()
    )
    told = in_a_few_sentences(story, most)

    assert len(told) <= most
    assert "\n" not in told


def test_a_note_of_thanks_tells_only_a_story_that_shows_the_claim_it_names_t3() -> None:
    ada, chi = (
        told_in("thank_you", with_stories(REPORTS, TEACHING, PORT), person_id) for person_id in ("pe-ada", "pe-chi")
    )

    assert ada.startswith("Our reporting time was nine days.")
    assert chi == "All four stayed."
    assert told_in("thank_you", with_stories(PORT), "pe-ada") == ""


def test_a_note_of_thanks_does_not_repeat_what_they_have_heard() -> None:
    book = with_stories(REPORTS)
    heard = Question(id="qu-9", interview_id="iv-k1", text="Tell me", asked=True, story_id="st-reports")

    assert told_in("thank_you", replace(book, questions=(heard,)), "pe-ada") == ""


def test_a_story_in_a_note_is_shorter_than_in_a_letter() -> None:
    long = REPORTS.changed(situation="Our reporting time was nine days. " + "Nobody liked that at all. " * 10)

    assert len(told_in("thank_you", with_stories(long), "pe-ada")) <= IN_A_NOTE
    assert len(told_in("look_at_rival", with_stories(long))) > IN_A_NOTE


@pytest.mark.parametrize("kind", sorted(set(MESSAGES) - {"thank_you", "look_at_rival"}))
def test_no_other_message_tells_a_story(kind: TaskKind) -> None:
    assert told_in(kind, with_stories(REPORTS, TEACHING), "pe-ada") == ""


@pytest.mark.parametrize("kind", MESSAGES)
def test_without_stories_there_is_none_to_tell(kind: TaskKind) -> None:
    assert told_in(kind, WORKBOOK, "pe-ada") == ""
