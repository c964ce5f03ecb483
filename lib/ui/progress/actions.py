"""What one can do about something that was found: read the debriefs behind it, practise, write a plan."""

from collections.abc import Callable

import streamlit as st

from lib.english import counted, spoken_day
from lib.insight.summary import Statement
from lib.practice.behind import Behind, Ground, behind_change, behind_finding
from lib.practice.cards import Card
from lib.practice.queue import practised_for
from lib.records.labels import phrase
from lib.ui import places
from lib.ui.markdown import escaped, one_line
from lib.ui.progress import plan_form
from lib.ui.progress.results import findings_of
from lib.ui.shared import plan_questions
from lib.ui.shared.rows import side_by_side
from lib.ui.visit import Visit

_READ = 5


def show(visit: Visit, statement: Statement, see: Callable[[], None] | None = None) -> None:
    """The ways on, folded away until they are asked for; where one cannot act on the statement, only ``see``.

    ``see`` shows the way to the part that has it in full.
    """
    if statement.finding is None and statement.change is None:
        if see:
            see()
        return
    key = f"act_{statement.key}".replace(":", "_").replace(" ", "_")
    with st.expander("What you can do about it", key=key, on_change="rerun") as ways:
        if ways.open:
            ground = _ground(visit, statement)
            if ground.follows:
                st.write(ground.follows)
            _debriefs(visit, ground.debriefs, key)
            _questions(ground.questions, key)
            _plans(visit, ground.dimension, key)
            if see:
                see()


def _ground(visit: Visit, statement: Statement) -> Ground:
    workbook = findings_of(visit).workbook
    company = practised_for(visit.workbook, visit.now)
    if statement.finding:
        return behind_finding(workbook, statement.finding, company)
    assert statement.change is not None
    return behind_change(workbook, statement.change, company)


def _debriefs(visit: Visit, debriefs: tuple[Behind, ...], key: str) -> None:
    st.markdown(f"**Read the debriefs behind it** :gray[({len(debriefs)})]")
    whole = f"{key} all"
    shown = debriefs if st.session_state.get(whole) else debriefs[:_READ]
    for debrief in shown:
        where = ", ".join(part for part in (debrief.company, phrase(debrief.stage)) if part)
        about = ", ".join(part for part in (spoken_day(debrief.on, visit.today), debrief.words) if part)
        with side_by_side(f"{key}_{debrief.interview_id}", f"{escaped(where)}  \n:gray[{escaped(about)}]"):
            if st.button("Read", key=f"{key} read {debrief.interview_id}"):
                places.interview(debrief.interview_id).go()
    if len(shown) < len(debriefs):
        more = f"Show the other {len(debriefs) - len(shown)}"
        st.button(more, key=f"{key} more", type="tertiary", on_click=_show_all, args=(whole,))


def _show_all(whole: str) -> None:
    st.session_state[whole] = True


def _questions(questions: tuple[Card, ...], key: str) -> None:
    if not questions:
        return
    st.markdown("**Practise what went with it**")
    for card in questions:
        with side_by_side(f"{key}_{card.id}", escaped(one_line(card.text, 120))):
            if st.button("Practise", key=f"{key} practise {card.id}"):
                places.question(card.id).go()


def _plans(visit: Visit, dimension: str, key: str) -> None:
    st.markdown("**Plan the next time**")
    made = [plan for plan in visit.workbook.plans if dimension and plan.dimension == dimension]
    for plan in sorted(made, key=lambda plan: str(plan.made_on or ""), reverse=True):
        words = f"{escaped(plan.sentence)}"
        day = f"  \n:gray[{spoken_day(plan.made_on, visit.today)}]" if plan.made_on else ""
        ways = side_by_side(f"{key}_{plan.id}", words + day)
        with ways.container(horizontal=True, vertical_alignment="center"):
            plan_questions.ways_with(visit, plan, f"{key}_{plan.id}")
            st.button("Correct", key=f"{key}_{plan.id} Correct", on_click=plan_form.begin, args=("plan", plan.id))
    if made:
        st.caption(f"{counted(len(made), 'plan')} about this so far. One at a time is easier to keep.")
    st.button(
        "Write an if-then plan",
        key=f"{key} plan",
        on_click=plan_form.begin,
        args=("plan",),
        kwargs={"dimension": dimension},
    )
