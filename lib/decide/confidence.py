"""What confidence was worth: how sure I was of my decisions against how I saw them later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from lib.english import counted, percent
from lib.insight.result import ResultTable
from lib.insight.state import too_early_sentence
from lib.records.decision import Decision

TITLE = "When I'm sure, am I right?"
ENOUGH = 10
"""From this many reviewed decisions with a confidence on, confidence is compared with verdicts."""
VERDICT: Final = {"yes": 1.0, "partly": 0.5, "no": 0.0}
"""What a verdict counts as."""
GROUPS: Final = ((0, 60), (61, 80), (81, 100))
"""Ranges of confidence, in percent, within which decisions are pooled."""

_Z = 1.96


@dataclass(frozen=True)
class ConfidenceGroup:
    """The decisions of one range of confidence: their mean confidence, share right and its 95% interval, 0 to 1."""

    label: str
    n: int
    confidence: float
    right: float
    low: float
    high: float


@dataclass(frozen=True)
class Confidence:
    """Mean confidence against the share of right calls, 0 to 1, with its 95% interval; a 'partly' counts half.

    ``n`` counts the decisions with both a confidence and a verdict; below ``ENOUGH`` of them the figures are None and
    the sentence tells what is missing.
    """

    title: str
    n: int
    mean: float | None
    right: float | None
    low: float | None
    high: float | None
    groups: tuple[ConfidenceGroup, ...]
    sentence: str
    table: ResultTable


def confidence(decisions: Iterable[Decision]) -> Confidence:
    """Compare how sure I was with how I saw it later."""
    pairs = [
        (decision.confidence, VERDICT[decision.right_call])
        for decision in decisions
        if decision.confidence is not None and decision.right_call is not None
    ]
    if len(pairs) < ENOUGH:
        return Confidence(TITLE, len(pairs), None, None, None, None, (), _too_few(len(pairs)), _table(()))
    whole = _group("All", pairs)
    ranges = ((f"{low} to {high}%", [pair for pair in pairs if low <= pair[0] <= high]) for low, high in GROUPS)
    groups = tuple(_group(name, inside) for name, inside in ranges if inside)
    return Confidence(
        title=TITLE,
        n=whole.n,
        mean=whole.confidence,
        right=whole.right,
        low=whole.low,
        high=whole.high,
        groups=groups,
        sentence=_sentence(whole),
        table=_table((*groups, whole)),
    )


def wilson(right: float, n: int) -> tuple[float, float]:
    """The 95% interval of a share of ``right`` out of ``n`` (Wilson 1927), 0 to 1; rather wide where halves count."""
    share, extra = right / n, _Z * _Z / n
    middle = (share + extra / 2) / (1 + extra)
    half = _Z * sqrt(share * (1 - share) / n + extra / (4 * n)) / (1 + extra)
    return max(0.0, middle - half), min(1.0, middle + half)


def _group(name: str, pairs: Sequence[tuple[int, float]]) -> ConfidenceGroup:
    n, right = len(pairs), sum(verdict for _, verdict in pairs)
    return ConfidenceGroup(name, n, sum(sure for sure, _ in pairs) / (100 * n), right / n, *wilson(right, n))


def _too_few(n: int) -> str:
    return too_early_sentence(n, ENOUGH, "reviewed decisions needed")


def _sentence(whole: ConfidenceGroup) -> str:
    right = f"{whole.right * whole.n:g} of {counted(whole.n, 'decision')}"
    counts = (
        f"You were right in {right} ({percent(whole.right)}); “partly” counts half. You were "
        f"{percent(whole.confidence)} sure on average."
    )
    ends = f"{percent(whole.low)} to {percent(whole.high)}"
    could = f"With {whole.n} decisions, your true share could be anywhere from {ends}"
    if whole.confidence > whole.high:
        return f"{counts} {could}, so you were too sure. You were the judge."
    if whole.confidence < whole.low:
        return f"{counts} {could}, so you could be surer. You were the judge."
    return f"{counts} {could}, so the difference could be chance. You were the judge."


def _table(groups: Sequence[ConfidenceGroup]) -> ResultTable:
    columns = ("Confidence", "Decisions", "Average confidence, %", "Right, %", "From, %", "To, %")
    return ResultTable(
        columns,
        tuple(
            (one.label, one.n, *(round(100 * share) for share in (one.confidence, one.right, one.low, one.high)))
            for one in groups
        ),
    )
