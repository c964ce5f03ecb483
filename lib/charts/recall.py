"""Expected recall of what is in practice, by kind of question: now, and on the interview day without more practice."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.dumbbells import Dumbbell, Scale, dumbbells
from lib.charts.theme import Palette, nothing
from lib.insight.wording import counted, percent
from lib.practice.results import ExpectedRecall, KindRecall


def chart(result: ExpectedRecall, palette: Palette) -> Chart:
    """The chart of the expected recall by kind."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: ExpectedRecall, palette: Palette) -> go.Figure:
    """One row a kind, from 0 to 100 percent: a filled dot for now, an open one for the day."""
    if not result.n:
        return nothing(palette)
    rows = [_row(kind) for kind in result.kinds]
    names = ("on the interview day, without more practice", "now")
    return dumbbells(rows, names, Scale(0, 100, (0, 25, 50, 75, 100), " %"), palette)


def alt(result: ExpectedRecall) -> str:
    """What the dots show, in sentences."""
    if not result.n:
        return "An empty chart: no question is in practice."
    return f"Dots from 0 to 100 percent by kind of question. {' '.join(_in_words(kind) for kind in result.kinds)}"


def _in_words(kind: KindRecall) -> str:
    then = "" if kind.then is None else f", {percent(kind.then)} on the interview day without more practice"
    return f"{kind.label}, {counted(kind.n, 'question')}: {percent(kind.now)} now{then}."


def _row(kind: KindRecall) -> Dumbbell:
    then = None if kind.then is None else 100 * kind.then
    return Dumbbell(
        name=kind.label,
        aside=f"{counted(kind.n, 'question')}, {percent(kind.now)} now",
        open_at=then,
        filled_at=100 * kind.now,
        open_hover="" if kind.then is None else f"{kind.label}: {percent(kind.then)} on the interview day",
        filled_hover=f"{kind.label}: {percent(kind.now)} now",
    )
