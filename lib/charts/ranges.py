"""The fit of each option with the range that it likely is in, on one scale, so that overlaps are visible."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.decide.figures import points
from lib.decide.stability import Range, Stability
from lib.english import listed
from lib.insight.result import ResultTable
from lib.palette import Palette

TITLE = "Fit and its likely range"
CAPTION = "Where bars overlap, either could turn out better."
_ROW = 46
_BELOW = 30
NAMES = 150
"""How wide the names of the rows are, in pixels."""
LONGEST_NAME = 24


def chart(result: Stability, palette: Palette) -> Chart:
    """The chart of the ranges; empty if there are none to compare."""
    rows = tuple((one.option.label, points(one.total)) for one in result.ranges)
    leader, *others = result.ranges or (None,)
    caption = CAPTION if leader and any(one.overlaps(leader) for one in others) else ""
    sentence = result.verdict.sentence
    return Chart(
        TITLE, len(rows), figure(result, palette), sentence, alt(result), ResultTable(("Offer", "Fit"), rows), caption
    )


def figure(result: Stability, palette: Palette) -> go.Figure:
    """A bar for each option from the first down, with a dot and its number at its fit."""
    if not result.ranges:
        return nothing(palette)
    drawing = blank(palette, _ROW * len(result.ranges) + _BELOW)
    drawing.update_layout(showlegend=False, margin={"l": NAMES, "r": 10, "t": 4, "b": _BELOW})
    for position, one in enumerate(result.ranges):
        _range(drawing, one, position, palette)
    drawing.update_xaxes(range=[-2, 102], tickvals=[0, 25, 50, 75, 100])
    drawing.update_yaxes(range=[-len(result.ranges) + 0.5, 0.5], visible=False)
    return drawing


def alt(result: Stability) -> str:
    """What the bars show, in sentences."""
    if not result.ranges:
        return "An empty chart: no fit to compare yet."
    leader, *others = result.ranges
    in_words = listed([f"{one.option.label} {points(one.total)}" for one in result.ranges])
    met = [one.option.name for one in others if one.overlaps(leader)]
    overlap = f"The bar of {leader.option.name} overlaps that of {listed(met)}." if met else "The first is apart."
    return f"A bar from 0 to 100 for the likely fit of each. {in_words}. {overlap}"


def _range(drawing: go.Figure, one: Range, position: int, palette: Palette) -> None:
    colour = palette.accent if position == 0 else palette.muted
    drawing.add_bar(
        x=[one.high - one.low],
        base=[one.low],
        y=[-position],
        width=0.42,
        orientation="h",
        marker={"color": colour, "opacity": 0.35, "line": {"color": colour, "width": 1}},
        hoverinfo="skip",
    )
    drawing.add_scatter(
        x=[one.total],
        y=[-position],
        mode="markers",
        marker={"size": 11, "color": colour, "line": {"color": palette.page, "width": 1}},
        hovertext=[f"{plain(one.option.label, 40)}: {points(one.total)}"],
        hoverinfo="text",
        cliponaxis=False,
    )
    row_name(drawing, f"{plain(one.option.label, LONGEST_NAME - 3)} <b>{points(one.total)}</b>", -position)


def row_name(drawing: go.Figure, text: str, y: float) -> None:
    """The name of a row, already plain, at the left of a figure whose margin there is ``NAMES`` wide."""
    position = {"xref": "paper", "xanchor": "left", "xshift": 2 - NAMES, "yanchor": "middle"}
    drawing.add_annotation(text=text, x=0, y=y, showarrow=False, font={"size": SIZE}, **position)
