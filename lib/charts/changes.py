"""Changes of the ratings: how large each is put at, with its interval, and which of them are more than chance."""

from math import ceil

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.theme import nothing, plain
from lib.charts.whiskers import Ruler, Whisker, whiskers
from lib.english import counted, mid_sentence
from lib.insight.skills.changes import VERDICT_LABELS, Change, SkillChanges, Verdict
from lib.insight.skills.sentences import signed
from lib.palette import Palette

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
    n = result.n if _judged(result) else 0
    return Chart(result.title, n, figure(result, palette), result.sentence, alt(result), result.table)


def figure(result: SkillChanges, palette: Palette) -> go.Figure:
    """One row a thing, all together first: a mark at the change, a line over its 80% interval, upright the zero.

    A filled dot is established, a diamond unproven, an open dot not beyond chance.
    """
    judged = _judged(result)
    if not judged:
        return nothing(palette)
    ends = [abs(end) for entry in judged for end in (entry.low, entry.high) if end is not None]
    reach = max(_LEAST_REACH, *ends) * 1.08
    marks = range(-ceil(reach), ceil(reach) + 1)
    words = [f"+{mark}" if mark > 0 else str(mark).replace("-", "−") for mark in marks]
    ruler = Ruler(-reach, reach, marks, words, "points down ← change → points up", line_at=0)
    return whiskers([_row(entry) for entry in (result.overall, *result.dimensions)], ruler, palette)


def alt(result: SkillChanges) -> str:
    """What the marks and lines show, in sentences."""
    if not _judged(result):
        return "An empty chart: no verdict yet."
    rows = " ".join(_in_words(entry) for entry in (result.overall, *result.dimensions))
    return f"Changes of the ratings over {counted(result.n, 'interview')}, each with its 80% interval. {rows}"


def _judged(result: SkillChanges) -> tuple[Change, ...]:
    return tuple(entry for entry in (result.overall, *result.dimensions) if entry.change is not None)


def _in_words(entry: Change) -> str:
    verdict = VERDICT_LABELS[entry.verdict]
    return f"{entry.label}: {_size(entry)}{mid_sentence(verdict)}."


def _size(entry: Change) -> str:
    if entry.change is None or entry.low is None or entry.high is None:
        return ""
    return f"{signed(entry.change)}, from {signed(entry.low)} to {signed(entry.high)}, "


def _row(entry: Change) -> Whisker:
    size = "" if entry.change is None else f"{signed(entry.change)}, "
    label = plain(entry.label, 60)
    return Whisker(
        name=plain(entry.label, _LONGEST),
        aside=f"{size}{_IN_SHORT[entry.verdict]}",
        at=entry.change,
        low=entry.low or 0.0,
        high=entry.high or 0.0,
        hover=f"{label}: {_size(entry)}{_IN_SHORT[entry.verdict]}<br>over {counted(entry.n, 'interview')}",
        symbol=_SYMBOLS[entry.verdict],
        is_strong=entry.verdict in ("established", "watch"),
    )
