"""What was typed and not saved yet: one JSON file a draft, each replaced in one durable step.

A file carries a seal, so that damage is noticed before anything is built on it. What can still be read of a damaged one
is salvaged when the person asks for it; the file itself is moved away.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from lib.store import disk
from lib.store.bounds import DISCARDED, DRAFT_ID, DRAFTS
from lib.store.errors import SaveFailed, reading
from lib.store.step import is_sound_moment

KEPT = 30
"""How many discarded drafts can be brought back."""

_CHECKSUM = "sha256"
_DEEPEST = 12
"""How deep lists and objects may be nested; a form's answers are lists of words."""

_MOST_SAVES = 10**9

_PAIR = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_DISCARDED_NAME = re.compile(r"(?P<id>[A-Za-z0-9][A-Za-z0-9_~-]*)@(?P<number>\d{6})\.json")


@dataclass(frozen=True)
class Draft:
    """Typed words on their way to a record.

    ``token`` is random, made when the draft was begun; ``base`` (for edits) holds the values as they were
    loaded, to tell what was typed from what was changed elsewhere; ``revision`` counts the saves, so that two
    windows on one draft notice each other.
    """

    id: str
    kind: str
    record_id: str
    token: str
    screen: str = ""
    values: Mapping[str, JsonValue] = field(default_factory=dict)
    base: Mapping[str, JsonValue] = field(default_factory=dict)
    revision: int = 0
    begun_at: str = ""
    saved_at: str = ""


@dataclass(frozen=True)
class Drafts:
    """The drafts of one data folder."""

    folder: Path
    lock: Callable[[], AbstractContextManager[None]]
    is_understood: Callable[[Draft], bool] = lambda draft: True
    """Whether the forms know what to do with a draft; one that they don't counts as damaged."""

    def list(self) -> tuple[Draft, ...]:
        """The drafts that can be read, newest saved first."""
        with reading("The list of drafts"):
            found = [name for name in disk.names(self._folder) if name.endswith(".json")]
            names = [name for name in found if DRAFT_ID.fullmatch(name[:-5])]
        drafts = [draft for name in names if (draft := self._readable(name))]
        return tuple(sorted(drafts, key=lambda draft: (draft.saved_at, draft.id), reverse=True))

    def unreadable(self) -> tuple[str, ...]:
        """The names of draft files that cannot be read; they are kept."""
        with reading("The list of drafts"):
            names = [name for name in disk.names(self._folder) if name.endswith(".json")]
        return tuple(name for name in names if not DRAFT_ID.fullmatch(name[:-5]) or self._readable(name) is None)

    def salvage(self, name: str) -> Draft | None:
        """What can be read of a damaged draft, by the name of its file; None if nothing can. It writes nothing."""
        data, stem = self._damaged(name), name.removesuffix(".json")
        if data is None or not DRAFT_ID.fullmatch(stem):
            return None
        found = _pieces_of(data)
        values, base = (
            {each: value for each, value in found[part].items() if _is_answer(value)} for part in ("values", "base")
        )
        kind, record_id, screen = (found.get(each) for each in ("kind", "record_id", "screen"))
        if not values or not isinstance(kind, str) or not isinstance(record_id, str):
            return None
        token = sha256(data).hexdigest()[:16]
        return Draft(stem, kind, record_id, token, screen if isinstance(screen, str) else "", values, base)

    def put_damaged_aside(self, name: str, instead: Draft | None, now: datetime) -> None:
        """Move a damaged draft's file away, where only the person finds it; ``instead`` takes its place.

        Raises ``SaveFailed`` if it is not there, or not damaged, any more.
        """
        with self.lock():
            data = self._damaged(name)
            if data is None:
                raise SaveFailed("That draft is gone.", "Nothing else was changed.", "")
            stem = name.removesuffix(".json")
            away = self._name_when_discarded(stem if DRAFT_ID.fullmatch(stem) else f"x{sha256(data).hexdigest()[:16]}")
            disk.make_folder(self.folder / DISCARDED)
            disk.put_aside(self._folder / name, self.folder / DISCARDED / away)
            if instead:
                self._write(instead, now)
            self._drop_oldest_discarded()

    def _damaged(self, name: str) -> bytes | None:
        with reading("The draft"):
            return disk.read(self._folder / name) if name in self.unreadable() else None

    def files(self) -> dict[str, bytes]:
        """The bytes of the drafts that can be read, by their ids. Raises ``SaveFailed``."""
        drafts = self.list()
        with reading("The drafts"):
            found = {draft.id: disk.read(self._path(draft.id)) for draft in drafts}
        return {draft_id: data for draft_id, data in found.items() if data is not None}

    def absent(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of these drafts that have no file here under their ids, by the names of their files. Damaged ones come
        along as they are: something of them may be salvaged."""
        return {
            self.name(draft_id): data
            for draft_id, data in files.items()
            if DRAFT_ID.fullmatch(draft_id) and disk.read(self._path(draft_id)) is None
        }

    def load(self, draft_id: str) -> Draft | None:
        """The draft of that id, if there is one that can be read. Raises ``SaveFailed`` if the disk fails."""
        with reading("The draft"):
            return self._read(self._path(draft_id)) if DRAFT_ID.fullmatch(draft_id) else None

    def save(self, draft: Draft, now: datetime) -> Draft:
        """Keep a draft; what comes back has its new revision and, where another window saved other words
        under this id in between, an id of its own ('~2' and up), so that neither is lost.

        Raises ``SaveFailed`` if the disk does not take it.
        """
        draft = _parse(_dump(draft))  # as it will be read: a tuple becomes a list
        with self.lock():
            known = self._read(self._path(draft.id))
            if known is None and disk.read(self._path(draft.id)) is not None:
                return self._write(self._forked(draft), now)
            is_kept = known and not disk.is_unconfirmed(self._path(draft.id))
            if known and is_kept and _answers(known) == _answers(draft):
                return known
            if known and known.revision != draft.revision and known.values != draft.values:
                return self._write(self._forked(draft), now)
            newest = max(draft.revision, known.revision if known else 0)
            return self._write(replace(draft, revision=newest), now)

    def discard(self, draft_id: str, now: datetime) -> None:
        """Put a draft aside; ``bring_back`` finds it again. Nothing happens if there is none."""
        with self.lock():
            self.put_aside(draft_id)

    def put_aside(self, draft_id: str) -> None:
        """``discard`` for one who holds the lock."""
        if disk.read(self._path(draft_id)) is None:
            return
        disk.make_folder(self.folder / DISCARDED)
        disk.put_aside(self._path(draft_id), self.folder / DISCARDED / self._name_when_discarded(draft_id))
        self._drop_oldest_discarded()

    def name(self, draft_id: str) -> str:
        """The name of a draft's file in the data folder. Raises ``ValueError`` for what is no id."""
        return self._path(draft_id).relative_to(self.folder).as_posix()

    def bring_back(self, draft_id: str) -> Draft:
        """The draft that was discarded last under that id, kept again; under another id if that is taken.

        Raises ``SaveFailed`` if there is none any more.
        """
        with self.lock():
            away = [name for name in self._discarded() if _DISCARDED_NAME.fullmatch(name)["id"] == draft_id]  # type: ignore[index]
            draft = self._read(self.folder / DISCARDED / away[-1]) if away else None
            if draft is None:
                raise SaveFailed("That draft is gone.", "Nothing else was changed.", "")
            if disk.read(self._path(draft_id)) is not None:
                draft = self._forked(draft)
            disk.make_folder(self._folder)
            disk.write(self._path(draft.id), _dump(draft), follow=False)
            disk.discard(self.folder / DISCARDED / away[-1])
            return draft

    @property
    def _folder(self) -> Path:
        return self.folder / DRAFTS

    def _path(self, draft_id: str) -> Path:
        if not DRAFT_ID.fullmatch(draft_id):
            raise ValueError(f"{draft_id!r} cannot be the id of a draft")
        return self._folder / f"{draft_id}.json"

    def _readable(self, name: str) -> Draft | None:
        try:
            return self._read(self._folder / name)
        except OSError:
            return None

    def _read(self, path: Path) -> Draft | None:
        data = disk.read(path)
        try:
            draft = None if data is None else _parse(data)
        except ValueError:
            return None
        is_whole = draft and (path.parent != self._folder or draft.id == path.stem)
        return draft if draft and is_whole and self.is_understood(draft) else None

    def _write(self, draft: Draft, now: datetime) -> Draft:
        saved = replace(draft, revision=draft.revision + 1, saved_at=now.isoformat())
        disk.make_folder(self._folder)
        disk.write(self._path(saved.id), _dump(saved), follow=False)
        return saved

    def _forked(self, draft: Draft) -> Draft:
        stem = draft.id.split("~")[0]
        number = 2
        while disk.read(self._path(f"{stem}~{number}")) is not None:
            number += 1
        return replace(draft, id=f"{stem}~{number}")

    def _discarded(self) -> tuple[str, ...]:
        names = (name for name in disk.names(self.folder / DISCARDED) if _DISCARDED_NAME.fullmatch(name))
        return tuple(sorted(names, key=lambda name: name.rpartition("@")[2]))

    def _name_when_discarded(self, draft_id: str) -> str:
        numbers = [int(name.rpartition("@")[2][:6]) for name in self._discarded()]
        return f"{draft_id}@{max(numbers, default=0) + 1:06d}.json"

    def _drop_oldest_discarded(self) -> None:
        try:
            disk.discard_all(self.folder / DISCARDED, self._discarded()[:-KEPT])
        except OSError:
            return  # they go another time; the draft itself is discarded


def _answers(draft: Draft) -> tuple[object, ...]:
    return draft.screen, draft.values, draft.base


def _pieces_of(data: bytes) -> dict[str, Any]:
    """The fields of a draft as far as readable; from broken JSON, each pair of texts."""
    try:
        found = json.loads(data)
        _refuse_depth(found)
    except (ValueError, RecursionError):
        found = _pairs_of(data.decode("utf-8", "replace"))
    found = found if isinstance(found, dict) else {}
    return {**found, **{part: found[part] if isinstance(found.get(part), dict) else {} for part in ("values", "base")}}


def _pairs_of(text: str) -> dict[str, Any]:
    head, _, rest = text.partition('"values"')
    values, _, base = rest.partition('"base"')
    head_pairs, value_pairs, base_pairs = (dict(_texts_in(part)) for part in (head, values, base))
    return {**head_pairs, "values": value_pairs, "base": base_pairs}


def _texts_in(part: str) -> Iterator[tuple[str, str]]:
    for found in _PAIR.finditer(part):
        try:
            name, text = (json.loads(f'"{piece}"') for piece in found.groups())
        except ValueError:
            continue
        yield name, text


def _is_answer(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def _dump(draft: Draft) -> bytes:
    return json.dumps({**asdict(draft), _CHECKSUM: _checksum(draft)}).encode()  # escapes all but ASCII, half a pair too


def _checksum(draft: Draft) -> str:
    return sha256(json.dumps(asdict(draft), sort_keys=True).encode()).hexdigest()


def _parse(data: bytes) -> Draft:
    """The draft that a file holds. Raises ``ValueError`` if it is damaged: a flipped bit breaks its seal, which older
    drafts don't have."""
    try:
        fields = json.loads(data)
        _refuse_depth(fields)
        seal = fields.pop(_CHECKSUM, None)
        draft = Draft(**fields)
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a draft") from error
    if not _is_sound(draft) or seal not in (None, _checksum(draft)):
        raise ValueError("not a draft, or a damaged one")
    return draft


def _is_sound(draft: Draft) -> bool:
    texts = (draft.id, draft.kind, draft.record_id, draft.token, draft.screen, draft.begun_at, draft.saved_at)
    if not all(isinstance(text, str) for text in texts) or type(draft.revision) is not int:
        return False
    if not 0 <= draft.revision < _MOST_SAVES:
        return False
    return isinstance(draft.values, dict) and isinstance(draft.base, dict) and _is_moment(draft.saved_at)


def _is_moment(text: str) -> bool:
    try:
        return not text or is_sound_moment(datetime.fromisoformat(text))
    except ValueError:
        return False


def _refuse_depth(value: object) -> None:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    if level:
        raise ValueError("no answers are that deep")
