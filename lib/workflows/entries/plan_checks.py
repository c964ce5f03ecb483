"""The answers of a debrief about its open plans: as fields of a draft, as rows, and as older versions kept them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Final

from lib.insight.open_plans import answers_of, plan_of_one_answer, plans_asked, plans_before
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.plan_check import KEPT_WORDS, PlanCheck
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, Receipt, Store
from lib.workflows import form_values
from lib.workflows.errors import Difference, Gone
from lib.workflows.form_values import FormValues

GROUP: Final = "plan_checks"

_ONE_ANSWER: Final = "plan_kept"
"""The field where drafts of earlier versions hold their answer about the one plan that was asked about."""


def check_field(plan_id: str) -> str:
    """The field of a draft that holds the answer about a plan."""
    return form_values.row_field(GROUP, plan_id, "kept")


def check_answers(workbook: Workbook, interview: Interview) -> dict[str, JsonValue]:
    """The answers of a saved debrief, as fields."""
    return {check_field(plan_id): kept for plan_id, kept in answers_of(workbook, interview.id).items()}


def checks_of(workbook: Workbook, interview_id: str) -> tuple[PlanCheck, ...]:
    """The answers of a saved debrief, each as a row, those of an older one too."""
    answers = answers_of(workbook, interview_id).items()
    return tuple(PlanCheck(interview_id=interview_id, plan_id=plan_id, kept=kept) for plan_id, kept in answers)


def answers_by_plan(answers: FormValues) -> dict[str, str]:
    """The fields' answers by the plan's id; empty if one was removed."""
    fields = (field for field in answers if field.startswith(f"{GROUP}."))
    return {field.removeprefix(f"{GROUP}.").removesuffix(".kept"): form_values.text(answers, field) for field in fields}


def plans_shown(workbook: Workbook, interview_id: str, held_at: date, answers: FormValues) -> tuple[IfThenPlan, ...]:
    """The plans that a form shows, the newest first: those that are asked about, and those answered already."""
    asked = {plan.id for plan in plans_asked(workbook, interview_id, held_at)}
    asked |= {plan_id for plan_id, kept in answers_by_plan(answers).items() if kept}
    before = plans_before(workbook, interview_id, held_at)
    named = (plan for plan in workbook.plans if plan.id in answers_of(workbook, interview_id) and plan not in before)
    return tuple(plan for plan in (*before, *named) if plan.id in asked)


def new_checks(workbook: Workbook, interview_id: str, held_at: date, answers: FormValues) -> tuple[PlanCheck, ...]:
    """The rows that a debrief's answers make: about plans that are still there and were made before it."""
    words = answers_by_plan(answers)
    return tuple(
        PlanCheck.from_cells({"interview_id": interview_id, "plan_id": plan.id, "kept": words[plan.id]})
        for plan in plans_shown(workbook, interview_id, held_at, answers)
        if words.get(plan.id)
    )


def corrected_checks(
    workbook: Workbook, interview: Interview, answers: FormValues
) -> tuple[Interview, tuple[PlanCheck, ...], tuple[PlanCheck, ...]]:
    """The interview, the rows to put and the rows to remove, where answers of a saved debrief were corrected.

    An answer that an older debrief holds itself stays there until it is changed; then it becomes a row.
    """
    before = answers_of(workbook, interview.id)
    rows = {row.plan_id: row for row in workbook.plan_checks if row.interview_id == interview.id}
    there = {plan.id for plan in workbook.plans}
    changed = {plan_id: kept for plan_id, kept in answers_by_plan(answers).items() if kept != before.get(plan_id, "")}
    if interview.plan_id in changed:
        interview = interview.changed(plan_id="", plan_kept=None)
    put = (
        PlanCheck.from_cells({"interview_id": interview.id, "plan_id": plan_id, "kept": kept})
        for plan_id, kept in changed.items()
        if kept and plan_id in there
    )
    remove = (rows[plan_id] for plan_id, kept in changed.items() if not kept and plan_id in rows)
    return interview, tuple(put), tuple(remove)


def migrate_plan_checks(workbook: Workbook, draft: Draft, zone: tzinfo, today: date) -> Draft:
    """The draft with the single answer that an earlier version kept in the field of the plan that it is about."""
    if _ONE_ANSWER not in draft.values:
        return draft
    interview = workbook.interview(draft.record_id)
    held_at = form_values.moment(draft.values, zone, interview) or (interview.held_at if interview else today)
    plan = plan_of_one_answer(workbook, draft.record_id, held_at)
    is_new = draft.values[_ONE_ANSWER] != draft.base.get(_ONE_ANSWER, "")
    values, base = (_without_plan_fields(fields, plan if is_new else None) for fields in (draft.values, draft.base))
    return replace(draft, values=values, base=base)


def _without_plan_fields(fields: Mapping[str, JsonValue], plan: IfThenPlan | None) -> dict[str, JsonValue]:
    moved = {field: value for field, value in fields.items() if field != _ONE_ANSWER}
    if plan and _ONE_ANSWER in fields:
        moved.setdefault(check_field(plan.id), fields[_ONE_ANSWER])
    return moved


def without_plans(
    workbook: Workbook, plan_ids: Collection[str], interview_id: str
) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What to put and to remove in the other interviews, so that no answer is left about plans that are deleted."""
    others = (entry for entry in workbook.interviews if entry.plan_id in plan_ids and entry.id != interview_id)
    remove = (row for row in workbook.plan_checks if row.plan_id in plan_ids and row.interview_id != interview_id)
    return tuple(entry.changed(plan_id="", plan_kept=None) for entry in others), tuple(remove)


def in_words(workbook: Workbook, difference: Difference) -> Difference:
    """The difference with the plan and the answers in words, where its field is an answer about a plan."""
    plan_id = next(iter(answers_by_plan({difference.field: ""})), "")
    plan = workbook.find(IfThenPlan, plan_id)
    if plan is None:
        return difference
    answers = (difference.mine, difference.theirs)
    mine, theirs = (f"{plan.sentence}: {KEPT_WORDS.get(each, 'no answer')}" for each in answers)
    return Difference("your plan", mine, theirs)


def put_away(store: Store, plan_id: str, on: date, now: datetime) -> Receipt:
    """Stop asking about a plan from that day on. Raises ``Gone`` if it was deleted. ``store.undo`` takes it back."""
    return _with_day(store, plan_id, on, now)


def take_up(store: Store, plan_id: str, now: datetime) -> Receipt:
    """Ask about a plan again that was put away. Raises ``Gone`` if it was deleted."""
    return _with_day(store, plan_id, None, now)


def _with_day(store: Store, plan_id: str, on: date | None, now: datetime) -> Receipt:
    loaded = store.load_whole()
    plan = loaded.workbook.find(IfThenPlan, plan_id)
    if plan is None:
        raise Gone("This plan")
    put = (plan.changed(put_away_on=on),)
    label = f"{'Put away' if on else 'Taken up again'}: {plan.sentence}"
    return store.commit(loaded.transaction(label, put), now)
