"""The default days of Follow-up, each once, for the rules and for their sentences.

What an employer named, or the person's own record, comes first. "Let go" is when a task is no longer shown.
"""

THANKS_HOURS = 24
"""Hours after the end of an interview until a thank-you is late, if it wasn't due the same evening."""
THANKS_EXPIRE_DAYS = 10
"""Days after the end of an interview until a thank-you is let go."""
UNSAID_WITHIN_DAYS = 2
"""Days after an interview while a forgotten point still counts."""
UNSAID_EXPIRE_DAYS = 10
"""Days after the end of an interview until a forgotten point is let go: as long as a thank-you could carry it."""
INVITE_WITHIN_DAYS = 3
"""Days after a thank-you until the invitation to connect is due."""
INVITE_EXPIRE_DAYS = 14
"""Days after a thank-you until the invitation is let go."""

CHECK_IN_AFTER_BUSINESS_DAYS = 5
"""Business days of quiet if no date was given."""
FOLLOW_UP_AFTER_BUSINESS_DAYS = 1
"""Business days after the date that they named."""
SLOW_AFTER_DAYS = 3
"""Days without an answer until a reply counts as slow."""
MESSAGES_AT_MOST = 2
"""Messages since their last answer."""
MESSAGES_APART_DAYS = 7
"""Days between two of them."""
FIRST_MESSAGE_UNTIL_DAYS = 28
"""Days after which a first message is not suggested any more, but to close it."""
CLOSE_EXPIRE_DAYS = 60
"""Days after closing an application was due until it is let go."""

TELL_NO_AFTER_DAYS = 2
"""Days from leaning towards no, or deciding it, until telling them is due."""
TELL_NO_EXPIRE_DAYS = 28
"""Days after telling them was due until it is let go."""
ANSWER_NO_WITHIN_DAYS = 3
"""Days after their no until thanking them for it is due."""
ANSWER_NO_EXPIRE_DAYS = 14
"""Days after their no until thanking them for it is let go."""

TALK_WITHIN_BUSINESS_DAYS = 3
"""Business days after an offer came within which it is talked over, if they named no deadline."""
TALK_BEFORE_DAYS = 2
"""Days before the deadline to talk it over."""
DECLINE_WITHIN_DAYS = 2
"""Days after deciding against an offer within which they hear it."""
OFFER_EXPIRE_DAYS = 28
"""Days after a step with an offer was due until it is let go."""

TELL_HELPERS_WITHIN_DAYS = 3
"""Days after the end of a process to tell those who helped."""
HELPERS_EXPIRE_DAYS = 30
"""Days after a word to a reference or contact was due until it is let go."""
ASKED_LATELY_DAYS = 90
"""How many days back 'asked recently' looks."""

DEBRIEF_EXPIRE_DAYS = 21
"""Days after an interview until its debrief is let go."""
INTEREST_AFTER_DAYS = 2
"""Days after an interview until the interest is asked for again."""
INTEREST_EXPIRE_DAYS = 7
"""Days after the interest was asked for again until the question is let go."""
REVIEW_EXPIRE_DAYS = 60
"""Days after the review of a decision was due until it is let go."""

PROMISE_REMIND_AHEAD_DAYS = 3
"""Days before its date when Today begins to show a promise."""
HAND_IN_REMIND_AHEAD_DAYS = 3
"""Days before its deadline when Today begins to show a take-home."""
HAND_IN_EXPIRE_DAYS = 7
"""Days after its deadline when a take-home is too late to hand in."""
AWAY_FROM_DAYS = 7
"""Days without a visit after which past tasks are offered for dismissal together."""
SIGNED_LATELY_DAYS = 90
"""Days after accepting while an unsigned job keeps the search going."""
PAST_AFTER_DAYS = 14
"""Days after a due day beyond which writing an interview down makes that task no more."""
SILENT_AFTER_DAYS = 60
"""Days after which an application that was never answered no longer counts as live: on average an answer comes after
24 (Glassdoor 2017)."""
