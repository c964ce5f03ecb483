"""Whether an offer is a job yet: it is not until it is signed and every condition is met (O1, K1)."""

from dataclasses import dataclass

from lib.dates import DateStyle
from lib.english import sentence_case
from lib.records.offer import Offer


@dataclass(frozen=True)
class JobStatus:
    """Whether it is a job, and what is missing; ``reasons`` is empty if it is one."""

    is_job: bool
    reasons: tuple[str, ...]
    sentence: str


def job_status(offer: Offer, dates: DateStyle) -> JobStatus:
    """The job that I have is one; an offer becomes one when it is signed and its conditions are met, or there are none.

    An offer with nothing noted under conditions, once signed, counts as having none; the sentence mentions that none
    are noted.
    """
    if not offer.is_offer:
        return JobStatus(True, (), "It's your current job.")
    if offer.ended_on:
        who = "They withdrew it" if offer.withdrawn_on else "You turned it down"
        return JobStatus(False, ("it ended",), f"{who} on {dates.spoken_day(offer.ended_on)}.")
    reasons = tuple(_reasons(offer))
    if reasons:
        return JobStatus(False, reasons, f"{sentence_case(', '.join(reasons))}.")
    if offer.has_conditions or offer.conditions_met_on:
        return JobStatus(True, (), "It's a job: signed, conditions met.")
    noted = "no conditions noted" if not offer.conditions.strip() else "no conditions"
    return JobStatus(True, (), f"It's a job: signed, {noted}.")


def _reasons(offer: Offer) -> list[str]:
    reasons = []
    if not offer.signed_on:
        reasons.append("not signed yet")
        if not offer.in_writing:
            untold = offer.in_writing is None
            reasons.append("not said whether it's in writing" if untold else "not in writing")
    if offer.has_conditions and not offer.conditions_met_on:
        reasons.append(f"conditions not met yet ({' '.join(offer.conditions.split())})")
    return reasons
