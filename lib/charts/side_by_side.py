"""Options side by side: a row for each criterion, a mark of its own for each option."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.ranges import LONGEST_NAME, NAMES, row_name
from lib.charts.theme import blank, nothing, plain
from lib.decide.comparison import Comparison, RankedOption
from lib.decide.figures import points
from lib.english import listed, percent
from lib.insight.result import ResultTable
from lib.palette import Palette

_ROW = 34
_BELOW = 30
_LEGEND_ROW = 24
_SYMBOLS = ("circle", "diamond", "square", "triangle-up", "x", "star", "pentagon", "hexagon", "cross", "bowtie")
TITLE = "What each is better at"
_MUST = "must have"
_LANES = 0.3
"""How far apart, in rows, the marks of the first and the last option are, so that equal ones are both seen."""


def chart(compared: Comparison, palette: Palette) -> Chart:
    """The chart of a comparison."""
    drawing = figure(compared, palette)
    return Chart(TITLE, _drawn(compared), drawing, compared.sentence, alt(compared), _table(compared))


def _drawn(compared: Comparison) -> int:
    return sum(one.coverage.scored > 0 for one in compared.ranked_options)


def figure(compared: Comparison, palette: Palette) -> go.Figure:
    """Every option's scores from 0 to 100, the heaviest criterion first; what is not known has no mark.

    An upright line is a must-have.
    """
    if not _drawn(compared):
        return nothing(palette)
    order = _order(compared)
    entries = len(compared.ranked_options) + any(row.criterion.must_have is not None for row in compared.weights.rows)
    above = _LEGEND_ROW * (1 + (entries > 3)) + 12
    rows = len(order)
    drawing = blank(palette, above + _BELOW + _ROW * rows)
    drawing.update_layout(showlegend=True, margin={"l": NAMES, "r": 10, "t": above, "b": _BELOW})
    drawing.update_layout(legend={"traceorder": "normal"})
    for row, position in enumerate(order):
        _name(drawing, compared, row, position, palette)
    most = max(1, len(compared.ranked_options) - 1)
    for number, standing in enumerate(compared.ranked_options):
        _marks(drawing, standing, order, (number, _LANES * (number / most - 0.5)), palette)
    drawing.update_xaxes(range=[-4, 104], tickvals=[0, 25, 50, 75, 100])
    drawing.update_yaxes(range=[-rows + 0.5, 0.5], visible=False)
    return drawing


def alt(compared: Comparison) -> str:
    """What the marks show, in sentences."""
    if not _drawn(compared):
        return "An empty chart: nothing is scored yet."
    rows = " ".join(_in_words(compared, position) for position in _order(compared))
    return f"A mark for each option from 0 to 100, by criterion. {rows}"


def _table(compared: Comparison) -> ResultTable:
    """The same numbers, a row for each criterion."""
    options = [one.option for one in compared.ranked_options]
    rows = tuple(
        (row.criterion.name, percent(row.mine), *(option.scores[position].value for option in options))
        for position in _order(compared)
        for row in (compared.weights.rows[position],)
    )
    heads = ("Criterion", "Weight", *(option.label for option in options))
    return ResultTable(heads, rows)


def _order(compared: Comparison) -> list[int]:
    """The places of the criteria, the heaviest first."""
    return sorted(range(len(compared.weights.rows)), key=lambda position: -compared.weights.rows[position].mine)


def _in_words(compared: Comparison, position: int) -> str:
    row = compared.weights.rows[position]
    values = [f"{one.option.label} {_points(one.option.scores[position].value)}" for one in compared.ranked_options]
    return f"{row.criterion.name}, {percent(row.mine)} of the weight: {listed(values)}."


def _points(value: float | None) -> str:
    return "not known" if value is None else points(value)


def _name(drawing: go.Figure, compared: Comparison, row: int, position: int, palette: Palette) -> None:
    criterion = compared.weights.rows[position].criterion
    row_name(drawing, plain(criterion.name, LONGEST_NAME), -row)
    least = criterion.must_have
    if least is not None:
        line = {"color": palette.muted, "width": 2, "dash": "dot"}
        upright = {"x0": least, "x1": least, "y0": -row - 0.4, "y1": -row + 0.4}
        is_first = not drawing.layout.shapes
        drawing.add_shape(type="line", line=line, layer="below", name=_MUST, showlegend=is_first, **upright)


def _marks(
    drawing: go.Figure, standing: RankedOption, order: Sequence[int], position: tuple[int, float], palette: Palette
) -> None:
    number, lane = position
    option = standing.option
    values = [option.scores[position].value for position in order]
    names = [option.scores[position].criterion.name for position in order]
    known = [(row, value) for row, value in enumerate(values) if value is not None]
    drawing.add_scatter(
        x=[value for _, value in known],
        y=[-row - lane for row, _ in known],
        mode="markers",
        marker={
            "symbol": _SYMBOLS[number % len(_SYMBOLS)],
            "size": 11,
            "color": palette.categorical[number % len(palette.categorical)],
            "line": {"color": palette.page, "width": 1},
        },
        hovertext=[f"{plain(option.label, 40)}<br>{plain(names[row], 40)}: {points(value)}" for row, value in known],
        hoverinfo="text",
        name=plain(option.label, 28),
    )
