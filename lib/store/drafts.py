"""What was typed and not saved yet: one JSON file a draft, each replaced in one durable step."""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from pydantic import JsonValue

from lib.store import disk
from lib.store.bounds import DISCARDED, DRAFT_ID, DRAFTS
from lib.store.errors import SaveFailed, reading

KEPT = 30
"""How many discarded drafts can be brought back."""

_AWAY = re.compile(r"(?P<id>[A-Za-z0-9][A-Za-z0-9_~-]*)@(?P<number>\d{6})\.json")


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

    def files(self) -> dict[str, bytes]:
        """The bytes of the drafts that can be read, by their ids. Raises ``SaveFailed``."""
        drafts = self.list()
        with reading("The drafts"):
            found = {draft.id: disk.read(self._path(draft.id)) for draft in drafts}
        return {draft_id: data for draft_id, data in found.items() if data is not None}

    def absent(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of these drafts that can be read and have no file here under their ids, by the names of their files."""
        return {
            self.name(draft_id): data
            for draft_id, data in files.items()
            if _is_draft(draft_id, data) and disk.read(self._path(draft_id)) is None
        }

    def load(self, draft_id: str) -> Draft | None:
        """The draft of that id, where there is one that can be read. Raises ``SaveFailed`` where the disk fails."""
        with reading("The draft"):
            return self._read(self._path(draft_id)) if DRAFT_ID.fullmatch(draft_id) else None

    def save(self, draft: Draft, now: datetime) -> Draft:
        """Keep a draft; what comes back has its new revision and, where another window saved other words
        under this id in between, an id of its own ('~2' and up), so that neither is lost.

        Raises ``SaveFailed`` where the disk does not take it.
        """
        draft = _loaded(_dumped(draft))  # as it will be read: a tuple becomes a list
        with self.lock():
            known = self._read(self._path(draft.id))
            if known is None and disk.read(self._path(draft.id)) is not None:
                return self._write(self._forked(draft), now)
            is_kept = known and not disk.is_doubted(self._path(draft.id))
            if known and is_kept and _answers(known) == _answers(draft):
                return known
            if known and known.revision != draft.revision and known.values != draft.values:
                return self._write(self._forked(draft), now)
            newest = max(draft.revision, known.revision if known else 0)
            return self._write(replace(draft, revision=newest), now)

    def discard(self, draft_id: str, now: datetime) -> None:
        """Put a draft aside; ``bring_back`` finds it again. Nothing happens where there is none."""
        with self.lock():
            self.put_aside(draft_id)

    def put_aside(self, draft_id: str) -> None:
        """``discard`` for one who holds the lock."""
        if disk.read(self._path(draft_id)) is None:
            return
        disk.make_folder(self.folder / DISCARDED)
        disk.put_aside(self._path(draft_id), self.folder / DISCARDED / self._away_name(draft_id))
        self._thin()

    def name(self, draft_id: str) -> str:
        """The name of a draft's file in the data folder. Raises ``ValueError`` for what is no id."""
        return self._path(draft_id).relative_to(self.folder).as_posix()

    def bring_back(self, draft_id: str) -> Draft:
        """The draft that was discarded last under that id, kept again; under another id where that is taken.

        Raises ``SaveFailed`` where there is none any more.
        """
        with self.lock():
            away = [name for name in self._away() if _AWAY.fullmatch(name)["id"] == draft_id]  # type: ignore[index]
            draft = self._read(self.folder / DISCARDED / away[-1]) if away else None
            if draft is None:
                raise SaveFailed("That draft is no longer there.", "Nothing else was changed.", "")
            if disk.read(self._path(draft_id)) is not None:
                draft = self._forked(draft)
            disk.make_folder(self._folder)
            disk.write(self._path(draft.id), _dumped(draft), follow=False)
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
            return None if data is None else _loaded(data)
        except ValueError:
            return None

    def _write(self, draft: Draft, now: datetime) -> Draft:
        saved = replace(draft, revision=draft.revision + 1, saved_at=now.isoformat())
        disk.make_folder(self._folder)
        disk.write(self._path(saved.id), _dumped(saved), follow=False)
        return saved

    def _forked(self, draft: Draft) -> Draft:
        stem = draft.id.split("~")[0]
        number = 2
        while disk.read(self._path(f"{stem}~{number}")) is not None:
            number += 1
        return replace(draft, id=f"{stem}~{number}")

    def _away(self) -> tuple[str, ...]:
        names = (name for name in disk.names(self.folder / DISCARDED) if _AWAY.fullmatch(name))
        return tuple(sorted(names, key=lambda name: name.rpartition("@")[2]))

    def _away_name(self, draft_id: str) -> str:
        numbers = [int(name.rpartition("@")[2][:6]) for name in self._away()]
        return f"{draft_id}@{max(numbers, default=0) + 1:06d}.json"

    def _thin(self) -> None:
        try:
            disk.thin(self.folder / DISCARDED, self._away()[:-KEPT])
        except OSError:
            return  # they go another time; the draft itself is put aside


def _answers(draft: Draft) -> tuple[object, ...]:
    return draft.screen, draft.values, draft.base


def _is_draft(draft_id: str, data: bytes) -> bool:
    try:
        return DRAFT_ID.fullmatch(draft_id) is not None and _loaded(data).id == draft_id
    except ValueError:
        return False


def _dumped(draft: Draft) -> bytes:
    return json.dumps(asdict(draft)).encode()  # escapes what is not ASCII, half of a surrogate pair included


def _loaded(data: bytes) -> Draft:
    try:
        values = json.loads(data)
        draft = Draft(**values)
        if not isinstance(draft.values, dict) or not isinstance(draft.base, dict) or type(draft.revision) is not int:
            raise ValueError("not a draft")
        return draft
    except TypeError as error:
        raise ValueError("not a draft") from error
