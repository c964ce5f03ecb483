"""The pieces that the texts of letters are put together from: the facts, and what follows from them, in words."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeGuard

from lib.english import listed, sentence_case, spoken_weekday
from lib.followup.facts import Facts
from lib.followup.fragments import is_fragment
from lib.followup.framing import (
    after_mention,
    as_cause,
    as_good,
    as_ground,
    as_problem,
    as_wish,
    heard_of,
    is_statement,
)
from lib.followup.note_parsing import denies, is_told_by_me
from lib.followup.phrasing import as_clause, as_role, lower_first
from lib.followup.promise_reading import promise_phrase

STRENGTHS = 3
"""How many claims an application names."""
_TERMS: Final = (
    "the duties",
    "pay and benefits",
    "start date",
    "notice period",
    "any conditions",
)
"""What an offer in writing should hold, in the order of a contract; what is still open comes after the pay."""
_VARIANTS = 6
_A_FEW_DAYS = timedelta(days=6)
"""With less time to decide, nobody can send the offer a few days before."""
_LAST_WEEK = timedelta(days=5)
"""After so long 'on Wednesday' may be taken for the next one."""
_YEARS = re.compile(r"(?:\S+ ){0,2}(?:years|months)\b", re.IGNORECASE)


@dataclass(frozen=True)
class LetterFields:
    """What a text may name: ``facts``, and fields made to fit a sentence, empty if there is nothing to name.

    ``words_left`` is the blank of a letter that makes no sense any more, ``fitted_topic`` the topic as short as the
    channel needs it. ``heard`` and ``heard_recalled`` follow a topic with 'hearing about' it.
    """

    facts: Facts
    variant: int
    role: str

    # the process
    goes_on: bool
    wants: bool
    has_moved_on: bool

    # days
    when: str
    when_met: str
    day_met: str
    held: str
    day_held: str
    promised_day: str

    # what we talked about
    topic_said: str
    heard: str
    new_recalled: str
    heard_recalled: str
    went_well: str
    their_problem: str
    questions_put: str
    left_unsaid: str
    is_first_told: bool

    # what I can do
    claim: str
    told: str
    claims_said: tuple[str, ...]
    admits: bool
    strength: str
    strengths: tuple[str, ...]

    # what I promised
    promised: str
    i_promised: str
    hands_over: bool

    # why I write
    reason: str
    cause: str
    done: str

    # the offer
    wish: str
    ground: str
    terms: str
    start_day: str
    decide_day: str
    is_decided_soon: bool

    words_left: str = ""
    fitted_topic: str = ""


def letter_fields(facts: Facts) -> LetterFields:
    """The pieces of a letter with these facts."""
    offer, names = facts.extras.offer, facts.names
    claims = [claim for claim in facts.claims if not is_fragment(claim)]
    told = next((claim for claim in claims if not denies(claim)), "")
    recalled = "" if facts.is_topic_told else facts.recalled_topic
    reason = lower_first(facts.extras.reason.rstrip(" ."), names)
    promise = promise_phrase(facts.extras.promised, facts.person, names, facts.people_named)
    return LetterFields(
        facts=facts,
        variant=(facts.position + facts.met_before) % _VARIANTS,
        role=as_role(facts.role),
        goes_on=facts.process_state == "open" and not facts.is_last_round,
        wants=facts.stance in ("keen", "open"),
        has_moved_on=_is_after(facts.held_on, facts.met_on),
        when=when_held(facts),
        when_met=_when(facts, facts.met_on),
        day_met=f"on {_day(facts, facts.met_on)}" if facts.met_on else "",
        held=_day(facts, facts.held_on),
        day_held=f"on {_day(facts, facts.held_on) or '[the day]'}",
        promised_day=_day(facts, facts.reply_by),
        topic_said=facts.spoken_topic,
        heard=heard_of(facts.heard_topic),
        new_recalled=recalled,
        heard_recalled="" if is_told_by_me(facts.recalled) else heard_of(recalled),
        went_well=as_good(as_clause(facts.went_well, "", names), facts.went_well.rstrip(" .")),
        their_problem="" if is_fragment(facts.their_problem) else as_problem(lower_first(facts.their_problem, names)),
        questions_put=listed(f"“{question}”" for question in facts.asked[:3]),
        left_unsaid=after_mention(as_clause(facts.unsaid, "I have" if _YEARS.match(facts.unsaid) else "", names)),
        is_first_told=facts.position == 0 and facts.met_person and not facts.is_unsaid_sent and _may_add(facts),
        claim=as_clause(facts.qualification, "I have", names),
        told=as_clause(told, "I have", names),
        claims_said=tuple(f"that {as_clause(claim, 'I have', names)}" for claim in claims[:3]),
        admits=any(denies(claim) for claim in claims[:3]),
        strength=as_clause(facts.strengths[0], "I have", names) if facts.strengths else "",
        strengths=tuple(sentence_case(as_clause(claim, "", names)) for claim in facts.strengths[:STRENGTHS]),
        promised=promise.thing,
        i_promised=promise.recalled,
        hands_over=promise.hands_over,
        reason=reason,
        cause=as_cause(reason),
        done="" if is_statement(reason) else reason,
        wish=as_wish(lower_first(offer.ask_for.rstrip(" .?"), names)),
        ground=as_ground(lower_first(offer.ground.rstrip(" ."), names)),
        terms=listed((*_TERMS[:2], *offer.unspoken, *_TERMS[2:])),
        start_day=_day(facts, offer.start_on),
        decide_day=_day(facts, offer.decide_by) if _is_ahead(offer.decide_by, facts.today) else "",
        is_decided_soon=offer.decide_by is not None and offer.decide_by - facts.today < _A_FEW_DAYS,
    )


def when_held(facts: Facts) -> str:
    """'yesterday', 'on Tuesday' or 'last Tuesday', of the interview that a letter is about."""
    return _when(facts, facts.held_on)


def when_read_later(facts: Facts) -> str:
    """As ``when_held``, without 'yesterday' and 'last', which aren't true any more when a card arrives."""
    if facts.held_on is not None and facts.today - facts.held_on <= timedelta(days=1):
        return f"on {spoken_weekday(facts.held_on)}"
    if facts.held_on is not None and facts.today - facts.held_on >= _LAST_WEEK:
        return f"on {_day(facts, facts.held_on)}"
    return when_held(facts)


def _when(facts: Facts, on: date | None) -> str:
    if on is None:
        return "on [the day]"
    if timedelta(days=1) < facts.today - on < timedelta(days=7):
        return f"{'last' if facts.today - on >= _LAST_WEEK else 'on'} {spoken_weekday(on)}"
    return facts.dates.on_day(on, facts.today)


def _day(facts: Facts, on: date | None) -> str:
    return facts.dates.spoken_day(on, facts.today) if on else ""


def _may_add(facts: Facts) -> bool:
    """Whether a point that was left unsaid still matters for this process."""
    return facts.stance != "none" and facts.process_state in ("open", "offer")


def _is_ahead(day: date | None, today: date) -> TypeGuard[date]:
    return day is not None and day >= today


def _is_after(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other
