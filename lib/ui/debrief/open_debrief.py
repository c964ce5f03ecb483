"""Which debrief the Debrief page is on: what the address asks for, and which draft is opened for it."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from lib.records.interview import Interview
from lib.store import Draft
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context
from lib.ui.drafts import form_flow
from lib.ui.drafts.kinds import DRAFT_KINDS
from lib.ui.shared import waiting
from lib.workflows import form_values
from lib.workflows.drafts import debrief, upcoming


@dataclass(frozen=True)
class OpenDebrief:
    """What is open: a draft under its name, or a saved interview, or neither."""

    name: str = ""
    draft: Draft | None = None
    interview: Interview | None = None


def at_address(context: Context) -> OpenDebrief:
    """What the address asks for. A fresh draft gets its own address, so that a reload finds it again; one of an
    interview to come that is saved leads to that interview."""
    wanted = st.query_params
    if wanted.get("new"):
        return _begin(context, wanted["new"])
    name = wanted.get("draft") or wanted.get("upcoming") or wanted.get("debrief") or ""
    if not name:
        return OpenDebrief()
    if draft := form_flow.draft_at_address(name, context):
        return OpenDebrief(name, draft)
    interview = context.workbook.interview(name.split("~")[0])
    if interview and not interview.is_debriefed and "debrief" in wanted:
        draft = debrief.begin_debrief(context.workbook, interview.id, context.now, RANDOM)
        return OpenDebrief(name, OPEN_DRAFTS.open(session.tab(), name, draft))
    if interview and "upcoming" in wanted:
        routes.interview(interview.id).go()
    return OpenDebrief(interview=interview)


def name(context: Context, draft: Draft) -> str:
    """What an open draft is called on the way to it."""
    is_named = any(form_values.text(draft.values, field) for field in ("application", "company", "role"))
    is_known = is_named or context.workbook.interview(draft.record_id)
    return DRAFT_KINDS[draft.kind].title(context, draft) if is_known else "New"


def _begin(context: Context, kind: str) -> OpenDebrief:
    if kind == upcoming.KIND:
        draft = upcoming.begin_upcoming(RANDOM)
        routes.unfinished_interview(draft.id).open_here()
    else:
        draft = debrief.begin_debrief(context.workbook, "", context.now, RANDOM)
        routes.unfinished_debrief(draft.id).open_here()
    return OpenDebrief(draft.id, OPEN_DRAFTS.open(session.tab(), draft.id, draft))


def choose(context: Context) -> None:
    """What can be debriefed: drafts, interviews that were held, a new one, or one still to come."""
    st.title("Which interview?", anchor=False)
    waiting.show_held(context)
    held = waiting.held_undrafted(context)
    with st.container(horizontal=True, key="begin"):
        style: Literal["primary", "secondary"] = "secondary" if held or waiting.leading_draft(context) else "primary"
        another = "I just had another one" if held else "I just had one"
        st.button(another, type=style, key="new", on_click=_turn_to, args=(debrief.KIND,))
        st.button("I have one coming up", key="upcoming", on_click=_turn_to, args=(upcoming.KIND,))
    waiting.show_drafts(context, waiting.drafts_waiting(context))
    waiting.show_second_halves(context)
    waiting.show_coming(context)


def _turn_to(kind: str) -> None:
    (routes.new_interview() if kind == upcoming.KIND else routes.new_debrief()).open_here()
