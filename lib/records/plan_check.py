"""What one debrief answers about one plan: did I do it?"""

from typing import ClassVar, Final

from lib.records.record import Name, Record
from lib.records.vocabulary import PlanKept


class PlanCheck(Record):
    """One answer of one interview about one plan.

    Older debriefs hold theirs in the interview's own ``plan_id`` and ``plan_kept``; ``lib.insight.open_plans`` reads
    both.
    """

    file: ClassVar[str] = "plan_checks.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("interview_id", "plan_id")
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv", "plan_id": "plans.csv"}

    interview_id: Name
    plan_id: Name
    kept: PlanKept


KEPT_WORDS: Final[dict[str, str]] = {"yes": "Did it", "no": "It came up, but I didn't", "not_come_up": "Didn't come up"}
"""The answers as they are shown."""
