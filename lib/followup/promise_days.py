"""The day that a note on a promise names, in its words: found to be left out, as it has a field of its own."""

import re

_DAYS = (
    r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\b\.?|"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|today|tonight|tomorrow|tmrw|tmr|tmw|tomoz|2moro|"
    r"end of (?:the |this |next )?(?:day|week|month)|eod|eow|eom|"
    r"noon|midday|lunchtime|christmas|easter|(?:the )?weekend"
)
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|"
    r"october|november|december)\b\.?"
)
_NUMBERED = (
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?|"
    r"\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?|\d{4}-\d{2}-\d{2}|the \d{1,2}(?:st|nd|rd|th)"
)
_SPANS = (
    r"(?:this|next|coming) (?:morning|afternoon|evening|week|weekend|month|"
    r"mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday)|(?:in|within) (?:a|an|one|two|three|the next|\d+)"
    r"(?: (?:couple|few))?(?: of)?(?: (?:two|three|\d+))? (?:days?|weeks?|hours?)|later today|asap|soon|straight away|"
    r"right away|immediately|as soon as (?:possible|i can|i'?m home)"
)
_DATE = (
    rf"(?:(?:by|on|before|until|till|til|at|over|no later than|latest|at the latest)\s+)*"
    rf"(?:{_SPANS}|(?:next |this )?(?:{_DAYS})|{_NUMBERED})"
    r"(?: (?:morning|afternoon|evening|night|noon|eod|latest|at the latest))?"
)
_DATE_LAST = re.compile(rf"\s*[,;:(–—-]?\s*\b{_DATE}\)?\Z", re.IGNORECASE)
_DATE_FIRST = re.compile(rf"\A{_DATE}(?!['’])\b\s*[,:–—-]?\s+(?=\S)", re.IGNORECASE)
_LONGEST, _MOST = 100, 4
"""How long a day may be, and how many are told at an end: so that a text of days alone takes a moment, too."""
_LEANS = re.compile(
    r"(?:\A|\s)(?:for|of|from|about|on|in|the|and|since|my|your|their|until|by|to|"
    r"start|begin|come|work|free|available)\Z",
    re.IGNORECASE,
)
_SAYS_BY = re.compile(r"\W*(?:by|before|until|till|til|no later)\b", re.IGNORECASE)
_PARTICLE = re.compile(r"\s(?:in|on)\Z", re.IGNORECASE)
"""Of a verb: 'drop it in by Friday', and not 'in May'."""


def without_first_day(text: str) -> str:
    """The words without the day that they begin with: 'tmrw: send CV' is 'send CV'."""
    found = _DATE_FIRST.match(text)
    return text[found.end() :] if found else text


def without_last_day(text: str) -> str:
    """The words without the days at their end, unless one belongs to the thing: 'the menu for next week'."""
    for _ in range(_MOST):
        found = _DATE_LAST.search(text, max(0, len(text) - _LONGEST))
        if not found or not found.start():
            break
        rest = text[: found.start()].rstrip(" ,;:(–—-")
        is_particle = _SAYS_BY.match(found.group()) and _PARTICLE.search(rest)
        if _LEANS.search(rest) and not is_particle:
            break
        text = rest
    return text
