"""What the person said about a file before it is brought in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from lib.exchange.importing.dates import Order
from lib.exchange.importing.fields import Holds

INTO_NOTES = "notes"


@dataclass(frozen=True)
class Choices:
    """What a file's rows are (None: as it looks), what its columns are, the order of its dates, and unknown words.

    ``words`` leads from field and word (as ``word_key`` gives it) to a word of ours or ``INTO_NOTES``.
    """

    holds: Holds | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    is_left_out: bool = False


@dataclass(frozen=True)
class Moment:
    """When and where a file is read: days ahead of it are no days of the past."""

    now: datetime
    zone: tzinfo
