"""Companies that a file spells otherwise than the workbook, or than itself: asked about, never merged by themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from lib.exchange.importing.parsed_rows import FileReading, ParsedRow
from lib.records.application import match_key
from lib.records.company_likeness import likeness_key
from lib.records.workbook import Workbook

_Row = TypeVar("_Row", bound=ParsedRow)


@dataclass(frozen=True)
class Spelling:
    """A company as the file spells it, and the company that it may be; ``is_here``: the workbook has it."""

    theirs: str
    known: str
    is_here: bool

    @property
    def key(self) -> str:
        """What names the file's spelling among all of one import."""
        return match_key(self.theirs)


def spelled_otherwise(readings: Sequence[FileReading], workbook: Workbook) -> tuple[Spelling, ...]:
    """The spellings in the files that may be a company of another spelling, each once."""
    exact = {match_key(entry.company) for entry in workbook.applications}
    here = {likeness_key(entry.company): entry.company for entry in reversed(workbook.applications)}
    in_files: dict[str, str] = {}
    found: dict[str, Spelling] = {}
    for name, is_application in _companies(readings):
        key, like = match_key(name), likeness_key(name)
        if not like or key in exact or key in found:
            continue
        known = here.get(like) or in_files.get(like)
        if known and match_key(known) != key:
            found[key] = Spelling(name, known, like in here)
        elif is_application:
            in_files.setdefault(like, name)
    return tuple(found.values())


def spelled_as_known(readings: Sequence[FileReading], same: Mapping[str, str]) -> list[FileReading]:
    """The readings with the known spelling of each company confirmed as the same, by ``match_key``."""
    if not same:
        return list(readings)
    return [
        replace(
            reading,
            applications=tuple(_fields(one, same) for one in reading.applications),
            people=tuple(_fields(one, same) for one in reading.people),
            interviews=tuple(
                replace(one, company=same.get(match_key(one.company), one.company)) for one in reading.interviews
            ),
        )
        for reading in readings
    ]


def _fields(one: _Row, same: Mapping[str, str]) -> _Row:
    known = same.get(match_key(one.fields.get("company", "")))
    return replace(one, fields={**one.fields, "company": known}) if known else one


def _companies(readings: Sequence[FileReading]) -> Iterator[tuple[str, bool]]:
    """Every company that the files name, and whether by an application or an interview, these first."""
    for reading in readings:
        yield from ((one.fields["company"], True) for one in reading.applications)
        yield from ((one.company, True) for one in reading.interviews)
    for reading in readings:
        yield from ((one.fields["company"], False) for one in reading.people if one.fields.get("company"))
