"""Slips that are common in letters and that Harper 2.13 doesn't find, as plain patterns, each with what is meant.

A pattern is here only if nothing else can be meant; ``slip`` is the part that is wrong.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lib.followup.proofreading.finding import Span

_ING = {
    "come": "coming",
    "consider": "considering",
    "continue": "continuing",
    "discuss": "discussing",
    "explain": "explaining",
    "get": "getting",
    "give": "giving",
    "hear": "hearing",
    "here": "hearing",
    "invite": "inviting",
    "join": "joining",
    "learn": "learning",
    "let": "letting",
    "meet": "meeting",
    "receive": "receiving",
    "see": "seeing",
    "send": "sending",
    "speak": "speaking",
    "spend": "spending",
    "take": "taking",
    "talk": "talking",
}
_DONE = {
    "attach": "attached",
    "enclose": "enclosed",
    "meet": "met",
    "see": "seen",
    "send": "sent",
    "speak": "spoken",
    "take": "taken",
    "write": "written",
}
_KEEN = {"interesting": "interested", "exciting": "excited"}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


class _Pattern(NamedTuple):
    text: str
    means: str | Mapping[str, str]
    why: str


def _any(of: Mapping[str, str]) -> str:
    return "|".join(of)


_PATTERNS = (
    _Pattern(rf"\blook(?:s|ed|ing)? forward to (?P<slip>{_any(_ING)})\b", _ING, "After ‘look forward to’: -ing."),
    _Pattern(
        rf"\bthank(?:s| you)(?: (?:so|very) much)? for (?P<slip>{_any(_ING)})\b", _ING, "After ‘thank you for’: -ing."
    ),
    _Pattern(
        rf"\b(?:I|we|you|they)(?: have|['’]ve)(?: also| just| already| now)? (?P<slip>{_any(_DONE)})\b",
        _DONE,
        "After ‘have’, as in ‘I have written’.",
    ),
    _Pattern(
        rf"\b(?:I am|I['’]m|I was|we are|we were) (?:(?:very|so|really|still|also) )*(?P<slip>{_any(_KEEN)})"
        r"(?= (?:in|to|about|by|that)\b)",
        _KEEN,
        "A job is interesting; you are interested.",
    ),
    _Pattern(
        r"\bfor (?P<slip>you(?:['’]re)?)(?= (?:time|help|advice|feedback|patience|support|kindness|interest)\b)",
        "your",
        "It belongs to you: ‘your’.",
    ),
    _Pattern(
        r"(?:^|(?<=[.!?]\s)|(?<=\n))(?P<slip>Your)"
        r"(?= welcome(?: to (?:ask|call|come|contact|join|visit|write)\b|[.!]|$))",
        "You're",
        "Short for ‘you are’.",
    ),
    _Pattern(
        r"\b(?:hop(?:e|ing)|love|like|want|wait(?:ing)?|glad|happy|nice|good|great|sorry|pleased|eager) to "
        r"(?P<slip>here)\b",
        "hear",
        "‘Here’ is this place; you ‘hear’ with your ears.",
    ),
    _Pattern(
        r"\b(?:work(?:ed|ing)?|been|lived?|studied|stay(?:ed)?|start(?:ed)?) (?P<slip>their)"
        r"(?= (?:for|since|until|in|as|before|from)\b)",
        "there",
        "The place is ‘there’.",
    ),
    _Pattern(
        r"\b(?:please|(?:could|can|would|will) you|I(?:['’]d| would)) (?:please |kindly )?(?P<slip>advice)\b",
        "advise",
        "‘Advice’ is the noun, ‘advise’ the verb.",
    ),
    _Pattern(r"\b(?P<slip>a)(?= (?:hono|hour\b|honest))", "an", "The h isn't heard."),
    _Pattern(
        r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several) (?P<slip>years)(?= experience\b)",
        "years of",
        "‘Years of experience’.",
    ),
    _Pattern(
        r"\b(?:my|your|our|the|their|his|her) (?:boss|client|colleague|customer|interviewer|manager|recruiter) "
        r"(?P<slip>don['’]t)\b",
        "doesn't",
        "One person ‘doesn't’.",
    ),
    _Pattern(rf"\b(?P<slip>at)(?= the \w+ of (?:{_MONTHS})\b)", "on", "On a day, at a time."),
)


def letter_slips(text: str) -> Iterator[tuple[Span, str, str]]:
    """Each slip: where it is, what is meant, and why."""
    for pattern in _PATTERNS:
        for match in re.finditer(pattern.text, text, re.IGNORECASE):
            slip = match["slip"].casefold()
            means = pattern.means if isinstance(pattern.means, str) else pattern.means[slip]
            if match["slip"][0].isupper():
                means = means[0].upper() + means[1:]
            yield match.span("slip"), means, pattern.why
