"""How far the questions in practice are, by kind: ready, shaky and not practised."""

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading
from lib.charts.theme import SIZE, blank, nothing
from lib.english import counted
from lib.palette import BLACK, WHITE, Palette, contrast
from lib.practice.readiness import WORDS, Readiness
from lib.practice.results import HowReady

_ROW = 58
_BELOW = 8
_ABOVE = 36

_PARTS: tuple[Readiness, ...] = ("ready", "shaky", "unpractised")


def chart(result: HowReady, palette: Palette) -> Chart:
    """The chart of how ready I am, by kind."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: HowReady, palette: Palette) -> go.Figure:
    """One bar a kind from top to bottom: ready, shaky, not practised, each with its count on it."""
    if not result.n:
        return nothing(palette)
    kinds = result.kinds
    drawing = blank(palette, _ABOVE + _BELOW + _ROW * len(kinds))
    drawing.update_layout(barmode="stack", bargap=0, margin={"l": 2, "r": 8, "t": _ABOVE, "b": _BELOW})
    drawing.update_layout(showlegend=True, legend={"traceorder": "normal", "entrywidth": 96})
    for part in _PARTS:
        counts: list[int] = [getattr(kind, part) for kind in kinds]
        if any(counts):
            drawing.add_bar(
                x=counts,
                y=[-position - 0.14 for position in range(len(kinds))],
                width=0.4,
                orientation="h",
                name=WORDS[part],
                marker=_marker(part, palette),
                text=[str(count or "") for count in counts],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                constraintext="none",
                textfont={"color": _ink(_colour(part, palette), palette), "size": SIZE},
                hovertext=[
                    f"{kind.label}, {WORDS[part].lower()}: {counted(count, 'question')}"
                    for kind, count in zip(kinds, counts, strict=True)
                ],
                hoverinfo="text",
            )
    for position, kind in enumerate(kinds):
        aside = f"<span style='color:{palette.muted}'>{counted(kind.n, 'question')}</span>"
        heading(drawing, f"{kind.label}  {aside}", 0, -position + 0.08, xref="paper", yref="y", font={"size": SIZE})
    drawing.update_xaxes(range=[0, max(kind.n for kind in kinds)], visible=False)
    drawing.update_yaxes(range=[-len(kinds) + 0.5, 0.5], visible=False)
    return drawing


def alt(result: HowReady) -> str:
    """What the bars show, in sentences."""
    if not result.n:
        return "An empty chart: there is nothing to practise yet."
    kinds = " ".join(f"{kind.label}, {counted(kind.n, 'question')}: {kind.counts}." for kind in result.kinds)
    return f"Bars of questions by kind, divided into ready, shaky and not practised. {kinds}"


def _colour(part: Readiness, palette: Palette) -> str | None:
    """The fill of a part; what was not practised stays open, with an outline only."""
    return {"ready": palette.accent, "shaky": palette.warm, "unpractised": None}[part]


def _marker(part: Readiness, palette: Palette) -> dict[str, object]:
    """Shaky is dotted too, so that the parts differ by more than colour."""
    colour = _colour(part, palette)
    line = {"color": palette.page if colour else palette.muted, "width": 1}
    dots = {"shape": ".", "bgcolor": colour, "fgcolor": palette.page, "fgopacity": 0.4, "size": 8, "solidity": 0.12}
    return {"color": colour or "rgba(0,0,0,0)", "line": line, **({"pattern": dots} if part == "shaky" else {})}


def _ink(ground: str | None, palette: Palette) -> str:
    """The colour of a number that reads on that ground."""
    if ground is None:
        return palette.text
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, ground))
