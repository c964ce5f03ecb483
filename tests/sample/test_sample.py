"""The workbook to look around in: it reads without a problem, agrees with itself, and is as uneven as a real search."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lib.records.dimension import active_dimensions
from lib.records.interview import Interview, chronological
from lib.records.question import HARD, Question
from lib.records.record import Record
from lib.records.seal import seal_is_broken
from lib.records.setting import SCHEMA_VERSION
from lib.records.workbook import Workbook

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
BERLIN = ZoneInfo("Europe/Berlin")
LOOKED_AT = datetime(2026, 11, 19, 15, 0, tzinfo=BERLIN)
"""Thursday afternoon, after the newest debrief: the moment that the sample stands still at."""

BOM = b"\xef\xbb\xbf"


def rows(model: type[Record]) -> tuple[Record, ...]:
    with (SAMPLE / model.file).open(encoding="utf-8-sig", newline="") as file:
        return tuple(model.from_cells(cells) for cells in csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return Workbook(**{name: rows(model) for name, model in Workbook.MODELS.items()})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def held(workbook: Workbook) -> tuple[Interview, ...]:
    return workbook.debriefed()


def moments(record: Record) -> Iterator[datetime | date]:
    return (value for _, value in record if isinstance(value, date))


def day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def of_outcome(interviews: tuple[Interview, ...], *outcomes: str) -> list[Interview]:
    return [entry for entry in interviews if entry.outcome in outcomes]


def questions_by_interview(workbook: Workbook) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in workbook.questions:
        found.setdefault(question.interview_id, []).append(question)
    return found


# The files


@pytest.mark.parametrize("model", Workbook.MODELS.values(), ids=lambda model: model.file)
def test_each_file_stands_as_the_store_writes_it(model: type[Record]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(model.header())
    writer.writerows([record.cells()[column] for column in model.header()] for record in rows(model))
    assert (SAMPLE / model.file).read_bytes() == BOM + text.getvalue().encode()


def test_there_is_no_table_that_the_workbook_does_not_know() -> None:
    assert {path.name for path in SAMPLE.glob("*.csv")} == {model.file for model in Workbook.MODELS.values()}


def test_no_cell_looks_like_a_formula(workbook: Workbook) -> None:
    cells = [cell for record in workbook for cell in record.cells().values()]
    assert [cell for cell in cells if re.match(r"'*[=+\-@\t\r]", cell)] == []


@pytest.mark.parametrize("name", [field.name for field in fields(Workbook)])
def test_no_row_stands_twice(workbook: Workbook, name: str) -> None:
    identities = Counter(record.identity for record in getattr(workbook, name))
    assert [identity for identity, count in identities.items() if count > 1] == []


def test_every_reference_leads_to_a_row(workbook: Workbook) -> None:
    there = {(record.file, record.identity[0]) for record in workbook}
    dangling = [
        (record.file, record.identity, column)
        for record in workbook
        for column, file in record.refers.items()
        if (value := getattr(record, column)) and (file, value) not in there
    ]
    assert dangling == []


def test_rivals_are_applications_of_the_workbook(workbook: Workbook) -> None:
    rivals = [entry.rival_of for entry in workbook.applications if entry.rival_of]
    assert rivals
    assert all(workbook.application(rival) for rival in rivals)


def test_ratings_claims_and_plans_name_dimensions_that_are_on(workbook: Workbook) -> None:
    on = {dimension.key for dimension in active_dimensions(workbook.dimensions)}
    named = {row.dimension for row in (*workbook.ratings, *workbook.claims, *workbook.plans) if row.dimension}
    assert named <= on


def test_it_has_this_version_of_the_columns(workbook: Workbook) -> None:
    assert workbook.setting("schema_version") == str(SCHEMA_VERSION)


def test_it_has_a_name_to_sign_with(workbook: Workbook) -> None:
    assert workbook.setting("name")


# Dates


def test_the_newest_debrief_is_of_thursday_19_november(held: tuple[Interview, ...]) -> None:
    assert held[-1].held_on == date(2026, 11, 19)


def test_interviews_are_on_working_days(workbook: Workbook) -> None:
    assert [entry.id for entry in workbook.interviews if entry.held_on.weekday() >= 5] == []


def test_interviews_are_in_working_hours(workbook: Workbook) -> None:
    hours = [entry.held_at.hour for entry in workbook.interviews if isinstance(entry.held_at, datetime)]
    assert min(hours) >= 9
    assert max(hours) <= 16


def test_every_time_has_the_offset_of_berlin_on_its_day(workbook: Workbook) -> None:
    times = [value for record in workbook for value in moments(record) if isinstance(value, datetime)]
    assert [time for time in times if time.utcoffset() != time.astimezone(BERLIN).utcoffset()] == []


def test_both_sides_of_the_clock_change_are_there(held: tuple[Interview, ...]) -> None:
    offsets = {entry.held_at.utcoffset() for entry in held if isinstance(entry.held_at, datetime)}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


def test_nothing_but_plans_for_later_lies_ahead(workbook: Workbook) -> None:
    ahead = {"held_at", "reply_by", "by"}
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


def test_plans_were_made_before_they_were_carried_along(workbook: Workbook) -> None:
    made = {plan.id: plan.made_on for plan in workbook.plans}
    early = [
        entry.id for entry in workbook.interviews if (on := made.get(entry.plan_id)) is not None and on > entry.held_on
    ]
    assert early == []


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


def test_activity_stands_in_the_order_of_its_days(workbook: Workbook) -> None:
    days = [entry.on for entry in workbook.activity]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("offer", "offer"), ("rejected", "rejected"), ("no_reply", "no_reply"), ("withdrew", "withdrawn")],
)
def test_the_last_outcome_is_the_status_of_the_application(workbook: Workbook, outcome: str, status: str) -> None:
    ended = {entry.application_id for entry in workbook.interviews if entry.outcome == outcome}
    statuses = {entry.id: entry.status for entry in workbook.applications}
    assert {statuses[application] for application in ended} == {status}


# Forecasts


def test_every_seal_is_intact(workbook: Workbook) -> None:
    assert [entry.id for entry in workbook.interviews if seal_is_broken(entry)] == []


def test_most_debriefs_have_a_forecast_and_some_have_none(held: tuple[Interview, ...]) -> None:
    with_one = sum(entry.forecast is not None for entry in held)
    assert len(held) * 0.8 < with_one < len(held)


# As uneven as a real search


def test_there_are_about_forty_interviews_at_25_applications(workbook: Workbook) -> None:
    assert 38 <= len(workbook.interviews) <= 44
    assert len(workbook.applications) == 25


def test_it_covers_about_six_months(held: tuple[Interview, ...]) -> None:
    assert 170 <= (held[-1].held_on - held[0].held_on).days <= 190


def test_one_interview_waits_for_its_debrief(workbook: Workbook) -> None:
    waiting = [
        entry for entry in workbook.interviews if entry.state == "scheduled" and entry.held_on < LOOKED_AT.date()
    ]
    assert len(waiting) == 1


def test_one_interview_is_yet_to_come(workbook: Workbook) -> None:
    ahead = [
        entry.held_on
        for entry in workbook.interviews
        if entry.state == "scheduled" and entry.held_on > LOOKED_AT.date()
    ]
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
    pending = [LOOKED_AT.date() - entry.held_on for entry in of_outcome(held, "pending")]
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
    assert "german" in own


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
    hard = [entry for entry in workbook.questions if entry.rating and entry.rating <= HARD]
    better = sum(bool(entry.better_answer) for entry in hard)
    assert 0 < better < len(hard)


def test_some_of_my_questions_stayed_unasked(workbook: Workbook) -> None:
    assert any(entry.asked_by == "me" and entry.asked is False for entry in workbook.questions)


@pytest.mark.parametrize("kept", ["yes", "no", "not_come_up"])
def test_plans_were_kept_or_not_or_did_not_come_up(workbook: Workbook, kept: str) -> None:
    assert sum(entry.plan_kept == kept for entry in workbook.interviews) >= 3


def test_one_promise_is_open(workbook: Workbook) -> None:
    assert sum(entry.kept_on is None for entry in workbook.promises) == 1


def test_there_are_claims_and_goals(workbook: Workbook) -> None:
    assert workbook.claims
    assert workbook.goals


def test_no_two_notes_are_the_same(workbook: Workbook) -> None:
    prose = ("went_well", "went_badly", "lesson", "unsaid", "feedback", "their_problem")
    notes = Counter(note for entry in workbook.interviews for name in prose if (note := getattr(entry, name)))
    assert [note for note, count in notes.items() if count > 1] == []
