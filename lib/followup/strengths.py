"""My claims at one company and to one person, and my strengths from anywhere."""

from collections.abc import Iterable

from lib.followup.fragments import is_fragment
from lib.followup.note_parsing import denies, is_to_them
from lib.followup.phrasing import CAPITALISED, one_line
from lib.records.application import Application, match_key
from lib.records.interview import Interview, chronological
from lib.records.workbook import Workbook, cached_per_workbook
from lib.words import finder


def claims_there(workbook: Workbook, application: Application | None) -> tuple[str, ...]:
    """My claims in an application's interviews, newest first."""
    if application is None:
        return ()
    rounds = [entry for entry in workbook.by_time if entry.application_id == application.id]
    return _claims_of(workbook, reversed(rounds))


def claims_heard(workbook: Workbook, interview: Interview | None, person_id: str) -> tuple[str, ...]:
    """The claims that a person heard: in this interview, then in their other ones of the same application, the newest
    first. Nothing if they were not met there."""
    met_in = {row.interview_id for row in workbook.conversations if row.person_id == person_id}
    if interview is None or interview.id not in met_in:
        return ()
    others = [
        entry
        for entry in workbook.by_time
        if entry.application_id == interview.application_id and entry.id in met_in and entry.id != interview.id
    ]
    earlier = [entry for entry in others if chronological(entry) < chronological(interview)]
    return tuple(claim for claim in _claims_of(workbook, (interview, *reversed(earlier))) if _may_be_named(claim))


@cached_per_workbook
def claims_by_use(workbook: Workbook) -> tuple[str, ...]:
    """My claims over all companies, most frequent first."""
    said = [one_line(row.claim) for row in workbook.claims]
    counts: dict[str, int] = {}
    for claim in said:
        counts[claim.casefold()] = counts.get(claim.casefold(), 0) + 1
    return _each_once(sorted(said, key=lambda claim: -counts[claim.casefold()]))


def strengths_for(workbook: Workbook, application: Application | None) -> tuple[str, ...]:
    """My own strengths as a letter about this application may name them, most frequent first: nothing that denies,
    addresses another company, or names one."""
    return tuple(
        claim
        for claim in claims_by_use(workbook)
        if _may_be_named(claim) and not is_to_them(claim) and not names_another(workbook, application, claim)
    )


def names_another(workbook: Workbook, application: Application | None, text: str) -> bool:
    """Whether a text names the company of another application, or somebody who interviewed me elsewhere."""
    names = _others(workbook, application)
    return any(finder(name).search(text) for name in names)


def _may_be_named(claim: str) -> bool:
    return not denies(claim) and not is_fragment(claim)


def _others(workbook: Workbook, application: Application | None) -> Iterable[str]:
    own = match_key(application.company) if application else ""
    for entry in workbook.applications:
        company = one_line(entry.company)
        if match_key(company) != own and company.casefold() not in CAPITALISED:
            yield company
    for person in workbook.people:
        is_from_here = match_key(person.company) == own or (application and person.id == application.via_person)
        if person.kind in ("interviewer", "hiring_manager", "recruiter") and not is_from_here:
            yield one_line(person.name)


def _claims_of(workbook: Workbook, interviews: Iterable[Interview]) -> tuple[str, ...]:
    order = {entry.id: position for position, entry in enumerate(interviews)}
    rows = sorted(
        (row for row in workbook.claims if row.interview_id in order), key=lambda row: order[row.interview_id]
    )
    return _each_once(row.claim for row in rows)


def _each_once(claims: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for claim in map(one_line, claims):
        first.setdefault(claim.casefold(), claim)
    return tuple(first.values())
