"""What was found in a file: rows as for the workbook, each with its origin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from lib.exchange.importing.date_reader import AmbiguousDates, AmbiguousTimezone
from lib.exchange.importing.people_cells import PersonInCell
from lib.exchange.importing.refusal import SkippedRow
from lib.records.vocabulary import Status

Fields = Mapping[str, str]


@dataclass(frozen=True)
class ParsedRow:
    """One row. ``ref`` names it in its source, the same at every export; ``fields`` are its filled cells.

    ``merged_from`` are further rows of files with a part of it, each with its file and line.
    """

    file: str
    line: int
    ref: str
    fields: Fields
    merged_from: tuple[tuple[str, int], ...] = field(default=(), kw_only=True)

    @property
    def sources(self) -> tuple[tuple[str, int], ...]:
        """Every row behind it, by file and line."""
        return ((self.file, self.line), *self.merged_from)

    @property
    def ref_with_digest(self) -> str:
        """The ref with a digest of the content, for ``import_ref``: it tells the same row from a changed one."""
        content = "|".join(f"{name}={text}" for name, text in sorted(self.fields.items()))
        return f"{self.ref}#{_digest(content, 8)}"


@dataclass(frozen=True)
class ParsedApplication(ParsedRow):
    """An application. ``history`` are the statuses it had, each with its day."""

    history: tuple[tuple[Status, date], ...] = ()


@dataclass(frozen=True)
class ParsedPerson(ParsedRow):
    """A person. ``same_person_refs`` are the marked refs of further rows that are the same person."""

    same_person_refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class ParsedInterview(ParsedRow):
    """An interview with what it holds: where, who was there, what was asked. ``role`` may be empty.

    ``applied_on`` is when the application was sent, ``application_ref`` the ref of the application if the same row
    tells it."""

    company: str = ""
    role: str = ""
    people: tuple[PersonInCell, ...] = ()
    talked_about: str = ""
    asked: tuple[str, ...] = ()
    to_ask: tuple[str, ...] = ()
    applied_on: str = ""
    application_ref: str = ""


@dataclass(frozen=True)
class UnknownWord:
    """A word in a column of ours that is none of our words, and how often it occurs."""

    field: str
    word: str
    count: int


@dataclass(frozen=True)
class AmbiguousPeople:
    """A cell that may name one person or several, read both ways."""

    cell: str
    one: tuple[PersonInCell, ...]
    several: tuple[PersonInCell, ...]


@dataclass(frozen=True)
class FileReading:
    """Everything in one file, and what is unclear in it.

    ``size`` is how many rows it has. ``ambiguous_dates`` are columns whose dates may be two, and have to be asked
    about; unknown words, clocks and people are asked about too, and come in as well as they can be read meanwhile.
    """

    file: str
    source: str
    applications: tuple[ParsedApplication, ...] = ()
    people: tuple[ParsedPerson, ...] = ()
    interviews: tuple[ParsedInterview, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    unknown: tuple[UnknownWord, ...] = ()
    ambiguous_dates: tuple[AmbiguousDates, ...] = ()
    ambiguous_timezones: tuple[AmbiguousTimezone, ...] = ()
    ambiguous_people: tuple[AmbiguousPeople, ...] = ()
    serial_dates: Mapping[str, tuple[str, date]] = field(default_factory=dict)
    remarks: tuple[str, ...] = field(default=())
    size: int = 0

    @property
    def rows(self) -> tuple[ParsedRow, ...]:
        """All rows found."""
        return (*self.applications, *self.people, *self.interviews)


def base_ref(ref: str) -> str:
    """The ref in an ``import_ref``, without the digest of its content."""
    return ref.rpartition("#")[0] or ref


def ref_of(tool: str, *parts: str) -> str:
    """A name for a row of a tool that gives it none: the same for the same words in any case and spacing."""
    return f"{tool}:{_digest('|'.join(' '.join(part.split()).casefold() for part in parts), 14)}"


def _digest(text: str, length: int) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
