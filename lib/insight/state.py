"""The four states of a finding, and how each is worded.

``Conclusion`` holds the point, to be read first, and the proof behind it. What each state must and must never claim is
tested over random histories by ``tests/insight/state_rules.py``.
"""

from dataclasses import dataclass
from typing import Final, Literal

from lib.insight.result import Explained

FindingState = Literal["likely_real", "could_be_chance", "no_clear_pattern", "too_early"]
"""The surest first."""
STATE_LABELS: Final[dict[str, str]] = {
    "likely_real": "Likely real",
    "could_be_chance": "Could be chance",
    "no_clear_pattern": "No clear pattern",
    "too_early": "Too early to tell",
}
LIKELY_REAL: Final = f"{STATE_LABELS['likely_real']}."
COULD_BE_CHANCE: Final = f"{STATE_LABELS['could_be_chance']}."


@dataclass(frozen=True)
class Conclusion(Explained):
    """One finding in words: its state, the point in one or two sentences, and how sure that is.

    Where it is too early, ``have`` of the ``need`` interviews are there; otherwise both are 0.
    """

    state: FindingState
    headline: str
    sure: str = ""
    have: int = 0
    need: int = 0


def too_early(have: int, need: int, of: str, sure: str = "") -> Conclusion:
    """That there are only ``have`` of the ``need`` of something."""
    return Conclusion("too_early", too_early_sentence(have, need, of), sure, have, need)


def too_early_sentence(have: int, need: int, of: str) -> str:
    """'Too early to tell: 3 of 6 ratings needed.'"""
    return f"{STATE_LABELS['too_early']}: {have} of {need} {of}."


LAST = "Looking again and again would find something by chance."
"""Why checks end."""


def next_check(next_at: int | None, of: str = "") -> str:
    """'Next check at 24 outcomes.', or that none is planned any more."""
    if next_at is None:
        return "No further check is planned."
    return f"Next check at {next_at}{f' {of}' if of else ''}."
