"""The results of a search as drawings for paper: bars in parts, strips of dots, ratings in the order held.

None of them repeats a chart of ``lib/charts``: Progress shows the funnels and the kinds of questions as rows of the
page, has no strips of dots, and marks each rating with its outcome in colours that a grey print couldn't tell apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from lib.dates import DateStyle
from lib.exchange.drawing import WIDTH, Box, Dot, Drawing, Hatch, Line, TextLine, stack
from lib.insight.asked import Kinds
from lib.insight.funnel import FATES, Fate, Funnel, fate_label
from lib.insight.groups import Groups
from lib.insight.scores import Scored
from lib.insight.skills.ratings import Series, Skills
from lib.palette import PAPER

_LEGEND = 24
_ROW = 37
_BAR = 15
_STRIP = 46
_PANEL = 82
_COLUMNS = 2
_GAP = 28

_FATES: dict[Fate, tuple[str, Hatch]] = {
    "went_on": (PAPER.accent, ""),
    "rejected": (PAPER.violet, "slanted"),
    "no_reply": (PAPER.cool, "dotted"),
    "withdrew": (PAPER.warm, "crossed"),
    "waiting": ("", ""),
}


@dataclass(frozen=True)
class _Part:
    label: str
    fill: str
    hatch: Hatch = ""


@dataclass(frozen=True)
class _Row:
    name: str
    aside: str
    counts: tuple[int, ...]


def funnel(result: Funnel) -> Drawing | None:
    """One bar a step, divided by how those who reached it ended; None if there is nothing to draw."""
    parts = [_Part(fate_label(fate), *_FATES[fate]) for fate in FATES]
    rows = [_Row(step.label, str(step.n), tuple(count for _, count in step.fates)) for step in result.steps]
    return _bars(rows, parts) if result.n else None


def kinds(result: Kinds) -> Drawing | None:
    """One bar a kind of question: went well, fair, hard, not rated; None if there is nothing to draw."""
    parts = (
        _Part("Well (4, 5)", PAPER.accent),
        _Part("Fair (3)", PAPER.cool, "dotted"),
        _Part("Hard", PAPER.violet, "slanted"),
        _Part("Not rated", ""),
    )
    rows = []
    for kind in result.kinds:
        rated = f", {kind.rating_words}" if kind.rating_words else ""
        shares = (kind.went_well, kind.fair, kind.hard, kind.unrated)
        rows.append(_Row(kind.label, f"{kind.n} asked{rated}", tuple(len(share) for share in shares)))
    return _bars(rows, parts) if rows else None


def _bars(rows: Sequence[_Row], parts: Sequence[_Part]) -> Drawing:
    scale = WIDTH / max(sum(row.counts) for row in rows)
    boxes, words = _legend([part for at, part in enumerate(parts) if any(row.counts[at] for row in rows)])
    for position, row in enumerate(rows):
        top = _LEGEND + position * _ROW
        words.append(_label(0, top + 13, row.name, row.aside))
        x = 0.0
        for part, count in zip(parts, row.counts, strict=True):
            if count:
                boxes.append(Box(x, top + 18, count * scale, _BAR, part.fill, part.hatch))
                words.append(
                    TextLine(
                        x + count * scale / 2,
                        top + 29.5,
                        str(count),
                        "middle",
                        _name_on_part(part),
                        11,
                        on_paint=bool(part.hatch),
                    )
                )
            x += count * scale
    return Drawing(_LEGEND + len(rows) * _ROW, tuple(boxes), words=tuple(words))


def _name_on_part(part: _Part) -> str:
    return PAPER.page if part.fill and not part.hatch else PAPER.text


def _legend(parts: Iterable[_Part]) -> tuple[list[Box], list[TextLine]]:
    boxes, words, x = [], [], 0.0
    for part in parts:
        boxes.append(Box(x, 2, 14, 14, part.fill, part.hatch))
        words.append(TextLine(x + 20, 14, part.label, size=12, fill=PAPER.muted))
        x += 40 + 7 * len(part.label)
    return boxes, words


def _label(x: float, y: float, name: str, aside: str, most: int = 44) -> TextLine:
    return TextLine(x, y, name, most=most, aside=aside)


def groups(result: Groups) -> Drawing | None:
    """One strip of dots from 1 to 5 a group, its average as an upright line; None if there is nothing to draw."""
    if not result.n:
        return None
    height = len(result.groups) * _STRIP + 20
    lines = [Line(_at(score), 20, _at(score), height - 20, PAPER.grid) for score in range(1, 6)]
    words = [TextLine(_at(score), height - 4, str(score), "middle", PAPER.muted, 11) for score in range(1, 6)]
    dots: list[Dot] = []
    for position, group in enumerate(result.groups):
        top = position * _STRIP
        words.append(_label(0, top + 14, group.label, group.in_short))
        dots += _strip(group.interviews, top + 31)
        if len(group.counted) > 1:
            lines.append(Line(_at(group.average), top + 20, _at(group.average), top + 42, PAPER.text, 2))
    return Drawing(height, lines=tuple(lines), dots=tuple(dots), words=tuple(words))


def _at(score: float) -> float:
    return 16 + (score - 1) / 4 * (WIDTH - 32)


def _strip(interviews: Iterable[Scored], y: float) -> Iterator[Dot]:
    """Dots beside each other if they would overlap."""
    taken: dict[int, int] = defaultdict(int)
    for entry in interviews:
        order = taken[round(entry.mean * 8)]
        taken[round(entry.mean * 8)] += 1
        rise = min(12.0, 5.0 * ((order + 1) // 2)) * (-1 if order % 2 else 1)
        yield _dot(_at(entry.mean), y + rise, 4.5, (PAPER.accent, PAPER.page), entry.is_hollow)


def _dot(x: float, y: float, radius: float, paint: tuple[str, str], is_hollow: bool) -> Dot:
    """A dot in ``paint``, fill and outline; what was rated when the outcome was known is hollow and grey."""
    fill, stroke = ("", PAPER.muted) if is_hollow else paint
    return Dot(x, y, radius, fill, stroke)


def skills(result: Skills, dates: DateStyle) -> Drawing | None:
    """The ratings in the order of the interviews: all together first, then a small panel a side; None without any."""
    if result.overall is None:
        return None
    width = (WIDTH - _GAP) / _COLUMNS
    places = [(0.0, 0.0, float(WIDTH))]
    places.extend(
        (number % _COLUMNS * (width + _GAP), (1 + number // _COLUMNS) * _PANEL, width)
        for number in range(len(result.dimensions))
    )
    panels = [
        _panel(series, position, result.interviews, dates=dates)
        for series, position in zip((result.overall, *result.dimensions), places, strict=True)
    ]
    return stack(panels, (1 + ceil(len(result.dimensions) / _COLUMNS)) * _PANEL)


def _panel(series: Series, position: tuple[float, float, float], interviews: int, dates: DateStyle) -> Drawing:
    left, top, width = position
    begin, end = left + 22, left + width - 6
    bottom = top + 60

    def height(score: float) -> float:
        return bottom - (score - 1) / 4 * 38

    lines = [Line(begin - 6, height(score), end + 6, height(score), PAPER.grid) for score in (1, 3, 5)]
    words = [TextLine(left, height(score) + 4, str(score), fill=PAPER.muted, size=11) for score in (1, 3, 5)]
    words.append(_label(left, top + 14, series.label, series.in_short, 24 if series.key else 46))
    step = (end - begin) / max(1, interviews - 1)
    paint = (PAPER.accent if series.key else PAPER.text, PAPER.accent)
    radius = 3.2 if series.key else 4
    dots = [
        _dot(begin + (point.position - 1) * step, height(point.score), radius, paint, point.afterwards)
        for point in series.points
    ]
    first, last = series.points[0].on, series.points[-1].on
    words.append(TextLine(begin - 6, bottom + 14, dates.short_day(first), fill=PAPER.muted, size=11))
    if first != last:
        words.append(TextLine(end + 6, bottom + 14, dates.short_day(last), "end", PAPER.muted, 11))
    return Drawing(_PANEL, lines=tuple(lines), dots=tuple(dots), words=tuple(words))
