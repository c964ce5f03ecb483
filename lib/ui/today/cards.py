"""The main column of Today: a new week, what to do, looking back on a no, and practice."""

import streamlit as st

from lib.english import counted
from lib.practice.queue import USUAL_SITTING, Queue
from lib.ui import routes, session
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import bulleted, escaped, marked
from lib.ui.shared import task_card
from lib.ui.shared.practice_queue import queue_now
from lib.workflows.entries.tasks import dismiss_tasks
from lib.workflows.entries.week import set_weekly_aim


def show_to_do(context: Context) -> None:
    """At most three things, what is due first before the others; the rest is one click away."""
    plan = context.plan
    st.subheader("To do", anchor=False)
    for due in plan.today_three:
        task_card.show(context, due)
    if not plan.today_three:
        st.write("Nothing to do right now." if not plan.paused_until else escaped(plan.sentence))
    if plan.remaining and st.button(
        marked("{} more", len(plan.remaining)), key="rest", type="tertiary", icon=":material/arrow_forward:"
    ):
        routes.follow_up().go()


_AWAY_SHOWN = 8


def show_away(context: Context) -> None:
    """After seven days away: what has passed may go together."""
    away = context.plan.away
    if away is None:
        return
    with st.container(border=True, key="away"):
        st.write(escaped(away.sentence))
        st.write(bulleted(due.title for due in away.tasks[:_AWAY_SHOWN]))
        if len(away.tasks) > _AWAY_SHOWN:
            st.write(marked("And {} more, in Follow-up.", len(away.tasks) - _AWAY_SHOWN))
        ids = tuple(due.id for due in away.tasks)
        st.button("Dismiss these", key="let go", on_click=_dismiss, args=(ids,))


def _dismiss(task_ids: tuple[str, ...]) -> None:
    context = current_context()
    saving.run(lambda: dismiss_tasks(context.store, task_ids, context.local_time), "Dismissed.")


def show_noes(context: Context) -> None:
    """A no of the past two weeks: on the day nothing more; later the way to look back on it, when the person likes."""
    for after in context.plan.after_no:
        if after.is_the_day:
            st.write(escaped(after.sentence))
        elif after.questions or after.needs_plan:
            with st.container(
                border=True, horizontal=True, vertical_alignment="center", key=f"no_{after.interview_id}"
            ):
                st.markdown(escaped(after.sentence), width="stretch")
                if st.button("Review it", key=f"look back {after.interview_id}"):
                    routes.interview(after.interview_id, "no").go()


def show_practice(context: Context) -> None:
    """The questions to practise before the next interview; without one, those due."""
    found = queue_now(context, USUAL_SITTING) if context.workbook.questions else None
    if found is None or not found.items:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", wrap=False, key="practice"):
        st.markdown(marked(":material/record_voice_over: {}", _to_practise(context, found)), width="stretch")
        if st.button("Practise", key="to practice"):
            routes.practice().go()


def _to_practise(context: Context, found: Queue) -> str:
    application = context.workbook.application(found.interview.application_id) if found.interview else None
    towards = f" before {application.company}" if application else ""
    return f"{counted(len(found.items), 'question')} to practise{towards}, about {counted(found.minutes, 'minute')}"


def show_look_back(context: Context) -> None:
    """On the first visit of a week: a short look back, and one aim."""
    week = context.plan.look_back
    if week is None or context.plan.search_summary.week.aim:
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
    words, context = str(st.session_state["aim"]), current_context()
    token = f"{session.tab()} {context.today}"
    saving.run(lambda: set_weekly_aim(context.store, words, context.now, token), "Saved.")
