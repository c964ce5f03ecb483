"""How far it goes: one bar a step."""

from lib.insight.funnel import FATES, Fate, Funnel, fate_label
from lib.ui.progress import bars

_LOOKS: dict[Fate, str] = {
    "went_on": "accent",
    "rejected": "",
    "no_reply": "cool",
    "withdrew": "striped",
    "waiting": "open",
}


def show_steps(found: Funnel) -> None:
    """One bar a step, divided by outcome, on one scale."""
    if not found.n:
        return
    used = [fate for fate in FATES if any(step.count(fate) for step in found.steps)]
    bars.legend([(_LOOKS[fate], fate_label(fate)) for fate in used])
    most = max(step.n for step in found.steps)
    bars.rows(
        (
            step.label,
            bars.bar([(count, _LOOKS[fate], fate_label(fate).lower()) for fate, count in step.fates], most, True),
            str(step.n),
        )
        for step in found.steps
    )
