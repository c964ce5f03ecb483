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
from lib.followup.take_homes import take_homes
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
    Rule("promise", ("F4",), "promise", "You promised it by this day.", promises),
    Rule("hand_in", ("F4",), "hand_in", "Hand in a take-home by its deadline.", take_homes),
    Rule(
        "accept",
        ("O1",),
        "accept",
        "Accept by their deadline. Until it's signed, it isn't a job.",
        acceptances,
    ),
    Rule(
        "answer_offer",
        ("O2",),
        "answer_offer",
        "Answer an offer by their deadline.",
        answers_due,
    ),
    Rule(
        "decline",
        ("B1",),
        "decline",
        f"Decline an offer within {span(DECLINE_WITHIN)} of deciding, with thanks.",
        refusals,
    ),
    Rule(
        "negotiate",
        ("O2", "O3"),
        "negotiate",
        "Negotiate once the offer is in writing, and before you answer.",
        negotiations,
    ),
    Rule(
        "ask_in_writing",
        ("O1", "O2"),
        "ask_in_writing",
        "Ask for an offer in writing the next business day. Until it's signed, it isn't a job.",
        offers_to_have_written,
    ),
    Rule(
        "thank_you",
        ("T1", "T2"),
        "thank_you",
        f"Thank everyone you met: by {spoken_time(EVENING)} the same day if it ended before {spoken_time(EARLY_END)}, "
        f"else within {THANKS_HOURS} hours. After {span(THANKS_LET_GO)} it's too late.",
        thank_yous,
    ),
    Rule(
        "debrief",
        ("D1",),
        "debrief",
        "Debrief an interview while it's fresh.",
        debriefs,
    ),
    Rule(
        "brief_reference",
        ("R1", "R3"),
        "brief_reference",
        "Tell your references what to expect the day after an interview, unless another round comes first.",
        briefings,
    ),
    Rule(
        "ask_reference",
        ("R1", "R2"),
        "ask_reference",
        "Ask people before you name them as references.",
        reference_requests,
    ),
    Rule(
        "tell_them_no",
        ("B1",),
        "tell_them_no",
        f"Tell them {span(TELL_NO_AFTER)} after you lean towards no, with thanks. Once another offer is signed and its "
        "conditions are met, tell everyone who still waits.",
        noes_to_tell,
    ),
    Rule(
        "ready_to_decide",
        ("F5",),
        "ready_to_decide",
        "After the last round: one message with one question.",
        next_messages,
    ),
    Rule(
        "follow_up",
        ("F2", "F3"),
        "follow_up",
        f"Don't write before the date they promised. Follow up {spelled(FOLLOW_UP_AFTER, 'business day')} after it.",
        next_messages,
    ),
    Rule(
        "check_in",
        ("F1", "F6", "F7"),
        "check_in",
        f"If they gave no date, check in once after {spelled(CHECK_IN_AFTER, 'business day')}.",
        next_messages,
    ),
    Rule(
        "unsaid_point",
        ("T3",),
        "unsaid_point",
        f"What you forgot to mention goes into the thank-you, or in a separate note within {span(UNSAID_WITHIN)}.",
        unsaid_points,
    ),
    Rule(
        "answer_rejection",
        ("B2",),
        "answer_rejection",
        "Thank them for a no, a day later.",
        answers_to_noes,
    ),
    Rule(
        "thank_reference",
        ("R2",),
        "thank_reference",
        "Thank a reference who was contacted.",
        thanks_to_helpers,
    ),
    Rule("thank_contact", ("K3",), "thank_contact", "Thank a contact who put in a word for you.", thanks_to_helpers),
    Rule("tell_reference", ("R2",), "tell_reference", "Tell your references how it ended.", results_to_tell),
    Rule("tell_contact", ("K3",), "tell_contact", "Tell contacts who helped how it ended.", results_to_tell),
    Rule(
        "connect",
        ("T6",),
        "connect",
        "After the thank-you, invite each interviewer to connect, once, and say why.",
        invitations,
    ),
    Rule(
        "rate_interest",
        ("D4",),
        "rate_interest",
        f"{sentence_case(span(INTEREST_AFTER))} later you're asked again how much you want it: the mood has gone then.",
        second_thoughts,
    ),
    Rule(
        "review_decision",
        ("D4",),
        "review_decision",
        f"Review a decision after {span(REVIEW_AFTER.days)}, or on the day you chose.",
        looks_back,
    ),
    Rule(
        "close_out",
        ("F6", "F7"),
        "close_out",
        f"After {spelled(MESSAGES_AT_MOST, 'message')} without a reply, {span(MESSAGES_APART)} apart, close it.",
        next_messages,
    ),
    Rule(
        "look_at_rival",
        ("K2",),
        "look_at_rival",
        "Until your favourite is signed, its competitors are a good plan B.",
        rival_ideas,
    ),
    Rule("ask_contact", ("K1", "K3"), "ask_contact", "Ask someone you know there for a good word.", contact_ideas),
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
