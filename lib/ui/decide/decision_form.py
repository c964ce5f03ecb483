"""The small forms of the Decide page: a goal, a criterion, a decision, and the look back on one."""

import streamlit as st

from lib.decide.decisions import decision_log, review_day
from lib.decide.fit import job_fit
from lib.english import one_line, span
from lib.followup.defaults import TELL_NO_AFTER_DAYS
from lib.records.labels import label
from lib.records.vocabulary import Choice, Gut, RightCall, words
from lib.ui.context import Context
from lib.ui.drafts import record_form
from lib.ui.drafts.fields import Form
from lib.ui.drafts.record_form import RecordForm
from lib.ui.markdown import escaped, marked
from lib.ui.titles import application_title
from lib.workflows.drafting import is_new
from lib.workflows.entries.deciding import TOLD, waits_for_me

CHOICES = {
    "go_on": "Keep going",
    "hold": "Wait for now",
    "decline": "Decline",
    "accept": "Accept the offer",
}
"""What can be decided, as it is asked."""


def begin(screen: str, record_id: str = "", **known: str) -> None:
    """Turn to a form: a callback."""
    record_form.begin(FORMS, screen, record_id, **known)


def _goal(_context: Context, form: Form) -> None:
    form.text_input(
        "goal", "What do you want from your next job?", placeholder="Build things that people use, near home"
    )
    form.text_area("why", "Why does it matter to you?")


def _criterion(context: Context, form: Form) -> None:
    form.text_input("name", "What matters to you in a job?", placeholder="Time for music")
    form.text_input("worst", "What does 0 look like for you?", placeholder="rehearsals only in the holidays")
    form.text_input("best", "What does 100 look like?", placeholder="home by six, four days of five")
    note = "Leave it empty if good scores elsewhere can make up for it."
    form.number("must_have", "Must-have: the lowest score you'd accept. From 0 to 100", 0, 100, note=note, unit="no")
    goals = {goal.id: one_line(goal.goal) for goal in context.workbook.goals}
    if goals:
        form.select_entry("goal_id", "Which goal is it for?", goals, otherwise="None in particular")


def _decision(context: Context, form: Form) -> None:
    job = _job(context, form)
    if is_new(form.draft):
        application = context.workbook.application(job)
        st.write(escaped(job_fit(context.workbook, job, context.today).summary))
        may_accept = application is not None and application.status in ("offer", "accepted")
        choices = [word for word in words(Choice) if word != "accept" or may_accept]
        is_no = form.choice("choice", "What do you decide?", choices, CHOICES) == "decline"
        if is_no and application is not None and waits_for_me(context.workbook, application):
            form.checkbox(TOLD, "I've already told them")
            st.caption(marked("If not, Today will remind you to tell them within {}.", span(TELL_NO_AFTER_DAYS)))
    else:
        st.write(marked("You chose: {}.", CHOICES[form.text("choice")]))
    form.choice("gut", "How does that feel?", words(Gut))
    form.text_area("reasons", "What are your reasons?")
    form.percentage("confidence", "How sure are you that it's right? From 0 to 10")
    form.text_area("change_my_mind", "What would change your mind?")
    form.day("review_on", "When will you review it?", note="In 30 days, unless you choose another day.")


def _job(context: Context, form: Form) -> str:
    """The application that it is about; chosen here where the address named none."""
    if not is_new(form.draft) or form.draft.base.get("application_id"):
        known = context.workbook.application(form.text("application_id"))
        st.write(
            marked("**{}**", application_title(known, context) if form.text("application_id") else "Your current job")
        )
        return form.text("application_id")
    applications = {entry.id: application_title(entry, context) for entry in reversed(context.workbook.applications)}
    return form.select_entry("application_id", "Which job is it about?", applications, otherwise="My current job")


def _no_to(_context: Context, form: Form) -> str:
    """The application that a no is about to be recorded to."""
    return form.text("application_id") if is_new(form.draft) and form.text("choice") == "decline" else ""


def _review(context: Context, form: Form) -> None:
    entries = decision_log(context.workbook, context.today, dates=context.dates).entries
    entry = next((entry for entry in entries if entry.decision.id == form.draft.record_id), None)
    if entry:
        st.write(escaped(entry.sentence))
        if entry.decision.gut:
            st.write(marked(":gray[How it felt]  \n{}", label(entry.decision.gut)))
        if entry.decision.reasons:
            st.write(marked(":gray[Your reasons]  \n{}", entry.decision.reasons))
        if entry.decision.change_my_mind:
            st.write(marked(":gray[What would change your mind]  \n{}", entry.decision.change_my_mind))
    form.choice("right_call", "Was it right?", words(RightCall))
    form.text_area("learned", "What did you learn?")


def _about_the_job(context: Context) -> dict[str, str]:
    """A new decision is about the job that the address names, and looked back on in a month."""
    job = st.query_params.get("application", "")
    known = {"application_id": job} if context.workbook.application(job) else {}
    return {"review_on": review_day(context.today).isoformat(), **known}


FORMS = {
    "goal": RecordForm("A goal", "What do you want?", _goal),
    "criterion": RecordForm("A criterion of your own", "What does it mean for you?", _criterion),
    "decision": RecordForm(
        "What do you decide?",
        "Your decision",
        _decision,
        _about_the_job,
        about="application_id",
        declined_application=_no_to,
    ),
    "review": RecordForm("Review", "How do you see it now?", _review),
}
"""The forms of the Decide page."""
