"""Guesses against what happened: a dot for each, how groups of them did, and how they were calibrated so far."""

from collections import defaultdict
from dataclasses import replace

import plotly.graph_objects as go

from lib.charts.chart import Chart, hollow_marker
from lib.charts.theme import band, blank, nothing, plain
from lib.dates import DateStyle
from lib.english import counted, percent
from lib.insight.forecasts.forecast import Calibration, Forecast, Forecasts
from lib.insight.wording import likely_between
from lib.palette import Palette
from lib.records.labels import label

_HEIGHT = 330
_LEGEND_ROW = 24
_EDGE, _STEP = 2, 3.2
"""How far the first dot is from 0 or 100%, and the next one from it: whole dots, each beside the last."""
_MOST = 5
"""The most dots that are stacked; further equal ones are drawn over the last."""
_RANGE = (-4, 104)


def chart(result: Forecasts, palette: Palette, dates: DateStyle) -> Chart:
    """The chart of the guesses with an outcome."""
    shown = Chart.of(result, figure(result, palette, dates=dates), alt(result), result.caption)
    return replace(shown, n=result.n + len(result.afterwards))


def figure(result: Forecasts, palette: Palette, dates: DateStyle) -> go.Figure:
    """From left to right the guess, upwards the share of yeses, both in percent.

    Dots at the top were a yes, dots at the bottom a no; hollow grey ones were guessed when the outcome was known.
    Squares are groups with their likely ranges; band and line are the curve, if there are enough guesses for one.
    """
    if not result.n and not result.afterwards:
        return nothing(palette)
    record = result.record
    parts = (record.forecasts, result.afterwards, record.groups, record.curve, record.steps)
    rows = sum(bool(part) for part in parts)
    above = _LEGEND_ROW * rows + 8
    drawing = blank(palette, _HEIGHT + above)
    drawing.update_layout(showlegend=True, margin={"l": 8, "r": 12, "t": above, "b": 8})
    drawing.update_layout(legend={"traceorder": "normal", "orientation": "v"})
    _as_said(drawing, palette)
    _dots(drawing, result, palette, dates=dates)
    _curve(drawing, record, palette)
    _steps(drawing, record, palette)
    _groups(drawing, record, palette)
    marks = [0, 25, 50, 75, 100]
    named = [f"{mark}%" for mark in marks]
    title = {"text": "your guess", "font": {"color": palette.muted, "size": 12}, "standoff": 6}
    drawing.update_xaxes(range=list(_RANGE), tickvals=marks, ticktext=named, title=title)
    drawing.update_yaxes(range=list(_RANGE), tickvals=marks, ticktext=named)
    return drawing


def alt(result: Forecasts) -> str:
    """What the dots and squares show, in sentences."""
    if not result.n and not result.afterwards:
        return "An empty chart: no guess has an outcome yet."
    record = result.record
    groups = " ".join(
        f"Guesses from {percent(group.first)} to {percent(group.last)}: {group.yes} of {group.n} were a yes, "
        f"{likely_between(percent(group.low), percent(group.high))}."
        for group in record.groups
    )
    curve = ""
    if record.curve:
        first, last = record.curve[0], record.curve[-1]
        curve = (
            f"The curve goes from {percent(first.estimate)} at a guess of {percent(first.chance)} "
            f"to {percent(last.estimate)} at {percent(last.chance)}."
        )
    dots = f"Dots of {counted(result.n, 'guess', 'guesses')}; {record.yes} were a yes."
    return " ".join(part for part in (dots, groups, curve) if part)


def _as_said(drawing: go.Figure, palette: Palette) -> None:
    """The line of perfect calibration: things come true exactly as often as predicted."""
    drawing.add_scatter(
        x=[0, 100],
        y=[0, 100],
        mode="lines",
        line={"color": palette.muted, "width": 1, "dash": "dot"},
        hoverinfo="skip",
        hovertext=[],
        showlegend=False,
    )


def _curve(drawing: go.Figure, record: Calibration, palette: Palette) -> None:
    if not record.curve:
        return
    chances = [100 * point.chance for point in record.curve]
    band(drawing, [(100 * point.chance, 100 * point.low, 100 * point.high) for point in record.curve], palette.cool)
    drawing.add_scatter(
        x=chances,
        y=[100 * point.estimate for point in record.curve],
        mode="lines",
        line={"color": palette.text, "width": 1.5},
        hovertext=[
            f"Guessed {percent(point.chance)}: worth {percent(point.estimate)}, "
            f"{likely_between(percent(point.low), percent(point.high))}"
            for point in record.curve
        ],
        hoverinfo="text",
        name="worth so far, with its likely range",
    )


def _steps(drawing: go.Figure, record: Calibration, palette: Palette) -> None:
    if not record.steps:
        return
    corners = [(100 * edge, 100 * step.share, step) for step in record.steps for edge in (step.first, step.last)]
    drawing.add_scatter(
        x=[x for x, _, _ in corners],
        y=[y for _, y, _ in corners],
        mode="lines",
        line={"color": palette.violet, "width": 1.5, "dash": "dash"},
        hovertext=[
            f"{counted(step.n, 'guess', 'guesses')}: {percent(step.share)} were a yes" for _, _, step in corners
        ],
        hoverinfo="text",
        name="the rising line that fits best",
    )


def _groups(drawing: go.Figure, record: Calibration, palette: Palette) -> None:
    if not record.groups:
        return
    shares = [100 * group.share for group in record.groups]
    drawing.add_scatter(
        x=[100 * group.mean for group in record.groups],
        y=shares,
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [100 * group.high - share for group, share in zip(record.groups, shares, strict=True)],
            "arrayminus": [share - 100 * group.low for group, share in zip(record.groups, shares, strict=True)],
            "color": palette.warm,
            "thickness": 2,
            "width": 5,
        },
        mode="markers",
        marker={"symbol": "square", "size": 10, "color": palette.warm, "line": {"color": palette.page, "width": 1}},
        hovertext=[
            f"Guessed {percent(group.first)} to {percent(group.last)}: {group.yes} of {group.n} were a yes<br>"
            f"{likely_between(percent(group.low), percent(group.high))}"
            for group in record.groups
        ],
        hoverinfo="text",
        name="a group, with its likely range",
    )


def _dots(drawing: go.Figure, result: Forecasts, palette: Palette, dates: DateStyle) -> None:
    full = {"size": 7, "color": palette.accent, "line": {"color": palette.accent, "width": 1.5}}
    position = _Places()
    kinds = (
        (result.record.forecasts, full, "one guess: a yes at the top, a no at the bottom", ""),
        (result.afterwards, hollow_marker(palette, 7), "made after you knew", "<br>made after you knew"),
    )
    for forecasts, marker, name, aside in kinds:
        if forecasts:
            drawing.add_scatter(
                x=[entry.chance for entry in forecasts],
                y=[position.of(entry) for entry in forecasts],
                mode="markers",
                marker=marker,
                hovertext=[f"{_hover(entry, dates=dates)}{aside}" for entry in forecasts],
                hoverinfo="text",
                name=name,
            )


class _Places:
    """How high each dot is: equal ones are beside each other, from the edge inwards."""

    def __init__(self) -> None:
        self._taken: dict[tuple[int, bool], int] = defaultdict(int)

    def of(self, entry: Forecast) -> float:
        inwards = _EDGE + _STEP * min(_MOST, self._taken[entry.chance, entry.came_true])
        self._taken[entry.chance, entry.came_true] += 1
        return 100 - inwards if entry.came_true else inwards


def _hover(entry: Forecast, dates: DateStyle) -> str:
    where = f"{label(entry.stage)}, {plain(entry.company, 40)}" if entry.company else label(entry.stage)
    came = "a yes" if entry.came_true else "a no"
    return f"Guessed {entry.chance}%: {came}<br>{where}<br>{dates.short_day(entry.made_on)}"
