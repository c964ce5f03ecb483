"""Which earlier interviews a later round shows to have moved on, and what that changes in the statistics."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lib.insight.funnel import stage_funnel
from lib.insight.outcome_factors.factors import frame_of
from lib.insight.rounds import answer_days, find_moved_on, moved_on_sentence, no_longer_moved_on
from lib.insight.waiting.response_times import waiting
from lib.insight.waiting.sentences import left_out_sentence
from lib.records.activity import Activity
from lib.records.interview import Interview
from lib.records.seal import seal_forecast
from lib.records.workbook import Workbook
from tests.day_first import forecasts
from tests.insight.small_workbook import FIRST_DAY, application, interview

TODAY = FIRST_DAY + timedelta(weeks=8)
MORNING = datetime(2026, 6, 3, 10, tzinfo=UTC)


def found(*interviews: Interview) -> list[str]:
    return [one.interview.id for one in find_moved_on(Workbook(interviews=interviews))]


def by_round(entry: Interview) -> Interview:
    return entry.changed(outcome="advanced", outcome_on=None, outcome_by="round")


@pytest.mark.parametrize("outcome", [None, "pending", "no_reply"])
def test_an_open_interview_looks_moved_on_once_a_later_round_is_debriefed(outcome: Any) -> None:
    assert found(interview(1, outcome=outcome), interview(2)) == ["iv-1"]


@pytest.mark.parametrize("outcome", ["advanced", "offer", "rejected", "withdrew"])
def test_what_has_an_outcome_keeps_it_and_a_no_stays_a_no(outcome: Any) -> None:
    assert found(interview(1, outcome=outcome), interview(2)) == []


def test_rounds_on_one_day_are_one_visit_and_tell_nothing_about_each_other() -> None:
    first = interview(1, held_at=MORNING)
    assert found(first, interview(2, held_at=MORNING + timedelta(hours=3))) == []


def test_a_talk_of_the_same_day_moves_on_with_the_others_once_a_later_day_follows() -> None:
    day = (interview(1, held_at=MORNING), interview(2, held_at=MORNING + timedelta(hours=3)))
    assert found(*day, interview(3)) == ["iv-1", "iv-2"]


def test_a_round_at_another_application_counts_for_nothing() -> None:
    assert found(interview(1), interview(2, application_id="ap-2")) == []


@pytest.mark.parametrize("state", ["cancelled", "no_show"])
def test_a_round_that_was_not_held_counts_for_nothing(state: Any) -> None:
    assert found(interview(1), interview(2, state=state)) == []


def test_being_invited_again_is_enough() -> None:
    noted = MORNING + timedelta(days=2)
    assert found(interview(1, held_at=MORNING), interview(2, state="scheduled", created_at=noted)) == ["iv-1"]


def test_a_round_that_was_planned_together_with_the_first_counts_for_nothing_until_it_is_held() -> None:
    first, planned = interview(1, held_at=MORNING), MORNING - timedelta(days=2)
    assert found(first, interview(2, state="scheduled", created_at=planned)) == []
    assert found(first, interview(2, state="short", created_at=planned)) == ["iv-1"]


def test_an_invitation_on_the_evening_of_an_interview_without_a_time_counts() -> None:
    noted = datetime(2026, 6, 3, 19, tzinfo=UTC)
    assert found(interview(1), interview(2, state="scheduled", created_at=noted)) == ["iv-1"]


def test_an_interview_that_is_not_debriefed_has_no_outcome_to_fill() -> None:
    assert found(interview(1, state="scheduled"), interview(2)) == []


def test_what_the_person_said_knowing_of_the_round_is_left_alone() -> None:
    assert found(interview(1, outcome="pending", outcome_by="hand"), interview(2)) == []


NO_BETWEEN = date(2026, 6, 8)
"""After the first interview, before the second."""


@pytest.mark.parametrize(("ended_on", "moved"), [(NO_BETWEEN, []), (date(2026, 6, 12), ["iv-1"]), (None, ["iv-1"])])
@pytest.mark.parametrize("status", ["rejected", "withdrawn"])
def test_a_no_that_only_the_application_tells_of_stays_one(
    status: Any, ended_on: date | None, moved: list[str]
) -> None:
    ended = application(status=status, status_on=ended_on)
    book = Workbook(applications=(ended,), interviews=(interview(1), interview(2)))
    assert [one.interview.id for one in find_moved_on(book)] == moved


def test_a_no_in_the_history_of_an_application_that_was_opened_again_stays_one() -> None:
    no = Activity(id="ac-1", on=NO_BETWEEN, kind="status", application_id="ap-1", note="rejected")
    rounds = (interview(0), interview(1), interview(2))
    book = Workbook(applications=(application(status="interviewing"),), interviews=rounds, activity=(no,))
    assert [one.interview.id for one in find_moved_on(book)] == ["iv-0"]


def test_a_filled_one_is_open_again_where_its_round_has_gone() -> None:
    filled = by_round(interview(1))
    assert no_longer_moved_on([filled, interview(2)]) == ()
    assert no_longer_moved_on([filled, interview(2, state="cancelled")]) == (filled,)


def test_an_outcome_with_its_own_day_never_depends_on_a_round() -> None:
    assert no_longer_moved_on([interview(1, outcome="advanced", outcome_on=FIRST_DAY)]) == ()


def test_the_sentence_names_the_kinds_of_interview() -> None:
    one, two = interview(1, stage="recruiter_screen"), interview(2)
    assert moved_on_sentence([one]) == "Your recruiter call is now marked “Moved on”."
    assert moved_on_sentence([two, one]) == "Your recruiter call and technical interview are now marked “Moved on”."
    silent = one.changed(outcome="no_reply")
    assert moved_on_sentence([silent]) == "Your recruiter call is now marked “Moved on”, not “No reply”."
    assert moved_on_sentence([]) == ""


def test_the_order_of_outcomes_uses_the_later_rounds_day() -> None:
    filled, dated = by_round(interview(1)), interview(2, outcome="rejected", outcome_on=date(2026, 6, 12))
    elsewhere = interview(3, application_id="ap-2", outcome="rejected", outcome_on=date(2026, 6, 9))
    rows = (filled, dated, elsewhere)

    assert answer_days(rows)["iv-1"] == dated.held_on == date(2026, 6, 10)
    frame = frame_of(Workbook(applications=(application(),), interviews=rows))
    assert [entry.interview_id for entry in frame.interviews] == ["iv-3", "iv-1", "iv-2"]


def test_a_forecast_is_answered_on_the_later_rounds_day() -> None:
    made = seal_forecast(interview(1, held_at=MORNING), 70, MORNING + timedelta(hours=9))
    result = forecasts(Workbook(applications=(application(),), interviews=(by_round(made), interview(2))))

    (answered,) = result.record.forecasts
    assert (answered.came_true, answered.answered_on, result.open) == (True, date(2026, 6, 10), 0)


def test_a_forecast_before_the_later_round_is_no_hindsight() -> None:
    made = seal_forecast(interview(1, held_at=MORNING), 70, MORNING + timedelta(days=5))
    result = forecasts(Workbook(applications=(application(),), interviews=(by_round(made), interview(2))))

    assert (result.n, result.late) == (1, 0)


@pytest.mark.parametrize("outcome", [None, "pending"])
@pytest.mark.parametrize("noted_after", [-2, 0, 3, 40])
def test_waiting_times_agree_before_and_after(outcome: Any, noted_after: int) -> None:
    """It has no day of reply, so it is neither an answer with a day nor a silence."""
    first = interview(1, held_at=MORNING, outcome=outcome)
    noted = MORNING + timedelta(days=noted_after)
    others = tuple(
        interview(n, application_id=f"ap-{n}", outcome="rejected", outcome_on=FIRST_DAY + timedelta(weeks=n))
        for n in range(3, 9)
    )

    def said(entry: Interview, later: Interview) -> Any:
        rows = (entry, later, *others)
        return waiting(Workbook(applications=(application(),), interviews=rows), TODAY)

    for later in (interview(2, created_at=noted), interview(2, state="short", created_at=noted)):
        assert said(by_round(first), later) == said(first, later)


def test_a_silence_ends_where_it_turns_out_to_have_moved_on() -> None:
    first = interview(1, outcome="no_reply", outcome_on=FIRST_DAY + timedelta(days=5))
    silent, after = (
        waiting(Workbook(interviews=(entry, interview(2))), TODAY).silent for entry in (first, by_round(first))
    )
    assert silent - after == 1


def test_no_process_waits_on_an_interview_whose_round_has_gone_from_the_files() -> None:
    result = waiting(Workbook(applications=(application(),), interviews=(by_round(interview(1)),)), TODAY)
    assert (result.processes, result.n, result.silent) == ((), 0, 0)


def test_one_that_was_overruled_is_neither_silent_nor_answered_by_the_round() -> None:
    kept = interview(1, outcome="pending", outcome_by="hand")
    result = waiting(Workbook(applications=(application(),), interviews=(kept, interview(2))), TODAY)
    assert [entry.interview_id for entry in result.processes] == ["iv-2"]
    assert (result.n, result.silent) == (0, 1)
    assert left_out_sentence(0, 1) in result.sentence


def test_the_funnel_counts_it_among_what_went_on() -> None:
    book = Workbook(applications=(application(),), interviews=(by_round(interview(1)), interview(2)))
    (step,) = stage_funnel(book, TODAY).steps
    assert (step.count("went_on"), step.count("waiting")) == (1, 1)
