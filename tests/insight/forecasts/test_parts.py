"""The parts of the forecasts' score are called real only beyond what chance does."""

from dataclasses import replace
from pathlib import Path

import pytest

from lib.insight.forecasts.forecast import Forecasts
from lib.insight.forecasts.parts import score_parts
from lib.store import Store
from tests.day_first import forecasts

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Forecasts:
    return forecasts(Store(ROOT / "data" / "sample", tmp_path_factory.mktemp("home")).load().workbook)


def with_parts(result: Forecasts, miscalibration: float, by_chance: float) -> Forecasts:
    score = result.record.score
    assert score is not None
    parts = replace(score.parts, miscalibration=miscalibration, by_chance=by_chance)
    return replace(result, record=replace(result.record, score=replace(score, parts=parts)))


def test_being_off_by_more_than_chance_is_reported(sample: Forecasts) -> None:
    assert "being off cost 0.06, more than chance alone costs" in score_parts(with_parts(sample, 0.06, 0.05)).sentence


def test_being_off_by_what_chance_costs_is_put_down_to_chance(sample: Forecasts) -> None:
    assert "being off cost 0.04, which chance alone can do" in score_parts(with_parts(sample, 0.04, 0.05)).sentence
