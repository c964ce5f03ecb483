"""Taking everything out: the zip, the table, the texts, the calendar, the report, and what others may see."""

from datetime import timedelta
from functools import partial

import streamlit as st

from lib.english import counted
from lib.exchange.debrief_markdown import markdown
from lib.exchange.proof_of_search import Proof, proof_of_search, proof_page, proof_table
from lib.records.interview import chronological
from lib.ui.context import Context
from lib.ui.data import report_form, start
from lib.ui.markdown import escaped, marked
from lib.ui.shared import calendar_file
from lib.ui.shared.any_day import any_day
from lib.ui.shared.rows import side_by_side
from lib.workflows.repairing.restoring import backup_file

_PROOF_DAYS = 30


def show(context: Context) -> None:
    """Each way out, with what it is for; nothing is made before it is asked for."""
    if context.workbook.is_empty:
        _everything(context)
        st.write("After your first debrief there's more here: a table for Excel, a report to print, and text.")
        return
    words = "**Open in Excel: one row per interview**  \nA CSV file, without private notes and moods."
    with side_by_side("export_table", words):
        start.excel(context)
    _everything(context)
    report_form.show(context)
    _texts(context)
    st.subheader("For your calendar", anchor=False)
    calendar_file.show(context)
    _proof(context)


def _everything(context: Context) -> None:
    made = partial(backup_file, context.store)  # only when asked, as everything below
    name = f"afterword-{context.today.isoformat()}.zip"
    words = (
        "**All your data in one zip**  \nAlso a backup: restore it under Backups, or lock one there with a passphrase."
    )
    with side_by_side("export_zip", words):
        st.download_button("Save the zip", made, name, "application/zip", key="zip", on_click="ignore")


def _texts(context: Context) -> None:
    interviews = sorted((entry for entry in context.workbook.interviews if entry.is_debriefed), key=chronological)
    made = partial(markdown, context.workbook, interviews, context.zone, context.dates)
    words = marked(
        "**{} as a text file**  \nMarkdown, without private notes and moods. For a single one, open it in the Journal.",
        counted(len(interviews), "debrief"),
    )
    with side_by_side("export_texts", words):
        st.download_button("Save the text", made, "Debriefs.md", "text/markdown", key="texts", on_click="ignore")


def _proof(context: Context) -> None:
    st.subheader("Record for the job centre", anchor=False)
    st.write("Your applications, interviews and other activity between two days.")
    with st.container(horizontal=True, key="proof_period"):
        since = (
            any_day("From", context.today - timedelta(days=_PROOF_DAYS), key="proof since", dates=context.dates)
            or context.today
        )
        until = any_day("To", context.today, key="proof until", dates=context.dates) or context.today
    notes = st.toggle("With my notes on activities", key="proof notes")
    if since > until:
        st.write("The first day comes after the last one.")
        return
    proof = proof_of_search(context.workbook, since, until, notes=notes, dates=context.dates)
    st.write(escaped(proof.sentence))
    if proof.undated:
        st.caption("They count once you add their dates under Applications.")
    _proof_files(proof)


def _proof_files(proof: Proof) -> None:
    page, table = partial(proof_page, proof), partial(proof_table, proof)
    name = f"Record of my search {proof.since.isoformat()} to {proof.until.isoformat()}"
    with st.container(horizontal=True, key="proof_files"):
        st.download_button("Save it to print", page, f"{name}.html", "text/html", key="proof page", on_click="ignore")
        st.download_button("Save it as a table", table, f"{name}.csv", "text/csv", key="proof table", on_click="ignore")
