"""The cells of a row by what they mean, and how each is turned into what a workbook can hold."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from lib.exchange.importing.choices import INTO_NOTES, Choices, Moment
from lib.exchange.importing.dates import Ambiguity, Order, read_moment
from lib.exchange.importing.fields import DATED, LEAVE, NOTES
from lib.exchange.importing.grid import Grid, header_key
from lib.exchange.importing.html_text import html_words
from lib.exchange.importing.wordings import ASKED, our_word, word_key
from lib.records.labels import label

MOST_OF_A_NOTE = 20_000
_PLAIN = {"notes", "note", "comments", "comment", "remarks", "notizen"}
_NOTHING = {"false", "no", "0", "null", "none", "n/a", "na", "-", "undefined", "nan"}


@dataclass
class Terms:
    """How the cells of one table are understood; it counts the words that are none of ours.

    ``taken`` are other words for ours, each with the field and our word that it was read as without being asked about.
    """

    tool: str
    usual: Mapping[str, str]
    labels: Mapping[str, str]
    dates: Ambiguity
    order: Order | None
    choices: Choices
    moment: Moment
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter)
    taken: dict[tuple[str, str], str] = field(default_factory=dict)
    cut: int = 0
    undated: int = 0

    def day_or_time(self, text: str, zone: tzinfo | None = None) -> date | datetime | None:
        """The moment that a text is, in the order of this file's dates; on the clock of ``zone``, else on mine."""
        zone = zone or self.moment.zone
        found = read_moment(text, self.order, zone)
        if found is None and self.dates.verdict == "mixed" and self.order:
            return read_moment(text, "dmy" if self.order == "mdy" else "mdy", zone)
        return found

    def word(self, name: str, text: str) -> str:
        """Our word for a text of that field, or '' where it has none or the person wants it in the notes."""
        key = word_key(text)
        if not key:
            return ""
        chosen = self.choices.words.get((name, key))
        if chosen:
            return "" if chosen == INTO_NOTES else chosen
        found = our_word(name, text)
        if not found and name in ASKED:
            self.unknown[name, text] += 1
        if found and word_key(label(found)) != key and word_key(found) != key:
            self.taken.setdefault((key, name), found)
        return found


@dataclass
class Row:
    """One row: its cells by field, and what has been gathered for its notes."""

    line: int
    cells: Mapping[str, tuple[tuple[str, str], ...]]
    terms: Terms
    remarks: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The words of a field; of several columns, those of each."""
        return "\n".join(text for _, text in self.cells.get(name, ()))

    def items(self, name: str, apart: str) -> tuple[str, ...]:
        """The single things that a field lists, split where ``apart`` matches."""
        pieces = (piece.strip(" \t-–•*") for piece in re.split(apart, self.text(name)))
        return tuple(dict.fromkeys(piece for piece in pieces if piece))

    def past_day(self, name: str) -> str:
        """The ISO day of a field; what cannot be read as a day of the past goes into the notes instead."""
        day = self.day(name)
        if day and date.fromisoformat(day) > self.terms.moment.now.astimezone(self.terms.moment.zone).date():
            self.terms.undated += 1
            self.note_cells(name)
            return ""
        return day

    def day(self, name: str) -> str:
        """The ISO day of a field, of the past or to come."""
        text = self.text(name)
        if not text or text.casefold() in _NOTHING:
            return ""
        moment = self.terms.day_or_time(text)
        if moment is None:
            self.terms.undated += 1
            self.note_cells(name)
            return ""
        return (moment.date() if isinstance(moment, datetime) else moment).isoformat()

    def word(self, name: str) -> str:
        """Our word for a field; what has none goes into the notes."""
        text = self.text(name)
        found = self.terms.word(name, text)
        if text and not found:
            self.note_cells(name)
        return found

    def link(self, name: str) -> str:
        """The web address of a field; anything else goes into the notes."""
        text = self.text(name)
        if re.fullmatch(r"https?://\S+", text, re.IGNORECASE):
            return text
        if re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text):
            return f"https://{text}"
        self.note_cells(name)
        return ""

    def note_cells(self, name: str) -> None:
        """Put a field's cells into the notes, each under its column's name."""
        for header, text in self.cells.get(name, ()):
            if text and not (self.terms.tool and text.casefold() in _NOTHING):
                is_plain = name == NOTES and header_key(header) in _PLAIN
                label = self.terms.labels.get(header, header)
                self.remarks.append(text if is_plain else f"{label}: {text}")

    def notes(self) -> str:
        """What belongs into the notes: the columns chosen for it, and what had no place of its own."""
        self.note_cells(NOTES)
        if self.text("description"):
            self.remarks.append(f"Description:\n{html_words(self.text('description'))}")
        words = "\n".join(dict.fromkeys(self.remarks))
        if len(words) > MOST_OF_A_NOTE:
            self.terms.cut += 1
            words = words[: MOST_OF_A_NOTE - 1].rstrip() + "…"
        return words


def rows(table: Grid, mapped: Mapping[str, str], terms: Terms) -> Iterator[Row]:
    """The rows of a table by what their columns are."""
    places: dict[str, list[tuple[str, int]]] = {}
    for at, header in enumerate(table.header):
        name = mapped.get(header, LEAVE)
        if name != LEAVE:
            places.setdefault(name, []).append((header, at))
    for line in table.rows:
        cells = {
            name: tuple((header, line.cells[at]) for header, at in columns if line.cells[at])
            for name, columns in places.items()
        }
        yield Row(line.number, {name: told for name, told in cells.items() if told}, terms)


def dated_cells(table: Grid, mapped: Mapping[str, str]) -> Iterable[str]:
    """All cells of a table that are dates."""
    for header in table.header:
        if mapped.get(header) in DATED:
            yield from table.column(header)


def filled(**cells: str) -> dict[str, str]:
    """The cells that are not empty."""
    return {name: text for name, text in cells.items() if text}
