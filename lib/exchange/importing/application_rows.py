"""Rows that are applications."""

import re

from lib.exchange.importing.cells import Row, Terms, filled
from lib.exchange.importing.found import FoundApplication, ref_of
from lib.exchange.importing.refusal import Left
from lib.exchange.importing.wordings import is_yes

_LINKEDIN_JOB = re.compile(r"https?://(?:[\w-]+\.)*linkedin\.com/jobs/view/(?:[^/?#]*-)?(\d+)", re.IGNORECASE)


def read_application(file: str, row: Row, terms: Terms) -> FoundApplication | Left:
    """The application of one row, or why it is none."""
    company, role = row.text("company"), row.text("role")
    if not company or not role:
        lacking = "company" if not company else "role"
        return Left(file, row.line, f"It names no {lacking}.", company or role or row.text("url"))
    applied_on, saved_on = row.past_day("applied_on"), row.past_day("saved_on")
    status, status_on, applied_on = _status(row, terms, applied_on, saved_on)
    url = row.link("url") if row.text("url") else ""
    told = filled(
        company=company,
        role=role,
        source=row.text("source") or terms.usual.get("source", ""),
        url=url,
        location=row.text("location"),
        work_mode=row.word("work_mode"),
        applied_on=applied_on,
        status=status,
        status_on=status_on,
    )
    told |= filled(notes=row.notes())
    return FoundApplication(file, row.line, _ref(row, terms, told), told)


def _status(row: Row, terms: Terms, applied_on: str, saved_on: str) -> tuple[str, str, str]:
    """The status, since when, and the day of applying, each only where the row says it."""
    status, moved_on = row.word("status"), row.past_day("status_on")
    if not status:
        has_applied = applied_on or is_yes(row.text("is_applied"))
        status = "applied" if has_applied else terms.usual.get("status", "interested" if saved_on else "")
    if status == "applied":
        applied_on = applied_on or moved_on
        return status, applied_on, applied_on
    if status == "interested":
        return status, saved_on or moved_on, applied_on
    return status, moved_on, applied_on


def _ref(row: Row, terms: Terms, told: dict[str, str]) -> str:
    posting = _LINKEDIN_JOB.match(told.get("url", ""))
    if posting:
        return f"linkedin:job:{posting[1]}"
    if row.text("id"):
        return f"{terms.tool.casefold()}:{row.text('id')}"
    parts = (told["company"], told["role"], told.get("url", ""), told.get("applied_on", ""))
    return ref_of(terms.tool.casefold() or "own", *parts)
