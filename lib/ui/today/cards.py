"""What stands on Today besides the three things: the next sheet, what waits, the search, and quiet times."""

from datetime import timedelta

import streamlit as st

from lib.english import counted, days_between, sentence_case, spoken_day
from lib.followup.clocks import day_of
from lib.followup.plan import RESTING_KEY
from lib.followup.sheet import next_sheet
from lib.followup.waits import Wait
from lib.practice.queue import USUAL_SITTING, Queue
from lib.ui import places, session
from lib.ui.drafts import saving
from lib.ui.markdown import escaped
from lib.ui.shared import task_card, waiting
from lib.ui.shared.practice_queue import queue_now
from lib.ui.visit import Visit, this_visit
from lib.workflows.drafts.noted import has_begun
from lib.workflows.entries.preferences import set_setting
from lib.workflows.entries.tasks import let_tasks_go
from lib.workflows.entries.week import set_weekly_aim


def show_next_sheet(visit: Visit) -> None:
    """The next interview, from two days before it, with the way to its sheet."""
    sheet = next_sheet(visit.workbook, visit.now, visit.zone)
    if sheet is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="next_sheet"):
        near = days_between(day_of(sheet.interview.held_at, visit.zone), visit.today)
        when = sheet.when if sheet.when.startswith(near) else f"{sheet.when}, {near}"
        st.markdown(f"**Next: {escaped(sheet.title)}**  \n{escaped(sentence_case(when))}", width="stretch")
        if st.button("Open its sheet", key="open sheet"):
            places.prep_sheet(sheet.interview.id).go()
        if has_begun(sheet.interview, visit.now) and st.button("Debrief it", key="debrief next"):
            places.debrief(sheet.interview.id).go()


def show_coming(visit: Visit) -> None:
    """The interviews still to come, but the one whose sheet leads already."""
    sheet = next_sheet(visit.workbook, visit.now, visit.zone)
    waiting.show_coming(visit, but=sheet.interview.id if sheet else "")


def show_three(visit: Visit) -> None:
    """At most three things, ordered by what is lost if they are not done; the rest is one click away."""
    plan = visit.plan
    for due in plan.today_three:
        task_card.show(visit, due)
    if not plan.today_three:
        st.write("Nothing is due." if not plan.resting_until else escaped(plan.sentence))
    if plan.rest and st.button(f"{counted(len(plan.rest), 'more thing')} can wait", key="rest", type="tertiary"):
        places.follow_up().go()


_AWAY_SHOWN = 8


def show_away(visit: Visit) -> None:
    """After seven days away: what has passed may go together."""
    away = visit.plan.away
    if away is None:
        return
    with st.container(border=True, key="away"):
        st.write(escaped(away.sentence))
        st.write("\n".join(f"- {escaped(due.title)}" for due in away.tasks[:_AWAY_SHOWN]))
        if len(away.tasks) > _AWAY_SHOWN:
            st.write(f"And {len(away.tasks) - _AWAY_SHOWN} more, all on the Follow-up page.")
        ids = tuple(due.id for due in away.tasks)
        st.button("Let these go", key="let go", on_click=_let_go, args=(ids,))


def _let_go(task_ids: tuple[str, ...]) -> None:
    visit = this_visit()
    saving.run(lambda: let_tasks_go(visit.store, task_ids, visit.here), "Let go.")


def show_waits(visit: Visit) -> None:
    """What waits, until when and why; what is out of my hands in it, and the one thing that is in them."""
    if not visit.plan.waits:
        return
    st.subheader("Waiting", anchor=False)
    for sentence in dict.fromkeys(wait.out_of_hands for wait in visit.plan.waits if wait.out_of_hands):
        st.caption(escaped(sentence))
    for wait in visit.plan.waits:
        _wait(visit, wait)


def _wait(visit: Visit, wait: Wait) -> None:
    application = visit.workbook.application(wait.application_id)
    company = f"**{escaped(application.company)}.** " if application else ""
    more = " ".join((wait.odds, *wait.done, wait.in_hands)).strip()
    st.write(f"{company}{escaped(wait.sentence)}" + (f"  \n:gray[{escaped(more)}]" if more else ""))


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
                if st.button("Look back on it", key=f"look back {after.interview_id}"):
                    places.interview(after.interview_id, "no").go()


def show_practice(visit: Visit) -> None:
    """What there is to practise before the coming interview; without one, what is due, and else nothing."""
    found = queue_now(visit, USUAL_SITTING) if visit.workbook.questions else None
    if found is None or not found.items:
        return
    st.subheader("Practice", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="practice"):
        st.markdown(escaped(_to_practise(visit, found)), width="stretch")
        if st.button("Practise", key="to practice"):
            places.practice().go()


def _to_practise(visit: Visit, found: Queue) -> str:
    application = visit.workbook.application(found.interview.application_id) if found.interview else None
    towards = f" before {application.company}" if application else ""
    return f"{counted(len(found.items), 'question')} to try aloud{towards}, about {counted(found.minutes, 'minute')}."


def show_search(visit: Visit) -> None:
    """How the search goes on beside the favourite, this week, and one idea."""
    pulse = visit.plan.pulse
    if not (pulse.favourites or pulse.others or pulse.week.aim):
        return
    st.subheader("The search goes on", anchor=False)
    st.write(escaped(pulse.sentence))
    if pulse.week.aim:
        st.write(f"Your aim this week: {escaped(pulse.week.aim)}")
    if pulse.idea:
        with st.container(horizontal=True, vertical_alignment="center", key="idea"):
            end = "" if pulse.idea.sentence.endswith("?") else "."
            st.markdown(f"An idea: {escaped(pulse.idea.sentence)}{end}", width="stretch")
            if st.button("Take it up", key="idea go"):
                task, about = pulse.idea.task, pulse.idea.application_id
                (places.letter(task.id) if task else places.application(about)).go()


def show_look_back(visit: Visit) -> None:
    """On the first visit of a week: a short look back, and one aim."""
    week = visit.plan.look_back
    if week is None or visit.plan.pulse.week.aim:
        return
    with st.container(border=True, key="look_back"):
        st.write(
            f"**A new week.** {escaped(week.sentence)}" + (f" Your aim was: {escaped(week.aim)}" if week.aim else "")
        )
        with st.form("aim form", border=False):
            st.text_input(
                "One aim for this week", key="aim", placeholder="Two applications, one call with someone I know"
            )
            st.form_submit_button("That is my aim", on_click=_aim)


def _aim() -> None:
    words, visit = str(st.session_state["aim"]), this_visit()
    token = f"{session.tab()} {visit.today}"
    saving.run(lambda: set_weekly_aim(visit.store, words, visit.now, token), "Your aim for the week.")


def show_rest(visit: Visit) -> None:
    """Quiet times: until a day of one's own, only promises and deadlines are shown."""
    until = visit.plan.resting_until
    if until:
        st.write(f"Resting until {spoken_day(until, visit.today)}. Only promises and deadlines are shown.")
        st.button("I am back", key="back", on_click=_rest, args=("",))
        return
    with st.popover("Rest for a while", type="tertiary", key="rest for a while"):
        st.write("Until then only promises and deadlines are shown. Nothing is lost.")
        for words, days in (("Until tomorrow", 1), ("For three days", 3), ("For a week", 7), ("For two weeks", 14)):
            day = (visit.today + timedelta(days=days)).isoformat()
            st.button(words, key=f"rest {days}", on_click=_rest, args=(day,))


def _rest(until: str) -> None:
    visit = this_visit()
    sentence = "Rest well." if until else "Welcome back."
    saving.run(lambda: set_setting(visit.store, RESTING_KEY, until, visit.now), sentence)
