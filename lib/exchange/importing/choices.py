"""The person's answers about a file before it is imported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Literal

from lib.dates import DateStyle
from lib.exchange.importing.dates import DateSystem, NumericOrder
from lib.exchange.importing.fields import Holds

INTO_NOTES = "notes"
PeopleAnswer = Literal["one", "several"]
"""Whether a cell that may name one person or several names one."""


@dataclass(frozen=True)
class ImportChoices:
    """What a file's rows are (None: as it looks), what its columns are, and how what is not clear is meant.

    ``orders`` and ``date_systems`` are by column. ``words`` leads from field and word (as ``word_key`` gives it) to a
    word of ours or ``INTO_NOTES``; ``timezones`` from an abbreviation in lower case to a zone, '' for my own;
    ``people_answers`` from a cell that may be one person. ``cells`` are corrections by line and column,
    ``skipped_lines`` the lines that stay out."""

    holds: Holds | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, NumericOrder] = field(default_factory=dict)
    date_systems: Mapping[str, DateSystem] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    timezones: Mapping[str, str] = field(default_factory=dict)
    people_answers: Mapping[str, PeopleAnswer] = field(default_factory=dict)
    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    skipped_lines: frozenset[int] = frozenset()
    is_left_out: bool = False


@dataclass(frozen=True)
class ReadingTime:
    """When and where a file is read: later days aren't past."""

    now: datetime
    zone: tzinfo
    dates: DateStyle
