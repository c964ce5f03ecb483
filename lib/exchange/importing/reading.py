"""One table read as what it is: the one place that knows how the parts go together."""

from collections.abc import Callable, Mapping
from typing import Final

from lib.english import listed
from lib.exchange.importing.application_rows import read_application
from lib.exchange.importing.cells import Row, Terms, dated_cells, rows
from lib.exchange.importing.choices import Choices, Moment
from lib.exchange.importing.dates import ambiguity
from lib.exchange.importing.fields import Holds
from lib.exchange.importing.found import (
    Found,
    FoundApplication,
    FoundInterview,
    FoundPerson,
    Reading,
    UnknownWord,
)
from lib.exchange.importing.grid import Grid
from lib.exchange.importing.interview_rows import read_interview
from lib.exchange.importing.mapping import guessed, guessed_kind
from lib.exchange.importing.person_rows import read_person
from lib.exchange.importing.refusal import Left
from lib.exchange.importing.tools import Table, recognised
from lib.records.labels import label

OWN = "A table of your own"
_MOST_WORDS = 15

_READERS: Final[Mapping[Holds, Callable[[str, Row, Terms], Found | Left]]] = {
    "applications": read_application,
    "interviews": read_interview,
    "people": read_person,
}


def kind_of(table: Grid, choices: Choices) -> Holds:
    """What the rows are: as the person said, else as the tool's table or the headers say."""
    tool = recognised(table)
    return choices.holds or (tool.holds if tool else guessed_kind(table))


def columns_of(table: Grid, choices: Choices) -> Mapping[str, str]:
    """What each column is: as the person said, else as the tool's table says, else guessed."""
    tool, holds = recognised(table), kind_of(table, choices)
    if tool and holds == tool.holds:
        usual: Mapping[str, str] = {header: tool.field_of(header) for header in table.header}
    else:
        usual = guessed(table, holds)
    return {**usual, **{header: name for header, name in choices.mapped.items() if header in usual}}


def read(table: Grid, choices: Choices, moment: Moment) -> Reading:
    """Everything that the table says. Rows that say too little are listed with the reason; nothing is dropped."""
    tool, holds, mapped = recognised(table), kind_of(table, choices), columns_of(table, choices)
    terms = _terms(table, tool, mapped, choices, moment)
    reader = _READERS[holds]
    results = [reader(table.name, row, terms) for row in rows(table, mapped, terms)]
    return Reading(
        table.name,
        tool.source if tool else OWN,
        tuple(one for one in results if isinstance(one, FoundApplication)),
        tuple(one for one in results if isinstance(one, FoundPerson)),
        tuple(one for one in results if isinstance(one, FoundInterview)),
        (*table.left, *(one for one in results if isinstance(one, Left))),
        tuple(UnknownWord(name, word, number) for (name, word), number in terms.unknown.most_common()),
        _open_date(terms),
        (*table.remarks, *_remarks(terms)),
    )


def _terms(table: Grid, tool: Table | None, mapped: Mapping[str, str], choices: Choices, moment: Moment) -> Terms:
    dates = ambiguity(dated_cells(table, mapped))
    settled = dates.verdict if dates.verdict in ("dmy", "mdy") else None
    order = (tool.order if tool else None) or settled or choices.order
    return Terms(
        tool.tool if tool else "",
        tool.usual if tool else {},
        tool.labels if tool else {},
        dates,
        order,
        choices,
        moment,
    )


def _open_date(terms: Terms) -> str:
    is_open = terms.dates.verdict in ("ask", "mixed") and terms.order is None
    return terms.dates.example if is_open else ""


def _remarks(terms: Terms) -> list[str]:
    told = _words_taken(terms)
    if terms.undated and not _open_date(terms):
        told.append(f"{terms.undated} dates lie ahead or cannot be read; they stand in the notes as they were.")
    if terms.cut:
        told.append(f"{terms.cut} very long notes were cut.")
    if terms.dates.verdict == "mixed":
        told.append("Some of its dates have the day first, others the month.")
    return told


def _words_taken(terms: Terms) -> list[str]:
    """Which words of the file were read as which of ours."""
    by_word: dict[str, list[str]] = {}
    for (word, name), ours in sorted(terms.taken.items()):
        by_word.setdefault(word, []).append(f"{label(ours)} ({name.replace('_', ' ')})")
    if not by_word:
        return []
    told = [f"'{word[:40]}' as {listed(ours)}" for word, ours in by_word.items()][:_MOST_WORDS]
    more = len(by_word) - len(told)
    return [f"Read so: {'; '.join(told)}{f'; and {more} more' if more else ''}."]
