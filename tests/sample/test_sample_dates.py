"""The dates of the sample workbook are those of a real search, and come in an order that can be."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from lib.insight.open_plans import plans_asked
from lib.records.history import reopened_on, status_history, status_of
from lib.records.interview import Interview, chronological
from lib.records.record import Record
from lib.records.workbook import Workbook

DUBLIN = ZoneInfo("Europe/Dublin")
LOOKED_AT = datetime(2026, 11, 19, 15, 0, tzinfo=DUBLIN)
"""Thursday afternoon, after the newest debrief: the fixed moment of the sample."""


def day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def test_the_newest_debrief_is_of_thursday_19_november(held: tuple[Interview, ...]) -> None:
    assert held[-1].held_on == date(2026, 11, 19)


def test_interviews_are_on_working_days(workbook: Workbook) -> None:
    assert [entry.id for entry in workbook.interviews if entry.held_on.weekday() >= 5] == []


def test_interviews_are_in_working_hours(workbook: Workbook) -> None:
    hours = [entry.held_at.hour for entry in workbook.interviews if isinstance(entry.held_at, datetime)]
    assert min(hours) >= 9
    assert max(hours) <= 16


def clock_of(record: Record) -> ZoneInfo:
    """The clock that the times of a row go by: the person's own, or that of an interview elsewhere."""
    return ZoneInfo(record.zone) if isinstance(record, Interview) and record.zone else DUBLIN


def test_every_time_has_the_offset_of_its_clock_on_its_day(workbook: Workbook) -> None:
    times = [
        (value, clock_of(record) if name == "held_at" else DUBLIN)
        for record in workbook
        for name, value in record
        if isinstance(value, datetime)
    ]
    assert [time for time, clock in times if time.utcoffset() != time.astimezone(clock).utcoffset()] == []


def test_both_sides_of_the_clock_change_are_there(held: tuple[Interview, ...]) -> None:
    own = {entry.held_at.utcoffset() for entry in held if isinstance(entry.held_at, datetime) and not entry.zone}
    assert own == {timedelta(0), timedelta(hours=1)}


def test_one_employer_keeps_the_clock_of_another_country(workbook: Workbook) -> None:
    away = [entry for entry in workbook.interviews if entry.zone]

    assert {entry.zone for entry in away} == {"America/New_York"}
    assert len({entry.application_id for entry in away}) == 1
    assert {entry.is_debriefed for entry in away} == {True, False}


def test_one_application_was_closed_and_opened_again(workbook: Workbook) -> None:
    again = {entry.company: on for entry in workbook.applications if (on := reopened_on(workbook, entry.id))}

    assert list(again) == ["Café Ampersand"]
    (cafe,) = [entry for entry in workbook.applications if entry.company in again]
    assert [status_of(row) for row in status_history(workbook, cafe.id)][-2:] == ["rejected", cafe.status]
    outcomes = [entry.outcome for entry in workbook.interviews if entry.application_id == cafe.id]
    assert outcomes == ["rejected"]


def test_nothing_but_plans_for_later_is_in_the_future(workbook: Workbook) -> None:
    ahead = {"held_at", "reply_by", "by", "due_at", "snoozed_until", "review_on", "decide_by", "start_on"}
    late = [
        (record.identity, name)
        for record in workbook
        for name, value in record
        if name not in ahead and isinstance(value, date) and day_of(value) > LOOKED_AT.date()
    ]
    assert late == []


def test_no_time_of_writing_is_ahead(workbook: Workbook) -> None:
    written = [entry.updated_at for entry in workbook.interviews if entry.updated_at]
    assert max(written) <= LOOKED_AT


def test_no_outcome_comes_before_its_interview(held: tuple[Interview, ...]) -> None:
    assert [entry.id for entry in held if entry.outcome_on and entry.outcome_on < entry.held_on] == []


def test_an_outcome_has_its_day_and_a_pending_one_has_none(held: tuple[Interview, ...]) -> None:
    assert [entry.id for entry in held if (entry.outcome == "pending") != (entry.outcome_on is None)] == []


def test_no_reply_is_promised_for_before_the_interview(held: tuple[Interview, ...]) -> None:
    assert [entry.id for entry in held if entry.reply_by and entry.reply_by < entry.held_on] == []


def test_forecasts_were_given_after_the_interview(held: tuple[Interview, ...]) -> None:
    early = [
        entry.id
        for entry in held
        if entry.forecast_at and isinstance(entry.held_at, datetime)
        if entry.forecast_at < entry.held_at + timedelta(minutes=entry.minutes or 0)
    ]
    assert early == []


def test_forecasts_were_given_before_the_outcome(held: tuple[Interview, ...]) -> None:
    assert [
        entry.id
        for entry in held
        if entry.forecast_at and entry.outcome_on and entry.forecast_at.date() > entry.outcome_on
    ] == []


def test_the_second_look_at_the_interest_comes_two_to_four_days_later(held: tuple[Interview, ...]) -> None:
    waited = {(entry.interest_later_at.date() - entry.held_on).days for entry in held if entry.interest_later_at}
    assert waited <= {2, 3, 4}


def test_rows_were_made_before_they_were_changed(workbook: Workbook) -> None:
    wrong = [
        entry.id
        for entry in workbook.interviews
        if entry.created_at is None or entry.updated_at is None or entry.created_at > entry.updated_at
    ]
    assert wrong == []


def test_interviews_were_entered_after_the_application(workbook: Workbook) -> None:
    applied = {entry.id: entry.applied_on for entry in workbook.applications}
    early = [
        entry.id
        for entry in workbook.interviews
        if (on := applied[entry.application_id]) is None or entry.created_at is None or entry.created_at.date() < on
    ]
    assert early == []


def test_a_round_follows_only_where_the_one_before_it_advanced(workbook: Workbook) -> None:
    last: dict[str, Interview] = {}
    stray: list[str] = []
    for entry in sorted(workbook.interviews, key=chronological):
        before = last.get(entry.application_id)
        if before and (before.outcome != "advanced" or before.outcome_on is None or before.outcome_on > entry.held_on):
            stray.append(entry.id)
        last[entry.application_id] = entry
    assert stray == []


def test_an_interview_that_advanced_has_its_next_round(workbook: Workbook) -> None:
    last = {entry.application_id: entry for entry in sorted(workbook.interviews, key=chronological)}
    assert [entry.id for entry in last.values() if entry.outcome == "advanced"] == []


def test_ratings_were_given_before_the_outcome(workbook: Workbook) -> None:
    outcome_on = {entry.id: entry.outcome_on for entry in workbook.interviews}
    late = [
        rating.identity
        for rating in workbook.ratings
        if rating.rated_at and (on := outcome_on[rating.interview_id]) and rating.rated_at.date() > on
    ]
    assert late == []


def test_each_debrief_answers_only_about_plans_that_were_open_then(workbook: Workbook) -> None:
    held_at = {entry.id: entry.held_at for entry in workbook.debriefed}
    asked = {
        (interview_id, plan.id)
        for interview_id, moment in held_at.items()
        for plan in plans_asked(workbook, interview_id, moment)
    }

    assert workbook.plan_checks
    assert [check for check in workbook.plan_checks if check.identity not in asked] == []


def test_promises_fall_due_after_their_interview(workbook: Workbook) -> None:
    held_on = {entry.id: entry.held_on for entry in workbook.interviews}
    assert [entry.id for entry in workbook.promises if entry.by and entry.by <= held_on[entry.interview_id]] == []


def test_promises_were_kept_in_time(workbook: Workbook) -> None:
    assert [entry.id for entry in workbook.promises if entry.kept_on and entry.by and entry.kept_on > entry.by] == []


def test_each_status_is_the_newest_one_in_the_activity(workbook: Workbook) -> None:
    newest = {
        entry.application_id: (entry.note, entry.on) for entry in workbook.activity if entry.kind == "status"
    }  # the file is in order of days
    assert {entry.id: (entry.status, entry.status_on) for entry in workbook.applications} == newest


def test_each_application_sent_is_in_the_activity_on_its_day(workbook: Workbook) -> None:
    logged = {(entry.application_id, entry.on) for entry in workbook.activity if entry.kind == "application"}
    assert {(entry.id, entry.applied_on) for entry in workbook.applications if entry.applied_on} == logged


def test_activity_is_in_the_order_of_its_days(workbook: Workbook) -> None:
    days = [entry.on for entry in workbook.activity]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("offer", "offer"), ("rejected", "rejected"), ("no_reply", "no_reply"), ("withdrew", "withdrawn")],
)
def test_the_last_outcome_is_the_status_of_the_application(workbook: Workbook, outcome: str, status: str) -> None:
    ended = {entry.application_id for entry in workbook.interviews if entry.outcome == outcome}
    statuses = {entry.id: entry.status for entry in workbook.applications if not reopened_on(workbook, entry.id)}
    assert {statuses[application] for application in ended & set(statuses)} == {status}


def test_no_note_names_a_calendar_day(workbook: Workbook) -> None:
    """On opening, the dates are moved by whole weeks; a day named in a sentence would stay behind."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    day_in_words = re.compile(rf"\b\d{{1,2}}(st|nd|rd|th)? ({months})\b|\bthe \d{{1,2}}(st|nd|rd|th)\b")
    assert [cell for record in workbook for cell in record.cells().values() if day_in_words.search(cell)] == []
