"""The one look of every chart, in the colours of the light or the dark page."""

import html
import re
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from lib.english import one_line
from lib.palette import Palette

FONT = '"Source Sans", "Source Sans Pro", "Source Sans 3", system-ui, sans-serif'
SIZE = 13
"""The size of a chart's text, in pixels."""

CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
"""How Plotly should behave on a page: no tool bar, and a finger scrolls the page instead of the chart."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")


def _look(palette: Palette) -> dict[str, Any]:
    """The look of every chart: the page shows through, quiet lines, nothing to drag, the legend above the data."""
    axis = {
        "gridcolor": palette.grid,
        "linecolor": palette.grid,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"color": palette.muted, "size": SIZE - 1},
        "fixedrange": True,
        "automargin": True,
    }
    return {
        "font": {"family": FONT, "size": SIZE, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": list(palette.categorical),
        "xaxis": axis,
        "yaxis": axis,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.surface,
            "bordercolor": palette.grid,
            "font": {"family": FONT, "size": SIZE, "color": palette.text},
            "align": "left",
        },
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "itemclick": False}
        | {"itemdoubleclick": False, "font": {"color": palette.muted, "size": SIZE}},
    }


def veil(colour: str) -> str:
    """A '#rrggbb' colour as a veil, for a band behind other things."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.22)"


def blank(palette: Palette, height: int) -> go.Figure:
    """An empty figure of the shared look, ``height`` pixels tall and as wide as its place."""
    figure = go.Figure(layout={**_look(palette), "height": height, "autosize": True})
    figure.layout.template = None  # for each copy of one, Plotly would draw the figure again
    return figure


def band(drawing: go.Figure, points: Sequence[tuple[float | str, float, float]], colour: str) -> None:
    """A veil between low and high; ``points`` are x, low and high, from left to right."""
    xs = [x for x, _, _ in points]
    drawing.add_scatter(
        x=[*xs, *xs[::-1]],
        y=[*(high for _, _, high in points), *(low for _, low, _ in reversed(points))],
        fill="toself",
        fillcolor=veil(colour),
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
        hovertext=[],
        showlegend=False,
    )


def nothing(palette: Palette) -> go.Figure:
    """The figure of a result that has nothing to show: no axes, no dots; its sentence explains why."""
    return blank(palette, 40).update_xaxes(visible=False).update_yaxes(visible=False)


def plain(text: str, longest: int = 90) -> str:
    """A person's own words for a Plotly label or hover text: shown letter by letter, on one line.

    Plotly reads tags, entities and, where MathJax is loaded, dollar signs in any text. Control and direction
    marks become spaces; what is longer than ``longest`` characters is cut, with '…'.
    """
    return html.escape(one_line(_CONTROLS.sub(" ", text), longest), quote=False).replace("$", "&#36;")
