"""The one table of rules: what makes a task, which practice it carries out, and why it exists."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lib.english import sentence_case, span, spelled, spoken_time
from lib.followup.answers import answers_to_noes, noes_to_tell
from lib.followup.chases import next_messages
from lib.followup.clocks import EARLY_END, EVENING
from lib.followup.defaults import (
    CHECK_IN_AFTER,
    DECLINE_WITHIN,
    FOLLOW_UP_AFTER,
    INTEREST_AFTER,
    MESSAGES_APART,
    MESSAGES_AT_MOST,
    TELL_NO_AFTER,
    THANKS_HOURS,
    THANKS_LET_GO,
    UNSAID_WITHIN,
)
from lib.followup.due import ORDER, Due
from lib.followup.offers import acceptances, answers_due, negotiations, offers_to_have_written, refusals
from lib.followup.promised import promises
from lib.followup.references import briefings, reference_requests, results_to_tell, thanks_to_helpers
from lib.followup.reflections import debriefs, looks_back, second_thoughts
from lib.followup.scene import Scene
from lib.followup.search import contact_ideas, rival_ideas
from lib.followup.thanks import invitations, thank_yous, unsaid_points
from lib.records.decision import REVIEW_AFTER
from lib.records.vocabulary import TaskKind


@dataclass(frozen=True)
class Rule:
    """A rule: its id, the practices it carries out (domain.md), the kind of task it makes, what it says in general,
    and the function that derives its tasks. Rules that share a function are derived together."""

    id: str
    practices: tuple[str, ...]
    kind: TaskKind
    says: str
    derive: Callable[[Scene], Iterable[Due]]


_TABLE = (
    Rule("promise", ("F4",), "promise", "A promise is kept by its date; it comes first in every list.", promises),
    Rule(
        "accept",
        ("O1",),
        "accept",
        "An offer that you decided for is accepted by its deadline; until it is signed it is not a job.",
        acceptances,
    ),
    Rule(
        "answer_offer",
        ("O2",),
        "answer_offer",
        "An offer is answered by the day they named.",
        answers_due,
    ),
    Rule(
        "decline",
        ("B1",),
        "decline",
        f"An offer that you decided against is declined within {span(DECLINE_WITHIN)}, with thanks and the door left "
        "open.",
        refusals,
    ),
    Rule(
        "negotiate",
        ("O2", "O3"),
        "negotiate",
        "What you want to ask for is talked over once the offer is in writing and before you answer.",
        negotiations,
    ),
    Rule(
        "ask_in_writing",
        ("O1", "O2"),
        "ask_in_writing",
        "An offer is asked for in writing on the next business day; until it is signed it is not a job.",
        offers_to_have_written,
    ),
    Rule(
        "thank_you",
        ("T1", "T2"),
        "thank_you",
        f"Everyone met is thanked by {spoken_time(EVENING)} the same day where the interview ended before "
        f"{spoken_time(EARLY_END)}, else within {THANKS_HOURS} hours; after {span(THANKS_LET_GO)} it is let go.",
        thank_yous,
    ),
    Rule(
        "debrief",
        ("D1",),
        "debrief",
        "An interview that is over is written down while memory is fresh.",
        debriefs,
    ),
    Rule(
        "brief_reference",
        ("R1", "R3"),
        "brief_reference",
        "A reference who agreed is briefed on the day after the interview, unless another round comes first.",
        briefings,
    ),
    Rule(
        "ask_reference",
        ("R1", "R2"),
        "ask_reference",
        "A reference is asked before being named, and where references come next somebody is asked.",
        reference_requests,
    ),
    Rule(
        "tell_them_no",
        ("B1",),
        "tell_them_no",
        f"{sentence_case(span(TELL_NO_AFTER))} after leaning towards no they hear it, with thanks and the door left "
        "open; so do all who wait once another offer is signed and its conditions are met.",
        noes_to_tell,
    ),
    Rule(
        "ready_to_decide",
        ("F5",),
        "ready_to_decide",
        "When all rounds are done: one message with one question.",
        next_messages,
    ),
    Rule(
        "follow_up",
        ("F2", "F3"),
        "follow_up",
        f"It is quiet until the date they promised; {spelled(FOLLOW_UP_AFTER, 'business day')} later the message that "
        "it has passed.",
        next_messages,
    ),
    Rule(
        "check_in",
        ("F1", "F6", "F7"),
        "check_in",
        f"Where no date was given, one check-in after {spelled(CHECK_IN_AFTER, 'business day')}; never a call on the "
        "day after.",
        next_messages,
    ),
    Rule(
        "unsaid_point",
        ("T3",),
        "unsaid_point",
        "What was left unsaid goes into the thank-you; where none carries it, it is sent within "
        f"{span(UNSAID_WITHIN)}.",
        unsaid_points,
    ),
    Rule(
        "answer_rejection",
        ("B2",),
        "answer_rejection",
        "A no is answered with thanks, from the day after on.",
        answers_to_noes,
    ),
    Rule(
        "thank_reference",
        ("R2",),
        "thank_reference",
        "A reference who was contacted is thanked.",
        thanks_to_helpers,
    ),
    Rule("thank_contact", ("K3",), "thank_contact", "A contact who put in a word is thanked.", thanks_to_helpers),
    Rule("tell_reference", ("R2",), "tell_reference", "A reference hears how it ended.", results_to_tell),
    Rule("tell_contact", ("K3",), "tell_contact", "A contact who helped hears how it ended.", results_to_tell),
    Rule(
        "connect",
        ("T6",),
        "connect",
        "After the thanks each interviewer is invited to connect, once, with the reason.",
        invitations,
    ),
    Rule(
        "rate_interest",
        ("D4",),
        "rate_interest",
        f"{sentence_case(span(INTEREST_AFTER))} later the interest is asked for again, to tell mood from fit.",
        second_thoughts,
    ),
    Rule(
        "review_decision",
        ("D4",),
        "review_decision",
        f"A decision is looked back on after {span(REVIEW_AFTER.days)}, or on the day that was chosen for it.",
        looks_back,
    ),
    Rule(
        "close_out",
        ("F6", "F7"),
        "close_out",
        f"After {spelled(MESSAGES_AT_MOST, 'message')} without an answer, {span(MESSAGES_APART)} apart, it is "
        "closed for oneself.",
        next_messages,
    ),
    Rule(
        "look_at_rival",
        ("K2",),
        "look_at_rival",
        "While a favourite is not signed, its rivals are worth a look.",
        rival_ideas,
    ),
    Rule("ask_contact", ("K1", "K3"), "ask_contact", "Someone known there is asked for a good word.", contact_ideas),
)
RULES: tuple[Rule, ...] = tuple(sorted(_TABLE, key=lambda rule: ORDER.index(rule.kind)))
"""Every rule, in the one order of tasks: ``due.ORDER``, what is lost if they are not done."""

_BY_ID = {rule.id: rule for rule in RULES}


def rule_of(due: Due) -> Rule | None:
    """The rule that made a task; None for one that the person added."""
    return _BY_ID.get(due.rule.partition(":")[0])


def derive_all(scene: Scene) -> Iterable[Due]:
    """The tasks of every rule, before what the person did with them is looked at."""
    for derive in dict.fromkeys(rule.derive for rule in RULES):
        yield from derive(scene)
