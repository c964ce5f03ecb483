"""An interview and its debrief: one row from the date in the calendar to the outcome."""

from datetime import date, datetime, tzinfo
from typing import Annotated, ClassVar

from pydantic import Field

from lib.dates import day_of, days_later
from lib.records.labels import label, phrase
from lib.records.record import Day, Interest, Moment, Name, Percent, Record, Text, Time, YesNo
from lib.records.vocabulary import (
    Channel,
    Format,
    InterviewState,
    Leaning,
    NextStep,
    Opinion,
    Outcome,
    OutcomeBy,
    PlanKept,
    Stage,
)

TAKE_HOME_DAYS = 14
"""How long a take-home without a due date is taken to be worked on."""


class Interview(Record):
    """One interview. ``scheduled`` is upcoming; a saved debrief is ``short``, or ``done`` if nothing will be added.

    ``held_at`` is wall time with offset, or a bare date if the time is unknown. ``zone`` is the IANA name of the clock
    that it goes by; empty if that was the person's own on that day, which the offset tells. A name that is no zone
    counts as none. ``forecast`` is the chance in percent of advancing, sealed when first saved (``lib.records.seal``).
    ``outcome_by`` is ``round`` if a later round made it count as moved on, and ``hand`` if the person, knowing of that
    round, entered another outcome. ``stage_words`` are the person's own words for a stage that is ``other``; the app
    compares and counts by ``stage``. A take-home is held when it is given; ``due_on`` is its deadline, and
    ``handed_in_on`` the day it was handed in.
    """

    file: ClassVar[str] = "interviews.csv"
    refers: ClassVar[dict[str, str]] = {"application_id": "applications.csv", "plan_id": "plans.csv"}

    id: Name
    application_id: Name
    state: InterviewState
    held_at: Moment
    stage: Stage
    format: Format | None = None
    minutes: Annotated[int, Field(ge=0, le=1440)] | None = None
    interest_before: Interest | None = None
    interest_after: Interest | None = None
    interest_later: Interest | None = None
    interest_later_at: Time | None = None
    went_well: Text = ""
    went_badly: Text = ""
    unsaid: Text = ""
    their_problem: Text = ""
    pay_said: Text = ""
    energised_by: Text = ""
    worried_by: Text = ""
    resonates: Opinion | None = None
    serves_goals: Opinion | None = None
    this_manager: Opinion | None = None
    leaning: Leaning | None = None
    lesson: Text = ""
    plan_id: Text = ""
    plan_kept: PlanKept | None = None
    mood: Text = ""
    forecast: Percent | None = None
    forecast_at: Time | None = None
    seal: Text = ""
    next_step: NextStep | None = None
    reply_by: Day | None = None
    reply_channel: Channel | None = None
    last_round: YesNo | None = None
    outcome: Outcome | None = None
    outcome_on: Day | None = None
    feedback: Text = ""
    in_my_hands: Text = ""
    matter_of_fit: Text = ""
    out_of_my_hands: Text = ""
    private_note: Text = ""
    created_at: Time | None = None
    updated_at: Time | None = None
    zone: Text = ""
    outcome_by: OutcomeBy | None = None
    stage_words: Text = ""
    link: Text = ""
    place: Text = ""
    planned_minutes: Annotated[int, Field(ge=0, le=1440)] | None = None
    due_on: Day | None = None
    handed_in_on: Day | None = None

    @property
    def held_on(self) -> date:
        """The calendar day of the interview, where it was held."""
        return day_of(self.held_at)

    @property
    def type(self) -> str:
        """The type of interview as a phrase of its own: in the person's own words, else the label of its stage."""
        return self.stage_words if self.stage == "other" and self.stage_words else label(self.stage)

    @property
    def type_phrase(self) -> str:
        """The same within a sentence."""
        return self.stage_words if self.stage == "other" and self.stage_words else phrase(self.stage)

    @property
    def moved_on_by_round(self) -> bool:
        """Whether it counts as moved on because a later round followed; nobody noted a day of reply."""
        return self.outcome == "advanced" and self.outcome_by == "round" and self.outcome_on is None

    @property
    def is_debriefed(self) -> bool:
        """Whether statistics may take it: its debrief is saved."""
        return self.state in ("short", "done")

    @property
    def length(self) -> int | None:
        """How long it took in minutes, else how long it is planned to take."""
        return self.minutes if self.minutes is not None else self.planned_minutes

    @property
    def work_until(self) -> date | None:
        """The last day of work on a take-home that isn't handed in or debriefed yet; None for any other interview."""
        if self.format != "take_home" or self.state != "scheduled" or self.handed_in_on:
            return None
        return self.due_on or days_later(self.held_on, TAKE_HOME_DAYS)

    @property
    def over_on(self) -> date:
        """The day on which my part is over: of a take-home when it was handed in or is due, else when it is held."""
        if self.format != "take_home":
            return self.held_on
        return max(self.held_on, self.handed_in_on or self.work_until or self.held_on)

    @property
    def outcome_is_known(self) -> bool:
        """Whether an outcome is recorded, with its day or without; pending is none."""
        return self.outcome not in (None, "pending")


_ALL_POSITIVE = 1e11
"""In seconds: more than the time between the calendar's first day and 1970, so that moments sort as text."""


def chronological(interview: Interview) -> tuple[date, str, str]:
    """A sort key: by day, then by instant if the time is known, then by id so that equal times have one order."""
    return chronological_key(interview.held_at, interview.id)


def chronological_key(held_at: date, interview_id: str) -> tuple[date, str, str]:
    """The same for an interview that isn't in the workbook yet, from its moment and the id that it will have."""
    if isinstance(held_at, datetime):
        return (held_at.date(), f"{held_at.timestamp() + _ALL_POSITIVE:020.3f}", interview_id)
    return (held_at, "", interview_id)


def ended_hours_ago(interview: Interview, now: datetime, zone: tzinfo) -> float:
    """Hours since the interview ended; a bare date counts from the end of that day in ``zone``."""
    if isinstance(interview.held_at, datetime):
        return (now - interview.held_at).total_seconds() / 3600 - (interview.length or 0) / 60
    midnight = datetime(interview.held_at.year, interview.held_at.month, interview.held_at.day, tzinfo=zone)
    return (now - midnight).total_seconds() / 3600 - 24
