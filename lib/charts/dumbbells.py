"""Two values a row on one common scale: an open dot for the one, a filled dot for the other, a line between them.

The open dot is the larger one, so that both are seen if they are equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from lib.charts.chart import heading
from lib.charts.theme import SIZE, blank
from lib.palette import Palette

_ROW = 62
_LINE = 18
_ABOVE = 34
_BELOW = 30
_RISE = 0.16


@dataclass(frozen=True)
class Dumbbell:
    """One row: its name (already plain), a note beside it, and its values; None if one is not known.

    ``below`` is a second line under the name, for what is too long to fit beside it.
    """

    name: str
    aside: str
    open_at: float | None
    filled_at: float | None
    open_hover: str
    filled_hover: str
    below: str = ""


@dataclass(frozen=True)
class Scale:
    """The range of the values, the marks on it, and the unit after each mark's number."""

    low: float
    high: float
    marks: tuple[int, ...]
    unit: str = ""


def dumbbells(rows: Sequence[Dumbbell], names: tuple[str, str], scale: Scale, palette: Palette) -> go.Figure:
    """The rows from top to bottom; ``names`` are those of the open and the filled dots."""
    tall = _ROW + _LINE * any(row.below for row in rows)
    drawing = blank(palette, _ABOVE + _BELOW + tall * len(rows))
    drawing.update_layout(showlegend=True, margin={"l": 10, "r": 22, "t": _ABOVE, "b": _BELOW})
    for position, row in enumerate(rows):
        if row.open_at is not None and row.filled_at is not None:
            drawing.add_shape(
                type="line",
                x0=row.open_at,
                x1=row.filled_at,
                y0=-position - _RISE,
                y1=-position - _RISE,
                line={"color": palette.muted, "width": 1.5},
                layer="below",
            )
        aside = f"<span style='color:{palette.muted}'>{row.aside}</span>"
        below = f"<br><span style='color:{palette.muted}'>{row.below}</span>" if row.below else ""
        heading(
            drawing, f"{row.name}  {aside}{below}", 0, -position + 0.08, xref="paper", yref="y", font={"size": SIZE}
        )
    hollow = {"color": palette.page, "size": 17, "line": {"color": palette.warm, "width": 2}}
    full = {"color": palette.accent, "size": 10, "line": {"color": palette.page, "width": 1}}
    _dots(drawing, [(row.open_at, row.open_hover) for row in rows], names[0], hollow)
    _dots(drawing, [(row.filled_at, row.filled_hover) for row in rows], names[1], full)
    reach = (scale.high - scale.low) * 0.03
    ticks = [f"{mark}{scale.unit}" for mark in scale.marks]
    drawing.update_xaxes(range=[scale.low - reach, scale.high + reach], tickvals=scale.marks, ticktext=ticks)
    drawing.update_yaxes(range=[-len(rows) + 0.5, 0.55], visible=False)
    return drawing


def _dots(drawing: go.Figure, values: Sequence[tuple[float | None, str]], name: str, marker: dict[str, object]) -> None:
    known = [(-position - _RISE, value, hover) for position, (value, hover) in enumerate(values) if value is not None]
    if not known:
        return
    drawing.add_scatter(
        x=[value for _, value, _ in known],
        y=[at for at, _, _ in known],
        mode="markers",
        marker=marker,
        hovertext=[hover for _, _, hover in known],
        hoverinfo="text",
        name=name,
    )
