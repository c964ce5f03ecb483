"""Where one is when something is open on a page, and the ways back: 'Applications › Northwind, analyst › Edit'."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from lib.english import one_line
from lib.records.interview import Interview
from lib.store import Draft
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.drafts.field_sync import sync_all_widgets
from lib.ui.markdown import escaped
from lib.ui.shared import in_browser
from lib.ui.titles import application_title
from lib.workflows.drafting import is_new

_MOST = 50
"""In characters: how much of a name is shown if there is room. A narrow window cuts more off."""


class Crumb(NamedTuple):
    """A step on the way: its name as plain text, and the callback that leads back to it."""

    name: str
    back: Callable[[], None]


def show(page: str, *between: Crumb, here: str, back: Callable[[], None] = routes.close) -> None:
    """The page with its way back to its lists, what is ``between``, and what is open; names as plain text."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, key="breadcrumbs"):
        for place, crumb in enumerate((Crumb(page, back), *between)):
            name = escaped(one_line(crumb.name, _MOST))
            st.button(name, key=f"crumb {place}", type="tertiary", on_click=_go, args=(crumb.back,))
        with st.container(key="here", width="content"):
            st.markdown(escaped(one_line(here, _MOST)))
    in_browser.mark("breadcrumbs", role="navigation", aria_label="Breadcrumbs")
    in_browser.mark("here", aria_current="page")


def whole(context: Context, interview: Interview) -> Crumb:
    """The interview that a form is about."""
    return Crumb(application_title(context.workbook.application(interview.application_id), context), routes.close_form)


def of_form(draft: Draft) -> str:
    """What a small form is called at the end of the way to it."""
    return "New" if is_new(draft) else "Edit"


def _go(back: Callable[[], None]) -> None:
    """Leave for a step further up. What a form holds is kept as its draft, as with the menu."""
    sync_all_widgets()
    back()
