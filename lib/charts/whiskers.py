"""One estimate a row with its interval, on one common scale: a mark, and a line from the lower to the upper end."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from lib.charts.chart import heading
from lib.charts.theme import SIZE, blank
from lib.palette import Palette

_ROW = 56
_ABOVE = 10
_BELOW = 44
_DROP = 0.2


@dataclass(frozen=True)
class Whisker:
    """One row: its name (already plain), what is said beside it, and the estimate with its interval.

    ``at`` is None where there is no estimate. ``symbol`` is Plotly's name of the mark, and ``is_strong`` draws it in
    the accent's colour.
    """

    name: str
    aside: str
    at: float | None
    low: float
    high: float
    hover: str
    symbol: str = "circle"
    is_strong: bool = True


@dataclass(frozen=True)
class Ruler:
    """The range of the values, the marks on it with their words, what it measures, and where an upright line stands."""

    low: float
    high: float
    marks: Sequence[int]
    words: Sequence[str]
    measures: str
    line_at: float | None = None


def whiskers(rows: Sequence[Whisker], ruler: Ruler, palette: Palette) -> go.Figure:
    """The rows from top to bottom."""
    drawing = blank(palette, _ABOVE + _BELOW + _ROW * len(rows))
    drawing.update_layout(showlegend=False, margin={"l": 14, "r": 22, "t": _ABOVE, "b": _BELOW})
    if ruler.line_at is not None:
        line, at = {"color": palette.muted, "width": 1}, ruler.line_at
        drawing.add_shape(type="line", x0=at, x1=at, y0=0.5, y1=0.5 - len(rows), line=line, layer="below")
    for place, row in enumerate(rows):
        _mark(drawing, row, -place - _DROP, palette)
        aside = f"<span style='color:{palette.muted}'>{row.aside}</span>"
        heading(drawing, f"{row.name}  {aside}", 0, -place, xref="paper", yref="y", font={"size": SIZE})
    title = {"text": ruler.measures, "font": {"color": palette.muted, "size": SIZE - 1}, "standoff": 4}
    drawing.update_xaxes(
        range=[ruler.low, ruler.high], tickvals=list(ruler.marks), ticktext=list(ruler.words), title=title
    )
    drawing.update_yaxes(range=[0.5 - len(rows), 0.55], visible=False)
    return drawing


def _mark(drawing: go.Figure, row: Whisker, height: float, palette: Palette) -> None:
    if row.at is None:
        return
    colour = palette.accent if row.is_strong else palette.muted
    drawing.add_scatter(
        x=[row.low, row.high],
        y=[height, height],
        mode="lines",
        line={"color": colour, "width": 3 if row.is_strong else 2},
        hoverinfo="skip",
        hovertext=[],
        cliponaxis=False,
    )
    is_open = row.symbol.endswith("-open")
    outline = {"color": colour, "width": 2} if is_open else {"color": palette.page, "width": 1}
    drawing.add_scatter(
        x=[row.at],
        y=[height],
        mode="markers",
        marker={"symbol": row.symbol, "size": 12, "color": colour, "line": outline},
        hovertext=[row.hover],
        hoverinfo="text",
        name=row.name,
        cliponaxis=False,
    )
