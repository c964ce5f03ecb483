"""The outcome of an interview: its day and their words, at first nothing more."""

from functools import partial

import streamlit as st

from lib.english import listed, plural
from lib.records.interview import Interview
from lib.records.vocabulary import Outcome, words
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context, current_context
from lib.ui.drafts import form_flow, mood_question
from lib.ui.drafts.field_sync import sync_widgets
from lib.workflows.drafts.outcome import begin_outcome


def show(context: Context, interview: Interview) -> None:
    """The form for it."""
    fresh = begin_outcome(interview, context.now, RANDOM)
    form = form_flow.open_form(context, fresh, outcome_on=context.today.isoformat())
    st.title("What was the outcome?", anchor=False)
    if interview.moved_on_by_round:
        st.caption("A later round followed, so this is marked “Moved on”. If that's wrong, choose what's true.")
    form.choice("outcome", "Outcome", words(Outcome))
    form.day("outcome_on", "When did you hear?", first=min(interview.held_on, context.today), last=context.today)
    form.text_area("feedback", "What did they say? (optional)")
    no_to = interview.application_id if form.text("outcome") == "withdrew" else ""
    save = partial(_save, form.name)
    is_asked = mood_question.show_if_asked(context, form, no_to, save)
    form_flow.actions(form, save, "Not now", _close, has_question=is_asked)


_RECORDED = {
    "rejected": (
        "Saved. A no hurts, and there's nothing you need to do today. "
        "When you like, “A look at this no” is at the end of this page."
    ),
    "offer": "Saved. Well done! You can weigh the offer under Decide: there's a link beside the outcome.",
}
"""The message once an answer is recorded, if there is one."""


def _save(name: str) -> None:
    sync_widgets(name)
    draft = OPEN_DRAFTS.get(session.tab(), name)
    outcome = str(draft.values.get("outcome", "")) if draft else ""
    sentence, before = _RECORDED.get(outcome, "Saved."), current_context().plan
    form_flow.save(name, sentence)
    _close()
    if unasked := before.withdrawn_by(current_context().plan):
        titles = listed(tuple(f"“{due.title}”" for due in unasked))
        session.reword_notice(
            f"{sentence} Taken off your list: {titles}. You can still do {plural(len(unasked), 'it', 'them')}."
        )


def _close() -> None:
    routes.set_query(part="")
