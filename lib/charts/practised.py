"""How topics went when they were asked for real, before they were practised and after."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.dumbbells import Dumbbell, Scale, dumbbells
from lib.charts.theme import nothing, plain
from lib.english import one_line
from lib.insight.wording import rating
from lib.palette import Palette
from lib.practice.results import BeforeAfter, TopicChange

_LONGEST = 42


def chart(result: BeforeAfter, palette: Palette) -> Chart:
    """The chart of the ratings before and after practice."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: BeforeAfter, palette: Palette) -> go.Figure:
    """One row a topic, from 1 to 5: an open dot before it was practised, a filled one after."""
    if not result.n:
        return nothing(palette)
    rows = [_row(topic) for topic in result.topics]
    return dumbbells(rows, ("before practice", "after"), Scale(1, 5, (1, 2, 3, 4, 5)), palette)


def alt(result: BeforeAfter) -> str:
    """What the dots show, in sentences."""
    if not result.n:
        return "An empty chart: no question was rated both before and after practice."
    topics = " ".join(
        f"“{one_line(one.card.text, _LONGEST)}”: {rating(one.before)} before, {rating(one.after)} after."
        for one in result.topics
    )
    return f"Dots from 1 to 5 by question, before practice and after. {topics}"


def _row(topic: TopicChange) -> Dumbbell:
    text = plain(topic.card.text, _LONGEST)
    return Dumbbell(
        name=text,
        aside="",
        open_at=topic.before,
        filled_at=topic.after,
        open_hover=f"{text}<br>{rating(topic.before)} of 5 before practice",
        filled_hover=f"{text}<br>{rating(topic.after)} of 5 after",
    )
