"""The findings of one search as plain data, for JSON: every figure that the pages show, and its sentence."""

from collections.abc import Iterable
from typing import Any

from lib.english import in_paragraphs
from lib.insight.findings import Findings
from lib.insight.forecasts.curve import Pooled
from lib.insight.forecasts.forecast import Calibration, Deviation
from lib.insight.funnel import Funnel, Step
from lib.insight.intervals import Share
from lib.insight.separators.separators import Finding, Look
from lib.insight.skills.changes import Change
from lib.insight.waiting.waiting import Process, SilentDay
from lib.insight.words.themes import Theme

Json = dict[str, Any]

_DIGITS = 4


def plain(findings: Findings) -> Json:
    """All findings. Shares and chances are 0 to 1, forecasts in percent, changes in points of 1 to 5."""
    return {
        "skills": [_change(entry) for entry in findings.skills.dimensions],
        "overall": _overall(findings),
        "separators": _separators(findings),
        "forecast": _forecast(findings),
        "waiting": _waiting(findings),
        "funnel": _funnels(findings),
        "themes": _themes(findings),
        "plans": {"n": findings.plans.n, "kept": findings.plans.kept, "sentence": findings.plans.sentence},
        "prepared": {"n": findings.prepared.n, "sentence": findings.prepared.sentence},
        "asked": {"n": findings.asked.n, "sentence": findings.asked.sentence},
    }


def _change(entry: Change) -> Json:
    return {
        "dimension": entry.key,
        "label": entry.label,
        "n": entry.n,
        "verdict": entry.verdict,
        "change": _rounded(entry.change),
        "low": _rounded(entry.low),
        "high": _rounded(entry.high),
        "raw": _rounded(entry.raw),
        "chance": _rounded(entry.chance),
        "smallest": _rounded(entry.smallest),
        "sentence": entry.sentence,
    }


def _overall(findings: Findings) -> Json:
    result = findings.skills
    return _change(result.overall) | {
        "dimension": "overall",
        "rated": result.rated,
        "next_at": result.next_at,
        "carried_over": _rounded(result.carried_over),
        "warning": result.warning,
    }


def _separators(findings: Findings) -> Json:
    result = findings.separators
    second = result.silence_as_no
    return {
        "verdict": result.verdict,
        "factor": result.factor,
        "n": result.n,
        "answered": result.look.answered,
        "checked": result.look.checked,
        "chance": _rounded(result.look.chance),
        "next_at": result.look.next_at,
        "sentence": result.sentence,
        "finding": _finding(result.look.finding),
        "look_next": [_finding(entry) for entry in result.look_next],
        "silence_as_no": _look(second) if second else None,
    }


def _finding(entry: Finding | None) -> Json | None:
    if entry is None:
        return None
    return {
        "factor": entry.factor,
        "label": entry.label,
        "cut": entry.cut or None,
        "strength": _rounded(entry.strength),
        "yes_with": entry.yes_with,
        "yes": entry.yes,
        "no_with": entry.no_with,
        "no": entry.no,
        "sentence": entry.counts,
    }


def _look(look: Look) -> Json:
    factor = look.finding.factor if look.finding else None
    return {"verdict": look.verdict, "factor": factor, "n": look.n, "sentence": look.sentence}


def _forecast(findings: Findings) -> Json:
    result = findings.forecasts
    second = result.silence_as_no
    return {
        "verdict": _verdict(result.record),
        "n": result.n,
        "open": result.open,
        "broken": result.broken,
        "late": result.late,
        **_calibration(result.record),
        "sentence": result.sentence,
        "silence_as_no": {
            "n": second.n,
            **_calibration(second),
            "sentence": in_paragraphs(second.judgement, second.score_in_words),
        }
        if second
        else None,
    }


def _verdict(record: Calibration) -> str:
    """'established' if one of the two tests is beyond chance, 'not_enough' where neither was made."""
    if record.score is None:
        return "not_enough"
    found = (one for one in (record.bias, record.boldness) if one.beyond_chance and one.direction != "even")
    return "established" if any(found) else "nothing"


def _calibration(record: Calibration) -> Json:
    score = record.score
    return {
        "expected": _rounded(record.expected),
        "yes": record.yes,
        "judged": record.judged,
        "bias": _deviation(record.bias),
        "boldness": _deviation(record.boldness),
        "brier": _rounded(score.brier) if score else None,
        "base": _rounded(score.base) if score else None,
        "gain": [_rounded(value) for value in (score.gain, score.low, score.high)] if score else None,
        "decomposition": {
            "miscalibration": _rounded(score.parts.miscalibration),
            "discrimination": _rounded(score.parts.discrimination),
            "uncertainty": _rounded(score.parts.uncertainty),
            "miscalibration_by_chance": _rounded(score.parts.by_chance),
        }
        if score
        else None,
        "groups": [
            {
                "mean": _rounded(one.mean),
                "yes": one.yes,
                "n": one.n,
                "low": _rounded(one.low),
                "high": _rounded(one.high),
            }
            for one in record.groups
        ],
        "curve": [[_rounded(v) for v in (one.chance, one.estimate, one.low, one.high)] for one in record.curve],
    }


def _group(entry: Pooled) -> Json:
    figures = {"mean": entry.mean, "low": entry.low, "high": entry.high}
    return {"yes": entry.yes, "n": entry.n, **{name: _rounded(value) for name, value in figures.items()}}


def _deviation(entry: Deviation) -> Json:
    return {"direction": entry.direction, "p": _rounded(entry.p), "beyond_chance": entry.beyond_chance}


def _waiting(findings: Findings) -> Json:
    result = findings.waiting
    return {
        "verdict": result.verdict,
        "n": result.n,
        "silent": result.silent,
        "check_in_day": result.check_in_day,
        "no_reply_day": result.no_reply_day,
        "sentence": result.sentence,
        "curve": [_silent_day(entry) for entry in result.curve],
        "assumption": [_silent_day(entry) for entry in result.assumption],
        "assumption_sentence": result.assumption_sentence,
        "processes": [_process(entry) for entry in result.processes],
    }


def _silent_day(entry: SilentDay) -> list[float | int | None]:
    return [entry.day, *(_rounded(value) for value in (entry.chance, entry.low, entry.high))]


def _process(entry: Process) -> Json:
    return {
        "application_id": entry.application_id,
        "company": entry.company,
        "days": entry.days,
        "chance": _rounded(entry.chance.chance) if entry.chance else None,
        "low": _rounded(entry.chance.low) if entry.chance else None,
        "high": _rounded(entry.chance.high) if entry.chance else None,
        "suggests_no_reply": entry.suggests_no_reply,
        "sentence": entry.sentence,
    }


def _funnels(findings: Findings) -> Json:
    return {"applications": _funnel(findings.applications), "stages": _funnel(findings.stages)}


def _funnel(result: Funnel) -> Json:
    return {"n": result.n, "steps": [_step(step) for step in result.steps], "sentence": result.sentence}


def _step(step: Step) -> Json:
    return {
        "label": step.label,
        "n": step.n,
        **dict(step.fates),
        "conversion": _share(step.conversion),
        "sentence": step.conversion_sentence,
    }


def _share(share: Share | None) -> Json | None:
    if share is None:
        return None
    figures = {"share": share.estimate, "low": share.low, "high": share.high}
    return {"yes": share.yes, "n": share.n, **{name: _rounded(value) for name, value in figures.items()}}


def _themes(findings: Findings) -> Json:
    result = findings.themes
    return {
        "n": result.n,
        "well": _counted(result.well),
        "badly": _counted(result.badly),
        "lessons": _counted(result.lessons),
        "sentence": result.sentence,
    }


def _counted(found: Iterable[Theme]) -> list[Json]:
    return [{"words": theme.words, "n": theme.n, "of": theme.of} for theme in found]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
