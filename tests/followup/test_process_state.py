"""The state of a process decides what a letter may still look forward to."""

import re
from dataclasses import replace
from datetime import date
from itertools import cycle, product
from typing import get_args

import pytest

from lib.followup.facts import Extras, Facts, Stance
from lib.followup.fitting import fits
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import draft_message
from lib.followup.process_state import ProcessState, state_of_status, status_of
from lib.records.offer import Offer
from lib.records.vocabulary import Stage, Status, TaskKind, words
from lib.records.workbook import Workbook
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK

AHEAD = re.compile(
    r"next (?:step|round|stage|conversation|interview)|look(?:ing)? forward to (?!starting)|meet again|speak again|"
    r"hear more about|learn more about|continuing|still (?:very )?(?:interested|being considered)|very interested|"
    r"(?:really like|enjoy doing|love to do) this|I'd enjoy the|see myself in|part of the team|talk further|"
    r"happy to talk again|"
    r"hear(?:ing)? from you|your answer|when you'll decide|anything else you need|news yet|"
    r"may (?:soon )?contact you|"
    r"I'm (?:applying for|looking at)",
    re.IGNORECASE,
)
"""What looks forward to a process that goes on."""
DOOR = re.compile(
    r"If it opens up again, I'd be glad to hear from you|"
    r"If another role comes up that could fit, I'd be happy to talk again"
)
"""What leaves a door open without expecting anything: on another day, or about their work."""
AFTER = date(2026, 11, 30)
"""They named Friday 27 November."""
SETTLED: tuple[Status, ...] = ("offer", "accepted", "rejected", "withdrawn", "no_reply")
TELL_THEM: frozenset[TaskKind] = frozenset({"ask_in_writing", "ask_reference", "brief_reference"})
"""After an offer these still look ahead, since something is ahead: the terms in writing, and the references."""


def facts_at(status: Status | None, stage: Stage = "panel", stance: Stance = "keen", **changes: object) -> Facts:
    facts = gather(WORKBOOK, AFTER, interview_id="iv-k1", person_id="pe-ada")
    return replace(facts, status=status, stage=stage, stance=stance, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", SETTLED)
@pytest.mark.parametrize("kind", MESSAGES)
def test_after_an_offer_an_acceptance_or_a_no_no_letter_looks_forward_to_a_next_step(
    kind: TaskKind, status: Status
) -> None:
    if kind in TELL_THEM and status in ("offer", "accepted"):
        return
    places = range(6) if kind in ("thank_you", "connect") else range(1)  # the others are the same for everybody
    stages = cycle(words(Stage))
    for stance, position, channel in product(get_args(Stance), places, TASK_KINDS[kind].channels):
        facts = facts_at(status, next(stages), stance, position=position, is_last_round=position % 2 == 0)
        message = draft_message(kind, channel, facts)
        left = DOOR.sub("", f"{message.subject}\n{message.body}")
        assert [match.group() for match in AHEAD.finditer(left)] == [], (stance, channel)


@pytest.mark.parametrize("kind", ["thank_you", "follow_up", "check_in", "brief_reference", "ask_contact"])
def test_while_it_is_open_those_letters_do_look_forward(kind: TaskKind) -> None:
    assert AHEAD.search(draft_message(kind, "email", facts_at("interviewing")).body)


@pytest.mark.parametrize("position", range(4))
@pytest.mark.parametrize("stance", ["keen", "open"])
def test_after_the_last_conversation_no_note_hopes_for_another_one(stance: Stance, position: int) -> None:
    body = draft_message(
        "thank_you", "email", facts_at("interviewing", "final", stance, position=position, is_last_round=True)
    ).body

    assert not re.search(r"next step|meet again|speak again|hear more|learn more|continuing", body)


def test_after_i_accepted_a_note_looks_forward_to_starting() -> None:
    assert "I'm looking forward to starting." in draft_message("thank_you", "email", facts_at("accepted")).body


@pytest.mark.parametrize("status", ["rejected", "withdrawn"])
@pytest.mark.parametrize("position", range(4))
def test_after_a_no_a_note_of_thanks_sells_nothing(status: Status, position: int) -> None:
    body = draft_message("thank_you", "email", facts_at(status, position=position)).body

    assert not re.search("nine days|SQL|beginners|alerting", body)


@pytest.mark.parametrize("kind", [kind for kind in MESSAGES if TASK_KINDS[kind].fits != set(get_args(ProcessState))])
def test_a_letter_that_fits_no_more_is_a_blank_and_gives_the_reason(kind: TaskKind) -> None:
    settled = next(status for status in SETTLED if state_of_status(status) not in TASK_KINDS[kind].fits)
    message = draft_message(kind, TASK_KINDS[kind].channels[0], facts_at(settled))

    assert "[what you want to say, now that " in message.body
    assert message.advice[0].endswith("no longer fits.")


@pytest.mark.parametrize("kind", ["thank_contact", "thank_reference"])
@pytest.mark.parametrize(
    ("status", "said"), [("rejected", "I didn't get the"), ("accepted", "I've accepted"), ("interviewing", "")]
)
def test_who_helped_is_told_how_it_ended_once_it_has(kind: TaskKind, status: Status, said: str) -> None:
    body = draft_message(kind, "email", facts_at(status)).body

    assert said in body
    assert bool(re.search("didn't get|accepted|how it ended", body)) == bool(said)


def with_outcome(outcome: str | None, status: Status | None = "interviewing", *offers: Offer) -> Workbook:
    interview = WORKBOOK.interviews[0].changed(outcome=outcome)
    application = WORKBOOK.applications[0].changed(status=status)
    return replace(WORKBOOK, interviews=(interview,), applications=(application,), offers=offers)


OFFERED = Offer(id="of-1", kind="offer", application_id="ap-a1")


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        (with_outcome(None), "interviewing"),
        (with_outcome("advanced"), "interviewing"),
        (with_outcome("offer"), "offer"),
        (with_outcome("rejected"), "rejected"),
        (with_outcome("withdrew", None), "withdrawn"),
        (with_outcome("no_reply"), "no_reply"),
        (with_outcome(None, "interviewing", OFFERED), "offer"),
        (with_outcome("rejected", "offer"), "offer"),
        (with_outcome(None, "offer", OFFERED.changed(accepted_on=date(2026, 11, 20))), "accepted"),
        (with_outcome("offer", "withdrawn", OFFERED), "withdrawn"),
        (with_outcome(None, "offer", Offer(id="of-j", kind="present_job", application_id="")), "offer"),
    ],
)
def test_a_status_that_lags_behind_the_offers_and_the_last_answer_counts_no_more(book: Workbook, expected: str) -> None:
    assert status_of(book, book.applications[0]) == expected
    assert gather(book, TODAY, interview_id="iv-k1", person_id="pe-ada").status == expected


def test_every_kind_fits_somewhere_and_most_fit_everywhere() -> None:
    promised = Extras(promised="the notebook")
    assert all(any(fits(kind, facts_at(status, extras=promised)) for status in words(Status)) for kind in MESSAGES)
    assert all(fits("thank_you", facts_at(status)) for status in words(Status))
