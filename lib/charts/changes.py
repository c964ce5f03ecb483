"""Changes of the ratings: how large each is put at, with its interval, and which of them are more than chance."""

from math import ceil

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading
from lib.charts.theme import SIZE, Palette, blank, nothing, plain
from lib.insight.skill_changes import VERDICT_LABELS, Change, SkillChanges, Verdict
from lib.insight.skill_words import signed
from lib.insight.wording import counted

_ROW = 56
_ABOVE = 10
_BELOW = 44
_DROP = 0.2
_LEAST_REACH = 1.0
_LONGEST = 22
_SYMBOLS: dict[Verdict, str] = {
    "established": "circle",
    "watch": "diamond",
    "nothing": "circle-open",
    "not_enough": "circle-open",
}
_IN_SHORT: dict[Verdict, str] = {
    "established": "established",
    "watch": "unproven",
    "nothing": "not beyond chance",
    "not_enough": "not enough to say",
}


def chart(result: SkillChanges, palette: Palette) -> Chart:
    """The chart of the changes; before the first verdict there is none, and the sentence says until when."""
    judged = bool(_judged(result))
    return Chart(
        result.title, result.n if judged else 0, figure(result, palette), result.sentence, alt(result), result.table
    )


def figure(result: SkillChanges, palette: Palette) -> go.Figure:
    """One row a thing, all together first: a mark at the change, a line over its 80 % interval, upright the zero.

    A filled dot is established, a diamond unproven, an open dot not beyond chance.
    """
    if not _judged(result):
        return nothing(palette)
    rows = _rows(result)
    drawing = blank(palette, _ABOVE + _BELOW + _ROW * len(rows))
    drawing.update_layout(showlegend=False, margin={"l": 12, "r": 12, "t": _ABOVE, "b": _BELOW})
    zero = {"color": palette.muted, "width": 1}
    drawing.add_shape(type="line", x0=0, x1=0, y0=0.5, y1=0.5 - len(rows), line=zero, layer="below")
    for place, entry in enumerate(rows):
        _mark(drawing, entry, -place - _DROP, palette)
        heading(drawing, _heading(entry, palette), 0, -place, xref="paper", yref="y", font={"size": SIZE})
    reach = _reach(rows)
    marks = list(range(-ceil(reach), ceil(reach) + 1))
    title = {"text": "points down ← change → points up", "font": {"color": palette.muted, "size": SIZE - 1}}
    drawing.update_xaxes(
        range=[-reach, reach], tickvals=marks, ticktext=[_tick(mark) for mark in marks], title=title | {"standoff": 4}
    )
    drawing.update_yaxes(range=[0.5 - len(rows), 0.55], visible=False)
    return drawing


def alt(result: SkillChanges) -> str:
    """What the marks and lines show, in sentences."""
    if not _judged(result):
        return "An empty chart: no verdict yet."
    rows = " ".join(_in_words(entry) for entry in _rows(result))
    return f"Changes of the ratings over {counted(result.n, 'interview')}, each with its 80 % interval. {rows}"


def _judged(result: SkillChanges) -> tuple[Change, ...]:
    return tuple(entry for entry in (result.overall, *result.dimensions) if entry.change is not None)


def _rows(result: SkillChanges) -> tuple[Change, ...]:
    return (result.overall, *result.dimensions)


def _in_words(entry: Change) -> str:
    verdict = VERDICT_LABELS[entry.verdict][0].lower() + VERDICT_LABELS[entry.verdict][1:]
    return f"{entry.label}: {_size(entry)}{verdict}."


def _size(entry: Change) -> str:
    if entry.change is None or entry.low is None or entry.high is None:
        return ""
    return f"{signed(entry.change)}, from {signed(entry.low)} to {signed(entry.high)}, "


def _heading(entry: Change, palette: Palette) -> str:
    size = "" if entry.change is None else f"{signed(entry.change)}, "
    aside = f"<span style='color:{palette.muted}'>{size}{_IN_SHORT[entry.verdict]}</span>"
    return f"{plain(entry.label, _LONGEST)}  {aside}"


def _mark(drawing: go.Figure, entry: Change, at: float, palette: Palette) -> None:
    if entry.change is None or entry.low is None or entry.high is None:
        return
    is_found = entry.verdict in ("established", "watch")
    colour = palette.accent if is_found else palette.muted
    drawing.add_scatter(
        x=[entry.low, entry.high],
        y=[at, at],
        mode="lines",
        line={"color": colour, "width": 3 if is_found else 2},
        hoverinfo="skip",
        hovertext=[],
    )
    drawing.add_scatter(
        x=[entry.change],
        y=[at],
        mode="markers",
        marker={
            "symbol": _SYMBOLS[entry.verdict],
            "size": 12,
            "color": colour,
            "line": {"color": colour if not is_found else palette.page, "width": 2 if not is_found else 1},
        },
        hovertext=[_hover(entry)],
        hoverinfo="text",
        name=plain(entry.label),
    )


def _hover(entry: Change) -> str:
    lines = (
        f"{plain(entry.label, 60)}: {_size(entry)}{_IN_SHORT[entry.verdict]}",
        f"from the first to the last of {counted(entry.n, 'interview')}, drawn towards none",
    )
    return "<br>".join(lines)


def _reach(rows: tuple[Change, ...]) -> float:
    ends = [abs(end) for entry in rows for end in (entry.low, entry.high) if end is not None]
    return max(_LEAST_REACH, *ends) * 1.08


def _tick(mark: int) -> str:
    return f"+{mark}" if mark > 0 else str(mark).replace("-", "−")
