"""All applications, as a list to look through and as a board by status."""

from collections.abc import Mapping
from typing import get_args

import streamlit as st

from lib.english import counted, sentence_case, short_day
from lib.records.application import Application
from lib.records.application_names import told_apart
from lib.records.ids import new_id
from lib.records.labels import label
from lib.records.vocabulary import ENDINGS, Status, words
from lib.ui import places
from lib.ui.applications import entry_form
from lib.ui.drafts import mood_question, saving
from lib.ui.drafts.taking import keep
from lib.ui.markdown import escaped, one_line, whom
from lib.ui.shared.rows import line, open_application, standing
from lib.ui.visit import RANDOM, Visit, this_visit
from lib.workflows.drafts.steps import move_application
from lib.workflows.entries.searching import by_status, find_applications

SHAPES = {"list": "List", "board": "Board"}
_LIVE: tuple[Status, ...] = ("interested", "applied", "interviewing", "offer")
_IN_COLUMN = 6
_IN_LIST = 30


def show(visit: Visit) -> None:
    """The search box, the filter, and what was found, in the shape that was chosen."""
    st.button(
        "Add an application", key="add application", type="primary", on_click=entry_form.begin, args=("application",)
    )
    if not visit.workbook.applications:
        st.write("Your applications will stand here, each with its rounds, its people and what you said there.")
        return
    text, statuses, shape = _wanted()
    found = find_applications(visit.workbook, text, statuses)
    if not found:
        st.write("Nothing fits. Try fewer words, or another status.")
    elif shape == "board":
        st.set_page_config(layout="wide")
        _board(visit, found)
    else:
        _list(visit, found)


def _wanted() -> tuple[str, list[str], str]:
    text = st.text_input(
        "Find any word", key="search text", type="search", placeholder="a company, a role, a word from your notes"
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="search_filters"):
        statuses = st.multiselect(
            "Status", words(Status), key="search statuses", format_func=label, placeholder="Any status"
        )
        st.session_state["search shape"] = shape = "board" if st.query_params.get("shape") == "board" else "list"
        st.segmented_control(
            "As a", list(SHAPES), key="search shape", format_func=SHAPES.__getitem__, required=True, on_change=_turn
        )
    return text or "", statuses, shape


def _turn() -> None:
    places.turn(shape=str(st.session_state["search shape"]))


def _list(visit: Visit, found: tuple[Application, ...]) -> None:
    some = sentence_case(counted(len(found), "application"))
    st.caption(f"{some} of {len(visit.workbook.applications)}, the last moved first")
    shown = found if st.session_state.get("search more") else found[:_IN_LIST]
    for entry in shown:
        line(f"application_{entry.id}", _words(entry, visit), "Open", open_application, entry.id)
    if len(shown) < len(found):
        st.button(f"Show the other {len(found) - len(shown)}", key="show more", on_click=_show_more)


def _show_more() -> None:
    st.session_state["search more"] = True


def _words(entry: Application, visit: Visit) -> str:
    mark = "A favourite. " if entry.favourite else ""
    return f"**{escaped(one_line(whom(entry, visit)))}**  \n{mark}{escaped(standing(entry, visit))}."


def _board(visit: Visit, found: tuple[Application, ...]) -> None:
    columns = by_status(found)
    _columns(visit, {status: columns[status] for status in _LIVE})
    ended = {status: entries for status in ENDINGS if (entries := columns[status])}
    if ended:
        with st.expander(f"Ended: {sum(map(len, ended.values()))}"):
            _columns(visit, ended)


def _columns(visit: Visit, columns: Mapping[Status, tuple[Application, ...]]) -> None:
    for (status, entries), place in zip(columns.items(), st.columns(len(columns), gap="small"), strict=True):
        with place:
            st.markdown(f"**{label(status)}** :gray[{len(entries)}]")
            for entry in entries[:_IN_COLUMN]:
                _card(visit, entry)
            if len(entries) > _IN_COLUMN:
                st.caption(f"And {len(entries) - _IN_COLUMN} more in the list.")


def _card(visit: Visit, entry: Application) -> None:
    apart = told_apart(visit.workbook, entry, visit.today)
    since = f", {apart}" if apart else ""
    since += f"  \nSince {short_day(entry.status_on, visit.today)}" if entry.status_on else ""
    mark = "  \nA favourite" if entry.favourite else ""
    key = f"move {entry.id}"
    others = [status for status in words(Status) if status != (entry.status or "interested")]
    with st.container(border=True, key=f"card_{entry.id}"):
        st.markdown(f"**{escaped(one_line(entry.company, 40))}**  \n{escaped(one_line(entry.role, 50))}{since}{mark}")
        with st.container(horizontal=True, gap="xsmall"):
            st.button("Open", key=f"open {entry.id}", on_click=open_application, args=(entry.id,))
            st.menu_button("Move", others, key=key, format_func=label, on_click=_move, args=(entry.id, key))


def _move(application_id: str, key: str) -> None:
    status = next((word for word in get_args(Status) if word == st.session_state.get(key)), None)
    if status is None:
        return
    visit, token = this_visit(), new_id("dt", RANDOM)
    if status == "withdrawn" and mood_question.is_to_be_asked(visit, application_id):
        entry_form.begin("status", application_id)
        keep(st.query_params["draft"], {"status": status})
        return
    store, today, now = visit.store, visit.today, visit.now
    sentence = f"Moved to “{label(status)}” as of today. Another day can be said on its page."
    saving.run(lambda: move_application(store, application_id, status, today, token, now), sentence)
