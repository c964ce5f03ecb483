"""What stands out: at most one thing, out of two families of checks.

Two families share the first screen: yes and no compared (24 things or so), and the change of each skill. Each keeps the
levels of its own checks, and no choice between them can raise these: what is shown as likely real was found by its
family, so the error of the screen is at most the sum of both. Guesses don't take part. The whole is measured in
``docs/benchmarks/first_screen.md``.
"""

from dataclasses import dataclass

from lib.insight.outcome_factors.checks import FactorFinding, OutcomeFactors
from lib.insight.skills.changes import SkillChange, SkillChanges
from lib.insight.state import Conclusion

STRENGTH = 10
"""A Bayes factor: what could be chance is shown on the first screen from 10 to 1 on, and never more than one thing."""
STRENGTH_OF_MANY = 15
"""The same if some two dozen things are compared.

At 10 to 1 one look in four would show something if there is nothing (docs/benchmarks/first_screen.md).
"""


@dataclass(frozen=True)
class StandsOut:
    """The one thing, in its state, and what it rests on: a finding, a change, or nothing.

    ``strength`` is that of what could be chance, else 0.
    """

    conclusion: Conclusion
    finding: FactorFinding | None = None
    change: SkillChange | None = None
    strength: float = 0.0


def stands_out(separators: OutcomeFactors, changes: SkillChanges, above: float = 0.0) -> StandsOut:
    """The surest thing that the checks have found; without one, what was checked or what is missing.

    What could be chance has to be stronger than ``above``, which is the strength of what is shown elsewhere.
    """
    look = separators.look
    if look.finding:
        return StandsOut(separators.conclusion, finding=look.finding)
    real = [change for change in changes.dimensions if change.conclusion.state == "likely_real"]
    if real:
        change = min(real, key=lambda one: (one.chance or 0.0, one.key))
        return StandsOut(change.conclusion, change=change)
    unsure = [
        StandsOut(look.unsure(one), finding=one, strength=one.strength)
        for one in look.look_next
        if one.strength >= STRENGTH_OF_MANY
    ]
    unsure += [
        StandsOut(change.conclusion, change=change, strength=change.strength or 0.0)
        for change in changes.dimensions
        if change.conclusion.state == "could_be_chance"
    ]
    strongest = max(unsure, key=lambda one: one.strength, default=None)
    is_shown = strongest is not None and strongest.strength >= STRENGTH and strongest.strength > above
    return strongest if is_shown and strongest else StandsOut(separators.conclusion)
