"""Looking back on a whole search."""

from dataclasses import replace
from datetime import date

from lib.insight.searches import Search, searches
from lib.records.activity import Activity
from lib.records.plan import IfThenPlan
from lib.records.workbook import Workbook
from tests.day_first import retrospective
from tests.insight.small_workbook import application, interview, question, ratings

TODAY = date(2026, 12, 1)

BOOK = Workbook(
    applications=(
        application(1, company="Kestrel Mills", applied_on=date(2026, 5, 28), status="rejected"),
        application(2, company="Heron Labs", applied_on=date(2026, 6, 1), status="accepted"),
        application(3, company="Only Noted", status="interested"),
        application(4, company="Next Time", applied_on=date(2026, 9, 1)),
    ),
    interviews=(
        interview(1, minutes=60, outcome="rejected", outcome_on=date(2026, 6, 8), lesson="Number first."),
        interview(2, application_id="ap-2", minutes=45, outcome="advanced", plan_id="pl-1", plan_kept="yes"),
        interview(
            3, application_id="ap-2", outcome="offer", lesson="Number first, again.", plan_id="pl-1", plan_kept="yes"
        ),
        interview(14, application_id="ap-4"),
    ),
    ratings=(*ratings(1, {"clarity": 2}), *ratings(2, {"clarity": 4})),
    questions=(question(1, 1), question(2, 2), question(3, 14)),
    plans=(IfThenPlan(id="pl-1", if_when="they ask", then_do="I breathe"),),
    activity=(
        Activity(id="ac-1", on=date(2026, 5, 20), kind="search_started"),
        Activity(id="ac-2", on=date(2026, 6, 30), kind="search_ended", note="Signed at Heron Labs."),
    ),
)
FINISHED = searches(BOOK)[0]


def test_it_shows_what_the_search_took() -> None:
    assert retrospective(BOOK, FINISHED, TODAY).table.rows == (
        ("Days", 42),
        ("Applications", 2),
        ("Applications with an interview", 2),
        ("Interviews debriefed", 3),
        ("Hours in them, where noted", 1.8),
        ("Questions written down", 2),
        ("Offers", 1),
    )


def test_the_sentence_is_the_same() -> None:
    assert retrospective(BOOK, FINISHED, TODAY).sentence == (
        "2 applications in 42 days, from 20 May to 30 June 2026. "
        "3 interviews debriefed for 2 applications, 2 questions written down. 1 offer. You accepted Heron Labs."
    )


def test_every_part_is_that_of_the_search_alone() -> None:
    result = retrospective(BOOK, FINISHED, TODAY)

    assert (result.n, result.funnel.n, result.changes.rated) == (3, 2, 2)
    assert result.changes.verdict == "not_enough"
    assert result.forecasts.n == 0


def test_lessons_and_the_plans_that_were_done_twice_are_put_forward() -> None:
    result = retrospective(BOOK, FINISHED, TODAY)

    assert [quote.text for quote in result.lessons] == ["Number first, again.", "Number first."]
    assert [plan.words for plan in result.plans_to_keep] == ["If they ask, then I breathe"]
    assert result.lessons_sentence == (
        "2 lessons written down. What comes up again: “Number first” (2). Of the plans, 1 was done twice or more."
    )


def test_a_search_without_rows_shows_that_there_is_nothing_to_look_back_on() -> None:
    result = retrospective(Workbook(), Search(1), TODAY)

    assert result.sentence == ("Nothing to show yet.")
    assert result.lessons_sentence == "No lesson written down, and no plan done twice."
    assert dict(result.table.rows)["Days"] is None


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = replace(
        BOOK,
        interviews=BOOK.interviews[::-1],
        ratings=BOOK.ratings[::-1],
        questions=BOOK.questions[::-1],
        activity=BOOK.activity[::-1],
    )

    assert retrospective(turned, FINISHED, TODAY) == retrospective(BOOK, FINISHED, TODAY)


def test_a_search_that_goes_on_leaves_out_what_is_still_to_come() -> None:
    coming = Workbook(
        applications=(application(1, status="interviewing"), application(2, applied_on=date(2026, 6, 10))),
        interviews=(interview(1), interview(2, application_id="ap-2", state="scheduled")),
    )

    result = retrospective(coming, Search(1), date(2026, 6, 5))

    assert result.sentence.startswith(
        "2 applications in 1 day, on 3 June 2026. 1 interview debriefed for 1 application,"
    )
    assert result.funnel.sentence.startswith(
        "2 applications: 1 got interviews, none an offer. 1 has its first interview planned."
    )
