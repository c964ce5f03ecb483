"""What the Brier score of the forecasts is made of, in words and as a table."""

from dataclasses import dataclass

from lib.insight.forecasts.forecast import LEAST, BrierScore, Forecasts
from lib.insight.result import ResultTable
from lib.insight.state import STATE_LABELS

TITLE = "What is my score made of?"


@dataclass(frozen=True)
class ScoreParts:
    """The parts in the order in which they add up; ``score`` is None under five answers."""

    title: str
    n: int
    score: BrierScore | None
    sentence: str
    table: ResultTable


def score_parts(result: Forecasts) -> ScoreParts:
    """Uncertainty, less discrimination, plus miscalibration, is the score (Dimitriadis, Gneiting and Jordan 2021)."""
    score = result.record.score
    if score is None:
        sentence = f"{STATE_LABELS['too_early']}: the parts show from {LEAST} forecasts with an answer on."
        return ScoreParts(TITLE, 0, None, sentence, ResultTable(()))
    parts = score.parts
    rows = (
        ("Saying the same each time", round(parts.uncertainty, 3)),
        ("Telling them apart, gained", round(parts.discrimination, 3)),
        ("Being off, lost", round(parts.miscalibration, 3)),
        ("Lost by chance alone, up to", round(parts.by_chance, 3)),
        ("Your score", round(score.brier, 3)),
    )
    return ScoreParts(TITLE, result.n, score, _sentence(result, score), ResultTable(("Part", "Brier score"), rows))


def _sentence(result: Forecasts, score: BrierScore) -> str:
    parts, share = score.parts, round(100 * result.record.yes / result.n)
    beside = (
        "more than chance alone costs nine perfect forecasters in ten" if score.is_off else "which chance alone can do"
    )
    return (
        f"Now that the whole share is known, always saying {share}% would have scored {parts.uncertainty:.2f}. "
        f"Telling the likely from the unlikely gained {parts.discrimination:.2f}, and being off cost "
        f"{parts.miscalibration:.2f}, {beside}: with so few forecasts, one perfect forecaster in ten loses "
        f"{parts.by_chance:.2f} or more."
    )
