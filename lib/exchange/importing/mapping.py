"""What the columns of somebody's own table are, guessed from their headers and values, for the person to confirm."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC
from typing import Final

from lib.english import listed
from lib.exchange.importing.dates import read_day
from lib.exchange.importing.fields import DATED, FIELDS, LEAVE, NEEDED, NOTES, SEVERAL, Holds
from lib.exchange.importing.grid import Grid, header_key
from lib.exchange.importing.wordings import our_word

Mapped = Mapping[str, str]
"""The field of each column."""

_OF_INTERVIEWS: Final = {
    *("interviewdate", "dateofinterview", "interviewer", "interviewers", "interviewername", "interviewtype"),
    *("interviewround", "interviewstage", "questionstoask", "questionsasked"),
}
_OF_PEOPLE: Final = {"firstname", "lastname", "fullname", "contactname", "vorname", "nachname", "surname", "name"}
_LOOKED_AT = 200
_MOST = 0.7
"""The share of a column's values that must look like a date, an address or a status for it to be taken for one."""


def guessed_kind(table: Grid) -> Holds:
    """What the rows of a table are, by its headers."""
    keys = {header_key(header) for header in table.header}
    if keys & _OF_INTERVIEWS:
        return "interviews"
    has_role = "role" in guessed(table, "applications").values()
    if keys & _OF_PEOPLE and not ("name" in keys and has_role and not keys & (_OF_PEOPLE - {"name"})):
        return "people"
    return "applications"


def guessed(table: Grid, holds: Holds) -> Mapped:
    """A field for each column: by its header, else by its values, else into the notes; empty columns are left out."""
    mapped: dict[str, str] = {}
    fields = FIELDS[holds]
    for place in range(max(len(field.headers) for field in fields.values())):  # the better header first
        for name, field in fields.items():
            if place >= len(field.headers) or (name in mapped.values() and name not in SEVERAL):
                continue
            for header in table.header:
                if header not in mapped and header_key(header) == field.headers[place]:
                    mapped[header] = name
                    break
    for header in table.header:
        if header not in mapped:
            mapped[header] = _by_values(table, header, holds, set(mapped.values()))
    return {header: mapped[header] for header in table.header}


def missing(mapped: Mapped, holds: Holds) -> str:
    """What a table cannot be read without and no column is yet, in words; or ''."""
    chosen = set(mapped.values())
    lacking = [FIELDS[holds][names[0]].label for names in NEEDED[holds] if not chosen & set(names)]
    return listed(lacking)


def twice(mapped: Mapped) -> str:
    """A field that two columns are at once though only one can be; or ''."""
    fields = [field for field in mapped.values() if field not in SEVERAL]
    return next((field for field in fields if fields.count(field) > 1), "")


def _by_values(table: Grid, header: str, holds: Holds, taken: set[str]) -> str:
    values = [cell for cell in table.column(header) if cell][:_LOOKED_AT]
    if not values:
        return LEAVE
    free = [name for name in FIELDS[holds] if name not in taken]
    for name, looks_so in _LOOKS.items():
        if name in free and sum(map(looks_so, values)) >= _MOST * len(values):
            return name
    return NOTES


def _is_day(text: str) -> bool:
    return read_day(text, "dmy", UTC) is not None or read_day(text, "mdy", UTC) is not None


_LOOKS: Final[Mapping[str, Callable[[str], bool]]] = {
    "linkedin": lambda text: "linkedin.com/in/" in text.casefold(),
    "url": lambda text: bool(re.match(r"https?://", text)),
    "email": lambda text: bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text)),
    "status": lambda text: bool(our_word("status", text)),
    "outcome": lambda text: bool(our_word("outcome", text)),
    **dict.fromkeys([name for name in DATED if name in ("applied_on", "held_on")], _is_day),
}
