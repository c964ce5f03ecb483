"""What was done in a search within a period, day by day, as some job centres ask to see it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from lib.dates import DateStyle
from lib.english import counted, listed, paragraph, sentence_case
from lib.exchange.flat_table import table
from lib.exchange.page_templates import template
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.application_names import status_name
from lib.records.interview import Interview
from lib.records.labels import cell_label, label
from lib.records.workbook import Workbook

_KINDS = ("application", "interview", "planned", "off", "status", "activity")
_NOT_LISTED = ("weekly_aim", "interview_moved")
"""Kinds of activity that are no act of the search: a moved interview is there with its own day."""
_STATES = {"short": "interview", "done": "interview", "scheduled": "planned", "cancelled": "off", "no_show": "off"}
_COLUMNS = ("Date", "What", "Company", "Role", "Details")


@dataclass(frozen=True)
class Act:
    """One thing done on one day. ``kind`` is 'application', 'status', 'interview' (one held), 'planned' (an interview
    to come, or not yet confirmed as held), 'off' (one that did not take place) or 'activity'.
    """

    on: date
    kind: str
    what: str
    company: str = ""
    role: str = ""
    details: str = ""


@dataclass(frozen=True)
class Proof:
    """The acts of a period, oldest first; ``name`` is the person's own, if it is set.

    ``undated`` are the applications that may belong to the period, but whose day nobody noted: they count in none.
    """

    PLANNED: ClassVar[str] = "Planned, or not confirmed as held"
    UNDATED: ClassVar[str] = "Applications, date not noted"

    since: date
    until: date
    acts: tuple[Act, ...]
    name: str = ""
    undated: tuple[Application, ...] = ()
    dates: DateStyle = field(kw_only=True)

    @property
    def sentence(self) -> str:
        """How much was done, in words."""
        if not self.acts:
            dated = " with a date" if self.undated else ""
            return paragraph(
                f"Nothing{dated} is written down {self.dates.period(self.since, self.until)}.", self._without_date()
            )
        counts = Counter(act.kind for act in self.acts)
        words = [
            counted(counts["application"], "application") + (" with a date" if self.undated else ""),
            counted(counts["interview"], "interview held", "interviews held"),
            counted(counts["status"], "change of status", "changes of status"),
            counted(counts["activity"], "other activity", "other activities"),
        ]
        first = f"{sentence_case(self.dates.period(self.since, self.until))}: {listed(words)}."
        return paragraph(first, *self._not_held(counts), self._without_date())

    @property
    def done(self) -> tuple[Act, ...]:
        """All but the planned interviews."""
        return tuple(act for act in self.acts if act.kind != "planned")

    @property
    def planned(self) -> tuple[Act, ...]:
        """The interviews to come, and those not yet confirmed as held."""
        return tuple(act for act in self.acts if act.kind == "planned")

    def _without_date(self) -> str:
        n = len(self.undated)
        return f"Listed apart: {counted(n, 'application')} whose date isn't noted." if n else ""

    def _not_held(self, counts: Mapping[str, int]) -> Iterator[str]:
        planned, off = counts["planned"], counts["off"]
        if off:
            yield f"Not counted: {counted(off, 'interview')} cancelled or missed."
        if planned:
            yield f"Not counted, and listed apart: {counted(planned, 'interview')} planned or not confirmed as held."


def proof_of_search(workbook: Workbook, since: date, until: date, *, notes: bool = False, dates: DateStyle) -> Proof:
    """The applications by the day on which they were sent, their changes of status, interviews and other activity.

    Both days are included. Nothing of a debrief is in it; the ``notes`` of other activities if they are asked for.
    """
    acts = (*_applications(workbook), *_interviews(workbook), *_activities(workbook, notes))
    within = dict.fromkeys(act for act in acts if since <= act.on <= until)  # the same on one day is once there
    order = {kind: place for place, kind in enumerate(_KINDS)}
    ordered = sorted(within, key=lambda act: (act.on, order[act.kind], act.company.casefold(), act.role.casefold()))
    return Proof(since, until, tuple(ordered), workbook.setting("name"), _undated(workbook, since), dates=dates)


def proof_table(proof: Proof) -> bytes:
    """The proof as CSV for a spreadsheet; at its end the planned interviews and the applications without a date."""
    acts = (*proof.done, *proof.planned)
    rows = [(act.on.isoformat(), act.what, act.company, act.role, act.details) for act in acts]
    rows += [("", "Applied", entry.company, entry.role, "Date not noted") for entry in proof.undated]
    return table([dict(zip(_COLUMNS, row, strict=True)) for row in rows], _COLUMNS)


def proof_page(proof: Proof) -> bytes:
    """The proof as one page of HTML to print; nothing in it runs or is fetched."""
    title = "Record of my job search"
    return template("proof.html").render(proof=proof, day=proof.dates.short_day, title=title).encode()


def _applications(workbook: Workbook) -> Iterator[Act]:
    noted = {(row.application_id, row.note) for row in workbook.activity if row.kind == "status"}
    for entry in workbook.applications:
        if entry.applied_on:
            yield Act(entry.applied_on, "application", "Applied", entry.company, entry.role)
        is_noted = (entry.id, entry.status) in noted
        if entry.status_on and entry.status not in (None, "applied", "interested") and not is_noted:
            yield Act(entry.status_on, "status", status_name(workbook, entry), entry.company, entry.role)


def _undated(workbook: Workbook, since: date) -> tuple[Application, ...]:
    """The applications with no known date, without those with anything dated before ``since``, which were sent before
    it too.
    """
    noted = {row.application_id for row in workbook.activity if row.kind == "application"}
    first = _first_days(workbook)
    return tuple(
        entry
        for entry in workbook.applications
        if entry.applied_on is None
        and entry.id not in noted
        and (entry.status not in (None, "interested") or entry.id in first)
        and first.get(entry.id, since) >= since
    )


def _first_days(workbook: Workbook) -> dict[str, date]:
    """The first day with an interview or a status beyond interest, by application."""
    days = [(entry.application_id, entry.held_on) for entry in workbook.interviews]
    days += [
        (entry.id, entry.status_on)
        for entry in workbook.applications
        if entry.status_on and entry.status not in (None, "interested")
    ]
    days += [
        (row.application_id, row.on) for row in workbook.activity if row.kind == "status" and row.note != "interested"
    ]
    first: dict[str, date] = {}
    for application_id, on in days:
        first[application_id] = min(on, first.get(application_id, on))
    return first


def _interviews(workbook: Workbook) -> Iterator[Act]:
    applications = workbook.by_id(Application)
    for interview in workbook.interviews:
        application = applications.get(interview.application_id)
        company, role = (application.company, application.role) if application else ("", "")
        what = f"Interview, {interview.type_phrase}"
        yield Act(interview.held_on, _STATES[interview.state], what, company, role, _how(interview))


def _how(interview: Interview) -> str:
    kind = _STATES[interview.state]
    state = {"interview": "", "planned": Proof.PLANNED}.get(kind, label(interview.state))
    return ", ".join(part for part in (label(interview.format) if interview.format else "", state) if part)


def _activities(workbook: Workbook, notes: bool) -> Iterator[Act]:
    applications = workbook.by_id(Application)
    for row in workbook.activity:
        application = applications.get(row.application_id)
        is_told = row.kind == "application" and application is not None and application.applied_on is not None
        if row.kind not in _NOT_LISTED and not is_told:
            yield _act(row, application, notes)


def _act(row: Activity, application: Application | None, notes: bool) -> Act:
    company, role = (application.company, application.role) if application else (row.company, "")
    if row.kind == "application":
        return Act(row.on, "application", "Applied", company, role or row.note)
    if row.kind == "status":
        what = cell_label(Application, "status", row.note) or label(row.kind)
        return Act(row.on, "status", what, company, role)
    return Act(row.on, "activity", label(row.kind), company, role, row.note if notes else "")
