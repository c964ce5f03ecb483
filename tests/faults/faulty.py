"""An operating system that fails, dies or loses power at a chosen call; it replaces ``disk.os``."""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lib.store.swapping import swap

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE)
CALLS = (
    "open",
    "read",
    "write",
    "fsync",
    "close",
    "replace",
    "unlink",
    "link",
    "mkdir",
    "rmdir",
    "listdir",
    "stat",
    "fchmod",
)


class Died(BaseException):
    """The process is gone."""


class Faulty:
    """Counts the calls; ``before`` is asked at each, with its number and name, and may raise."""

    def __init__(self, before: Callable[[int, str], None] = lambda number, name: None) -> None:
        self.before = before
        self.calls: list[str] = []
        self.dead = False

    def __getattr__(self, name: str) -> Any:
        plain = getattr(os, name)
        if name not in CALLS:
            return plain
        return lambda *arguments, **named: self._call(name, plain, arguments, named)

    def swap(self, one: Path, other: Path) -> None:
        """The call that Python doesn't have; it replaces ``disk.swap``."""
        self._call("swap", swap, (one, other), {})

    def _call(self, name: str, plain: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if name == "close":
            plain(*arguments)  # a descriptor is gone whatever close returns
        if self.dead:
            raise Died
        self.calls.append(name)
        try:
            self.before(len(self.calls), name)
        except (OSError, Died):
            if name == "write":  # some of it may have gone out
                plain(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                self.wrote(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            raise
        return None if name == "close" else self.run(name, plain, arguments, named)

    def run(self, name: str, plain: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        return plain(*arguments, **named)

    def wrote(self, handle: int, data: bytes) -> None:
        """Part of a write went out before it failed."""


def failing(at: int, code: int, *, for_ever: bool) -> Faulty:
    """The call of that number fails, and all later ones too where it is for ever."""

    def before(number: int, name: str) -> None:
        if number == at or (for_ever and number > at):
            raise OSError(code, os.strerror(code))

    return Faulty(before)


def dying(at: int, system: type[Faulty] = Faulty) -> Faulty:
    """The process dies in the call of that number, before it has its effect (a write has half of it)."""

    def before(number: int, name: str) -> None:
        if number == at:
            faulty.dead = True
            raise Died

    faulty = system(before)
    return faulty


@dataclass
class Node:
    """A file: what was written, and what of it a power cut leaves."""

    data: bytes = b""
    durable: bytes = b""


@dataclass
class Tree:
    """Names in folders: to a file, or to None for a folder."""

    names: dict[Path, Node | None] = field(default_factory=dict)

    def of(self, folder: Path) -> dict[Path, Node | None]:
        return {path: node for path, node in self.names.items() if path.parent == folder}


class Electric(Faulty):
    """A disk that keeps only what was fsynced: data with its file, names with their folder."""

    def __init__(self, before: Callable[[int, str], None] = lambda number, name: None) -> None:
        super().__init__(before)
        self.live, self.durable = Tree(), Tree()
        self.handles: dict[int, Path] = {}
        self.nodes: dict[int, Node] = {}

    def watch(self, root: Path) -> None:
        """Everything in this folder is durable now."""
        self.root = root
        for path in root.rglob("*"):
            node = None if path.is_dir() else Node(path.read_bytes(), path.read_bytes())
            self.live.names[path] = self.durable.names[path] = node

    def run(self, name: str, plain: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        result = plain(*arguments, **named)
        match name:
            case "open":
                self._opened(Path(arguments[0]), arguments[1], result)
            case "write":
                self.wrote(arguments[0], bytes(arguments[1])[:result])
            case "fsync":
                self._synced(arguments[0])
            case "replace":
                self.live.names[Path(arguments[1])] = self.live.names.pop(Path(arguments[0]))
            case "swap":
                one, other = map(Path, arguments)
                names = self.live.names
                names[one], names[other] = names[other], names[one]
            case "link":
                self.live.names[Path(arguments[1])] = self.live.names[Path(arguments[0])]
            case "unlink":
                self.live.names.pop(Path(arguments[0]))
            case "mkdir":
                self.live.names[Path(arguments[0])] = None
            case "rmdir":
                self.live.names.pop(Path(arguments[0]))
        return result

    def _opened(self, path: Path, flags: int, handle: int) -> None:
        self.handles[handle] = path
        if flags & os.O_CREAT:
            self.live.names[path] = Node()
        self.nodes.pop(handle, None)
        if not path.is_dir() and (node := self.live.names.get(path)):
            self.nodes[handle] = node

    def wrote(self, handle: int, data: bytes) -> None:
        self.nodes[handle].data += data

    def _synced(self, handle: int) -> None:
        if handle in self.nodes:
            self.nodes[handle].durable = self.nodes[handle].data
            return
        folder = self.handles[handle]
        for path in self.durable.of(folder):
            del self.durable.names[path]
        self.durable.names.update(self.live.of(folder))

    def cut(self, *, names_went_ahead: bool = False) -> None:
        """The power goes: only what is durable is left; names may have reached the disk ahead of their data."""
        tree = self.live if names_went_ahead else self.durable
        shutil.rmtree(self.root)
        self.root.mkdir()
        for path in sorted(path for path, node in tree.names.items() if node is None):
            if path.parent.is_dir():
                path.mkdir()
        for path, node in tree.names.items():
            if node is not None and path.parent.is_dir():
                path.write_bytes(node.durable)


def _seen(names: dict[Path, Node | None], path: Path) -> tuple[bool, int]:
    return path in names, id(names.get(path))


class Forgetful(Electric):
    """A disk of which one fsync fails, the one of that number. The system treats unwritten data as written, as Linux
    does: the next fsync succeeds, and only what is written again reaches the disk."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at, self.fsyncs = at, 0
        self.spoiled: list[Node] = []
        self.lost: set[Path] = set()

    def run(self, name: str, plain: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if name == "fsync":
            self.fsyncs += 1
            if self.fsyncs == self.at:
                self._forget(arguments[0])
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        elif name in ("replace", "swap", "link", "unlink", "mkdir", "rmdir") or (
            name == "open" and arguments[1] & os.O_CREAT
        ):
            self.lost -= {Path(path) for path in arguments[:2] if isinstance(path, Path)}
        return super().run(name, plain, arguments, named)

    def _forget(self, handle: int) -> None:
        if handle in self.nodes:
            self.spoiled.append(self.nodes[handle])
            return
        now, before = self.live.of(self.handles[handle]), self.durable.of(self.handles[handle])
        self.lost |= {path for path in {*now, *before} if _seen(now, path) != _seen(before, path)}

    def _synced(self, handle: int) -> None:
        if any(self.nodes.get(handle) is node for node in self.spoiled):
            return
        before = {path: self.durable.names[path] for path in self.lost & self.durable.names.keys()}
        super()._synced(handle)
        for path in self.lost:
            self.durable.names.pop(path, None)
        self.durable.names.update(before)
