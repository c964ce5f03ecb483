"""Which person of the workbook a name means."""

import re
from collections.abc import Sequence

from lib.records.application import company_key, same_company
from lib.records.person import Person

_SUFFIXES = re.compile(r"(?:jr|sr|ph\.?\s?d|m\.?d|m\.?a|b\.?a|mba|rn|esq|cpa|i{1,3}|iv)\.?", re.IGNORECASE)


def split_title(typed: str) -> tuple[str, str]:
    """'Maureen Doyle, ward manager' as name and job title; 'Sam Reed, Jr.' is a name alone."""
    name, comma, rest = (part.strip() for part in typed.partition(","))
    return (typed.strip(), "") if not comma or not name or _SUFFIXES.fullmatch(rest) else (name, rest)


def known_person(people: Sequence[Person], name: str, company: str) -> Person | None:
    """The person of that name at that company, names compared without case and doubled blanks."""
    wanted = company_key(name)
    return next(
        (person for person in people if company_key(person.name) == wanted and same_company(person.company, company)),
        None,
    )
