"""A debrief with three people met and its tasks, made in a line."""

from datetime import date, datetime, timedelta
from typing import Any

from lib.dates import DAY_FIRST
from lib.followup.derived_task import DerivedTask
from lib.followup.plan import TaskPlan
from lib.records.ask import Ask
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.record import Record
from lib.records.setting import Setting
from lib.records.task import Task
from lib.store import Draft, Store, Transaction
from lib.workflows.drafting import with_answers
from lib.workflows.drafts.messages import Correspondence, begin_message, correspondence
from lib.workflows.entries.tasks import LocalTime, plan_for
from tests.workflows.evening import NOW, WHICH, ZONE, debriefed, workbook

TOPICS = {
    "Priya Raman": "the move of the billing system to streaming",
    "Ben Lindqvist": "why the warehouse joins are slow",
    "Chiara Rossi": "how new analysts find their feet",
}
"""Whom one met, and what one talked about with each."""

MET = {
    f"people.pe-{number}.{field}": words
    for number, (name, topic) in enumerate(TOPICS.items(), 1)
    for field, words in (("name", name), ("talked_about", topic))
}


def here(now: datetime = NOW) -> LocalTime:
    return LocalTime(now, ZONE, "DE", dates=DAY_FIRST)


def later(**time: float) -> LocalTime:
    return here(NOW + timedelta(**time))


def met_three(store: Store, seed: int = 1, **answers: Any) -> Interview:
    """A saved debrief with three people met, whose writer has a name and wants the job."""
    place = {"name": "Grace Moreno", "country": "DE", "timezone": ZONE.key}
    put_all(store, *(Setting(key=key, value=value) for key, value in place.items()))
    usual = {**WHICH, **MET, "interest_after": "8", "next_step": "decision", "unsaid": "That I set up the alerting"}
    return debriefed(store, seed, **{**usual, **answers})


def put_all(store: Store, *records: Record) -> None:
    loaded = store.load()
    store.commit(Transaction(label="Set up", put=records, row_versions=loaded.row_versions_of(records)), NOW)


def plan(store: Store, at: LocalTime | None = None) -> TaskPlan:
    return plan_for(workbook(store), store.drafts.list(), at or here())


def owed(store: Store, title: str, at: LocalTime | None = None) -> DerivedTask:
    found = plan(store, at)
    every = (*found.tasks, *found.coming, *found.snoozed, *found.ideas)
    return next(due for due in every if due.title == title)


def due_of(store: Store, kind: str, at: LocalTime | None = None) -> DerivedTask:
    """The one task of a kind, due or still to come."""
    found = plan(store, at)
    (due,) = (due for due in (*found.tasks, *found.coming, *found.snoozed, *found.ideas) if due.kind == kind)
    return due


def titles(store: Store, at: LocalTime | None = None) -> list[str]:
    return [due.title for due in plan(store, at).tasks]


def row(store: Store, task_id: str) -> Task:
    (found,) = (task for task in workbook(store).tasks if task.id == task_id)
    return found


def letter_to(store: Store, title: str, at: LocalTime | None = None) -> Correspondence:
    return correspondence(workbook(store), owed(store, title, at), (at or here()).now.date(), dates=DAY_FIRST)


def message(store: Store, title: str, at: LocalTime | None = None, token: str = "dt-1", **answers: Any) -> Draft:
    """A message as on the page, with these fields typed; kept on disk where any was."""
    draft = begin_message(letter_to(store, title, at), token)
    if not answers:
        return draft
    draft = Draft(**{**vars(draft), "values": with_answers(draft.values, answers)})
    return store.drafts.save(draft, (at or here()).now)


def reference_who_agreed(store: Store, next_step: str) -> Store:
    """One reference who agreed, for a process in which that comes next."""
    interview = met_three(store, next_step=next_step)
    put_all(
        store,
        Person(id="pe-tom", name="Tom Baker", kind="reference", company="Northgate"),
        Ask(
            id="as-1",
            person_id="pe-tom",
            application_id=interview.application_id,
            kind="reference",
            asked_on=date(2026, 11, 1),
            agreed_on=date(2026, 11, 2),
        ),
    )
    return store
