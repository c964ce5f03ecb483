"""What is said about a draft to the person alone: what it leaves out and why, and ideas from elsewhere to add."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lib.followup.facts import Facts

if TYPE_CHECKING:
    from lib.followup.messages import MessageKind

_SAYS_INTEREST: Final = frozenset(
    {"thank_you", "follow_up", "check_in", "ready_to_decide", "close_out", "answer_rejection"}
)
_SETTLED: Final = {
    "offer": "They have made you an offer, so the usual text for this no longer fits.",
    "accepted": "You have accepted, so the usual text for this no longer fits.",
    "over": "This has ended, so the usual text for it no longer fits.",
}


def advice(kind: "MessageKind", facts: Facts, does_fit: bool) -> tuple[str, ...]:
    """The notes beside a draft; ``does_fit`` says that such a message makes sense as the process stands.

    Ideas may come from other companies: that is why they are here, and not in the draft.
    """
    if not does_fit:
        return (_SETTLED.get(facts.standing, "The usual text for this does not fit yet."),)
    return (*_on_interest(kind, facts), *_ideas(kind, facts))


def _on_interest(kind: "MessageKind", facts: Facts) -> Iterator[str]:
    if kind not in _SAYS_INTEREST:
        return
    if facts.stance == "none":
        yield "The draft claims no interest, because your debrief leans away from this job."
    if facts.stance == "unknown":
        yield "The draft claims no interest, because your debrief does not say how much you want this job."


def _ideas(kind: "MessageKind", facts: Facts) -> Iterator[str]:
    strength = next(iter(facts.strengths), "")
    if kind == "thank_you" and facts.stance in ("keen", "open") and facts.standing == "open":
        if not facts.qualification and strength:
            yield (
                f"An idea: add a strength of yours, such as “{strength}”. It is not in the draft, as you noted no word "
                "of it to them."
            )
        if facts.qualification and facts.extras.story:
            yield f"An idea: add an example that they have not heard yet. {facts.extras.story}"
    if kind == "brief_reference" and not facts.claims and strength:
        yield (
            f"An idea for what to stress: “{strength}”. It is not in the draft, as you noted no word of it to "
            f"{facts.company or 'them'}."
        )
