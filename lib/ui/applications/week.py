"""The week of the search: what is live, what was done, one aim, and one idea."""

from datetime import timedelta

import streamlit as st

from lib.followup.search import Idea
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.labels import cell_label, label
from lib.ui.applications import entry_form
from lib.ui.applications.history import correct_or_delete
from lib.ui.context import Context
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import task_card
from lib.ui.shared.rows import line, open_application

_WEEKS_BACK = 4
_SHOWN = 30


def show(context: Context) -> None:
    """The search this week and recently."""
    search_summary = context.plan.search_summary
    st.write(escaped(search_summary.sentence))
    with st.container(horizontal=True, key="acts"):
        st.button("Add an activity", type="primary", key="add activity", on_click=entry_form.begin, args=("activity",))
        aim = _aim_of(context)
        words = "Change the goal" if aim else "Set a goal for this week"
        st.button(words, key="aim", on_click=entry_form.begin, args=("aim", aim.id if aim else ""))
    if aim:
        st.write(marked(":gray[Your goal this week]  \n{}", aim.note))
    if search_summary.idea:
        _idea(context, search_summary.idea)
    _done(context)


def _idea(context: Context, idea: Idea) -> None:
    st.subheader("An idea for this week (optional)", anchor=False)
    if idea.task:
        task_card.show(context, idea.task)
    elif idea.kind == "name_a_rival":
        begin = {"rival_of": context.workbook.company_of(idea.application_id), "status": "interested"}
        with st.container(horizontal=True, vertical_alignment="center", key="idea"):
            st.markdown(escaped(idea.sentence), width="stretch")
            st.button("Add a rival", key="idea way", on_click=entry_form.begin, args=("application",), kwargs=begin)
    else:
        line("idea", escaped(idea.sentence), "Open", open_application, idea.application_id)
    if idea.claims:
        st.write(":gray[What you said about yourself lately]  \n" + joined("  \n", idea.claims))
    if idea.story:
        st.write(marked(":gray[A story of yours that fits]  \n{}", idea.story))


def _done(context: Context) -> None:
    monday = context.plan.search_summary.week.monday
    rows = sorted(
        (row for row in context.workbook.activity if row.kind != "interview_moved"),
        key=lambda row: row.on,
        reverse=True,
    )
    this_week = [row for row in rows if monday <= row.on <= context.today]
    lately = [row for row in rows if monday - timedelta(weeks=_WEEKS_BACK) <= row.on < monday]
    if this_week:
        st.subheader("Done this week", anchor=False)
    _rows(context, this_week)
    if lately:
        with st.expander("The four weeks before"):
            _rows(context, lately)


def _rows(context: Context, rows: list[Activity]) -> None:
    for row in rows[:_SHOWN]:
        _row(context, row)
    if len(rows) > _SHOWN:
        st.caption(marked("And {} more.", f"{len(rows) - _SHOWN:,}"))


def _row(context: Context, row: Activity) -> None:
    note = cell_label(Application, "status", row.note) if row.kind == "status" else row.note
    what = joined(", ", (row.company, note))
    day = escaped(context.dates.spoken_day(row.on, context.today))
    with st.container(horizontal=True, vertical_alignment="center", key=f"activity_{row.id}"):
        st.markdown(marked("{}: {}  \n:gray[{}]", label(row.kind), what or "no words", day), width="stretch")
        with st.container(horizontal=True, width="content"):
            correct_or_delete(row, _form(row))


def _aim_of(context: Context) -> Activity | None:
    """The aim that was set for this week, the newest."""
    first = context.plan.search_summary.week.monday
    aims = [row for row in context.workbook.activity if row.kind == "weekly_aim" and first <= row.on <= context.today]
    return aims[-1] if aims else None


def _form(row: Activity) -> str:
    return "aim" if row.kind == "weekly_aim" else "activity"
