"""The words of letters: every kind in every channel over one set of facts, then what other facts make of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lib.dates import DAY_FIRST
from lib.followup.facts import Extras, Facts, OfferTerms
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import draft_message
from lib.records.vocabulary import TaskKind
from tests.copy_listing.texts import Room

TODAY = date(2026, 11, 20)
FULL = Facts(
    today=TODAY,
    me="Grace Moreno",
    signature="Grace Moreno\n+49 170 555 0100",
    person="Priya Raman",
    salutation="Dear Priya",
    person_company="Northwind",
    company="Northwind",
    role="Data engineer",
    formality="ordinary",
    status="interviewing",
    stage="technical",
    held_on=date(2026, 11, 19),
    met=("Priya Raman", "Ben Lindqvist"),
    met_person=True,
    topic="the move of the billing system",
    stance="keen",
    claims=("I keep a project calm",),
    heard=("I keep a project calm",),
    strengths=("I keep a project calm", "Ten years of SQL"),
    unsaid="that the migration was mine",
    went_well="the incident story",
    their_problem="the reports come too late",
    asked=("What do you earn?",),
    feedback="We chose an internal candidate.",
    reply_by=date(2026, 11, 27),
    extras=Extras(
        promised="the link to the talk",
        story="I took over a team of three and we shipped in May.",
        reason="you have worked there",
        offer=OfferTerms(
            "52,000 a year",
            date(2027, 1, 4),
            date(2026, 11, 30),
            "four more days of leave",
            "what the market pays",
            ("leave",),
        ),
    ),
    dates=DAY_FIRST,
)
"""An evening of which everything is known."""

_UNKNOWN = Facts(today=TODAY, dates=DAY_FIRST)


def others() -> Iterator[Facts]:
    """The same evening with one thing otherwise."""
    yield from (replace(FULL, position=position) for position in (1, 2, 3))
    yield from (replace(FULL, formality=formality) for formality in ("formal", "relaxed"))
    yield from (replace(FULL, stance=stance) for stance in ("open", "none", "unknown"))
    yield replace(FULL, is_last_round=True)
    yield replace(FULL, held_on=date(2026, 10, 1), reply_by=date(2026, 11, 2))
    yield replace(FULL, met=("Priya Raman",), met_person=False, topic="", claims=(), heard=(), strengths=())
    yield replace(FULL, extras=Extras())
    yield from (replace(FULL, status=status) for status in ("offer", "accepted", "rejected"))
    yield _UNKNOWN


def letters() -> dict[str, Room]:
    """The letters, by their kind."""
    return {kind: _letter(kind) for kind in MESSAGES}


def _letter(kind: TaskKind) -> Room:
    room = Room(kind)
    for channel in TASK_KINDS[kind].channels:
        message = draft_message(kind, channel, FULL)
        lines = [f"Subject: {message.subject}"] if message.subject else []
        room.places[channel] = [*lines, *message.body.splitlines()]
        room.known(room.places[channel])
    for facts in others():
        for channel in TASK_KINDS[kind].channels:
            message = draft_message(kind, channel, facts)
            room.add("where something is otherwise", "", f"{message.subject}\n{message.body}")
            for advice in message.advice:
                room.add("advice", "", advice)
    return room
