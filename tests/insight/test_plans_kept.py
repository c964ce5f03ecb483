"""What became of the plans, and how it was then."""

from dataclasses import replace

from lib.insight.plans_kept import plans_kept
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.vocabulary import PlanKept
from lib.records.workbook import Workbook
from tests.insight.small_workbook import interview, ratings

PLAN = IfThenPlan(id="pl-1", if_when="they ask why us", then_do="I name one thing that I read", dimension="preparation")
OTHER = IfThenPlan(id="pl-2", then_do="I breathe")


def check(of: int, plan: IfThenPlan, kept: PlanKept) -> PlanCheck:
    return PlanCheck(interview_id=f"iv-{of}", plan_id=plan.id, kept=kept)


BOOK = Workbook(
    interviews=(
        interview(1, plan_id="pl-1", plan_kept="yes"),
        interview(2),
        interview(3),
        interview(4),
        interview(6, plan_id="pl-gone", plan_kept="yes"),
        interview(7, plan_id="pl-1", plan_kept="yes", state="scheduled"),
    ),
    ratings=(*ratings(1, {"clarity": 4}), *ratings(2, {"clarity": 2}), *ratings(4, {"clarity": 5, "evidence": 4})),
    plans=(PLAN, OTHER),
    plan_checks=(
        check(2, PLAN, "no"),
        check(3, PLAN, "not_come_up"),
        check(4, PLAN, "no"),
        check(4, OTHER, "yes"),
        check(3, OTHER, "yes"),
    ),
)


def test_every_answer_about_every_plan_counts_those_of_older_debriefs_too() -> None:
    result = plans_kept(BOOK)

    assert (result.n, result.kept, result.not_kept, result.not_come_up) == (6, 3, 2, 1)


def test_an_interview_counts_once_with_those_where_a_plan_was_done_whatever_became_of_the_others() -> None:
    result = plans_kept(replace(BOOK, ratings=(*BOOK.ratings, *ratings(3, {"clarity": 3}))))

    assert "Where you did, you rated yourself 3.8 of 5 (3 interviews)." in result.sentence
    assert "Where you didn't, you rated yourself 2.0 of 5 (1 interview)." in result.sentence


def test_the_sentence_shows_how_often_plans_came_up_and_were_done() -> None:
    assert plans_kept(BOOK).sentence == (
        "Your plans came up 5 times; you did them 3 times. "
        "Where you did, you rated yourself 4.2 of 5 (2 interviews). "
        "Where you didn't, you rated yourself 2.0 of 5 (1 interview). Could be chance."
    )


def test_each_plan_is_in_the_person_s_words_the_one_answered_about_most_first() -> None:
    first, second = plans_kept(BOOK).plans

    assert first.words == "If they ask why us, then I name one thing that I read"
    assert first.sentence == "It came up 3 times; you did it once."
    assert (second.words, second.sentence) == ("I breathe", "It came up twice; you did it twice.")


def test_a_plan_that_never_came_up_is_no_failure() -> None:
    book = replace(BOOK, interviews=(interview(3),), plan_checks=(check(3, PLAN, "not_come_up"),))

    assert plans_kept(book).sentence == "Your plan hasn't come up yet."
    assert plans_kept(book).plans[0].sentence == "It hasn't come up yet."


def test_plans_that_came_up_and_were_not_done_yet_are_shown_without_reproach() -> None:
    book = replace(BOOK, interviews=(interview(2), interview(4)), plan_checks=BOOK.plan_checks[:3])

    assert plans_kept(book).plans[0].sentence == "It came up twice; you haven't done it yet."


def test_without_an_answer_it_is_marked() -> None:
    assert plans_kept(Workbook(interviews=(interview(1),))).sentence == "No debrief says yet whether you did a plan."
