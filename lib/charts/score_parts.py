"""The Brier score as steps: from always guessing the same, through what was gained and lost, to my score."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading
from lib.charts.theme import SIZE, blank, nothing
from lib.insight.forecasts.forecast import BrierScore
from lib.insight.forecasts.parts import ScoreParts
from lib.palette import Palette

_ROW = 50
_ABOVE = 6
_BELOW = 26

_Step = tuple[str, str, float, float]
"""A row: its name, a note beside it, and where its bar begins and ends."""


def chart(result: ScoreParts, palette: Palette) -> Chart:
    """The chart of the parts of the score."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: ScoreParts, palette: Palette) -> go.Figure:
    """One bar a part, each beginning where the one above ends; the last is the score. 0 is perfect."""
    if result.score is None:
        return nothing(palette)
    steps = _steps(result.score)
    drawing = blank(palette, _ABOVE + _BELOW + _ROW * len(steps))
    drawing.update_layout(showlegend=False, bargap=0, margin={"l": 10, "r": 18, "t": _ABOVE, "b": _BELOW})
    colours = [palette.cool, palette.accent, palette.warm, palette.accent]
    for position, ((name, aside, begin, end), colour) in enumerate(zip(steps, colours, strict=True)):
        drawing.add_bar(
            x=[abs(end - begin)],
            base=[min(begin, end)],
            y=[-position - 0.2],
            width=0.26,
            orientation="h",
            marker={"color": colour},
            hovertext=[f"{name}: {aside}"],
            hoverinfo="text",
            name=name,
        )
        words = f"{name}  <span style='color:{palette.muted}'>{aside}</span>"
        heading(drawing, words, 0, -position, xref="paper", yref="y", font={"size": SIZE})
    most = max(end for _, _, _, end in steps) or 0.25
    drawing.update_xaxes(range=[0, most * 1.1], tickformat=".2f", nticks=6)
    drawing.update_yaxes(range=[0.5 - len(steps), 0.5], visible=False)
    return drawing


def alt(result: ScoreParts) -> str:
    """What the bars show, in sentences."""
    if result.score is None:
        return "An empty chart: no score yet."
    steps = " ".join(f"{name}: {aside}." for name, aside, _, _ in _steps(result.score))
    return f"Bars that lead from one Brier score to another; 0 is perfect. {steps}"


def _steps(score: BrierScore) -> Sequence[_Step]:
    parts = score.parts
    told_apart = parts.uncertainty - parts.discrimination
    return (
        ("Saying the same each time", f"{parts.uncertainty:.2f}", 0.0, parts.uncertainty),
        ("Telling them apart", f"{parts.discrimination:.2f} gained", parts.uncertainty, told_apart),
        ("Being off", f"{parts.miscalibration:.2f} lost", told_apart, score.brier),
        ("Your score", f"{score.brier:.2f}, and 0 is perfect", 0.0, score.brier),
    )
