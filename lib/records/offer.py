"""An offer with its terms, a counter-offer of the current employer, or the job that I have."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from lib.records.blank_notes import is_blank_note
from lib.records.record import Day, Name, Percent, Record, Text, YesNo
from lib.records.vocabulary import OfferKind, PayUnit

Money = Annotated[float, Field(ge=-1e12, le=1e12)]
"""An amount in the offer's currency. One below zero is kept, and asked about where it is used."""


class Offer(Record):
    """The current terms; an empty one is not known yet.

    Amounts are in ``currency``, per year unless marked otherwise. ``base`` is by ``unit``, the year if that is empty,
    and the lower end of a range up to ``high``; by the hour it's paid for ``weekly_hours``.

    ``rate_to_home`` is what one unit of it is worth in the person's own currency. ``bonus`` is the full one and
    ``bonus_odds`` the chance of it in percent; ``signing`` is paid once; ``costs_yearly`` is what taking the job costs
    me. ``commute_minutes`` are there and back, on an average working day. ``conditions`` are what the offer depends on,
    such as a background check; ``walk_away`` and ``market_figure`` are yearly base pay: the least I would accept, and
    what the market pays. ``reason`` is why it ended.
    """

    file: ClassVar[str] = "offers.csv"
    refers: ClassVar[dict[str, str]] = {"application_id": "applications.csv"}

    id: Name
    kind: OfferKind
    application_id: Text = ""
    received_on: Day | None = None
    in_writing: YesNo | None = None
    decide_by: Day | None = None
    accepted_on: Day | None = None
    signed_on: Day | None = None
    conditions_met_on: Day | None = None
    currency: Text = ""
    rate_to_home: Annotated[float, Field(ge=1e-9, le=1e9)] | None = None
    base: Money | None = None
    bonus: Money | None = None
    bonus_odds: Percent | None = None
    signing: Money | None = None
    equity_yearly: Money | None = None
    benefits_yearly: Money | None = None
    costs_yearly: Money | None = None
    leave_days: Annotated[float, Field(ge=0, le=366)] | None = None
    weekly_hours: Annotated[float, Field(ge=0, le=168)] | None = None
    commute_minutes: Annotated[float, Field(ge=0, le=1440)] | None = None
    expenses: Text = ""
    conditions: Text = ""
    start_on: Day | None = None
    notice: Text = ""
    duties: Text = ""
    ask_for: Text = ""
    ground: Text = ""
    market_figure: Money | None = None
    walk_away: Money | None = None
    came_of_it: Text = ""
    notes: Text = ""
    unit: PayUnit | None = None
    high: Money | None = None
    withdrawn_on: Day | None = None
    turned_down_on: Day | None = None
    reason: Text = ""

    @property
    def is_offer(self) -> bool:
        """Whether somebody offers it: an employer, or the current one who wants to keep me."""
        return self.kind != "present_job"

    @property
    def ended_on(self) -> date | None:
        """The day it ended: they took it back, or I turned it down, also after signing."""
        return self.withdrawn_on or self.turned_down_on

    @property
    def has_conditions(self) -> bool:
        """Whether it is known to depend on something; 'none' in the cell means that it doesn't."""
        return not is_blank_note(self.conditions)

    @property
    def is_job(self) -> bool:
        """Whether it is a job: the one I have, or an offer signed whose conditions, if any, are met (O1).

        One that ended is none, whatever was signed.
        """
        if not self.is_offer or self.ended_on:
            return not self.is_offer
        return self.signed_on is not None and (not self.has_conditions or self.conditions_met_on is not None)
