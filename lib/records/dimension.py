"""The skills that I rate after an interview."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from lib.records.record import Name, Record, Text, YesNo


class Dimension(Record):
    """One rated side, with the ends of its scale in words. A renamed dimension keeps its key."""

    file: ClassVar[str] = "dimensions.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("key",)

    key: Name
    label: Name
    low: Text = ""
    high: Text = ""
    position: Annotated[int, Field(ge=1)] | None = None
    retired: YesNo | None = None


KNOWN_DIMENSIONS = (
    Dimension(key="preparation", label="Preparation", low="caught out", high="well prepared", position=1),
    Dimension(key="clarity", label="Clear answers", low="lost the thread", high="short and clear", position=2),
    Dimension(key="evidence", label="Examples", low="none came", high="one each time", position=3),
    Dimension(key="composure", label="Calm", low="rattled", high="calm throughout", position=4),
    Dimension(key="my_questions", label="My questions", low="none good", high="learned what I needed", position=5),
    Dimension(
        key="role_knowledge",
        label="Role knowledge",
        low="out of my depth",
        high="at home in it",
        position=6,
        retired=True,
    ),
    Dimension(
        key="problem_solving", label="Problem solving", low="stuck", high="found a way, aloud", position=7, retired=True
    ),
    Dimension(
        key="listening",
        label="Listening",
        low="answered something else",
        high="answered what they asked",
        position=8,
        retired=True,
    ),
    Dimension(key="rapport", label="Rapport", low="stiff", high="easy conversation", position=9, retired=True),
    Dimension(key="closing", label="Closing", low="just ended", high="next step and thanks", position=10, retired=True),
)
"""The ten that come with the workbook. The first five are on; the others are offered, and so are marked as retired."""


def all_dimensions(own: Iterable[Dimension]) -> tuple[Dimension, ...]:
    """The known dimensions as the person's own rows change them, with the added ones, in order of position."""
    by_key = {dimension.key: dimension for dimension in (*KNOWN_DIMENSIONS, *own)}
    return tuple(sorted(by_key.values(), key=lambda dimension: (dimension.position or 99, dimension.key)))


def active_dimensions(own: Iterable[Dimension]) -> tuple[Dimension, ...]:
    """The dimensions that a debrief asks for."""
    return tuple(dimension for dimension in all_dimensions(own) if not dimension.retired)
