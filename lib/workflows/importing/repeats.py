"""Rows that occur several times in an import: merged into one, with all that each adds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from lib.exchange.importing.parsed_rows import (
    FileReading,
    ParsedApplication,
    ParsedInterview,
    ParsedPerson,
    ParsedRow,
    ref_of,
)
from lib.exchange.importing.refusal import SkippedRow
from lib.records.application import match_key
from lib.records.vocabulary import Status, words
from lib.workflows.errors import Difference

APPENDED: Final = ("notes", "private_note")
_NEVER_ASKED: Final = ("source", "kind", "role", "company", "name")
_STATUS_RANK: Final = {status: min(rank, 4) for rank, status in enumerate(words(Status))}


@dataclass(frozen=True)
class RowDiff:
    """How two rows of one thing differ: cells that differ, and cells that only the second has."""

    differences: tuple[Difference, ...] = ()
    additions: tuple[Difference, ...] = ()


def deduplicate(readings: Sequence[FileReading], left: list[SkippedRow]) -> list[ParsedRow]:
    """Each thing once. A row that adds nothing is listed as left out, with its twin; one that adds something is merged;
    one that contradicts is separate."""
    kept: dict[str, ParsedRow] = {}
    renamed: dict[tuple[str, int], str] = {}
    for found in _all(readings):
        first = kept.get(found.ref)
        if first is None:
            kept[found.ref] = _of_its_row(found, renamed)
            continue
        apart = _diff_rows(first, found)
        if apart.differences:
            again = replace(found, ref=ref_of(found.ref, _content(found)))
            if again.ref in kept:
                left.append(_left(found, kept[again.ref]))
            else:
                kept[again.ref] = again
                renamed[found.file, found.line] = again.ref
        elif apart.additions:
            kept[found.ref] = _merge(first, found, apart)
        else:
            left.append(_left(found, first))
    return list(kept.values())


def _all(readings: Sequence[FileReading]) -> Iterator[ParsedRow]:
    yield from (one for reading in readings for one in reading.applications)
    yield from _merge_people([one for reading in readings for one in reading.people])
    yield from (one for reading in readings for one in reading.interviews)


def _of_its_row(found: ParsedRow, renamed: Mapping[tuple[str, int], str]) -> ParsedRow:
    if isinstance(found, ParsedInterview) and found.application_ref:
        return replace(found, application_ref=renamed.get((found.file, found.line), found.application_ref))
    return found


def _left(found: ParsedRow, first: ParsedRow) -> SkippedRow:
    reason = f"It's already in {SkippedRow(first.file, first.line, '').location}."
    return SkippedRow(found.file, found.line, reason, row_title(found))


def _diff_rows(first: ParsedRow, second: ParsedRow) -> RowDiff:
    differences, additions = diff(second.fields, first.fields)
    if isinstance(first, ParsedInterview) and isinstance(second, ParsedInterview):
        more, other = _diff_talks(first, second)
        return RowDiff((*differences, *other), (*additions, *more))
    one, two = first.fields.get("status"), second.fields.get("status")
    if first.ref.startswith("own:") and one and two and one != two:  # in a tool's files it's an older state of the row
        differences = (Difference("status", one, two),)
    return RowDiff(differences, additions)


def _diff_talks(first: ParsedInterview, second: ParsedInterview) -> tuple[list[Difference], list[Difference]]:
    """What the second talk adds to the first, and what makes it another one."""
    more: list[Difference] = []
    other: list[Difference] = []
    lists: tuple[tuple[str, Callable[[ParsedInterview], Sequence[str]]], ...] = (
        ("people", lambda one: [person.name for person in one.people]),
        ("asked", lambda one: one.asked),
        ("to_ask", lambda one: one.to_ask),
        ("talked_about", lambda one: [one.talked_about] if one.talked_about else []),
    )
    for name, of in lists:
        mine, theirs = {match_key(text) for text in of(first)}, {match_key(text) for text in of(second)}
        if theirs - mine:
            difference = Difference(name, "; ".join(of(first)), "; ".join(of(second)))
            (other if mine and not mine <= theirs else more).append(difference)
    return more, other


def _merge(first: ParsedRow, second: ParsedRow, differences: RowDiff) -> ParsedRow:
    fields = dict(first.fields)
    for one in differences.additions:
        if one.field in APPENDED:
            fields[one.field] = (
                "\n".join(
                    (fields[one.field], *(line for line in one.theirs.splitlines() if line not in fields[one.field]))
                )
                if fields.get(one.field)
                else one.theirs
            )
        elif one.field in second.fields:
            fields[one.field] = one.theirs
    more = (*first.merged_from, *second.sources)
    if isinstance(first, ParsedInterview) and isinstance(second, ParsedInterview):
        return replace(
            first,
            fields=fields,
            merged_from=more,
            people=tuple({match_key(one.name): one for one in (*second.people, *first.people)}.values()),
            asked=tuple(dict.fromkeys((*first.asked, *second.asked))),
            to_ask=tuple(dict.fromkeys((*first.to_ask, *second.to_ask))),
            talked_about=first.talked_about or second.talked_about,
        )
    if isinstance(first, ParsedApplication) and isinstance(second, ParsedApplication):
        return replace(first, fields=fields, merged_from=more, history=first.history or second.history)
    return replace(first, fields=fields, merged_from=more)


def _content(found: ParsedRow) -> str:
    """All of a row's cells, as one text."""
    said = [f"{name}={text}" for name, text in sorted(found.fields.items())]
    if isinstance(found, ParsedInterview):
        said += [*(one.name for one in found.people), *found.asked, *found.to_ask, found.talked_about]
    return "|".join(said)


def _merge_people(people: list[ParsedPerson]) -> Iterator[ParsedPerson]:
    """The people; a reference who is also a connection is one person."""
    named: dict[str, list[ParsedPerson]] = {}
    for person in people:
        named.setdefault(match_key(person.fields["name"]), []).append(person)
    for person in people:
        namesakes = named[match_key(person.fields["name"])]
        contacts = [one for one in namesakes if one.fields["kind"] != "reference"]
        vouching = [one for one in namesakes if one.fields["kind"] == "reference"]
        is_pair = len({one.ref for one in contacts}) == 1 and bool(vouching) and _same_tool(contacts[0], vouching[0])
        if not is_pair:
            yield person
        elif person is contacts[0]:
            notes = "\n".join(
                filter(None, (person.fields.get("notes"), *(one.fields.get("notes") for one in vouching)))
            )
            fields = {**vouching[0].fields, **person.fields, "kind": "reference"} | ({"notes": notes} if notes else {})
            also = tuple(dict.fromkeys(one.ref_with_digest for one in vouching))
            yield replace(
                person, fields=fields, same_person_refs=also, merged_from=tuple(one.sources[0] for one in vouching)
            )
        elif person in contacts:
            yield person


def _same_tool(one: ParsedRow, other: ParsedRow) -> bool:
    return one.ref.partition(":")[0] == other.ref.partition(":")[0]


def row_title(found: ParsedRow) -> str:
    """A row in a few words."""
    if isinstance(found, ParsedInterview):
        return found.company
    return found.fields.get("name") or f"{found.fields.get('company', '')}, {found.fields.get('role', '')}"


def diff(fields: Mapping[str, str], cells: Mapping[str, str]) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """The cells that differ from the existing ones, and those that are empty there."""
    differences: list[Difference] = []
    additions: list[Difference] = []
    for column, theirs in fields.items():
        mine = cells.get(column, "")
        if column in APPENDED:
            if any(line not in mine for line in theirs.splitlines()):
                additions.append(Difference(column, mine, theirs))
        elif not mine or (column == "kind" and (mine, theirs) == ("contact", "reference")):
            additions.append(Difference(column, mine, theirs))
        elif not _says_the_same(column, mine, theirs, fields, cells):
            differences.append(Difference(column, mine, theirs))
    return tuple(differences), tuple(additions)


def _says_the_same(column: str, mine: str, theirs: str, fields: Mapping[str, str], cells: Mapping[str, str]) -> bool:
    if column in _NEVER_ASKED or match_key(mine) == match_key(theirs):
        return True
    if column == "status":
        return _STATUS_RANK[theirs] < _STATUS_RANK[mine]
    if column == "status_on":
        return fields.get("status") != cells.get("status")
    if column == "held_at":
        is_instant = "T" in mine and "T" in theirs
        return (
            datetime.fromisoformat(mine) == datetime.fromisoformat(theirs)
            if is_instant
            else "T" not in theirs and mine[:10] == theirs
        )
    if column in ("stage", "outcome"):
        return theirs in ("other", "pending")
    return column == "state" and not fields.keys() & {"outcome", "feedback", "went_well", "went_badly", "lesson"}
