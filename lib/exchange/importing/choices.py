"""The person's answers about a file before it is imported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Literal

from lib.dates import DateStyle
from lib.exchange.importing.dates import Counted, Order
from lib.exchange.importing.fields import Holds

INTO_NOTES = "notes"
Who = Literal["one", "several"]
"""Whether a cell that may name one person or several names one."""


@dataclass(frozen=True)
class ImportChoices:
    """What a file's rows are (None: as it looks), what its columns are, and how what is not clear is meant.

    ``orders`` and ``counted`` are by column. ``words`` leads from field and word (as ``word_key`` gives it) to a word
    of ours or ``INTO_NOTES``; ``clocks`` from an abbreviation in lower case to a zone, '' for my own; ``who`` from a
    cell that may be one person. ``cells`` are corrections by line and column, ``left`` the lines that stay out.
    """

    holds: Holds | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)
    counted: Mapping[str, Counted] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    clocks: Mapping[str, str] = field(default_factory=dict)
    who: Mapping[str, Who] = field(default_factory=dict)
    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    left: frozenset[int] = frozenset()
    is_left_out: bool = False


@dataclass(frozen=True)
class Moment:
    """When and where a file is read: later days aren't past."""

    now: datetime
    zone: tzinfo
    dates: DateStyle
