"""Scoring one job: each criterion between its two worded ends, how sure I am, and what the debriefs hold on it."""

from functools import partial

import streamlit as st

from lib.decide.evidence import Evidence, Quote, evidence
from lib.english import near_day
from lib.records.criterion import Criterion
from lib.records.vocabulary import Sure, words
from lib.ui import places
from lib.ui.drafts import driver
from lib.ui.drafts.fields import Form
from lib.ui.markdown import escaped, named, one_line
from lib.ui.visit import RANDOM, Visit
from lib.workflows.drafts.scoring import begin_scoring, job_name, score_field
from lib.workflows.drafts.weighing import by_importance

NOT_KNOWN, KNOWN = "Not known yet", "I can say"
_STEPS = range(0, 101, 5)
_SHOWN = 3
_LONG = 220


def show(visit: Visit, job: str) -> None:
    """The form for one job, an application or an offer by its id; the weightiest criterion comes first."""
    form = driver.opened(visit, begin_scoring(visit.workbook, job, visit.today, RANDOM))
    offer = next((entry for entry in visit.workbook.offers if entry.id == job), None)
    application_id = offer.application_id if offer else job
    st.title("How well does it fit?", anchor=False)
    st.write(f"**{escaped(job_name(visit.workbook, job))}**")
    st.caption(
        "From your worst to your best, in your own words. What you do not know may stay so: it becomes a question."
    )
    for criterion in by_importance(visit.workbook):
        with st.container(key=f"criterion_{criterion.id}"):
            st.subheader(escaped(criterion.name), anchor=False)
            mine, theirs = st.columns([3, 2], gap="medium")
            with mine:
                _score(form, criterion)
            with theirs:
                _evidence(visit, evidence(visit.workbook, application_id, criterion))
    driver.foot(form, partial(_save, form.name), "Cancel", _close)


def _score(form: Form, criterion: Criterion) -> None:
    ends = (f"0: {criterion.worst}" if criterion.worst else "", f"100: {criterion.best}" if criterion.best else "")
    st.write("  \n".join(escaped(end) for end in ends if end))
    least = "" if criterion.must_have is None else f", and you need at least {criterion.must_have}"
    label = f"{named(criterion.name)}, from 0 to 100{least}"
    if form.scale_if_known(score_field(criterion.id, "score"), label, _STEPS, NOT_KNOWN, KNOWN):
        form.choice(score_field(criterion.id, "sure"), "How sure are you?", words(Sure))
    form.line(score_field(criterion.id, "note"), "Why?", placeholder="what it rests on, or where to ask")


def _evidence(visit: Visit, found: Evidence) -> None:
    if not found.quotes:
        st.write(f":gray[{escaped(found.sentence)}]")
        return
    for quote in found.quotes[:_SHOWN]:
        _quote(visit, quote)
    if len(found.quotes) > _SHOWN:
        with st.expander(f"{len(found.quotes) - _SHOWN} more", key=f"evidence {found.criterion.id}"):
            for quote in found.quotes[_SHOWN:]:
                _quote(visit, quote)


def _quote(visit: Visit, quote: Quote) -> None:
    when = f", {near_day(quote.on, visit.today)}" if quote.on else ""
    source = escaped(f"{quote.label}. {quote.source}{when}")
    st.write(f"“{escaped(one_line(quote.text, _LONG))}”  \n:gray[{source}]")


def _save(name: str) -> None:
    driver.save(name, "Saved.")
    _close()


def _close() -> None:
    places.turn(part="")
