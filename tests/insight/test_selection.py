"""A period and stages pick out a part of the workbook."""

from datetime import date, timedelta

from lib.insight.selection import select, span
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, application, interview, question, ratings

WORKBOOK = Workbook(
    applications=(application(1), application(2, applied_on=FIRST_DAY + timedelta(days=1)), application(3)),
    interviews=(
        interview(1, stage="technical"),
        interview(2, stage="panel"),
        interview(3, stage="technical", application_id="ap-2"),
    ),
    ratings=(*ratings(1, {"clarity": 3}), *ratings(2, {"clarity": 4}), *ratings(3, {"clarity": 5})),
    questions=(question(1, of=1), question(2, of=2), question(3, of=3)),
)


def kept(workbook: Workbook) -> list[str]:
    return [entry.id for entry in workbook.interviews]


def test_without_a_wish_everything_stays() -> None:
    assert select(WORKBOOK) is WORKBOOK


def test_both_ends_of_the_period_belong_to_it() -> None:
    assert kept(select(WORKBOOK, since=FIRST_DAY, until=FIRST_DAY + timedelta(weeks=1))) == ["iv-1", "iv-2"]


def test_a_period_may_be_open_at_one_end() -> None:
    assert kept(select(WORKBOOK, since=FIRST_DAY + timedelta(days=1))) == ["iv-2", "iv-3"]


def test_only_the_asked_stages_stay() -> None:
    assert kept(select(WORKBOOK, stages=["panel"])) == ["iv-2"]


def test_ratings_and_questions_go_with_their_interview() -> None:
    chosen = select(WORKBOOK, stages=["panel"])

    assert [entry.interview_id for entry in chosen.ratings] == ["iv-2"]
    assert [entry.interview_id for entry in chosen.questions] == ["iv-2"]


def test_an_application_stays_with_its_interview() -> None:
    assert [entry.id for entry in select(WORKBOOK, stages=["panel"]).applications] == ["ap-1"]


def test_an_application_sent_in_the_period_stays_without_an_interview() -> None:
    chosen = select(WORKBOOK, until=FIRST_DAY + timedelta(days=2))

    assert [entry.id for entry in chosen.applications] == ["ap-1", "ap-2"]


def test_where_a_stage_is_asked_for_an_application_needs_an_interview_there() -> None:
    chosen = select(WORKBOOK, until=FIRST_DAY + timedelta(days=2), stages=["technical"])

    assert [entry.id for entry in chosen.applications] == ["ap-1"]


def test_the_span_goes_from_the_first_to_the_last_debriefed_interview() -> None:
    later = interview(9, state="scheduled")
    workbook = Workbook(interviews=(interview(3), interview(1), later))

    assert span(workbook) == (date(2026, 6, 3), date(2026, 6, 17))


def test_without_debriefs_there_is_no_span() -> None:
    assert span(Workbook(interviews=(interview(1, state="scheduled"),))) is None


def test_plans_and_answers_stay_with_the_interview_that_answers_about_them() -> None:
    plans = tuple(IfThenPlan(id=f"pl-{number}", interview_id="iv-1", then_do="I breathe") for number in (1, 2, 3))
    checks = tuple(PlanCheck(interview_id=f"iv-{of}", plan_id="pl-2", kept="no") for of in (1, 2))
    second = interview(2, plan_id="pl-1", plan_kept="yes")
    workbook = Workbook(interviews=(interview(1), second), plans=plans, plan_checks=checks)

    chosen = select(workbook, since=date(2026, 6, 5))

    assert [plan.id for plan in chosen.plans] == ["pl-1", "pl-2"]
    assert chosen.plan_checks == checks[1:]
