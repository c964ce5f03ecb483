"""The labelled notes, and how their lines are sorted.

A file is a note; a line holds a label, a tab and the line as it was written. A label is the name of a place, or 'hard'
for a question that the line or its heading calls hard.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from lib.capture.sorting import DebriefField, SortedLine, sort_lines

HERE: Final = Path(__file__).parent
TODAY: Final = date(2026, 11, 24)
AUTHORS: Final = (
    *("north", "west", "south", "isles"),
    *("abroad", "commuters", "trades", "chatty", "observers", "prompted"),
    *("hourly", "overseas", "polyglot", "assorted", "starters"),
)
"""Lots of one author each, who had seen no rule and no other note."""
TAUGHT: Final = ("learned from", "written later", "second author", "to teach", *AUTHORS)
"""The lots that the weights learn from."""
UNTAUGHT: Final = ("held out", "unseen", "second author, held out")
"""Lots that the weights don't learn from."""
LOTS: Final = (*TAUGHT, *UNTAUGHT)
SEALED: Final = ("sealed one", "sealed two")
"""Two more lots of one such author each: nobody looks into them, and they are measured as a sum only."""
LINES: Final = {
    "second author": HERE / "lines_second_author.txt",
    "to teach": HERE / "lines_to_teach.txt",
}
"""Labelled lines without a note around them, to learn from: by the lot of their author."""


@dataclass(frozen=True)
class Sorted:
    """A line with its label, and where it was sorted."""

    note: str
    label: str
    line: SortedLine

    @property
    def place(self) -> DebriefField:
        """Where it belongs."""
        return place_of(self.label)

    @property
    def is_right(self) -> bool:
        """Whether it's where its label puts it. Two places are in no label: what I asked them is a note there, and a
        gut feeling without a number is how much I want it.
        """
        is_mine = self.line.field == DebriefField.ASKED_THEM and self.place == DebriefField.NOTES
        is_felt = self.line.field == DebriefField.LEANING and self.place == DebriefField.INTEREST
        return is_mine or is_felt or self.line.field == self.place

    @property
    def is_kept_as_note(self) -> bool:
        """Whether it belongs elsewhere and stays a note."""
        return not self.is_right and self.line.field == DebriefField.NOTES

    @property
    def is_offered(self) -> bool:
        """Whether it stays a note, and the place where it belongs is offered."""
        return self.is_kept_as_note and self.place in self.line.alternatives

    @property
    def is_wrong(self) -> bool:
        """Whether it went into a field, or was left out, where it doesn't belong."""
        return not self.is_right and not self.is_kept_as_note

    @property
    def is_lost_question(self) -> bool:
        return self.place == DebriefField.ASKED and self.is_wrong


def place_of(label: str) -> DebriefField:
    """The place that a label means."""
    return DebriefField.ASKED if label == "hard" else DebriefField(label)


def files(lot: str) -> list[Path]:
    """The notes of one of the lots, in the order of their names."""
    if lot.startswith("second author"):
        every = sorted((HERE / "notes_second_author").glob("*.txt"))
        return every[1::2] if lot.endswith("held out") else every[::2]
    if lot not in ("learned from", "held out"):
        return sorted((HERE / f"notes_{lot.replace(' ', '_')}").glob("*.txt"))
    held_out = set((HERE / "held_out.txt").read_text("utf-8").split())
    return [path for path in sorted((HERE / "notes").glob("*.txt")) if (path.name in held_out) == (lot == "held out")]


def lines_of(path: Path) -> list[tuple[str, str]]:
    """The labels and the lines of a note."""
    rows = (row.partition("\t") for row in path.read_text("utf-8").splitlines())
    return [(label, line) for label, _, line in rows]


def sorted_notes(lot: str) -> Iterator[Sorted]:
    """Every line of a lot, each note sorted by itself."""
    for path in files(lot):
        labelled = lines_of(path)
        found = sort_lines([line for _, line in labelled], TODAY)
        yield from (Sorted(path.stem, label, line) for (label, _), line in zip(labelled, found, strict=True))
