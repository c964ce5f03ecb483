"""Whether a kind of message makes sense now; if it does not, its draft is a blank."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lib.followup.facts import Facts
from lib.followup.kinds import TASK_KINDS
from lib.followup.process_state import ProcessState
from lib.followup.promise_reading import is_theirs
from lib.records.vocabulary import TaskKind

_SETTLED: Final[Mapping[ProcessState, tuple[str, str]]] = {
    "offer": (
        "what you want to say, now that there is an offer",
        "They have made you an offer, so the usual text for this no longer fits.",
    ),
    "accepted": (
        "what you want to say, now that you have accepted",
        "You have accepted, so the usual text for this no longer fits.",
    ),
    "over": (
        "what you want to say, now that this has ended",
        "This has ended, so the usual text for it no longer fits.",
    ),
    "open": ("what you want to say", "The usual text for this does not fit yet."),
}


@dataclass(frozen=True)
class Misfit:
    """Why a kind of message makes no sense now: the words of the blank, and the advice beside it."""

    blank: str
    advice: str


def misfit(kind: TaskKind, facts: Facts) -> Misfit | None:
    """Why such a message makes no sense now, as its text would not be true; None if it does."""
    if facts.process_state not in TASK_KINDS[kind].fits:
        return Misfit(*_SETTLED[facts.process_state])
    if TASK_KINDS[kind].waits_for_their_date and facts.is_date_ahead and facts.reply_by:
        day = facts.dates.spoken_day(facts.reply_by, facts.today)
        return Misfit(
            f"what you want to say before {day}",
            f"They said {day}. Wait until then: once that day has passed, you'll find the draft here.",
        )
    if kind == "unsaid_point" and facts.is_unsaid_sent:
        return Misfit("what you want to say", "You've already told them this in another letter.")
    if kind == "promise" and not facts.extras.promised:
        return Misfit("what you want to send them", "You've noted no promise to them, so the draft claims none.")
    if kind == "promise" and is_theirs(facts.extras.promised):
        return Misfit(
            "what you want to say", "Your note tells what they'll do, so the draft claims no promise of yours."
        )
    if kind == "accept" and facts.is_acceptance_known:
        return Misfit("what you want to say, now that you have accepted", "You've accepted already, and they know.")
    if kind == "ask_reference" and facts.reference.is_given:
        return Misfit("what you want to say, now that they have agreed", "They've already agreed for this application.")
    return None


def fits(kind: TaskKind, facts: Facts) -> bool:
    """Whether such a message still makes sense now."""
    return misfit(kind, facts) is None
