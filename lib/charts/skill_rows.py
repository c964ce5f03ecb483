"""Skill by skill: one row each, its name and state beside it, a mark an interview in the order held."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.chart import Chart, hollow_marker
from lib.charts.rating_dots import SHAPES, colour_of, hover
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.dates import DateStyle
from lib.english import counted
from lib.insight.overview.dots import InterviewDot
from lib.insight.overview.skill_rows import SkillRow, SkillRows
from lib.palette import Palette

_ROW = 46
_NAME = 150
_GAP = 0.16


def chart(result: SkillRows, palette: Palette, dates: DateStyle) -> Chart:
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


def figure(result: SkillRows, palette: Palette, dates: DateStyle) -> go.Figure:
    """The rows from top to bottom, each on the scale of 1 to 5 with the level line at its average."""
    if not result.n:
        return nothing(palette)
    drawing = blank(palette, _ROW * result.n)
    drawing.update_layout(showlegend=False, margin={"l": _NAME, "r": 8, "t": 2, "b": 2})
    places = {dot.interview_id: position for position, dot in enumerate(_in_order(result))}
    _levels(drawing, result, places, palette)
    for is_afterwards in (False, True):
        _marks(drawing, result, places, palette, is_afterwards=is_afterwards, dates=dates)
    for number, row in enumerate(result.rows):
        _name(drawing, row, 1 - (number + (1 - _GAP) / 2) / result.n, palette)
    drawing.update_xaxes(range=[-0.7, len(places) - 0.3], visible=False)
    steps = [_height(result.n, number, rating) for number in range(result.n) for rating in (1, 3, 5)]
    drawing.update_yaxes(range=[0, result.n], tickvals=steps, showticklabels=False)
    return drawing


def alt(result: SkillRows) -> str:
    """What the rows show, in sentences."""
    if not result.n:
        return "An empty chart: no skill rated yet."
    rows = " ".join(f"{row.label}: {counted(len(row.dots), 'rating')}, {row.beside}." for row in result.rows)
    return f"A row of marks for each skill, on a scale from 1 to 5. {rows}"


def _in_order(result: SkillRows) -> Sequence[InterviewDot]:
    """Every interview that rates any of them, the oldest first."""
    every = {dot.interview_id: dot for row in result.rows for dot in row.dots}
    return sorted(every.values(), key=lambda dot: dot.on)


def _height(rows: int, number: int, rating: float) -> float:
    """Where a rating is in its row, the first of them at the top; all share one axis, since each one costs time."""
    return rows - number - (1 - _GAP) * (5.4 - rating) / 4.8


def _levels(drawing: go.Figure, result: SkillRows, places: dict[str, int], palette: Palette) -> None:
    """The average of each row, as one broken line."""
    ends = [
        (places[end.interview_id] if end else None, _height(result.n, number, row.level))
        for number, row in enumerate(result.rows)
        if row.level is not None and row.dots
        for end in (row.dots[0], row.dots[-1], None)
    ]
    if ends:
        xs, ys = zip(*ends, strict=True)
        line = {"color": palette.muted, "width": 1}
        drawing.add_scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", hovertext=[])


def _marks(
    drawing: go.Figure,
    result: SkillRows,
    places: dict[str, int],
    palette: Palette,
    *,
    is_afterwards: bool,
    dates: DateStyle,
) -> None:
    """A mark for each rating made before the outcome was known; hollow, for each made after it."""
    marks = [
        (number, row, dot)
        for number, row in enumerate(result.rows)
        for dot in row.dots
        if dot.afterwards == is_afterwards and dot.rating is not None
    ]
    if marks:
        drawing.add_scatter(
            x=[places[dot.interview_id] for _, _, dot in marks],
            y=[_height(result.n, number, dot.rating or 0) for number, _, dot in marks],
            mode="markers",
            marker=_marker([dot for _, _, dot in marks], is_afterwards, palette),
            hovertext=[f"{plain(row.label, 40)}<br>{hover(dot, dates=dates)}" for _, row, dot in marks],
            hoverinfo="text",
            cliponaxis=False,
        )


def _marker(dots: Sequence[InterviewDot], hollow: bool, palette: Palette) -> dict[str, object]:
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
