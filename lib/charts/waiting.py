"""How many still answer by days without a reply, with the likely range, and where each that waits is on it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.theme import SIZE, band, blank, nothing, plain
from lib.english import counted, percent
from lib.insight.result import ResultTable
from lib.insight.waiting.response_times import NO_REPLY_BELOW, SilentDay, Waiting, WaitingProcess
from lib.insight.wording import likely_between
from lib.palette import Palette

ASSUMED_TITLE = "What if I go by an assumption?"
_HEIGHT = 180
_LEGEND_ROW = 24
_MARKS = (0, 7, 14, 28, 42, 60)


def chart(result: Waiting, palette: Palette) -> Chart:
    """The chart of my own answer times; without enough of them there is no chart, and the sentence tells what is
    missing."""
    n = result.n if result.curve else 0
    return Chart(result.title, n, figure(result, palette), result.sentence, alt(result), result.table)


def assumed(result: Waiting, palette: Palette) -> Chart:
    """The same before any own answer: an assumption, for those who ask for it."""
    words = _curve_in_words(result.assumption)
    table = ResultTable(
        ("Days without a reply", "Still answer, %"),
        tuple((entry.day, round(100 * entry.chance)) for entry in result.assumption if entry.day % 7 == 0),
    )
    drawing = _drawn(result.assumption, result.processes, palette)
    alt_text = f"An assumed curve of how many still answer by days without a reply. {words}"
    return Chart(ASSUMED_TITLE, 1, drawing, result.assumption_sentence, alt_text, table)


def figure(result: Waiting, palette: Palette) -> go.Figure:
    """From left to right days of silence, upwards the chance still to hear in percent; a dot for each that waits."""
    if not result.curve:
        return nothing(palette)
    drawing = _drawn(result.curve, result.processes, palette)
    _no_reply_line(drawing, result.curve[-1].day, palette)
    return drawing


def alt(result: Waiting) -> str:
    """What the curve and the dots show, in sentences."""
    if not result.curve:
        return "An empty chart: no curve yet."
    waits = " ".join(entry.sentence for entry in result.processes)
    words = _curve_in_words(result.curve)
    return f"A falling curve of how many still answer by days without a reply, with its range. {words} {waits}".strip()


def _curve_in_words(curve: Sequence[SilentDay]) -> str:
    said = [f"{percent(curve[day].chance)} on day {day}" for day in _MARKS if day < len(curve)]
    return f"{', '.join(said)}."


def _drawn(curve: Sequence[SilentDay], processes: Sequence[WaitingProcess], palette: Palette) -> go.Figure:
    above = _LEGEND_ROW * (2 + bool(processes)) + 8
    drawing = blank(palette, _HEIGHT + above)
    drawing.update_layout(showlegend=True, margin={"l": 8, "r": 16, "t": above, "b": 8})
    drawing.update_layout(legend={"traceorder": "normal", "orientation": "v"})
    days = [entry.day for entry in curve]
    band(drawing, [(entry.day, 100 * entry.low, 100 * entry.high) for entry in curve], palette.accent)
    drawing.add_scatter(
        x=days,
        y=[100 * entry.chance for entry in curve],
        mode="lines",
        line={"color": palette.accent, "width": 2},
        hovertext=[_hover(entry) for entry in curve],
        hoverinfo="text",
        name="still answer, with the likely range",
    )
    _waits(drawing, curve, processes, palette)
    title = {"text": "days without a reply", "font": {"color": palette.muted, "size": SIZE - 1}, "standoff": 6}
    drawing.update_xaxes(range=[-1, days[-1] + 1], tickvals=list(_MARKS), title=title)
    marks = [0, 25, 50, 75, 100]
    drawing.update_yaxes(range=[0, 104], tickvals=marks, ticktext=[f"{mark}%" for mark in marks])
    return drawing


def _no_reply_line(drawing: go.Figure, last: int, palette: Palette) -> None:
    """Under this line 'no reply' is suggested."""
    at = 100 * NO_REPLY_BELOW
    line = {"color": palette.muted, "width": 1, "dash": "dot"}
    name = f"below {round(at)}%: few still answer"
    drawing.add_scatter(x=[0, last], y=[at, at], mode="lines", line=line, hoverinfo="skip", hovertext=[], name=name)


def _waits(
    drawing: go.Figure, curve: Sequence[SilentDay], processes: Sequence[WaitingProcess], palette: Palette
) -> None:
    if not processes:
        return
    places = [min(entry.days, len(curve) - 1) for entry in processes]
    drawing.add_scatter(
        x=places,
        y=[100 * curve[position].chance for position in places],
        mode="markers",
        marker={"size": 11, "color": palette.warm, "line": {"color": palette.page, "width": 1.5}},
        hovertext=[f"{plain(entry.company, 40)}: {counted(entry.days, 'day')} without a reply" for entry in processes],
        hoverinfo="text",
        name="you are here",
    )


def _hover(entry: SilentDay) -> str:
    return (
        f"Day {entry.day}: {percent(entry.chance)} still answer<br>"
        f"{likely_between(percent(entry.low), percent(entry.high))}"
    )
