"""What an import brings: new, the same as before, or different from what is here, row beside row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from lib.exchange.importing.fields import NO_ROLE
from lib.exchange.importing.parsed_rows import (
    FileReading,
    ParsedApplication,
    ParsedInterview,
    ParsedPerson,
    ParsedRow,
    base_ref,
    ref_of,
)
from lib.exchange.importing.refusal import SkippedRow
from lib.records.application import Application, match_key
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.workbook import Workbook
from lib.workflows.errors import Difference
from lib.workflows.ids import stable_id
from lib.workflows.importing.repeats import deduplicate, diff
from lib.workflows.importing.talks import Talks

PairDecision = Literal["keep", "take", "both"]
"""What becomes of a pair: keep ours; take the file's words; or keep both, as two entries."""

ComparedRow = Application | Person | Interview

_ANOTHER_TRY = timedelta(days=45)
"""Two applications for one role at one company with so long between them are two."""


@dataclass(frozen=True)
class MatchedPair:
    """A row of the file and the entry here that it seems to be.

    ``differences`` are cells that differ, ``additions`` cells that are empty here. ``usual`` is what is done unless the
    person chooses otherwise; nothing that is here is ever replaced by default.
    """

    found: ParsedRow
    here: ComparedRow
    differences: tuple[Difference, ...]
    additions: tuple[Difference, ...]
    usual: PairDecision
    can_be_two: bool

    @property
    def key(self) -> str:
        """What names this pair among all of one import."""
        return self.found.ref


@dataclass(frozen=True)
class ImportComparison:
    """Everything found in an import, sorted by what it would do to the workbook."""

    new: tuple[ParsedRow, ...] = ()
    same: tuple[ParsedRow, ...] = ()
    pairs: tuple[MatchedPair, ...] = ()
    left: tuple[SkippedRow, ...] = ()


def compare(readings: Sequence[FileReading], workbook: Workbook) -> ImportComparison:
    """Every row found, beside the entry that it is already, if any. Reads only."""
    new: list[ParsedRow] = []
    same: list[ParsedRow] = []
    pairs: list[MatchedPair] = []
    left = [one for reading in readings for one in reading.skipped]
    here, talks = KnownRows(workbook), Talks(workbook)
    every = deduplicate(readings, left)
    interviews = [one for one in every if isinstance(one, ParsedInterview)]
    matched = talks.matched(interviews, [row_id(one) for one in interviews])
    known = {one.ref: match for place, one in enumerate(interviews) if (match := matched.get(place))}
    for one in every:
        match = known.get(one.ref)
        found = here.under_a_free_id(one) if match is None else one
        if isinstance(found, ParsedInterview):
            pair = _talk(found, match[0], talks, is_sure=match[1]) if match else None
        else:
            pair = here.pair(found)
        if pair is None:
            new.append(found)
        elif pair.differences or pair.additions:
            pairs.append(pair)
        else:
            same.append(found)
    return ImportComparison(tuple(new), tuple(same), tuple(pairs), tuple(left))


def alike(comparison: ImportComparison, workbook: Workbook) -> dict[str, Application]:
    """The new applications, by ref, for whose company and role one is here already: another try, or the same one."""
    here = {(match_key(entry.company), match_key(entry.role)): entry for entry in workbook.applications}
    found: dict[str, Application] = {}
    for one in comparison.new:
        if isinstance(one, ParsedApplication):
            entry = here.get((match_key(one.fields["company"]), match_key(one.fields["role"])))
            if entry:
                found[one.ref] = entry
    return found


def marks_of(found: ParsedRow) -> tuple[str, ...]:
    """What remembers the row in ``import_ref``."""
    return (found.ref_with_digest, *(found.same_person_refs if isinstance(found, ParsedPerson) else ()))


def row_id(found: ParsedRow) -> str:
    """The id that a row gets here, the same at every import."""
    return _id({ParsedApplication: "ap", ParsedPerson: "pe", ParsedInterview: "iv"}[type(found)], found.ref)


@lru_cache(maxsize=30_000)  # a preview and the save after it ask for the same thousands of ids, several times each
def _id(prefix: str, ref: str) -> str:
    return stable_id(prefix, ref)


class KnownRows:
    """The workbook, indexed by all that a row found may be known by."""

    def __init__(self, workbook: Workbook) -> None:
        self._by_ref: dict[str, ComparedRow] = {}
        self._by_id: dict[str, ComparedRow] = {}
        self._roles: dict[tuple[str, str], list[Application]] = {}
        self._at: dict[str, list[Application]] = {}
        self._people: dict[str, list[Person]] = {}
        rows: Iterable[Application | Person] = (*workbook.applications, *workbook.people)
        for row in rows:
            self._by_id[row.id] = row
            self._by_ref |= {base_ref(mark): row for mark in row.import_ref.splitlines()}
        for entry in workbook.applications:
            self._roles.setdefault((match_key(entry.company), match_key(entry.role)), []).append(entry)
            self._at.setdefault(match_key(entry.company), []).append(entry)
        for person in workbook.people:
            self._people.setdefault(match_key(person.name), []).append(person)
        self._by_id |= workbook.by_id(Interview)
        self._claimed: set[str] = set()

    def under_a_free_id(self, found: ParsedRow) -> ParsedRow:
        """An interview that is none of those here, under an id that none of them has."""
        if isinstance(found, ParsedInterview) and row_id(found) in self._by_id:
            people = "|".join((*(one.name for one in found.people), *found.asked, *found.to_ask))
            return replace(found, ref=ref_of(found.ref, people))
        return found

    def pair(self, found: ParsedRow) -> MatchedPair | None:
        """The row beside the entry that it is; None if there is none."""
        known = self._by_ref.get(found.ref) or self._by_id.get(row_id(found))
        if known is not None:
            self._claimed.add(known.id)
            marks = known.import_ref.splitlines() if not isinstance(known, Interview) else []
            if set(marks_of(found)) <= set(marks):
                return MatchedPair(found, known, (), (), "keep", can_be_two=False)
            return _pair(found, known, can_be_two=False)
        if isinstance(found, ParsedApplication):
            return self._application(found)
        return self._person(found) if isinstance(found, ParsedPerson) else None

    def _application(self, found: ParsedApplication) -> MatchedPair | None:
        """The application of that company and role; without a role, the only one there. Each is one row's at most."""
        company = match_key(found.fields["company"])
        named = self._roles.get((company, match_key(found.fields["role"])), [])
        if found.fields["role"] == NO_ROLE and not named:
            named = self._at.get(company, []) if len(self._at.get(company, [])) == 1 else []
        fitting = [entry for entry in named if entry.id not in self._claimed and _may_be(found, entry)]
        if not fitting:
            return None
        self._claimed.add(fitting[0].id)
        return _pair(found, fitting[0], can_be_two=True)

    def _person(self, found: ParsedPerson) -> MatchedPair | None:
        namesakes = [
            one for one in self._people.get(match_key(found.fields["name"]), []) if not _other_profile(found, one)
        ]
        wanted = match_key(found.fields.get("company", ""))
        there = [person for person in namesakes if match_key(person.company) == wanted]
        if there:
            return _pair(found, there[0], can_be_two=True)
        if len(namesakes) != 1:
            return None
        pair = _pair(found, namesakes[0], can_be_two=True)
        elsewhere = bool(wanted and namesakes[0].company)
        if not elsewhere:
            return pair
        moved = Difference("company", namesakes[0].company, found.fields["company"])
        return replace(pair, differences=(moved, *pair.differences), usual="both")


def _may_be(found: ParsedApplication, entry: Application) -> bool:
    marks = [base_ref(mark) for mark in entry.import_ref.splitlines()]
    if found.ref.startswith("linkedin:job:") and any(mark.startswith("linkedin:job:") for mark in marks):
        return False  # two postings
    applied_on = found.fields.get("applied_on")
    if not applied_on or not entry.applied_on:
        return True
    return abs(date.fromisoformat(applied_on) - entry.applied_on) <= _ANOTHER_TRY


def _other_profile(found: ParsedPerson, person: Person) -> bool:
    theirs = [base_ref(mark) for mark in person.import_ref.splitlines() if mark.startswith("linkedin:in:")]
    return found.ref.startswith("linkedin:in:") and bool(theirs) and found.ref not in theirs


def _pair(found: ParsedRow, here: ComparedRow, *, can_be_two: bool) -> MatchedPair:
    differences, additions = diff(found.fields, here.cells())
    usual: PairDecision = "keep" if differences else "take"
    return MatchedPair(found, here, differences, additions, usual, can_be_two)


def _talk(found: ParsedInterview, here: Interview, talks: Talks, *, is_sure: bool) -> MatchedPair:
    """An interview beside the one here, with the people and questions that only the file has."""
    pair = _pair(found, here, can_be_two=row_id(found) != here.id)
    more: list[Difference] = []
    lists = (
        ("people", [one.name for one in found.people], talks.people(here)),
        ("asked", list(found.asked), talks.questions(here, "them")),
        ("to_ask", list(found.to_ask), talks.questions(here, "me")),
    )
    for name, theirs, mine in lists:
        known = {match_key(text) for text in mine}
        fresh = [text for text in theirs if match_key(text) not in known]
        if fresh:
            more.append(Difference(name, "; ".join(mine), "; ".join(fresh)))
    usual: PairDecision = "both" if not is_sure and pair.can_be_two else pair.usual
    return replace(pair, additions=(*pair.additions, *more), usual=usual)
