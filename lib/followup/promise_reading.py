"""What was promised, read from a note on it as it was typed: without 'i said i will', the day, and who it was told."""

import re
from itertools import pairwise
from typing import NamedTuple

from lib.followup.names import untitled
from lib.followup.phrasing import begun_small, one_line
from lib.words import word_set

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
_LEANS = re.compile(
    r"(?:\A|\s)(?:for|of|from|about|on|in|the|and|since|my|your|their|until|by|to|"
    r"start|begin|come|work|free|available)\Z",
    re.IGNORECASE,
)
_I_WILL = (
    r"(?:i(?:\s?['’]?ll|['’]d|d(?=\s+(?:ask|bring|call|email|get|give|let|send|share)\b)|"
    r"\s+will|\s+would|\s?['’]?m going to|"
    r"\s+(?:need|have) to|\s+must|\s+should|\s+can)\b)"
)
_LEAD = re.compile(
    rf"\A(?:(?:(?:i|we)(?:['’]ve|\s+have)?\s+)?(?:also\s+)?(?:said|promised?|told|agreed|offered)\b(?:\s+(?:to\s+)?(?:them|"
    rf"him|her|you))?(?:\s+that)?(?:\s+(?:{_I_WILL}|to\b))?|{_I_WILL}|(?:need|have|going)\s+to\b|will\b|must\b|to\b)\s*:?\s+",
    re.IGNORECASE,
)
_TO_THEM = r"(?:them|him|her|you|u)"
_GIVING = re.compile(
    r"(?P<verb>send|share|forward|e-?mail|mail|show|give|bring|get|provide)(?P<doing>ing)?\s+"
    rf"(?:(?:over|across|through|along|{_TO_THEM})\s+)*(?P<thing>\S.*)",
    re.IGNORECASE,
)
_SENDING = re.compile(r"\A(?P<begun>send|email|mail|forward|show|bring|shar|giv|provid|gett)ing\b", re.IGNORECASE)
_AFTER_THING = re.compile(rf"\s+(?:over|across|(?:over\s+)?to\s+{_TO_THEM})\Z", re.IGNORECASE)
_BACK = re.compile(r"back\b|in touch\b|to\b|on\b|started\b|ready\b", re.IGNORECASE)
_VERBS = word_set(
    """
    answer apply arrange ask attend be book build call check clarify clean come complete confirm consider contact cook
    create decide do draft explain fill find finish fix follow get go hand have introduce join keep learn let look make
    meet name organise organize pass pay phone pick practise prepare put reach read reply report respond return review
    ring search set show sign sort speak start stay stop take talk teach tell test text think translate try update
    upload visit wait work write
    """
)
_ALSO_DO = word_set("send share forward email mail give bring")
_DOING = re.compile(rf"(?:{'|'.join(sorted(_VERBS))})\s+(?!of\b)\S.*", re.IGNORECASE)
_THEM = re.compile(
    r"\A(?P<verb>\w+(?: (?:back|to|with|for|back to|in touch with))*) (?:them|him|her)"
    r"(?=\Z|[,.;]| (?:know|about|by|on|if|whether|when|what|how|a|an|the|my|back|again)\b)",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"\A(?:it|that|this|them|those|these|something|stuff|things?|one|some|more)\Z|"
    r"\b(?:said|told|promised|asked|will|ill|would|should|must|i['’](?:ll|d|m))\b|"
    r"\bi (?:can|could|do|am|need|have to)\b|\?",
    re.IGNORECASE,
)
_MINE = word_set(
    "cv resume résumé references portfolio certificate certificates availability diploma transcript transcripts"
)
_DETERMINED = word_set(
    """
    a an the my our your his her their its this these those some any each every all both another more two three four
    five six seven eight nine ten how what why where when which who whether
    """
)
_TOLD = re.compile(r" \(told [^()]{1,60}\)\Z")
_LONGEST_THING = 14
"""With more words a note holds more than the name of a thing."""


class Promised(NamedTuple):
    """A promise for a letter. ``recalled``: as a sentence, 'I promised to send you the plan'; ``thing``: what it is
    about, 'the plan', empty where the note doesn't tell plainly; ``hands_over``: whether that is something to send."""

    recalled: str
    thing: str
    hands_over: bool


def promise_made(what: str, person: str = "", names: frozenset[str] = frozenset()) -> Promised:
    """A promise to a person, from the note on it. What can't be read plainly leaves ``thing`` empty."""
    if not one_line(what):
        return Promised("", "", True)
    plain = without_recipient(promise_noted(without_told(what)), person)
    giving = _GIVING.fullmatch(plain)
    if giving and not _BACK.match(giving["thing"]):
        verb = giving["verb"].lower().replace("get", "send").replace("provide", "send")
        thing = _as_thing(giving["thing"], names)
        return Promised(f"I promised to {verb} you {thing or '[what you promised]'}", thing, True)
    if _DOING.fullmatch(plain):
        done = _THEM.sub(r"\g<verb> you", f"{plain[0].lower()}{plain[1:]}")
        return Promised(f"I promised to {_with_capital_i(done)}", done, False)
    thing = _as_thing(plain, names)
    return Promised(f"I promised you {thing or '[what you promised]'}", thing, True)


def promise_noted(what: str, *, keeps_day: bool = False) -> str:
    """The promise itself: without 'I said I will' and, unless ``keeps_day``, without the day that it names."""
    plain = one_line(what).rstrip(" .!")
    shorter = _LEAD.sub("", _without_first_day(plain), count=1)
    shorter = _LEAD.sub("", shorter, count=1)  # 'promised: I will send it'
    shorter = _SENDING.sub(_plain_verb, shorter)
    if not keeps_day:
        shorter = _without_last_day(shorter)
    return shorter or plain


def without_told(what: str) -> str:
    """A promise without the note on who was told: 'Email my certificate (told Mel)'."""
    return _TOLD.sub("", what)


def without_recipient(what: str, person: str) -> str:
    """A promise without its recipient, who reads it: 'send Selin the plan' is 'send the plan' to Selin."""
    plain = one_line(what)
    bare = untitled(one_line(person))
    called = (one_line(person), bare, bare.partition(" ")[0], bare.rpartition(" ")[2])
    names = "|".join(re.escape(name) for name in called if name)
    if not names:
        return plain
    title = r"(?:(?:mrs|mr|ms|miss|dr)\.? )?"
    behind = re.fullmatch(rf"(?P<rest>\S.*) to {title}(?:{names})", plain, re.IGNORECASE)
    if behind and _GIVING.fullmatch(behind["rest"]):
        return behind["rest"]
    found = re.match(rf"(?P<verb>\w+)\s+{title}(?:{names})\s+(?P<thing>.+)", plain, re.IGNORECASE)
    shorter = f"{found['verb']} {found['thing']}" if found else ""
    return shorter if _GIVING.fullmatch(shorter) else plain


def _plain_verb(found: re.Match[str]) -> str:
    begun = found["begun"]
    return {"shar": "share", "giv": "give", "provid": "provide", "gett": "get"}.get(begun.lower(), begun)


def _without_first_day(text: str) -> str:
    found = _DATE_FIRST.match(text)
    return text[found.end() :] if found else text


def _without_last_day(text: str) -> str:
    found = _DATE_LAST.search(text)
    if not found or not found.start():
        return text
    rest = text[: found.start()].rstrip(" ,;:(–—-")
    return text if _LEANS.search(rest) else _without_last_day(rest)


def _as_thing(words: str, names: frozenset[str]) -> str:
    """A thing as it follows 'I'm sending you'; empty if the words may be more than a thing, or none."""
    thing = _AFTER_THING.sub("", _without_last_day(_without_first_day(_AFTER_THING.sub("", words)))).strip(" ,;:")
    parts = thing.casefold().split()
    does_more = any(one in ("and", "then", "&") and word in _VERBS | _ALSO_DO for one, word in pairwise(parts))
    starts_with_a_verb = bool(parts) and parts[0] in _VERBS and len(parts) > 1 and parts[1] != "of"
    if not parts or len(parts) > _LONGEST_THING or _NO_THING.search(thing) or does_more or starts_with_a_verb:
        return ""
    small = begun_small(thing, names)
    is_owned = re.match(r"[^\W\d_]{2,}['’]s\b", thing)
    if parts[0] in _MINE:
        return f"my {thing if thing.split()[0].isupper() else small}"
    if parts[0] in _DETERMINED or is_owned or thing[0].isdigit() or (small[0].isupper() and thing[1:2].islower()):
        return _with_capital_i(small)
    return f"the {_with_capital_i(small)}"


def _with_capital_i(text: str) -> str:
    return re.sub(r"\bi\b", "I", text)
