"""The default days of Follow-up, each once, for the rules and for their sentences.

Calendar days unless they are called business days. What an employer named, or the person's own record, comes first.
"""

THANKS_HOURS = 24
"""Hours after the end of an interview until a thank-you is late, if it wasn't due the same evening."""
THANKS_LET_GO = 10
UNSAID_WITHIN = 2
"""Days after an interview while a forgotten point still counts."""
INVITE_WITHIN = 3
INVITE_LET_GO = 14

CHECK_IN_AFTER = 5
"""Business days of quiet if no date was given."""
FOLLOW_UP_AFTER = 1
"""Business days after the date that they named."""
MESSAGES_AT_MOST = 2
"""Messages since their last answer."""
MESSAGES_APART = 7
"""Days between two of them."""
FIRST_MESSAGE_UNTIL = 28
"""Days after which a first message is not suggested any more, but to close it."""
CLOSE_LET_GO = 60

TELL_NO_AFTER = 2
"""Days from leaning towards no, or deciding it, until telling them is due."""
TELL_NO_LET_GO = 28
ANSWER_NO_WITHIN = 3
ANSWER_NO_LET_GO = 14

TALK_WITHIN = 3
"""Business days after an offer came within which it is talked over, if they named no deadline."""
TALK_BEFORE = 2
"""Days before the deadline to talk it over."""
DECLINE_WITHIN = 2
"""Days after deciding against an offer within which they hear it."""
OFFER_LET_GO = 28

TELL_HELPERS_WITHIN = 3
"""Days after the end of a process to tell those who helped."""
HELPERS_LET_GO = 30
ASKED_LATELY = 90
"""How far back 'asked recently' looks."""

DEBRIEF_LET_GO = 21
INTEREST_AFTER = 2
"""Days after an interview until the interest is asked for again."""
INTEREST_LET_GO = 7
REVIEW_LET_GO = 60

PROMISE_CALLS_AHEAD = 3
"""Days before its date when Today begins to show a promise."""
HAND_IN_CALLS_AHEAD = 3
"""Days before its deadline when Today begins to show a take-home."""
HAND_IN_LET_GO = 7
"""Days after its deadline when a take-home is too late to hand in."""
AWAY_FROM = 7
"""Days without a visit after which past tasks are offered for dismissal together."""
SIGNED_LATELY = 90
"""Days after accepting while an unsigned job keeps the search going."""
PAST_AFTER = 14
"""Days after a due day beyond which writing an interview down makes that task no more."""
SILENT_AFTER = 60
"""Days after which an application that was never answered no longer counts as live: on average an answer comes after
24 (Glassdoor 2017)."""
