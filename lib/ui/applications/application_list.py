"""All applications, as a list to look through and as a board by stage."""

from collections.abc import Collection, Mapping
from typing import get_args

import streamlit as st

from lib.english import counted, days_between, one_line, sentence_case
from lib.records.application import Application
from lib.records.application_names import disambiguation
from lib.records.ids import new_id
from lib.records.labels import label
from lib.records.timeline import application_summary
from lib.records.vocabulary import ENDINGS, Status, words
from lib.ui import routes
from lib.ui.applications import entry_form
from lib.ui.context import RANDOM, Context, current_context
from lib.ui.drafts import mood_question, saving
from lib.ui.drafts.field_sync import keep_answers
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.shared import chips
from lib.ui.shared.rows import not_a_job_yet
from lib.workflows.drafts.steps import move_application
from lib.workflows.entries.people import via
from lib.workflows.entries.searching import by_status, find_applications

SHAPES: Mapping[str, SafeText] = {"list": "List", "board": "Board"}
_LIVE: tuple[Status, ...] = ("interested", "applied", "interviewing", "offer")
_IN_COLUMN = 6
_IN_LIST = 30


def show(context: Context) -> None:
    """The search box, the filter, and what was found, in the shape that was chosen."""
    if not context.workbook.applications:
        _add()
        st.write("Every application will be here with its stage: what they asked, who you met, and what comes next.")
        return
    text, statuses, shape = _query()
    found = find_applications(context.workbook, text, statuses)
    if text or statuses:
        whole = len(context.workbook.applications)
        st.caption(marked("{} of {}", len(found), counted(whole, "application")) if found else "Nothing found.")
    if shape == "board":
        _board(context, found)
    else:
        _list(context, found)


def _add() -> None:
    args = ("application",)
    st.button("Add an application", key="add application", type="primary", on_click=entry_form.begin, args=args)


def _query() -> tuple[str, list[str], str]:
    with st.container(horizontal=True, vertical_alignment="bottom", key="search_filters"):
        text = st.text_input("Search", key="search text", type="search", placeholder="company, role, notes")
        statuses = st.multiselect(
            "Status", words(Status), key="search statuses", format_func=label, placeholder="Any status"
        )
        st.session_state["search shape"] = shape = "board" if st.query_params.get("shape") == "board" else "list"
        st.segmented_control(
            "View",
            list(SHAPES),
            key="search shape",
            format_func=SHAPES.__getitem__,
            required=True,
            on_change=_apply_filter,
        )
        _add()
    return text or "", statuses, shape


def _apply_filter() -> None:
    routes.set_query(shape=str(st.session_state["search shape"]))


def _list(context: Context, found: tuple[Application, ...]) -> None:
    """The active ones, then those that ended; the last moved first."""
    shown = found if st.session_state.get("search more") else found[:_IN_LIST]
    active = [entry for entry in shown if not entry.is_closed]
    ended = [entry for entry in shown if entry.is_closed]
    for heading, entries in (("Active", active), ("Ended", ended)):
        if entries:
            whole = sum(entry.is_closed == entries[0].is_closed for entry in found)
            st.subheader(marked("{} :gray[{}]", heading, whole), anchor=False)
            with st.container(gap=None, key=f"applications_{heading.lower()}"):
                for entry in entries:
                    _row(context, entry)
    if len(shown) < len(found):
        st.button(marked("Show {} more", len(found) - len(shown)), key="show more", on_click=_show_more)


def _show_more() -> None:
    st.session_state["search more"] = True


def _row(context: Context, entry: Application) -> None:
    """One application: all of the row leads to its page, and the link in it is what it's called."""
    standing = application_summary(context.workbook, entry, context.today)
    held = counted(standing.interviews, "interview") if standing.interviews else ""
    cells = (
        chips.status(context.workbook, entry),
        ", ".join(filter(None, (held, not_a_job_yet(entry, context)))),
        _when(context, entry),
    )
    with st.container(key=f"row_{entry.id}", gap=None):
        routes.application(entry.id).link_here(marked("**{}** {}", _company(entry), _role(context, entry)))
        chips.show_cells(*cells)


def _company(entry: Application) -> str:
    return f"{'★ ' if entry.favourite else ''}{one_line(entry.company, 50)}"


def _role(context: Context, entry: Application) -> str:
    apart = disambiguation(context.workbook, entry, context.today, dates=context.dates)
    between = via(context.workbook, entry)
    parts = (entry.role, apart, f"via {between.with_house}" if between else "")
    return one_line(" · ".join(part for part in parts if part), 70)


def _when(context: Context, entry: Application) -> str:
    """'Interview in 5 days', '12 days ago'; empty if no day is known."""
    standing = application_summary(context.workbook, entry, context.today)
    if standing.next_on:
        what = "Due" if standing.is_due else "Interview"
        return f"{what} {days_between(standing.next_on, context.today)}"
    return sentence_case(days_between(standing.last_on, context.today)) if standing.last_on else ""


def _board(context: Context, found: Collection[Application]) -> None:
    columns = by_status(found)
    _columns(context, {status: columns[status] for status in _LIVE})
    ended = {status: entries for status in ENDINGS if (entries := columns[status])}
    if ended:
        with st.expander(marked("Ended: {}", sum(map(len, ended.values())))):
            _columns(context, ended)


def _columns(context: Context, columns: Mapping[Status, tuple[Application, ...]]) -> None:
    """A column a stage; on a phone below each other, the empty ones left out."""
    for (status, entries), place in zip(columns.items(), st.columns(len(columns), gap="small"), strict=True):
        with place.container(key=f"stage_{status}" if entries else f"stage_{status}_empty", gap="xsmall"):
            st.markdown(marked("**{}** :gray[{}]", label(status), len(entries)))
            for entry in entries[:_IN_COLUMN]:
                _card(context, entry)
            if len(entries) > _IN_COLUMN:
                st.caption(marked("{} more in the list", len(entries) - _IN_COLUMN))


def _card(context: Context, entry: Application) -> None:
    key = f"move {entry.id}"
    others = [status for status in words(Status) if status != (entry.status or "interested")]
    with st.container(border=True, key=f"card_{entry.id}", gap=None):
        routes.application(entry.id).link_here(marked("**{}**", _company(entry)))
        st.markdown(marked(":small[{}]", _role(context, entry)))
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", wrap=False):
            st.markdown(marked(":small[:gray[{}]]", _when(context, entry)))
            st.menu_button(
                "Move",
                others,
                key=key,
                type="tertiary",
                format_func=lambda status: escaped(label(status)),
                on_click=_set_status,
                args=(entry.id, key),
            )


def _set_status(application_id: str, key: str) -> None:
    status = next((word for word in get_args(Status) if word == st.session_state.get(key)), None)
    if status is None:
        return
    context, token = current_context(), new_id("dt", RANDOM)
    if status == "withdrawn" and mood_question.is_asked(context, application_id):
        entry_form.begin("status", application_id)
        keep_answers(st.query_params["draft"], {"status": status})
        return
    store, today, now = context.store, context.today, context.now
    sentence = f"Moved to “{label(status)}” as of today. You can change the day on its page."
    saving.run(lambda: move_application(store, application_id, status, today, token, now), sentence)
