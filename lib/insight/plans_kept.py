"""Were the if-then plans kept, and how was it then? This describes; keeping a plan is not shown to be the reason."""

from dataclasses import dataclass

from lib.insight.result import Cell, Table
from lib.insight.scores import Scored, mean, scored_interviews
from lib.insight.wording import counted, rating, said, sentence_case
from lib.records.interview import Interview
from lib.records.plan import Plan
from lib.records.workbook import Workbook

TITLE = "Did I keep my plans, and how was it then?"


@dataclass(frozen=True)
class Side:
    """Some interviews: how many, and the mean of their own means of ratings, 1 to 5, over the ``rated`` ones."""

    n: int
    rated: int
    average: float | None
    interview_ids: tuple[str, ...]


@dataclass(frozen=True)
class CarriedPlan:
    """One plan in the person's words: into how many interviews it was carried, and what became of it there."""

    plan_id: str
    words: str
    dimension: str
    carried: int
    kept: int
    not_kept: int
    not_come_up: int
    sentence: str


@dataclass(frozen=True)
class PlansKept:
    """The answer over the ``n`` interviews into which a plan was carried.

    ``kept`` and ``not_kept`` are those in which it came up; ``unsaid`` counts those that do not say.
    """

    title: str
    n: int
    kept: Side
    not_kept: Side
    not_come_up: Side
    unsaid: int
    plans: tuple[CarriedPlan, ...]
    sentence: str
    table: Table


def plans_kept(workbook: Workbook) -> PlansKept:
    """What became of the plans that were carried into debriefed interviews; the plan carried most often comes first."""
    plans = {plan.id: plan for plan in workbook.plans}
    carried = tuple(entry for entry in workbook.debriefed() if entry.plan_id in plans)
    scored = {entry.interview_id: entry for entry in scored_interviews(workbook)}
    kept, not_kept, not_come_up = (
        _side([entry for entry in carried if entry.plan_kept == fate], scored) for fate in ("yes", "no", "not_come_up")
    )
    of_plans = sorted(
        (_carried(plan, [entry for entry in carried if entry.plan_id == plan.id]) for plan in plans.values()),
        key=lambda plan: (-plan.carried, plan.plan_id),
    )
    of_plans = [plan for plan in of_plans if plan.carried]
    return PlansKept(
        title=TITLE,
        n=len(carried),
        kept=kept,
        not_kept=not_kept,
        not_come_up=not_come_up,
        unsaid=sum(entry.plan_kept is None for entry in carried),
        plans=tuple(of_plans),
        sentence=_sentence(len(carried), kept, not_kept),
        table=_table(of_plans),
    )


def _side(interviews: list[Interview], scored: dict[str, Scored]) -> Side:
    means = [scored[entry.id].mean for entry in interviews if scored[entry.id].scores]
    average = mean(means) if means else None
    return Side(len(interviews), len(means), average, tuple(entry.id for entry in interviews))


def _carried(plan: Plan, interviews: list[Interview]) -> CarriedPlan:
    kept, not_kept, not_come_up = (
        sum(entry.plan_kept == fate for entry in interviews) for fate in ("yes", "no", "not_come_up")
    )
    came_up = kept + not_kept
    fate = f"it came up in {came_up or 'none'}" + (f", and you kept it in {kept or 'none'}" if came_up else "")
    return CarriedPlan(
        plan_id=plan.id,
        words=plan.sentence,
        dimension=plan.dimension,
        carried=len(interviews),
        kept=kept,
        not_kept=not_kept,
        not_come_up=not_come_up,
        sentence=f"Carried into {counted(len(interviews), 'interview')}: {fate}.",
    )


def _sentence(n: int, kept: Side, not_kept: Side) -> str:
    if not n:
        return "Nothing to show yet: no plan was carried into a debriefed interview."
    came_up = kept.n + not_kept.n
    if not came_up:
        return f"A plan was carried into {counted(n, 'interview')}, and has not come up yet."
    held = f"it came up in {came_up}, and you kept it in {kept.n or 'none'}"
    return said(
        f"A plan was carried into {counted(n, 'interview')}; {held}.",
        _how_it_was(kept, not_kept),
    )


def _how_it_was(kept: Side, not_kept: Side) -> str:
    parts = [
        f"where {how} you rated yourself {rating(side.average)} of 5 on average ({side.rated})"
        for how, side in (("you kept it", kept), ("it did not hold", not_kept))
        if side.average is not None
    ]
    if not parts:
        return ""
    ending = "This describes, and is not tested: so few differ by chance alone."
    return said(sentence_case("; ".join(parts) + "."), ending if len(parts) > 1 else "")


def _table(plans: list[CarriedPlan]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (plan.words, plan.carried, plan.kept, plan.not_kept, plan.not_come_up) for plan in plans
    ]
    return Table(("Plan", "Carried", "Kept", "Not kept", "Did not come up"), tuple(rows))
