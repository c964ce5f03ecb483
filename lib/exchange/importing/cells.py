"""The cells of a row by what they mean, and how each is turned into what a workbook can hold."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lib.dates import day_of
from lib.english import shortened
from lib.exchange.importing.choices import INTO_NOTES, ImportChoices, ReadingTime
from lib.exchange.importing.date_reader import CellTime, DateReader
from lib.exchange.importing.fields import LEAVE, NOTES
from lib.exchange.importing.grid import Grid, header_key
from lib.exchange.importing.parsed_rows import AmbiguousPeople
from lib.exchange.importing.people_cells import PersonInCell, parse_people
from lib.exchange.importing.plain_text import name_and_link, plain_words
from lib.exchange.importing.wordings import ASKED, our_word, word_key
from lib.records.labels import label

MOST_OF_A_NOTE = 20_000
MOST_OF_A_NAME = 300
_PLAIN = {"notes", "note", "comments", "comment", "remarks", "notizen"}
_NO = {"false", "no", "0"}
_NAMES = ("company", "role", "name", "title", "location", "first_name", "last_name")
"""Short fields, where a link is only the one behind the name."""
_VERBATIM = ("history", "description", "url", "linkedin", "email")


@dataclass
class CellVocabulary:
    """How the cells of one table are understood; it counts the words that are none of ours.

    ``recognized`` are other words for ours, each with the field and our word that it was read as without being asked
    about."""

    tool: str
    usual: Mapping[str, str]
    labels: Mapping[str, str]
    dates: DateReader
    choices: ImportChoices
    moment: ReadingTime
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter)
    recognized: dict[tuple[str, str], str] = field(default_factory=dict)
    ambiguous_people: dict[str, AmbiguousPeople] = field(default_factory=dict)
    cut: int = 0
    undated: int = 0

    def word(self, name: str, text: str) -> str:
        """Our word for a text of that field, or '' if it has none or the person wants it in the notes."""
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
            self.recognized.setdefault((key, name), found)
        return found


@dataclass
class ImportRow:
    """One row: its line, its place in the table, its cells by field, and what has been gathered for its notes."""

    line: int
    position: int
    cells: Mapping[str, tuple[tuple[str, str], ...]]
    terms: CellVocabulary
    remarks: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The words of a field; of several columns, those of each."""
        return "\n".join(text for _, text in self.cells.get(name, ()))

    def long_text(self, name: str) -> str:
        """As ``text``, cut if it is longer than a note may be."""
        return self._cut(self.text(name))

    def items(self, name: str, apart: str) -> tuple[str, ...]:
        """The single things that a field lists, split where ``apart`` matches."""
        pieces = (piece.strip(" \t-–•*") for piece in re.split(apart, self.text(name)))
        return tuple(dict.fromkeys(piece for piece in pieces if piece))

    def people(self, name: str) -> tuple[PersonInCell, ...]:
        """Who a field names; words that are nobody's name go into the notes."""
        met: dict[str, PersonInCell] = {}
        for header, cell in self.cells.get(name, ()):
            found = parse_people(cell, self.terms.choices.people_answers.get(cell))
            if found.alternative:
                self.terms.ambiguous_people.setdefault(cell, AmbiguousPeople(cell, found.people, found.alternative))
            if found.not_people:
                self.remarks.append(f"{self.terms.labels.get(header, header)}: {found.not_people}")
            met |= {one.name.casefold(): one for one in found.people}
        return tuple(met.values())

    def time_of(self, name: str, zone: str = "") -> CellTime | None:
        """The moment of a field, on the clock of ``zone`` or the one that it names itself."""
        header, text = next(iter(self.cells.get(name, ())), ("", ""))
        return self.terms.dates.parse(header, self.position, text, zone) if text else None

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
        if not text or text.casefold() in _NO:
            return ""
        found = self.time_of(name)
        if found is None:
            self.terms.undated += 1
            self.note_cells(name)
            return ""
        if found.has_extra_text:
            self.note_cells(name)
        return day_of(found.at).isoformat()

    def word(self, name: str) -> str:
        """Our word for a field; a cell without one, or with more text, goes into the notes."""
        text = self.text(name)
        found = self.terms.word(name, text)
        if text and (not found or (name in ASKED and has_more_words(text, found))):
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
            if text and not (self.terms.tool and text.casefold() in _NO):
                is_plain = name == NOTES and header_key(header) in _PLAIN
                label = self.terms.labels.get(header, header)
                self.remarks.append(text if is_plain else f"{label}: {text}")

    def notes(self) -> str:
        """What belongs into the notes: the columns chosen for it, and what had no place of its own."""
        self.note_cells(NOTES)
        if self.text("description"):
            self.remarks.append(f"Description:\n{plain_words(self.text('description'))}")
        return self._cut("\n".join(dict.fromkeys(self.remarks)))

    def _cut(self, words: str) -> str:
        self.terms.cut += len(words) > MOST_OF_A_NOTE
        return shortened(words, MOST_OF_A_NOTE)


def has_more_words(text: str, ours: str) -> bool:
    """Whether a status has more in it than the word it was read as: 'Rejected after the onsite', not 'Passed'."""
    return len(word_key(text).split()) > max(2, len(word_key(label(ours)).split()))


def import_rows(table: Grid, mapped: Mapping[str, str], terms: CellVocabulary) -> Iterator[ImportRow]:
    """The rows of a table by what their columns are, with the person's corrections, without those left out."""
    places = [
        (at, header, name) for at, header in enumerate(table.header) if (name := mapped.get(header, LEAVE)) != LEAVE
    ]
    corrected = {line for line, _ in terms.choices.cells}
    for position, line in enumerate(table.rows):
        if line.number in terms.choices.skipped_lines:
            continue
        cells: dict[str, list[tuple[str, str]]] = {}
        for at, header, name in places:
            text = line.cells[at]
            if line.number in corrected:
                text = terms.choices.cells.get((line.number, header), text)
            if text:
                cells.setdefault(name, []).extend(_clean_cell(header, text, name))
        yield ImportRow(line.number, position, {name: tuple(texts) for name, texts in cells.items()}, terms)


def _clean_cell(header: str, text: str, name: str) -> list[tuple[str, str]]:
    """A cell in plain words, under its column's name."""
    if name in _VERBATIM:
        return [(header, text)]
    if name in _NAMES:
        return [(header, name_and_link(text)[0])]
    return [(header, plain_words(text))]


def drop_empty(**cells: str) -> dict[str, str]:
    """The cells that are not empty."""
    return {name: text for name, text in cells.items() if text}
