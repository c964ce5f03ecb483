"""Ratings and guesses from after the outcome was known: shown and counted, and in no average."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lib.charts import forecast as forecast_chart
from lib.charts import rating_dots, skill_rows
from lib.dates import DAY_FIRST
from lib.decide.mood import mood
from lib.exchange import print_charts
from lib.exchange.findings_json import to_json
from lib.insight.findings import Findings
from lib.insight.groups import by_stage
from lib.insight.hindsight import was_rated_afterwards
from lib.insight.outcome_factors.checks import outcome_factors
from lib.insight.plans_kept import plans_kept
from lib.insight.skills.changes import skill_changes
from lib.insight.summary import summary
from lib.palette import LIGHT
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.rating import Rating
from lib.records.seal import seal_forecast
from lib.records.workbook import Workbook
from tests.day_first import forecasts, skills
from tests.insight.small_workbook import FIRST_DAY, application, interview

HELD = FIRST_DAY
TODAY = date(2026, 12, 31)


def at(day: date, hour: int = 20) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def rated(number: int, score: int | None = 4, dimension: str = "clarity", **values: Any) -> Rating:
    return Rating(interview_id=f"iv-{number}", dimension=dimension, score=score, **values)


def told(number: int, **values: Any) -> Interview:
    """An interview with a no, two days later."""
    on = FIRST_DAY + timedelta(weeks=number - 1, days=2)
    return interview(number, **({"outcome": "rejected", "outcome_on": on} | values))


def book(*ratings: Rating, n: int | None = None, **values: Any) -> Workbook:
    numbers = range(1, (n or len({entry.interview_id for entry in ratings})) + 1)
    interviews = tuple(told(number) for number in numbers)
    return Workbook(applications=(application(),), interviews=interviews, ratings=ratings, **values)


MIXED = book(
    rated(1, 2, afterwards=False),
    rated(2, 3, afterwards=False),
    rated(3, 5, afterwards=True),
    rated(4, 5, afterwards=True),
)


def test_what_the_save_noted_counts_and_no_day_overrules_it() -> None:
    late = at(HELD + timedelta(days=30))

    assert was_rated_afterwards(rated(1, afterwards=True, rated_at=at(HELD)), told(1))
    assert not was_rated_afterwards(rated(1, afterwards=False, rated_at=late), told(1))


def test_a_rating_from_before_the_column_goes_by_the_days() -> None:
    assert was_rated_afterwards(rated(1, rated_at=at(HELD + timedelta(days=3))), told(1))
    assert not was_rated_afterwards(rated(1, rated_at=at(HELD + timedelta(days=2))), told(1))
    assert not was_rated_afterwards(rated(1), told(1))


def test_a_number_that_was_only_given_in_hindsight_is_from_afterwards() -> None:
    assert was_rated_afterwards(rated(1, None, hindsight=4), told(1))


def test_three_days_late_and_before_the_outcome_is_a_normal_rating() -> None:
    workbook = Workbook(
        interviews=(told(1, outcome_on=HELD + timedelta(days=9)),),
        ratings=(rated(1, rated_at=at(HELD + timedelta(days=3))),),
    )

    result = skills(workbook)

    assert (result.overall and result.overall.average, result.caption) == (4, "")
    assert "knew" not in skill_changes(workbook).sentence


def test_where_the_outcome_is_open_again_nothing_was_known() -> None:
    assert not was_rated_afterwards(rated(1, afterwards=True), told(1, outcome="pending", outcome_on=None))


def test_dots_from_afterwards_are_hollow_and_not_in_the_average() -> None:
    result = skills(MIXED)

    assert result.overall
    assert [point.afterwards for point in result.overall.points] == [False, False, True, True]
    assert (result.n, result.overall.average) == (4, 2.5)
    assert result.caption == "2 hollow: rated after you knew the outcome. Not in the average."
    assert result.sentence.startswith("In 2 interviews, from 3 June to 10 June 2026, you rated yourself 2.5 of 5")


def test_ratings_all_from_afterwards_are_called_from_memory() -> None:
    result = skills(book(rated(1, 3, afterwards=True), rated(2, 4, afterwards=True)))

    assert result.sentence == "3.5, from memory. Your next interviews start the count."
    assert result.caption == "2 hollow: rated after you knew the outcome. Not in the average."


def test_one_rating_from_afterwards_beside_timely_ones_is_named_too() -> None:
    mixed = book(rated(1, 2, afterwards=False), rated(1, 5, "evidence", afterwards=True))

    result = skills(mixed)

    assert result.overall
    assert (result.overall.average, len(result.overall.points)) == (2, 1)
    assert [series.points[0].afterwards for series in result.dimensions] == [False, True]
    assert result.caption == "1 single rating hollow: rated after you knew the outcome. Not in the average."


def test_the_numbers_as_a_table_show_which_rows_are_from_afterwards() -> None:
    table = skills(MIXED).table

    assert table.columns[-1] == "Rated after you knew"
    assert [row[-1] for row in table.rows] == ["", "", "Clear answers", "Clear answers"]


def test_a_group_s_average_is_without_them_and_the_caption_tells_it() -> None:
    result = by_stage(MIXED)

    assert (result.groups[0].n, result.groups[0].average) == (4, 2.5)
    assert result.caption == "2 hollow: rated after you knew the outcome. Not in the average."
    assert "technical 2.5 (2 interviews)" in result.sentence


def test_every_chart_draws_them_hollow_and_grey_with_the_caption() -> None:
    found = Findings(MIXED, TODAY, dates=DAY_FIRST)
    dots, rows = (
        rating_dots.chart(found.overview.better, LIGHT, dates=DAY_FIRST),
        skill_rows.chart(found.skill_rows, LIGHT, dates=DAY_FIRST),
    )

    for chart in (dots, rows):
        marks = [trace for trace in chart.figure.data if trace.mode == "markers"]
        hollow = [trace for trace in marks if "knew" in " ".join(trace.hovertext)]
        assert hollow, chart.title
        assert all(str(symbol).endswith("-open") for trace in hollow for symbol in trace.marker.symbol)
        assert {trace.marker.color for trace in hollow} == {LIGHT.muted}
        assert all("rated after you knew" in text for trace in hollow for text in trace.hovertext)
        assert chart.caption == "2 hollow: rated after you knew the outcome. Not in the average."
        assert "2 hollow" in chart.alt


def test_on_paper_they_are_open_dots_as_well() -> None:
    for drawing in (print_charts.skills(skills(MIXED), dates=DAY_FIRST), print_charts.groups(by_stage(MIXED))):
        assert drawing
        assert {bool(dot.fill) for dot in drawing.dots} == {True, False}


def test_a_kept_plan_s_average_is_without_them_and_shows_how_many() -> None:
    checks = tuple(PlanCheck(interview_id=entry.id, plan_id="pl-1", kept="yes") for entry in MIXED.interviews)
    plan = IfThenPlan(id="pl-1", if_when="x", then_do="y")

    result = plans_kept(replace(MIXED, plans=(plan,), plan_checks=checks))

    assert "Where you did, you rated yourself 2.5 of 5 (2 interviews)." in result.sentence
    assert "2 interviews were rated after you knew. They're not in these averages." in result.sentence


def test_changes_and_comparisons_show_how_many_they_leave_out() -> None:
    names = ("2 ratings were given after you knew the outcome. They're shown, but not counted here.",)

    for sentence in (
        skill_changes(MIXED).sentence,
        outcome_factors(MIXED).sentence,
        outcome_factors(MIXED).look.sentence,
    ):
        assert names[0] in sentence


def test_the_first_statement_names_them_too() -> None:
    every = {entry.key: entry.sentence for entry in summary(Findings(MIXED, TODAY, dates=DAY_FIRST)).statements}

    for key in ("answers", "skill:"):
        assert "after you knew" in every[key], key


def test_the_data_for_programs_shows_it_in_its_sentences() -> None:
    found = to_json(Findings(MIXED, TODAY, dates=DAY_FIRST))

    assert "after you knew" in found["overall"]["sentence"]
    assert "after you knew" in found["separators"]["sentence"]
    assert "after you knew" in found["skills"][0]["sentence"]


def test_a_skill_that_was_only_rated_afterwards_keeps_its_row() -> None:
    result = skill_changes(book(rated(1, 2, afterwards=False), rated(1, 5, "evidence", afterwards=True)))

    assert [entry.key for entry in result.dimensions] == ["clarity", "evidence"]
    assert "1 rating was given after you knew" in result.dimensions[1].sentence


def test_before_a_no_a_rating_from_afterwards_is_not_taken_for_the_feeling_of_the_day() -> None:
    held = told(1, interest_before=9, interest_after=3, application_id="ap-1")
    workbook = Workbook(applications=(application(),), interviews=(held,), ratings=(rated(1, 1, afterwards=True),))

    result = mood(workbook, "ap-1", TODAY)

    assert not result.asks
    assert result.lines[1].working == "1.0 in this interview, rated after you knew the outcome, so it isn't counted"


def guessed(number: int, made: datetime, **values: Any) -> Interview:
    open_one = interview(number, **values.pop("held", {}))
    return seal_forecast(open_one, 60, made).changed(**values)


def test_a_guess_made_after_the_outcome_is_shown_hollow_and_not_judged() -> None:
    known = guessed(1, at(HELD + timedelta(days=5)), outcome="advanced", outcome_on=HELD + timedelta(days=2))
    result = forecasts(Workbook(applications=(application(),), interviews=(known,)))
    chart = forecast_chart.chart(result, LIGHT, dates=DAY_FIRST)
    hollow = [trace for trace in chart.figure.data if "knew" in str(trace.name)]

    assert (result.n, result.late, len(result.afterwards)) == (0, 1, 1)
    assert "Not counted: 1 made after you knew." in result.sentence
    assert chart.caption == "1 hollow: made after you knew. Not judged."
    assert chart.n == 1
    assert [trace.marker.symbol for trace in hollow] == ["circle-open"]
    assert result.table.rows[0][-1] == "yes"


def test_a_guess_from_after_the_next_round_was_made_knowing_it() -> None:
    first = guessed(1, at(HELD + timedelta(days=8)), outcome="advanced")
    second = interview(2)

    assert forecasts(Workbook(interviews=(first, second))).late == 1
    assert forecasts(Workbook(interviews=(first, interview(2, application_id="ap-2")))).late == 0


def test_a_guess_about_a_job_that_i_withdrew_from_is_still_counted() -> None:
    mine = guessed(1, at(HELD), outcome="withdrew", outcome_on=HELD + timedelta(days=2))

    assert "1 where you withdrew" in forecasts(Workbook(interviews=(mine,))).sentence


def test_a_finding_shows_how_many_of_its_unknown_were_rated_afterwards() -> None:
    ratings = [rated(number, 5 if number % 2 else 1, afterwards=number in (3, 4)) for number in range(1, 13)]
    interviews = [told(number, outcome="advanced" if number % 2 else "rejected") for number in range(1, 13)]
    result = outcome_factors(
        Workbook(applications=(application(),), interviews=tuple(interviews), ratings=tuple(ratings))
    )
    finding = next(
        entry for entry in (result.look.finding, *result.look_next) if entry and entry.factor == "rating:clarity"
    )

    assert finding.left_out == "Not known in 2 of 12, left out, 2 of them rated after you knew."


@pytest.mark.parametrize("n", [6, 8])
def test_a_back_dated_interview_takes_no_skill_out_of_the_table(n: int) -> None:
    ratings = [rated(number) for number in range(1, n)] + [rated(n, dimension="evidence")]
    earlier = interview(0)
    before = book(*ratings, n=n)
    after = Workbook(
        interviews=(earlier, *before.interviews),
        ratings=(*before.ratings, Rating(interview_id="iv-0", dimension="clarity", score=3)),
    )

    assert "evidence" in [entry.key for entry in skill_changes(before).dimensions]
    assert "evidence" in [entry.key for entry in skill_changes(after).dimensions]
