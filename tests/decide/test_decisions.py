"""The log of decisions."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.decide.decisions import decision_log, newest_by_job, review_day
from lib.records.decision import Decision
from tests.decide.jobs import TODAY, application, workbook

AT = datetime(2026, 10, 1, 19, 0, tzinfo=timezone(timedelta(hours=1)))


def decision(number: int = 1, **values: Any) -> Decision:
    usual = {"id": f"de-{number}", "application_id": "ap-1", "decided_at": AT + timedelta(days=number - 1)}
    return Decision(**usual | {"choice": "decline"} | values)


def log(*decisions: Decision, today: date = TODAY) -> Any:
    return decision_log(workbook(applications=(application(1),), decisions=decisions), today, dates=DAY_FIRST)


def test_a_decision_is_looked_back_on_thirty_days_later() -> None:
    assert review_day(date(2026, 10, 1)) == date(2026, 10, 31)
    assert not log(decision(), today=date(2026, 10, 30)).entries[0].is_due
    assert log(decision(), today=date(2026, 10, 31)).entries[0].is_due


def test_a_day_of_my_own_goes_before_that() -> None:
    assert not log(decision(review_on="2027-01-01")).entries[0].is_due


@pytest.mark.parametrize("values", [{"right_call": "partly"}, {"reviewed_on": TODAY}])
def test_what_was_looked_back_on_is_no_longer_due(values: dict[str, Any]) -> None:
    assert log(decision(**values)).due == ()


def test_the_newest_comes_first_and_the_longest_due_is_first_to_look_back_on() -> None:
    found = log(decision(1), decision(2))

    assert [entry.decision.id for entry in found.entries] == ["de-2", "de-1"]
    assert [entry.decision.id for entry in found.due] == ["de-1", "de-2"]
    assert found.sentence.startswith("2 decisions, none reviewed. To review now: Analyst at")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "You declined Analyst at Company 1. Review was due Saturday 31 October."),
        ({"choice": "go_on", "confidence": 70, "review_on": TODAY},
         "You chose to keep going with Analyst at Company 1. You were 70% sure. Review it today."),
        ({"choice": "hold", "review_on": "2026-11-21"},
         "You put Analyst at Company 1 on hold. Review tomorrow."),
        ({"choice": "accept", "right_call": "partly"},
         "You accepted Analyst at Company 1. Looking back, it was partly right."),
        ({"reviewed_on": TODAY}, "You declined Analyst at Company 1. You reviewed it today."),
        ({"application_id": "ap-9", "right_call": "yes"},
         "You declined a deleted application. Looking back, it was right."),
        ({"application_id": "", "right_call": "no"}, "You declined your current job. Looking back, it was not right."),
    ],
)  # fmt: skip
def test_a_decision_reads_back_in_words(values: dict[str, Any], sentence: str) -> None:
    assert log(decision(**values)).entries[0].sentence == sentence


def test_a_log_without_decisions_has_a_sentence() -> None:
    found = log()

    assert (found.n, found.entries, found.table.rows) == (0, (), ())
    assert found.sentence == "No decisions yet."


def test_the_table_holds_the_words_that_were_written() -> None:
    row = log(
        decision(reasons="Too far", change_my_mind="Remote", confidence=80, learned="Ask sooner", gut="relieved")
    ).table.rows[0]

    assert row == (
        "1 Oct 2026", "Analyst at Company 1", "Decline", "Too far", "Remote", 80, "31 Oct 2026", None, "Ask sooner",
        "Relieved",
    )  # fmt: skip


def test_the_newest_decision_of_a_job_shows_when_and_why() -> None:
    older = decision(1, choice="go_on", decided_at=AT - timedelta(days=3))
    newer = decision(2, choice="decline", decided_at=AT, reasons="Too far\nand too late")

    found = newest_by_job(log(older, newer))["ap-1"]

    assert found.decision == newer
    assert found.words.startswith("You declined it ")
    assert found.words.endswith(": Too far and too late")
