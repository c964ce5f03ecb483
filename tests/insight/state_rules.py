"""What each of the four states must claim, and what it must never claim."""

import re
from collections.abc import Iterator

from lib.insight.findings import Findings
from lib.insight.separators.sentences import REASON
from lib.insight.skills.sentences import OWN
from lib.insight.state import State, Told

_COUNTS = r"\b\d+ of \d+\b.*\b\d+ of \d+ "
_DIRECTION = r"\bhigher\b|\blower\b|[+−]\d|(?<!-)\bup\b|\bdown\b|\brose\b|\bfell\b|\bbetter\b|\bworse\b"
_NEXT = r"Next check at \d+|No further check is planned"
_CHECKED = r"Checked (?:at|over your first) \d+"

MUST: dict[State, tuple[str, ...]] = {
    "too_early": (r"\b\d+ of \d+ ",),
    "no_clear_pattern": (r"Checked at \d+", r"could have been missed", _NEXT),
    "could_be_chance": (rf"{_COUNTS}|You rate ", r"Could be chance\."),
    "likely_real": (rf"{_COUNTS}|You rate ", _CHECKED, f"{re.escape(REASON)}|{re.escape(OWN)}", _NEXT),
}
NEVER: dict[State, str] = {
    "too_early": _DIRECTION,
    "no_clear_pattern": rf"\bno change\b|\bstable\b|{_DIRECTION}",
    "could_be_chance": r"\bbetter\b|\bmay\b|\bprobably\b|\bsuits\b|\bbecause\b",
    "likely_real": r"\bwins\b|\bproven\b|\bluck\b|\bp\b|\bpercent\b|%",
}
IN_SIGHT: dict[State, tuple[str, ...]] = {
    "too_early": MUST["too_early"],
    "no_clear_pattern": MUST["no_clear_pattern"],
    "could_be_chance": MUST["could_be_chance"],
    "likely_real": (rf"{_COUNTS}|You rate ",),
}
"""What may not be folded away."""


def broken(told: Told) -> list[str]:
    """The rules of its state that it breaks."""
    missing = [rule for rule in MUST[told.state] if not re.search(rule, told.sentence)]
    hidden = [rule for rule in IN_SIGHT[told.state] if not re.search(rule, told.headline)]
    said = re.search(NEVER[told.state], told.sentence, re.IGNORECASE)
    bars = told.need > told.have >= 0 if told.state == "too_early" else not told.need
    return [*missing, *hidden, *([said.group()] if said else []), *([] if bars else ["the bar of what is missing"])]


def all_told(findings: Findings) -> Iterator[Told]:
    """All statements of a search in one of the states."""
    yield findings.skills.overall.told
    yield from (change.told for change in findings.skills.dimensions)
    looks = (findings.separators.look, findings.separators.silence_as_no)
    for look in filter(None, looks):
        yield look.told
        yield from (look.unsure(finding) for finding in look.look_next)
    yield findings.separators.told
    yield findings.overview.stands_out.told
    if "from memory" not in findings.overview.better.told.headline:
        yield findings.overview.better.told
