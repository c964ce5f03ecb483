"""What a note means, and how a part of it reads in a letter."""

import re

from lib.followup.fragments import is_fragment, without_report
from lib.followup.phrasing import as_topic, one_line
from lib.records.blank_notes import is_blank_note

_DENIES = re.compile(
    r"\bnot\b(?! (?:only|just|merely|least)\b)|\b(?:no|never|none|nothing|cannot|lack|lacks|lacked)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_TALKED = re.compile(
    r"(?:(?:we|she|he|they|i) )?(?:(?:did|could|had|was|were) not|(?:did|could|had|was|were)n['’]t|never|hardly|barely|"
    r"not|no time|ran out of time)\b",
    re.IGNORECASE,
)
_UNSAID = re.compile(
    r"(?:i )?(?:(?:did not|didn['’]t|never|could not|couldn['’]t|forgot to|should have|wanted to|meant to)\s+)"
    r"(?:(?:get to|get round to|manage to|have time to)\s+)?"
    r"(?:say|said|mention|mentioned|tell them|told them|tell her|tell him|told her|told him|bring up|brought up)\s+"
    r"(?:to them\s+)?(?:that\s+|about\s+)?(?=\S)|(?:i )?forgot\s+(?!to\b)(?=\S)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\A.*\b(?:forgot(?:ten)?(?: to)?|meant to|wanted to|should(?: have|['’]ve)|(?:did not|didn['’]?t|never)"
    r"(?: (?:get|got|manage|have time) (?:to|round to)| to)?)\s+"
    r"(?:say|said|mention(?:ed)?|bring up|add|(?:tell|told) (?:them|her|him))\b(?: that| about)?\s+(?=\S)",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"(?:n['’]?t|\b(?:not|never|to|should have|should['’]ve|forgot))(?: (?:get|got) (?:to|round to))?"
    r"\s+ask(?:ed|ing)?\b",
    re.IGNORECASE,
)
"""What I didn't ask them: nothing to tell anybody."""
_SAID_AFTER_ALL = re.compile(
    r"\b(?:till?|until|before) (?:[\w'’]+ ){1,3}(?:prompted|asked|reminded|mentioned|said|brought)\b|\bprompted\b",
    re.IGNORECASE,
)
"""'until Priya prompted': so it was mentioned."""
_I_TOLD = re.compile(
    r"(?:(?:i|we) )?(?:(?:told|gave|showed)(?! (?:me|us)\b)|explained to|(?<=i )(?:explained|mentioned|described))"
    r"(?: (?:them|her|him|you|both|everyone))?(?: about)?\s+(?=(?:the|my|our|an?|how|why|what)\b)",
    re.IGNORECASE,
)
_ONLY_SOMEBODY = re.compile(
    r"(?!(?:the|their|a|an|my|our|your|how|what|who|why)\b)(?:[\w&/-]+ ){0,2}"
    r"(?:lady|guy|man|woman|bloke|recruiter|interviewer|manager|director|lead|head|boss|owner|founder|ceo|cto)\W*",
    re.IGNORECASE,
)
"""A title noted where the topic goes: 'HR lady'."""
_ASIDE = re.compile(r"\s*;|\s+\(|\s+[–—-]+\s")
_BULLET = re.compile(r"(?:[-–—*•]|\d{1,2}[.)])\s+(?=\S)")
_SENTENCE_ENDS = re.compile(r"(?<=[\w)\"'”’%])[.!?]\s")
_TOLD = re.compile(
    r"(?:(?:we|she|he|they|i) )?(?:asked(?: me)?(?: about)?|told me(?: about)?|explained|mentioned|described|"
    r"wanted to know|was curious about|were curious about)\s+(?=\S)",
    re.IGNORECASE,
)
_THEM = r"(?!(?:i|we|my|our)\b)[^\W\d_][\w'’.-]*\s+"
_ASKED_ME = re.compile(
    rf"(?:(?:{_THEM}){{0,2}}(?:asked|wanted to know|wondered|was curious|were curious)|(?:i|we) (?:was|were|got) asked"
    r"|(?:(?:her|his|their|a|the|some|good|hard) )*questions?(?= (?:about|on)\b))"
    r"(?: me)?(?: again| a lot| twice)?(?: (?:about|on))?:?\s+(?=\S)",
    re.IGNORECASE,
)
_NO_CLAUSE = re.compile(
    r"(?:to|for)\s|[\"'“‘]|(?:why|how|what|when|where|who|which)(?:['’]s|\s+\w+)??\s+(?:did|do|does|are|were|would|have|can|"
    r"could|should)\s+(?:you|i|we)\b|(?:did|do|are|would|have|can|could)\s+you\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"(?:I|we|he|she|it|they|you|that|there)(?:['’]\w+)?\s")
_LEAD = r"\A(?:(?P<lead>how|why|what|where|when|whether|who) "
_AT_THEIRS = re.compile(rf"{_LEAD}(?P<who>they|their)\b|their\b)")
_OF_THEM = re.compile(rf"{_LEAD}(?P<who>her|his)\b|(?:her|his)\b)")
_TO_THEM = re.compile(r"\b(?:you|your|yours|yourselves)\b", re.IGNORECASE)


def clean_note(text: str) -> str:
    """The note on one line; empty if it means nothing, as 'none' does."""
    return "" if is_blank_note(text) else one_line(text)


def clean_topic(text: str) -> str:
    """The topic as noted; empty if the note denies that it was talked about, or tells only who the person is."""
    noted = text.strip()
    return "" if is_blank_note(text) or _NOT_TALKED.match(noted) or _ONLY_SOMEBODY.fullmatch(noted) else text


def spoken_topic(note: str, names: frozenset[str], is_their_house: bool) -> str:
    """A topic as it can follow 'talk about': without an aside, which is not meant for them.

    ``is_their_house``: the recipient works there; then 'how they plan' is 'how you plan'. Empty if the note is a
    statement ('he hates it') which cannot follow, or means that they asked me: a question is no shared topic.
    """
    noted = clean_topic(note).strip()
    if is_question_to_me(noted):
        return ""
    lead = _I_TOLD if is_told_by_me(noted) else _TOLD
    return _addressed_to_them(lead.sub("", noted, count=1), names, is_their_house)


def is_told_by_me(note: str) -> bool:
    """Whether, by the note, I told them of it: nothing that I heard."""
    return bool(_I_TOLD.match(clean_topic(note).strip()))


def is_question_to_me(note: str) -> bool:
    """Whether, by the note, they asked me something: no topic to thank anybody for."""
    return bool(_ASKED_ME.match(clean_topic(note).strip()))


def question_phrase(note: str, names: frozenset[str], is_their_house: bool) -> str:
    """What they asked me about, as it can follow 'your question about'; empty if they didn't ask, by the note, or where
    its words cannot follow."""
    noted = clean_topic(note).strip()
    asked = _ASKED_ME.match(noted)
    if not asked or _NO_CLAUSE.match(noted[asked.end() :]):
        return ""
    return re.sub(r"\Aif\b", "whether", _addressed_to_them(noted[asked.end() :], names, is_their_house))


def _addressed_to_them(words: str, names: frozenset[str], is_their_house: bool) -> str:
    topic = _OF_THEM.sub(_at_yours, as_topic(_ASIDE.split(words, maxsplit=1)[0], names), count=1)
    if is_their_house:
        topic = _AT_THEIRS.sub(_at_yours, topic, count=1)
    return "" if _STATEMENT.match(without_report(topic)) or is_fragment(topic) else topic


def _at_yours(found: re.Match[str]) -> str:
    return f"{found['lead']} {'you' if found['who'] == 'they' else 'your'}" if found["lead"] else "your"


def unsaid_point(text: str) -> str:
    """The point itself of a note on what was left unsaid: its first sentence, without 'I forgot to mention that'.

    The first that a letter can take in, of several; empty if none can, or if it's what I didn't ask.
    """
    points = map(_point_unsaid, re.split(r";\s+", _first_point(text)))
    return next((point for point in points if point), "")


def _point_unsaid(note: str) -> str:
    if _NOT_ASKED.search(note) or _SAID_AFTER_ALL.search(note):
        return ""
    lead = _UNSAID if _UNSAID.match(note) else _CUT
    point = lead.sub("", note, count=1)
    return "" if is_fragment(point) else point


def first_point(text: str) -> str:
    """The first point of a note, without an aside: it goes on within a sentence."""
    return _ASIDE.split(_first_point(text), maxsplit=1)[0].rstrip(" .,:")


def _first_point(text: str) -> str:
    if is_blank_note(text):
        return ""
    line = next(line.strip() for line in text.splitlines() if line.strip())
    return one_line(_SENTENCE_ENDS.split(_BULLET.sub("", line, count=1), maxsplit=1)[0])


def denies(text: str) -> bool:
    """Whether a sentence denies something: no strength to name to anybody. 'Moved it without a day lost' is one."""
    return bool(_DENIES.search(text))


def is_to_them(text: str) -> bool:
    """Whether the words address the listener: 'I use your app' is true of one company."""
    return bool(_TO_THEM.search(text))
