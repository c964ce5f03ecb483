"""What can be said, in the order of how sure it is: established, worth a look, described, and not known yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from lib.english import said
from lib.insight.findings import Findings
from lib.insight.forecasts.forecast import Deviation
from lib.insight.hindsight import guesses_sentence, left_out_sentence
from lib.insight.separators.separators import Finding
from lib.insight.skills.changes import Change
from lib.insight.skills.sentences import next_sentence
from lib.insight.skills.skills import skills as over_time
from lib.insight.wording import explained_once

Tier = Literal["established", "look", "described", "unknown"]
TIERS: tuple[Tier, ...] = get_args(Tier)
Part = Literal["skills", "words", "asked", "funnel", "forecasts", "answers", "waiting"]

_DIRECTIONS = ("expects_less", "expects_more", "too_bold", "too_timid")


@dataclass(frozen=True)
class Statement:
    """One thing said, with its tier, and the part of the page that shows it in full.

    ``key`` names it among the statements. ``finding`` or ``change`` is what it rests on, where one can act on it.
    """

    tier: Tier
    part: Part
    key: str
    sentence: str
    finding: Finding | None = None
    change: Change | None = None


@dataclass(frozen=True)
class Summary:
    """Everything said, the surest first. Each part of the page has at least one statement."""

    statements: tuple[Statement, ...]

    def of(self, tier: Tier) -> tuple[Statement, ...]:
        """The statements of one tier."""
        return tuple(entry for entry in self.statements if entry.tier == tier)

    def explained(self) -> "Summary":
        """The same, the first statement that names an 80% interval saying what that is."""
        sentences = explained_once(entry.sentence for entry in self.statements)
        return Summary(
            tuple(replace(entry, sentence=told) for entry, told in zip(self.statements, sentences, strict=True))
        )


def summary(findings: Findings) -> Summary:
    """What the findings say, in tiers. No statement says more than the result that it is taken from."""
    every = (*_answers(findings), *_skills(findings), *_forecasts(findings), *_waiting(findings), *_counted(findings))
    return Summary(tuple(sorted(every, key=lambda entry: TIERS.index(entry.tier))))


def _answers(findings: Findings) -> Iterator[Statement]:
    result = findings.separators
    if result.look.finding:
        yield Statement("established", "answers", result.look.finding.factor, result.look.sentence, result.look.finding)
    else:
        yield Statement("unknown", "answers", "answers", result.look.sentence)
    for finding in result.look_next:
        yield Statement("look", "answers", finding.factor, finding.sentence, finding)


def _skills(findings: Findings) -> Iterator[Statement]:
    result = findings.skills
    when = next_sentence(result.n, result.rated, result.next_at)
    every = (result.overall, *result.dimensions)
    for change in every:
        if change.verdict == "established":
            yield Statement("established", "skills", f"skill:{change.key}", change.sentence, change=change)
        elif change.verdict == "watch":
            yield Statement("look", "skills", f"skill:{change.key}", change.sentence, change=change)
    if not any(change.verdict in ("established", "watch") for change in every):
        yield Statement("unknown", "skills", "skills", said(result.overall.sentence, when))
    if result.overall.verdict == "not_enough" and (result.rated or result.afterwards):
        rated = over_time(findings.workbook)
        yield Statement("described", "skills", "ratings", said(rated.sentence, left_out_sentence(result.afterwards)))
    if result.warning:
        yield Statement("look", "skills", "carried over", result.warning)


def _forecasts(findings: Findings) -> Iterator[Statement]:
    result = findings.forecasts
    record = result.record
    told = said(record.judgement, guesses_sentence(result.late))
    if record.score is None:
        yield Statement("unknown", "forecasts", "forecasts", told)
    elif _is_beyond_chance(record.bias) or _is_beyond_chance(record.boldness):
        yield Statement("established", "forecasts", "forecasts", told)
    else:
        yield Statement("described", "forecasts", "forecasts", told)


def _is_beyond_chance(deviation: Deviation) -> bool:
    return deviation.beyond_chance and deviation.direction in _DIRECTIONS


def _waiting(findings: Findings) -> Iterator[Statement]:
    result = findings.waiting
    yield Statement("described" if result.verdict == "own" else "unknown", "waiting", "waiting", result.sentence)


def _counted(findings: Findings) -> Iterator[Statement]:
    """What is counted and claims nothing: own words, questions, the way of the applications."""
    yield Statement("described" if findings.themes.n else "unknown", "words", "words", findings.themes.sentence)
    yield Statement("described" if findings.asked.n else "unknown", "asked", "asked", findings.asked.sentence)
    funnel = findings.applications
    yield Statement("described" if funnel.n else "unknown", "funnel", "funnel", funnel.sentence)
