"""How sure I was of my decisions against how often I called them right: two dots a range of confidence."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.dumbbells import Dumbbell, Scale, dumbbells
from lib.charts.theme import nothing
from lib.decide.confidence import Confidence, ConfidenceGroup
from lib.english import counted, percent
from lib.palette import Palette


def chart(result: Confidence, palette: Palette) -> Chart:
    """The chart of confidence against verdicts; below ten decisions with both it is empty, and the sentence explains
    it."""
    return Chart(
        title=result.title,
        n=sum(group.n for group in result.groups),
        figure=figure(result, palette),
        sentence=result.sentence,
        alt=alt(result),
        table=result.table,
    )


def figure(result: Confidence, palette: Palette) -> go.Figure:
    """An open dot for the mean confidence, a filled one for the share that was called right, in percent."""
    if not result.groups:
        return nothing(palette)
    rows = [_row(group) for group in result.groups]
    return dumbbells(rows, ("how sure", "how right"), Scale(0, 100, (0, 25, 50, 75, 100), "%"), palette)


def alt(result: Confidence) -> str:
    """What the dots show, in sentences."""
    if not result.groups:
        return "An empty chart: no confidence can be compared with verdicts yet."
    in_words = " ".join(
        f"{group.label}, {counted(group.n, 'decision')}: {percent(group.confidence)} sure on average, "
        f"{percent(group.right)} right."
        for group in result.groups
    )
    return f"Dots from 0% to 100% by range of confidence. {in_words}"


def _row(group: ConfidenceGroup) -> Dumbbell:
    could = f"by chance anywhere from {percent(group.low)} to {percent(group.high)}"
    return Dumbbell(
        name=f"{group.label} sure",
        aside=counted(group.n, "decision"),
        open_at=100 * group.confidence,
        filled_at=100 * group.right,
        open_hover=f"{percent(group.confidence)} sure on average",
        filled_hover=f"{percent(group.right)} right, {could}",
    )
