"""A cell that lists the stages of an application with their days: JSON, a list as a program prints it, or in words."""

import ast
import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final, NamedTuple

_MOST = 20_000
_STAGES: Final = ("stage", "status", "name", "state", "title", "phase", "label", "step", "type")
_DATES: Final = ("date", "at", "on", "when", "timestamp", "day", "since", "created", "changed", "start")
_MARKS: Final = " :-–=()@,"
_APART: Final = re.compile(r"[;\n|]|→|⟶|->|=>|,(?=\s*[^\W\d_])")


class StageMove(NamedTuple):
    """A stage in the words of the file, and its day if it is told."""

    words: str
    on: date | None


def is_history(cell: str) -> bool:
    """Whether a cell looks like a list of stages."""
    return cell[:1] in "[{" and len(_listed(cell)) > 0


def steps_of(cell: str, read_day: Callable[[str], date | None]) -> tuple[StageMove, ...]:
    """The steps in a cell; empty if it is no list of stages."""
    listed = _listed(cell) if cell[:1] in ("[", "{") else []
    if listed:
        return tuple(StageMove(words, read_day(day) if day else None) for words, day in listed)
    steps = [_step(part.strip(), read_day) for part in _APART.split(cell[:_MOST]) if part.strip()]
    return tuple(steps) if any(step.on for step in steps) else ()


def _listed(cell: str) -> list[tuple[str, str]]:
    if len(cell) > _MOST:
        return []
    try:
        found: Any = json.loads(cell)
    except (ValueError, RecursionError):
        try:
            found = ast.literal_eval(cell)
        except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
            return []
    if isinstance(found, dict):
        pairs = [(str(words), str(day)) for words, day in found.items() if isinstance(day, str | int | float)]
        return [_of_dict(found)] if {key.casefold() for key in map(str, found)} & set(_STAGES) else pairs
    if not isinstance(found, list | tuple):
        return []
    return [step for one in found if (step := _of_entry(one))[0]]


def _of_entry(entry: Any) -> tuple[str, str]:
    if isinstance(entry, dict):
        return _of_dict(entry)
    if isinstance(entry, list | tuple) and len(entry) == 2:
        return str(entry[0]), str(entry[1])
    return (entry, "") if isinstance(entry, str) else ("", "")


def _of_dict(entry: dict[Any, Any]) -> tuple[str, str]:
    named = {str(key).casefold(): str(text) for key, text in entry.items() if text is not None}
    words = next((named[key] for key in _STAGES if named.get(key)), "")
    day = next((text for key, text in named.items() if any(key == one or key.endswith(one) for one in _DATES)), "")
    return words, day


def _step(part: str, read_day: Callable[[str], date | None]) -> StageMove:
    """'Applied: 2026-09-05', 'Phone screen (12 Sep 2026)', '5.9.2026 Applied'."""
    tokens = part.split()
    for at in range(1, len(tokens)):
        one, other = " ".join(tokens[:at]), " ".join(tokens[at:])
        for words, day in ((one, other), (other, one)):
            if not words.strip(_MARKS)[:1].isdigit() and (on := read_day(day.strip(_MARKS))):
                return StageMove(words.strip(_MARKS), on)
    return StageMove(part, None)
