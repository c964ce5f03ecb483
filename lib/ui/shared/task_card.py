"""What is owed, as cards: what, when, why, and the ways to deal with it."""

from collections.abc import Callable
from datetime import date, timedelta

import streamlit as st

from lib.english import sentence_case
from lib.followup.due import Due
from lib.followup.rules import rule_of
from lib.store import Receipt, Store
from lib.ui import places
from lib.ui.drafts import saving
from lib.ui.markdown import escaped
from lib.ui.places import Place
from lib.ui.visit import Visit, this_visit
from lib.workflows.drafts.messages import is_written
from lib.workflows.entries.tasks import Here, finish_task, let_task_go, put_task_off, take_task_up

_DONE = "It is done"
_GO = "Let it go"
_UP = "Take it up now"
_LATER = {"Tomorrow": 1, "In three days": 3, "In a week": 7}


def show(visit: Visit, due: Due) -> None:
    """A card for one task."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"task_{due.id}"):
        st.markdown(_head(visit, due), width="stretch")
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            _act(visit, due)
            _ways(due)


def _head(visit: Visit, due: Due) -> str:
    application = visit.workbook.application(due.application_id)
    where = escaped(application.company) if application else ""
    second = ". ".join(part for part in (where, escaped(sentence_case(due.timing))) if part)
    return f"**{escaped(due.title)}**" + (f"  \n{second}" if second else "")


def _act(visit: Visit, due: Due) -> None:
    way = _way(visit, due)
    if way is None:
        st.button("Done", key=f"act {due.id}", on_click=_settle, args=(due.id, _DONE))
    elif st.button(way[0], key=f"act {due.id}"):
        way[1].go()


def _way(visit: Visit, due: Due) -> tuple[str, Place] | None:
    """What the button of a task says, and where it leads; None for a task that is only ticked off."""
    if due.kind == "debrief":
        name = "How did it go?" if due.rule == "debrief" else "Add more"
        return name, places.debrief(due.interview_id)
    if visit.workbook.interview(due.interview_id) is None and due.interview_id:
        return "Finish the debrief", places.unfinished_debrief(due.interview_id)
    if due.kind == "rate_interest":
        return "Say it", places.interview(due.interview_id, "interest")
    if due.kind == "review_decision":
        return "Look back", places.decision_review(due.about_id)
    return ("Write it", places.letter(due.id)) if is_written(due) else None


def _ways(due: Due) -> None:
    with st.popover("More", type="tertiary", key=f"more {due.id}"):
        st.write(escaped(due.why))
        rule = rule_of(due)
        if rule:
            st.caption(escaped(f"The rule: {rule.says}"))
        ways = [_GO] if due.is_idea else [_DONE, *_LATER, _GO]
        if due.status == "snoozed":
            st.button(_UP, key=f"{_UP} {due.id}", width="stretch", on_click=take_up, args=(due.id,))
        for way in ways:
            st.button(way, key=f"{way} {due.id}", width="stretch", on_click=_settle, args=(due.id, way))


def _settle(task_id: str, way: str) -> None:
    visit = this_visit()
    if way == _DONE:
        _run(lambda store, here: finish_task(store, task_id, here), "Done.", visit)
    elif way == _GO:
        _run(lambda store, here: let_task_go(store, task_id, here), "Let go.", visit)
    elif way in _LATER:
        until = visit.today + timedelta(days=_LATER[way])
        _run(lambda store, here: put_task_off(store, task_id, until, here), _until(until), visit)


def _until(day: date) -> str:
    return f"Put off until {day:%A}."


def let_go(task_id: str) -> None:
    """Let a task go."""
    _settle(task_id, _GO)


def take_up(task_id: str) -> None:
    """Take a settled task up again."""
    _run(lambda store, here: take_task_up(store, task_id, here), "It is open again.", this_visit())


def _run(verb: Callable[[Store, Here], Receipt | None], sentence: str, visit: Visit) -> None:
    store, here = visit.store, visit.here
    saving.run(lambda: verb(store, here), sentence)
