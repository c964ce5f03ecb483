"""Everything to do, in lists: late, today, the next days, later, snoozed, ideas, and what was done recently."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

import streamlit as st

from lib.english import sentence_case
from lib.followup.derived_task import DerivedTask
from lib.followup.plan import TaskPlan
from lib.records.labels import phrase
from lib.records.task import Task
from lib.ui import routes, session
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import Markdown, SafeText, escaped, joined, marked
from lib.ui.shared import calendar_file, task_card
from lib.ui.shared.any_day import any_day
from lib.workflows.entries.tasks import add_task
from lib.workflows.errors import Incomplete
from lib.workflows.limits import FIRST_DAY, FieldLimits, last_day

_SETTLED_SHOWN = 8
_SOON: Final = "Next 7 days"
_DAYS = timedelta(days=7)


def show(context: Context) -> None:
    """The lists, each only if it holds something."""
    plan = context.plan
    groups = _by_time(context, plan)
    st.title(_title(groups), anchor=False)
    if not plan.tasks:
        st.write(escaped(plan.sentence))
    for heading, tasks in groups.items():
        _cards(context, heading, tasks)
    _cards(context, "Snoozed", plan.snoozed)
    _cards(context, "Ideas (optional)", plan.ideas)
    _business_days(context)
    _settled(context, plan.closed)
    _add(context)
    _calendar(context)


def _title(groups: Mapping[SafeText, list[DerivedTask]]) -> SafeText:
    """How many tasks the lists by day hold, and how many of them are for today or late."""
    every = sum(map(len, groups.values()))
    now = len(groups["Late"]) + len(groups["Today"])
    if not every:
        return "Follow-up"
    if now == every:
        return marked("Follow-up · {} to do today", every)
    return marked("Follow-up · {} to do, {} today", every, now or "none")


def _by_time(context: Context, plan: TaskPlan) -> Mapping[SafeText, list[DerivedTask]]:
    """The tasks by the day to do them, those that are still to come too."""
    groups: dict[SafeText, list[DerivedTask]] = {"Late": [], "Today": [], _SOON: [], "Later": []}
    for due in sorted((*plan.tasks, *plan.coming), key=lambda due: _day(context, due)):
        day = _day(context, due)
        soon = _SOON if day <= context.today + _DAYS else "Later"
        groups[
            "Late" if due.is_late(context.today, context.zone) else "Today" if day == context.today else soon
        ].append(due)
    return groups


def _day(context: Context, due: DerivedTask) -> date:
    """The day to do it, and never before it opens."""
    return max(due.visible_from, due.day_to_do(context.today, context.zone))


def _business_days(context: Context) -> None:
    """Which days count, and that the country was guessed if nobody chose it."""
    is_guess = not context.workbook.setting("country")
    guess = "The country is guessed from this computer's language." if is_guess and context.local_time.country else ""
    st.caption(escaped(f"{context.plan.days_sentence} {guess}".strip()))
    if is_guess:
        routes.settings().link("Set your country")


def _cards(context: Context, heading: SafeText, tasks: Sequence[DerivedTask]) -> None:
    if heading and tasks:
        st.subheader(heading, anchor=False)
    shown = tasks if st.session_state.get(f"all {heading}") else tasks[:_MOST]
    for due in shown:
        task_card.show(context, due)
    if len(shown) < len(tasks):
        st.button(
            marked("Show {} more", len(tasks) - len(shown)), key=f"more {heading}", on_click=_more, args=(heading,)
        )


_MOST = 12


def _more(heading: str) -> None:
    st.session_state[f"all {heading}"] = True


def _settled(context: Context, rows: Sequence[Task]) -> None:
    if not rows:
        return
    with st.expander("Done recently", key="settled", on_change="rerun") as fold:
        for row in rows[:_SETTLED_SHOWN] if fold.open else ():
            with st.container(horizontal=True, vertical_alignment="center", key=f"settled_{row.id}"):
                st.markdown(_settled_words(context, row), width="stretch")
                st.button("Reopen", key=f"take up {row.id}", on_click=task_card.take_up, args=(row.id,))
            if row.body:
                st.text(row.body)


def _settled_words(context: Context, row: Task) -> Markdown:
    book = context.workbook
    about = joined(", ", (book.name_of(row.person_id), book.company_of(row.application_id)))
    what = row.subject if row.kind == "own" else phrase(row.kind)
    how = "dismissed" if row.status == "dropped" else f"done{f' by {phrase(row.channel)}' if row.channel else ''}"
    when = context.spoken_moment(row.done_at) if row.done_at else ""
    return joined(", ", (sentence_case(what), about, how, when))


_BY_WHEN = "Due date (optional)"


def _add(context: Context) -> None:
    with st.expander("Add a task"), st.form("own task", border=False, clear_on_submit=True):
        st.text_input("What do you want to do?", key="own what")
        any_day(_BY_WHEN, key="own by", dates=context.dates)
        st.form_submit_button("Add", on_click=_add_own)


def _add_own() -> None:
    context, what, by = current_context(), str(st.session_state["own what"]), st.session_state["own by"]
    token = f"{session.tab()} {context.now.isoformat(timespec='seconds')} {what}"
    due_on = by if isinstance(by, date) else None
    limits = FieldLimits(_BY_WHEN, FIRST_DAY, last_day(context.today), context.dates)
    if refusal := limits.refusal(due_on.isoformat() if due_on else ""):
        raise Incomplete(refusal)
    saving.run(lambda: add_task(context.store, what, due_on, token, context.local_time), "Added.")


def _calendar(context: Context) -> None:
    with st.expander("Add to calendar"):
        calendar_file.show(context)
