"""Practice by day: how many questions were tried, and how many of them came."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.theme import blank, nothing
from lib.dates import DateStyle
from lib.english import counted
from lib.palette import Palette
from lib.practice.results import ReviewDay, ReviewsByDay

_HEIGHT = 190
_ABOVE = 34


def chart(result: ReviewsByDay, palette: Palette, dates: DateStyle) -> Chart:
    """The chart of the reviews by day."""
    return Chart.of(result, figure(result, palette, dates=dates), alt(result, dates=dates))


def figure(result: ReviewsByDay, palette: Palette, dates: DateStyle) -> go.Figure:
    """One bar a day; the lower part came well, the upper one did not."""
    if not result.n:
        return nothing(palette)
    drawing = blank(palette, _HEIGHT)
    drawing.update_layout(barmode="stack", bargap=0.25, showlegend=True, legend={"traceorder": "normal"})
    drawing.update_layout(margin={"l": 8, "r": 8, "t": _ABOVE, "b": 8})
    days = [day.on for day in result.days]
    hovers = [_hover(day, dates=dates) for day in result.days]
    well = {"color": palette.accent}
    rest = {
        "color": palette.cool,
        "pattern": {"shape": "/", "bgcolor": palette.cool, "fgcolor": palette.page, "size": 6, "solidity": 0.2},
    }
    drawing.add_bar(
        x=days, y=[day.well for day in result.days], name="OK or easy", marker=well, hovertext=hovers, hoverinfo="text"
    )
    drawing.add_bar(
        x=days,
        y=[day.reviews - day.well for day in result.days],
        name="Hard or forgot",
        marker=rest,
        hovertext=hovers,
        hoverinfo="text",
    )
    most = max(day.reviews for day in result.days)
    drawing.update_yaxes(range=[0, most * 1.08], dtick=max(1, round(most / 4)))
    drawing.update_xaxes(tickformat=dates.axis_format, nticks=5, showgrid=False)
    return drawing


def alt(result: ReviewsByDay, dates: DateStyle) -> str:
    """What the bars show, in sentences."""
    if not result.n:
        return f"An empty chart: no practice in the last {len(result.days)} days."
    days = "; ".join(_in_words(day, dates=dates) for day in result.days if day.reviews)
    return f"Bars of the questions tried on each of {len(result.days)} days. {days}."


def _in_words(day: ReviewDay, dates: DateStyle) -> str:
    return f"{dates.spoken_day(day.on)}, {counted(day.reviews, 'question')}, {day.well} of them came"


def _hover(day: ReviewDay, dates: DateStyle) -> str:
    minutes = f"<br>{round(day.minutes)} minutes" if day.minutes else ""
    return f"{dates.spoken_day(day.on)}<br>{counted(day.reviews, 'question')}, {day.well} of them came{minutes}"
