"""Workbooks as they should not be: slips in dates, gaps, contradictions. Nothing stumbles, and no order matters."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, TypeVar

import pytest

from lib.insight.funnel import application_funnel, stage_funnel
from lib.insight.outcome_factors.checks import outcome_factors
from lib.insight.plans_kept import plans_kept
from lib.insight.prepared import prepared
from lib.insight.searches import searches
from lib.insight.skills.changes import skill_changes
from lib.insight.waiting.response_times import waiting
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.dimension import KNOWN_DIMENSIONS
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.vocabulary import InterviewState, Outcome, Status, words
from lib.records.workbook import Workbook
from tests.day_first import forecasts, retrospective, themes

TODAY = date(2026, 11, 20)
KEYS = (*(entry.key for entry in KNOWN_DIMENSIONS), "own", "two words")
TEXTS = ("", "Range first. Calm.", "İstanbul… y. y", "'' - 'o'", "ß straße\nStraße", "面接", "a b c")
DAYS = (None, date(1990, 1, 1), date(2026, 7, 5), date(2026, 10, 2), date(2050, 1, 1))

Item = TypeVar("Item")
RESULTS: dict[str, Callable[[Workbook], Any]] = {
    "waiting": lambda workbook: waiting(workbook, TODAY),
    "changes": skill_changes,
    "separators": outcome_factors,
    "forecasts": forecasts,
    "themes": themes,
    "plans": plans_kept,
    "prepared": prepared,
    "stages": lambda workbook: stage_funnel(workbook, TODAY),
    "applications": lambda workbook: application_funnel(workbook, TODAY),
    "searches": searches,
    "looking back": lambda workbook: [retrospective(workbook, one, TODAY) for one in searches(workbook)],
}


def odd(random: Random) -> Workbook:
    n = random.choice((0, 1, 5, 6, 8, 13, 22, 41))
    return Workbook(
        applications=tuple(application(random, place) for place in range(n // 2)),
        interviews=tuple(interview(random, place, n) for place in range(n)),
        ratings=tuple(
            Rating(
                interview_id=f"iv-{place}",
                dimension=key,
                score=random.choice((None, 1, 2, 3, 4, 5)),
                rated_at=random.choice((None, datetime(2026, 12, 1, tzinfo=UTC))),
            )
            for place in range(n)
            for key in KEYS[: random.choice((0, 4, len(KEYS)))]
        ),
        questions=tuple(
            Question(
                id=f"qu-{place}",
                interview_id=f"iv-{place}",
                text="Why?",
                rating=random.choice((None, 1, 5)),
                prepared=random.choice((None, True, False)),
                asked=random.choice((None, True, False)),
            )
            for place in range(n)
        ),
        plans=(IfThenPlan(id="pl-1", then_do="I breathe"),),
        activity=tuple(
            Activity(id=f"ac-{place}", on=date(2026, random.randint(1, 12), 9), kind=kind)
            for place, kind in enumerate(random.choices(("search_started", "search_ended"), k=random.randint(0, 4)))
        ),
    )


def application(random: Random, place: int) -> Application:
    return Application(
        id=f"ap-{place}",
        company=random.choice(("Kestrel", "  Heron ", "Ü")),
        role="Analyst",
        status=random.choice((None, *words(Status))),
        status_on=random.choice(DAYS),
        applied_on=random.choice(DAYS),
    )


def interview(random: Random, place: int, n: int) -> Interview:
    day = date(2026, 1, 1) + timedelta(days=random.choice((0, random.randint(0, 3), random.randint(0, 330))))
    if random.random() < 0.05:
        day = random.choice((date(1, 1, 1), date(9999, 12, 31)))
    timed = random.random() < 0.6 and 1 < day.year < 9999
    return Interview(
        id=f"iv-{place}",
        application_id=f"ap-{random.randint(0, n)}",
        state=random.choice(("done", "done", "done", *words(InterviewState))),
        held_at=datetime(day.year, day.month, day.day, random.randint(8, 18), tzinfo=UTC) if timed else day,
        stage=random.choice(("technical", "final")),
        outcome=random.choice((None, *words(Outcome))),
        outcome_on=random.choice(DAYS),
        went_well=random.choice(TEXTS),
        went_badly=random.choice(TEXTS),
        lesson=random.choice(TEXTS),
        plan_id=random.choice(("", "pl-1", "pl-gone")),
        plan_kept=random.choice((None, "yes", "no", "not_come_up")),
        leaning=random.choice((None, "decline")),
        created_at=random.choice((None, datetime(2026, 3, 1, tzinfo=UTC))),
    )


def turned(random: Random, rows: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(random.sample(rows, len(rows)))


@pytest.mark.parametrize("seed", range(12))
def test_every_result_comes_out_the_same_in_any_order_of_the_rows(seed: int) -> None:
    random = Random(seed)
    workbook = odd(random)
    shuffled = Workbook(
        **{
            table: turned(random, getattr(workbook, table))
            for table in ("applications", "interviews", "ratings", "questions", "plans", "activity")
        }
    )

    for name, result in RESULTS.items():
        assert result(shuffled) == result(workbook), name
