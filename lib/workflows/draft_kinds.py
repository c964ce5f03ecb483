"""The words for the kinds of drafts, as a draft's file holds them."""

from typing import Final

DEBRIEF: Final = "debrief"
UPCOMING: Final = "upcoming"
EDIT: Final = "edit"
OUTCOME: Final = "outcome"
MESSAGE: Final = "message"
RECORD: Final = "record"
SCORING: Final = "scoring"
WEIGHING: Final = "weighing"
REPAIR: Final = "repair"
