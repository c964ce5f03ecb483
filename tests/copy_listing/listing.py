"""The whole listing, a file a room, and the texts in the code that no screen has shown."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.copy_listing import source
from tests.copy_listing.errors import errors
from tests.copy_listing.exports import exports
from tests.copy_listing.letters import letters
from tests.copy_listing.screens import ROOMS, screens
from tests.copy_listing.texts import Room, shared_out

ON_EVERY_PAGE = 6
"""In so many rooms a line belongs to none of them."""


def files() -> dict[str, str]:
    """Every file of the listing, by its name in the folder."""
    rooms = screens()
    rooms["frame"] = shared_out(rooms, "frame", ON_EVERY_PAGE)
    groups = {"rooms": rooms, "letters": letters(), "errors": errors(), "exports": exports()}
    groups["rooms"] = _with_source(groups)
    return {f"{group}/{name}.txt": room.listed() for group, rooms in groups.items() for name, room in rooms.items()}


def _with_source(groups: Mapping[str, Mapping[str, Room]]) -> dict[str, Room]:
    """The rooms, with the texts of their modules that no screen has shown; packages beside ``lib.ui`` are rooms of
    their own."""
    met = _Met(line for rooms in groups.values() for room in rooms.values() for line in room.lines)
    rooms = dict(groups["rooms"])
    for module in source.modules():
        texts = [text for text in source.texts(module) if text not in met]
        if texts:
            name = room_of(module)
            room = rooms.setdefault(name, Room(name))
            for text in texts:
                room.add(f"not met · {module.as_posix()}", "", text)
    return rooms


def room_of(module: Path) -> str:
    """The room that a file of the program speaks in."""
    match module.parts:
        case ("pages", _, page):
            return ROOMS.get(Path(page).stem, Path(page).stem)
        case ("lib", "ui", room, _):
            return room
        case ("lib", "ui", _) | (_,):
            return "frame"
        case ("lib", package, *_):
            return package.removesuffix(".py")
    raise ValueError(module)


class _Met:
    """Whether a text of the code was met somewhere, its holes filled with anything."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = list(dict.fromkeys(lines))
        self._all = "\n".join(self._lines)

    def __contains__(self, text: str) -> bool:
        return all(self._has(line.strip()) for line in text.splitlines() if line.strip())

    def _has(self, line: str) -> bool:
        parts = re.split("‹[^›]*›", line)
        if len(parts) == 1:
            return line in self._all
        longest = max(parts, key=len)
        pattern = re.compile(".+?".join(re.escape(part) for part in parts))
        return any(pattern.search(one) for one in self._lines if longest in one)
