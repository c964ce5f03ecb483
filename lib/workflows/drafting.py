"""The drafts that are open in browser tabs: each field goes to disk as soon as the server has seen it.

Two threads of one tab can run at once, so ``OpenDrafts``, not the tab's state, knows the newest revision of each draft.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from threading import Lock

from pydantic import ValidationError

from lib.records.record import Record
from lib.store import Draft, JsonValue, LoadedWorkbook, Receipt, Store, Transaction
from lib.workflows import form_values
from lib.workflows.draft_kinds import MESSAGE
from lib.workflows.errors import unkeepable
from lib.workflows.form_values import KEYED

_MOST_OPEN = 500
_LOOKED_THROUGH = frozenset(("channel",))


@dataclass
class OpenDrafts:
    """The open drafts of one server, by tab and by the name under which the tab opened them."""

    _open: OrderedDict[tuple[str, str], Draft] = field(default_factory=OrderedDict)
    _unwritten: set[tuple[str, str]] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def open(self, tab: str, name: str, draft: Draft) -> Draft:
        """Open a draft; nothing is written before its first answer."""
        with self._lock:
            self._open[tab, name] = draft
            while len(self._open) > _MOST_OPEN:  # a draft that falls off is on disk
                self._open.popitem(last=False)
        return draft

    def get(self, tab: str, name: str) -> Draft | None:
        """The draft that this tab has open under that name."""
        return self._open.get((tab, name))

    def reopen(self, tab: str, name: str, store: Store) -> Draft | None:
        """The draft that this tab has open under that name, with what another tab has written into it since.

        Where the disk has refused the last words of this tab, its own draft stays: they are nowhere else. Raises
        ``SaveFailed`` if the disk cannot be read.
        """
        with self._lock:
            draft = self._open.get((tab, name))
            written = store.drafts.load(draft.id) if draft and (tab, name) not in self._unwritten else None
            if draft and written and written.revision > draft.revision:
                self._open[tab, name] = draft = written
            return draft

    def keep(self, tab: str, name: str, answers: Mapping[str, JsonValue], store: Store, now: datetime) -> Draft:
        """Take in answers and write the draft to disk.

        Where another tab wrote it meanwhile, the store keeps both, and this tab goes on in its own copy. Raises
        ``KeyError`` for a draft that is not open, and what the store raises; memory keeps the answers
        even then.
        """
        with self._lock:
            draft = self._open[tab, name]
            draft = replace(draft, values=with_answers(draft.values, answers))
            self._open[tab, name] = draft
            self._unwritten.add((tab, name))
            saved = store.drafts.save(draft, now)
            self._unwritten.discard((tab, name))
            self._open[tab, name] = saved
            return saved

    def turn_to(self, tab: str, name: str, screen: str, store: Store, now: datetime) -> Draft:
        """Remember which screen the draft is at. It stays at its screen if the disk refuses."""
        with self._lock:
            before = self._open[tab, name]
            saved = store.drafts.save(replace(before, screen=screen), now)
            self._unwritten.discard((tab, name))
            self._open[tab, name] = saved
            return saved

    def rewrite(self, changed: Callable[[Draft], Draft | None], store: Store) -> None:
        """Put what ``changed`` makes of each open draft in its place, in every tab; None closes it."""
        with self._lock:
            for place, draft in list(self._open.items()):
                after = changed(draft)
                if after is None:
                    del self._open[place]
                elif after != draft:
                    saved = store.drafts.load(draft.id)
                    self._open[place] = replace(after, revision=saved.revision if saved else draft.revision)

    def close(self, tab: str, name: str) -> None:
        """Forget an open draft: it was saved, or discarded."""
        with self._lock:
            self._open.pop((tab, name), None)
            self._unwritten.discard((tab, name))


def with_answers(values: Mapping[str, JsonValue], answers: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The values with the answers taken in; the first answer in a new row puts the row on its list."""
    merged = {**values, **answers}
    for name in answers:
        group, dot, rest = name.partition(".")
        row_id = rest.rpartition(".")[0]
        rows = merged.get(group)
        listed = list(rows) if isinstance(rows, (list, tuple)) else []
        if dot and row_id and group not in KEYED and row_id not in listed:
            merged[group] = [*listed, row_id]
    return merged


def attempt(draft: Draft) -> str:
    """What tells one attempt to save from another: the draft's token with a digest of its answers.

    The same answers clicked twice are one attempt; the same draft with other answers, from another tab, is not.
    """
    text = json.dumps(dict(draft.values), sort_keys=True, default=list)
    return f"{draft.token}:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


@dataclass(frozen=True)
class DraftChange:
    """The rows from a draft's answers, to put and to remove, under the name that the list of changes shows.

    ``message``, ``consequences`` and ``if_undone`` are as in ``Transaction``.
    """

    label: str
    put: tuple[Record, ...]
    remove: tuple[Record, ...] = ()
    undoable: bool = True
    message: str = ""
    consequences: tuple[Record, ...] = ()
    if_undone: tuple[Record, ...] = ()


def commit_draft(store: Store, draft: Draft, now: datetime, write: Callable[[LoadedWorkbook], DraftChange]) -> Receipt:
    """Save a draft, all of it or nothing; the draft goes with the same commit, and a second click changes nothing.

    ``write`` makes the rows from the answers and the current workbook; its errors are passed on. Raises ``Incomplete``
    if an answer cannot be kept, and what the store raises.
    """
    if earlier := store.receipt(draft.id, attempt(draft)):
        return earlier
    loaded = store.load_whole()
    return store.commit(transaction_of(draft, loaded, write), now)


def transaction_of(draft: Draft, loaded: LoadedWorkbook, write: Callable[[LoadedWorkbook], DraftChange]) -> Transaction:
    """A draft's change to the loaded workbook."""
    try:
        written = write(loaded)
    except ValidationError as error:
        raise unkeepable(error) from error
    return Transaction(
        label=written.label,
        put=written.put,
        remove=written.remove,
        row_versions=loaded.row_versions_of((*written.put, *written.remove)),
        draft_id=draft.id,
        token=attempt(draft),
        undoable=written.undoable,
        message=written.message,
        consequences=frozenset((row.file, row.identity) for row in written.consequences),
        if_undone=written.if_undone,
    )


def is_changed(draft: Draft) -> bool:
    """Whether anything was typed since the section was loaded."""
    return dict(draft.values) != dict(draft.base)


def is_begun(draft: Draft) -> bool:
    """Whether words were typed that are to be gone on with. The channel of a message is only looked through."""
    if not draft.base:
        return words_typed(draft)
    return bool(changed_fields(draft).keys() - (_LOOKED_THROUGH if draft.kind == MESSAGE else frozenset()))


def is_outdated(draft: Draft, fresh: Draft, **suggested: str) -> bool:
    """Whether what a draft was loaded from reads otherwise by now, and nothing was typed into it.

    ``suggested`` are the answers that the form itself filled in.
    """
    typed = {name for name, value in draft.values.items() if value not in (draft.base.get(name), suggested.get(name))}
    return not typed and any(draft.base[name] != fresh.base[name] for name in draft.base.keys() & fresh.base)


def changed_fields(draft: Draft) -> Mapping[str, object]:
    """The fields that differ from what was loaded."""
    return {field: value for field, value in draft.values.items() if value != draft.base.get(field)}


def words_typed(draft: Draft) -> bool:
    """Whether a draft holds anything that a person typed and would miss."""
    fields = changed_fields(draft) if draft.base else draft.values
    return any(form_values.text(fields, field) or form_values.items(fields, field) for field in fields)


def is_new(draft: Draft) -> bool:
    """Whether the draft is of a record that was not in the workbook when it was begun."""
    return "id" not in draft.base
