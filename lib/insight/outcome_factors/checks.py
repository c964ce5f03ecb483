"""What sets a yes apart from a no: one verdict at each of a few counts of answers, and where to look next."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np

from lib.english import paragraph
from lib.insight.hindsight import left_out_sentence
from lib.insight.outcome_factors.evidence import FactorEvidence, Floats, weigh
from lib.insight.outcome_factors.factors import Factor, FactorKind, Frame, frame_of
from lib.insight.outcome_factors.sentences import (
    checked_sentence,
    could_be_chance,
    fact_counts,
    left_out_of,
    likely_real,
    no_clear_pattern,
    no_comparison,
    rated_counts,
    rated_headline,
    silence_sentence,
    too_few,
)
from lib.insight.result import Cell, ResultTable
from lib.insight.state import Conclusion
from lib.records.workbook import Workbook

TITLE = "What sets a yes apart from a no?"
ALPHA_BY_LOOK = {12: 0.04, 20: 0.05, 30: 0.05, 40: 0.03, 60: 0.01}
"""The numbers of answers with a verdict, and its level: how often permutations alone may be as extreme.

From 40 on a strong cause shows at a stricter level just as well, and fewer looks raise a false alarm.
"""
LOOK_NEXT = 3
_ALIKE = 3

FactorVerdict = Literal["established", "nothing", "not_enough"]


@dataclass(frozen=True)
class Case:
    """One interview behind a finding. ``value`` is its score 1 to 5, or 1 or 0 for a yes or no."""

    interview_id: str
    on: date
    company: str
    value: int
    rejected: bool


@dataclass(frozen=True)
class FactorFinding:
    """One thing with its counts: ``yes_with`` of the ``yes`` interviews that moved on, ``no_with`` of the ``no``
    others.

    'With' is a score of ``cut`` or more, or the thing's presence. Interviews if it is not known are not counted.
    ``strength`` is its Bayes factor: how many times likelier the answers are if it matters than if nothing does.
    ``headline`` gives the finding and its direction, ``counts`` the two counts, ``left_out`` the interviews not in
    them.
    """

    factor: str
    label: str
    kind: FactorKind
    cut: int
    strength: float
    yes_with: int
    yes: int
    no_with: int
    no: int
    cases: tuple[Case, ...]
    headline: str
    counts: str
    left_out: str


@dataclass(frozen=True)
class InterimLook:
    """The verdict at the last count reached, on the first ``n`` of ``answered`` interviews.

    Before the first count, ``n`` is ``answered``. ``chance`` is how often permutations are as extreme as the strongest
    of the ``checked`` factors, None if nothing could be compared. ``next_at`` is None after the last count.
    """

    verdict: FactorVerdict
    n: int
    answered: int
    checked: int
    chance: float | None
    finding: FactorFinding | None
    look_next: tuple[FactorFinding, ...]
    next_at: int | None
    conclusion: Conclusion

    @property
    def sentence(self) -> str:
        """The result in words."""
        return self.conclusion.sentence

    def unsure(self, finding: FactorFinding) -> Conclusion:
        """The sentence on one of ``look_next``."""
        return could_be_chance(finding.counts, self.n, finding.left_out, self.next_at)


@dataclass(frozen=True)
class OutcomeFactors:
    """The answer, resting on interviews with a yes or a no; ``factor`` is set if the verdict is 'established'.

    ``look_next`` holds the strongest of the others: each could be chance. ``silence_as_no`` is the second look, with no
    reply as a no; None if every process was answered or is open. The table is everything that was checked, the
    strongest first.
    """

    title: str
    n: int
    verdict: FactorVerdict
    factor: str | None
    look: InterimLook
    silence_as_no: InterimLook | None
    conclusion: Conclusion
    table: ResultTable

    @property
    def sentence(self) -> str:
        """The result in words."""
        return self.conclusion.sentence

    @property
    def look_next(self) -> tuple[FactorFinding, ...]:
        """Up to three others, the strongest first. Each could be chance."""
        return self.look.look_next


def outcome_factors(workbook: Workbook) -> OutcomeFactors:
    """What sets rejections apart, among everything that was noted of the debriefed interviews.

    The same rows in another order give the same answer.
    """
    answered = frame_of(workbook)
    look, ranked = _look(answered)
    with_silence = frame_of(workbook, silence_is_no=True)
    second = _look(with_silence)[0] if with_silence.n > answered.n else None
    name = look.finding.factor if look.finding else None
    return OutcomeFactors(
        title=TITLE,
        n=look.n,
        verdict=look.verdict,
        factor=name,
        look=look,
        silence_as_no=second,
        conclusion=replace(look.conclusion, sure=paragraph(look.conclusion.sure, _beside(look, second))),
        table=_table(ranked),
    )


def _look(answered: Frame) -> tuple[InterimLook, tuple[FactorFinding, ...]]:
    """The verdict of the last count reached, and every thing that was compared there, the strongest first."""
    reached = max((count for count in ALPHA_BY_LOOK if count <= answered.n), default=None)
    next_at = min((count for count in ALPHA_BY_LOOK if count > answered.n), default=None)
    if reached is None:
        return _not_enough(answered, answered.n, next_at, too_few(answered.n, min(ALPHA_BY_LOOK))), ()
    frame = answered.first(reached)
    factors = frame.checked()
    if not factors or not _comparable(frame):
        reason = no_comparison(int(frame.rejected.sum()), frame.n, len(factors))
        return _not_enough(answered, frame.n, next_at, reason), ()
    evidence = weigh(_badness(frame, factors), frame.rejected, frame.strata, np.random.default_rng(frame.seed))
    order = sorted(range(len(factors)), key=lambda position: (-evidence.strengths[position], factors[position].name))
    ranked = tuple(_finding(frame, factors[position], float(evidence.strengths[position])) for position in order)
    return _verdict(frame, answered, next_at, evidence, ranked), ranked


def _not_enough(answered: Frame, n: int, next_at: int | None, conclusion: Conclusion) -> InterimLook:
    return InterimLook(
        "not_enough", n, answered.n, 0, None, None, (), next_at, _with_bounds(conclusion, answered, n, next_at)
    )


def _with_bounds(conclusion: Conclusion, answered: Frame, n: int, next_at: int | None) -> Conclusion:
    """With which outcomes were checked, and which ratings were left out."""
    bounds = paragraph(checked_sentence(answered.n, n, next_at), left_out_sentence(len(answered.afterwards)))
    return replace(conclusion, sure=paragraph(conclusion.sure, bounds))


def _comparable(frame: Frame) -> bool:
    """Whether some stage has both outcomes: without one, a shuffle within stages changes nothing."""
    rejected, strata = frame.rejected, frame.strata
    return any(0 < rejected[strata == stage].mean() < 1 for stage in np.unique(strata))


def _badness(frame: Frame, factors: tuple[Factor, ...]) -> Floats:
    columns = [(-1 if factor.kind == "rating" else 1) * frame.columns[factor.name] for factor in factors]
    return np.column_stack(columns)


def _verdict(
    frame: Frame, answered: Frame, next_at: int | None, evidence: FactorEvidence, ranked: tuple[FactorFinding, ...]
) -> InterimLook:
    finding = ranked[0] if evidence.chance <= ALPHA_BY_LOOK[frame.n] and ranked[0].strength > 1 else None
    others = tuple(entry for entry in ranked if entry is not finding and entry.strength > 1)[:LOOK_NEXT]
    if finding:
        rivals = [entry.label for entry in others if entry.strength * _ALIKE >= finding.strength]
        checked = len(ranked)
        conclusion = likely_real(finding.headline, frame.n, checked, evidence.chance, rivals, finding.left_out, next_at)
    else:
        rejections = int(frame.rejected.sum())
        conclusion = no_clear_pattern(len(ranked), frame.n, min(rejections, frame.n - rejections), next_at)
    return InterimLook(
        verdict="established" if finding else "nothing",
        n=frame.n,
        answered=answered.n,
        checked=len(ranked),
        chance=evidence.chance,
        finding=finding,
        look_next=others,
        next_at=next_at,
        conclusion=_with_bounds(conclusion, answered, frame.n, next_at),
    )


def _finding(frame: Frame, factor: Factor, strength: float) -> FactorFinding:
    column = frame.columns[factor.name]
    cases = tuple(
        Case(entry.interview_id, entry.held_on, entry.company, int(value), entry.rejected)
        for entry, value in zip(frame.interviews, column, strict=True)
        if not np.isnan(value)
    )
    unknown = {entry.interview_id for entry in frame.interviews} - {case.interview_id for case in cases}
    afterwards = sum((interview, factor.name) in frame.afterwards for interview in unknown)
    least = factor.cut or 1
    with_yes, with_no = (
        [case.value >= least for case in cases if case.rejected is rejected] for rejected in (False, True)
    )
    yes, no = (sum(with_yes), len(with_yes)), (sum(with_no), len(with_no))
    rated = factor.kind == "rating"
    return FactorFinding(
        factor=factor.name,
        label=factor.label,
        kind=factor.kind,
        cut=factor.cut,
        strength=float(np.exp(strength)),
        yes_with=yes[0],
        yes=yes[1],
        no_with=no[0],
        no=no[1],
        cases=cases,
        headline=rated_headline(factor.label, least, yes, no) if rated else fact_counts(factor.clause, yes, no),
        counts=rated_counts(factor.label, least, yes, no) if rated else fact_counts(factor.clause, yes, no),
        left_out=left_out_of(len(unknown), frame.n, afterwards),
    )


def _beside(look: InterimLook, second: InterimLook | None) -> str:
    """The result if silence counted as a no, in one sentence."""
    if second is None:
        return ""
    same = second.verdict == look.verdict and _name(second) == _name(look)
    label = second.finding.label if second.finding else ""
    return silence_sentence(second.answered - look.answered, second.verdict, label, same)


def _name(look: InterimLook) -> str | None:
    return look.finding.factor if look.finding else None


def _table(ranked: tuple[FactorFinding, ...]) -> ResultTable:
    def row(entry: FactorFinding) -> tuple[Cell, ...]:
        high = f", {entry.cut} or more" if entry.cut else ""
        return (f"{entry.label}{high}", entry.yes_with, entry.yes, entry.no_with, entry.no, round(entry.strength, 2))

    columns = ("What was checked", "In yes", "Of yes", "In no", "Of no", "Strength")
    return ResultTable(columns, tuple(row(entry) for entry in ranked))
