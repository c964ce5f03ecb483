"""The start of Your data: what can be done with it, a sentence and a button each."""

from dataclasses import dataclass
from functools import partial
from typing import LiteralString

import streamlit as st

from lib.english import counted, sentence_case
from lib.exchange.flat_table import flat_table
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.data.check import to_check
from lib.ui.markdown import Markdown, escaped, marked
from lib.ui.shared import breadcrumbs, in_browser

EXCEL = "Open in Excel"
"""The button that gives the table of all interviews."""


@dataclass(frozen=True)
class Link:
    """A link to one view: its icon, its name, which is the view's heading too, and its button's label."""

    icon: LiteralString
    name: str
    verb: str


_LINKS = {
    "in": Link("upload", "Import", "Import"),
    "note": Link("note_add", "Bring a note", "Bring a note"),
    "out": Link("download", "Export", "Export"),
    "backups": Link("history", "Backups", "See the backups"),
    "check": Link("fact_check", "Check", "Check the files"),
    "erase": Link("drive_file_move", "Move or erase", "Move or erase"),
}


def wanted_view() -> str:
    """The view that the address names; a backup or a problem that is gone by now leads to where they are listed."""
    if "backup" in st.query_params:
        return "backups"
    return "check" if "finding" in st.query_params else st.query_params.get("view", "")


def show_heading(view: str) -> None:
    """The breadcrumbs and the title of what is open."""
    in_browser.open_at_top("step", "data", view)
    breadcrumbs.show("Your data", here=_LINKS[view].name, back=routes.reset)
    st.title(escaped(_LINKS[view].name), anchor=False)


def show(context: Context) -> None:
    """All of them on one screen."""
    st.title("Your data", anchor=False)
    st.caption(marked("Plain CSV files in {}", context.store.folder))
    sentences = {
        "in": "Bring in what you have in LinkedIn, Huntr, Teal, Simplify or a spreadsheet.",
        "note": "Sort a note, mail or voice memo from your phone into a debrief.",
        "out": _to_export(context),
        "backups": _last_backup_text(context),
        "check": _check_text(context),
        "erase": "Use another folder, forget a person, or erase everything.",
    }
    for view, link in _LINKS.items():
        _show(context, view, link, sentences[view])


def _show(context: Context, view: str, link: Link, sentence: str) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"link_{view}"):
        icon = Markdown(f":material/{link.icon}:")
        st.markdown(marked("{} **{}**  \n{}", icon, link.name, sentence), width="stretch")
        if view == "out" and context.workbook.interviews:
            excel(context)
        st.button(escaped(link.verb), key=f"link {view}", on_click=routes.data(view).open_here)


def excel(context: Context) -> None:
    """The button that gives one table with a row per interview."""
    made = partial(flat_table, context.workbook)  # only when asked
    st.download_button(EXCEL, made, "Interviews.csv", "text/csv", key="table", type="primary", on_click="ignore")


def _to_export(context: Context) -> str:
    rest = "Everything in one zip, a report to print, text or a calendar."
    return f"Open in Excel: one row per interview. {rest}" if context.workbook.interviews else rest


def _last_backup_text(context: Context) -> str:
    kept = context.store.backups.list()
    if not kept:
        return "Afterword keeps copies by itself. The first one comes with your next changes."
    when = sentence_case(context.spoken_moment(kept[0].at))
    return f"Afterword keeps copies by itself. {counted(len(kept), 'copy', 'copies').capitalize()}, newest: {when}."


def _check_text(context: Context) -> str:
    problems = to_check(context)
    return f"{sentence_case(counted(problems, 'problem'))} found." if problems else "No problems found in your files."
