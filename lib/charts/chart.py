"""A chart as a page shows it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import plotly.graph_objects as go

from lib.insight.result import Result, ResultTable
from lib.palette import Palette


@dataclass(frozen=True)
class Chart:
    """The question, the figure, the sentence that answers it, and the same for those who see no figure.

    ``alt`` describes the figure in full sentences, with its numbers. ``caption`` explains its hollow marks, right under
    it. ``title``, ``sentence``, ``alt`` and ``table`` may hold the person's own words, as plain text. Where ``n`` is 0
    the figure is empty and the sentence enough.
    """

    title: str
    n: int
    figure: go.Figure
    sentence: str
    alt: str
    table: ResultTable
    caption: str = ""

    def __post_init__(self) -> None:
        """Mark the figure's data, so that Plotly knows it again: Streamlit hands it each figure twice, as copies, and
        it would draw the second one as well."""
        self.figure.update_layout(datarevision=sha256(self.figure.to_json().encode()).hexdigest()[:16])

    @classmethod
    def of(cls, result: Result, figure: go.Figure, alt: str, caption: str = "") -> "Chart":
        """The chart of a result."""
        described = f"{alt} {caption}" if caption else alt
        return cls(result.title, result.n, figure, result.sentence, described, result.table, caption)


def hollow_marker(palette: Palette, size: int) -> dict[str, object]:
    """The mark of what was given when the outcome was known: hollow and grey, in every chart alike."""
    return {"symbol": "circle-open", "size": size, "color": palette.muted, "line": {"width": 1.5}}


def heading(figure: go.Figure, text: str, x: float, y: float, **place: Any) -> None:
    """Write a line of text above a part of the figure, left-aligned at ``x``, its lower edge at ``y``."""
    figure.add_annotation(text=text, x=x, y=y, showarrow=False, xanchor="left", yanchor="bottom", align="left", **place)
