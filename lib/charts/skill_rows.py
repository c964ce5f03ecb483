"""Skill by skill: one row each, its name and state beside it, a mark an interview in the order held."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.chart import Chart, hollow_marker
from lib.charts.rating_dots import SHAPES, colour_of, hover
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.dates import DAY_FIRST, DateStyle
from lib.english import counted
from lib.insight.overview.dots import Dot
from lib.insight.overview.skill_rows import SkillRow, SkillRows
from lib.palette import Palette

_ROW = 46
_NAME = 150
_GAP = 0.16


def chart(result: SkillRows, palette: Palette, dates: DateStyle = DAY_FIRST) -> Chart:
    """The chart of all skills."""
    described = " ".join(filter(None, (alt(result), result.caption)))
    return Chart(
        result.title,
        result.n,
        figure(result, palette, dates=dates),
        result.headline,
        described,
        result.ratings,
        result.caption,
    )


def figure(result: SkillRows, palette: Palette, dates: DateStyle = DAY_FIRST) -> go.Figure:
    """The rows from top to bottom, each on the scale of 1 to 5 with the level line at its average."""
    if not result.n:
        return nothing(palette)
    drawing = blank(palette, _ROW * result.n)
    drawing.update_layout(showlegend=False, margin={"l": _NAME, "r": 8, "t": 2, "b": 2})
    places = {dot.interview_id: place for place, dot in enumerate(_in_order(result))}
    for number, row in enumerate(result.rows):
        _row(drawing, row, places, number, result.n, palette, dates=dates)
    drawing.update_xaxes(range=[-0.7, len(places) - 0.3], visible=False)
    return drawing


def alt(result: SkillRows) -> str:
    """What the rows show, in sentences."""
    if not result.n:
        return "An empty chart: no skill rated yet."
    rows = " ".join(f"{row.label}: {counted(len(row.dots), 'rating')}, {row.beside}." for row in result.rows)
    return f"A row of marks for each skill, on a scale from 1 to 5. {rows}"


def _in_order(result: SkillRows) -> Sequence[Dot]:
    """Every interview that rates any of them, the oldest first."""
    every = {dot.interview_id: dot for row in result.rows for dot in row.dots}
    return sorted(every.values(), key=lambda dot: dot.on)


def _row(
    drawing: go.Figure,
    row: SkillRow,
    places: dict[str, int],
    number: int,
    rows: int,
    palette: Palette,
    dates: DateStyle = DAY_FIRST,
) -> None:
    axis = "y" if not number else f"y{number + 1}"
    high = 1 - number / rows
    drawing.layout[axis.replace("y", "yaxis")] = {
        "domain": [high - (1 - _GAP) / rows, high],
        "range": [0.6, 5.4],
        "tickvals": [1, 3, 5],
        "showticklabels": False,
        "fixedrange": True,
    }
    if row.level is not None and row.dots:
        drawing.add_scatter(
            x=[places[row.dots[0].interview_id], places[row.dots[-1].interview_id]],
            y=[row.level, row.level],
            mode="lines",
            line={"color": palette.muted, "width": 1},
            hoverinfo="skip",
            yaxis=axis,
        )
    for dots, hollow in (([dot for dot in row.dots if not dot.afterwards], False), (_hollow(row), True)):
        if dots:
            drawing.add_scatter(
                x=[places[dot.interview_id] for dot in dots],
                y=[dot.rating for dot in dots],
                mode="markers",
                marker=_marker(dots, hollow, palette),
                hovertext=[f"{plain(row.label, 40)}<br>{hover(dot, dates=dates)}" for dot in dots],
                hoverinfo="text",
                name=plain(row.label),
                yaxis=axis,
                cliponaxis=False,
            )
    _name(drawing, row, high - (1 - _GAP) / rows / 2, palette)


def _hollow(row: SkillRow) -> list[Dot]:
    return [dot for dot in row.dots if dot.afterwards]


def _marker(dots: Sequence[Dot], hollow: bool, palette: Palette) -> dict[str, object]:
    shapes = [SHAPES[dot.mark][0] for dot in dots]
    if hollow:
        return hollow_marker(palette, 7) | {"symbol": [f"{shape}-open" for shape in shapes]}
    colours = [colour_of(dot.mark, palette) for dot in dots]
    return {"symbol": shapes, "size": 7, "color": colours, "line": {"color": palette.page, "width": 1}}


def _name(drawing: go.Figure, row: SkillRow, y: float, palette: Palette) -> None:
    drawing.add_annotation(
        text=f"{plain(row.label, 20)}<br><span style='color:{palette.muted}'>{row.beside}</span>",
        x=0,
        xref="paper",
        xanchor="left",
        xshift=-_NAME + 2,
        y=y,
        yref="paper",
        yanchor="middle",
        align="left",
        showarrow=False,
        font={"size": SIZE},
    )
