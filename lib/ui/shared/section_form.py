"""One section of a saved debrief as a form, for tomorrow's part and for corrections alike."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from lib.insight.hindsight import was_rated_afterwards
from lib.records.dimension import active_dimensions, all_dimensions
from lib.records.interview import Interview, ended_hours_ago
from lib.records.labels import HEADINGS
from lib.records.plan import IfThenPlan
from lib.records.private import PROMISE
from lib.records.rating import LATE_HOURS
from lib.records.vocabulary import Channel, Format, NextStep, Opinion, words
from lib.ui import routes
from lib.ui.context import RANDOM, Context
from lib.ui.drafts import form_flow, mood_question
from lib.ui.drafts.fields import Form, saved_sentence
from lib.ui.markdown import escaped, marked, named
from lib.ui.shared import people_fields, plan_questions, section_claims, section_questions
from lib.ui.shared.fit_fields import OPINIONS, fit_rows
from lib.ui.shared.interview_fields import (
    TYPE_IS,
    TYPE_WAS,
    choose_application,
    details,
    opens_again,
    take_home_dates,
    type_field,
    when_fields,
)
from lib.workflows import form_values
from lib.workflows.drafts.editing import begin_edit
from lib.workflows.drafts.guessing import why_no_guess
from lib.workflows.drafts.sections import NOT_COME_UP
from lib.workflows.entries.outcomes import TOO_EARLY
from lib.workflows.form_values import row_field


def show(context: Context, interview: Interview, section: str) -> None:
    """The section's form, continued from an unsaved draft if there is one, with save and discard."""
    form = form_flow.open_form(context, begin_edit(context.workbook, interview, section, context.now, RANDOM))
    st.title(escaped(HEADINGS[section]), anchor=False)
    st.caption(saved_sentence(form.draft, context.zone, context.dates))
    _FIELDS[section](context, interview, form)
    is_no = section == "job" and form.text("leaning") == "decline" != interview.leaning
    save = partial(_save, form.name)
    is_asked = mood_question.show_if_asked(context, form, interview.application_id if is_no else "", save)
    form_flow.actions(form, save, "Cancel", _close, has_question=is_asked)


def _save(name: str) -> None:
    form_flow.save(name, "Saved.")
    _close()


def _close() -> None:
    routes.set_query(part="")


def _basics(context: Context, interview: Interview, form: Form) -> None:
    chosen = choose_application(context, form) if "application" in form.draft.base else interview.application_id
    if chosen in ("", interview.application_id):
        _names(context, interview, form, is_new=not chosen)
    else:
        st.caption("It moves there with its questions, promises and tasks.")
        opens_again(context, form)
    when_fields(context, form)
    day = form_values.when(form.draft.values, context.zone, interview).held_on
    if day and interview.outcome_on and interview.outcome_on < day:
        st.markdown(f":small[:red[{TOO_EARLY}]]")
    if interview.is_debriefed:
        type_field(form)
        _format_and_length(form)
        if form.text("format") == "take_home":
            take_home_dates(context, form)
        form.choice("last_round", "Was it the last round?", ("yes", "no"))
    else:
        type_field(form, TYPE_IS if interview.over_on >= context.today else TYPE_WAS)
        details(context, form)


def _when(context: Context, interview: Interview, form: Form) -> None:
    when_fields(context, form)
    day = form_values.when(form.draft.values, context.zone, interview).held_on
    if day and day < context.today and not (interview.is_debriefed or interview.state == "scheduled"):
        is_typed = form.text("date") != form.draft.base.get("date")
        st.markdown(":small[:red[That day has passed. Choose the new day.]]" if is_typed else "Choose the new day.")


def _names(context: Context, interview: Interview, form: Form, *, is_new: bool) -> None:
    """Company and role, of the application that it belongs to or of a new one."""
    others = sum(entry.application_id == interview.application_id for entry in context.workbook.interviews) - 1
    company_side, role_side = st.columns(2)
    with company_side:
        form.text_input("company", "Company")
    with role_side:
        form.text_input("role", "Role")
    if is_new:
        st.caption("It moves to a new application of these names, with its questions, promises and tasks.")
    elif others:
        st.caption(marked("The other interviews for this role ({}) take the new names too.", others))


def _format_and_length(form: Form) -> None:
    form.choice("format", "Phone, video or in person?", words(Format))
    form.number("minutes", "How long was it, in minutes?", 0, 1440, unit="60")


def _interest(context: Context, interview: Interview, form: Form) -> None:
    form.numbers("interest_before", "Before the interview, from 0 to 10", 0, 10)
    form.numbers("interest_after", "Right after it", 0, 10)
    form.numbers("interest_later", "Two days later, or now", 0, 10)


def _notes(context: Context, interview: Interview, form: Form) -> None:
    form.text_area("went_well", "What went well?")
    form.text_area("went_badly", "What went badly?")
    form.text_area("unsaid", "Anything you forgot to mention?")


def _people(context: Context, interview: Interview, form: Form) -> None:
    for row_id in form.rows("people", "pe"):
        with st.container(border=True, key=f"person_{row_id}"):
            name = form.text(row_field("people", row_id, "name"))
            form.text_input(row_field("people", row_id, "name"), "Name" if name else "Someone else")
            if name:
                title_side, agency_side = st.columns(2)
                with title_side:
                    form.text_input(row_field("people", row_id, "title"), "Title")
                with agency_side:
                    form.text_input(row_field("people", row_id, "agency"), "Agency, if any")
                people_fields.which_one(context, form, row_id)
                form.text_input(row_field("people", row_id, "talked_about"), "What did you talk about?")
                form.remove_row("people", row_id, "Remove")


def _next(context: Context, interview: Interview, form: Form) -> None:
    form.choice("next_step", "What's the next step?", words(NextStep))
    form.day("reply_by", "When will you hear back?")
    form.choice("reply_channel", "How will they reach you?", words(Channel))
    plan_questions.ask_of_draft(context, form)
    for row_id in form.rows("promises", "pr"):
        what = form.text(row_field("promises", row_id, "what"))
        with st.container(border=True, key=f"promise_{row_id}"):
            form.text_input(
                row_field("promises", row_id, "what"), "What did you promise?" if what else "Another promise"
            )
            if what:
                form.day(row_field("promises", row_id, "by"), "Due date")
                form.day(row_field("promises", row_id, "kept_on"), "Kept on")
                _promised_to(context, interview, form, row_field("promises", row_id, "person_id"))
                form.remove_row("promises", row_id, "Remove")


def _promised_to(context: Context, interview: Interview, form: Form, field: str) -> None:
    met = {entry.person_id for entry in context.workbook.conversations if entry.interview_id == interview.id}
    named = {entry.id: entry.name for entry in context.workbook.people if entry.id in met | {form.text(field)}}
    if named:
        form.select_entry(field, "Promised to", named, otherwise="not noted")


def _plans(context: Context, interview: Interview, form: Form) -> None:
    plan_questions.ask_again(context, interview, form)
    st.write("What will you do differently next time?")
    _own_plans(context, interview, form)


def _own_plans(context: Context, interview: Interview, form: Form) -> None:
    saved = context.workbook.by_id(IfThenPlan)
    for row_id in form.rows("plans", "pl"):
        with st.container(border=True, key=f"own_plan_{row_id}"):
            form.text_input(row_field("plans", row_id, "if_when"), "If …", placeholder="they ask why I left")
            form.text_input(
                row_field("plans", row_id, "then_do"), "then …", placeholder="I name two things I want next"
            )
            if form.text(row_field("plans", row_id, "then_do")):
                form.remove_row("plans", row_id, "Remove")
            if row_id in saved:
                plan_questions.show_actions(context, saved[row_id], f"own {row_id}")


def _forecast(context: Context, interview: Interview, form: Form) -> None:
    if interview.forecast is not None:
        st.write(marked("You guessed {} in 10. It stays as it is.", f"{interview.forecast / 10:g}"))
    elif reason := why_no_guess(context.workbook, interview):
        st.caption(escaped(reason))
    else:
        form.percentage("forecast", "How likely is a yes (next round or offer), in 10?")
        st.caption("Saving locks this guess.")


def _ratings(context: Context, interview: Interview, form: Form) -> None:
    if interview.outcome_is_known:
        mine = (rating for rating in context.workbook.ratings if rating.interview_id == interview.id)
        in_time = any(rating.value and not was_rated_afterwards(rating, interview) for rating in mine)
        earlier = " Those from before it stay, and count." if in_time else ""
        st.caption(f"You already know the outcome, so these are shown but not counted in averages.{earlier}")
    elif ended_hours_ago(interview, context.now, context.zone) > LATE_HOURS:
        st.write("More than two days have passed. These ratings still count; they're only marked as rated later.")
    shown = {dimension.key for dimension in active_dimensions(context.workbook.dimensions)}
    rated = {field.split(".")[1] for field in form.draft.base if field.startswith("ratings.")}
    for dimension in all_dimensions(context.workbook.dimensions):
        if dimension.key in shown | rated:
            ends = {"1": f"1 {dimension.low}", "5": f"5 {dimension.high}", NOT_COME_UP: "didn't come up"}
            numbers = ("1", "2", "3", "4", "5", NOT_COME_UP)
            form.choice(row_field("ratings", dimension.key, "score"), named(dimension.label), numbers, ends)


def _job(context: Context, interview: Interview, form: Form) -> None:
    fit_rows(context, form)
    form.text_area("energised_by", "What excited you?")
    form.text_area("worried_by", "What worried you?")
    if interview.serves_goals or interview.resonates:
        form.row("serves_goals", "Does it fit what you want?", words(Opinion), OPINIONS)
        form.row("resonates", "Does what they do matter to you?", words(Opinion), OPINIONS)


def _facts(context: Context, interview: Interview, form: Form) -> None:
    form.text_input("pay_said", "What was said about pay?")
    _format_and_length(form)
    form.choice("reply_channel", "How do they like to be reached?", words(Channel))
    for row_id in form_values.items(form.draft.values, "people"):
        name = form.text(row_field("people", row_id, "name"))
        form.text_input(row_field("people", row_id, "title"), marked("Job title of {}", named(name)))


def _lesson(context: Context, interview: Interview, form: Form) -> None:
    form.text_area("lesson", "One thing to remember for the next interview")
    form.text_area("their_problem", "What problem do they need solved?")


def _private(context: Context, interview: Interview, form: Form) -> None:
    form.text_area("private_note", "Private note")
    form.text_input("mood", "Your mood, in a word")
    st.caption(PROMISE)


def _no(context: Context, interview: Interview, form: Form) -> None:
    if interview.feedback:
        st.write(marked(":gray[What they said]  \n{}", interview.feedback))
    form.text_area("out_of_my_hands", "What couldn't you control?")
    form.text_area("matter_of_fit", "What didn't fit?")
    form.text_area("in_my_hands", "What could you do better?")
    st.write("One thing to do differently next time (optional):")
    _own_plans(context, interview, form)


_FIELDS: dict[str, Callable[[Context, Interview, Form], None]] = {
    "basics": _basics,
    "when": _when,
    "interest": _interest,
    "notes": _notes,
    "questions": section_questions.show_all,
    "people": _people,
    "next": _next,
    "plans": _plans,
    "forecast": _forecast,
    "ratings": _ratings,
    "hard": section_questions.show_hard,
    "forgotten": section_questions.show_forgotten,
    "job": _job,
    "claims": section_claims.show,
    "facts": _facts,
    "lesson": _lesson,
    "private": _private,
    "no": _no,
}
