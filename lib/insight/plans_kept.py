"""Were the if-then plans done, and how was it then? This describes; doing a plan isn't shown to be the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from lib.english import counted, paragraph, plural, times
from lib.insight.open_plans import plan_answers
from lib.insight.result import Cell, ResultTable
from lib.insight.scores import Scored, mean, scored_interviews
from lib.insight.state import COULD_BE_CHANCE
from lib.insight.wording import rating
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.workbook import Workbook

TITLE = "Did I do what I planned, and how was it then?"


class _Side(NamedTuple):
    """Some interviews: the mean of their own means of ratings, 1 to 5, over the ``rated`` ones.

    ``afterwards`` counts those that were only rated when the outcome was known: they're not in the average.
    """

    rated: int
    average: float | None
    afterwards: int


@dataclass(frozen=True)
class CountedPlan:
    """One plan in the person's words, and how often each answer was given about it."""

    plan_id: str
    words: str
    dimension: str
    kept: int
    not_kept: int
    not_come_up: int
    sentence: str

    @property
    def answers(self) -> int:
        """In how many debriefs it was answered about."""
        return self.kept + self.not_kept + self.not_come_up


@dataclass(frozen=True)
class PlansKept:
    """The answer over ``n`` answers of all debriefs, split into ``kept``, ``not_kept`` and ``not_come_up``."""

    title: str
    n: int
    kept: int
    not_kept: int
    not_come_up: int
    plans: tuple[CountedPlan, ...]
    sentence: str
    table: ResultTable


def plans_kept(workbook: Workbook) -> PlansKept:
    """How the plans went, over all answers of debriefed interviews; the plan answered about most comes first."""
    plans = workbook.by_id(IfThenPlan)
    answers = {plan_id: checks for plan_id, checks in plan_answers(workbook).items() if plan_id in plans}
    counts = sorted(
        (_count_answers(plans[plan_id], checks) for plan_id, checks in answers.items()),
        key=lambda plan: (-plan.answers, plan.plan_id),
    )
    kept, not_kept = sum(plan.kept for plan in counts), sum(plan.not_kept for plan in counts)
    not_come_up = sum(plan.not_come_up for plan in counts)
    did, did_not = _sides(workbook, [check for checks in answers.values() for check in checks])
    return PlansKept(
        title=TITLE,
        n=kept + not_kept + not_come_up,
        kept=kept,
        not_kept=not_kept,
        not_come_up=not_come_up,
        plans=tuple(counts),
        sentence=paragraph(
            _sentence(counts, kept, not_kept),
            _how_it_was(did, did_not),
            _afterwards(did.afterwards + did_not.afterwards),
        ),
        table=_table(counts),
    )


def _sides(workbook: Workbook, checks: Iterable[PlanCheck]) -> tuple[_Side, _Side]:
    """The interviews with a plan that was done, and those where some came up and none was done."""
    said_of: dict[str, set[str]] = {}
    for check in checks:
        said_of.setdefault(check.interview_id, set()).add(check.kept)
    debriefed = [entry.id for entry in workbook.debriefed if entry.id in said_of]
    scored = {entry.interview_id: entry for entry in scored_interviews(workbook)}
    did = [interview_id for interview_id in debriefed if "yes" in said_of[interview_id]]
    did_not = [interview_id for interview_id in debriefed if "no" in said_of[interview_id] and interview_id not in did]
    return _side(did, scored), _side(did_not, scored)


def _side(interview_ids: list[str], scored: dict[str, Scored]) -> _Side:
    means = [scored[interview_id].mean for interview_id in interview_ids if scored[interview_id].scores]
    hollow = sum(scored[interview_id].is_hollow for interview_id in interview_ids)
    return _Side(len(means), mean(means) if means else None, hollow)


def _count_answers(plan: IfThenPlan, checks: Iterable[PlanCheck]) -> CountedPlan:
    words = [check.kept for check in checks]
    kept, not_kept, not_come_up = (words.count(word) for word in ("yes", "no", "not_come_up"))
    return CountedPlan(
        plan_id=plan.id,
        words=plan.sentence,
        dimension=plan.dimension,
        kept=kept,
        not_kept=not_kept,
        not_come_up=not_come_up,
        sentence=_came_up("It", "it", kept, not_kept),
    )


def _sentence(plans: list[CountedPlan], kept: int, not_kept: int) -> str:
    if not plans:
        return "No debrief says yet whether you did a plan."
    what, it = ("Your plan", "it") if len(plans) == 1 else ("Your plans", "them")
    return _came_up(what, it, kept, not_kept)


def _came_up(what: str, it: str, kept: int, not_kept: int) -> str:
    came_up = kept + not_kept
    if not came_up:
        return f"{what} {'have' if it == 'them' else 'has'}n't come up yet."
    did = f"you did {it} {times(kept)}" if kept else f"you haven't done {it} yet"
    return f"{what} came up {times(came_up)}; {did}."


def _afterwards(interviews: int) -> str:
    if not interviews:
        return ""
    were, they = ("was", "It's") if interviews == 1 else ("were", "They're")
    rated = f"{counted(interviews, 'interview')} {were} rated after you knew."
    return f"{rated} {they} not in {plural(interviews, 'the average', 'these averages')}."


def _how_it_was(did: _Side, did_not: _Side) -> str:
    parts = [
        f"Where you {how}, you rated yourself {rating(side.average)} of 5 ({counted(side.rated, 'interview')})."
        for how, side in (("did", did), ("didn't", did_not))
        if side.average is not None
    ]
    return paragraph(*parts, COULD_BE_CHANCE if len(parts) > 1 else "")


def _table(plans: list[CountedPlan]) -> ResultTable:
    rows: list[tuple[Cell, ...]] = [
        (plan.words, plan.answers, plan.kept, plan.not_kept, plan.not_come_up) for plan in plans
    ]
    return ResultTable(("Plan", "Answers", "Did it", "Came up, didn't", "Didn't come up"), tuple(rows))
