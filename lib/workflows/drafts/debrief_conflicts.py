"""Where a debrief was saved elsewhere while it was being written: what differs, in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from lib.dates import DateStyle
from lib.practice.cards import Card
from lib.records.conversation import Conversation
from lib.records.dimension import all_dimensions
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview
from lib.records.labels import cell_label, label
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.plan_check import KEPT_WORDS, PlanCheck
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.workflows.drafts.same_questions import not_confirmed_yet
from lib.workflows.drafts.sections import owned_rows
from lib.workflows.entries.plan_checks import checks_of
from lib.workflows.errors import Difference


def differences(
    workbook: Workbook, before: Interview, mine: Interview, lists: Sequence[Record], dates: DateStyle
) -> tuple[Difference, ...]:
    """Where ``mine`` and its ``lists`` of rows differ from the stored interview, ``before``."""
    return (*_differences(before, mine), *_list_differences(workbook, before, lists, dates))


def _differences(theirs: Interview, mine: Interview) -> tuple[Difference, ...]:
    before, after = theirs.cells(), mine.cells()
    passed_over = {"updated_at", "state", "forecast_at", "seal"}
    return tuple(
        Difference(field, *(cell_label(Interview, field, cells[field]) for cells in (after, before)))
        for field in after
        if after[field] != before[field] and field not in passed_over
    )


def _list_differences(
    workbook: Workbook, before: Interview, mine: Sequence[Record], dates: DateStyle
) -> tuple[Difference, ...]:
    names = {person.id: person.name for person in workbook.people}
    names |= {person.id: person.name for person in mine if isinstance(person, Person)}
    names |= {plan.id: plan.sentence for plan in workbook.plans}
    names |= {goal.id: goal.goal for goal in workbook.goals}
    names |= {dimension.key: dimension.label for dimension in all_dimensions(workbook.dimensions)}
    met = [entry for entry in workbook.conversations if entry.interview_id == before.id]
    theirs = (
        *(row for group in ("questions", "promises", "plans") for row in owned_rows(workbook, before.id, group)),
        *met,
        *checks_of(workbook, before.id),
        *(answer for answer in workbook.goal_answers if answer.interview_id == before.id),
        *(rating for rating in workbook.ratings if rating.interview_id == before.id),
    )
    same = not_confirmed_yet(workbook, (row for row in mine if isinstance(row, Question)))
    differences = []
    for field, model in _LISTS.items():
        here = [_line(row, names, dates) + _same_as(row, same) for row in mine if isinstance(row, model)]
        there = [_line(row, names, dates) for row in theirs if isinstance(row, model)]
        if not set(here) <= set(there):
            differences.append(Difference(field, "\n".join(here), "\n".join(there)))
    return tuple(differences)


_LISTS: Final[dict[str, type[Record]]] = {
    "questions": Question,
    "people": Conversation,
    "promises": Promise,
    "plans": IfThenPlan,
    "answers about plans": PlanCheck,
    "answers about goals": GoalAnswer,
    "ratings": Rating,
}


def _same_as(row: Record, same: Mapping[str, Card]) -> str:
    return f", the same as “{same[row.id].text}”" if isinstance(row, Question) and row.id in same else ""


def _line(row: Record, names: Mapping[str, str], dates: DateStyle) -> str:
    match row:
        case Question():
            order = f"hard ({row.hard_order})" if row.hard_order else "hard"
            return ", ".join(part for part in (row.text, order if row.is_hard else "", row.better_answer) if part)
        case Conversation():
            return ": ".join(part for part in (names.get(row.person_id, ""), row.talked_about) if part)
        case Promise():
            return f"{row.what}, by {dates.short_day(row.by)}" if row.by else row.what
        case IfThenPlan():
            return row.sentence
        case PlanCheck():
            return f"{names.get(row.plan_id, '')}: {KEPT_WORDS[row.kept]}"
        case GoalAnswer():
            return f"{names.get(row.goal_id, '')}: {label(row.answer)}"
        case Rating():
            return f"{names.get(row.dimension, row.dimension)}: {row.value}"
        case _:
            return ""
