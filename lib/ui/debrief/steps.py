"""The five steps of a debrief, with the ways back, on and out."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import streamlit as st

from lib.store import Draft
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context, current_context
from lib.ui.debrief import asked_step, from_note, job_step, next_step, went_step, which_step
from lib.ui.drafts import form_flow
from lib.ui.drafts.fields import Form, saved_sentence
from lib.ui.markdown import SafeText, marked
from lib.ui.shared import in_browser, same_question
from lib.ui.shared.interview_fields import require_one
from lib.workflows import form_values
from lib.workflows.drafts.debrief import STEPS, begin_another, is_back_dated, require_first_step
from lib.workflows.entries.outcomes import ENDED

_OVER: Mapping[str, SafeText] = {"job": "Did you want this job?", "next": "Anything else?"}
"""The headings of a step that looks back, since it is known how it ended."""
HEADINGS: Mapping[str, SafeText] = {
    "which": "Which interview was it?",
    "job": "Do you want this job?",
    "asked": "What did they ask?",
    "went": "How did it go?",
    "next": "What happens next?",
}
_FIELDS: Mapping[str, Callable[[Context, Form], None]] = {
    "which": which_step.show,
    "job": job_step.show,
    "asked": asked_step.show,
    "went": went_step.show,
    "next": next_step.show,
}


def show(context: Context, name: str, draft: Draft) -> None:
    """The step at which the draft is."""
    step = draft.screen if draft.screen in STEPS else STEPS[0]
    in_browser.open_at_top("step", name, step)
    same_question.prepare(context)
    number = STEPS.index(step) + 1
    st.progress(
        number / len(STEPS),
        text=marked("Step {} of {} · {}", number, len(STEPS), saved_sentence(draft, context.zone, context.dates)),
    )
    st.title(
        _OVER.get(step, HEADINGS[step]) if form_values.text(draft.values, "outcome") in ENDED else HEADINGS[step],
        anchor=False,
    )
    with st.container(key="step"):
        _FIELDS[step](context, Form(name, draft, context.dates))
    _actions(context, name, draft, STEPS.index(step))


def _actions(context: Context, name: str, draft: Draft, at: int) -> None:
    save = partial(_save, name)
    form_flow.show_conflict(name, save)
    with st.container(horizontal=True, key="actions"):
        if at + 1 < len(STEPS):
            _next(name, partial(_on, name, STEPS[at + 1]))
        else:
            form_flow.main_button("Save the debrief", "save", save)
        if at:
            st.button("Back", key="back", on_click=form_flow.go_to_step, args=(name, STEPS[at - 1]))
        if 0 < at < len(STEPS) - 1:
            st.button("Save and stop here", key="save", on_click=save)
        held_on = form_values.text(draft.values, "date")
        if at and held_on and is_back_dated(date.fromisoformat(held_on), context.today):
            words = "Save and debrief another at the same company"
            st.button(words, key="another", type="tertiary", on_click=_save_and_another, args=(name, draft.record_id))


def _next(name: str, go_on: Callable[[], None]) -> None:
    """The way on; while a note waits to be added, that is the main button."""
    if from_note.is_open(name):
        st.button("Next", key="next", on_click=go_on)
    else:
        form_flow.main_button("Next", "next", go_on)


def _save(name: str) -> None:
    from_note.require_added(name)
    form_flow.save(name, "")


def _on(name: str, step: str) -> None:
    """To the next step. The first one is left once it's clear which interview is meant, and the questions once the taps
    for hard ones were shown."""
    tab, context = session.tab(), current_context()
    saw_the_hard_ones = session.shows_field(name, "hard")
    from_note.require_added(name)
    require_one(name)
    draft = OPEN_DRAFTS.get(tab, name)
    if draft and step == STEPS[1]:
        require_first_step(context.workbook, draft, context.now, context.zone)
    if draft and step == "went" and form_values.lines(draft.values, "asked") and not saw_the_hard_ones:
        return
    form_flow.go_to_step(name, step)


def _save_and_another(name: str, interview_id: str) -> None:
    from_note.require_added(name)
    form_flow.save(name, "Saved. Here is the next one.")
    begin_after(interview_id)


def begin_after(interview_id: str) -> None:
    """Begin the debrief of another interview at the company of a saved one: a callback."""
    context = current_context()
    before = context.workbook.interview(interview_id)
    if before is None:
        return
    draft = begin_another(context.workbook, before, context.now, RANDOM)
    OPEN_DRAFTS.open(session.tab(), draft.id, draft)
    routes.unfinished_debrief(draft.id).open_here()
