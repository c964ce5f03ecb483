"""The plan as a whole: order, Today, rest, absence, what was put off, and input that makes no sense."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.dates import DateStyle
from lib.followup.derived_task import task_id
from lib.followup.plan import TaskPlan
from lib.followup.task_rows import snooze
from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.setting import Setting
from lib.records.task import Task
from lib.records.vocabulary import InterviewState, Leaning, NextStep, Outcome, Status, words
from lib.records.workbook import Workbook
from tests.day_first import derive
from tests.followup.searches import ADA, BEN, BERLIN, CHI, at, day, has, interview, kinds, met, only, plan, workbook

THREE = (interview(), met(ADA), met(BEN), met(CHI))
PROMISE = Promise(id="pr-1", interview_id="iv-1", what="A sketch", by=day("Nov 20"))


def test_tasks_of_one_day_are_in_the_order_of_what_is_lost_if_they_are_not_done() -> None:
    agreed = Ask(id="as-1", person_id="pe-ada", application_id="ap-k", kind="reference", agreed_on=day("Nov 12"))
    found = plan(workbook(interview(state="short"), met(ADA), agreed, PROMISE), "2026-11-20 09:00")

    assert kinds(found.tasks) == ["promise", "thank_you", "brief_reference"]


def test_today_shows_at_most_three_and_the_rest_is_one_click_away() -> None:
    found = plan(workbook(*THREE, PROMISE), "2026-11-19 17:00")

    assert kinds(found.today_three) == ["thank_you", "thank_you", "thank_you"]
    assert kinds(found.remaining) == ["promise"]


@pytest.mark.parametrize(
    ("by", "order"),
    [
        ("Nov 18", ["promise", "thank_you"]),
        ("Nov 19", ["promise", "thank_you"]),
        ("Nov 20", ["thank_you", "promise"]),
    ],
)
def test_what_is_late_comes_first_then_what_is_due_today_then_what_is_due_later(by: str, order: list[str]) -> None:
    found = plan(workbook(interview(), met(ADA), PROMISE.changed(by=day(by))), "2026-11-19 17:00")

    assert kinds(found.tasks)[:2] == order


def test_what_a_rule_planned_for_a_day_gone_by_does_not_come_before_a_promise_for_today() -> None:
    leans_no = interview(leaning="decline")
    found = plan(workbook(leans_no, PROMISE.changed(by=day("Nov 27"))), "2026-11-27 09:00")

    assert kinds(found.tasks)[:2] == ["promise", "tell_them_no"]
    assert [due.is_late(found.today, BERLIN) for due in found.tasks[:2]] == [False, False]


def test_a_promise_without_a_day_comes_before_what_is_due_the_day_after_tomorrow() -> None:
    own = Task(id="tk-own", kind="own", subject="Send the form", due_at=day("Nov 21"), status="open")
    found = plan(workbook(interview(), own, PROMISE.changed(by=None)), "2026-11-19 17:00")

    assert kinds(found.tasks)[:2] == ["promise", "own"]


def test_a_thousand_open_tasks_are_all_there_and_today_still_shows_three() -> None:
    people = tuple(Person(id=f"pe-{number}", name=f"Person {number}") for number in range(1000))
    found = plan(workbook(interview(), *people, *(met(person) for person in people)), "2026-11-19 17:00")

    assert len({due.id for due in found.tasks}) == 1000
    assert len(found.today_three) == 3


def test_resting_silences_all_but_promises_and_deadlines() -> None:
    own = Task(id="tk-own", kind="own", subject="Send the form", due_at=day("Nov 20"), status="open")
    found = plan(workbook(*THREE, PROMISE, own, Setting(key="resting_until", value="2026-11-30")), "2026-11-20 09:00")

    assert kinds(found.today_three) == ["promise", "own"]
    assert found.sentence == "Reminders are paused until Mon 30 Nov. Promises and deadlines still show."


def test_the_end_of_the_rest_is_written_in_the_order_of_the_settings() -> None:
    resting = workbook(Setting(key="resting_until", value="2026-11-30"))
    found = derive(resting, at("2026-11-20 09:00"), BERLIN, dates=DateStyle("month", "12"))

    assert found.sentence.startswith("Reminders are paused until Mon, Nov 30.")


@pytest.mark.parametrize("until", ["2026-11-20", "next week"])
def test_rest_that_is_over_or_makes_no_sense_silences_nothing(until: str) -> None:
    found = plan(workbook(*THREE, Setting(key="resting_until", value=until)), "2026-11-20 09:00")

    assert len(found.today_three) == 3


def test_after_seven_days_away_what_has_passed_is_offered_to_be_let_go_but_no_promise() -> None:
    leans_no = interview(leaning="decline")
    found = plan(workbook(leans_no, PROMISE), "2026-11-28 09:00", last_visit="2026-11-20 09:00")

    assert found.away is not None
    assert kinds(found.away.tasks) == ["tell_them_no"]
    assert found.away.sentence == "You were away for eight days. Let these go?"
    assert kinds(found.today_three) == ["promise"]


def test_once_something_is_written_after_days_away_nothing_more_is_offered_to_be_let_go() -> None:
    leans_no = interview(leaning="decline", updated_at=at("2026-11-28 08:50"))
    found = plan(workbook(leans_no, PROMISE), "2026-11-28 09:00", last_visit="2026-11-20 09:00")

    assert found.away is None
    assert "tell_them_no" in kinds(found.today_three)


@pytest.mark.parametrize("last_visit", ["2026-11-22 09:00", "2026-12-24 09:00", ""])
def test_without_seven_days_away_nothing_is_offered_to_be_let_go(last_visit: str) -> None:
    found = plan(workbook(interview(leaning="decline")), "2026-11-28 09:00", last_visit=last_visit)

    assert found.away is None


def test_a_snoozed_task_is_silent_until_its_day() -> None:
    due = only(plan(workbook(interview(), met(ADA)), "2026-11-19 17:00").tasks, "thank_you")
    book = workbook(interview(), met(ADA), snooze(due, day("Nov 21"), at("2026-11-19 17:00")))

    assert [entry.id for entry in plan(book, "2026-11-20 09:00").snoozed] == [due.id]
    assert not has(plan(book, "2026-11-20 09:00").tasks, "thank_you")
    assert only(plan(book, "2026-11-21 09:00").tasks, "thank_you").status == "open"


def test_a_task_snoozed_past_its_last_day_comes_back_once() -> None:
    due = only(plan(workbook(interview(), met(ADA)), "2026-11-19 17:00").tasks, "thank_you")
    book = workbook(interview(), met(ADA), snooze(due, day("2026-12-07"), at("2026-11-19 17:00")))

    assert has(plan(book, "2026-12-07 09:00").tasks, "thank_you")
    assert not has(plan(book, "2026-12-09 09:00").tasks, "thank_you")


def test_a_task_that_i_added_keeps_its_id() -> None:
    own = Task(id="tk-own", kind="own", subject="Send the form", status="open")

    due = only(plan(workbook(own), "2026-11-20 09:00").tasks, "own")

    assert (due.id, due.title, due.row) == ("tk-own", "Send the form", own)


def test_a_task_of_my_own_for_later_waits_for_its_day() -> None:
    own = Task(id="tk-own", kind="own", subject="Send the form", due_at=day("Nov 27"), status="open")

    assert not plan(workbook(own), "2026-11-20 09:00").today_three
    assert plan(workbook(own), "2026-11-27 09:00").today_three


def test_a_row_whose_reason_is_gone_makes_no_task() -> None:
    left = Task(id="tk-x", kind="thank_you", rule="thank_you", interview_id="iv-gone", status="open", body="Dear Ada")

    assert not plan(workbook(left), "2026-11-20 09:00").tasks


def test_two_rows_of_one_task_count_as_done_if_one_is() -> None:
    due = only(plan(workbook(interview(), met(ADA)), "2026-11-19 17:00").tasks, "thank_you")
    row = Task(id=due.id, kind="thank_you", rule="thank_you", interview_id="iv-1", status="done")
    book = workbook(interview(), met(ADA), row, row.changed(status="open"))

    assert not has(plan(book, "2026-11-19 18:00").tasks, "thank_you")


def test_what_was_done_is_kept_newest_first() -> None:
    first = Task(id="tk-1", kind="own", status="done", done_at=at("2026-11-18 10:00"))
    second = Task(id="tk-2", kind="own", status="dropped", done_at=at("2026-11-19 10:00"))

    assert [row.id for row in plan(workbook(first, second), "2026-11-20 09:00").closed] == ["tk-2", "tk-1"]


def test_a_task_is_found_by_its_id_anywhere() -> None:
    book = workbook(interview(reply_by="2026-11-27"))
    coming = only(plan(book, "2026-11-23 09:00").coming, "follow_up")

    assert plan(book, "2026-11-30 09:00").find(coming.id) == only(plan(book, "2026-11-30 09:00").tasks, "follow_up")
    assert plan(book, "2026-11-30 09:00").find("tk-none") is None


def test_what_is_open_and_what_is_to_come_goes_into_the_calendar_under_the_same_id_each_time() -> None:
    book = workbook(interview(reply_by="2026-11-27"), met(ADA))

    first, again = plan(book, "2026-11-19 17:00").dated, plan(book, "2026-11-19 18:00").dated

    assert kinds(first) == ["thank_you", "follow_up"]
    assert [due.id for due in first] == [due.id for due in again]


def test_the_id_of_a_task_is_as_designed() -> None:
    assert task_id("thank_you", "ap-k", "iv-1", "pe-ada") == "tk-mpfygmfjtq"


def test_a_time_without_its_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        derive(Workbook(), datetime(2026, 11, 20, 9, 0), ZoneInfo("Europe/Berlin"))  # noqa: DTZ001


def test_an_empty_workbook_has_nothing_due() -> None:
    assert derive(Workbook(), at("2026-11-20 09:00"), ZoneInfo("Europe/Berlin")).sentence == "Nothing to do right now."


def test_the_plan_names_which_business_days_it_counts() -> None:
    assert plan(workbook(), "2026-11-20 09:00").days_sentence == (
        "Reminders skip weekends and holidays in Germany. Thank-yous and promises don't."
    )


@pytest.mark.parametrize("now", ["2026-11-19 20:30", "2026-11-20 15:30", "2026-11-23 10:00", "2026-12-20 10:00"])
def test_no_word_of_the_plan_counts_down_or_reproaches(now: str) -> None:
    found = plan(workbook(interview(reply_by="2026-11-20", unsaid="x"), met(ADA), PROMISE), now)
    everything = " ".join(f"{due.title} {due.timing} {due.why}" for due in (*found.tasks, *found.coming)).casefold()

    for word in ("overdue", "hurry", "must", "late!", "hours left", "failed", "missed"):
        assert word not in everything


days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
near_days = st.dates(min_value=date(2026, 9, 1), max_value=date(2027, 2, 1))
any_day = st.one_of(near_days, days)
moments = st.one_of(
    any_day,
    st.datetimes(datetime(2026, 9, 1), datetime(2027, 2, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)


@st.composite
def interviews(draw: st.DrawFn, number: int) -> Interview:
    return Interview(
        id=f"iv-{number}",
        application_id=draw(st.sampled_from(["ap-1", "ap-2", "ap-gone"])),
        state=draw(st.sampled_from(words(InterviewState))),
        held_at=draw(moments),
        stage="other",
        minutes=draw(st.none() | st.integers(0, 1440)),
        unsaid=draw(st.sampled_from(["", "a point about alerting"])),
        leaning=draw(st.none() | st.sampled_from(words(Leaning))),
        next_step=draw(st.none() | st.sampled_from(words(NextStep))),
        reply_by=draw(st.none() | any_day),
        last_round=draw(st.none() | st.booleans()),
        outcome=draw(st.none() | st.sampled_from(words(Outcome))),
        outcome_on=draw(st.none() | any_day),
    )


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    held = tuple(draw(interviews(number)) for number in range(draw(st.integers(0, 5))))
    statuses = st.none() | st.sampled_from(words(Status))
    ids = st.sampled_from([entry.id for entry in held] or ["iv-none"])
    people = st.sampled_from(["pe-1", "pe-2", "pe-gone", ""])
    return Workbook(
        applications=tuple(
            Application(
                id=f"ap-{number}",
                company="Kestrel",
                role="x",
                status=draw(statuses),
                status_on=draw(st.none() | any_day),
            )
            for number in (1, 2)
        ),
        people=(Person(id="pe-1", name="Ada", kind="recruiter"), Person(id="pe-2", name="Ben")),
        interviews=held,
        conversations=tuple(Conversation(interview_id=draw(ids), person_id=draw(people) or "pe-1") for _ in range(3)),
        promises=(
            Promise(id="pr-1", interview_id=draw(ids), person_id=draw(people), what="x", by=draw(st.none() | any_day)),
        ),
        asks=(
            Ask(
                id="as-1",
                person_id=draw(people) or "pe-1",
                application_id=draw(st.sampled_from(["ap-1", "", "ap-gone"])),
                kind=draw(st.sampled_from(["reference", "good_word"])),
                asked_on=draw(st.none() | any_day),
                agreed_on=draw(st.none() | any_day),
                contacted_on=draw(st.none() | any_day),
            ),
        ),
    )


@settings(deadline=None)
@given(workbooks(), near_days)
def test_whatever_the_workbook_holds_there_is_a_plan_with_each_task_once(book: Workbook, today: date) -> None:
    now = datetime(today.year, today.month, today.day, 18, 0, tzinfo=UTC)
    found = derive(book, now, ZoneInfo("Pacific/Auckland"), "NZ", last_visit=now - timedelta(days=8))

    everything = [due.id for due in (*found.tasks, *found.coming, *found.snoozed, *found.ideas)]
    assert len(everything) == len(set(everything))
    assert all(due.why and due.title for due in found.tasks)


AUCKLAND = ZoneInfo("Pacific/Auckland")
START = datetime(2026, 1, 1, tzinfo=UTC)
FOLLOWUP = Path(__file__).parents[2] / "lib" / "followup"


def content(found: TaskPlan) -> TaskPlan:
    """The plan without its validity."""
    return replace(found, valid_from=START, valid_until=START)


@settings(deadline=None)
@given(workbooks(), near_days, st.lists(st.integers(0, 3 * 24 * 60), min_size=1, max_size=30))
def test_as_long_as_a_plan_holds_it_is_the_one_that_would_be_derived(
    book: Workbook, today: date, minutes: list[int]
) -> None:
    start = datetime(today.year, today.month, today.day, 18, 0, tzinfo=UTC)
    standing = derive(book, start, AUCKLAND, "NZ")
    for minute in sorted(minutes):
        now = start + timedelta(minutes=minute)
        fresh = derive(book, now, AUCKLAND, "NZ")
        assert fresh.is_valid_at(now)
        if standing.is_valid_at(now):
            assert content(standing) == content(fresh)
        standing = fresh


BUSY = workbook(
    interview(state="short", unsaid="That I set up the alerting"),
    met(ADA),
    interview(id="iv-2", state="scheduled", held_at="2026-11-20T10:30:00+01:00", minutes=45),
    interview(id="iv-3", state="scheduled", held_at="2026-11-21"),
    Task(id="tk-own", kind="own", subject="Send the form", due_at=at("2026-11-20 16:45"), status="open"),
    Task(
        id=task_id("unsaid_point", "ap-k", "iv-1", ""),
        kind="unsaid_point",
        interview_id="iv-1",
        status="snoozed",
        snoozed_until=day("Nov 21"),
    ),
)


def test_a_plan_is_derived_again_exactly_when_it_changes_and_rarely_otherwise() -> None:
    now, end = at("2026-11-19 14:00"), at("2026-11-26 00:00")
    standing, derived, changed = derive(BUSY, now, BERLIN, "DE"), 1, []
    while now < end:
        now += timedelta(minutes=5)
        fresh = derive(BUSY, now, BERLIN, "DE")
        if not standing.is_valid_at(now):
            changed += [f"{now:%d %H:%M}"] if content(standing) != content(fresh) else []
            standing, derived = fresh, derived + 1
        assert content(standing) == content(fresh), now

    assert {"19 20:05", "20 11:15", "20 16:50", "20 00:00", "21 00:00"} <= set(changed)
    assert derived <= 20


def test_a_time_that_is_due_is_late_from_the_next_instant_on() -> None:
    due_at, instant = at("2026-11-20 16:45"), timedelta(microseconds=1)
    book = workbook(Task(id="tk-own", kind="own", subject="Send the form", due_at=due_at, status="open"))
    just_now = derive(book, due_at, BERLIN, "DE")

    assert just_now.tasks[0].timing == "by 16:45 today"
    assert just_now.is_valid_at(due_at)
    assert not just_now.is_valid_at(due_at + instant)
    assert derive(book, due_at + instant, BERLIN, "DE").tasks[0].timing == "planned for today"


def test_a_clock_that_was_set_back_asks_for_another_plan() -> None:
    found = plan(BUSY, "2026-11-19 19:00")

    assert not found.is_valid_at(at("2026-11-19 18:59"))


@pytest.mark.parametrize("change", ["2026-03-29", "2026-10-25"])
def test_a_plan_ends_with_its_day_when_the_clocks_change_too(change: str) -> None:
    found = derive(BUSY, at(f"{change} 00:30"), BERLIN, "DE")

    midnight = datetime.combine(date.fromisoformat(change) + timedelta(days=1), datetime.min.time(), BERLIN)
    assert found.valid_until == midnight.astimezone(UTC)


def test_no_rule_looks_at_the_clock_past_the_snapshot() -> None:
    rules = [path for path in FOLLOWUP.glob("*.py") if path.name != "snapshot.py"]
    looks = {path.name: re.findall(r"snapshot\.now(?!\.astimezone\(UTC\),)", path.read_text("utf-8")) for path in rules}

    assert rules
    assert {name: found for name, found in looks.items() if found} == {}
