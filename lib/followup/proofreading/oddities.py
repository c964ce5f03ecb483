"""Sentences that were built from pieces of a note and read oddly: 'I forgot to mention didn't ask', 'about w/ ()',
'sending you the drop my certs in'."""

import re
from collections.abc import Iterator
from typing import Final

from lib.followup.proofreading.finding import LetterFinding, LetterPart
from lib.followup.proofreading.words import message_span

_VERBS: Final = r"(?:did ?n['’]?t|did not|didnt|told|asked|said|went|forgot|was|were)\b"
_ODD: Final = re.compile(
    r"\(\s*\)|(?<!\w)w/(?!\w)"
    rf"|\b(?:to mention|mentioning|should have mentioned(?: is)?) {_VERBS}"
    rf"|\b(?:hear|hearing|talk|talking|find out) about {_VERBS}"
    r"|\b(?:hear|hearing|talk|talking|find out) about (?:at|by|for|from|in|into|of|on|with)\b"
    r"(?! length| (?:our|the|your|my) )"
    r"|\b(?:by|from|into|of|with) (?:at|by|for|of|with)\b",
    re.IGNORECASE,
)
"""What no sentence holds: an empty bracket, a verb where a thing belongs, two prepositions in a row."""
_NAME: Final = r"(?-i:[A-ZÀ-Ý][a-zà-ÿ]+)"
_NO_THING: Final = re.compile(
    rf"\b(?:the|a) (?:thank|send|share|drop|bring|ask|tell|give|forward) (?:my|your|the|an?|him|her|them|{_NAME})\b"
    rf"|\b(?:send|sending|sent) you (?:the )?(?:{_NAME}(?: {_NAME})? (?:the|an?|my|to) |"
    r"(?:dont|don['’]t|i|i['’]ll|to|and|call|ring|check|text|email) (?:my|the|an?|them|him|her|you|will|would)\b)"
    rf"|\A{_NAME} (?:the|an?|my|to) [^\n]{{1,100}}, as promised|\b(?:i )?owe (?:them|him|her|you)\s?:",
    re.IGNORECASE,
)
"""What can't be sent: a deed, and a thing with the name of who gets it: 'the drop my certs in', 'Ingrid the photo'."""
_LEFT_BEHIND: Final = re.compile(
    r"\b(?:\w+(?:ed|ing)|away|out|up|made|came|come|spoke|spoken|met|think|thought|know|knew|work|deal|live|part) \Z",
    re.IGNORECASE,
)
"""Words whose preposition may end a clause: 'the team I worked with at Northgate'."""
_ENDS: Final = re.compile(r"[.!?](?=\s)|\n")
_SHOWN: Final = 90
_NEAR: Final = 400
"""So many characters around an odd place are looked at: more than a sentence, and no more in a long text."""


def check_oddities(text: str, part: LetterPart) -> Iterator[LetterFinding]:
    """Each odd place between greeting and closing, with its sentence."""
    start, end = message_span(text) if part == "body" else (0, len(text))
    for match in (*_ODD.finditer(text, start, end), *_NO_THING.finditer(text, start, end)):
        if (
            match.re is _ODD
            and match[0][0].isalpha()
            and match[0] != "w/"
            and " about " not in match[0]
            and _LEFT_BEHIND.search(text, max(0, match.start() - _NEAR), match.start())
        ):
            continue
        what = f"This sentence reads oddly: “{_sentence(text, match.start())}”"
        yield LetterFinding(
            "odd", part, match.span(), what, "A piece of your notes doesn't fit it. Write it in your own words."
        )


def _sentence(text: str, at: int) -> str:
    earliest = max(0, at - _NEAR)
    begins = max((found.end() for found in _ENDS.finditer(text, earliest, at)), default=earliest)
    after = _ENDS.search(text, at, at + _NEAR)
    sentence = text[begins : after.end() if after else at + _NEAR].strip()
    return sentence if len(sentence) <= _SHOWN else sentence[:_SHOWN].rsplit(" ", 1)[0] + " …"
