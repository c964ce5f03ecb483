"""My ratings over time, one dot an interview: its shape is the outcome, its fill when it was rated. Never joined."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

import plotly.graph_objects as go

from lib.charts.chart import Chart, hollow_marker
from lib.charts.theme import SIZE, band, blank, nothing, plain
from lib.dates import DateStyle
from lib.english import counted, month_of
from lib.insight.overview.dots import MARK_LABELS, InterviewDot, Mark
from lib.insight.overview.getting_better import GettingBetter, Slope
from lib.insight.result import ResultTable
from lib.insight.wording import rating
from lib.palette import Palette

HEIGHT = 250
SHAPES: dict[Mark, tuple[str, int]] = {"moved_on": ("circle", 10), "no": ("square", 9), "open": ("diamond", 9)}
"""The symbol of each outcome and its size, in pixels."""
_LEGEND = 30
_DATES = 24
_MARGIN = timedelta(days=2)
_WIDE = 40
"""How many dots have room beside each other."""


def chart(result: GettingBetter, palette: Palette, height: int = HEIGHT, *, dates: DateStyle) -> Chart:
    """The chart of my ratings. A click on a dot gives the interview's id."""
    caption = result.mine.caption
    described = " ".join(filter(None, (alt(result, dates=dates), caption)))
    drawing = figure(result, palette, height, dates=dates)
    return Chart(
        result.title, result.n, drawing, result.conclusion.headline, described, table(result, dates=dates), caption
    )


def figure(result: GettingBetter, palette: Palette, height: int = HEIGHT, *, dates: DateStyle) -> go.Figure:
    """The dots at their days on the scale of 1 to 5, what came before them as a mean a month, and the line at the
    average."""
    if not result.n:
        return nothing(palette)
    drawing = blank(palette, height)
    drawing.update_layout(showlegend=True, margin={"l": 8, "r": 12, "t": _LEGEND, "b": _DATES})
    if result.slope:
        _slope(drawing, result, result.slope, palette)
    elif result.level is not None:
        _level(drawing, result, palette)
    _months(drawing, result, palette)
    first, last = _ends(result)
    margin = max(_MARGIN, (last - first) // 40)
    at = _places(result.dots, (last - first + 2 * margin) / _WIDE)
    for mark in MARK_LABELS:
        shown = [dot for dot in result.dots if dot.mark == mark and not dot.afterwards]
        _dots(drawing, shown, at, mark, palette, dates=dates)
    _hollow(drawing, [dot for dot in result.dots if dot.afterwards], at, palette, dates=dates)
    drawing.update_yaxes(range=[0.8, 5.2], tickvals=[1, 2, 3, 4, 5])
    drawing.update_xaxes(
        range=[(first - margin).isoformat(), (last + margin).isoformat()],
        showticklabels=False,
        showgrid=False,
        type="date",
    )
    _dates(drawing, first, last, palette, dates=dates)
    return drawing


def _places(dots: Sequence[InterviewDot], width: timedelta) -> dict[str, datetime]:
    """Where each dot is on the time axis: at its day, beside those of the same day and rating, so that none hides."""
    places: dict[str, datetime] = {}
    together: Counter[tuple[date, float | None]] = Counter()
    for dot in dots:
        same = dot.on, dot.rating
        places[dot.interview_id] = datetime.combine(dot.on, time()) + together[same] * width
        together[same] += 1
    return places


def _dates(drawing: go.Figure, first: date, last: date, palette: Palette, dates: DateStyle) -> None:
    """The first and the last day as text: Plotly drops a tick label that would reach beyond the axis."""
    ends = [(first, 0.0, "left"), (last, 1.0, "right")] if last > first else [(first, 0.5, "center")]
    for day, x, anchor in ends:
        drawing.add_annotation(
            text=dates.short_day(day, last),
            x=x,
            xanchor=anchor,
            xref="paper",
            y=0,
            yref="paper",
            yanchor="top",
            yshift=-2,
            showarrow=False,
            font={"size": SIZE - 1, "color": palette.muted},
        )


def alt(result: GettingBetter, dates: DateStyle) -> str:
    """What the dots show, in sentences."""
    if not result.n:
        return "An empty chart: no ratings yet."
    first, last = _ends(result)
    kinds = (
        (sum(dot.mark == mark for dot in result.dots), f"{shape}s {MARK_LABELS[mark]}")
        for mark, (shape, _) in SHAPES.items()
    )
    shapes = ", ".join(f"{count} {what}" for count, what in kinds if count)
    average = f" The average is {rating(result.level)}." if result.level is not None else ""
    dots = f"{counted(result.n, 'dot')} on a scale from 1 to 5, one an interview, {dates.period(first, last)}"
    return f"{dots}: {shapes}.{average}"


def table(result: GettingBetter, dates: DateStyle) -> ResultTable:
    """Every dot as a row."""
    rows = tuple(
        (dates.short_day(dot.on), dot.company, dot.type, dot.outcome_phrase, round(dot.rating or 0, 2), _when(dot))
        for dot in result.dots
    )
    return ResultTable(("Day", "Company", "Type", "Outcome", "My rating", "Rated after you knew"), rows)


def _when(dot: InterviewDot) -> str:
    return "yes" if dot.afterwards else ""


def _ends(result: GettingBetter) -> tuple[date, date]:
    days = [month.first for month in result.months] + [dot.on for dot in result.dots]
    return min(days), max(days)


def _dots(
    drawing: go.Figure,
    dots: Sequence[InterviewDot],
    at: Mapping[str, datetime],
    mark: Mark,
    palette: Palette,
    dates: DateStyle,
) -> None:
    symbol, size = SHAPES[mark]
    outline = {"color": palette.page, "width": 1}
    marker = {"symbol": symbol, "size": size, "color": colour_of(mark, palette), "line": outline}
    _scatter(drawing, dots, at, marker, MARK_LABELS[mark], dates=dates)


def _hollow(
    drawing: go.Figure, dots: Sequence[InterviewDot], at: Mapping[str, datetime], palette: Palette, dates: DateStyle
) -> None:
    """Grey and hollow, in the shape of its outcome."""
    marker = hollow_marker(palette, 9) | {"symbol": [f"{SHAPES[dot.mark][0]}-open" for dot in dots]}
    _scatter(drawing, dots, at, marker, "rated after you knew", dates=dates)


def _scatter(
    drawing: go.Figure,
    dots: Sequence[InterviewDot],
    at: Mapping[str, datetime],
    marker: dict[str, object],
    name: str,
    dates: DateStyle,
) -> None:
    if dots:
        drawing.add_scatter(
            x=[at[dot.interview_id].isoformat() for dot in dots],
            y=[dot.rating for dot in dots],
            mode="markers",
            marker=marker,
            hovertext=[hover(dot, dates=dates) for dot in dots],
            hoverinfo="text",
            customdata=[dot.interview_id for dot in dots],
            name=name,
            cliponaxis=False,
            unselected={"marker": {"opacity": 1}},
        )


def colour_of(mark: Mark, palette: Palette) -> str:
    """The shade of an outcome."""
    return {"moved_on": palette.accent, "no": palette.muted, "open": palette.cool}[mark]


def hover(dot: InterviewDot, dates: DateStyle) -> str:
    """Company, type, value and outcome of a dot."""
    value = f"{rating(dot.rating)} of 5" if dot.rating is not None else "not rated"
    where = ", ".join(filter(None, (plain(dot.company, 40), plain(dot.type, 40))))
    after = "rated after you knew" if dot.afterwards else ""
    return "<br>".join(filter(None, (where, f"{value}, {dot.outcome_phrase}", dates.spoken_day(dot.on), after)))


def _months(drawing: go.Figure, result: GettingBetter, palette: Palette) -> None:
    if result.months:
        drawing.add_scatter(
            x=[month.first.replace(day=15).isoformat() for month in result.months],
            y=[month.rating for month in result.months],
            mode="markers",
            marker={"symbol": "line-ew", "size": 9, "line": {"color": palette.muted, "width": 2}},
            hovertext=[
                f"{month_of(month.first)}: {rating(month.rating)} in {counted(month.n, 'interview')}"
                for month in result.months
            ],
            hoverinfo="text",
            name="a month's average",
        )


def _level(drawing: go.Figure, result: GettingBetter, palette: Palette) -> None:
    level = result.level or 0.0
    line = {"color": palette.muted, "width": 1.5}
    _line(drawing, [day.isoformat() for day in _ends(result)], [level, level], line, f"average {rating(level)}")


def _slope(drawing: go.Figure, result: GettingBetter, slope: Slope, palette: Palette) -> None:
    """Over the interviews of its check, in steps alike from one to the next: solid if it's likely real, else dashed and
    grey, with its range."""
    days = {dot.interview_id: dot.on.isoformat() for dot in result.dots}
    steps = max(len(slope.interview_ids) - 1, 1)
    steps_at = [(days[one], position / steps - 0.5) for position, one in enumerate(slope.interview_ids) if one in days]
    reach = [(day, at * slope.low, at * slope.high) for day, at in steps_at]
    ends = [(day, slope.level + min(one, other), slope.level + max(one, other)) for day, one, other in reach]
    band(drawing, ends, palette.muted)
    is_real = slope.state == "likely_real"
    line = {"color": palette.accent if is_real else palette.muted, "width": 2, "dash": "solid" if is_real else "dash"}
    _line(drawing, [day for day, _ in steps_at], [slope.level + at * slope.change for _, at in steps_at], line)


def _line(drawing: go.Figure, days: list[str], values: list[float], line: dict[str, object], name: str = "") -> None:
    drawing.add_scatter(x=days, y=values, mode="lines", line=line, hoverinfo="skip", name=name, showlegend=bool(name))
