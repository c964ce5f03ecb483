"""Finding debriefs again: by company, stage, outcome, period, and any word in any field."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from lib.insight.open_plans import answers_of
from lib.records.application import match_key
from lib.records.interview import Interview
from lib.records.record import Record
from lib.records.workbook import Workbook, cached_per_workbook
from lib.words import folded
from lib.workflows.entries.deletion import BELONGING

_Entry = TypeVar("_Entry")


@dataclass(frozen=True)
class JournalQuery:
    """What the journal is asked for; an empty field asks for nothing. ``company_of`` is the id of an application."""

    text: str = ""
    company_of: str = ""
    stage: str = ""
    outcome: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Rounds:
    """The interviews of one application among those found, oldest first."""

    application_id: str
    interviews: tuple[Interview, ...]


@dataclass(frozen=True)
class Page(Generic[_Entry]):
    """The entries of one page of a list, its number from 1, and how many pages there are."""

    entries: tuple[_Entry, ...]
    number: int
    pages: int


def find_interviews(workbook: Workbook, wanted: JournalQuery) -> tuple[Interview, ...]:
    """The interviews that fit every filter and hold every word of the text in some field, newest first."""
    application = workbook.application(wanted.company_of)
    company = match_key(application.company) if application else ""
    company_of = {entry.id: match_key(entry.company) for entry in workbook.applications}
    found = [
        interview
        for interview in reversed(workbook.by_time)
        if (not company or company_of.get(interview.application_id) == company)
        and wanted.stage in ("", interview.stage)
        and wanted.outcome in ("", interview.outcome or "pending")
        and (wanted.since is None or interview.held_on >= wanted.since)
        and (wanted.until is None or interview.held_on <= wanted.until)
    ]
    words = folded(wanted.text).split()
    if words:
        texts = _texts(workbook)
        found = [entry for entry in found if all(word in texts.get(entry.id, "") for word in words)]
    return tuple(found)


def by_application(found: Iterable[Interview]) -> tuple[Rounds, ...]:
    """The found interviews, newest first, as the rounds of their applications; the one with the last round first."""
    together: dict[str, list[Interview]] = {}
    for interview in found:
        together.setdefault(interview.application_id, []).append(interview)
    return tuple(Rounds(application_id, tuple(reversed(rounds))) for application_id, rounds in together.items())


def page_of(
    entries: Sequence[_Entry], number: int, size: int, weigh: Callable[[_Entry], int] = lambda _: 1
) -> Page[_Entry]:
    """One page of a list, ``size`` rows long; a number beyond the ends is the nearest page.

    ``weigh`` gives how many rows an entry takes. None is parted, so a page is longer if one entry alone is.
    """
    pages: list[list[_Entry]] = [[]]
    room = size
    for entry in entries:
        if pages[-1] and weigh(entry) > room:
            pages.append([])
            room = size
        pages[-1].append(entry)
        room -= weigh(entry)
    number = min(max(1, number), len(pages))
    return Page(tuple(pages[number - 1]), number, len(pages))


def companies_of(workbook: Workbook) -> dict[str, str]:
    """The companies that interviewed me, by name, each under the id of one of its applications."""
    interviewed = {interview.application_id for interview in workbook.interviews}
    named = {match_key(entry.company): entry for entry in reversed(workbook.applications) if entry.id in interviewed}
    return {entry.id: entry.company for entry in sorted(named.values(), key=lambda entry: entry.company.casefold())}


@cached_per_workbook
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
    """All words of a record, folded, to search in."""
    return folded(" ".join(cell for cell in record.cells().values() if cell))
