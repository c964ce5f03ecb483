"""What each of the four states must claim, and what it must never claim."""

import re
from collections.abc import Iterator

from lib.insight.findings import Findings
from lib.insight.outcome_factors.sentences import REASON
from lib.insight.skills.sentences import OWN
from lib.insight.state import Conclusion, FindingState

_COUNTS = r"\b\d+ of \d+\b.*\b\d+ of \d+ "
_DIRECTION = r"\bhigher\b|\blower\b|[+−]\d|(?<!-)\bup\b|\bdown\b|\brose\b|\bfell\b|\bbetter\b|\bworse\b"
_NEXT = r"Next check at \d+|No further check is planned"
_CHECKED = r"Checked (?:at|over your first) \d+"

MUST: dict[FindingState, tuple[str, ...]] = {
    "too_early": (r"\b\d+ of \d+ ",),
    "no_clear_pattern": (r"Checked at \d+", r"could have been missed", _NEXT),
    "could_be_chance": (rf"{_COUNTS}|You rate ", r"Could be chance\."),
    "likely_real": (rf"{_COUNTS}|You rate ", _CHECKED, f"{re.escape(REASON)}|{re.escape(OWN)}", _NEXT),
}
NEVER: dict[FindingState, str] = {
    "too_early": _DIRECTION,
    "no_clear_pattern": rf"\bno change\b|\bstable\b|{_DIRECTION}",
    "could_be_chance": r"\bbetter\b|\bmay\b|\bprobably\b|\bsuits\b|\bbecause\b",
    "likely_real": r"\bwins\b|\bproven\b|\bluck\b|\bp\b|\bpercent\b|%",
}
IN_SIGHT: dict[FindingState, tuple[str, ...]] = {
    "too_early": MUST["too_early"],
    "no_clear_pattern": MUST["no_clear_pattern"],
    "could_be_chance": MUST["could_be_chance"],
    "likely_real": (rf"{_COUNTS}|You rate ",),
}
"""What may not be folded away."""


def broken(conclusion: Conclusion) -> list[str]:
    """The rules of its state that it breaks."""
    missing = [rule for rule in MUST[conclusion.state] if not re.search(rule, conclusion.sentence)]
    hidden = [rule for rule in IN_SIGHT[conclusion.state] if not re.search(rule, conclusion.headline)]
    said = re.search(NEVER[conclusion.state], conclusion.sentence, re.IGNORECASE)
    bars = conclusion.need > conclusion.have >= 0 if conclusion.state == "too_early" else not conclusion.need
    return [*missing, *hidden, *([said.group()] if said else []), *([] if bars else ["the bar of what is missing"])]


def conclusions(findings: Findings) -> Iterator[Conclusion]:
    """All statements of a search in one of the states."""
    yield findings.skills.overall.conclusion
    yield from (change.conclusion for change in findings.skills.dimensions)
    looks = (findings.outcome_factors.look, findings.outcome_factors.silence_as_no)
    for look in filter(None, looks):
        yield look.conclusion
        yield from (look.unsure(finding) for finding in look.look_next)
    yield findings.outcome_factors.conclusion
    yield findings.overview.stands_out.conclusion
    if "from memory" not in findings.overview.better.conclusion.headline:
        yield findings.overview.better.conclusion
