"""What share went on from each step, with its interval."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.theme import nothing
from lib.charts.whiskers import Ruler, Whisker, whiskers
from lib.insight.funnel import FEWEST_FOR_SHARE, Funnel, Step
from lib.palette import Palette

_TITLES = {
    "application": "What share of my applications went on?",
    "interview": "What share of my interviews went on?",
}


def chart(result: Funnel, palette: Palette) -> Chart:
    """The chart of the shares; a step with fewer than five answers has its counts and no mark."""
    shares = [step.conversion for step in result.steps if step.conversion]
    n = sum(share.n for share in shares)
    drawing = figure(result, palette) if n else nothing(palette)
    return Chart(_TITLES[result.of], n, drawing, sentence(result), alt(result), result.conversions)


def sentence(result: Funnel) -> str:
    """The shares in words, with what they leave out."""
    said = [step.conversion_sentence for step in result.steps if step.conversion]
    if not said:
        return "No outcome yet."
    return f"{' '.join(said)} What waits, and what you withdrew from, is left out."


def figure(result: Funnel, palette: Palette) -> go.Figure:
    """One row a step, from 0% to 100%: a dot at the share, a line over its 80% interval."""
    marks = (0, 25, 50, 75, 100)
    ruler = Ruler(-2, 102, marks, [f"{mark}%" for mark in marks], "of those answered, the share that went on")
    return whiskers([_row(step) for step in result.steps], ruler, palette)


def alt(result: Funnel) -> str:
    """What the dots and lines show, in sentences."""
    answered = [step for step in result.steps if step.conversion]
    if not answered:
        return "An empty chart: nothing was answered yet."
    return f"Shares that went on, each with its 80% interval. {' '.join(step.conversion_sentence for step in answered)}"


def _row(step: Step) -> Whisker:
    share = step.conversion
    if share is None:
        return Whisker(step.label, "nothing answered yet", None, 0, 0, "")
    aside = f"{share.yes} of {share.n}"
    if share.n < FEWEST_FOR_SHARE:
        return Whisker(step.label, f"{aside}", None, 0, 0, "")
    return Whisker(
        name=step.label,
        aside=aside,
        at=100 * share.estimate,
        low=100 * share.low,
        high=100 * share.high,
        hover=step.conversion_sentence,
    )
