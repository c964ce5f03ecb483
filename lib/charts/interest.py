"""Interest around each interview of one application: what it was before, and what it is now."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.dumbbells import Dumbbell, Scale, dumbbells
from lib.charts.theme import nothing
from lib.dates import DateStyle
from lib.decide.mood import Interest, Mood
from lib.insight.result import ResultTable
from lib.palette import Palette

TITLE = "How much I wanted it"


def chart(result: Mood, palette: Palette, dates: DateStyle) -> Chart:
    """The chart of interest; if none was given it is empty, and the sentence explains it."""
    return Chart(
        TITLE,
        len(_rated(result)),
        figure(result, palette, dates=dates),
        result.sentence,
        alt(result, dates=dates),
        _table(result, dates=dates),
    )


def figure(result: Mood, palette: Palette, dates: DateStyle) -> go.Figure:
    """One row an interview, the first on top, from 0 to 10: an open dot before it, a filled one for the newest."""
    rated = _rated(result)
    if not rated:
        return nothing(palette)
    rows = [_row(one, dates=dates) for one in rated]
    return dumbbells(rows, ("before the interview", "after"), Scale(0, 10, (0, 2, 4, 6, 8, 10)), palette)


def alt(result: Mood, dates: DateStyle) -> str:
    """What the dots show, in sentences."""
    rated = _rated(result)
    if not rated:
        return "An empty chart: no interest was given."
    in_words = " ".join(f"{dates.spoken_day(one.on)}: {_in_words(one)}." for one in rated)
    return f"Dots from 0 to 10 by interview, before it and since. {in_words}"


def _rated(result: Mood) -> list[Interest]:
    return [one for one in result.interests if one.before is not None or one.now is not None]


def _row(one: Interest, dates: DateStyle) -> Dumbbell:
    since = "two days later" if one.later is not None else "right after"
    return Dumbbell(
        name=dates.day_and_month(one.on),
        aside=_in_words(one),
        open_at=one.before,
        filled_at=one.now,
        open_hover=f"{one.before} of 10 before",
        filled_hover=f"{one.now} of 10 {since}",
    )


def _in_words(one: Interest) -> str:
    parts = (("before", one.before), ("right after", one.after), ("two days later", one.later))
    return ", ".join(f"{value} {when}" for when, value in parts if value is not None)


def _table(result: Mood, dates: DateStyle) -> ResultTable:
    rows = tuple((dates.short_day(one.on), one.before, one.after, one.later) for one in _rated(result))
    return ResultTable(("Interview", "Before", "Right after", "Two days later"), rows)
