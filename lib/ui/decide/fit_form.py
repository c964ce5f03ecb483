"""Scoring one job: a row for each criterion with its score, how sure I am and why, and the notes on it on demand."""

from functools import partial

import streamlit as st

from lib.decide.evidence import CriterionQuote, evidence
from lib.english import counted, one_line
from lib.records.criterion import Criterion
from lib.records.offer import Offer
from lib.records.vocabulary import Sure, words
from lib.ui import routes
from lib.ui.context import RANDOM, Context
from lib.ui.drafts import form_flow
from lib.ui.drafts.fields import Form
from lib.ui.markdown import Markdown, escaped, joined, marked, named
from lib.workflows.drafts.scoring import begin_scoring, job_name, score_field
from lib.workflows.drafts.weighing import by_importance

_SURE = {"guess": "Guess", "fairly": "Fairly", "sure": "Sure"}
_LONG = 220


def show(context: Context, job: str) -> None:
    """The form for one job, an application or an offer by its id; the weightiest criterion comes first."""
    form = form_flow.open_form(context, begin_scoring(context.workbook, job, context.today, RANDOM))
    offer = context.workbook.find(Offer, job)
    application_id = offer.application_id if offer else job
    st.title(marked("Score {}", job_name(context.workbook, job)), anchor=False)
    st.caption("How good is each, from 0 to 100? How sure are you? Skip what you don't know.")
    with st.container(gap="xsmall", key="scores"):
        for criterion in by_importance(context.workbook):
            _row(context, form, criterion, application_id)
    form_flow.actions(form, partial(_save, form.name), "Cancel", _close)


def _row(context: Context, form: Form, criterion: Criterion, application_id: str) -> None:
    name = named(criterion.name)
    with st.container(key=f"criterion_{criterion.id}"):
        about, score, sure = st.columns([27, 50, 23], gap="small")
        about.markdown(marked("**{}**{}", criterion.name, _ends(criterion)))
        with score.container(gap="xsmall"):
            form.percentage(score_field(criterion.id, "score"), marked("{}, from 0 to 100", name), is_whole=True)
            form.text_input(
                score_field(criterion.id, "note"), marked("{}: why?", name), placeholder="Why?", is_named=False
            )
        with sure.container(gap="xsmall"):
            field, label = score_field(criterion.id, "sure"), marked("{}: how sure are you?", name)
            form.choice(field, label, words(Sure), _SURE, is_named=False)
            _notes(context, application_id, criterion)


def _ends(criterion: Criterion) -> Markdown:
    """What 0 and 100 are, and the score it must reach, in small lines under the name."""
    lines = (
        f"0: {criterion.worst}" if criterion.worst else "",
        f"100: {criterion.best}" if criterion.best else "",
        f"Must reach {criterion.must_have}" if criterion.must_have is not None else "",
    )
    return joined("", (marked("  \n:small[:gray[{}]]", one_line(line, _LONG)) for line in lines if line))


def _notes(context: Context, application_id: str, criterion: Criterion) -> None:
    found = evidence(context.workbook, application_id, criterion)
    if not found.n:
        return
    with st.popover(escaped(counted(found.n, "note")), type="tertiary", key=f"notes {criterion.id}"):
        for quote in found.quotes:
            _quote(context, quote)


def _quote(context: Context, quote: CriterionQuote) -> None:
    when = f", {context.dates.near_day(quote.on, context.today)}" if quote.on else ""
    source = escaped(f"{quote.label}. {quote.source}{when}")
    st.write(marked("“{}”  \n:gray[{}]", one_line(quote.text, _LONG), source))


def _save(name: str) -> None:
    form_flow.save(name, "Saved.")
    _close()


def _close() -> None:
    routes.set_query(part="")
