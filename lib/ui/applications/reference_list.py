"""References and good words: who was asked for what, which steps are taken, and the next one in one click."""

from collections.abc import Collection, Mapping
from datetime import date

import streamlit as st
from markupsafe import Markup

from lib.english import sentence_case
from lib.followup.references import RegisterEntry, register
from lib.records.ask import Ask
from lib.records.labels import label
from lib.ui import routes
from lib.ui.applications import entry_form
from lib.ui.applications.entry_form import STEP_WORDS
from lib.ui.context import Context, clock, current_context, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import SafeText, escaped, marked
from lib.workflows.drafts.record_removal import remove_record
from lib.workflows.drafts.steps import STEPS, AskStep, date_step

_SHOWN = 12

_CLICKS: Mapping[AskStep, SafeText] = {
    "asked": "Asked today",
    "agreed": "Agreed today",
    "briefed": "I told them what to expect",
    "contacted": "Contacted today",
    "thanked": "Thanked today",
    "told": "Told today",
}


def show(context: Context) -> None:
    """Everyone who was asked, each with the steps taken and the next one."""
    st.button("Ask someone", type="primary", key="add ask", on_click=entry_form.begin, args=("ask",))
    lines = register(context.snapshot)
    if not lines:
        st.write("The people who vouch for you will be here: who agreed, who knows what to expect, who was thanked.")
        return
    running = [entry for entry in lines if not entry.is_finished]
    finished = [entry for entry in lines if entry.is_finished]
    shown = running if st.session_state.get("asks more") else running[:_SHOWN]
    for entry in shown:
        _row(context, entry, entry.name)
    if not running:
        st.write("Nothing left to do: everyone knows how it ended.")
    if len(shown) < len(running):
        st.button(marked("Show {} more", len(running) - len(shown)), key="show more asks", on_click=_show_more)
    if finished:
        with st.expander(marked("Finished: {}", len(finished)), key="finished asks", on_change="rerun") as folded:
            for entry in finished if folded.open else ():
                _row(context, entry, entry.name)


def _show_more() -> None:
    st.session_state["asks more"] = True


def show_there(context: Context, asks: Collection[Ask]) -> None:
    """The favours asked for one application."""
    if asks:
        st.subheader("References", anchor=False)
    known = {ask.id for ask in asks}
    with st.container(key="asks_there", gap=None):
        for entry in register(context.snapshot):
            if entry.ask.id in known:
                _row(context, entry, entry.name)


def show_of(context: Context, asks: Collection[Ask], person_id: str) -> None:
    """The favours that one person was asked for, and a way to add one."""
    st.subheader("What you asked them for", anchor=False)
    known = {ask.id for ask in asks}
    for entry in register(context.snapshot):
        if entry.ask.id in known:
            _row(context, entry, "")
    about = {"person_id": person_id}
    words = "Ask for a reference or a good word"
    st.button(words, key="add ask", type="tertiary", on_click=entry_form.begin, args=("ask",), kwargs=about)


def _row(context: Context, entry: RegisterEntry, name: str) -> None:
    """One favour: for what, its six steps as marks, and the next step."""
    ask = entry.ask
    taken = dict(entry.steps)
    what = f"{label(ask.kind)} for {entry.company}" if entry.company else label(ask.kind)
    often = f" · asked {entry.asked_lately} times lately" if entry.asked_lately > 1 else ""
    with st.container(key=f"ask_{ask.id}", gap=None):
        with st.container(key=f"askwho_{ask.id}", gap=None):
            if name:
                routes.person(ask.person_id).link_here(escaped(name))
            st.markdown(marked(":gray[{}]", what + often))
            if ask.note:
                st.markdown(marked(":small[{}]", ask.note))
        with st.container(key=f"askhow_{ask.id}", gap=None):
            st.html(_track(taken))
            st.markdown(marked(":small[:gray[{}]]", _last(entry, context)))
        with st.container(horizontal=True, vertical_alignment="center", wrap=False, key=f"steps_{ask.id}"):
            _actions(ask, taken)


def _track(taken: Collection[str]) -> Markup:
    """Six marks, one a step, filled if it was taken."""
    marks = (Markup('<i class="{}"></i>').format("taken" if step in taken else "") for step in STEPS)
    drawn = Markup('<span class="afterword-track" role="img" aria-label="{0}" title="{0}">{1}</span>')
    return drawn.format(f"{len(taken)} of {len(STEPS)} steps taken", Markup("").join(marks))


def _last(entry: RegisterEntry, context: Context) -> str:
    steps = [f"{step} {context.dates.short_day(day, context.today)}" for step, day in entry.steps]
    return sentence_case(steps[-1]) if steps else "Not asked yet"


def _actions(ask: Ask, taken: Collection[str]) -> None:
    """The step after the last one that was taken; the others, and the entry itself, under More."""
    done = max((place for place, step in enumerate(STEPS) if step in taken), default=-1)
    following = STEPS[done + 1 : done + 2]
    for step in following:
        st.button(_CLICKS[step], key=f"{step} {ask.id}", on_click=_date, args=(ask.id, step))
    with st.popover("More", type="tertiary", key=f"more {ask.id}"):
        for step in (step for step in STEPS if step not in (*taken, *following)):
            st.button(_CLICKS[step], key=f"{step} {ask.id}", width="stretch", on_click=_date, args=(ask.id, step))
        st.button("Edit", key=f"edit {ask.id}", width="stretch", on_click=entry_form.begin, args=("ask", ask.id))
        st.button("Delete", key=f"delete {ask.id}", width="stretch", on_click=_delete, args=(ask.id,))


def _date(ask_id: str, step: AskStep) -> None:
    context = current_context()
    store, now = context.store, context.now
    today: date = context.today
    saving.run(lambda: date_step(store, ask_id, step, today, now), f"{STEP_WORDS[step]}: today.")


def _delete(ask_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: remove_record(store, "asks", ask_id, now), "The favour is deleted.")
