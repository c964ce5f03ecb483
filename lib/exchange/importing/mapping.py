"""What the columns of somebody's own table are, guessed from their headers and values, for the person to confirm."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC
from functools import partial
from itertools import islice
from typing import Final

from lib.english import listed
from lib.exchange.importing.dates import date_from_serial, parse_written_date, read_day
from lib.exchange.importing.fields import FIELDS, LEAVE, NEEDED, NOTES, ROUND, SEVERAL, Holds
from lib.exchange.importing.grid import Grid, header_key
from lib.exchange.importing.stage_history import is_history, steps_of
from lib.exchange.importing.wordings import is_yes, our_word

ColumnMapping = Mapping[str, str]
"""The field of each column."""

_WORDS_OF_OF_INTERVIEWS = """
interviewdate dateofinterview interviewer interviewers interviewername interviewtype interviewround
interviewstage questionstoask questionsasked interviewdatetime interviewedby gesprachspartner datedelentretien
fechadeentrevista datacolloquio datadelcolloquio datadaentrevista gespreksdatum gesprachsdatum entrevistador
intervistatore gesprekspartner interlocuteur
"""
_OF_INTERVIEWS: Final = frozenset(_WORDS_OF_OF_INTERVIEWS.split())
_WORDS_OF_OF_PEOPLE = """
firstname lastname fullname contactname vorname nachname surname prenom
"""
_OF_PEOPLE: Final = frozenset(_WORDS_OF_OF_PEOPLE.split())
_DAY_OF_INTERVIEW: Final = frozenset(("interview", "interviewdate", "dateofinterview", "interviewon", "interviewday"))
_ROUND_HEADER: Final = re.compile(
    r"(?:1st|2nd|3rd|\d+th|first|second|third|fourth|final|last)\s+(?:round|interview|call|meeting|chat)\b|"
    r"\b(?:round|interview|gespräch|entretien|entrevista|colloquio|gesprek|runde)\s*#?\s*\d\b|"
    r"\d\.\s*(?:gespräch|interview|runde)\b|"
    r"^(?:phone screen|recruiter screen|recruiter call|hiring manager|technical|tech|onsite|on-site|panel|culture fit|"
    r"take[- ]home|case study|final)(?:\s+(?:interview|round|call|screen))?(?:\s+(?:date|on|day))?$",
    re.IGNORECASE,
)
_MOST_CELLS = 200
_MIN_SHARE = 0.7
"""The share of a column's values that must look like a date, an address or a status for it to be taken for one."""


def guess_kind(table: Grid) -> Holds:
    """What the rows of a table are, by its headers and by what its cells look like."""
    keys = {header_key(header) for header in table.header}
    of = {kind: guess_mapping(table, kind) for kind in FIELDS}
    if _are_people(keys, set(of["people"].values()), set(of["applications"].values())):
        return "people"
    if len(_rounds(table)) > 1 or not _is_dated(table, of["interviews"]):
        return "applications"
    if keys & _OF_INTERVIEWS:
        return "interviews"
    stages = [header for header, name in of["interviews"].items() if name == "stage"]
    is_log = bool(stages) and _share(table, stages[0], _is_stage) >= _MIN_SHARE
    has_status = any(_share(table, header, _is_status) >= _MIN_SHARE for header in table.header)
    return "interviews" if is_log and not has_status else "applications"


def _is_dated(table: Grid, mapped: ColumnMapping) -> bool:
    """Whether most rows have the day of an interview; where few have one, it's a column of a list of applications."""
    held = [header for header, name in mapped.items() if name == "held_on"]
    companies = [header for header, name in mapped.items() if name == "company"]
    if not held or not companies:
        return bool(held)
    pairs = zip(table.column(companies[0]), table.column(held[0]), strict=True)
    days = [bool(day) for company, day in pairs if company]
    return not days or sum(days) >= _MIN_SHARE * len(days)


def _are_people(keys: set[str], people: set[str], applications: set[str]) -> bool:
    """Whether a table with names in it lists people: they can be reached, and nothing was applied for."""
    if "name" not in people and not keys & _OF_PEOPLE:
        return False
    if applications & {"status", "applied_on", "history", ROUND} or keys & _OF_INTERVIEWS:
        return False
    is_reached = bool(people & {"email", "phone", "linkedin", "connected_on"})
    return is_reached or bool(keys & _OF_PEOPLE) or ("role" not in applications and "company" in applications)


def guess_mapping(table: Grid, holds: Holds) -> ColumnMapping:
    """A field for each column: by its header, else by its values, else into the notes; empty columns are left out."""
    mapped: dict[str, str] = {}
    fields = FIELDS[holds]
    if holds == "applications":
        mapped |= dict.fromkeys(_rounds(table), ROUND)
    by_key: dict[str, list[str]] = {}
    for header in table.header:
        by_key.setdefault(header_key(header), []).append(header)
    for position in range(max(len(field.headers) for field in fields.values())):  # the better header first
        for name, field in fields.items():
            if position >= len(field.headers) or (name in mapped.values() and name not in SEVERAL):
                continue
            for header in by_key.get(field.headers[position], ()):
                if header not in mapped and _may_be(table, header, name):
                    mapped[header] = name
                    break
    for header in table.header:
        if header not in mapped:
            mapped[header] = _by_values(table, header, holds, set(mapped.values()))
    return {header: mapped[header] for header in table.header}


def missing_field(mapped: ColumnMapping, holds: Holds) -> str:
    """What a table cannot be read without and no column is yet, in words; or ''."""
    chosen = set(mapped.values())
    lacking = [FIELDS[holds][names[0]].label for names in NEEDED[holds] if not chosen & set(names)]
    return listed(lacking)


def doubled_field(mapped: ColumnMapping) -> str:
    """A field with two columns though it can have only one; or ''."""
    fields = [field for field in mapped.values() if field not in SEVERAL]
    return next((field for field in fields if fields.count(field) > 1), "")


def _rounds(table: Grid) -> list[str]:
    """The columns that each hold one round of an application, with its day: '1st interview', 'Onsite'."""
    return [
        header
        for header in table.header
        if (_ROUND_HEADER.search(header.strip()) or header_key(header) in _DAY_OF_INTERVIEW)
        and _share(table, header, _has_day) >= _MIN_SHARE / 2
    ]


def _may_be(table: Grid, header: str, name: str) -> bool:
    """Whether a column's values fit its header, where headers mean several things."""
    if name == "applied_on":
        return _share(table, header, _is_tick) < _MIN_SHARE
    if name == "history":
        return _share(table, header, _is_steps) > 0
    return True


def _by_values(table: Grid, header: str, holds: Holds, taken: set[str]) -> str:
    values = _values(table, header)
    if not values:
        return LEAVE
    free = [name for name in FIELDS[holds] if name not in taken]
    for name, looks_so in _LOOKS.items():
        if name in free and _share(table, header, looks_so) >= _MIN_SHARE:
            return name
    return NOTES


def _values(table: Grid, header: str) -> Sequence[str]:
    return list(islice(table.values_of(header), _MOST_CELLS))


def _share(table: Grid, header: str, looks_so: Callable[[str], object]) -> float:
    values = _values(table, header)
    return sum(1 for value in values if looks_so(value)) / len(values) if values else 0


def _is_day(text: str) -> bool:
    return read_day(text, "dmy", UTC) is not None or read_day(text, "mdy", UTC) is not None


def _has_day(text: str) -> bool:
    return (
        date_from_serial(text, "1900") is not None
        or any(
            parse_written_date(part, order) is not None
            for part in re.split(r"[,;\n(]", text)
            for order in ("dmy", "mdy")
        )
        or parse_written_date(text, "dmy") is not None
        or parse_written_date(text, "mdy") is not None
    )


def _is_steps(text: str) -> bool:
    return bool(steps_of(text, lambda day: read_day(day, "dmy", UTC) or read_day(day, "mdy", UTC)))


def _is_tick(text: str) -> bool:
    return is_yes(text) or text.strip().casefold() in ("no", "false", "0", "nein", "non", "não", "nee", "✓", "✔", "✅")


_is_stage = partial(our_word, "stage")
_is_status = partial(our_word, "status")
_LOOKS: Final[Mapping[str, Callable[[str], object]]] = {
    "linkedin": lambda text: "linkedin.com/in/" in text.casefold(),
    "history": is_history,
    "url": lambda text: bool(re.match(r"https?://", text)),
    "email": lambda text: bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text)),
    "status": lambda text: bool(our_word("status", text)),
    "outcome": lambda text: bool(our_word("outcome", text)),
    **dict.fromkeys(("applied_on", "held_on"), _is_day),
}
