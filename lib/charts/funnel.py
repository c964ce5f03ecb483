"""How far it went: one bar a step, divided by what became of those who reached it."""

import plotly.graph_objects as go

from lib.charts.bars import Bar, Part, bars
from lib.charts.chart import Chart
from lib.charts.theme import nothing
from lib.english import counted
from lib.insight.funnel import FATES, Fate, Funnel, Step, fate_label
from lib.palette import Palette

_HATCH: dict[Fate, str] = {"went_on": "", "rejected": "/", "no_reply": ".", "withdrew": "x", "waiting": ""}


def chart(result: Funnel, palette: Palette) -> Chart:
    """The chart of the applications' or the interviews' way."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: Funnel, palette: Palette) -> go.Figure:
    """One bar a step or stage; what still waits is drawn open."""
    if not result.n:
        return nothing(palette)
    colours: dict[Fate, str | None] = {
        "went_on": palette.accent,
        "rejected": palette.violet,
        "no_reply": palette.cool,
        "withdrew": palette.warm,
        "waiting": None,
    }
    parts = [Part(fate_label(fate), colours[fate], _HATCH[fate]) for fate in FATES]
    return bars([_bar(result, step) for step in result.steps], parts, palette)


def alt(result: Funnel) -> str:
    """What the bars show, in sentences."""
    if not result.n:
        return f"An empty chart: no {result.of}s yet."
    steps = " ".join(f"{step.label}: {step.n}, {_fates_in_words(step)}." for step in result.steps)
    what = "step" if result.of == "application" else "stage"
    return f"Bars of {result.of}s by {what}, divided by outcome. {steps}"


def _fates_in_words(step: Step) -> str:
    return ", ".join(f"{fate_label(fate)} {count}" for fate, count in step.fates if count)


def _bar(result: Funnel, step: Step) -> Bar:
    hovers = tuple(f"{step.label}, {fate_label(fate)}: {counted(count, result.of)}" for fate, count in step.fates)
    return Bar(step.label, str(step.n), tuple(count for _, count in step.fates), hovers)
