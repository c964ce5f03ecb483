"""Finding debriefs again: by company, stage, outcome, period, and any word in any field."""

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from lib.insight.open_plans import answers_of
from lib.records.application import company_key
from lib.records.interview import Interview, chronological
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.workflows.entries.deletion import BELONGING


@dataclass(frozen=True)
class Wanted:
    """What the journal is asked for; an empty field asks for nothing."""

    text: str = ""
    companies: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None


def find_interviews(workbook: Workbook, wanted: Wanted) -> tuple[Interview, ...]:
    """The interviews that fit every filter and hold every word of the text in some field, newest first."""
    companies = {company_key(company) for company in wanted.companies}
    company_of = {entry.id: company_key(entry.company) for entry in workbook.applications}
    found = [
        interview
        for interview in workbook.interviews
        if (not companies or company_of.get(interview.application_id) in companies)
        and (not wanted.stages or interview.stage in wanted.stages)
        and (not wanted.outcomes or (interview.outcome or "pending") in wanted.outcomes)
        and (wanted.since is None or interview.held_on >= wanted.since)
        and (wanted.until is None or interview.held_on <= wanted.until)
    ]
    words = folded(wanted.text).split()
    if words:
        texts = _texts(workbook)
        found = [entry for entry in found if all(word in texts.get(entry.id, "") for word in words)]
    return tuple(sorted(found, key=chronological, reverse=True))


def companies_of(workbook: Workbook) -> tuple[str, ...]:
    """The companies that interviewed me, by name."""
    interviewed = {interview.application_id for interview in workbook.interviews}
    names = {company_key(entry.company): entry.company for entry in workbook.applications if entry.id in interviewed}
    return tuple(sorted(names.values(), key=str.casefold))


def _texts(workbook: Workbook) -> dict[str, str]:
    """Everything written about each interview, folded, by the interview's id."""
    applications = {entry.id: text_of(entry) for entry in workbook.applications}
    people = {person.id: text_of(person) for person in workbook.people}
    texts = {
        interview.id: [text_of(interview), applications.get(interview.application_id, "")]
        for interview in workbook.interviews
    }
    for table in BELONGING:
        for row in getattr(workbook, table):
            if row.interview_id in texts:
                texts[row.interview_id].append(text_of(row))
    for conversation in workbook.conversations:
        if conversation.interview_id in texts:
            texts[conversation.interview_id].append(people.get(conversation.person_id, ""))
    plans = {plan.id: text_of(plan) for plan in workbook.plans}
    for interview_id, words in texts.items():
        words += [plans.get(plan_id, "") for plan_id in answers_of(workbook, interview_id)]
    return {interview_id: " ".join(parts) for interview_id, parts in texts.items()}


def text_of(record: Record) -> str:
    """All that a record says, folded, to look for words in."""
    return folded(" ".join(cell for cell in record.cells().values() if cell))


def folded(text: str) -> str:
    """Without case, and each accented letter as one character however it was typed."""
    return normalize("NFC", normalize("NFC", text).casefold())
