"""How often each option comes first when weights and scores are shaken."""

import plotly.graph_objects as go

from lib.charts.bars import Bar, Part, bars
from lib.charts.chart import Chart
from lib.charts.theme import nothing, plain
from lib.decide.stability import Share, Stability
from lib.english import listed, percent
from lib.palette import Palette


def chart(result: Stability, palette: Palette) -> Chart:
    """The chart of how sure the order is."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: Stability, palette: Palette) -> go.Figure:
    """A bar of 100 for each option: its part is how often it comes first."""
    if not result.n:
        return nothing(palette)
    parts = (Part("comes first", palette.accent), Part("another one does", None))
    rows = [Bar(plain(one.option.label, 30), percent(one.first), _parts(one), _hovers(one)) for one in _ordered(result)]
    return bars(rows, parts, palette).update_layout(legend={"entrywidth": 120})


def alt(result: Stability) -> str:
    """What the bars show, in sentences."""
    if not result.n:
        return "An empty chart: no first places can be counted yet."
    shares = listed([f"{one.option.label} in {percent(one.first)}" for one in _ordered(result)])
    return f"Bars of how often each option comes first. {shares}."


def _ordered(result: Stability) -> list[Share]:
    return sorted(result.shares, key=lambda one: -one.first)


def _parts(one: Share) -> tuple[float, float]:
    """The exact lengths, so that a bar is never full or empty where the words say 'over 99%' or 'under 1%'."""
    return 100 * one.first, 100 * (1 - one.first)


def _hovers(one: Share) -> tuple[str, str]:
    name = plain(one.option.label, 40)
    return f"{name} comes first in {percent(one.first)}", f"another one comes first in {percent(1 - one.first)}"
