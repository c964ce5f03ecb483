"""Taking everything out: the zip, the table, the texts, the calendar, the report, and what others may see."""

from datetime import timedelta
from functools import partial

import streamlit as st

from lib.english import counted
from lib.exchange.debrief_markdown import markdown
from lib.exchange.flat_table import flat_table
from lib.exchange.proof_of_search import Proof, proof_of_search, proof_page, proof_table
from lib.records.interview import chronological
from lib.ui.data import report_form
from lib.ui.markdown import escaped
from lib.ui.shared import calendar_file
from lib.ui.shared.any_day import any_day
from lib.ui.visit import Visit
from lib.workflows.repairing.restoring import backup_file

_PROOF_DAYS = 30


def show(visit: Visit) -> None:
    """Each way out, with what it is for; nothing is made before it is asked for."""
    _everything(visit)
    if visit.workbook.is_empty:
        st.write("Once you have debriefed an interview, tables, texts and a report to print stand here as well.")
        return
    report_form.show(visit)
    _table(visit)
    _texts(visit)
    st.subheader("For your calendar", anchor=False)
    calendar_file.show(visit)
    _proof(visit)


def _everything(visit: Visit) -> None:
    st.subheader("Everything", anchor=False)
    st.write(
        "One zip of all your CSV files, byte by byte as they are, with a text that says what each column holds. It is "
        "also a backup: under Backups, all of it comes back from it."
    )
    made = partial(backup_file, visit.store)  # only when asked, as everything below
    name = f"afterword-{visit.today.isoformat()}.zip"
    st.download_button("Save everything", made, name, "application/zip", key="zip", type="primary", on_click="ignore")


def _table(visit: Visit) -> None:
    st.subheader("For a spreadsheet", anchor=False)
    st.write(
        "One flat table: a row an interview, with its application and its ratings as columns. Without private notes "
        "and moods."
    )
    made = partial(flat_table, visit.workbook)
    st.download_button("Save the table", made, "Interviews.csv", "text/csv", key="table", on_click="ignore")


def _texts(visit: Visit) -> None:
    st.subheader("Your debriefs as text", anchor=False)
    interviews = sorted((entry for entry in visit.workbook.interviews if entry.is_debriefed), key=chronological)
    st.write(
        f"{counted(len(interviews), 'debrief')} as Markdown, oldest first, without private notes and moods. "
        "A single one: in the Journal, beside it."
    )
    made = partial(markdown, visit.workbook, interviews, visit.zone)
    st.download_button("Save the debriefs", made, "Debriefs.md", "text/markdown", key="texts", on_click="ignore")


def _proof(visit: Visit) -> None:
    st.subheader("Proof of search", anchor=False)
    st.write("Applications with their changes of status, interviews and other activity of a period, with their dates.")
    with st.container(horizontal=True, key="proof_period"):
        since = any_day("From", visit.today - timedelta(days=_PROOF_DAYS), key="proof since") or visit.today
        until = any_day("To", visit.today, key="proof until") or visit.today
    notes = st.toggle("With my notes on activities", key="proof notes")
    if since > until:
        st.write("The first day comes after the last one.")
        return
    proof = proof_of_search(visit.workbook, since, until, notes=notes)
    st.write(escaped(proof.sentence))
    if proof.undated:
        st.caption("They count once you add their dates: open one under Applications and edit it.")
    _proof_files(proof)


def _proof_files(proof: Proof) -> None:
    page, table = partial(proof_page, proof), partial(proof_table, proof)
    name = f"Proof of search {proof.since.isoformat()} to {proof.until.isoformat()}"
    with st.container(horizontal=True, key="proof_files"):
        st.download_button("Save it to print", page, f"{name}.html", "text/html", key="proof page", on_click="ignore")
        st.download_button("Save it as a table", table, f"{name}.csv", "text/csv", key="proof table", on_click="ignore")
