"""What the person of the sample wants, how the jobs meet it, and what they decided, in line with the story."""

from datetime import date, datetime, timedelta

import pytest

from lib.decide.criteria import criteria_list
from lib.decide.decisions import DecisionLog, decision_log
from lib.decide.fit import job_fit
from lib.decide.fit_history import fit_history
from lib.decide.mood import mood
from lib.decide.weights import weights
from lib.records.workbook import Workbook
from lib.workflows.entries.sheets import questions_about

TODAY = date(2026, 11, 19)
"""The day that the sample stands still at."""
PENDING = ("interviewing", "offer")


@pytest.fixture(scope="module")
def log(workbook: Workbook) -> DecisionLog:
    return decision_log(workbook, TODAY)


def test_the_criteria_are_worded_ranked_and_compared(workbook: Workbook) -> None:
    found = criteria_list(workbook)

    assert len(found.retired) == 1
    assert all(one.worst and one.best for one in found.active)
    assert sorted(one.rank or 0 for one in found.active) == list(range(1, len(found.active) + 1))
    assert weights(found.active).source == "swing"


def test_each_goal_has_a_criterion_that_serves_it(workbook: Workbook) -> None:
    assert criteria_list(workbook).unserved == ()


def test_what_is_scored_is_a_job_of_the_workbook_and_one_of_its_criteria(workbook: Workbook) -> None:
    found = criteria_list(workbook)
    criteria = {one.id for one in (*found.active, *found.retired)}
    jobs = {entry.id for entry in (*workbook.applications, *workbook.offers)}

    assert {row.criterion_id for row in workbook.fit} <= criteria
    assert {row.application_id for row in workbook.fit} <= jobs


def test_each_job_was_scored_after_it_was_applied_for(workbook: Workbook) -> None:
    applied = {entry.id: entry.applied_on for entry in workbook.applications}
    early = [row.identity for row in workbook.fit if (on := applied.get(row.application_id)) and row.as_of < on]

    assert early == []


def test_both_offers_are_known_in_full_and_lie_close_together(workbook: Workbook) -> None:
    fits = [job_fit(workbook, job, TODAY) for job in ("ap-wbtwq7yt", "ap-zzskvwmm")]
    totals = [fit.total for fit in fits if fit.total is not None]

    assert [fit.questions for fit in fits] == [(), ()]
    assert abs(totals[0] - totals[1]) < 2


def test_the_offers_were_scored_on_several_days(workbook: Workbook) -> None:
    found = fit_history(workbook, "ap-zzskvwmm", TODAY)
    assert found.n + found.early >= 3
    assert fit_history(workbook, "ap-wbtwq7yt", TODAY).n >= 2


def test_one_job_misses_what_it_must_have(workbook: Workbook) -> None:
    missing = [entry.id for entry in workbook.applications if job_fit(workbook, entry.id, TODAY).missed]

    assert missing == ["ap-fc45ptae"]


def test_the_next_round_s_sheet_has_something_to_ask(workbook: Workbook) -> None:
    coming = next(entry for entry in workbook.interviews if entry.state == "scheduled" and entry.held_on > TODAY)

    assert questions_about(workbook, coming.application_id, TODAY)


def test_of_what_is_still_open_one_no_would_be_asked_about_first(workbook: Workbook) -> None:
    asked = [entry.company for entry in workbook.applications if entry.status in PENDING and _asks(workbook, entry.id)]

    assert asked == ["Waggle Pet Care"]


def _asks(workbook: Workbook, application_id: str) -> bool:
    return mood(workbook, application_id, TODAY).asks


def test_two_decisions_were_looked_back_on_and_none_is_due(log: DecisionLog) -> None:
    assert sum(entry.decision.is_reviewed for entry in log.entries) == 2
    assert log.due == ()


def test_decisions_were_made_after_the_last_interview_then_and_before_the_end(workbook: Workbook) -> None:
    ended = {entry.id: entry.status_on for entry in workbook.applications if entry.status == "withdrawn"}
    noes = [entry for entry in workbook.decisions if entry.choice == "decline"]

    assert {entry.application_id for entry in noes} == set(ended)
    for entry in noes:
        on = ended[entry.application_id]
        assert on is not None
        assert timedelta(0) <= on - entry.decided_at.date() <= timedelta(days=1)
        held = [one.held_at for one in workbook.interviews if one.application_id == entry.application_id]
        assert any(isinstance(at, datetime) and at < entry.decided_at for at in held)


def test_every_decision_has_its_reasons_and_what_would_change_them(workbook: Workbook) -> None:
    assert all(entry.reasons and entry.change_my_mind and entry.confidence for entry in workbook.decisions)
