"""What the person of the sample did with what was due, and what is left on a Sunday evening."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from lib.dates import DAY_FIRST
from lib.followup.derived_task import task_id
from lib.followup.facts import Facts
from lib.followup.interview_times import thanks_due, thanks_late_from
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import INVITATION_LIMIT, Message, blanks
from lib.followup.plan import TaskPlan
from lib.followup.proofreading import likeness, reading_of
from lib.followup.references import register
from lib.followup.snapshot import Snapshot
from lib.records.ask import Ask
from lib.records.task import Task
from lib.records.workbook import Workbook
from tests.day_first import derive, gather

DUBLIN = ZoneInfo("Europe/Dublin")
EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=DUBLIN)
STEPS = ("asked_on", "agreed_on", "briefed_on", "contacted_on", "thanked_on", "told_on")
STEP_OF = {
    "ask_reference": "asked_on",
    "brief_reference": "briefed_on",
    "thank_reference": "thanked_on",
    "thank_contact": "thanked_on",
    "tell_reference": "told_on",
}
A_THIRD = 1 / 3


@pytest.fixture(scope="module")
def plan(workbook: Workbook) -> TaskPlan:
    return derive(workbook, EVENING, DUBLIN, "IE")


@pytest.fixture(scope="module")
def rows(workbook: Workbook) -> tuple[Task, ...]:
    return workbook.tasks


@pytest.fixture(scope="module")
def thanks(rows: tuple[Task, ...]) -> list[Task]:
    return [row for row in rows if row.kind == "thank_you"]


@pytest.fixture(scope="module")
def written(workbook: Workbook) -> list[tuple[Task, Message]]:
    names = {person.id: person.name for person in workbook.people}
    return [
        (row, Message(row.kind, row.channel, names.get(row.person_id, ""), row.subject, row.body))  # type: ignore[arg-type]
        for row in workbook.tasks
        if row.body and row.channel
    ]


def facts_of(workbook: Workbook, row: Task, on: date) -> Facts:
    return gather(
        workbook, on, application_id=row.application_id, interview_id=row.interview_id, person_id=row.person_id
    )


def steps_of(ask: Ask) -> list[date]:
    return [day for step in STEPS if (day := getattr(ask, step)) is not None]


def test_each_id_is_the_one_that_its_rule_derives(rows: tuple[Task, ...]) -> None:
    wrong = [
        row.id
        for row in rows
        if row.kind != "own" and row.id != task_id(row.rule, row.application_id, row.interview_id, row.person_id)
    ]
    assert wrong == []


def test_each_rule_is_one_of_the_workbooks(rows: tuple[Task, ...]) -> None:
    assert {row.rule.partition(":")[0] for row in rows if row.kind != "own"} <= set(TASK_KINDS)


def test_a_task_belongs_to_the_application_of_its_interview(workbook: Workbook, rows: tuple[Task, ...]) -> None:
    belongs = {entry.id: entry.application_id for entry in workbook.interviews}
    assert [row.id for row in rows if row.interview_id and belongs[row.interview_id] != row.application_id] == []


def test_who_was_thanked_was_met(workbook: Workbook, thanks: list[Task]) -> None:
    met = {(entry.interview_id, entry.person_id) for entry in workbook.conversations}
    assert {(row.interview_id, row.person_id) for row in thanks} <= met


def test_each_thank_you_was_due_by_its_interview(workbook: Workbook, thanks: list[Task]) -> None:
    for row in thanks:
        interview = workbook.interview(row.interview_id)
        assert interview
        assert row.due_at == thanks_due(interview.held_at, interview.minutes, DUBLIN)


def test_most_thank_yous_went_out_within_the_day(workbook: Workbook, thanks: list[Task]) -> None:
    done = [row for row in thanks if row.status == "done" and row.done_at]
    in_time = [
        row
        for row in done
        if (interview := workbook.interview(row.interview_id))
        and row.done_at
        and row.done_at <= thanks_late_from(interview.held_at, interview.minutes, DUBLIN)
    ]
    assert len(workbook.conversations) * 0.75 < len(in_time) < len(done)


def test_nothing_was_done_before_its_interview_was_over(workbook: Workbook, rows: tuple[Task, ...]) -> None:
    snapshot = Snapshot(workbook, EVENING, DUBLIN, "IE", dates=DAY_FIRST)
    ended = {entry.id: snapshot.ended(entry) for entry in snapshot.interviews}
    assert [row.id for row in rows if row.done_at and row.interview_id and row.done_at < ended[row.interview_id]] == []


def test_a_few_thank_yous_were_let_go(thanks: list[Task]) -> None:
    assert 3 <= sum(row.status == "dropped" for row in thanks) <= 8


@pytest.mark.parametrize(
    "kind", ["check_in", "follow_up", "connect", "tell_reference", "answer_rejection", "tell_them_no", "promise"]
)
def test_one_of_each_was_done(rows: tuple[Task, ...], kind: str) -> None:
    assert any(row.kind == kind and row.status == "done" for row in rows)


def test_one_task_of_my_own_is_open(rows: tuple[Task, ...]) -> None:
    assert [row.status for row in rows if row.kind == "own"] == ["open"]


def test_one_task_is_snoozed(plan: TaskPlan) -> None:
    assert [due.title for due in plan.snoozed] == ["Check in with Waggle Pet Care"]


def test_a_task_settled_has_its_moment_and_no_other_has_one(rows: tuple[Task, ...]) -> None:
    assert [row.id for row in rows if (row.status in ("done", "dropped")) != (row.done_at is not None)] == []


def test_the_steps_of_an_ask_come_in_their_order(workbook: Workbook) -> None:
    assert [ask.id for ask in workbook.asks if steps_of(ask) != sorted(steps_of(ask))] == []


def test_a_reference_was_briefed_between_the_last_interview_and_the_answer(workbook: Workbook) -> None:
    snapshot = Snapshot(workbook, EVENING, DUBLIN, "IE", dates=DAY_FIRST)
    for ask in workbook.asks:
        last = snapshot.last_round(ask.application_id)
        if ask.briefed_on and last:
            assert last.held_on < ask.briefed_on <= (last.outcome_on or EVENING.date())


def test_the_result_was_told_after_it_was_known(workbook: Workbook) -> None:
    known = {entry.id: entry.status_on or date.max for entry in workbook.applications}
    told = [(ask.told_on, known[ask.application_id]) for ask in workbook.asks if ask.told_on is not None]
    assert told
    assert [on for on, since in told if on <= since] == []


def test_a_step_with_a_reference_is_dated_the_day_its_task_was_done(workbook: Workbook) -> None:
    asks = {ask.id: ask for ask in workbook.asks}
    done = [row for row in workbook.tasks if row.kind in STEP_OF and row.status == "done" and row.done_at]
    assert done
    for row in done:
        assert row.done_at
        assert getattr(asks[row.rule.partition(":")[2]], STEP_OF[row.kind]) == row.done_at.date()


def test_a_promise_was_kept_the_day_its_task_was_done(workbook: Workbook) -> None:
    kept = {entry.id: entry.kept_on for entry in workbook.promises}
    done = {
        row.rule.partition(":")[2]: row.done_at.date()
        for row in workbook.tasks
        if row.kind == "promise" and row.done_at
    }
    assert done == {promise: on for promise, on in kept.items() if on}


@pytest.mark.parametrize("days", [-3, 0, 4])
def test_one_reference_was_asked_three_times_lately(workbook: Workbook, days: int) -> None:
    """On whichever of the days on which the sample may be opened."""
    lines = register(Snapshot(workbook, EVENING + timedelta(days=days), DUBLIN, "IE", dates=DAY_FIRST))
    assert {line.name for line in lines if line.asked_lately >= 3} == {"Dr. Maeve Ní Cheallaigh"}


def test_a_good_word_came_from_two_contacts(workbook: Workbook) -> None:
    kinds_of = {person.id: person.kind for person in workbook.people}
    helpers = [ask.person_id for ask in workbook.asks if ask.kind == "good_word"]
    assert len(set(helpers)) == 2
    assert {kinds_of[helper] for helper in helpers} == {"contact"}


def test_nobody_was_connected_before_the_invitation(workbook: Workbook) -> None:
    connected = {person.id: person.connected_on for person in workbook.people if person.connected_on}
    early = [
        row.person_id
        for row in workbook.tasks
        if row.kind == "connect" and row.status == "done" and row.done_at
        if connected.get(row.person_id, date.max) < row.done_at.date()
    ]
    assert early == []


def test_nobody_was_written_to_on_linkedin_before_being_connected(workbook: Workbook) -> None:
    connected = {person.id: person.connected_on or date.max for person in workbook.people}
    wrote = [row for row in workbook.tasks if row.channel == "linkedin" and row.kind != "connect" and row.done_at]
    assert wrote
    assert [row.id for row in wrote if row.done_at and row.done_at.date() < connected[row.person_id]] == []


def test_today_asks_for_three_things(plan: TaskPlan) -> None:
    assert [due.title for due in plan.today_three] == [
        "Ask Marigold Meals for the offer in writing",
        "Thank Selin Yıldız",
        "How did it go at Broomstick Home?",
    ]


def test_the_rest_of_the_plan_is_what_is_really_left(plan: TaskPlan) -> None:
    assert Counter(due.kind for due in plan.remaining) == Counter(
        ["promise", "answer_offer", "brief_reference", "tell_them_no", "own", "rate_interest"]
    )


def test_one_reference_agreed_and_is_not_briefed_yet(plan: TaskPlan) -> None:
    assert [due.title for due in plan.remaining if due.kind == "brief_reference"] == [
        "Tell Dr. Maeve Ní Cheallaigh what to expect"
    ]


def test_the_week_has_its_aim(plan: TaskPlan) -> None:
    assert plan.search_summary.week.aim


def test_one_favourite_is_not_signed(plan: TaskPlan) -> None:
    assert [entry.company for entry in plan.search_summary.favourites] == ["Marigold Meals"]


def test_no_two_messages_of_one_kind_share_a_third_of_their_words(
    workbook: Workbook, written: list[tuple[Task, Message]]
) -> None:
    readings = {
        row.id: reading_of(workbook, facts_of(workbook, row, row.done_at.date())) for row, _ in written if row.done_at
    }
    alike = [
        (one.body, other.body)
        for (row, one), (_, other) in combinations(written, 2)
        if one.kind == other.kind and likeness(one, other, readings[row.id]).share >= A_THIRD
    ]
    assert alike == []


def test_no_subject_occurs_twice(written: list[tuple[Task, Message]]) -> None:
    subjects = Counter(message.subject for _, message in written if message.subject)
    assert [subject for subject, count in subjects.items() if count > 1] == []


def test_no_blank_was_sent(written: list[tuple[Task, Message]]) -> None:
    assert [message.body for _, message in written if blanks(message.body)] == []


def test_every_message_went_by_a_channel_of_its_kind(written: list[tuple[Task, Message]]) -> None:
    assert [message.body for row, message in written if message.channel not in TASK_KINDS[message.kind].channels] == []
    assert {message.kind for _, message in written} <= set(MESSAGES)


def test_an_email_has_a_subject_and_nothing_else_has(written: list[tuple[Task, Message]]) -> None:
    assert [message.body for _, message in written if (message.channel == "email") != bool(message.subject)] == []


def test_invitations_keep_within_the_limit(written: list[tuple[Task, Message]]) -> None:
    invitations = [message.body for _, message in written if message.kind == "connect"]
    assert invitations
    assert max(map(len, invitations)) <= INVITATION_LIMIT


def test_who_was_written_to_by_email_has_an_address(workbook: Workbook, written: list[tuple[Task, Message]]) -> None:
    reachable = {person.id for person in workbook.people if person.email.endswith(".example")}
    assert [
        message.to for row, message in written if message.channel == "email" and row.person_id not in reachable
    ] == []
