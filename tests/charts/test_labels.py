"""A number written on a part of a figure is its length, and nothing next to none or all is written as none or all."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from lib.charts import confidence, ranges
from lib.decide.comparison import comparison
from lib.decide.confidence import Confidence, ConfidenceGroup
from lib.decide.stability import stability
from lib.insight.result import ResultTable
from lib.palette import LIGHT
from tests.charts.test_figures import CHARTS, WORKBOOK
from tests.charts.test_offer_charts import COMPARED
from tests.decide.jobs import by_swing, criteria, option

TWO = criteria(60, 40)
NEARLY = (0.9964, 0.0036)


def almost_sure() -> Confidence:
    groups = tuple(ConfidenceGroup(f"G{at}", 400, share, share, share, share) for at, share in enumerate(NEARLY))
    return Confidence("?", 800, 0.5, 0.5, 0.4, 0.6, groups, ".", ResultTable((), ()))


FIGURES: dict[str, Any] = {
    **{name: drawn(WORKBOOK, LIGHT).figure for name, drawn in CHARTS.items()},
    "ranges": ranges.figure(stability(COMPARED, np.random.default_rng(1)), LIGHT),
    "ranges, far apart": ranges.figure(
        stability(
            comparison((option("A", TWO, 99, 99), option("B", TWO, 1, 1)), by_swing(60, 40)), np.random.default_rng(1)
        ),
        LIGHT,
    ),
    "confidence, nearly sure": confidence.figure(almost_sure(), LIGHT),
}
EACH = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)


def parts(figure: Any) -> Iterator[tuple[float, str, str]]:
    """Each bar and dot on a scale across: its value, what is written on it, and its hover text."""
    for trace in figure.data:
        values = list(trace.x if getattr(trace, "orientation", None) == "h" or trace.type == "scatter" else trace.y)
        written = list(trace.text) if trace.text else [""] * len(values)
        hovers = list(trace.hovertext) if trace.hovertext else [""] * len(values)
        yield from zip(values, written, hovers, strict=True)


@EACH
def test_a_number_on_a_bar_is_as_long_as_the_bar(figure: Any) -> None:
    for value, written, _ in parts(figure):
        if re.fullmatch(r"[\d.]+", written or ""):
            assert float(written) == value


@EACH
def test_only_none_or_all_is_called_none_or_all(figure: Any) -> None:
    for value, _, hover in parts(figure):
        for said in re.findall(r"(?<![\d.])(100|0)%", hover or ""):
            assert value == float(said), hover


@EACH
def test_a_share_next_to_none_or_all_is_drawn_that_way(figure: Any) -> None:
    for value, _, hover in parts(figure):
        if re.search("over 99%|under 1%", hover or ""):
            assert 0 < value < 100, hover
            assert value != round(value), hover


def test_every_figure_has_parts_to_look_at() -> None:
    assert sum(1 for figure in FIGURES.values() for _ in parts(figure)) > 60
