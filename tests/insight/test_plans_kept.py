"""What became of the plans, and how it was then."""

from lib.insight.plans_kept import plans_kept
from lib.records.plan import Plan
from lib.records.workbook import Workbook
from tests.insight.small_workbook import interview, ratings

PLAN = Plan(id="pl-1", if_when="they ask why us", then_do="I name one thing that I read", dimension="preparation")
OTHER = Plan(id="pl-2", then_do="I breathe")
BOOK = Workbook(
    interviews=(
        interview(1, plan_id="pl-1", plan_kept="yes"),
        interview(2, plan_id="pl-1", plan_kept="no"),
        interview(3, plan_id="pl-1", plan_kept="not_come_up"),
        interview(4, plan_id="pl-2", plan_kept="yes"),
        interview(5, plan_id="pl-2"),
        interview(6, plan_id="pl-gone", plan_kept="yes"),
        interview(7, plan_id="pl-1", plan_kept="yes", state="scheduled"),
    ),
    ratings=(*ratings(1, {"clarity": 4}), *ratings(2, {"clarity": 2}), *ratings(4, {"clarity": 5, "evidence": 4})),
    plans=(PLAN, OTHER),
)


def test_plans_are_counted_over_the_debriefed_interviews_that_carried_one() -> None:
    result = plans_kept(BOOK)

    assert (result.n, result.kept.n, result.not_kept.n, result.not_come_up.n, result.unsaid) == (5, 2, 1, 1, 1)


def test_the_sentence_describes_and_says_that_it_is_not_tested() -> None:
    assert plans_kept(BOOK).sentence == (
        "A plan was carried into 5 interviews; it came up in 3, and you kept it in 2. "
        "Where you kept it you rated yourself 4.2 of 5 on average (2); "
        "where it did not hold you rated yourself 2.0 of 5 on average (1). "
        "This describes, and is not tested: so few differ by chance alone."
    )


def test_each_plan_stands_in_the_person_s_words_the_one_carried_most_first() -> None:
    first, second = plans_kept(BOOK).plans

    assert first.words == "If they ask why us, then I name one thing that I read"
    assert first.sentence == "Carried into 3 interviews: it came up in 2, and you kept it in 1."
    assert (second.words, second.sentence) == (
        "I breathe",
        "Carried into 2 interviews: it came up in 1, and you kept it in 1.",
    )


def test_a_plan_that_never_came_up_is_no_failure() -> None:
    book = Workbook(interviews=(interview(1, plan_id="pl-1", plan_kept="not_come_up"),), plans=(PLAN,))

    assert plans_kept(book).sentence == "A plan was carried into 1 interview, and has not come up yet."
    assert plans_kept(book).plans[0].sentence == "Carried into 1 interview: it came up in none."


def test_without_a_plan_it_says_so() -> None:
    assert plans_kept(Workbook(interviews=(interview(1),))).sentence == (
        "Nothing to show yet: no plan was carried into a debriefed interview."
    )
