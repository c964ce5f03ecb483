"""The yearly value of each offer: one bar per offer, its parts side by side, the costs to the left of nothing."""

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.decide.figures import money
from lib.decide.options import opening
from lib.decide.pay import Pay, PayOfAll
from lib.english import listed, mid_sentence
from lib.palette import Palette

_ROW = 58
_BELOW = 30
_LEGEND_ROW = 24


def chart(result: PayOfAll, palette: Palette) -> Chart:
    """The chart of the yearly pay."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: PayOfAll, palette: Palette) -> go.Figure:
    """The offers that can be compared from top to bottom, the most first, on one scale from 0."""
    rows = _comparable(result)
    if not rows:
        return nothing(palette)
    captions = tuple(dict.fromkeys(caption for _, pay in rows for caption, _ in pay.parts))
    above = _LEGEND_ROW * ((len(captions) + 1) // 2) + 12
    drawing = blank(palette, above + _BELOW + _ROW * len(rows))
    drawing.update_layout(barmode="relative", margin={"l": 8, "r": 8, "t": above, "b": _BELOW}, showlegend=True)
    drawing.update_layout(legend={"traceorder": "normal", "entrywidth": 95})
    for number, caption in enumerate(captions):
        _part(drawing, rows, caption, number, palette)
    for position, (name, pay) in enumerate(rows):
        amount = f"{money(pay.at_home or 0, plain(result.home, 12))}{_known(pay)}"
        aside = f"<span style='color:{palette.muted}'>{amount}</span>"
        words = f"{plain(name, 26)}  {aside}"
        heading(drawing, words, 0, -position + 0.08, xref="paper", yref="y", font={"size": SIZE})
    drawing.update_xaxes(tickformat=",", nticks=4, rangemode="tozero")
    drawing.update_yaxes(range=[-len(rows) + 0.5, 0.5], visible=False)
    return drawing


def alt(result: PayOfAll) -> str:
    """What the bars show, in sentences."""
    rows = _comparable(result)
    if not rows:
        return "An empty chart: no offer's pay is known yet."
    bars = " ".join(_in_words(name, pay, result.home) for name, pay in rows)
    return f"Bars of the yearly pay in parts, costs counted off. {bars}"


def _comparable(result: PayOfAll) -> list[tuple[str, Pay]]:
    pairs = zip(result.names, result.pays, strict=True)
    return [(opening(name), pay) for name, pay in pairs][: result.n]


def _in_words(name: str, pay: Pay, home: str) -> str:
    parts = listed([f"{mid_sentence(caption)} {money(amount)}" for caption, amount in pay.parts])
    amount = f"{money(pay.at_home or 0, home)}{_known(pay)}"
    return f"{name}: {amount}, of {parts}." if parts else f"{name}: nothing{_known(pay)}."


def _known(pay: Pay) -> str:
    return f" ({pay.known} known)" if pay.known else ""


def _part(drawing: go.Figure, rows: list[tuple[str, Pay]], caption: str, number: int, palette: Palette) -> None:
    amounts = [dict(pay.parts).get(caption, 0.0) for _, pay in rows]
    drawing.add_bar(
        x=amounts,
        y=[-position - 0.14 for position in range(len(rows))],
        width=0.4,
        orientation="h",
        name=plain(caption.partition(",")[0], 24),
        marker={
            "color": palette.categorical[number % len(palette.categorical)],
            "line": {"color": palette.page, "width": 1},
            "pattern": {"shape": "/" if caption == "Costs" else ""},
        },
        hovertext=[
            f"{plain(name, 40)}<br>{caption}: {money(amount)}" for (name, _), amount in zip(rows, amounts, strict=True)
        ],
        hoverinfo="text",
    )
