"""The side column of Today: what's coming up, who you're waiting for, the week, and pausing the reminders."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import streamlit as st
from markupsafe import Markup

from lib.dates import day_of
from lib.english import days_between
from lib.followup.plan import PAUSED_KEY
from lib.followup.waits import Wait
from lib.records.interview import Interview
from lib.ui import routes
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.ui.shared import meeting_link
from lib.ui.titles import application_title
from lib.workflows.drafts.scheduled_interviews import coming_interviews, has_begun, held_interviews
from lib.workflows.entries.preferences import set_setting

_WAITS = 5
_PAUSES = (("Until tomorrow", 1), ("For three days", 3), ("For a week", 7), ("For two weeks", 14))


def show_coming(context: Context) -> None:
    """The interviews that are noted and not over, each with its sheet; once it's over, it's a thing to do."""
    over = {due.interview_id for due in context.plan.open_tasks if due.kind == "debrief"}
    held = [entry for entry in held_interviews(context.workbook, context.now) if _is_today(context, entry)]
    coming = [*(entry for entry in held if entry.id not in over), *coming_interviews(context.workbook, context.now)]
    if coming:
        st.subheader("Coming up", anchor=False)
    for interview in coming:
        with st.container(border=True, key=f"coming_{interview.id}"):
            _coming(context, interview)


def _is_today(context: Context, interview: Interview) -> bool:
    return day_of(interview.held_at, context.zone) == context.today


def _coming(context: Context, interview: Interview) -> None:
    day = day_of(interview.held_at, context.zone)
    when, near = _when(context, interview), days_between(day, context.today)
    application = context.workbook.application(interview.application_id)
    first = when if when.startswith(near) else f"{when} · {near}"
    if interview.work_until and interview.due_on:
        first = f"Due {context.dates.brief_day(interview.due_on, context.today)}"
    st.markdown(marked("**{}**  \n{} · {}", first, application_title(application, context), interview.type_phrase))
    with st.container(horizontal=True):
        if st.button("Open prep sheet", key=f"sheet {interview.id}"):
            routes.prep_sheet(interview.id).go()
        if _is_today(context, interview):
            meeting_link.show(interview)
        if has_begun(interview, context.now) and st.button("Debrief it", key=f"debrief {interview.id}"):
            routes.debrief(interview.id).go()


def _when(context: Context, interview: Interview) -> str:
    """'Wed 2 Dec, 10:00', on my clock."""
    day, at = context.dates.brief_day(day_of(interview.held_at, context.zone), context.today), interview.held_at
    return (
        f"{day}, {context.dates.spoken_time(at.astimezone(context.zone).time())}" if isinstance(at, datetime) else day
    )


def show_waits(context: Context) -> None:
    """Who I'm waiting for, in words: their last word, and until when there's no need to write."""
    found = context.plan.waits
    if not found:
        return
    st.subheader("Waiting for", anchor=False)
    for wait in found[:_WAITS]:
        _wait(context, wait)
    if len(found) > _WAITS:
        with st.expander(marked("{} more", len(found) - _WAITS), type="compact"):
            for wait in found[_WAITS:]:
                _wait(context, wait)
    for sentence in dict.fromkeys(wait.out_of_hands for wait in found if wait.out_of_hands):
        st.caption(escaped(sentence))


def _wait(context: Context, wait: Wait) -> None:
    application = context.workbook.application(wait.application_id)
    name = marked("**{}**  \n", application.company) if application else ""
    more = " ".join(part for part in (wait.odds, *wait.done, wait.in_hands) if part)
    st.markdown(marked("{}:small[{}{}]", name, wait.sentence, marked(" {}", more) if more else ""))


def show_week(context: Context) -> None:
    """Up to three numbers of this search and week, never a zero, the aim, and one idea."""
    search_summary = context.plan.search_summary
    numbers = {
        "Interviews this week": search_summary.week.interviews,
        "Active": len(search_summary.favourites) + len(search_summary.others),
        "Offers": sum(entry.status == "offer" for entry in (*search_summary.favourites, *search_summary.others)),
    }
    shown = {words: number for words, number in numbers.items() if number}
    if not (shown or search_summary.week.aim):
        return
    st.subheader("Your search", anchor=False)
    if shown:
        _numbers(shown)
    if search_summary.week.aim:
        st.caption(marked("Your goal this week: {}", search_summary.week.aim))
    if search_summary.idea:
        st.caption(marked("An idea (optional): {}", search_summary.idea.sentence))
        if st.button("Open it", key="idea go", type="tertiary"):
            task, about = search_summary.idea.task, search_summary.idea.application_id
            (routes.letter(task.id) if task else routes.application(about)).go()


def _numbers(shown: Mapping[str, int]) -> None:
    """They look like ``st.metric``, for which the browser would fetch nine more files before the page is complete."""
    rows = (Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(words, number) for words, number in shown.items())
    st.html(Markup('<dl class="afterword-numbers">{}</dl>').format(Markup("").join(rows)))


def show_pause(context: Context) -> None:
    """Pause the reminders: until a chosen day only promises and deadlines are shown."""
    until = context.plan.paused_until
    if until:
        day = context.dates.spoken_day(until, context.today)
        st.caption(marked("Reminders are paused until {}. Promises and deadlines still show.", day))
        st.button("Resume reminders", key="back", on_click=_pause, args=("",))
        return
    with st.popover("Pause reminders", type="tertiary", key="rest for a while"):
        st.write("Only promises and deadlines will show until then.")
        for words, days in _PAUSES:
            day = (context.today + timedelta(days=days)).isoformat()
            st.button(words, key=f"rest {days}", on_click=_pause, args=(day,))


def _pause(until: str) -> None:
    context = current_context()
    sentence = "Reminders paused." if until else "Reminders are on again."
    saving.run(lambda: set_setting(context.store, PAUSED_KEY, until, context.now), sentence)
