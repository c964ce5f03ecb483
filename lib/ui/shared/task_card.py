"""Tasks as cards: what, when, one button, and the rest under More."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import streamlit as st

from lib.english import sentence_case, spoken_weekday
from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import TASK_KINDS
from lib.store import Receipt, Store
from lib.ui import routes
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import Markdown, SafeText, escaped, joined, marked
from lib.ui.routes import Route
from lib.workflows.entries.tasks import LocalTime, dismiss_task, finish_task, reopen_task, snooze_task

_DONE = "done"
_DISMISS = "dismiss"
_REOPEN = "reopen"
_LATER = {"tomorrow": 1, "in three days": 3, "in a week": 7}
_WORDS: Mapping[str, SafeText] = {
    _DONE: "Mark as done",
    _DISMISS: "Dismiss",
    _REOPEN: "Do this now",
    **{action: marked("Snooze: {}", action) for action in _LATER},
}


def show(context: Context, due: DerivedTask) -> None:
    """A card for one task."""
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", wrap=False, gap="small", key=f"task_{due.id}"
    ):
        st.markdown(_head(context, due), width="stretch")
        _act(context, due)
        _more(context, due)


def _head(context: Context, due: DerivedTask) -> Markdown:
    application = context.workbook.application(due.application_id)
    named = application and application.company.casefold() not in due.title.casefold()
    where = application.company if application and named else ""
    when = sentence_case(due.timing)
    second = joined(" · ", (where, marked(":orange[{}]", when) if due.is_late(context.today, context.zone) else when))
    icon = Markdown(f":material/{TASK_KINDS[due.kind].icon}:")
    return marked("{} **{}**", icon, due.title) + (marked("  \n:small[{}]", second) if second else "")


def _act(context: Context, due: DerivedTask) -> None:
    link = _link(context, due)
    if link is None:
        words = "I handed it in" if due.kind == "hand_in" else "Done"
        st.button(words, key=f"act {due.id}", on_click=_settle, args=(due.id, _DONE))
    elif st.button(link[0], key=f"act {due.id}"):
        link[1].go()


def _link(context: Context, due: DerivedTask) -> tuple[SafeText, Route] | None:
    """The label of a task's button, and where it leads; None for a task that is only ticked off."""
    if due.kind == "debrief":
        return "Debrief it", routes.debrief(due.interview_id)
    if context.workbook.interview(due.interview_id) is None and due.interview_id:
        return "Finish the debrief", routes.unfinished_debrief(due.interview_id)
    if due.kind == "rate_interest":
        return "Rate it", routes.interview(due.interview_id, "interest")
    if due.kind == "review_decision":
        return "Look back", routes.decision_review(due.about_id)
    if due.kind == "answer_offer":
        return "Open the offer", _offer_of(context, due)
    return ("Write it", routes.letter(due.id)) if due.is_written else None


def _offer_of(context: Context, due: DerivedTask) -> Route:
    offers = [offer for offer in context.workbook.offers if offer.application_id == due.application_id]
    return routes.offer(offers[-1].id) if offers else routes.offers()


def _more(context: Context, due: DerivedTask) -> None:
    with st.popover("More", type="tertiary", key=f"more {due.id}"):
        st.write(escaped(due.why))
        if rule := TASK_KINDS[due.kind].rule_sentence(context.dates):
            st.caption(escaped(rule))
        actions = [_DISMISS] if due.is_idea else [_DONE, *_LATER, _DISMISS]
        if due.status == "snoozed":
            st.button(_WORDS[_REOPEN], key=f"{_REOPEN} {due.id}", width="stretch", on_click=take_up, args=(due.id,))
        for action in actions:
            st.button(
                _WORDS[action], key=f"{action} {due.id}", width="stretch", on_click=_settle, args=(due.id, action)
            )


def _settle(task_id: str, action: str) -> None:
    context = current_context()
    if action == _DONE:
        _run(lambda store, local_time: finish_task(store, task_id, local_time), "Done.", context)
    elif action == _DISMISS:
        _run(lambda store, local_time: dismiss_task(store, task_id, local_time), "Dismissed.", context)
    elif action in _LATER:
        until = context.today + timedelta(days=_LATER[action])
        _run(lambda store, local_time: snooze_task(store, task_id, until, local_time), _until(until), context)


def _until(day: date) -> str:
    return f"Snoozed until {spoken_weekday(day)}."


def dismiss(task_id: str) -> None:
    """Dismiss a task."""
    _settle(task_id, _DISMISS)


def take_up(task_id: str) -> None:
    """Reopen a closed task."""
    _run(lambda store, local_time: reopen_task(store, task_id, local_time), "Reopened.", current_context())


def _run(verb: Callable[[Store, LocalTime], Receipt | None], sentence: str, context: Context) -> None:
    store, local_time = context.store, context.local_time
    saving.run(lambda: verb(store, local_time), sentence)
