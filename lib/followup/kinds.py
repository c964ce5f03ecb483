"""Every kind of task, and of the message that does it: one entry a kind, in the order of one day.

A new kind is its word in ``lib/records/vocabulary.py`` with a label, an entry here, what derives it in ``rules.py``,
and, if it is a message, its text in ``texts``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, LiteralString, get_args

from lib.dates import DateStyle
from lib.english import sentence_case, span, spelled
from lib.followup.defaults import (
    CHECK_IN_AFTER_BUSINESS_DAYS,
    DECLINE_WITHIN_DAYS,
    FOLLOW_UP_AFTER_BUSINESS_DAYS,
    INTEREST_AFTER_DAYS,
    MESSAGES_APART_DAYS,
    MESSAGES_AT_MOST,
    TELL_NO_AFTER_DAYS,
    THANKS_EXPIRE_DAYS,
    THANKS_HOURS,
    UNSAID_WITHIN_DAYS,
)
from lib.followup.interview_times import EARLY_END, EVENING
from lib.followup.process_state import ProcessState
from lib.records.decision import REVIEW_AFTER
from lib.records.vocabulary import Channel, TaskKind

_OPEN: Final[frozenset[ProcessState]] = frozenset({"open"})
_UNDECIDED: Final[frozenset[ProcessState]] = frozenset({"open", "offer"})
_BEFORE_THE_END: Final[frozenset[ProcessState]] = frozenset({"open", "offer", "accepted"})
_ALWAYS: Final[frozenset[ProcessState]] = frozenset(get_args(ProcessState))

_WRITTEN: Final[tuple[Channel, ...]] = ("email", "phone", "message")
_ALSO_LINKEDIN: Final[tuple[Channel, ...]] = (*_WRITTEN, "linkedin")
_ALSO_CARD: Final[tuple[Channel, ...]] = ("email", "card", "phone", "message")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of task. ``rule`` is the sentence shown under More.

    ``channels`` are those its text exists for, the usual one first; without any it is no message. Its text is true only
    if the process is in one of ``fits``. ``step`` is the date of an ask that doing it fills. ``is_idea``: offered,
    never due. ``is_kept_while_paused``: a promise or a deadline, which a pause doesn't silence. ``icon`` names a
    Material symbol.

    ``is_chase`` asks for news. ``states_interest`` claims that I want the job, if I do. ``helps_get_the_job``: needless
    once I have one. ``waits_for_their_date``: makes no sense before the day they named. ``carries_unsaid`` may bring
    what I forgot to mention. ``readers_may_compare``: its readers may lay their notes side by side.
    ``is_on_offer_page``: a step with an offer. ``announces_withdrawal``: I'm told if a change of mine makes it no
    longer due. ``after_help_of`` is who helped.
    """

    name: TaskKind
    icon: LiteralString = "mail"
    rule: str = ""
    channels: tuple[Channel, ...] = ()
    fits: frozenset[ProcessState] = _ALWAYS
    step: str = ""
    is_idea: bool = False
    is_kept_while_paused: bool = False
    is_chase: bool = False
    is_in_my_hands: bool = False
    is_thanks: bool = False
    is_to_company: bool = False
    is_about_a_talk: bool = False
    states_interest: bool = False
    helps_get_the_job: bool = False
    waits_for_their_date: bool = False
    carries_unsaid: bool = False
    readers_may_compare: bool = False
    is_on_offer_page: bool = False
    is_offer_deadline: bool = False
    announces_withdrawal: bool = False
    after_help_of: Literal["", "reference", "contact"] = ""

    def rule_sentence(self, dates: DateStyle) -> str:
        """The rule, with its times of day as they are written."""
        return self.rule.format(evening=dates.spoken_time(EVENING), early_end=dates.spoken_time(EARLY_END))


# Beside each name: the practices in docs/practices.md that it carries out.
_IN_ORDER = (
    Kind(
        name="promise",  # F4
        icon="handshake",
        rule="You promised it by this day.",
        channels=_WRITTEN,
        is_kept_while_paused=True,
        is_in_my_hands=True,
        announces_withdrawal=True,
    ),
    Kind(
        name="hand_in",  # F4
        icon="assignment_turned_in",
        rule="Hand in a take-home by its deadline.",
        is_kept_while_paused=True,
    ),
    Kind(
        name="accept",  # O1
        icon="contract",
        rule="Accept by their deadline. Until it's signed, it isn't a job.",
        channels=("email", "phone"),
        is_kept_while_paused=True,
        is_on_offer_page=True,
        is_offer_deadline=True,
    ),
    Kind(
        name="answer_offer",  # O2
        icon="contract",
        rule="Answer an offer by their deadline.",
        is_kept_while_paused=True,
        is_offer_deadline=True,
    ),
    Kind(
        name="decline",  # B1
        rule=f"Decline an offer within {span(DECLINE_WITHIN_DAYS)} of deciding, with thanks.",
        channels=("email", "phone"),
        is_kept_while_paused=True,
        is_on_offer_page=True,
    ),
    Kind(
        name="negotiate",  # O2, O3
        icon="contract",
        rule="Negotiate once the offer is in writing, and before you answer.",
        channels=("email", "phone"),
        fits=_UNDECIDED,
        is_kept_while_paused=True,
        is_on_offer_page=True,
        helps_get_the_job=True,
    ),
    Kind(
        name="ask_in_writing",  # O1, O2
        icon="contract",
        rule="Ask for an offer in writing the next business day. Until it's signed, it isn't a job.",
        channels=_WRITTEN,
        fits=_BEFORE_THE_END,
        is_kept_while_paused=True,
        is_on_offer_page=True,
    ),
    Kind(
        name="thank_you",  # T1, T2
        icon="favorite",
        rule="Thank everyone you met: by {evening} the same day if it ended before {early_end}, "
        f"else within {THANKS_HOURS} hours. After {span(THANKS_EXPIRE_DAYS)} it's too late.",
        channels=("email", "card", "phone", "message", "linkedin"),
        is_in_my_hands=True,
        is_thanks=True,
        is_to_company=True,
        is_about_a_talk=True,
        announces_withdrawal=True,
        states_interest=True,
        carries_unsaid=True,
        readers_may_compare=True,
    ),
    Kind(
        name="debrief",  # D1
        icon="edit_note",
        rule="Debrief an interview while it's fresh.",
    ),
    Kind(
        name="brief_reference",  # R1, R3
        icon="contacts",
        rule="Tell your references what to expect the day after an interview, unless another round comes first.",
        channels=_WRITTEN,
        fits=_BEFORE_THE_END,
        step="briefed_on",
        is_in_my_hands=True,
        helps_get_the_job=True,
    ),
    Kind(
        name="ask_reference",  # R1, R2
        icon="contacts",
        rule="Ask people before you name them as references.",
        channels=_ALSO_LINKEDIN,
        fits=_BEFORE_THE_END,
        step="asked_on",
        is_in_my_hands=True,
        helps_get_the_job=True,
    ),
    Kind(
        name="tell_them_no",  # B1
        rule=f"Tell them {span(TELL_NO_AFTER_DAYS)} after you lean towards no, with thanks. Once another offer is "
        "signed and its conditions are met, tell everyone who still waits.",
        channels=_WRITTEN,
        is_to_company=True,
    ),
    Kind(name="own", icon="task_alt"),
    Kind(
        name="ready_to_decide",  # F5
        rule="After the last round: one message with one question.",
        channels=_WRITTEN,
        fits=_OPEN,
        is_chase=True,
        is_to_company=True,
        states_interest=True,
    ),
    Kind(
        name="follow_up",  # F2, F3
        rule="Don't write before the date they promised. "
        f"Follow up {spelled(FOLLOW_UP_AFTER_BUSINESS_DAYS, 'business day')} after it.",
        channels=_ALSO_LINKEDIN,
        fits=_OPEN,
        is_chase=True,
        is_to_company=True,
        states_interest=True,
        waits_for_their_date=True,
    ),
    Kind(
        name="check_in",  # F1, F6, F7
        rule=f"If they gave no date, check in once after {spelled(CHECK_IN_AFTER_BUSINESS_DAYS, 'business day')}.",
        channels=_ALSO_LINKEDIN,
        fits=_OPEN,
        is_chase=True,
        is_to_company=True,
        states_interest=True,
        waits_for_their_date=True,
    ),
    Kind(
        name="unsaid_point",  # T3
        rule=f"What you forgot to mention goes into the thank-you, or in a separate note "
        f"within {span(UNSAID_WITHIN_DAYS)}.",
        channels=_ALSO_LINKEDIN,
        fits=_BEFORE_THE_END,
        is_in_my_hands=True,
        is_to_company=True,
        carries_unsaid=True,
        readers_may_compare=True,
    ),
    Kind(
        name="answer_rejection",  # B2
        rule="Thank them for a no, a day later.",
        channels=("email", "card", "message"),
        is_thanks=True,
        is_to_company=True,
        states_interest=True,
    ),
    Kind(
        name="thank_reference",  # R2
        icon="contacts",
        rule="Thank a reference who was contacted.",
        channels=_ALSO_CARD,
        step="thanked_on",
        is_thanks=True,
        after_help_of="reference",
    ),
    Kind(
        name="thank_contact",  # K3
        rule="Thank a contact who put in a word for you.",
        channels=(*_ALSO_CARD, "linkedin"),
        step="thanked_on",
        is_thanks=True,
        after_help_of="contact",
    ),
    Kind(
        name="tell_reference",  # R2
        icon="contacts",
        rule="Tell your references how it ended.",
        channels=_WRITTEN,
        step="told_on",
        after_help_of="reference",
    ),
    Kind(
        name="tell_contact",  # K3
        rule="Tell contacts who helped how it ended.",
        channels=_ALSO_LINKEDIN,
        step="told_on",
        after_help_of="contact",
    ),
    Kind(
        name="connect",  # T6
        rule="After the thank-you, invite each interviewer to connect, once, and say why.",
        channels=("linkedin",),
        is_thanks=True,
        is_about_a_talk=True,
        readers_may_compare=True,
    ),
    Kind(
        name="rate_interest",  # D4
        icon="speed",
        rule=f"{sentence_case(span(INTEREST_AFTER_DAYS))} later you're asked again how much you want it: "
        "the mood has gone then.",
    ),
    Kind(
        name="review_decision",  # D4
        icon="balance",
        rule=f"Review a decision after {span(REVIEW_AFTER.days)}, or on the day you chose.",
    ),
    Kind(
        name="close_out",  # F6, F7
        rule=f"After {spelled(MESSAGES_AT_MOST, 'message')} without a reply, {span(MESSAGES_APART_DAYS)} apart, "
        "close it.",
        channels=("email", "message", "linkedin"),
        fits=_OPEN,
        is_to_company=True,
        states_interest=True,
        waits_for_their_date=True,
    ),
    Kind(
        name="ask_contact",  # K1, K3
        rule="Ask someone you know there for a good word.",
        channels=_ALSO_LINKEDIN,
        fits=_UNDECIDED,
        step="asked_on",
        is_idea=True,
        helps_get_the_job=True,
    ),
    Kind(
        name="look_at_rival",  # K2
        rule="Until your favourite is signed, its competitors are a good plan B.",
        channels=("email",),
        fits=_OPEN,
        is_idea=True,
        helps_get_the_job=True,
    ),
)
TASK_KINDS: Final[Mapping[TaskKind, Kind]] = {kind.name: kind for kind in _IN_ORDER}
"""Each kind by its name: what loses most by waiting comes first, a word given, a deadline, the day after."""

MESSAGES: Final[tuple[TaskKind, ...]] = tuple(kind.name for kind in _IN_ORDER if kind.channels)
"""The kinds that are a message."""

CHASES: Final[frozenset[TaskKind]] = frozenset(kind.name for kind in _IN_ORDER if kind.is_chase)
"""The messages that ask for news."""
