"""What stands out: at most one thing, out of two families of checks.

Two families share the first screen: yes and no compared (24 things or so), and the change of each skill. Each keeps the
levels of its own checks, and no choice between them can raise these: what is shown as likely real was found by its
family, so the error of the screen is at most the sum of both. Guesses don't take part. The whole is measured in
``docs/benchmarks/first_screen.md``.
"""

from dataclasses import dataclass

from lib.insight.separators.separators import Finding, Separators
from lib.insight.skills.changes import Change, SkillChanges
from lib.insight.state import Told

STRENGTH = 10
"""A Bayes factor: what could be chance is shown on the first screen from 10 to 1 on, and never more than one thing."""


@dataclass(frozen=True)
class StandsOut:
    """The one thing, in its state, and what it rests on: a finding, a change, or nothing."""

    told: Told
    finding: Finding | None = None
    change: Change | None = None


def stands_out(separators: Separators, changes: SkillChanges) -> StandsOut:
    """The surest thing that the checks have found; without one, what was checked or what is missing."""
    look = separators.look
    if look.finding:
        return StandsOut(separators.told, finding=look.finding)
    real = [change for change in changes.dimensions if change.told.state == "likely_real"]
    if real:
        change = min(real, key=lambda one: (one.chance or 0.0, one.key))
        return StandsOut(change.told, change=change)
    chances: list[tuple[float, StandsOut]] = [
        (finding.strength, StandsOut(look.unsure(finding), finding=finding)) for finding in look.look_next
    ]
    chances += [
        (change.strength or 0.0, StandsOut(change.told, change=change))
        for change in changes.dimensions
        if change.told.state == "could_be_chance"
    ]
    strongest, found = max(chances, key=lambda one: one[0], default=(0.0, None))
    return found if found and strongest >= STRENGTH else StandsOut(separators.told)
