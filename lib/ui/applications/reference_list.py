"""References and contacts: what each was asked and told, with every step dated in one click."""

from collections.abc import Collection
from datetime import date

import streamlit as st

from lib.english import sentence_case, short_day
from lib.followup.references import Register, register
from lib.records.ask import Ask
from lib.records.labels import label
from lib.ui.applications import entry_form
from lib.ui.applications.entry_form import STEP_WORDS
from lib.ui.drafts import saving
from lib.ui.markdown import escaped
from lib.ui.shared.rows import open_person, scene_of
from lib.ui.visit import Visit, clock, current_store, this_visit
from lib.workflows.drafts.record_editing import remove_record
from lib.workflows.drafts.steps import STEPS, Step, date_step

_SHOWN = 20
_NEXT = 3
"""How many steps ahead are offered in one click; 'Correct' has all of them."""

_CLICKS: dict[Step, str] = {
    "asked": "Asked today",
    "agreed": "Agreed today",
    "briefed": "Briefed today",
    "contacted": "Contacted today",
    "thanked": "Thanked today",
    "told": "Told today",
}


def show(visit: Visit) -> None:
    """The register as a table, and below it each favour with its next steps."""
    st.button("Ask someone", type="primary", key="add ask", on_click=entry_form.begin, args=("ask",))
    lines = register(scene_of(visit))
    if not lines:
        st.write(
            "Who speaks for you will stand here: whom you asked, who agreed, who knows what to expect, "
            "who was thanked and told how it ended."
        )
        return
    st.table(
        [_row(entry, visit) for entry in lines],
        border="horizontal",
        hide_index=True,
        alt="Who was asked for what, and which steps were taken when",
    )
    st.subheader("The next steps", anchor=False)
    running = [entry for entry in lines if not entry.is_finished]
    finished = [entry for entry in lines if entry.is_finished]
    shown = running if st.session_state.get("asks more") else running[:_SHOWN]
    for entry in shown:
        _card(visit, entry)
    if not running:
        st.write("No step is left: everyone knows how it ended.")
    if len(shown) < len(running):
        st.button(f"Show the other {len(running) - len(shown)}", key="show more asks", on_click=_show_more)
    if finished:
        with st.expander(f"Finished: {len(finished)}", key="finished asks", on_change="rerun") as folded:
            for entry in finished if folded.open else ():
                _card(visit, entry)


def _show_more() -> None:
    st.session_state["asks more"] = True


def show_asks(visit: Visit, asks: Collection[Ask], application_id: str = "", person_id: str = "") -> None:
    """The favours of one application or one person, and a way to add one."""
    st.subheader("Who speaks for you" if application_id else "What you asked of them", anchor=False)
    known = {ask.id for ask in asks}
    for entry in register(scene_of(visit)):
        if entry.ask.id in known:
            _card(visit, entry)
    if not asks:
        st.write("Nobody was asked yet." if application_id else "Nothing was asked of them yet.")
    begin = {"application_id": application_id} if application_id else {"person_id": person_id}
    st.button("Ask for a favour", key="add ask", on_click=entry_form.begin, args=("ask",), kwargs=begin)


def _row(entry: Register, visit: Visit) -> dict[str, str]:
    what = label(entry.ask.kind)
    taken = ", ".join(f"{step} {short_day(day, visit.today)}" for step, day in entry.steps)
    return {
        "Who": escaped(entry.name),
        "For what": escaped(f"{what} for {entry.company}" if entry.company else what),
        "Steps taken": escaped(sentence_case(taken) or "None yet"),
    }


def _card(visit: Visit, entry: Register) -> None:
    ask, taken = entry.ask, {step for step, _ in entry.steps}
    with st.container(border=True, key=f"ask_{ask.id}"):
        st.write(f"**{escaped(label(ask.kind))}**  \n{escaped(entry.sentence)}")
        if ask.note:
            st.write(escaped(ask.note))
        with st.container(horizontal=True, key=f"steps_{ask.id}"):
            for step in [step for step in STEPS if step not in taken][:_NEXT]:
                st.button(_CLICKS[step], key=f"{step} {ask.id}", on_click=_date, args=(ask.id, step))
        with st.container(horizontal=True, key=f"ways_{ask.id}"):
            st.button("Correct", key=f"edit {ask.id}", type="tertiary", on_click=entry_form.begin, args=("ask", ask.id))
            if "person" not in st.query_params:
                st.button(
                    "Open the person",
                    key=f"person {ask.id}",
                    type="tertiary",
                    on_click=open_person,
                    args=(ask.person_id,),
                )
            st.button("Delete", key=f"delete {ask.id}", type="tertiary", on_click=_delete, args=(ask.id,))


def _date(ask_id: str, step: Step) -> None:
    visit = this_visit()
    store, now = visit.store, visit.now
    today: date = visit.today
    saving.run(lambda: date_step(store, ask_id, step, today, now), f"{STEP_WORDS[step]}: today.")


def _delete(ask_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: remove_record(store, "asks", ask_id, now), "The favour is deleted.")
