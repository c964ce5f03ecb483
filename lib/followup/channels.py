"""Which channel suits the person and the company."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from lib.followup.kinds import CHASES, TASK_KINDS
from lib.followup.messages import NoSuchText
from lib.followup.names import spoken_name
from lib.followup.promise_reading import channel_promised
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.labels import phrase
from lib.records.person import Person
from lib.records.vocabulary import Channel, TaskKind

CARD_TAKES = timedelta(days=3)
"""How long a card is taken to be in the post: with a decision sooner than that, an email arrives in time."""


@dataclass(frozen=True)
class ChannelSuggestion:
    """A channel with the reason as a sentence, and the other channels that this kind of message has."""

    channel: Channel
    reason: str
    others: tuple[Channel, ...]


@dataclass(frozen=True)
class Occasion:
    """The basis of the choice; any of it may be unknown. ``promised`` is the note on what was promised."""

    today: date
    person: Person | None = None
    interview: Interview | None = None
    application: Application | None = None
    promised: str = ""


def suggest(kind: TaskKind, occasion: Occasion) -> ChannelSuggestion:
    """The channel for a message: the one that was promised, how the person likes to be reached, then how formal the
    company is, then what is known.

    A call about progress is not suggested before two days have passed since the interview. Raises ``NoSuchText`` for
    a kind that is no message.
    """
    channels = TASK_KINDS[kind].channels
    if not channels:
        raise NoSuchText(kind, "any channel")
    for channel, reason in _candidates(kind, occasion):
        if channel in channels and not (channel == "phone" and _too_soon_to_call(kind, occasion)):
            return ChannelSuggestion(channel, reason, tuple(other for other in channels if other != channel))
    return ChannelSuggestion(channels[0], f"A message like this usually goes by {_by(channels[0])}.", channels[1:])


def _candidates(kind: TaskKind, occasion: Occasion) -> Iterator[tuple[Channel, str]]:
    person, interview, application = occasion.person, occasion.interview, occasion.application
    name = spoken_name(person.name, person.salutation) if person else "They"
    if len(TASK_KINDS[kind].channels) == 1 and kind == "connect":
        yield "linkedin", "An invitation to connect goes through LinkedIn."
    if promised := channel_promised(occasion.promised):
        yield promised, _PROMISED.get(promised, "You promised an email.")
    if person and person.prefers:
        yield person.prefers, f"{name} likes to be reached by {_by(person.prefers)}."
    if kind == "thank_you" and application and application.formality == "formal":
        if _card_comes_late(occasion):
            yield "email", "A formal house would suit a card, but they decide before it could arrive."
        yield "card", "It is a formal house: a card written by hand suits it."
    if interview and interview.reply_channel and kind in CHASES:
        yield interview.reply_channel, f"They said that they would be in touch by {_by(interview.reply_channel)}."
    yield from _reachable(person, name, bool(application and application.formality == "relaxed"))


def _reachable(person: Person | None, name: str, relaxed: bool) -> Iterator[tuple[Channel, str]]:
    if person is None:
        return
    if relaxed and person.phone and not person.email:
        yield "message", f"It is a relaxed house, and you have {name}'s number."
    if person.email:
        yield "email", f"You have {name}'s address, and an email can be kept."
    if person.connected_on:
        yield "linkedin", f"You have no address of {name}'s, but you are connected on LinkedIn."
    if person.phone:
        yield "phone", f"You have no address of {name}'s, but a number."
    yield "email", f"Email is usual. You haven't noted {name}'s address yet."


_PROMISED: Final[Mapping[Channel, str]] = {"message": "You promised a message.", "phone": "You promised a call."}


def _by(channel: Channel) -> str:
    return {"card": "post", "in_person": "word of mouth"}.get(channel, phrase(channel))


def _card_comes_late(occasion: Occasion) -> bool:
    by = occasion.interview.reply_by if occasion.interview else None
    return by is not None and occasion.today <= by < occasion.today + CARD_TAKES


def _too_soon_to_call(kind: TaskKind, occasion: Occasion) -> bool:
    held = occasion.interview.held_on if occasion.interview else None
    return kind in CHASES and held is not None and occasion.today - held <= timedelta(days=1)
