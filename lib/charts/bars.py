"""Counts in parts: one bar a row, each part in its own colour and hatching with its count written on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from lib.charts.chart import heading
from lib.charts.theme import SIZE, blank
from lib.palette import BLACK, WHITE, Palette, contrast

_ROW = 58
_BELOW = 8
_LEGEND_ROW = 24


@dataclass(frozen=True)
class Part:
    """What a part of each bar means. ``colour`` None leaves it open, with an outline only."""

    label: str
    colour: str | None
    hatch: str = ""


@dataclass(frozen=True)
class Bar:
    """One row: its name (already plain), a note beside the name, and a length and hover text for each part.

    A length that is no count, like a share, gets no number written on it: rounded, it could be wrong.
    """

    name: str
    aside: str
    counts: tuple[int, ...] | tuple[float, ...]
    hovers: tuple[str, ...]


def bars(rows: Sequence[Bar], parts: Sequence[Part], palette: Palette) -> go.Figure:
    """The rows from top to bottom on one common scale from 0, the parts from left to right in their order."""
    used = [number for number in range(len(parts)) if any(row.counts[number] for row in rows)]
    above = _LEGEND_ROW * (1 + (len(used) > 3)) + 12
    drawing = blank(palette, above + _BELOW + _ROW * len(rows))
    drawing.update_layout(barmode="stack", bargap=0, margin={"l": 2, "r": 8, "t": above, "b": _BELOW})
    drawing.update_layout(showlegend=True, legend={"traceorder": "normal", "entrywidth": 72})
    for number in used:
        drawing.add_bar(**_part(rows, parts[number], number, palette))
    for place, row in enumerate(rows):
        aside = f"<span style='color:{palette.muted}'>{row.aside}</span>"
        heading(drawing, f"{row.name}  {aside}", 0, -place + 0.08, xref="paper", yref="y", font={"size": SIZE})
    drawing.update_xaxes(range=[0, max(sum(row.counts) for row in rows)], visible=False)
    drawing.update_yaxes(range=[-len(rows) + 0.5, 0.5], visible=False)
    return drawing


def _part(rows: Sequence[Bar], part: Part, number: int, palette: Palette) -> dict[str, object]:
    counts = [row.counts[number] for row in rows]
    marker: dict[str, object] = {
        "color": part.colour or "rgba(0,0,0,0)",
        "line": {"color": palette.page if part.colour else palette.muted, "width": 1},
    }
    if part.hatch:
        marker["pattern"] = {
            "shape": part.hatch,
            "bgcolor": part.colour,
            "fgcolor": palette.page,
            "fgopacity": 0.4,
            "size": 8,
            "solidity": 0.12,
        }
    return {
        "x": counts,
        "y": [-place - 0.14 for place in range(len(rows))],
        "width": 0.4,
        "orientation": "h",
        "name": part.label,
        "marker": marker,
        "text": [str(count) if count and isinstance(count, int) else "" for count in counts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": _ink(part.colour, palette), "size": SIZE},
        "hovertext": [row.hovers[number] for row in rows],
        "hoverinfo": "text",
    }


def _ink(ground: str | None, palette: Palette) -> str:
    """The colour of a number that reads on that ground."""
    if ground is None:
        return palette.text
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, ground))
