"""One job's profile: a bar a criterion, as long as the criterion weighs and as full as the job scores on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from lib.charts.chart import Chart, heading
from lib.charts.theme import SIZE, blank, nothing, plain
from lib.decide.figures import points
from lib.decide.fit import JobFit
from lib.decide.scores import Score
from lib.english import counted, percent
from lib.palette import Palette
from lib.records.labels import phrase

_ROW = 66
_ABOVE = 58
_BELOW = 8
_BAR = 0.36
_DROP = 0.16
_LONGEST = 34
_NAMES: Final[Mapping[str, str]] = {
    "sure": "Sure",
    "fairly": "Fairly sure",
    "unsaid": "Not said, taken as fairly sure",
    "guess": "A guess",
    "missing": "Short of my best",
    "unknown": "Not known yet",
}
_HATCH: Final[Mapping[str, str]] = {
    "sure": "",
    "fairly": "/",
    "unsaid": "/",
    "guess": "x",
    "missing": "",
    "unknown": ".",
}


@dataclass(frozen=True)
class _Row:
    """One criterion: what it weighs in percent, its score, and where it has to reach in points of that weight."""

    score: Score
    weight: float
    adds: float | None

    @property
    def sureness(self) -> str:
        """Which of the fills it has; a score of which nothing is said is drawn as a fairly sure one."""
        if self.score.value is None:
            return "unknown"
        return (self.score.newest.sure if self.score.newest else None) or "unsaid"

    @property
    def filled(self) -> float:
        """How far the bar is filled, in percent of the whole weight."""
        return self.weight * (self.score.value or 0) / 100

    @property
    def words(self) -> str:
        """Its score and weight in words."""
        weighs = f"weighs {percent(self.weight / 100)}"
        if self.score.value is None:
            return f"not known yet, {weighs}"
        sure = f", {phrase(self.sureness)}" if self.score.newest and self.score.newest.sure else ""
        return f"{self.score.value} of 100{sure}, {weighs}"


def chart(result: JobFit, palette: Palette) -> Chart:
    """The chart of the profile."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: JobFit, palette: Palette) -> go.Figure:
    """The criteria from top to bottom, the weightiest first: the length is the weight, the filled part the score.

    The fill says how sure the score is, and a mark where a must-have has to reach.
    """
    rows = _rows(result)
    if not result.n:
        return nothing(palette)
    drawing = blank(palette, _ABOVE + _BELOW + _ROW * len(rows))
    drawing.update_layout(barmode="overlay", bargap=0, margin={"l": 2, "r": 10, "t": _ABOVE, "b": _BELOW})
    drawing.update_layout(showlegend=True, legend={"traceorder": "normal", "entrywidth": 108})
    for kind in _NAMES:
        places = [place for place, row in enumerate(rows) if _has(row, kind)]
        if places:
            drawing.add_bar(**_bars(rows, places, kind, palette))
    _marks(drawing, rows, palette)
    for place, row in enumerate(rows):
        aside = f"<span style='color:{palette.muted}'>{row.words}</span>"
        name = f"{plain(row.score.criterion.name, _LONGEST)}<br>{aside}"
        heading(drawing, name, 0, -place + 0.02, xref="paper", yref="y", font={"size": SIZE})
    drawing.update_xaxes(range=[0, max(row.weight for row in rows) or 1], visible=False)
    drawing.update_yaxes(range=[-len(rows) + 0.62, 0.62], visible=False)
    return drawing


def alt(result: JobFit) -> str:
    """What the bars show, in sentences."""
    rows = _rows(result)
    if not result.n:
        return "An empty chart: no criterion is scored yet."
    told = " ".join(f"{row.score.criterion.name}: {row.words}{_in_words(row)}." for row in rows)
    return f"{counted(len(rows), 'bar')}, as long as each criterion weighs and as full as the job scores. {told}"


def _rows(result: JobFit) -> list[_Row]:
    found = [
        _Row(score, 100 * weight.mine, line.value)
        for score, weight, line in zip(result.scores, result.weights.rows, result.lines, strict=True)
    ]
    return sorted(found, key=lambda row: -row.weight)


def _has(row: _Row, kind: str) -> bool:
    if kind == "missing":
        return row.score.value is not None and row.score.value < 100
    return row.sureness == kind


def _bars(rows: list[_Row], places: list[int], kind: str, palette: Palette) -> dict[str, object]:
    open_ended = kind in ("missing", "unknown")
    filled = [0.0 if kind == "unknown" else rows[place].filled for place in places]
    lengths = [
        rows[place].weight - start if open_ended else rows[place].filled
        for place, start in zip(places, filled, strict=True)
    ]
    return {
        "x": lengths,
        "base": filled if open_ended else [0.0] * len(places),
        "y": [-place - _DROP for place in places],
        "width": _BAR,
        "orientation": "h",
        "name": _NAMES[kind],
        "marker": _marker(kind, open_ended, palette),
        "hovertext": [_hover(rows[place]) for place in places],
        "hoverinfo": "text",
    }


def _marker(kind: str, open_ended: bool, palette: Palette) -> dict[str, object]:
    colour = "rgba(0,0,0,0)" if open_ended else palette.accent
    marker: dict[str, object] = {"color": colour, "line": {"color": palette.muted, "width": 1}}
    if _HATCH[kind]:
        marker["pattern"] = {
            "shape": _HATCH[kind],
            "bgcolor": palette.page if kind == "unknown" else palette.accent,
            "fgcolor": palette.muted if kind == "unknown" else palette.page,
            "fgopacity": 0.7,
            "size": 7,
            "solidity": 0.28 if kind == "guess" else 0.2,
        }
    return marker


def _marks(drawing: go.Figure, rows: list[_Row], palette: Palette) -> None:
    """A mark where a must-have has to reach."""
    musts = [(place, row) for place, row in enumerate(rows) if row.score.criterion.must_have is not None]
    if musts:
        drawing.add_scatter(
            x=[row.weight * (row.score.criterion.must_have or 0) / 100 for _, row in musts],
            y=[-place - _DROP for place, _ in musts],
            mode="markers",
            marker={"symbol": "line-ns", "size": 19, "line": {"color": palette.text, "width": 3}},
            name="Must reach",
            hovertext=[f"Must reach {row.score.criterion.must_have}" for _, row in musts],
            hoverinfo="text",
            cliponaxis=False,
        )


def _hover(row: _Row) -> str:
    adds = "" if row.adds is None else f"<br>Adds {points(row.adds)} points"
    ends = (row.score.criterion.worst, row.score.criterion.best)
    range_of = f"<br>0 is “{plain(ends[0], 40)}”, 100 is “{plain(ends[1], 40)}”" if all(ends) else ""
    return f"{plain(row.score.criterion.name, 60)}: {row.words}{adds}{range_of}"


def _in_words(row: _Row) -> str:
    least = row.score.criterion.must_have
    return "" if least is None else f", must reach {least}"
