"""Where a line of a note belongs in a debrief, and what it comes to there."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from lib.records.vocabulary import Leaning, NextStep, Stage


class DebriefField(StrEnum):
    """A field of the debrief, by its name there; pay is a field of the interview, and notes and nothing have none."""

    WHICH = "which"
    """The company, the role or the day of the interview."""
    ASKED = "asked"
    """A question that they asked."""
    ASKED_THEM = "asked_them"
    """A question that I asked them. No weights were learned for it: its form tells it."""
    WISH = "wish"
    """A better answer: what I wish I'd said."""
    WENT_WELL = "went_well"
    WENT_BADLY = "went_badly"
    UNSAID = "unsaid"
    """What I forgot to mention."""
    PEOPLE = "people"
    NEXT_STEP = "next_step"
    REPLY_BY = "reply_by"
    """When they'll answer."""
    PROMISES = "promises"
    """What I promised to send or do."""
    PAY = "pay_said"
    """What was named as the pay."""
    ENERGISED_BY = "energised_by"
    """What excited me about the job."""
    WORRIED_BY = "worried_by"
    INTEREST = "interest_after"
    """How much I want the job."""
    LEANING = "leaning"
    """My gut feeling: keep going, not sure, or no. No weights were learned for it either."""
    FORECAST = "forecast"
    """My guess how likely a yes is."""
    NEW_PLAN = "new_plan"
    """What I'll do differently."""
    NOTES = "notes"
    """Anything else, and whatever isn't clear: it stays a private note."""
    NOTHING = "nothing"
    """A heading, an empty line, or what a phone adds by itself."""


@dataclass(frozen=True)
class PersonMet:
    """A person that was met, with their title if the line names it. ``is_unsure``: the name has a question mark."""

    name: str
    title: str = ""
    is_unsure: bool = False


@dataclass(frozen=True)
class SortedLine:
    """One line of a note as it was written (``text``), its place, and what would go into the field (``value``).

    The others are filled if the line tells them:

    ``hard``: the question was a hard one. ``rating``: my answer to it, 1 to 5; ``comment``: what the line adds about
    my answer, ``went``: that it went well or badly, by that, and ``wish``: a better answer. ``about``: the question
    above that the line tells my answer to. ``people``: everyone the line names as met (people, which). ``day``: when
    they'll answer (reply by, next step), by when I promised it (promises), or the day of the interview (which).
    ``next_step``: the step in the form's own terms. ``number``: the guess in percent, 0 to 100 (forecast), or how
    much I want the job, 0 to 10 (interest); ``leaning`` is my gut feeling. ``company`` and ``role`` of the interview
    (which), and ``begins``, when it began; ``stage`` is its type (which, people), ``minutes`` how long it took.
    ``next_on`` and ``begins``: the day and time of the next interview (next step), and ``stage`` its type.
    ``either``: the two days that it may mean instead, where its weekday and its date contradict each other.
    ``is_learned``: a note that tells about the job.
    ``alternatives``: where it may go, likeliest first, if it stays a note because that isn't sure.
    """

    text: str
    field: DebriefField
    value: str = ""
    hard: bool = False
    rating: int | None = None
    comment: str = ""
    went: DebriefField | None = None
    wish: str = ""
    about: str = ""
    people: tuple[PersonMet, ...] = ()
    day: date | None = None
    next_step: NextStep | None = None
    number: int | None = None
    leaning: Leaning | None = None
    company: str = ""
    role: str = ""
    begins: time | None = None
    stage: Stage | None = None
    minutes: int | None = None
    next_on: date | None = None
    either: tuple[date, ...] = ()
    alternatives: tuple[DebriefField, ...] = ()
    is_learned: bool = False
