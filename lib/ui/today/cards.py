"""The main column of Today: a new week, what to do, looking back on a no, and practice."""

import streamlit as st

from lib.english import counted
from lib.practice.queue import USUAL_SITTING, Queue
from lib.ui import places, session
from lib.ui.drafts import saving
from lib.ui.markdown import bulleted, escaped, marked
from lib.ui.shared import task_card
from lib.ui.shared.practice_queue import queue_now
from lib.ui.visit import Visit, this_visit
from lib.workflows.entries.tasks import dismiss_tasks
from lib.workflows.entries.week import set_weekly_aim


def show_to_do(visit: Visit) -> None:
    """At most three things, what is due first before the others; the rest is one click away."""
    plan = visit.plan
    st.subheader("To do", anchor=False)
    for due in plan.today_three:
        task_card.show(visit, due)
    if not plan.today_three:
        st.write("Nothing to do right now." if not plan.resting_until else escaped(plan.sentence))
    if plan.rest and st.button(
        marked("{} more", len(plan.rest)), key="rest", type="tertiary", icon=":material/arrow_forward:"
    ):
        places.follow_up().go()


_AWAY_SHOWN = 8


def show_away(visit: Visit) -> None:
    """After seven days away: what has passed may go together."""
    away = visit.plan.away
    if away is None:
        return
    with st.container(border=True, key="away"):
        st.write(escaped(away.sentence))
        st.write(bulleted(due.title for due in away.tasks[:_AWAY_SHOWN]))
        if len(away.tasks) > _AWAY_SHOWN:
            st.write(marked("And {} more, in Follow-up.", len(away.tasks) - _AWAY_SHOWN))
        ids = tuple(due.id for due in away.tasks)
        st.button("Dismiss these", key="let go", on_click=_let_go, args=(ids,))


def _let_go(task_ids: tuple[str, ...]) -> None:
    visit = this_visit()
    saving.run(lambda: dismiss_tasks(visit.store, task_ids, visit.here), "Dismissed.")


def show_noes(visit: Visit) -> None:
    """A no of the past two weeks: on the day nothing more; later the way to look back on it, when the person likes."""
    for after in visit.plan.after_no:
        if after.is_the_day:
            st.write(escaped(after.sentence))
        elif after.questions or after.needs_plan:
            with st.container(
                border=True, horizontal=True, vertical_alignment="center", key=f"no_{after.interview_id}"
            ):
                st.markdown(escaped(after.sentence), width="stretch")
                if st.button("Review it", key=f"look back {after.interview_id}"):
                    places.interview(after.interview_id, "no").go()


def show_practice(visit: Visit) -> None:
    """The questions to practise before the next interview; without one, those due."""
    found = queue_now(visit, USUAL_SITTING) if visit.workbook.questions else None
    if found is None or not found.items:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", wrap=False, key="practice"):
        st.markdown(marked(":material/record_voice_over: {}", _to_practise(visit, found)), width="stretch")
        if st.button("Practise", key="to practice"):
            places.practice().go()


def _to_practise(visit: Visit, found: Queue) -> str:
    application = visit.workbook.application(found.interview.application_id) if found.interview else None
    towards = f" before {application.company}" if application else ""
    return f"{counted(len(found.items), 'question')} to practise{towards}, about {counted(found.minutes, 'minute')}"


def show_look_back(visit: Visit) -> None:
    """On the first visit of a week: a short look back, and one aim."""
    week = visit.plan.look_back
    if week is None or visit.plan.pulse.week.aim:
        return
    with st.container(border=True, key="look_back"):
        st.write(
            marked("**A new week.** {}", week.sentence) + (marked(" Your goal was: {}", week.aim) if week.aim else "")
        )
        with st.form("aim form", border=False):
            st.text_input(
                "A goal for this week", key="aim", placeholder="Two applications, one call with someone I know"
            )
            st.form_submit_button("Set my goal", on_click=_aim)


def _aim() -> None:
    words, visit = str(st.session_state["aim"]), this_visit()
    token = f"{session.tab()} {visit.today}"
    saving.run(lambda: set_weekly_aim(visit.store, words, visit.now, token), "Saved.")
