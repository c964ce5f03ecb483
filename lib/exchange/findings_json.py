"""The findings of one search as plain data, for JSON: every figure that the pages show, and its sentence.

The keys are what scripts of other people read. Nearly all of them are the names of the results' own attributes.
"""

from typing import Any

from lib.english import in_paragraphs
from lib.insight.findings import Findings
from lib.insight.forecasts.forecast import Calibration, Deviation
from lib.insight.funnel import Funnel, FunnelStep
from lib.insight.outcome_factors.checks import FactorFinding, OutcomeFactors
from lib.insight.skills.changes import SkillChange, SkillChanges
from lib.insight.waiting.response_times import WaitingProcess

Json = dict[str, Any]

_DIGITS = 4


def to_json(findings: Findings) -> Json:
    """All findings. Shares and chances are 0 to 1, forecasts in percent, changes in points of 1 to 5."""
    found: Json = {
        "skills": [_change(entry) for entry in findings.skills.dimensions],
        "overall": _overall(findings.skills),
        "separators": _separators(findings.outcome_factors),
        "forecast": _forecast(findings),
        "waiting": _waiting(findings),
        "funnel": {"applications": _funnel(findings.applications), "stages": _funnel(findings.stages)},
        "themes": _themes(findings),
        "plans": _attributes(findings.plans, "n kept sentence"),
        "prepared": _attributes(findings.prepared, "n sentence"),
        "asked": _attributes(findings.asked, "n sentence"),
    }
    return {name: _round(value) for name, value in found.items()}


def _attributes(result: object, names: str) -> Json:
    """The named attributes of a result; all of them None if there is no result."""
    return {name: None if result is None else getattr(result, name) for name in names.split()}


def _values(result: object, names: str) -> list[Any]:
    return list(_attributes(result, names).values())


def _round(value: Any) -> Any:
    """The value with each fraction in it rounded."""
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, list):
        return [_round(entry) for entry in value]
    if isinstance(value, dict):
        return {name: _round(entry) for name, entry in value.items()}
    return value


def _change(entry: SkillChange) -> Json:
    return {
        "dimension": entry.key,
        **_attributes(entry, "label n verdict change low high raw chance smallest sentence"),
    }


def _overall(result: SkillChanges) -> Json:
    return _change(result.overall) | {
        "dimension": "overall",
        **_attributes(result, "rated next_at carried_over warning"),
    }


def _separators(result: OutcomeFactors) -> Json:
    second = result.silence_as_no
    return {
        **_attributes(result, "verdict factor n sentence"),
        **_attributes(result.look, "answered checked chance next_at"),
        "finding": _finding(result.look.finding) if result.look.finding else None,
        "look_next": [_finding(entry) for entry in result.look_next],
        "silence_as_no": _attributes(second, "verdict n sentence") | _attributes(second.finding, "factor")
        if second
        else None,
    }


def _finding(entry: FactorFinding) -> Json:
    counts = _attributes(entry, "factor label strength yes_with yes no_with no")
    return counts | {"cut": entry.cut or None, "sentence": entry.counts}


def _forecast(findings: Findings) -> Json:
    result = findings.forecasts
    second = result.silence_as_no
    return {
        "verdict": _verdict(result.record),
        **_attributes(result, "n open broken late sentence"),
        **_calibration(result.record),
        "silence_as_no": {
            "n": second.n,
            "sentence": in_paragraphs(second.judgement, second.score_in_words),
            **_calibration(second),
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
        **_attributes(record, "expected yes judged"),
        "bias": _deviation(record.bias),
        "boldness": _deviation(record.boldness),
        **_attributes(score, "brier base"),
        "gain": _values(score, "gain low high") if score else None,
        "decomposition": {
            **_attributes(score.parts, "miscalibration discrimination uncertainty"),
            "miscalibration_by_chance": score.parts.by_chance,
        }
        if score
        else None,
        "groups": [_attributes(one, "mean yes n low high") for one in record.groups],
        "curve": [_values(one, "chance estimate low high") for one in record.curve],
    }


def _deviation(entry: Deviation) -> Json:
    return _attributes(entry, "direction p beyond_chance")


def _waiting(findings: Findings) -> Json:
    result = findings.waiting
    days = "day chance low high"
    return {
        **_attributes(result, "verdict n silent check_in_day no_reply_day sentence assumption_sentence"),
        "curve": [_values(entry, days) for entry in result.curve],
        "assumption": [_values(entry, days) for entry in result.assumption],
        "processes": [_process(entry) for entry in result.processes],
    }


def _process(entry: WaitingProcess) -> Json:
    names = "application_id company days suggests_no_reply sentence"
    return _attributes(entry, names) | _attributes(entry.chance, "chance low high")


def _funnel(result: Funnel) -> Json:
    return {**_attributes(result, "n sentence"), "steps": [_step(step) for step in result.steps]}


def _step(step: FunnelStep) -> Json:
    share = step.conversion
    return {
        **_attributes(step, "label n"),
        **dict(step.fates),
        "conversion": {"share": share.estimate, **_attributes(share, "yes n low high")} if share else None,
        "sentence": step.conversion_sentence,
    }


def _themes(findings: Findings) -> Json:
    result = findings.themes
    sides = {"well": result.well, "badly": result.badly, "lessons": result.lessons}
    themes = {side: [_attributes(theme, "words n of") for theme in found] for side, found in sides.items()}
    return {**_attributes(result, "n sentence"), **themes}
