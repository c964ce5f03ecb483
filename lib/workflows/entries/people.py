"""Which person of the workbook a name means."""

import re
from collections.abc import Iterable, Sequence

from lib.records.application import Application, match_key, same_company
from lib.records.person import Person
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.errors import Incomplete
from lib.workflows.form_values import FormValues

_SUFFIXES = re.compile(r"(?:jr|sr|ph\.?\s?d|m\.?d|m\.?a|b\.?a|mba|rn|esq|cpa|i{1,3}|iv)\.?", re.IGNORECASE)

NEW = "new"
"""The field for a known name that belongs to somebody else."""


def split_title(typed: str) -> tuple[str, str]:
    """'Maureen Doyle, ward manager' as name and job title; 'Sam Reed, Jr.' is a name alone."""
    name, comma, rest = (part.strip() for part in typed.partition(","))
    return (typed.strip(), "") if not comma or not name or _SUFFIXES.fullmatch(rest) else (name, rest)


def known_person(
    people: Sequence[Person], name: str, company: str, agency: str = "", via_person: str = ""
) -> Person | None:
    """The person of that name who is meant at that company, names compared without case and doubled blanks.

    That is the recruiter in between, ``via_person``, if it is their name; else someone at that agency, or at that
    company. Where several are, the first.
    """
    named = [person for person in people if match_key(person.name) == match_key(name)]
    between = [person for person in named if person.id == via_person]
    at_agency = [person for person in named if agency and same_company(person.agency, agency)]
    return next(iter((*between, *at_agency, *_at(named, company, agency))), None)


def _at(named: Iterable[Person], company: str, agency: str) -> list[Person]:
    """Those at the company; none who recruits with another agency than the one that is named."""
    there = [person for person in named if same_company(person.company, company)]
    return [person for person in there if not agency or not person.agency]


def may_be(workbook: Workbook, name: str, application: Application | None, company: str) -> tuple[Person, ...]:
    """The people of that name that only the person can tell apart: several at the company, or recruiters who may speak
    for it too. Empty if it's clear who is meant, or nobody of that name is known."""
    if there := _there(workbook, name, application, company):
        return there if len(there) > 1 else ()
    return tuple(person for person in _named(workbook, name) if person.agency)


def _named(workbook: Workbook, name: str) -> tuple[Person, ...]:
    return tuple(person for person in workbook.people if name and match_key(person.name) == match_key(name))


def _there(workbook: Workbook, name: str, application: Application | None, company: str) -> tuple[Person, ...]:
    """The people of that name there: the recruiter in between, or those at the company."""
    named = _named(workbook, name)
    between = tuple(person for person in named if application and person.id == application.via_person)
    return between or tuple(_at(named, company, ""))


def person_of_row(
    workbook: Workbook,
    answers: FormValues,
    row_id: str,
    application: Application | None,
    company: str,
    also: Sequence[Person] = (),
) -> Person | None:
    """Who is meant by a row of people: the person tapped or chosen, else by the name; None for somebody new.

    ``also`` are people named in earlier rows. Raises ``Incomplete`` if several of that name are at the company and it's
    open which.
    """
    people = workbook.by_id(Person)
    chosen = form_values.row_text(answers, "people", row_id, "who")
    if row_id in people or chosen in people:
        return people.get(row_id) or people[chosen]
    name, _ = split_title(form_values.row_text(answers, "people", row_id, "name"))
    agency, via = (
        form_values.row_text(answers, "people", row_id, "agency"),
        application.via_person if application else "",
    )
    if chosen == NEW:
        return None
    if not agency and len(_there(workbook, name, application, company)) > 1:
        raise Incomplete(f"You know several people called {name}.", "Say which one it is.", "next")
    return known_person((*also, *workbook.people), name, company, agency, via)


def new_person(row_id: str, name: str, company: str, agency: str = "") -> Person:
    """Somebody met for the first time: a recruiter where they come from an agency, else an interviewer there."""
    if agency:
        return Person(id=row_id, name=name, kind="recruiter", agency=agency)
    return Person(id=row_id, name=name, kind="interviewer", company=company)


def recruiters(workbook: Workbook) -> tuple[Person, ...]:
    """Those who may be in between: recruiters, and people at an agency; by name."""
    found = (person for person in workbook.people if person.kind == "recruiter" or person.agency)
    return tuple(sorted(found, key=lambda person: (person.name.casefold(), person.id)))


def via(workbook: Workbook, application: Application | None) -> Person | None:
    """The recruiter between me and the employer."""
    wanted = application.via_person if application else ""
    return next((person for person in workbook.people if wanted and person.id == wanted), None)


def speaks_for(workbook: Workbook, person_id: str) -> tuple[Application, ...]:
    """The applications for which a recruiter is in between, newest first."""
    return tuple(entry for entry in reversed(workbook.applications) if person_id and entry.via_person == person_id)
