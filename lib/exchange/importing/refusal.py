"""Why a file, a part of an archive or a row was not taken, in words."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class SkippedRow:
    """Something left out of an import: file, line (0: the file as a whole), the reason, and its text."""

    file: str
    line: int
    reason: str
    text: str = ""

    @property
    def location(self) -> str:
        """'jobs.csv, line 7'."""
        return f"{self.file}, line {self.line}" if self.line else self.file


class ImportRefused(Exception):
    """A file that cannot be taken; ``reason`` is a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def megabytes(size: int) -> str:
    """'20 MB'."""
    return f"{max(1, round(size / MEGABYTE))} MB"
