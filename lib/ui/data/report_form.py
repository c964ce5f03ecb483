"""The report to print, and the copy of it for someone who helps."""

from collections.abc import Collection
from datetime import date
from functools import partial

import streamlit as st

from lib.dates import DateStyle
from lib.exchange.coach_copy import CoachCopy, coach_copy
from lib.exchange.report_page import report_page
from lib.exchange.search_report import search_report
from lib.records.workbook import Workbook
from lib.ui.context import Context
from lib.ui.markdown import bulleted, escaped
from lib.ui.shared.rows import side_by_side


def show(context: Context) -> None:
    """The button for the report, and, if it is wanted, what a copy for others replaces and leaves out."""
    made = partial(_report, context.workbook, context.today, context.dates)  # only when asked
    words = "**A report to print**  \nYour search on a few pages, with its charts. Without private notes and moods."
    with side_by_side("export_report", words):
        st.download_button("Save the report", made, "My search.html", "text/html", key="report", on_click="ignore")
    if st.toggle("Make a copy for a coach or a friend, without names", key="coach"):
        _copy(context)


def _report(workbook: Workbook, today: date, dates: DateStyle) -> bytes:
    return report_page(search_report(workbook, today, dates=dates), today, workbook.setting("name"), dates=dates)


def _copy(context: Context) -> None:
    with st.container(border=True, key="coach_copy"):
        first = _coach_copy(
            context.loaded.fingerprint, context.today, (), _workbook=context.workbook, dates=context.dates
        )
        chosen = _further_words(first)
        copy = _coach_copy(
            context.loaded.fingerprint, context.today, chosen, _workbook=context.workbook, dates=context.dates
        )
        st.write(bulleted(copy.left_out))
        st.write("Read it before you hand it on. No program knows what somebody can guess.")
        made = partial(report_page, copy.report, context.today, "", copy.left_out, dates=context.dates)
        st.download_button("Save the copy", made, "A search.html", "text/html", key="coach file", on_click="ignore")


def _further_words(first: CoachCopy) -> tuple[str, ...]:
    ticked: Collection[str] = ()
    if first.remaining_words:
        ticked = st.pills(
            "These words are still in it. Tick those that name someone or something.",
            first.remaining_words,
            selection_mode="multi",
            key="coach words",
            format_func=escaped,
        )
    typed = st.text_input("Other words to replace, with commas between them", key="coach typed")
    return (*ticked, *(word.strip() for word in typed.split(",") if word.strip()))


@st.cache_resource(max_entries=8, show_spinner="Making the copy")
def _coach_copy(
    fingerprint: str, today: date, also: tuple[str, ...], _workbook: Workbook, dates: DateStyle
) -> CoachCopy:
    return coach_copy(_workbook, today, also, dates=dates)
