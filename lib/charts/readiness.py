"""How far the questions in practice are, by kind: ready, shaky and not practised."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.bars import Bar, Part, bars
from lib.charts.chart import Chart
from lib.charts.theme import nothing
from lib.english import counted
from lib.palette import Palette
from lib.practice.results import HowReady, KindReady


def chart(result: HowReady, palette: Palette) -> Chart:
    """The chart of how ready I am, by kind."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: HowReady, palette: Palette) -> go.Figure:
    """One bar a kind: ready, shaky, not practised."""
    if not result.n:
        return nothing(palette)
    parts = (Part("Ready", palette.accent), Part("Shaky", palette.warm, "."), Part("New", None))
    return bars([_bar(kind, parts) for kind in result.kinds], parts, palette)


def alt(result: HowReady) -> str:
    """What the bars show, in sentences."""
    if not result.n:
        return "An empty chart: there is nothing to practise yet."
    kinds = " ".join(f"{kind.label}, {counted(kind.n, 'question')}: {kind.counts}." for kind in result.kinds)
    return f"Bars of questions by kind, divided into ready, shaky and not practised. {kinds}"


def _bar(kind: KindReady, parts: Sequence[Part]) -> Bar:
    shares = (kind.ready, kind.shaky, kind.unpractised)
    hovers = tuple(
        f"{kind.label}, {part.label.lower()}: {counted(share, 'question')}"
        for part, share in zip(parts, shares, strict=True)
    )
    return Bar(kind.label, counted(kind.n, "question"), shares, hovers)
