"""The evidence for a finding: the debriefs it's based on, and the questions to practise with it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from lib.insight.outcome_factors.checks import Case, FactorFinding
from lib.insight.skills.changes import SkillChange
from lib.practice.cards import Card, cards
from lib.practice.company_bound import company_binding
from lib.practice.importance import ImportanceScorer, last_rated_question
from lib.records.interview import Interview
from lib.records.question import HARD
from lib.records.workbook import Workbook

QUESTIONS = 5
"""The most questions offered."""
_CATEGORY = "category:"
_UNPREPARED = "unprepared"


@dataclass(frozen=True)
class EvidenceDebrief:
    """One debrief behind a finding. ``words`` describe it in short: 'rated 2, a rejection'."""

    interview_id: str
    on: date
    company: str
    stage: str
    words: str


@dataclass(frozen=True)
class FindingEvidence:
    """The debriefs, best evidence first, and questions to practise.

    ``dimension`` is the one that a plan would be about, or empty.
    """

    debriefs: tuple[EvidenceDebrief, ...]
    questions: tuple[Card, ...]
    dimension: str


def evidence_of_finding(workbook: Workbook, finding: FactorFinding, company: str | None = None) -> FindingEvidence:
    """The evidence for a factor that differs between yes and no: the rejections that had it come first.

    The questions suit an interview at ``company`` (its ``match_key``); None if no interview is coming.
    """
    speaking = {case.interview_id for case in finding.cases if case.rejected and _is_bad(finding, case)}
    ranked = sorted(finding.cases, key=lambda case: _evidence_order(finding, case))
    held = workbook.by_id(Interview)
    debriefs = tuple(
        EvidenceDebrief(
            case.interview_id, case.on, case.company, held[case.interview_id].stage, _description(finding, case)
        )
        for case in ranked
    )
    if finding.factor.startswith(_CATEGORY):
        kind = finding.factor.removeprefix(_CATEGORY)
        of_kind = (card for card in cards(workbook) if card.category == kind and card.asked)
        questions = _to_practise(workbook, of_kind, company)
    elif finding.kind == "rating" or finding.factor == _UNPREPARED:
        questions = _hard_ones(workbook, speaking, company)
    else:  # no question follows from an afternoon, a phone or a panel
        questions = ()
    dimension = finding.factor.removeprefix("rating:") if finding.kind == "rating" else ""
    return FindingEvidence(debriefs, questions, dimension)


def evidence_of_change(workbook: Workbook, change: SkillChange, company: str | None = None) -> FindingEvidence:
    """The evidence for a change of a rating, or of the mean: the interviews that rate it, newest first.

    From a rise no question follows: a low rating within it does not explain it. ``company`` as in
    ``evidence_of_finding``."""
    scores = {
        entry.interview_id: entry.score
        for entry in workbook.ratings
        if entry.dimension == change.key and entry.score is not None
    }
    held = [entry for entry in reversed(workbook.debriefed) if entry.id in change.interview_ids]
    debriefs = tuple(
        EvidenceDebrief(
            entry.id,
            entry.held_on,
            workbook.company_of(entry.application_id),
            entry.stage,
            f"rated {scores[entry.id]}" if entry.id in scores else "",
        )
        for entry in held
    )
    if change.change is not None and change.change > 0:
        return FindingEvidence(debriefs, (), change.key)
    low = {entry.id for entry in held if scores.get(entry.id, HARD) <= HARD}
    return FindingEvidence(debriefs, _hard_ones(workbook, low, company), change.key)


def _evidence_order(finding: FactorFinding, case: Case) -> tuple[bool, int, int]:
    """A sort key: the rejections that had it, lowest ratings first; then by day, newest first."""
    speaks = case.rejected and _is_bad(finding, case)
    return (not speaks, case.value if speaks and finding.cut else 0, -case.on.toordinal())


def _is_bad(finding: FactorFinding, case: Case) -> bool:
    """Whether it had the factor in the direction of a no: rated under the cut, or present."""
    return case.value < finding.cut if finding.cut else bool(case.value)


def _description(finding: FactorFinding, case: Case) -> str:
    answer = "a rejection" if case.rejected else "it moved on"
    if finding.cut:
        return f"rated {case.value}, {answer}"
    return f"{'it was so' if case.value else 'it was not so'}, {answer}"


def _hard_ones(workbook: Workbook, interviews: Collection[str], company: str | None) -> tuple[Card, ...]:
    """The questions that were hard in those interviews."""
    found = (
        card for card in cards(workbook) if any(one.interview_id in interviews and one.is_hard for one in card.asked)
    )
    return _to_practise(workbook, found, company)


def _to_practise(workbook: Workbook, found: Iterable[Card], company: str | None) -> tuple[Card, ...]:
    """The most important of them; without suspended ones, those that went well last time, and those that don't suit."""
    weigher, whose = ImportanceScorer(workbook), company_binding(workbook)
    wanted = [
        card for card in found if not card.is_suspended and not _went_well(card) and whose.fits_company(card, company)
    ]
    return tuple(sorted(wanted, key=lambda card: (-weigher.weigh(card).value, card.id))[:QUESTIONS])


def _went_well(card: Card) -> bool:
    last = last_rated_question(card.asked)
    return last is not None and not last.is_hard and (last.rating or 0) > HARD + 1
