"""The sample workbook is as uneven as a real search."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from lib.followup.names import address
from lib.insight.open_plans import is_done
from lib.records.dimension import active_dimensions
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.workbook import Workbook

TODAY = date(2026, 11, 19)
"""The day of the newest debrief."""


def of_outcome(interviews: tuple[Interview, ...], *outcomes: str) -> list[Interview]:
    return [entry for entry in interviews if entry.outcome in outcomes]


def questions_by_interview(workbook: Workbook) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in workbook.questions:
        found.setdefault(question.interview_id, []).append(question)
    return found


def test_most_debriefs_have_a_forecast_and_some_have_none(held: tuple[Interview, ...]) -> None:
    with_one = sum(entry.forecast is not None for entry in held)
    assert len(held) * 0.8 < with_one < len(held)


def test_there_are_about_forty_interviews_at_25_applications(workbook: Workbook) -> None:
    assert 38 <= len(workbook.interviews) <= 44
    assert len(workbook.applications) == 25


def test_it_covers_about_six_months(held: tuple[Interview, ...]) -> None:
    assert 170 <= (held[-1].held_on - held[0].held_on).days <= 190


def test_one_interview_waits_for_its_debrief(workbook: Workbook) -> None:
    waiting = [entry for entry in workbook.interviews if entry.state == "scheduled" and entry.held_on < TODAY]
    assert len(waiting) == 1


def test_one_interview_is_yet_to_come(workbook: Workbook) -> None:
    ahead = [entry.held_on for entry in workbook.interviews if entry.state == "scheduled" and entry.held_on > TODAY]
    assert ahead == [date(2026, 11, 25)]


def test_one_interview_was_cancelled(workbook: Workbook) -> None:
    assert [entry.state for entry in workbook.interviews].count("cancelled") == 1


def test_two_interviews_were_on_one_day(held: tuple[Interview, ...]) -> None:
    assert max(Counter(entry.held_on for entry in held).values()) == 2


def test_there_is_a_gap_of_a_holiday(held: tuple[Interview, ...]) -> None:
    days = [entry.held_on for entry in held]
    assert max(later - earlier for earlier, later in pairwise(days)) > timedelta(days=14)


def test_some_silence_was_recorded(held: tuple[Interview, ...]) -> None:
    assert len(of_outcome(held, "no_reply")) >= 2


def test_some_silence_is_not_recorded_yet(held: tuple[Interview, ...]) -> None:
    pending = [TODAY - entry.held_on for entry in of_outcome(held, "pending")]
    assert max(pending) > timedelta(days=14)


def test_some_were_withdrawn(held: tuple[Interview, ...]) -> None:
    assert of_outcome(held, "withdrew")


def test_two_offers_are_open(workbook: Workbook) -> None:
    statuses = Counter(entry.status for entry in workbook.applications)
    assert statuses["offer"] == 2
    assert statuses["accepted"] == 0


def test_several_were_rejected(held: tuple[Interview, ...]) -> None:
    assert len(of_outcome(held, "rejected")) >= 8


def test_several_advanced(held: tuple[Interview, ...]) -> None:
    assert len(of_outcome(held, "advanced")) >= 8


def test_some_debriefs_are_short_and_some_are_done(held: tuple[Interview, ...]) -> None:
    states = Counter(entry.state for entry in held)
    assert min(states["short"], states["done"]) >= 10


def test_the_time_of_one_interview_is_unknown(held: tuple[Interview, ...]) -> None:
    assert sum(not isinstance(entry.held_at, datetime) for entry in held) == 1


def test_a_dimension_is_not_rated_in_every_debrief(workbook: Workbook, held: tuple[Interview, ...]) -> None:
    rated = Counter(rating.dimension for rating in workbook.ratings if rating.score)
    assert min(rated.values()) < len(held) / 2


def test_a_dimension_sometimes_did_not_come_up(workbook: Workbook) -> None:
    assert any(rating.score is None for rating in workbook.ratings)


def test_some_ratings_look_different_in_hindsight(workbook: Workbook) -> None:
    assert any(rating.hindsight not in (None, rating.score) for rating in workbook.ratings)


def test_one_dimension_is_the_persons_own(workbook: Workbook) -> None:
    known = {dimension.key for dimension in active_dimensions(())}
    own = [dimension.key for dimension in workbook.dimensions if not dimension.retired and dimension.key not in known]
    assert "energy" in own


def test_evidence_was_lower_on_average_where_they_said_no(workbook: Workbook, held: tuple[Interview, ...]) -> None:
    scores = {r.interview_id: r.score for r in workbook.ratings if r.dimension == "evidence" and r.score}
    no = [scores[entry.id] for entry in of_outcome(held, "rejected") if entry.id in scores]
    yes = [scores[entry.id] for entry in of_outcome(held, "advanced", "offer") if entry.id in scores]
    assert sum(no) / len(no) < sum(yes) / len(yes)


def test_evidence_does_not_tell_a_yes_from_a_no_without_fail(workbook: Workbook, held: tuple[Interview, ...]) -> None:
    scores = {r.interview_id: r.score for r in workbook.ratings if r.dimension == "evidence" and r.score}
    no = [scores[entry.id] for entry in of_outcome(held, "rejected") if entry.id in scores]
    yes = [scores[entry.id] for entry in of_outcome(held, "advanced", "offer") if entry.id in scores]
    assert max(no) > min(yes)


def test_some_people_were_met_twice(workbook: Workbook) -> None:
    assert max(Counter(entry.person_id for entry in workbook.conversations).values()) >= 2


@pytest.mark.parametrize("kind", ["reference", "contact", "recruiter", "hiring_manager", "interviewer"])
def test_people_are_known_in_different_ways(workbook: Workbook, kind: str) -> None:
    assert any(person.kind == kind for person in workbook.people)


def test_about_thirty_interviews_have_three_to_seven_questions(workbook: Workbook) -> None:
    counts = [len(found) for found in questions_by_interview(workbook).values()]
    assert len(counts) >= 30
    assert 3 <= min(counts) <= max(counts) <= 7


def test_questions_are_numbered_from_one_in_each_interview(workbook: Workbook) -> None:
    for found in questions_by_interview(workbook).values():
        assert [question.position for question in found] == list(range(1, len(found) + 1))


def test_a_question_belongs_to_the_application_of_its_interview(workbook: Workbook) -> None:
    belongs = {entry.id: entry.application_id for entry in workbook.interviews}
    assert [entry.id for entry in workbook.questions if belongs[entry.interview_id] != entry.application_id] == []


def test_the_same_question_returns_in_other_words_at_other_companies(workbook: Workbook) -> None:
    about_pay = {entry.text: entry.application_id for entry in workbook.questions if "salary" in entry.text}
    assert len(about_pay) >= 3
    assert len(set(about_pay.values())) >= 3


def test_every_kind_of_question_was_asked(workbook: Workbook) -> None:
    assert len({entry.category for entry in workbook.questions if entry.category}) == 9


def test_hard_questions_have_better_answers_on_some(workbook: Workbook) -> None:
    hard = [entry for entry in workbook.questions if entry.is_hard]
    better = sum(bool(entry.better_answer) for entry in hard)
    assert 0 < better < len(hard)


def test_most_hard_questions_were_tapped_in_order_and_not_rated(workbook: Workbook) -> None:
    hard = [entry for entry in workbook.questions if entry.is_hard]
    tapped = [entry for entry in hard if entry.tapped_hard]

    assert len(hard) / 2 < len(tapped) < len(hard)
    assert all(entry.is_only_hard for entry in tapped)
    for found in questions_by_interview(workbook).values():
        order = sorted(entry.hard_order or 0 for entry in found if entry.tapped_hard)
        assert order == list(range(1, len(order) + 1))


def test_most_kinds_were_guessed_and_some_chosen(workbook: Workbook) -> None:
    kinds = [entry.kind_guessed for entry in workbook.questions if entry.category]
    assert len(kinds) / 2 < kinds.count(True) < len(kinds)


def test_some_of_my_questions_stayed_unasked(workbook: Workbook) -> None:
    assert any(entry.asked_by == "me" and entry.asked is False for entry in workbook.questions)


@pytest.mark.parametrize("kept", ["yes", "no", "not_come_up"])
def test_plans_were_kept_or_not_or_did_not_come_up(workbook: Workbook, kept: str) -> None:
    assert sum(check.kept == kept for check in workbook.plan_checks) >= 3


def test_some_plans_are_done_one_is_put_away_and_some_are_open(workbook: Workbook) -> None:
    done = [plan for plan in workbook.plans if is_done(workbook, plan)]
    away = [plan for plan in workbook.plans if plan.put_away_on]

    assert (len(done) >= 3, len(away)) == (True, 1)
    assert len(workbook.plans) - len({*done, *away}) >= 2


def test_one_promise_is_open(workbook: Workbook) -> None:
    assert sum(entry.kept_on is None for entry in workbook.promises) == 1


def test_each_debrief_answers_for_all_three_goals_or_is_one_of_the_oldest(
    workbook: Workbook, held: tuple[Interview, ...]
) -> None:
    goals = {goal.id for goal in workbook.goals}
    answered: dict[str, set[str]] = {}
    for answer in workbook.goal_answers:
        answered.setdefault(answer.interview_id, set()).add(answer.goal_id)
    before = [entry for entry in held if entry.id not in answered]

    assert len(goals) == 3
    assert all(goal_ids == goals for goal_ids in answered.values())
    assert before == list(held[: len(before)])
    assert 2 <= sum(entry.serves_goals is not None for entry in before) <= len(before) <= 5
    assert not any(entry.serves_goals for entry in held[len(before) :])


def test_one_goal_is_missed_more_often_than_met(workbook: Workbook) -> None:
    counts = Counter((answer.goal_id, answer.answer) for answer in workbook.goal_answers)
    often = [goal.goal for goal in workbook.goals if counts[goal.id, "no"] > counts[goal.id, "yes"]]
    assert often == ["No more nights and weekends"]


def test_new_types_of_interview_are_there_and_one_in_own_words(held: tuple[Interview, ...]) -> None:
    assert {"phone_call", "trial_day"} <= {entry.stage for entry in held}
    assert [entry.stage_words for entry in held if entry.stage == "other"] == ["Site walk"]


@pytest.mark.parametrize("name", ["Kim Min-jun", "Tóth Eszter", "Nguyễn Văn An", "Dr. Owen Achebe", "Suharti"])
def test_a_name_that_needs_care_has_its_salutation(workbook: Workbook, name: str) -> None:
    (person,) = [person for person in workbook.people if person.name == name]
    assert address(name, formal=False, salutation=person.salutation).sure


def test_there_are_claims(workbook: Workbook) -> None:
    assert workbook.claims


def test_no_two_notes_are_the_same(workbook: Workbook) -> None:
    prose = ("went_well", "went_badly", "lesson", "unsaid", "feedback", "their_problem")
    notes = Counter(note for entry in workbook.interviews for name in prose if (note := getattr(entry, name)))
    assert [note for note, count in notes.items() if count > 1] == []
