"""What each answered interview was like, factor by factor."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from lib.insight.outcome_factors.factors import Factor, Frame, frame_of
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, interview, question, ratings


def answered(number: int, outcome: str = "rejected", **values: Any) -> Interview:
    return interview(number, outcome=outcome, **values)


def column(workbook: Workbook, name: str) -> list[float | None]:
    """The factor by interview, in the order of the answers; None where not known."""
    return [None if np.isnan(value) else float(value) for value in frame_of(workbook).columns[name]]


def factors(frame: Frame) -> dict[str, Factor]:
    return {factor.name: factor for factor in frame.checked()}


def test_a_yes_or_a_no_is_an_answer_and_nothing_else() -> None:
    outcomes = ("advanced", "offer", "rejected", "pending", "no_reply", "withdrew", None)
    workbook = Workbook(interviews=tuple(answered(n, outcome) for n, outcome in enumerate(outcomes, start=1)))

    assert [(entry.interview_id, entry.rejected) for entry in frame_of(workbook).interviews] == [
        ("iv-1", False),
        ("iv-2", False),
        ("iv-3", True),
    ]


def test_no_reply_is_a_no_only_where_that_is_asked_for() -> None:
    workbook = Workbook(interviews=(answered(1, "no_reply"), answered(2, "advanced")))

    assert (frame_of(workbook).n, list(frame_of(workbook, silence_is_no=True).rejected)) == (1, [1, 0])


def test_interviews_are_in_the_order_in_which_the_answers_came() -> None:
    late = answered(1, outcome_on=date(2026, 9, 1))
    workbook = Workbook(interviews=(late, answered(2, outcome_on=date(2026, 6, 20)), answered(3)))

    assert [entry.interview_id for entry in frame_of(workbook).interviews] == ["iv-3", "iv-2", "iv-1"]


def test_answers_of_one_day_are_in_the_order_of_the_interviews() -> None:
    same = date(2026, 9, 1)
    workbook = Workbook(interviews=tuple(answered(n, outcome_on=same) for n in (3, 1, 2)))

    assert [entry.interview_id for entry in frame_of(workbook).interviews] == ["iv-1", "iv-2", "iv-3"]


def test_a_rating_given_after_the_day_of_the_answer_is_hindsight() -> None:
    felt, known = datetime(2026, 6, 5, 20, tzinfo=UTC), datetime(2026, 6, 6, 8, tzinfo=UTC)
    workbook = Workbook(
        interviews=(answered(1, outcome_on=date(2026, 6, 5)),),
        ratings=(
            Rating(interview_id="iv-1", dimension="clarity", score=2, rated_at=felt),
            Rating(interview_id="iv-1", dimension="evidence", score=1, rated_at=known),
        ),
    )

    frame = frame_of(workbook)

    assert [name for name in frame.columns if name.startswith("rating:")] == ["rating:clarity"]
    assert frame.afterwards == {("iv-1", "rating:evidence")}


def test_the_score_counts_and_not_the_hindsight() -> None:
    rating = Rating(interview_id="iv-1", dimension="clarity", score=4, hindsight=1)

    assert column(Workbook(interviews=(answered(1),), ratings=(rating,)), "rating:clarity") == [4]


def test_a_dimension_that_did_not_come_up_is_not_known() -> None:
    rated = (*ratings(1, {"clarity": None}), *ratings(2, {"clarity": 3}))

    assert column(Workbook(interviews=(answered(1), answered(2)), ratings=rated), "rating:clarity") == [None, 3]


def test_a_kind_of_question_came_up_where_one_was_asked() -> None:
    asked = (
        question(1, of=1, category="case"),
        question(2, of=2, category="technical"),
        question(3, of=2, category="case", prepared=True, asked=False),
        question(4, of=2, category="case", asked_by="me"),
    )
    workbook = Workbook(interviews=(answered(1), answered(2), answered(3)), questions=asked)

    assert column(workbook, "category:case") == [1, 0, None]


def test_each_format_is_a_factor_and_an_unnoted_one_is_not_known() -> None:
    held = (answered(1, format="phone"), answered(2, format="video"), answered(3))

    assert column(Workbook(interviews=held), "format:phone") == [1, 0, None]


@pytest.mark.parametrize(("hour", "expected"), [(11, 0), (12, 1), (17, 1)])
def test_the_afternoon_begins_at_noon_on_the_clock_that_was_mine_then(hour: int, expected: int) -> None:
    there = datetime.fromisoformat(f"2026-06-03T{hour}:00:00-07:00")

    assert column(Workbook(interviews=(answered(1, held_at=there),)), "afternoon") == [expected]


def test_a_call_into_another_zone_counts_by_the_clock_of_the_person_who_noted_it() -> None:
    nine_there = {"held_at": datetime.fromisoformat("2026-06-03T09:00:00-04:00"), "zone": "America/New_York"}
    noted = answered(1, **nine_there, created_at=datetime.fromisoformat("2026-06-01T20:00:00+02:00"))

    assert column(Workbook(interviews=(noted, answered(2, **nine_there))), "afternoon") == [1, 0]


def test_without_a_time_of_day_the_afternoon_is_not_known() -> None:
    assert column(Workbook(interviews=(answered(1),)), "afternoon") == [None]


def test_a_gap_is_ten_days_or_more_since_the_debriefed_interview_before() -> None:
    days = (0, 9, 19, 19)
    held = tuple(answered(n, held_at=FIRST_DAY + timedelta(days=day)) for n, day in enumerate(days, start=1))
    cancelled = interview(9, held_at=FIRST_DAY + timedelta(days=18), state="cancelled")

    assert column(Workbook(interviews=(*held, cancelled)), "gap") == [None, 0, 1, 0]


def test_a_gap_counts_from_an_interview_that_still_waits() -> None:
    workbook = Workbook(interviews=(interview(1), answered(2), answered(4)))

    assert column(workbook, "gap") == [0, 1]


def test_a_panel_is_two_or_more_people_met() -> None:
    met = (("iv-1", "pe-1"), ("iv-2", "pe-1"), ("iv-2", "pe-2"))
    conversations = tuple(Conversation(interview_id=held, person_id=person) for held, person in met)
    workbook = Workbook(interviews=(answered(1), answered(2), answered(3)), conversations=conversations)

    assert column(workbook, "panel") == [0, 1, 0]


def test_unprepared_goes_by_the_rating_and_else_by_the_questions() -> None:
    workbook = Workbook(
        interviews=tuple(answered(n) for n in (1, 2, 3, 4, 5)),
        ratings=(*ratings(1, {"preparation": 2}), *ratings(2, {"preparation": 3}), *ratings(3, {"preparation": None})),
        questions=(
            question(1, of=2, prepared=False),
            question(2, of=3, prepared=False),
            question(3, of=3, prepared=True, asked=True),
            question(4, of=4, prepared=False),
            question(5, of=4, prepared=False),
            question(6, of=4, prepared=True, asked=True),
        ),
    )

    assert column(workbook, "unprepared") == [1, 0, 0, 1, None]


def test_questions_nobody_marked_as_prepared_or_not_do_not_make_an_interview_unprepared() -> None:
    workbook = Workbook(
        interviews=(answered(1), answered(2)),
        questions=(
            question(1, of=1),
            question(2, of=1),
            question(3, of=2),
            question(4, of=2),
            question(5, of=2, prepared=True, asked=True),
        ),
    )

    assert column(workbook, "unprepared") == [None, 0]


def rated(*scores: int | None) -> Workbook:
    """An answered interview for each score of clarity."""
    places = range(1, len(scores) + 1)
    return Workbook(
        interviews=tuple(answered(n) for n in places),
        ratings=tuple(
            entry for n, score in zip(places, scores, strict=True) for entry in ratings(n, {"clarity": score})
        ),
    )


@pytest.mark.parametrize(
    ("scores", "compared"),
    [
        ((3, 3, 3, 3), False),
        ((3, 3, 3, 4), False),
        ((3, 3, 2, 4), True),
        ((3, 4, 3, 4), True),
        ((3, 4, None, None, None), False),
        ((3, 3, 4, 4, None, None, None, None), True),
    ],
)
def test_what_hardly_varies_or_is_seldom_known_is_not_compared(scores: tuple[int | None, ...], compared: bool) -> None:
    assert ("rating:clarity" in factors(frame_of(rated(*scores)))) is compared


@pytest.mark.parametrize(
    ("scores", "cut"), [((1, 1, 5, 5), 5), ((1, 2, 3, 3), 3), ((2, 3, 3, 4), 4), ((1, 1, 1, 2, 2), 2)]
)
def test_a_high_rating_is_one_that_splits_the_interviews_most_evenly(scores: tuple[int, ...], cut: int) -> None:
    assert factors(frame_of(rated(*scores)))["rating:clarity"].cut == cut


def test_more_than_ten_dimensions_and_own_ones_are_all_compared() -> None:
    scores = {f"own_{number}": number % 2 + 3 for number in range(14)}
    given = [ratings(n, {key: 3 + (score + n) % 2 for key, score in scores.items()}) for n in range(1, 5)]
    workbook = Workbook(
        interviews=tuple(answered(n) for n in range(1, 5)), ratings=tuple(entry for those in given for entry in those)
    )

    named = factors(frame_of(workbook))

    assert (len(named), named["rating:own_3"].label) == (14, "Own 3")


def test_the_first_interviews_are_those_answered_first() -> None:
    frame = frame_of(rated(1, 2, 3)).first(2)

    assert (frame.n, list(frame.columns["rating:clarity"])) == (2, [1, 2])


def test_the_seed_follows_from_what_is_compared_alone() -> None:
    one, other = frame_of(rated(1, 2, 3)), frame_of(rated(1, 2, 4))
    renamed = Workbook(interviews=rated(1, 2, 3).interviews[::-1], ratings=rated(1, 2, 3).ratings[::-1])

    assert (one.seed == frame_of(renamed).seed, one.seed == other.seed) == (True, False)
