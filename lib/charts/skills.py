"""Ratings over time: the mean first and wide, then one small panel a dimension, all on the same 1 to 5."""

from math import ceil

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading
from lib.charts.theme import SIZE, Palette, blank, plain
from lib.insight.skills import Point, Series, Skills
from lib.insight.wording import counted, period, rating, short_date, weekday_and_date
from lib.records.labels import label

_FIRST = 150
_EACH = 130
_TITLE = 34
_DATES = 26
_GAP = 0.06
_LONGEST = {1: 46, 2: 21, 3: 12}


def chart(result: Skills, palette: Palette, columns: int = 2) -> Chart:
    """The chart of the ratings over time."""
    return Chart.of(result, figure(result, palette, columns), alt(result))


def figure(result: Skills, palette: Palette, columns: int = 2) -> go.Figure:
    """Small multiples of ``columns`` (1 to 3; 2 reads from 358 to 1,100 pixels). A dot is an interview.

    From left to right the interviews stand in the order in which they were held, evenly spaced.
    """
    if result.overall is None:
        return blank(palette, 40)
    rows = ceil(len(result.dimensions) / columns)
    height = _FIRST + rows * _EACH
    drawing = blank(palette, height)
    drawing.update_layout(showlegend=False, margin={"l": 22, "r": 6, "t": 0, "b": 0})
    _panel(drawing, result, result.overall, palette, (0.0, 1.0), _band(0, _FIRST, height), 46)
    width = (1 - _GAP * (columns - 1)) / columns
    for number, series in enumerate(result.dimensions):
        left = (number % columns) * (width + _GAP)
        top = _FIRST + (number // columns) * _EACH
        band = _band(top, top + _EACH, height)
        _panel(drawing, result, series, palette, (left, min(1.0, left + width)), band, _LONGEST[columns])
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


def _panel(
    drawing: go.Figure,
    result: Skills,
    series: Series,
    palette: Palette,
    across: tuple[float, float],
    upright: tuple[float, float],
    longest: int,
) -> None:
    number = len(drawing.data) + 1
    suffix = "" if number == 1 else str(number)
    drawing.add_scatter(
        x=[point.place for point in series.points],
        y=[point.score for point in series.points],
        mode="markers",
        marker=_marker(series, palette),
        hovertext=[_hover(series, point) for point in series.points],
        hoverinfo="text",
        name=plain(series.label),
        xaxis=f"x{suffix}",
        yaxis=f"y{suffix}",
        cliponaxis=False,
    )
    ticks, dates = _dates(result, wide=number == 1)
    drawing.layout[f"xaxis{suffix}"] = {
        "domain": across,
        "anchor": f"y{suffix}",
        "range": [0.3, result.interviews + 0.7],
        "tickvals": ticks,
        "ticktext": dates,
        "tickangle": 0,
        "showgrid": False,
    }
    drawing.layout[f"yaxis{suffix}"] = {
        "domain": upright,
        "anchor": f"x{suffix}",
        "range": [0.7, 5.3],
        "tickvals": [1, 3, 5],
    }
    _title(drawing, series, palette, (across[0], upright[1]), longest)


def _marker(series: Series, palette: Palette) -> dict[str, object]:
    outline = {"color": palette.page, "width": 1}
    if not series.key:
        return {"symbol": "diamond", "size": 9, "color": palette.text, "line": outline}
    if series.retired:
        return {"symbol": "circle-open", "size": 7, "color": palette.accent, "line": {"width": 1.5}}
    return {"symbol": "circle", "size": 8, "color": palette.accent, "line": outline}


def _title(drawing: go.Figure, series: Series, palette: Palette, at: tuple[float, float], longest: int) -> None:
    average = f"<span style='color:{palette.muted}'>{rating(series.average)} in {series.n}</span>"
    text = f"{plain(series.label, longest)}  {average}"
    heading(drawing, text, *at, xref="paper", yref="paper", yshift=6, font={"size": SIZE})


def _dates(result: Skills, wide: bool) -> tuple[list[int], list[str]]:
    """The first and the last interview with ratings, dated; on the wide panel one or two between them as well."""
    points = result.overall.points if result.overall else ()
    steps = min(len(points), 4 if wide else 2)
    marked = [points[round(step * (len(points) - 1) / max(1, steps - 1))] for step in range(steps)]
    with_year = points[0].on.year != points[-1].on.year
    return [point.place for point in marked], [short_date(point.on, with_year and wide) for point in marked]


def _hover(series: Series, point: Point) -> str:
    what = f"{_score(point.score)} of 5"
    if not series.key:
        what = f"{what}, mean of {counted(point.of, 'rating')}"
    ends = f"1 is “{plain(series.low, 40)}”, 5 is “{plain(series.high, 40)}”" if series.low and series.high else ""
    where = f"{label(point.stage)}, {plain(point.company, 40)}" if point.company else label(point.stage)
    lines = (f"{plain(series.label, 60)}: {what}", where, weekday_and_date(point.on), ends)
    return "<br>".join(line for line in lines if line)


def _score(score: float) -> str:
    return str(int(score)) if score == int(score) else rating(score)
