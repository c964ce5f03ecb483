"""The four states of whatever is found over many interviews, and how one of them is told.

``Told`` holds the point, to be read first, and the proof behind it. Each state has its words: what it must say and what
it must never say is held by ``tests/insight/state_rules.py`` over random histories.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from lib.english import said

State = Literal["likely_real", "could_be_chance", "no_clear_pattern", "too_early"]
STATES: Final[tuple[State, ...]] = get_args(State)
"""The surest first."""
STATE_LABELS: Final[dict[str, str]] = {
    "likely_real": "Likely real",
    "could_be_chance": "Could be chance",
    "no_clear_pattern": "No clear pattern",
    "too_early": "Too early to tell",
}


@dataclass(frozen=True)
class Told:
    """What is said of one thing: its state, the point in one or two sentences, and how sure that is.

    Where it is too early, ``have`` of the ``need`` interviews are there; otherwise both are 0.
    """

    state: State
    headline: str
    sure: str = ""
    have: int = 0
    need: int = 0

    @property
    def sentence(self) -> str:
        """The point and the proof, for a report that folds nothing away."""
        return said(self.headline, self.sure)


def too_early(have: int, need: int, of: str, sure: str = "") -> Told:
    """'Too early to tell: 3 of 6 ratings needed.'"""
    return Told("too_early", f"Too early to tell: {have} of {need} {of}.", sure, have, need)


LAST = "Looking again and again would find something by chance."
"""Why checks come to an end."""


def next_check(next_at: int | None, of: str = "") -> str:
    """'Next check at 24 outcomes.', or that none is planned any more."""
    if next_at is None:
        return "No further check is planned."
    return f"Next check at {next_at}{f' {of}' if of else ''}."
