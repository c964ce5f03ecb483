"""One job's total over the days on which it was scored: a dot a day, and its likely range."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.theme import blank, nothing, plain
from lib.dates import DateStyle
from lib.decide.figures import points
from lib.decide.fit_history import FitEstimate, FitHistory
from lib.palette import Palette

_HEIGHT = 180
_MOST_DATES = 4


def chart(result: FitHistory, palette: Palette, dates: DateStyle) -> Chart:
    """The chart of how a job's total changed."""
    return Chart.of(result, figure(result, palette, dates=dates), alt(result, dates=dates))


def figure(result: FitHistory, palette: Palette, dates: DateStyle) -> go.Figure:
    """The days from left to right, evenly spaced, from 0 to 100."""
    if not result.n:
        return nothing(palette)
    drawing = blank(palette, _HEIGHT)
    drawing.update_layout(showlegend=False, margin={"l": 8, "r": 12, "t": 12, "b": 8})
    totals = [estimate.total for estimate in result.estimates]
    drawing.add_scatter(
        x=list(range(result.n)),
        y=totals,
        mode="lines+markers",
        line={"color": palette.muted, "width": 1, "dash": "dot"},
        marker={"size": 9, "color": palette.accent, "line": {"color": palette.page, "width": 1}},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [estimate.high - estimate.total for estimate in result.estimates],
            "arrayminus": [estimate.total - estimate.low for estimate in result.estimates],
            "color": palette.accent,
            "thickness": 1.5,
            "width": 5,
        },
        hovertext=[_hover(estimate, dates=dates) for estimate in result.estimates],
        hoverinfo="text",
        cliponaxis=False,
    )
    dated = _dated(result)
    drawing.update_xaxes(
        range=[-0.4, result.n - 0.6],
        showgrid=False,
        tickvals=dated,
        ticktext=[dates.day_and_month(result.estimates[at].on) for at in dated],
    )
    drawing.update_yaxes(range=[-3, 103], tickvals=[0, 25, 50, 75, 100])
    return drawing


def alt(result: FitHistory, dates: DateStyle) -> str:
    """What the dots show, in sentences."""
    if not result.n:
        return "An empty chart: no score of the job yet."
    days = "; ".join(
        f"{dates.spoken_day(one.on)}, {points(one.total)}, likely {points(one.low)} to {points(one.high)}"
        for one in result.estimates
    )
    return f"A dot from 0 to 100 for each day of scoring, with its likely range. {days}."


def _dated(result: FitHistory) -> list[int]:
    """The days that have their date below them: all, or where there are many the first, the last and two between."""
    if result.n <= _MOST_DATES:
        return list(range(result.n))
    return sorted({round(share * (result.n - 1) / (_MOST_DATES - 1)) for share in range(_MOST_DATES)})


def _hover(estimate: FitEstimate, dates: DateStyle) -> str:
    low, high = points(estimate.low), points(estimate.high)
    head = f"{dates.spoken_day(estimate.on)}: {points(estimate.total)}, likely {low} to {high}"
    return "<br>".join((head, *(plain(change) for change in estimate.changes)))
