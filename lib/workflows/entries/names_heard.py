"""The names that may be said in a memo about an interview."""

from itertools import zip_longest

from lib.records.application import same_company
from lib.records.workbook import Workbook
from lib.store import Draft
from lib.workflows import form_values

MOST = 25
"""So many names are listened for: more of them would make others be heard as one of these."""


def names_to_listen_for(workbook: Workbook, draft: Draft | None = None) -> tuple[str, ...]:
    """Names of companies and people: first those of the draft's application, then the latest."""
    values = draft.values if draft else {}
    application = workbook.application(form_values.text(values, "application"))
    company = application.company if application else form_values.text(values, "company")
    there = [person.name for person in workbook.people if company and same_company(person.company, company)]
    companies = [entry.company for entry in reversed(workbook.applications)]
    people = [person.name for person in reversed(workbook.people)]
    latest = [name for pair in zip_longest(companies, people, fillvalue="") for name in pair]
    return tuple(dict.fromkeys(name for name in [company, *there, *latest] if name))[:MOST]
