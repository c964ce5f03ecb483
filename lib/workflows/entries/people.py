"""Which person of the workbook a name means."""

from collections.abc import Sequence

from lib.records.application import company_key, same_company
from lib.records.person import Person


def known_person(people: Sequence[Person], name: str, company: str) -> Person | None:
    """The person of that name at that company, names compared without case and doubled blanks."""
    wanted = company_key(name)
    return next(
        (person for person in people if company_key(person.name) == wanted and same_company(person.company, company)),
        None,
    )
