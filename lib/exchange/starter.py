"""A file for the desktop that starts the app when it's opened: its text, for each system."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

System = Literal["linux", "darwin", "win32"]

MARK = "Written by Afterword. Remove it in Settings, or like any file."
"""A line that identifies the app's own starter."""


@dataclass(frozen=True)
class Starter:
    """A file that starts a command when it's opened: its name and its text, which is to be executable."""

    name: str
    text: str


def starter(system: System, command: Sequence[str], folder: str, icon: str = "") -> Starter:
    """The starter of a command with its arguments, which runs in ``folder``; ``icon`` is the path of a picture.

    It opens a terminal, where Ctrl+C ends it. Raises ``ValueError`` for what no such file can hold: a line break, or
    on Windows a quote, neither of which a path there has.
    """
    words = (*command, folder, icon)
    if any(re.search(r'[\x00-\x1f"]' if system == "win32" else r"[\x00-\x1f]", word) for word in words):
        raise ValueError("a path with a line break or a quote in it")
    if system == "win32":
        return Starter("Afterword.bat", _batch(command, folder))
    if system == "darwin":
        return Starter("Afterword.command", _shell(command, folder))
    return Starter("afterword.desktop", _desktop_entry(command, folder, icon))


def _desktop_entry(command: Sequence[str], folder: str, icon: str) -> str:
    """By the Desktop Entry Specification: an argument is quoted first, then the whole line is escaped as text."""
    lines = (
        "[Desktop Entry]",
        f"# {MARK}",
        "Type=Application",
        "Name=Afterword",
        "Comment=Debrief a job interview",
        f"Exec={_escaped(' '.join(_argument(word) for word in command))}",
        f"Path={_escaped(folder)}",
        f"Icon={_escaped(icon)}",
        "Terminal=true",
        "Categories=Office;",
    )
    return "\n".join(lines) + "\n"


def _argument(word: str) -> str:
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%") + '"'


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\")
    return re.sub("^ +", lambda blanks: r"\s" * len(blanks.group()), text)


def _shell(command: Sequence[str], folder: str) -> str:
    return f"#!/bin/sh\n# {MARK}\ncd {shlex.quote(folder)} && exec {shlex.join(command)}\n"


def _batch(command: Sequence[str], folder: str) -> str:
    """In UTF-8, which ``chcp`` announces; a percent sign is doubled, and quotes hold the rest together."""
    cells = [f'"{word}"'.replace("%", "%%") for word in (folder, *command)]
    lines = (
        "@echo off",
        f"rem {MARK}",
        "chcp 65001 >nul",
        f"cd /d {cells[0]}",
        " ".join(cells[1:]),
        "if errorlevel 1 pause",
    )
    return "\r\n".join(lines) + "\r\n"
