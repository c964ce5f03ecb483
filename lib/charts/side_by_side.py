"""Options side by side: a row for the whole and one for each criterion, a mark of its own for each option."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.decide.comparison import Comparison, Standing
from lib.decide.figures import points
from lib.english import listed, percent
from lib.insight.result import Table
from lib.palette import Palette

_ROW = 52
_BELOW = 30
_LEGEND_ROW = 24
_RISE = 0.2
_SYMBOLS = ("circle", "diamond", "square", "triangle-up", "x", "star", "pentagon", "hexagon", "cross", "bowtie")
_FIRST_ROW = "Altogether"
_MUST = "must have"
_LANES = 0.16
"""How far apart, in rows, the marks of the first and the last option stand, so that equal ones are both seen."""


def chart(compared: Comparison, palette: Palette) -> Chart:
    """The chart of a comparison."""
    drawing = figure(compared, palette)
    return Chart(compared.title, _drawn(compared), drawing, compared.sentence, alt(compared), _table(compared))


def _drawn(compared: Comparison) -> int:
    return sum(one.known.scored > 0 for one in compared.standings)


def figure(compared: Comparison, palette: Palette) -> go.Figure:
    """Every option's total and its scores from 0 to 100, the heaviest criterion first; what is not known has no mark,
    and no total where too little is.

    An upright line is a must-have.
    """
    if not _drawn(compared):
        return nothing(palette)
    order = _order(compared)
    entries = len(compared.standings) + any(row.criterion.must_have is not None for row in compared.weights.rows)
    above = _LEGEND_ROW * (1 + (entries > 3)) + 12
    rows = 1 + len(order)
    drawing = blank(palette, above + _BELOW + _ROW * rows)
    drawing.update_layout(showlegend=True, margin={"l": 10, "r": 10, "t": above, "b": _BELOW})
    drawing.update_layout(legend={"traceorder": "normal"})
    totals = ", ".join(points(one.total) for one in compared.standings if one.total is not None)
    words = f"{totals} of 100" if totals else "too early for a number"
    aside = f"<span style='color:{palette.muted}'>{words}</span>"
    heading(drawing, f"<b>{_FIRST_ROW}</b>  {aside}", 0, 0.02, xref="paper", yref="y", font={"size": SIZE})
    for row, place in enumerate(order, start=1):
        _name(drawing, compared, row, place, palette)
    most = max(1, len(compared.standings) - 1)
    for number, standing in enumerate(compared.standings):
        _marks(drawing, standing, order, (number, _LANES * (number / most - 0.5)), palette)
    drawing.update_xaxes(range=[-4, 104], tickvals=[0, 25, 50, 75, 100])
    drawing.update_yaxes(range=[-rows + 0.5, 0.6], visible=False)
    return drawing


def alt(compared: Comparison) -> str:
    """What the marks show, in sentences."""
    if not _drawn(compared):
        return "An empty chart: nothing is scored yet."
    rows = " ".join(_in_words(compared, place) for place in _order(compared))
    totals = listed([f"{one.option.label} {_total(one)}" for one in compared.standings])
    return f"A mark for each option from 0 to 100, altogether and by criterion. Altogether: {totals}. {rows}"


def _table(compared: Comparison) -> Table:
    """The same numbers: a row for the whole, then one for each criterion."""
    options = [one.option for one in compared.standings]
    totals = (None if one.total is None else round(one.total, 1) for one in compared.standings)
    rows = tuple(
        (row.criterion.name, percent(row.mine), *(option.scores[place].value for option in options))
        for place in _order(compared)
        for row in (compared.weights.rows[place],)
    )
    heads = ("Criterion", "Weight", *(option.label for option in options))
    return Table(heads, ((_FIRST_ROW, "", *totals), *rows))


def _order(compared: Comparison) -> list[int]:
    """The places of the criteria, the heaviest first."""
    return sorted(range(len(compared.weights.rows)), key=lambda place: -compared.weights.rows[place].mine)


def _in_words(compared: Comparison, place: int) -> str:
    row = compared.weights.rows[place]
    values = [f"{one.option.label} {_points(one.option.scores[place].value)}" for one in compared.standings]
    return f"{row.criterion.name}, {percent(row.mine)} of the weight: {listed(values)}."


def _points(value: float | None) -> str:
    return "not known" if value is None else points(value)


def _total(standing: Standing) -> str:
    return "too early for a number" if standing.is_early else _points(standing.total)


def _name(drawing: go.Figure, compared: Comparison, row: int, place: int, palette: Palette) -> None:
    weight = compared.weights.rows[place]
    aside = f"<span style='color:{palette.muted}'>{percent(weight.mine)} of the weight</span>"
    name = f"{plain(weight.criterion.name, 28)}  {aside}"
    heading(drawing, name, 0, -row + 0.02, xref="paper", yref="y", font={"size": SIZE})
    least = weight.criterion.must_have
    if least is not None:
        line = {"color": palette.muted, "width": 2, "dash": "dot"}
        upright = {"x0": least, "x1": least, "y0": -row - 0.4, "y1": -row - 0.02}
        is_first = not drawing.layout.shapes
        drawing.add_shape(type="line", line=line, layer="below", name=_MUST, showlegend=is_first, **upright)


def _marks(
    drawing: go.Figure, standing: Standing, order: Sequence[int], place: tuple[int, float], palette: Palette
) -> None:
    number, lane = place
    option = standing.option
    values = [standing.total, *(option.scores[place].value for place in order)]
    names = [_FIRST_ROW, *(option.scores[place].criterion.name for place in order)]
    known = [(row, value) for row, value in enumerate(values) if value is not None]
    drawing.add_scatter(
        x=[value for _, value in known],
        y=[-row - _RISE - lane for row, _ in known],
        mode="markers",
        marker={
            "symbol": _SYMBOLS[number % len(_SYMBOLS)],
            "size": [15 if row == 0 else 11 for row, _ in known],
            "color": palette.categorical[number % len(palette.categorical)],
            "line": {"color": palette.page, "width": 1},
        },
        hovertext=[f"{plain(option.label, 40)}<br>{plain(names[row], 40)}: {points(value)}" for row, value in known],
        hoverinfo="text",
        name=plain(option.label, 28),
    )
