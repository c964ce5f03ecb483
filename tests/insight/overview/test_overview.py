"""The first screen of Progress, from one interview on, for whoever fills in the five steps and no more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.outcome_factors.checks import FactorFinding
from lib.insight.overview.dots import MOST
from lib.insight.overview.getting_better import Halves
from lib.insight.overview.overview import Overview, overview
from lib.insight.overview.standing_out import stands_out
from lib.insight.skills.sentences import could_be_chance
from lib.insight.state import FindingState
from lib.records.goal import Goal
from lib.records.goal_answer import GoalAnswer
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.vocabulary import Opinion, Outcome
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, application, interview, question, ratings
from tests.insight.state_rules import broken
from tests.insight.whole_searches import LAST, whole_search

TONIGHT = FIRST_DAY
LATER = date(2027, 1, 1)
SCORES = ((4, 2), (3, 3), (2, 4), (4, 5), (5, 4), (3, 3), (4, 4))


def evenings(n: int, outcomes: Sequence[Outcome | None] = ()) -> Workbook:
    """The main path of ``n`` debriefs: two ratings, two questions, a goal's answer each, and some outcomes."""
    outcomes = [*outcomes, *[None] * n]
    return Workbook(
        applications=tuple(application(number) for number in range(1, n + 1)),
        interviews=tuple(
            interview(number, application_id=f"ap-{number}", outcome=outcomes[number - 1]) for number in range(1, n + 1)
        ),
        ratings=tuple(
            row
            for number in range(1, n + 1)
            for row in ratings(number, {"preparation": SCORES[number - 1][0], "composure": SCORES[number - 1][1]})
        ),
        questions=tuple(asked for number in range(1, n + 1) for asked in _asked(number)),
        goals=(Goal(id="go-1", goal="No more nights"), Goal(id="go-2", goal="Learn")),
        goal_answers=tuple(
            GoalAnswer(interview_id=f"iv-{number}", goal_id="go-1", answer="yes" if number % 2 else "no")
            for number in range(1, n + 1)
        ),
    )


def _asked(number: int) -> tuple[Question, Question]:
    return (
        question(2 * number, of=number, text="Why us?", tapped_hard=number == 1, hard_order=1 if number == 1 else None),
        question(2 * number + 1, of=number, text=f"What is {number}?"),
    )


def seen(workbook: Workbook, today: date = LATER) -> Overview:
    return Findings(workbook, today, dates=DAY_FIRST).overview


def test_after_one_interview_it_is_on_five_dot_lines_with_its_hardest_question() -> None:
    found = seen(evenings(1), TONIGHT)

    assert found.evenings is not None
    assert found.evenings.headline == "Tonight you rated Preparation highest, Calm lowest."
    assert [(line.label, line.ratings) for line in found.evenings.skills] == [
        ("Preparation", (4,)),
        ("Calm", (2,)),
    ]
    assert [one.text for one in found.hard] == ["Why us?"]
    assert (found.numbers.interviews, found.numbers.my_rating.average) == (1, 3.0)
    assert found.numbers.goals[0].headline == "1 of 1 job"


def test_on_another_day_it_is_not_called_tonight() -> None:
    found = seen(evenings(1)).evenings

    assert found is not None
    assert found.headline.startswith("You rated Preparation highest")


def test_the_number_on_top_and_the_sentence_tell_one_latest_rating() -> None:
    found = seen(replace(evenings(4), ratings=tuple(row for n in range(1, 5) for row in ratings(n, {"clarity": n}))))

    assert found.numbers.my_rating.beside == ""
    assert found.better.conclusion.headline.startswith("Your first 2 rated 1.5, your latest 2 rated 3.5.")
    assert seen(evenings(2)).numbers.my_rating.beside.startswith("latest")


@pytest.mark.parametrize(
    ("scores", "headline"),
    [
        ({"clarity": 3, "evidence": 3}, "You rated all 2 skills 3 of 5."),
        ({"clarity": 3}, "You rated Clear answers 3 of 5."),
        ({}, "You haven't rated how it went."),
        (dict.fromkeys(("clarity", "evidence", "composure"), 4) | {"preparation": 2}, "You rated Preparation lowest."),
    ],
)
def test_the_first_headline_names_only_what_differs(scores: dict[str, int | None], headline: str) -> None:
    found = seen(replace(evenings(1), ratings=ratings(1, scores))).evenings

    assert found is not None
    assert found.headline == headline


def test_after_two_they_are_side_by_side_with_what_was_asked_both_times() -> None:
    found = seen(evenings(2)).evenings

    assert found is not None
    assert [line.ratings for line in found.skills] == [(4, 3), (2, 3)]
    assert [one.text for one in found.both_times] == ["Why us?"]


def test_after_three_the_first_and_the_latest_are_too_early_to_call() -> None:
    found = seen(evenings(3))

    assert found.better.conclusion.headline == "First 3.0, latest 3.0. Too early to tell: 3 of 6 ratings needed."
    assert (found.better.conclusion.have, found.better.conclusion.need) == (3, 6)
    assert found.evenings is not None
    assert [(one.text, one.times) for one in found.evenings.often] == [("Why us?", 3)]
    assert [one.text for one in found.hard] == ["Why us?"]


def test_from_six_on_the_checks_speak() -> None:
    found = seen(evenings(6))

    assert found.evenings is None
    assert found.better.conclusion.headline.startswith("Checked at 6 interviews: no clear change.")
    assert found.stands_out.conclusion.headline == "Too early to tell: 0 of 12 outcomes needed."


@pytest.mark.parametrize(("n", "k"), [(2, 0), (3, 1), (5, 2), (7, 3), (15, 7), (16, 8), (40, 8)])
def test_the_ends_are_as_many_from_each_with_the_middle_left_out(n: int, k: int) -> None:
    ends = seen(whole_search(n), LAST).better.ends

    assert (ends.k if ends else 0) == k


def test_moved_on_counts_those_answered_and_shows_all_others_beside() -> None:
    moved = seen(evenings(6, ["advanced", "offer", "rejected", "no_reply", "withdrew"])).numbers.moved_on

    assert (moved.headline, moved.beside) == ("2 of 3", "3 unanswered")


def test_a_share_is_shown_from_twenty_answers_on() -> None:
    few, many = (seen(whole_search(n), LAST).numbers.moved_on.beside for n in (19, 20))

    assert ("%" in few, "%" in many) == (False, True)


def test_a_goal_counts_jobs_by_their_latest_answer_and_the_most_met_or_missed_comes_first() -> None:
    book = evenings(3)
    one_job = tuple(entry.changed(application_id="ap-1") for entry in book.interviews)
    answers: tuple[tuple[int, str, Opinion], ...] = ((1, "go-1", "yes"), (2, "go-1", "no"), (3, "go-2", "no"))
    given = tuple(GoalAnswer(interview_id=f"iv-{n}", goal_id=goal, answer=said) for n, goal, said in answers)

    goals = seen(replace(book, interviews=one_job, goal_answers=given)).numbers.goals

    assert [(goal.words, goal.yes, goal.no, goal.jobs) for goal in goals] == [
        ("No more nights", 0, 1, 1),
        ("Learn", 0, 1, 1),
    ]


def test_an_older_answer_about_all_goals_at_once_has_a_row_of_its_own() -> None:
    book = replace(evenings(2), goal_answers=())
    older = tuple(entry.changed(serves_goals="yes") for entry in book.interviews)

    (goal,) = seen(replace(book, interviews=older)).numbers.goals
    assert (goal.words, goal.headline) == ("All goals (older debriefs)", "2 of 2 jobs")


def test_ratings_from_after_the_outcome_are_dots_and_in_no_average() -> None:
    book = evenings(6, ["rejected"] * 6)
    hollow = tuple(row.changed(afterwards=row.interview_id in ("iv-1", "iv-2")) for row in book.ratings)
    better = seen(replace(book, ratings=hollow)).better

    assert [dot.afterwards for dot in better.dots] == [True, True, False, False, False, False]
    assert (better.n, better.mine.n, better.mine.average) == (6, 4, 3.75)
    assert better.mine.caption == "2 hollow: rated after you knew the outcome. Not in the average."


def test_if_all_ratings_are_from_memory_it_is_marked() -> None:
    book = evenings(4, ["rejected"] * 4)
    hollow = tuple(row.changed(afterwards=True) for row in book.ratings)

    conclusion = seen(replace(book, ratings=hollow)).better.conclusion
    assert conclusion.headline == "3.4, from memory. Your next interviews start the count."


def test_the_level_line_comes_from_five_on() -> None:
    assert [seen(evenings(n)).better.level is not None for n in (4, 5)] == [False, True]


def test_a_slope_is_there_only_where_a_check_found_one() -> None:
    flat, rising = (seen(whole_search(40, rising=is_rising), LAST).better.slope for is_rising in (False, True))

    assert flat is None
    assert rising is not None
    assert rising.low < rising.change < rising.high
    assert len(rising.interview_ids) == 40


def test_one_type_alone_has_no_check_of_its_own() -> None:
    book = whole_search(40, rising=True)
    mixed = replace(
        book,
        interviews=tuple(
            entry.changed(stage="panel") if number % 3 else entry for number, entry in enumerate(book.interviews)
        ),
    )
    found = seen(mixed, LAST)

    assert found.one_type is not None
    assert (found.one_type.n, found.one_type.slope) == (26, None)
    assert found.one_type.conclusion.headline == "Panel: 26 interviews. Checks use all types."
    assert seen(book, LAST).one_type is None


def test_both_halves_of_the_outcomes_show_from_twelve_on() -> None:
    assert seen(whole_search(11), LAST).better.halves is None
    halves = seen(whole_search(13), LAST).better.halves
    assert halves is not None
    assert (halves.first[1], halves.second[1]) == (6, 7)


def test_a_cause_of_the_nos_stands_out_before_anything_else() -> None:
    found = seen(whole_search(40, rising=True, cause=True), LAST).stands_out

    assert (found.conclusion.state, found.finding and found.finding.factor) == ("likely_real", "rating:evidence")


def thing() -> FactorFinding:
    found = Findings(whole_search(40, cause=True), LAST, dates=DAY_FIRST).outcome_factors.look.finding
    assert found is not None
    return found


def test_without_a_cause_a_skill_that_changed_stands_out() -> None:
    found = seen(whole_search(40, rising=True, seed=3), LAST).stands_out

    assert (found.conclusion.state, found.change and found.change.key) == ("likely_real", "clarity")


def test_what_could_be_chance_needs_fifteen_to_one_to_be_shown() -> None:
    findings = Findings(whole_search(20), LAST, dates=DAY_FIRST)
    compared = findings.outcome_factors
    found = thing()

    def shown(strength: float) -> str:
        look = replace(compared.look, look_next=(replace(found, strength=strength),))
        return stands_out(replace(compared, look=look), findings.skills).conclusion.state

    assert compared.verdict == "nothing"
    assert [shown(strength) for strength in (14.9, 15.0)] == ["no_clear_pattern", "could_be_chance"]


@pytest.mark.parametrize(
    ("mean", "strength", "states"),
    [
        (9.0, 5.0, ("no_clear_pattern", "no_clear_pattern")),
        (11.0, 14.0, ("could_be_chance", "no_clear_pattern")),
        (16.0, 20.0, ("no_clear_pattern", "could_be_chance")),
        (30.0, 20.0, ("could_be_chance", "no_clear_pattern")),
    ],
)
def test_only_the_strongest_thing_on_the_screen_could_be_chance(
    mean: float, strength: float, states: tuple[FindingState, FindingState]
) -> None:
    book = whole_search(20)
    found = Findings(book, LAST, dates=DAY_FIRST)
    unsure = could_be_chance("", 16, (0.7, 0.4, 1.0), 24)
    overall = replace(
        found.skills.overall, verdict="watch", strength=mean, change=0.7, low=0.4, high=1.0, conclusion=unsure
    )
    compared = found.outcome_factors
    look = replace(compared.look, look_next=(replace(thing(), strength=strength),))

    screen = overview(book, LAST, replace(found.skills, overall=overall), replace(compared, look=look), (), words=None)

    assert (screen.better.conclusion.state, screen.stands_out.conclusion.state) == states
    assert (screen.better.slope is not None) == (states[0] == "could_be_chance")
    assert broken(screen.better.conclusion) == broken(screen.stands_out.conclusion) == []


def test_of_very_many_interviews_the_earlier_ones_are_a_mean_a_month() -> None:
    book = whole_search(MOST + 30)
    better = seen(book, LAST).better

    assert len(better.dots) == MOST
    assert sum(month.n for month in better.months) == 30
    assert better.n == MOST + 30


def test_an_interview_without_ratings_is_counted_and_no_dot() -> None:
    found = seen(replace(evenings(6), ratings=ratings(1, {"clarity": 4})))

    assert (found.numbers.interviews, found.better.n) == (6, 1)
    assert found.better.conclusion.headline == "Too early to tell: 1 of 6 ratings needed."


def test_the_order_of_the_rows_changes_nothing() -> None:
    book = whole_search(24, rising=True, cause=True)
    turned = replace(book, interviews=book.interviews[::-1], ratings=book.ratings[::-1], questions=book.questions[::-1])

    assert seen(turned, LAST) == seen(book, LAST)


def test_a_rating_that_was_not_given_is_no_rating() -> None:
    book = evenings(2)
    left_open = Rating(interview_id="iv-2", dimension="clarity")

    assert seen(replace(book, ratings=(*book.ratings, left_open))).numbers.my_rating.n == 2


@pytest.mark.parametrize("n", [0, 1, 4, 8, 20, 40, 60])
@pytest.mark.parametrize("is_real", [True, False])
def test_a_headline_below_has_at_most_twelve_words(n: int, is_real: bool) -> None:
    found = Findings(whole_search(n, rising=is_real, cause=is_real), LAST, dates=DAY_FIRST)
    results = (found.skill_rows, found.asked, found.applications, found.waiting)

    assert [one.headline for one in results if len(one.headline.split()) > 12] == []


def test_outcomes_that_fell_while_ratings_surely_rose_are_told_with_a_but() -> None:
    halves = Halves((13, 18), (9, 19))

    assert halves.sentence(change=2.1) == "But fewer moved on: 13 of 18, then 9 of 19."
    assert halves.sentence(change=-0.8) == halves.sentence() == "Moved on: 13 of 18, then 9 of 19."
    assert Halves((1, 9), (8, 9)).sentence(change=-1.0).startswith("But more moved on")
