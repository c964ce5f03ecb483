"""The report on a search: at a glance, its charts, lessons, plans and decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.dates import DateStyle
from lib.english import counted, paragraph, sentence_case
from lib.exchange import print_charts
from lib.exchange.drawing import Drawing
from lib.exchange.report_findings import ReportFindings, report_findings
from lib.insight.findings import Findings
from lib.insight.funnel import applications_sent_by, applications_with_offer_by
from lib.insight.groups import by_format, by_stage
from lib.insight.plans_kept import plans_kept
from lib.insight.result import Result, ResultTable
from lib.insight.searches import Search, current_search, of_search, searches
from lib.insight.selection import span
from lib.insight.skills.ratings import skills
from lib.records.interview import Interview, chronological
from lib.records.labels import label, phrase
from lib.records.private import without_private
from lib.records.workbook import Workbook

_ACTIVE = ("applied", "interviewing", "offer")


@dataclass(frozen=True)
class Answer:
    """A question about the search, its drawing if there is one, the sentence that answers it, and its numbers."""

    title: str
    sentence: str
    drawing: Drawing | None
    table: ResultTable

    @classmethod
    def of(cls, result: Result, drawing: Drawing | None = None, caption: str = "") -> "Answer":
        """A result's answer; ``caption`` explains the hollow dots of its drawing."""
        return cls(result.title, paragraph(caption, result.sentence), drawing, result.table)


@dataclass(frozen=True)
class ReportNote:
    """Some words with where they come from, and a note beside them."""

    about: str
    words: str
    aside: str = ""


@dataclass(frozen=True)
class ReportDecision:
    """A decision: what was chosen and when, and the parts of it that were written down, each with its heading."""

    about: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SearchReport:
    """The content of the report. ``live`` and ``interviews`` are tables of active applications and of interviews held.

    ``scope`` names the search it is about, if there were several.
    """

    scope: str
    sentence: str
    live: ResultTable
    learned: ReportFindings
    answers: tuple[Answer, ...]
    lessons: tuple[ReportNote, ...]
    plans: tuple[ReportNote, ...]
    decisions: tuple[ReportDecision, ...]
    interviews: ResultTable


def search_report(workbook: Workbook, today: date, dates: DateStyle) -> SearchReport:
    """The report as of ``today``, without private notes, pay, messages and other people's words.

    What is counted, charted and found is of the current search, as on the Progress page. What goes on from one search
    to the next stays whole: what is still open, the plans and the decisions.
    """
    workbook = without_private(workbook)
    search = current_search(workbook)
    part = of_search(workbook, search)
    findings = Findings(part, today, workbook, dates=dates)
    return SearchReport(
        scope=_scope(search, dates=dates) if len(searches(workbook)) > 1 else "",
        sentence=_sentence(part, today, dates=dates),
        live=_active(workbook, dates=dates),
        learned=report_findings(findings),
        answers=_answers(findings),
        lessons=tuple(_lessons(part, dates=dates)),
        plans=tuple(_plans(workbook, dates=dates)),
        decisions=tuple(_decisions(workbook, dates=dates)),
        interviews=_interviews(part, dates=dates),
    )


def _scope(search: Search, dates: DateStyle) -> str:
    since = f", since {dates.short_day(search.since)}" if search.since else ""
    until = f", until {dates.short_day(search.until)}" if search.until else ""
    return (
        f"This is about search {search.number}{since}{until}, the latest one. What is still open, the plans and the "
        "decisions are of all searches; the earlier ones can be looked at under Progress."
    )


def _sentence(workbook: Workbook, today: date, dates: DateStyle) -> str:
    held, found = workbook.debriefed, span(workbook)
    if found is None:
        return "No interview has been debriefed yet."
    sent = applications_sent_by(workbook, today)
    companies = {entry.company.casefold() for entry in sent}
    offers = len(applications_with_offer_by(workbook, today))
    return paragraph(
        f"{sentence_case(counted(len(held), 'debriefed interview'))}, {dates.period(*found)},",
        f"in {counted(len(sent), 'application')} to {counted(len(companies), 'company', 'companies')};",
        f"{counted(offers, 'offer')} so far.",
    )


def _active(workbook: Workbook, dates: DateStyle) -> ResultTable:
    live = [entry for entry in workbook.applications if entry.status in _ACTIVE]
    order = sorted(live, key=lambda entry: (-_ACTIVE.index(entry.status or "applied"), entry.company.casefold()))
    rows = (
        (entry.company, entry.role, label(entry.status or "applied"), _day(entry.status_on, dates=dates))
        for entry in order
    )
    return ResultTable(("Company", "Role", "Status", "Since"), tuple(rows))


FEW_DIFFER = "Averages of so few interviews differ by chance alone."
"""Said once, above the first of the averages."""


def _answers(findings: Findings) -> tuple[Answer, ...]:
    workbook, asked = findings.workbook, findings.asked
    rated, stages, formats = skills(workbook, dates=findings.dates), by_stage(workbook), by_format(workbook)
    found = (
        Answer.of(findings.applications, print_charts.funnel(findings.applications)),
        Answer.of(findings.stages, print_charts.funnel(findings.stages)),
        Answer.of(rated, print_charts.skills(rated, dates=findings.dates), rated.caption),
        Answer.of(stages, print_charts.groups(stages), paragraph(stages.caption, FEW_DIFFER)),
        Answer.of(formats, print_charts.groups(formats), formats.caption),
        Answer.of(asked, print_charts.kinds(asked)),
        Answer.of(findings.forecasts),
        Answer.of(findings.plans),
    )
    return tuple(answer for answer in found if answer.table.rows)


def _lessons(workbook: Workbook, dates: DateStyle) -> Iterator[ReportNote]:
    for interview in reversed(workbook.debriefed):
        if interview.lesson.strip():
            yield ReportNote(_where(workbook, interview, dates=dates), interview.lesson)


def _where(workbook: Workbook, interview: Interview, dates: DateStyle) -> str:
    application = workbook.application(interview.application_id)
    company = application.company if application else "A company that is not there any more"
    return f"{company}, {interview.type_phrase}, {dates.short_day(interview.held_on)}"


def _plans(workbook: Workbook, dates: DateStyle) -> Iterator[ReportNote]:
    became = {plan.plan_id: plan.sentence for plan in plans_kept(workbook).plans}
    for plan in sorted(workbook.plans, key=lambda entry: (entry.made_on or date.min, entry.id), reverse=True):
        made = f"Made on {dates.short_day(plan.made_on)}" if plan.made_on else ""
        away = f"Put away on {dates.short_day(plan.put_away_on)}." if plan.put_away_on else ""
        yield ReportNote(made, plan.sentence, paragraph(became.get(plan.id, ""), away))


def _decisions(workbook: Workbook, dates: DateStyle) -> Iterator[ReportDecision]:
    for row in sorted(workbook.decisions, key=lambda entry: (entry.decided_at, entry.id), reverse=True):
        application = workbook.application(row.application_id)
        company = f"{application.company}, " if application else ""
        sure = f"I am {row.confidence}% sure that I will call it right." if row.confidence is not None else ""
        right = f"Reviewed on {_day(row.reviewed_on, dates=dates)}: {label(row.right_call)}." if row.right_call else ""
        parts = (
            ("Why", row.reasons),
            ("What would change my mind", row.change_my_mind),
            ("How sure", sure),
            ("How it felt", label(row.gut) if row.gut else ""),
            ("Was it right?", right),
            ("What I took from it", row.learned),
        )
        about = f"{company}{phrase(row.choice)}, {dates.short_day(row.decided_at.date())}"
        yield ReportDecision(about, tuple((heading, words) for heading, words in parts if words.strip()))


def _interviews(workbook: Workbook, dates: DateStyle) -> ResultTable:
    rows = []
    for interview in sorted(workbook.interviews, key=chronological):
        application = workbook.application(interview.application_id)
        company, role = (application.company, application.role) if application else ("", "")
        became = label(interview.outcome or "pending") if interview.is_debriefed else label(interview.state)
        rows.append((dates.short_day(interview.held_on), company, role, interview.type, became))
    return ResultTable(("Date", "Company", "Role", "Type", "Outcome"), tuple(rows))


def _day(day: date | None, dates: DateStyle) -> str:
    return dates.short_day(day) if day else ""
