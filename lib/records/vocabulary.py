"""The fixed words of the CSV files, each list in the order shown to people."""

from typing import Final, Literal, get_args

Status = Literal["interested", "applied", "interviewing", "offer", "accepted", "rejected", "withdrawn", "no_reply"]
InterviewState = Literal["scheduled", "short", "done", "cancelled", "no_show"]
Stage = Literal[
    "phone_call",
    "recruiter_screen",
    "hiring_manager",
    "technical",
    "case",
    "presentation",
    "panel",
    "trial_day",
    "culture",
    "final",
    "other",
]
Format = Literal["phone", "video", "in_person", "take_home"]
Outcome = Literal["pending", "advanced", "offer", "rejected", "no_reply", "withdrew"]
OutcomeBy = Literal["round", "hand"]
Leaning = Literal["go_on", "unsure", "decline"]
Opinion = Literal["yes", "unsure", "no"]
NextStep = Literal["round", "references", "decision", "unknown"]
PlanKept = Literal["yes", "no", "not_come_up"]
Formality = Literal["formal", "ordinary", "relaxed"]
WorkMode = Literal["on_site", "hybrid", "remote"]
Channel = Literal["email", "phone", "card", "message", "linkedin", "in_person"]
Category = Literal[
    "background",
    "motivation",
    "behavioural",
    "technical",
    "case",
    "situational",
    "culture",
    "compensation",
    "curveball",
]
Asker = Literal["them", "me"]
Practise = Literal["auto", "yes", "suspended"]
Grade = Literal["again", "hard", "good", "easy"]
PersonKind = Literal["interviewer", "recruiter", "hiring_manager", "reference", "contact", "other"]
ActivityKind = Literal[
    "application",
    "networking",
    "learning",
    "interview_prep",
    "status",
    "weekly_aim",
    "search_started",
    "search_ended",
    "other",
    "interview_moved",
]
TaskKind = Literal[
    "debrief",
    "thank_you",
    "unsaid_point",
    "promise",
    "ask_reference",
    "brief_reference",
    "thank_reference",
    "tell_reference",
    "connect",
    "follow_up",
    "check_in",
    "ready_to_decide",
    "close_out",
    "tell_them_no",
    "answer_rejection",
    "rate_interest",
    "ask_in_writing",
    "negotiate",
    "accept",
    "decline",
    "review_decision",
    "ask_contact",
    "thank_contact",
    "tell_contact",
    "look_at_rival",
    "own",
    "answer_offer",
    "hand_in",
]
TaskStatus = Literal["open", "done", "dropped", "snoozed"]
AskKind = Literal["reference", "good_word"]
Choice = Literal["go_on", "hold", "decline", "accept"]
RightCall = Literal["yes", "partly", "no"]
Gut = Literal["relieved", "disappointed", "neither"]
Sure = Literal["guess", "fairly", "sure"]
Language = Literal["german", "french", "italian", "portuguese", "dutch"]
"""The languages other than English in which the spelling of letters is checked."""

OfferKind = Literal["offer", "present_job", "counter_offer"]
PayUnit = Literal["hour", "day", "week", "month", "year"]
Ended = Literal["withdrawn", "turned_down"]
"""Who ended an offer: they, or I."""

ENDINGS: Final[tuple[Status, ...]] = ("accepted", "rejected", "withdrawn", "no_reply")
"""The statuses in which an application has ended, the good one first."""


def words(vocabulary: object) -> tuple[str, ...]:
    """The words of one of the vocabularies above, in its order."""
    return get_args(vocabulary)
