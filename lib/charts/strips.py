"""Interviews by group: a strip of dots for each, its average as an upright line."""

from collections import defaultdict

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading, hollow_marker
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.english import counted, spoken_day
from lib.insight.groups import Group, Groups
from lib.insight.scores import Scored
from lib.insight.wording import rating
from lib.palette import Palette
from lib.records.labels import label

_ROW = 70
_ABOVE = 34
_BELOW = 30
_STEP = 0.11
_HIGHEST = 0.27
_LINE = 0.12


def chart(result: Groups, palette: Palette) -> Chart:
    """The chart of the ratings by stage or by format."""
    return Chart.of(result, figure(result, palette), alt(result), result.caption)


def figure(result: Groups, palette: Palette) -> go.Figure:
    """One strip a group from 1 to 5, the group's name and numbers written above it."""
    if not result.n:
        return nothing(palette)
    rows = len(result.groups)
    drawing = blank(palette, _ABOVE + _BELOW + rows * _ROW)
    drawing.update_layout(showlegend=True, margin={"l": 10, "r": 10, "t": _ABOVE, "b": _BELOW})
    _dots(drawing, result, palette)
    _averages(drawing, result, palette)
    for row, group in enumerate(result.groups):
        heading(drawing, _name(group, palette), 0, -row + 0.2, xref="paper", yref="y", font={"size": SIZE})
    drawing.update_xaxes(range=[0.9, 5.1], tickvals=[1, 2, 3, 4, 5])
    drawing.update_yaxes(range=[-rows + 0.42, 0.6], visible=False)
    return drawing


def alt(result: Groups) -> str:
    """What the strips show, in sentences."""
    if not result.n:
        return "An empty chart: no ratings yet."
    strips = " ".join(_strip_in_words(group) for group in result.groups)
    return f"Strips of dots from 1 to 5 by {result.by}, one dot the mean rating of an interview. {strips}"


def _strip_in_words(group: Group) -> str:
    means = group.means
    hollow = f", and {group.hollow} hollow" if group.hollow and group.counted else ""
    memory = "" if group.counted else ", from memory"
    if len(means) == 1:
        return f"{group.label}: 1 interview, {rating(means[0])}{memory}{hollow}."
    return (
        f"{group.label}: {counted(len(means), 'interview')}, from {rating(min(means))} to {rating(max(means))}, "
        f"average {rating(group.average)}, median {rating(group.median)}{memory}{hollow}."
    )


def _dots(drawing: go.Figure, result: Groups, palette: Palette) -> None:
    placed = [
        (entry, row, rise)
        for row, group in enumerate(result.groups)
        for entry, rise in zip(group.interviews, _rises(group.interviews), strict=True)
    ]
    full = {"size": 9, "color": palette.accent, "line": {"color": palette.page, "width": 1}}
    kinds = ((False, full, "an interview"), (True, hollow_marker(palette, 9), "rated after you knew"))
    for hollow, marker, name in kinds:
        of_kind = [one for one in placed if one[0].is_hollow is hollow]
        if of_kind:
            drawing.add_scatter(
                x=[entry.mean for entry, _, _ in of_kind],
                y=[rise - row for _, row, rise in of_kind],
                mode="markers",
                marker=marker,
                hovertext=[_hover(entry) for entry, _, _ in of_kind],
                hoverinfo="text",
                name=name,
            )


def _averages(drawing: go.Figure, result: Groups, palette: Palette) -> None:
    several = [(row, group) for row, group in enumerate(result.groups) if len(group.counted) > 1]
    if not several:
        return
    drawing.add_scatter(
        x=[group.average for _, group in several],
        y=[-row - _LINE for row, _ in several],
        mode="markers",
        marker={"symbol": "line-ns", "size": 20, "line": {"color": palette.text, "width": 2}},
        hovertext=[f"{group.label}: {rating(group.average)} on average" for _, group in several],
        hoverinfo="text",
        name="the average",
    )


def _rises(interviews: tuple[Scored, ...]) -> list[float]:
    """How far each dot stands off its line, so that equal means lie beside each other instead of on top."""
    taken: dict[int, int] = defaultdict(int)
    rises = []
    for entry in interviews:
        column = round(entry.mean * 8)
        order = taken[column]
        taken[column] += 1
        side = -1 if order % 2 else 1
        rises.append(side * min(_HIGHEST, _STEP * ((order + 1) // 2)) - _LINE)
    return rises


def _name(group: Group, palette: Palette) -> str:
    return f"{group.label}  <span style='color:{palette.muted}'>{group.in_short}</span>"


def _hover(entry: Scored) -> str:
    company = f", {plain(entry.company, 40)}" if entry.company else ""
    lines = (
        f"{rating(entry.mean)} of 5, mean of {counted(len(entry.shown), 'rating')}",
        f"{label(entry.stage)}{company}",
        spoken_day(entry.on),
        *(("rated after you knew",) if entry.is_hollow else ()),
    )
    return "<br>".join(lines)
