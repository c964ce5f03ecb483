"""The wall between mood and fit."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lib.decide.mood import FELL, FINDING, LOW, QUESTION, Mood, mood
from lib.records.criterion import KNOWN_CRITERIA
from lib.records.fit import Fit
from lib.records.workbook import Workbook
from tests.decide.jobs import criteria, fit, workbook
from tests.insight.small_workbook import interview, ratings

HELD = interview(1).held_on
TODAY = HELD + timedelta(days=3)
EARLIER = HELD - timedelta(days=5)
ONLY_TWO = (*(one.changed(retired=True) for one in KNOWN_CRITERIA), *criteria(50, 50))
FIT = (fit(1, 70, on=EARLIER), fit(2, 60, on=EARLIER), fit(1, 70, on=TODAY), fit(2, 60, on=TODAY))
BAD_DAY = workbook(
    interviews=(interview(1, interest_before=8, interest_after=4),),
    ratings=ratings(1, {"clarity": 2, "evidence": 1}),
    criteria=ONLY_TWO,
    fit=FIT,
)


def found(book: Workbook = BAD_DAY, today: date = TODAY) -> Mood:
    return mood(book, "ap-1", today)


def with_interest(**values: Any) -> Workbook:
    return replace(BAD_DAY, interviews=(interview(1, **values),))


def with_fit(*rows: Fit) -> Workbook:
    return replace(BAD_DAY, fit=rows)


def test_a_no_after_a_bad_day_is_asked_about_first_with_the_numbers_and_the_finding() -> None:
    it = found()

    assert (it.asks, it.question, it.finding) == (True, QUESTION, FINDING)
    assert it.sentence == (
        "Over the last interview your interest fell from 8 to 4 of 10. You rated yourself low in it, 1.5 of 5. "
        "The fit hasn't changed."
    )
    assert [(line.caption, line.working, line.value) for line in it.lines] == [
        ("Interest, 0 to 10", "8 before, 4 right after, not given two days later", -4),
        ("How you rated yourself, 1 to 5", "1.5 in this interview", None),
        ("Fit, 0 to 100", "65 before this interview, 65 now, over 2 criteria", 0),
    ]


@pytest.mark.parametrize(
    ("before", "after", "asks"), [(8, 8 - FELL, True), (8, 8 - FELL + 1, False), (8, 9, False), (None, 2, False)]
)
def test_it_is_asked_only_where_interest_fell(before: int | None, after: int, asks: bool) -> None:
    assert found(with_interest(interest_before=before, interest_after=after)).asks is asks


def test_interest_two_days_later_goes_before_that_of_the_evening() -> None:
    assert not found(with_interest(interest_before=8, interest_after=3, interest_later=8)).asks
    assert found(with_interest(interest_before=8, interest_after=8, interest_later=4)).asks


@pytest.mark.parametrize(("score", "asks"), [(2, True), (3, False)])
def test_it_is_asked_only_where_the_self_rating_was_low(score: int, asks: bool) -> None:
    assert found(replace(BAD_DAY, ratings=ratings(1, {"clarity": score}))).asks is asks


def test_half_way_between_two_and_three_is_still_low() -> None:
    assert LOW == 2.5
    assert found(replace(BAD_DAY, ratings=ratings(1, {"clarity": 2, "evidence": 3}))).asks


def test_a_rating_far_below_my_usual_one_is_low_too() -> None:
    others = tuple(interview(number, application_id="ap-2") for number in (2, 3, 4))
    usual = [rating for number in (2, 3, 4) for rating in ratings(number, {"clarity": 4})]
    book = replace(BAD_DAY, interviews=(*BAD_DAY.interviews, *others), ratings=(*ratings(1, {"clarity": 3}), *usual))

    assert found(book).asks
    assert found(book).lines[1].working == "3.0 in this interview, 4.0 over 3 other interviews"
    assert not found(replace(book, ratings=(*ratings(1, {"clarity": 3}), *usual[:2]))).asks


def test_without_ratings_there_is_no_low_one() -> None:
    assert not found(replace(BAD_DAY, ratings=())).asks


def test_where_the_fit_fell_too_nothing_is_asked() -> None:
    fell = found(with_fit(*FIT[:2], fit(1, 60, on=TODAY), fit(2, 60, on=TODAY)))

    assert (fell.asks, fell.question, fell.finding) == (False, "", "")
    assert fell.sentence.endswith("The fit fell too, by 5 points.")


def test_a_score_of_the_day_itself_is_from_after_the_interview() -> None:
    assert not found(with_fit(*FIT[:2], fit(1, 40, on=HELD), fit(2, 60, on=HELD))).asks


def test_a_small_fall_of_the_fit_is_none() -> None:
    it = found(with_fit(*FIT[:2], fit(1, 62, on=TODAY), fit(2, 60, on=TODAY)))

    assert it.asks
    assert it.sentence.endswith("The fit fell by only 4 points.")


def test_a_must_have_that_is_missed_since_is_a_change_of_the_job() -> None:
    must = (*ONLY_TWO[:-2], ONLY_TWO[-2].changed(must_have=65), ONLY_TWO[-1])
    rows = (*FIT[:2], fit(1, 64, on=TODAY), fit(2, 60, on=TODAY))

    it = found(replace(BAD_DAY, criteria=must, fit=rows))

    assert not it.asks
    assert it.sentence.endswith("The job changed too: it's now below your must-have C1.")


def test_a_newly_known_criterion_is_no_change_of_those_known_before() -> None:
    assert found(with_fit(FIT[0], FIT[2], fit(2, 0, on=TODAY))).asks


def test_without_scores_from_before_it_is_asked_and_said_that_the_fit_is_not_known() -> None:
    it = found(with_fit())

    assert it.asks
    assert it.sentence.endswith("Whether the fit fell too isn't known: the job wasn't scored both before and after.")


def test_only_the_last_interview_counts() -> None:
    later = interview(2, interest_before=7, interest_after=8)
    book = replace(BAD_DAY, interviews=(*BAD_DAY.interviews, later))

    assert not found(book, later.held_on).asks
    assert found(book, later.held_on - timedelta(days=1)).asks


def test_interest_is_kept_for_every_interview_of_the_application() -> None:
    other = interview(2, interest_before=1, application_id="ap-2")

    it = found(replace(BAD_DAY, interviews=(*BAD_DAY.interviews, other)))

    assert [(entry.interview_id, entry.before, entry.now, entry.fall) for entry in it.interests] == [("iv-1", 8, 4, 4)]


@pytest.mark.parametrize(
    ("book", "sentence"),
    [
        (workbook(), "No interview here is debriefed yet."),
        (
            workbook(interviews=(interview(1, interest_after=3),)),
            "Rate your interest before and after an interview to see how it changes.",
        ),
        (
            workbook(interviews=(interview(1, interest_before=5, interest_after=5),)),
            "Your interest stayed at 5 of 10 over the last interview.",
        ),
        (
            workbook(interviews=(interview(1, interest_before=5, interest_after=4),)),
            "Over the last interview your interest fell from 5 to 4 of 10. It didn't fall by much.",
        ),
        (
            workbook(interviews=(interview(1, interest_before=8, interest_after=4),)),
            "Over the last interview your interest fell from 8 to 4 of 10. You didn't rate yourself in it.",
        ),
    ],
    ids=["nothing", "half", "same", "little", "unrated"],
)
def test_what_is_not_known_is_reported_and_nothing_is_asked(book: Workbook, sentence: str) -> None:
    it = found(book)

    assert (it.asks, it.sentence) == (False, sentence)
