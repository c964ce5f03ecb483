"""Rows that are applications, with their history and the rounds in separate columns."""

import re
from dataclasses import replace
from datetime import date
from typing import get_args

from lib.dates import day_of
from lib.exchange.importing.cells import MOST_OF_A_NAME, CellVocabulary, ImportRow, drop_empty
from lib.exchange.importing.date_reader import CellTime
from lib.exchange.importing.fields import NO_ROLE, ROUND
from lib.exchange.importing.interview_rows import start_of
from lib.exchange.importing.parsed_rows import ParsedApplication, ParsedInterview, ParsedRow, ref_of
from lib.exchange.importing.refusal import SkippedRow
from lib.exchange.importing.stage_history import StageMove, steps_of
from lib.exchange.importing.wordings import is_yes, our_word
from lib.records.vocabulary import Status

_LINKEDIN_JOB = re.compile(r"https?://(?:[\w-]+\.)*linkedin\.com/jobs/view/(?:[^/?#]*-)?(\d+)", re.IGNORECASE)
_STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}
_PIECES = r"[,;\n(]|\s[–-]\s"


def read_application(file: str, row: ImportRow, terms: CellVocabulary) -> tuple[ParsedRow, ...] | SkippedRow:
    """The application of one row and its rounds, or why it is none."""
    company, role = row.text("company"), row.text("role")
    if not company:
        return SkippedRow(file, row.line, "It names no company.", role or row.text("url"))
    if max(len(company), len(role)) > MOST_OF_A_NAME:
        return SkippedRow(
            file, row.line, f"Its company or role is longer than {MOST_OF_A_NAME} characters.", company[:60]
        )
    rounds = _rounds(file, row, terms, company, role)
    history = _history(row)
    fields = _fields(row, terms, history)
    fields |= drop_empty(notes=row.notes())
    ref = _ref(row, terms, fields)
    return ParsedApplication(file, row.line, ref, fields, history), *(
        replace(one, application_ref=ref) for one in rounds
    )


def _fields(row: ImportRow, terms: CellVocabulary, history: tuple[tuple[Status, date], ...]) -> dict[str, str]:
    days: dict[str, str] = {status: day.isoformat() for status, day in history}
    applied_on, saved_on = row.past_day("applied_on") or days.get("applied", ""), row.past_day("saved_on")
    status, status_on, applied_on = _status(row, terms, applied_on, saved_on)
    if history and not row.text("status"):
        status, status_on = history[-1][0], history[-1][1].isoformat()
    return drop_empty(
        company=row.text("company"),
        role=row.text("role") or NO_ROLE,
        source=row.text("source") or terms.usual.get("source", ""),
        url=row.link("url") if row.text("url") else "",
        location=row.text("location"),
        work_mode=row.word("work_mode"),
        applied_on=applied_on,
        status=status,
        status_on=status_on or days.get(status, ""),
    )


def _status(row: ImportRow, terms: CellVocabulary, applied_on: str, saved_on: str) -> tuple[str, str, str]:
    """The status, since when, and the day of applying, each only if the row has it."""
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


def _history(row: ImportRow) -> tuple[tuple[Status, date], ...]:
    """The statuses that a list of stages tells, each with its first day; all its words stay in the notes too."""
    cells = row.cells.get("history", ())
    found: dict[Status, date] = {}
    said: list[str] = []
    today = row.terms.moment.now.astimezone(row.terms.moment.zone).date()
    for header, cell in cells:
        steps = steps_of(cell, lambda text, header=header: _day(row.terms.dates.parse(header, row.position, text)))  # type: ignore[misc]
        if not steps:
            row.note_cells("history")
            continue
        said.extend(_step_text(step) for step in steps)
        for step in sorted((one for one in steps if one.on and one.on <= today), key=lambda one: one.on or today):
            status = our_word("status", step.words) or ("interviewing" if our_word("stage", step.words) else "")
            if status and step.on:
                found.setdefault(_STATUSES[status], step.on)
    if said:
        row.remarks.append(f"{cells[0][0]}: {'; '.join(said)}")
    return tuple(found.items())


def _step_text(step: StageMove) -> str:
    return f"{step.words} {step.on.isoformat()}" if step.on else step.words


def _day(when: CellTime | None) -> date | None:
    return day_of(when.at) if when else None


def _rounds(file: str, row: ImportRow, terms: CellVocabulary, company: str, role: str) -> list[ParsedInterview]:
    """The interviews in separate columns, if their cells have a day; other cells are notes."""
    found = []
    for header, cell in row.cells.get(ROUND, ()):
        whole = terms.dates.parse(header, row.position, cell)
        pieces = [cell] if whole else [piece.strip(" )") for piece in re.split(_PIECES, cell)]
        when = next(filter(None, (terms.dates.parse(header, row.position, piece) for piece in pieces)), None)
        if when is None:
            row.remarks.append(f"{header}: {cell}")
            continue
        stage = our_word("stage", header) or our_word("stage", cell)
        is_past = start_of(when.at, terms) <= terms.moment.now
        fields = drop_empty(
            state="done" if is_past else "scheduled",
            held_at=when.at.isoformat(),
            zone=when.zone,
            stage=stage or "other",
            stage_words=header if stage in ("", "other") else "",
            format=our_word("format", header) or our_word("format", cell),
            minutes=when.minutes,
            private_note=f"{header}: {cell}" if when.has_extra_text or not whole else "",
        )
        ref = ref_of("interview", company, role, row.text("url"), fields["held_at"], header)
        found.append(ParsedInterview(file, row.line, ref, fields, company=company, role=role))
    return found


def _ref(row: ImportRow, terms: CellVocabulary, fields: dict[str, str]) -> str:
    posting = _LINKEDIN_JOB.match(fields.get("url", ""))
    if posting:
        return f"linkedin:job:{posting[1]}"
    if row.text("id"):
        return f"{terms.tool.casefold()}:{row.text('id')}"
    parts = (fields["company"], fields["role"], fields.get("url", ""), fields.get("applied_on", ""))
    return ref_of(terms.tool.casefold() or "own", *parts)
