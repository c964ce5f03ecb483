"""All findings of a search, in the four states, and what is only counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from lib.english import paragraph
from lib.insight.findings import Findings
from lib.insight.hindsight import guesses_sentence
from lib.insight.outcome_factors.checks import FactorFinding
from lib.insight.result import Explained
from lib.insight.skills.changes import SkillChange
from lib.insight.state import STATE_LABELS, Conclusion
from lib.insight.wording import explained_once

SummaryGroup = Literal["likely_real", "could_be_chance", "your_numbers", "no_clear_pattern", "too_early"]
GROUPS: Final[tuple[SummaryGroup, ...]] = get_args(SummaryGroup)
"""The surest first; what is only counted comes in the middle."""
GROUP_LABELS: Final[Mapping[str, str]] = {**STATE_LABELS, "your_numbers": "Your numbers"}
SummaryPart = Literal["skills", "words", "asked", "funnel", "forecasts", "answers", "waiting"]


@dataclass(frozen=True)
class Statement(Explained):
    """One statement: the point, the proof, and its group.

    ``key`` names it among the statements. ``finding`` or ``change`` is its basis, if something can be done about it.
    """

    group: SummaryGroup
    part: SummaryPart
    key: str
    headline: str
    sure: str
    finding: FactorFinding | None = None
    change: SkillChange | None = None


@dataclass(frozen=True)
class Summary:
    """All statements, the surest first."""

    statements: tuple[Statement, ...]

    def of(self, group: SummaryGroup) -> tuple[Statement, ...]:
        """The statements of one group."""
        return tuple(entry for entry in self.statements if entry.group == group)

    def explained(self) -> "Summary":
        """The same, with 'likely range' explained where it first occurs."""
        explained = explained_once(entry.sure for entry in self.statements)
        return Summary(tuple(replace(entry, sure=sure) for entry, sure in zip(self.statements, explained, strict=True)))


def summary(findings: Findings) -> Summary:
    """The findings in words, by group. No statement claims more than its result."""
    every = (*_answers(findings), *_skills(findings), *_forecasts(findings), *_waiting(findings), *_counted(findings))
    return Summary(tuple(sorted(every, key=lambda entry: GROUPS.index(entry.group))))


def _answers(findings: Findings) -> Iterator[Statement]:
    result = findings.outcome_factors
    finding = result.look.finding
    yield _statement(result.conclusion, "answers", finding.factor if finding else "answers", finding=finding)
    for other in result.look_next:
        yield _statement(result.look.unsure(other), "answers", other.factor, finding=other)


def _skills(findings: Findings) -> Iterator[Statement]:
    """My ratings as a whole, and each skill that stands out."""
    result = findings.skills
    is_unsure = result.overall.conclusion.state == "could_be_chance"
    whole = result.overall.conclusion if is_unsure else findings.overview.better.conclusion
    yield _statement(whole, "skills", "skill:", change=result.overall)
    for change in result.dimensions:
        if change.conclusion.state in ("likely_real", "could_be_chance"):
            yield _statement(change.conclusion, "skills", f"skill:{change.key}", change=change)


def _statement(
    conclusion: Conclusion,
    part: SummaryPart,
    key: str,
    finding: FactorFinding | None = None,
    change: SkillChange | None = None,
) -> Statement:
    return Statement(conclusion.state, part, key, conclusion.headline, conclusion.sure, finding, change)


def _forecasts(findings: Findings) -> Iterator[Statement]:
    """Guesses are counted, and not compared with anything else that may stand out."""
    result = findings.forecasts
    group: SummaryGroup = "too_early" if result.record.score is None else "your_numbers"
    details = paragraph(result.record.details, guesses_sentence(result.late))
    yield Statement(group, "forecasts", "forecasts", result.record.headline, details)


def _waiting(findings: Findings) -> Iterator[Statement]:
    result = findings.waiting
    group: SummaryGroup = "your_numbers" if result.verdict == "own" else "too_early"
    yield Statement(group, "waiting", "waiting", result.headline, result.sure)


def _counted(findings: Findings) -> Iterator[Statement]:
    """What is counted and claims nothing: own words, questions, the way of the applications."""
    themes, asked, funnel = findings.themes, findings.asked, findings.applications
    if themes.n:
        yield Statement("your_numbers", "words", "words", themes.headline, themes.sure)
    if asked.n:
        yield Statement("your_numbers", "asked", "asked", asked.headline, asked.sure)
    if funnel.n:
        yield Statement("your_numbers", "funnel", "funnel", funnel.headline, funnel.sure)
