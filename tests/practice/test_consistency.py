"""My claims to remember before the next round at a company."""

from dataclasses import replace
from datetime import UTC, date, datetime

from lib.records.claim import Claim
from lib.records.story import Story
from lib.records.workbook import Workbook
from tests.day_first import before_next_rounds
from tests.insight.small_workbook import application, interview, question, ratings

NOW = datetime(2026, 11, 20, 19, tzinfo=UTC)
NEXT = interview(9, state="scheduled", held_at=date(2026, 11, 25))
CLAIM = Claim(id="cl-1", interview_id="iv-1", claim="organised", dimension="preparation")
WORKBOOK = Workbook(
    applications=(application(1), application(2, company="COMPANY 1 "), application(3, company="Other")),
    interviews=(interview(1), interview(2, application_id="ap-2"), interview(3, application_id="ap-3"), NEXT),
    ratings=(*ratings(1, {"preparation": 2, "clarity": 4}), *ratings(3, {"composure": 1})),
    claims=(
        CLAIM,
        Claim(id="cl-2", interview_id="iv-2", claim="calm", dimension="composure"),
        Claim(id="cl-3", interview_id="iv-3", claim="fast"),
    ),
    questions=(question(1, rating=1, story_id="st-1"), question(2, of=3, rating=1)),
    stories=(Story(id="st-1", title="The port"),),
)


def test_what_was_said_told_and_rated_low_there_is_shown_and_nothing_from_elsewhere() -> None:
    (found,) = before_next_rounds(WORKBOOK, NOW)

    assert [made.claim.id for made in found.claims] == ["cl-2", "cl-1"]
    assert [told.story.title for told in found.stories] == ["The port"]
    assert [(low.dimension, low.score) for low in found.low_ratings] == [("preparation", 2)]
    assert [hard.id for hard in found.hard_questions] == ["qu-1"]


def test_a_claim_and_a_low_rating_of_the_same_side_are_put_as_a_question() -> None:
    (found,) = before_next_rounds(WORKBOOK, NOW)

    assert [one.sentence for one in found.questions] == [
        "You said “organised”, and rated preparation 2: which story shows it?"
    ]


def test_a_claim_about_a_side_that_went_well_is_no_question() -> None:
    well = replace(WORKBOOK, ratings=ratings(1, {"preparation": 3}))

    assert before_next_rounds(well, NOW)[0].questions == ()


def test_a_question_dismissed_is_gone_for_good_and_the_claim_stays() -> None:
    (found,) = before_next_rounds(WORKBOOK, NOW, dismissed={"cl-1"})

    assert (found.questions, len(found.claims)) == ((), 2)


def test_a_question_dismissed_does_not_come_back_through_the_same_words_in_another_round_d3() -> None:
    repeated = Claim(id="cl-9", interview_id="iv-2", claim="Organised ", dimension="preparation")
    again = replace(WORKBOOK, claims=(*WORKBOOK.claims, repeated))

    for dismissed in ("cl-1", "cl-9"):
        assert before_next_rounds(again, NOW, dismissed={dismissed})[0].questions == ()


def test_the_newest_low_rating_is_the_one_asked_about() -> None:
    twice = replace(WORKBOOK, ratings=(*WORKBOOK.ratings, *ratings(2, {"preparation": 1})))

    assert [one.rating.score for one in before_next_rounds(twice, NOW)[0].questions] == [1]


def test_without_a_round_ahead_nothing_is_asked() -> None:
    over = replace(WORKBOOK, interviews=WORKBOOK.interviews[:3])

    assert before_next_rounds(over, NOW) == ()


def test_before_the_first_round_there_is_nothing_to_remember() -> None:
    first = replace(WORKBOOK, interviews=(NEXT.changed(application_id="ap-3"),))

    assert before_next_rounds(first, NOW) == ()


def test_the_rounds_so_far_are_reported() -> None:
    assert before_next_rounds(WORKBOOK, NOW)[0].sentence == (
        "2 interviews at Company 1 so far, last on Wednesday 10 June. You told them 2 things about yourself."
    )
