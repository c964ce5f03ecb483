"""What an import brings: new, the same as before, or different from what is here, row beside row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal

from lib.exchange.importing.found import (
    Found,
    FoundApplication,
    FoundInterview,
    FoundPerson,
    Reading,
    base_ref,
)
from lib.exchange.importing.refusal import Left
from lib.records.application import Application, company_key
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.vocabulary import Status, words
from lib.records.workbook import Workbook
from lib.workflows.errors import Difference
from lib.workflows.ids import stable_id

Verdict = Literal["keep", "take", "both"]
"""What becomes of a pair: here stays as it is; the file's words replace it; or both stand, as two entries."""

Row = Application | Person | Interview

_ANOTHER_TRY = timedelta(days=45)
"""Two applications for one role at one company with so long between them are two."""
_APPENDED: Final = ("notes", "private_note")
_NEVER_ASKED: Final = ("source", "kind", "role", "company", "name")
_STATUS_RANK: Final = {status: min(rank, 4) for rank, status in enumerate(words(Status))}


@dataclass(frozen=True)
class Pair:
    """A row of the file and the entry here that it seems to be.

    ``differences`` are cells that say something else, ``additions`` such as are empty here. ``usual`` is what is done
    unless the person chooses otherwise; nothing that is here is ever replaced by default.
    """

    found: Found
    here: Row
    differences: tuple[Difference, ...]
    additions: tuple[Difference, ...]
    usual: Verdict
    can_be_two: bool

    @property
    def key(self) -> str:
        """What names this pair among all of one import."""
        return self.found.ref


@dataclass(frozen=True)
class Comparison:
    """Everything found in an import, sorted by what it would do to the workbook."""

    new: tuple[Found, ...] = ()
    same: tuple[Found, ...] = ()
    pairs: tuple[Pair, ...] = ()
    left: tuple[Left, ...] = ()

    def new_of(self, kind: type[Found]) -> int:
        """How many new rows there are of one kind."""
        return sum(isinstance(one, kind) for one in self.new)


def compare(readings: Sequence[Reading], workbook: Workbook) -> Comparison:
    """Every row found, beside the entry that it is already, if any. Reads only."""
    new: list[Found] = []
    same: list[Found] = []
    pairs: list[Pair] = []
    left = [one for reading in readings for one in reading.left]
    here = Here(workbook)
    for found in _once(readings, left):
        pair = here.pair(found)
        if pair is None:
            new.append(found)
        elif pair.differences or pair.additions:
            pairs.append(pair)
        else:
            same.append(found)
    return Comparison(tuple(new), tuple(same), tuple(pairs), tuple(left))


def alike(comparison: Comparison, workbook: Workbook) -> dict[str, Application]:
    """The new applications, by ref, for whose company and role one is here already: another try, or the same one."""
    here = {(company_key(entry.company), company_key(entry.role)): entry for entry in workbook.applications}
    found: dict[str, Application] = {}
    for one in comparison.new:
        if isinstance(one, FoundApplication):
            entry = here.get((company_key(one.told["company"]), company_key(one.told["role"])))
            if entry:
                found[one.ref] = entry
    return found


def _once(readings: Sequence[Reading], left: list[Left]) -> list[Found]:
    """Each row once, however often the files say it; what says it again is listed among what was left."""
    first: dict[str, Found] = {}
    for found in (
        *(one for reading in readings for one in reading.applications),
        *_joined([one for reading in readings for one in reading.people]),
        *(one for reading in readings for one in reading.interviews),
    ):
        known = first.setdefault(found.ref, found)
        if known is not found:
            reason = f"It stands in {Left(known.file, known.line, '').place} already."
            left.append(Left(found.file, found.line, reason, _words(found)))
    return list(first.values())


def _joined(people: list[FoundPerson]) -> Iterator[FoundPerson]:
    """The people, with whoever vouched for one and is a connection too as one person: every such writer is one."""
    named: dict[str, list[FoundPerson]] = {}
    for person in people:
        named.setdefault(company_key(person.told["name"]), []).append(person)
    for person in people:
        namesakes = named[company_key(person.told["name"])]
        contacts = [one for one in namesakes if one.told["kind"] != "reference"]
        vouching = [one for one in namesakes if one.told["kind"] == "reference"]
        is_pair = len({one.ref for one in contacts}) == 1 and bool(vouching) and _same_tool(contacts[0], vouching[0])
        if not is_pair:
            yield person
        elif person is contacts[0]:
            notes = "\n".join(filter(None, (person.told.get("notes"), *(one.told.get("notes") for one in vouching))))
            told = {**vouching[0].told, **person.told, "kind": "reference"} | ({"notes": notes} if notes else {})
            yield replace(person, told=told, also=tuple(dict.fromkeys(one.marked for one in vouching)))
        elif person in contacts:
            yield person


def _same_tool(one: Found, other: Found) -> bool:
    return one.ref.partition(":")[0] == other.ref.partition(":")[0]


def _words(found: Found) -> str:
    if isinstance(found, FoundInterview):
        return found.company
    return found.told.get("name") or f"{found.told.get('company', '')}, {found.told.get('role', '')}"


def marks_of(found: Found) -> tuple[str, ...]:
    """What remembers the row in ``import_ref``."""
    return (found.marked, *(found.also if isinstance(found, FoundPerson) else ()))


def row_id(found: Found) -> str:
    """The id that a row gets here, the same at every import."""
    return _id({FoundApplication: "ap", FoundPerson: "pe", FoundInterview: "iv"}[type(found)], found.ref)


@lru_cache(maxsize=30_000)  # a preview and the save after it ask for the same thousands of ids, several times each
def _id(prefix: str, ref: str) -> str:
    return stable_id(prefix, ref)


class Here:
    """The workbook, indexed by all that a row found may be known by."""

    def __init__(self, workbook: Workbook) -> None:
        self._by_ref: dict[str, Row] = {}
        self._by_id: dict[str, Row] = {}
        self._roles: dict[tuple[str, str], list[Application]] = {}
        self._people: dict[str, list[Person]] = {}
        self._days: dict[tuple[str, date], list[Interview]] = {}
        rows: Iterable[Application | Person] = (*workbook.applications, *workbook.people)
        for row in rows:
            self._by_id[row.id] = row
            self._by_ref |= {base_ref(mark): row for mark in row.import_ref.splitlines()}
        for entry in workbook.applications:
            self._roles.setdefault((company_key(entry.company), company_key(entry.role)), []).append(entry)
        for person in workbook.people:
            self._people.setdefault(company_key(person.name), []).append(person)
        companies = {entry.id: company_key(entry.company) for entry in workbook.applications}
        for interview in workbook.interviews:
            self._by_id[interview.id] = interview
            where = (companies.get(interview.application_id, ""), interview.held_on)
            self._days.setdefault(where, []).append(interview)

    def pair(self, found: Found) -> Pair | None:
        """The row beside the entry that it is; None where there is none."""
        known = self._by_ref.get(found.ref) or self._by_id.get(row_id(found))
        if known is not None:
            marks = known.import_ref.splitlines() if not isinstance(known, Interview) else []
            if set(marks_of(found)) <= set(marks):
                return Pair(found, known, (), (), "keep", can_be_two=False)
            return _pair(found, known, can_be_two=False)
        if isinstance(found, FoundApplication):
            return self._application(found)
        if isinstance(found, FoundPerson):
            return self._person(found)
        return self._interview(found) if isinstance(found, FoundInterview) else None

    def _application(self, found: FoundApplication) -> Pair | None:
        named = self._roles.get((company_key(found.told["company"]), company_key(found.told["role"])), [])
        fitting = [entry for entry in named if _may_be(found, entry)]
        return _pair(found, fitting[0], can_be_two=True) if fitting else None

    def _person(self, found: FoundPerson) -> Pair | None:
        namesakes = [
            one for one in self._people.get(company_key(found.told["name"]), []) if not _other_profile(found, one)
        ]
        wanted = company_key(found.told.get("company", ""))
        there = [person for person in namesakes if company_key(person.company) == wanted]
        if there:
            return _pair(found, there[0], can_be_two=True)
        if len(namesakes) != 1:
            return None
        pair = _pair(found, namesakes[0], can_be_two=True)
        elsewhere = bool(wanted and namesakes[0].company)
        if not elsewhere:
            return pair
        moved = Difference("company", namesakes[0].company, found.told["company"])
        return replace(pair, differences=(moved, *pair.differences), usual="both")

    def _interview(self, found: FoundInterview) -> Pair | None:
        day = date.fromisoformat(found.told["held_at"][:10])
        that_day = self._days.get((company_key(found.company), day), [])
        return _pair(found, that_day[0], can_be_two=True) if that_day else None


def _may_be(found: FoundApplication, entry: Application) -> bool:
    marks = [base_ref(mark) for mark in entry.import_ref.splitlines()]
    if found.ref.startswith("linkedin:job:") and any(mark.startswith("linkedin:job:") for mark in marks):
        return False  # two postings
    applied_on = found.told.get("applied_on")
    if not applied_on or not entry.applied_on:
        return True
    return abs(date.fromisoformat(applied_on) - entry.applied_on) <= _ANOTHER_TRY


def _other_profile(found: FoundPerson, person: Person) -> bool:
    theirs = [base_ref(mark) for mark in person.import_ref.splitlines() if mark.startswith("linkedin:in:")]
    return found.ref.startswith("linkedin:in:") and bool(theirs) and found.ref not in theirs


def _pair(found: Found, here: Row, *, can_be_two: bool) -> Pair:
    differences, additions = _apart(found.told, here)
    usual: Verdict = "keep" if differences else "take"
    return Pair(found, here, differences, additions, usual, can_be_two)


def _apart(told: Mapping[str, str], here: Row) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    cells = here.cells()
    differences: list[Difference] = []
    additions: list[Difference] = []
    for column, theirs in told.items():
        mine = cells[column]
        if column in _APPENDED:
            if any(line not in mine for line in theirs.splitlines()):
                additions.append(Difference(column, mine, theirs))
        elif not mine or (column == "kind" and (mine, theirs) == ("contact", "reference")):
            additions.append(Difference(column, mine, theirs))
        elif not _says_the_same(column, mine, theirs, told, here):
            differences.append(Difference(column, mine, theirs))
    return tuple(differences), tuple(additions)


def _says_the_same(column: str, mine: str, theirs: str, told: Mapping[str, str], here: Row) -> bool:
    if column in _NEVER_ASKED or company_key(mine) == company_key(theirs):
        return True
    if column == "status":
        return _STATUS_RANK[theirs] < _STATUS_RANK[mine]
    if column == "status_on":
        return told.get("status") != here.cells()["status"]
    if column == "held_at":
        is_instant = "T" in mine and "T" in theirs
        return (
            datetime.fromisoformat(mine) == datetime.fromisoformat(theirs)
            if is_instant
            else "T" not in theirs and mine[:10] == theirs
        )
    if column in ("stage", "outcome"):
        return theirs in ("other", "pending")
    return column == "state" and not told.keys() & {"outcome", "feedback", "went_well", "went_badly", "lesson"}
