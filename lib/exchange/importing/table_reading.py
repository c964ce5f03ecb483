"""One table read as what it is: the one place that knows how the parts go together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from lib.dates import DateStyle
from lib.english import listed
from lib.exchange.importing.application_rows import read_application
from lib.exchange.importing.cells import CellVocabulary, ImportRow, import_rows
from lib.exchange.importing.choices import ImportChoices, ReadingTime
from lib.exchange.importing.date_reader import date_reader
from lib.exchange.importing.fields import Holds
from lib.exchange.importing.grid import Grid
from lib.exchange.importing.interview_rows import read_interview
from lib.exchange.importing.mapping import guess_kind, guess_mapping
from lib.exchange.importing.parsed_rows import (
    FileReading,
    ParsedApplication,
    ParsedInterview,
    ParsedPerson,
    ParsedRow,
    UnknownWord,
)
from lib.exchange.importing.person_rows import read_person
from lib.exchange.importing.refusal import SkippedRow
from lib.exchange.importing.tools import recognised
from lib.records.labels import label

OWN = "A table of your own"
_MOST_WORDS = 15

_READERS: Final[Mapping[Holds, Callable[[str, ImportRow, CellVocabulary], Sequence[ParsedRow] | SkippedRow]]] = {
    "applications": read_application,
    "interviews": read_interview,
    "people": read_person,
}


def kind_of(table: Grid, choices: ImportChoices) -> Holds:
    """What the rows are: the person's choice, else by the tool's table or the headers."""
    tool = recognised(table)
    return choices.holds or (tool.holds if tool else guess_kind(table))


def columns_of(table: Grid, choices: ImportChoices) -> Mapping[str, str]:
    """What each column is: the person's choice, else by the tool's table, else guessed."""
    tool, holds = recognised(table), kind_of(table, choices)
    if tool and holds == tool.holds:
        usual: Mapping[str, str] = {header: tool.field_of(header) for header in table.header}
    else:
        usual = guess_mapping(table, holds)
    return {**usual, **{header: name for header, name in choices.mapped.items() if header in usual}}


def read_table(table: Grid, choices: ImportChoices, moment: ReadingTime) -> FileReading:
    """Everything in the table. Rows with too little are listed with the reason; nothing is dropped."""
    tool, holds = recognised(table), kind_of(table, choices)
    mapped = columns_of(table, replace(choices, holds=holds))
    dated = date_reader(table, mapped, choices, moment, tool.order if tool else None)
    terms = CellVocabulary(
        tool.tool if tool else "", tool.usual if tool else {}, tool.labels if tool else {}, dated, choices, moment
    )
    reader = _READERS[holds]
    found: list[ParsedRow] = []
    left: list[SkippedRow] = [*table.skipped]
    for row in import_rows(table, mapped, terms):
        result = reader(table.name, row, terms)
        left.append(result) if isinstance(result, SkippedRow) else found.extend(result)
    left += [SkippedRow(table.name, line, "You took it out.") for line in sorted(choices.skipped_lines)]
    return FileReading(
        table.name,
        tool.source if tool else OWN,
        tuple(one for one in found if isinstance(one, ParsedApplication)),
        tuple(one for one in found if isinstance(one, ParsedPerson)),
        tuple(one for one in found if isinstance(one, ParsedInterview)),
        tuple(left),
        tuple(UnknownWord(name, word, number) for (name, word), number in terms.unknown.most_common()),
        dated.ambiguous,
        tuple(dated.ambiguous_timezones.values()),
        tuple(terms.ambiguous_people.values()),
        dated.serial_dates,
        (*table.remarks, *_remarks(terms, moment.dates)),
        table.size,
    )


def _remarks(terms: CellVocabulary, dates: DateStyle) -> list[str]:
    dated = terms.dates
    remarks = _recognized_words(terms)
    for header, (text, on) in dated.serial_dates.items():
        remarks.append(f"{header}: {text} was read as {dates.spoken_day(on, date.min)}.")
    for header, days in dated.filled_years.items():
        text, on = days[0]
        what = "1 date has no year" if len(days) == 1 else f"{len(days)} dates have no year"
        remarks.append(f"{header}: {what}. '{text[:40]}' was read as {dates.spoken_day(on, date.min)}.")
    if terms.undated and not dated.ambiguous:
        what = "1 date lies" if terms.undated == 1 else f"{terms.undated} dates lie"
        remarks.append(
            f"{what} ahead or can't be read. You'll find {'it' if terms.undated == 1 else 'them'} in the notes."
        )
    if terms.cut:
        remarks.append(f"{terms.cut} very long notes were cut.")
    if dated.mixed:
        remarks.append("Some of its dates have the day first, others the month.")
    return remarks


def _recognized_words(terms: CellVocabulary) -> list[str]:
    """Which words of the file were read as which of ours."""
    by_word: dict[str, list[str]] = {}
    for (word, name), ours in sorted(terms.recognized.items()):
        by_word.setdefault(word, []).append(f"{label(ours)} ({name.replace('_', ' ')})")
    if not by_word:
        return []
    taken = [f"'{word[:40]}' as {listed(ours)}" for word, ours in by_word.items()][:_MOST_WORDS]
    more = len(by_word) - len(taken)
    return [f"Read so: {'; '.join(taken)}{f'; and {more} more' if more else ''}."]
