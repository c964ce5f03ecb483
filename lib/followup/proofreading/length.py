"""How long a message may be in its channel."""

from collections.abc import Iterator

from lib.followup.messages import INVITATION_LIMIT, INVITATION_LIMIT_PREMIUM, Message
from lib.followup.proofreading.finding import LetterContext, LetterFinding
from lib.records.vocabulary import Channel

COMFORTABLE: dict[Channel, int] = {"email": 1800, "card": 600, "message": 500, "linkedin": 1000}
"""Characters that are read to the end: about 300 words of email, a card written by hand, one screen of a phone."""


def check_length(message: Message, reading: LetterContext) -> Iterator[LetterFinding]:
    """A message longer than its channel takes, marked from there on. Notes for a call may have any length."""
    limit, why = _limit(message, reading)
    if limit and len(message.body) > limit:
        what = f"It has {len(message.body):,} characters; {limit:,} is the most here."
        yield LetterFinding("too_long", "body", (limit, len(message.body)), what, why)


def _limit(message: Message, reading: LetterContext) -> tuple[int, str]:
    if message.kind == "connect":
        if reading.premium:
            return INVITATION_LIMIT_PREMIUM, "LinkedIn takes 300 characters with an invitation from a paid account."
        return (
            INVITATION_LIMIT,
            "LinkedIn takes 200 characters with an invitation from a free account (300 from a paid one).",
        )
    limit = COMFORTABLE.get(message.channel, 0)
    return limit, "A shorter one is more likely to be read to the end."
