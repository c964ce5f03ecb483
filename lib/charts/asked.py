"""Questions by kind: how many, and how the answers went."""

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.bars import Bar, Part, bars
from lib.charts.chart import Chart
from lib.charts.theme import nothing, plain
from lib.english import counted, mid_sentence, short_day
from lib.insight.asked import Asked, Kind, Kinds
from lib.palette import Palette

_SHOWN = 3


def chart(result: Kinds, palette: Palette) -> Chart:
    """The chart of the questions by kind."""
    return Chart.of(result, figure(result, palette), alt(result))


def figure(result: Kinds, palette: Palette) -> go.Figure:
    """One bar a kind: went well, fair, hard, not rated."""
    if not result.n:
        return nothing(palette)
    parts = (
        Part("Well (4, 5)", palette.accent),
        Part("Fair (3)", palette.cool, "."),
        Part("Hard", palette.violet, "/"),
        Part("Not rated", None),
    )
    return bars([_bar(kind, parts) for kind in result.kinds], parts, palette)


def alt(result: Kinds) -> str:
    """What the bars show, in sentences."""
    if not result.n:
        return "An empty chart: no questions yet."
    bars_in_words = " ".join(_bar_in_words(kind) for kind in result.kinds)
    return f"Bars of questions by kind, divided by how well the answers went. {bars_in_words}"


def _bar_in_words(kind: Kind) -> str:
    parts = ((kind.well, "went well"), (kind.fair, "fair"), (kind.hard, "hard"), (kind.unrated, "not rated"))
    said = ", ".join(f"{len(questions)} {how}" for questions, how in parts if questions)
    rated = f", {kind.rated}" if kind.rated else ""
    return f"{kind.label}: {counted(kind.n, 'question')}, {said}{rated}."


def _bar(kind: Kind, parts: Sequence[Part]) -> Bar:
    shares = (kind.well, kind.fair, kind.hard, kind.unrated)
    rated = f", {kind.rated}" if kind.rated else ""
    hovers = tuple(_hover(kind, part, questions) for part, questions in zip(parts, shares, strict=True))
    return Bar(kind.label, f"{kind.n} asked{rated}", tuple(len(questions) for questions in shares), hovers)


def _hover(kind: Kind, part: Part, questions: tuple[Asked, ...]) -> str:
    lines = [f"{kind.label}, {mid_sentence(part.label)}: {counted(len(questions), 'question')}"]
    lines += [_line(question) for question in questions[:_SHOWN]]
    more = len(questions) - _SHOWN
    return "<br>".join([*lines, f"and {more} more"] if more > 0 else lines)


def _line(question: Asked) -> str:
    where = f"{plain(question.company, 24)}, " if question.company else ""
    return f"“{plain(question.text, 44)}”<br>   {where}{short_day(question.on)}"
