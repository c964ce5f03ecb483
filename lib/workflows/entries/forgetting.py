"""Forgetting a person: their rows, every mention of the full name, and every older copy. It cannot be undone."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from lib.english import counted
from lib.followup.names import name_in_salutation
from lib.records.person import Person
from lib.records.record import Key, Record, vocabulary_of
from lib.records.setting import Setting
from lib.records.task import Task
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, LoadedWorkbook, ReadOnly, Receipt, Recording, Store, Transaction
from lib.workflows import form_values
from lib.workflows.draft_kinds import MESSAGE, RECORD
from lib.workflows.drafting import OpenDrafts, is_new
from lib.workflows.entries.mentions import Mentions
from lib.workflows.entries.recordings import recordings_about
from lib.workflows.errors import Gone
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

RowId = tuple[str, Key]
OwnCells = Mapping[RowId, Mapping[str, str]]

_GO_WITH_THEM: Final = ("conversations", "asks", "tasks")
_WORDS: Final = {
    "conversations": ("conversation", "conversations"),
    "asks": ("favour asked for", "favours asked for"),
    "tasks": ("task with its message", "tasks with their messages"),
}


@dataclass(frozen=True)
class Forgetting:
    """The effect of forgetting someone: rows that go, rows and drafts that are rewritten, and what it cannot reach.

    ``recordings`` are the names of those that go. ``passages`` are the texts in which the name becomes 'someone', as
    they are now; ``left`` tells where it will remain.
    """

    person_id: str
    name: str
    remove: tuple[Record, ...]
    put: tuple[Record, ...]
    passages: tuple[str, ...]
    own_cells: OwnCells
    mentions: Mentions
    drafts_before: tuple[Draft, ...]
    recordings: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def drafts(self) -> tuple[tuple[Draft, Draft | None], ...]:
        """The drafts that change, each with its new content."""
        after = ((draft, self.without(draft)) for draft in self.drafts_before)
        return tuple((draft, new) for draft, new in after if new != draft)

    def without(self, draft: Draft) -> Draft | None:
        """A draft's new content; None for one that is only to them or about them."""
        is_to_them = any(isinstance(row, Task) and row.id == draft.record_id for row in self.remove)
        return None if is_to_them else _without_person(draft, self.person_id, self.mentions)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What goes, line by line, in words."""
        return (*self._rows(), *self._texts(), *self._drafts(), *self._recordings())

    def _rows(self) -> Iterator[str]:
        counts = Counter(row.file for row in self.remove)
        if counts.pop(Person.file, 0):
            yield "Their entry among the people"
        for table, (one, many) in _WORDS.items():
            if number := counts[Workbook.MODELS[table].file]:
                yield counted(number, one, many)

    def _texts(self) -> Iterator[str]:
        if number := len(self.passages) + sum(map(len, self.own_cells.values())):
            yield f"Their name in {counted(number, 'text')}, where “someone” will stand"

    def _drafts(self) -> Iterator[str]:
        gone = sum(after is None for _, after in self.drafts)
        if gone:
            yield f"{counted(gone, 'draft')} to them or about them"
        if number := len(self.drafts) - gone:
            yield f"Their name in {counted(number, 'draft')}"

    def _recordings(self) -> Iterator[str]:
        if number := len(self.recordings):
            yield f"{counted(number, 'recording')} of answers to what was asked there"


@dataclass(frozen=True)
class DraftPerson:
    """Someone who is named in a draft and nowhere else yet."""

    person_id: str
    name: str


def named_only_in_drafts(workbook: Workbook, drafts: Iterable[Draft]) -> tuple[DraftPerson, ...]:
    """The people whose names were typed into a draft and are not in the workbook, by name."""
    known = {person.id for person in workbook.people}
    names = {person.name.casefold() for person in workbook.people}
    found = {named.person_id: named for draft in drafts for named in _named_in(draft)}
    new = (one for one in found.values() if one.person_id not in known and one.name.casefold() not in names)
    return tuple(sorted(new, key=lambda one: (one.name.casefold(), one.person_id)))


def _named_in(draft: Draft) -> Iterator[DraftPerson]:
    for row_id in form_values.items(draft.values, "people"):
        if name := form_values.row_text(draft.values, "people", row_id, "name"):
            yield DraftPerson(row_id, name)
    for name in form_values.lines(draft.values, "people_names"):
        yield DraftPerson(stable_id("pe", draft.token, name), name)
    for field in ("person_name", "via_name"):
        if name := form_values.text(draft.values, field):
            yield DraftPerson(stable_id("pe", draft.token, name), name)
    if _is_new_person(draft) and (name := form_values.text(draft.values, "name")):
        yield DraftPerson(draft.record_id, name)


def _is_new_person(draft: Draft) -> bool:
    return draft.kind == RECORD and draft.screen == "person" and is_new(draft)


def what_goes(
    loaded: LoadedWorkbook, drafts: Sequence[Draft], person_id: str, recordings: Sequence[Recording] = ()
) -> Forgetting:
    """What forgetting that person changes in the workbook, the drafts and the recordings.

    Raises ``Gone`` if neither knows the person.
    """
    workbook = loaded.workbook
    person = workbook.find(Person, person_id)
    name = person.name if person else _draft_name(drafts, person_id)
    others = [entry.name for entry in workbook.people if entry.id != person_id]
    addresses = (person.email, person.phone, person.linkedin) if person else ()
    called = name_in_salutation(person.salutation, name) if person else ""
    mentions = Mentions(name, others, addresses, also=called)
    remove = tuple(_rows_of(workbook, person_id))
    gone = {(row.file, row.identity) for row in remove}
    staying = [row for row in workbook if (row.file, row.identity) not in gone]
    own = _own_columns(loaded, gone, mentions)
    spoken = recordings_about(workbook, recordings, person_id, mentions)
    return Forgetting(
        person_id,
        name,
        remove,
        tuple(_rewritten(staying, person_id, mentions, own)),
        tuple(text for row in staying for text in _texts(row).values() if mentions.is_in(text)),
        own,
        mentions,
        tuple(drafts),
        spoken,
        (*_left(loaded, mentions), *_unheard(len(recordings) - len(spoken))),
    )


def _rewritten(rows: Iterable[Record], person_id: str, mentions: Mentions, own: Collection[RowId]) -> Iterator[Record]:
    for row in rows:
        changed = _without(row, person_id, mentions)
        if changed != row or (row.file, row.identity) in own:
            yield changed


def _draft_name(drafts: Iterable[Draft], person_id: str) -> str:
    name = next((one.name for draft in drafts for one in _named_in(draft) if one.person_id == person_id), "")
    if not name:
        raise Gone("This person")
    return name


def _rows_of(workbook: Workbook, person_id: str) -> Iterator[Record]:
    yield from (person for person in workbook.people if person.id == person_id)
    for table in _GO_WITH_THEM:
        yield from (row for row in getattr(workbook, table) if row.person_id == person_id)


def _without(row: Record, person_id: str, mentions: Mentions) -> Record:
    changes: dict[str, object] = {}
    for column, text in _texts(row).items():
        if mentions.is_in(text):
            taken = mentions.taken_out(text)
            changes[column] = tuple(taken.split("\n")) if isinstance(getattr(row, column), tuple) else taken
    for column in ("person_id", "via_person"):
        if getattr(row, column, "") == person_id:
            changes[column] = ""
    return row.changed(**changes) if changes else row


def _texts(row: Record) -> dict[str, str]:
    """The cells in which a person writes, by column, without names of people and my own."""
    if isinstance(row, Setting) and row.key in ("name", "signature"):
        return {}
    passed_over = {"zone", *row.key_fields, *row.refers, *(("name", "salutation") if isinstance(row, Person) else ())}
    cells = row.cells()
    return {
        column: cells[column]
        for column in cells
        if cells[column]
        and column not in passed_over
        and isinstance(getattr(row, column), (str, tuple))
        and not vocabulary_of(type(row), column)
    }


def _left(loaded: LoadedWorkbook, mentions: Mentions) -> Iterator[str]:
    for file, table in loaded.tables.by_file.items():
        read = set(table.positions.values())
        for place, row in enumerate(table.sheet.rows):
            if place not in read and mentions.is_in(row.raw):
                yield f"{file}, line {row.line}, cannot be read and holds the name. Take it out in an editor."


def _unheard(number: int) -> Iterator[str]:
    if number:
        yield f"{counted(number, 'other recording')} may hold the name. Delete them under Your data, Move or erase."


def _own_columns(loaded: LoadedWorkbook, going: Collection[RowId], mentions: Mentions) -> OwnCells:
    """The cells of columns that the person added, with the name taken out, by row."""
    found: dict[RowId, dict[str, str]] = {}
    for file, table in loaded.tables.by_file.items():
        known = set(table.model.header())
        for key in table.positions:
            cells = table.cells(key) or {}
            taken = {
                column: mentions.taken_out(text)
                for column, text in cells.items()
                if column not in known and mentions.is_in(text)
            }
            if taken and (file, key) not in going:
                found[file, key] = taken
    return found


def _without_person(draft: Draft, person_id: str, mentions: Mentions) -> Draft | None:
    values = draft.values
    if draft.kind == MESSAGE and mentions.is_name(form_values.text(values, "to")):
        return None
    if draft.kind == RECORD and _is_about(draft, person_id, mentions):
        return None
    base = _answers_without(draft.base, person_id, mentions)
    return replace(draft, values=_answers_without(values, person_id, mentions), base=base)


def _is_about(draft: Draft, person_id: str, mentions: Mentions) -> bool:
    values = draft.values
    if person_id in (draft.record_id, form_values.text(values, "person_id")):
        return True
    field = "name" if _is_new_person(draft) else "person_name"
    return mentions.is_name(form_values.text(values, field))


def _answers_without(answers: Mapping[str, JsonValue], person_id: str, mentions: Mentions) -> dict[str, JsonValue]:
    met = set(_rows_met(answers, person_id, mentions))
    kept: dict[str, JsonValue] = {}
    for field, value in answers.items():
        if field.startswith("people.") and field.split(".")[1] in met:
            continue
        if isinstance(value, list):
            kept[field] = [_taken_out(item, mentions) for item in value if item not in met]
        elif field in ("zone", form_values.TYPED_IN):
            kept[field] = value
        elif value == person_id or (field == "via_name" and mentions.is_name(str(value))):
            kept[field] = ""
        elif field == "people_names" and isinstance(value, str):
            kept[field] = "\n".join(line for line in value.splitlines() if not mentions.is_in(line))
        else:
            kept[field] = _taken_out(value, mentions)
    return kept


def _rows_met(answers: FormValues, person_id: str, mentions: Mentions) -> Iterator[str]:
    for row_id in form_values.items(answers, "people"):
        if row_id == person_id or mentions.is_name(form_values.row_text(answers, "people", row_id, "name")):
            yield row_id


def _taken_out(value: JsonValue, mentions: Mentions) -> JsonValue:
    return mentions.taken_out(value) if isinstance(value, str) else value


def forget(store: Store, open_drafts: OpenDrafts, person_id: str, now: datetime) -> Receipt:
    """Forget a person for good: rows, mentions, drafts, and the backups and undo records with them.

    The older copies go first: if they cannot, nothing is changed. Raises ``Gone`` if nobody of that id is known, and
    what the store raises.
    """
    loaded = store.load()
    if loaded.read_only:
        raise ReadOnly(loaded.read_only)
    going = what_goes(loaded, store.drafts.list(), person_id, store.recordings.list())
    store.forget_past()
    store.recordings.remove(going.recordings)
    for draft, after in going.drafts:
        store.drafts.save(after, now) if after else store.drafts.discard(draft.id, now)
    open_drafts.rewrite(going.without, store)
    receipt = store.commit(
        Transaction(
            label="A person forgotten",
            put=going.put,
            remove=going.remove,
            row_versions=loaded.row_versions_of((*going.put, *going.remove)),
            own_cells=going.own_cells,
        ),
        now,
    )
    store.forget_past()
    return receipt
