"""Ratings over time: the mean first and wide, then one small panel a dimension, all on the same 1 to 5."""

from dataclasses import dataclass
from math import ceil

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading, hollow_marker
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.english import counted, day_and_month, period, short_day, spoken_day
from lib.insight.skills.skills import Point, Series, Skills
from lib.insight.wording import rating
from lib.palette import Palette
from lib.records.labels import label

_FIRST = 150
_EACH = 130
_TITLE = 34
_DATES = 26
_GAP = 0.1
_LONGEST = {1: 46, 2: 16, 3: 10}


@dataclass(frozen=True)
class _Place:
    """Where a panel lies, in shares of the figure, the suffix of its axes, and how long its name may be."""

    axis: str
    across: tuple[float, float]
    upright: tuple[float, float]
    longest: int


def chart(result: Skills, palette: Palette, columns: int = 2) -> Chart:
    """The chart of the ratings over time."""
    return Chart.of(result, figure(result, palette, columns), alt(result), result.caption)


def figure(result: Skills, palette: Palette, columns: int = 2) -> go.Figure:
    """Small multiples of ``columns`` (1 to 3; 2 reads from 358 to 1,100 pixels). A dot is an interview.

    From left to right the interviews are in the order in which they were held, evenly spaced. What was rated when the
    outcome was known is hollow and grey.
    """
    if result.overall is None:
        return nothing(palette)
    height = _FIRST + ceil(len(result.dimensions) / columns) * _EACH
    drawing = blank(palette, height)
    drawing.update_layout(showlegend=False, margin={"l": 22, "r": 6, "t": 0, "b": 0})
    _panel(drawing, result, result.overall, palette, _Place("", (0.0, 1.0), _band(0, _FIRST, height), 46))
    width = (1 - _GAP * (columns - 1)) / columns
    for number, series in enumerate(result.dimensions):
        left = (number % columns) * (width + _GAP)
        top = _FIRST + (number // columns) * _EACH
        across = (left, min(1.0, left + width))
        place = _Place(str(number + 2), across, _band(top, top + _EACH, height), _LONGEST[columns])
        _panel(drawing, result, series, palette, place)
    return drawing


def alt(result: Skills) -> str:
    """What the panels show, in sentences."""
    if result.overall is None:
        return "An empty chart: no ratings yet."
    first, last = result.overall.points[0].on, result.overall.points[-1].on
    panels = [_panel_in_words(series) for series in (result.overall, *result.dimensions)]
    return (
        f"{counted(len(panels), 'panel')} of dots on a scale from 1 to 5, one dot an interview, in the order held "
        f"{period(first, last)}. {' '.join(panels)}"
    )


def _panel_in_words(series: Series) -> str:
    scores = [point.score for point in series.points]
    spread = f"from {_score(min(scores))} to {_score(max(scores))}" if min(scores) < max(scores) else "all the same"
    return f"{series.sentence[:-1]}, {spread}." if series.n > 1 else series.sentence


def _band(top: int, bottom: int, height: int) -> tuple[float, float]:
    """The part of the figure that a panel's dots may use, between its title and its dates."""
    return (max(0.0, 1 - (bottom - _DATES) / height), 1 - (top + _TITLE) / height)


def _panel(drawing: go.Figure, result: Skills, series: Series, palette: Palette, place: _Place) -> None:
    _dots(drawing, series, series.counted, palette, place)
    _dots(drawing, series, tuple(point for point in series.points if point.afterwards), palette, place)
    ends = (0.3, result.interviews + 0.7)
    drawing.layout[f"xaxis{place.axis}"] = {
        "domain": place.across,
        "anchor": f"y{place.axis}",
        "range": ends,
        "showgrid": False,
        "showticklabels": False,
    }
    drawing.layout[f"yaxis{place.axis}"] = {
        "domain": place.upright,
        "anchor": f"x{place.axis}",
        "range": [0.7, 5.3],
        "tickvals": [1, 3, 5],
    }
    _title(drawing, series, palette, place)
    _dates(drawing, result, series, palette, place)


def _dots(drawing: go.Figure, series: Series, points: tuple[Point, ...], palette: Palette, place: _Place) -> None:
    if not points:
        return
    afterwards = points[0].afterwards
    name = f"{plain(series.label)}, rated after you knew" if afterwards else plain(series.label)
    drawing.add_scatter(
        x=[point.place for point in points],
        y=[point.score for point in points],
        mode="markers",
        marker=_marker(series, palette, afterwards),
        hovertext=[_hover(series, point) for point in points],
        hoverinfo="text",
        name=name,
        xaxis=f"x{place.axis}",
        yaxis=f"y{place.axis}",
        cliponaxis=False,
    )


def _marker(series: Series, palette: Palette, afterwards: bool) -> dict[str, object]:
    outline = {"color": palette.page, "width": 1}
    symbol, size = ("circle", 8) if series.key else ("diamond", 9)
    if afterwards:
        return hollow_marker(palette, size, symbol)
    if series.retired:
        return {"symbol": "square", "size": 6, "color": palette.accent, "line": outline}
    return {"symbol": symbol, "size": size, "color": palette.accent if series.key else palette.text, "line": outline}


def _title(drawing: go.Figure, series: Series, palette: Palette, place: _Place) -> None:
    aside = series.in_short
    text = f"{plain(series.label, place.longest)}  <span style='color:{palette.muted}'>{aside}</span>"
    at = (place.across[0], place.upright[1])
    heading(drawing, text, *at, xref="paper", yref="paper", yshift=6, font={"size": SIZE})


def _dates(drawing: go.Figure, result: Skills, series: Series, palette: Palette, place: _Place) -> None:
    """Write the dates below a panel as text: Plotly drops a tick label that would reach beyond the axis."""
    for x, anchor, text in _dated(result, wide=not series.key):
        drawing.add_annotation(
            text=text,
            x=x,
            xref=f"x{place.axis}",
            xanchor=anchor,
            y=place.upright[0],
            yref="paper",
            yanchor="top",
            yshift=-2,
            showarrow=False,
            font={"size": SIZE - 1, "color": palette.muted},
        )


def _dated(result: Skills, wide: bool) -> list[tuple[float, str, str]]:
    """Where the dates stand, the side they are anchored on, and the dates: first and last, on a wide panel two more."""
    points = result.overall.points if result.overall else ()
    if len(points) < 2:
        return [(point.place, "center", day_and_month(point.on)) for point in points]
    at_the_ends = short_day if wide and points[0].on.year != points[-1].on.year else day_and_month
    thirds = (1 / 3, 2 / 3) if wide and len(points) > 5 else ()
    between = [points[round(share * (len(points) - 1))] for share in thirds]
    return [
        (0.3, "left", at_the_ends(points[0].on)),
        *((point.place, "center", day_and_month(point.on)) for point in between),
        (result.interviews + 0.7, "right", at_the_ends(points[-1].on)),
    ]


def _hover(series: Series, point: Point) -> str:
    what = f"{_score(point.score)} of 5"
    if not series.key:
        what = f"{what}, mean of {counted(point.of, 'rating')}"
    ends = f"1 is “{plain(series.low, 40)}”, 5 is “{plain(series.high, 40)}”" if series.low and series.high else ""
    where = f"{label(point.stage)}, {plain(point.company, 40)}" if point.company else label(point.stage)
    past = "no longer asked for" if series.retired else ""
    after = "rated after you knew" if point.afterwards else ""
    lines = (f"{plain(series.label, 60)}: {what}", where, spoken_day(point.on), ends, after, past)
    return "<br>".join(line for line in lines if line)


def _score(score: float) -> str:
    return str(int(score)) if score == int(score) else rating(score)
