"""What a reference or a contact has done for me so far, by the dates of what I asked of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.records.vocabulary import AskKind
from lib.records.workbook import Workbook

FurthestStep = Literal["spoke", "agreed", "asked", "none"]
"""The furthest step that has its date: the company was in touch with them, they agreed, or I asked."""

_STEPS: tuple[tuple[FurthestStep, str], ...] = (
    ("spoke", "contacted_on"),
    ("agreed", "agreed_on"),
    ("asked", "asked_on"),
)


@dataclass(frozen=True)
class AskProgress:
    """One kind of favour of one person: the furthest step for this application, and for anything else."""

    here: FurthestStep = "none"
    elsewhere: FurthestStep = "none"

    @property
    def is_given(self) -> bool:
        """Whether they agreed for this application, or did it already."""
        return self.here in ("agreed", "spoke")


NOTHING_ASKED = AskProgress()


def ask_progress(workbook: Workbook, kind: AskKind, person_id: str, application_id: str, today: date) -> AskProgress:
    """What was asked of a person; a date that is still to come is no step taken."""
    asks = [ask for ask in workbook.asks if ask.kind == kind and person_id and ask.person_id == person_id]

    def furthest(is_here: bool) -> FurthestStep:
        for step, column in _STEPS:
            days = (getattr(ask, column) for ask in asks if (ask.application_id == application_id) == is_here)
            if any(day is not None and day <= today for day in days):
                return step
        return "none"

    return AskProgress(furthest(is_here=True), furthest(is_here=False))
