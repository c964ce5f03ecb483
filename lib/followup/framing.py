"""Which sentence a noted phrase fits: a statement follows 'that', a question word 'to hear', a thing 'about'."""

import re
from itertools import pairwise

from lib.followup.phrasing import PAST
from lib.words import word_set

_SUBJECTS = re.compile(r"(?:(?:i|we|he|she|they|you)|it|there)(?:['’](?:m|s|d|re|ve|ll))?\Z", re.IGNORECASE)
_FINITE = word_set(
    """
    am is are was were has have had does did can could will would should must means needs pays requires seems
    gets takes goes comes keeps wants lacks
    """
)
_OF_MANY = word_set(
    "arrive break cause change come cost fail fall get go grow keep lack leave need quit run slip stop take want"
)
_OBJECTS = word_set("you your me my mine us our it that his her him their them")
_TURNS = word_set("that which who whose where when why how what whether if because")
_QUESTION_WORDS = word_set("how why what where when who which")
_DONE = word_set("begin finish get have keep leave move start stay take travel work")
_MINE = re.compile(r"\b(?:i|me|my|myself|mine|we|us|our)\b|\bi['’]", re.IGNORECASE)


def is_statement(text: str) -> bool:
    """Whether a phrase is a sentence of its own: 'the phones are down', but not 'a phone that is down'."""
    words = text.split()
    if len(words) < 2:
        return False
    if _SUBJECTS.match(words[0]) and words[0] != "IT":
        return True
    if words[0].casefold() in _TURNS:
        return False
    before, *rest = (word.casefold().strip(",;:") for word in words)
    for word, after in pairwise(rest):
        if word in _TURNS:
            return False
        is_verb_of_many = word in _OF_MANY and (before.endswith("s") or before in ("people", "staff"))
        is_past = (word.endswith("ed") or word in PAST) and after in _OBJECTS
        if word in _FINITE or word.endswith(("n't", "n’t")) or is_verb_of_many or is_past:
            return True
        before = word
    return False


def after_mention(text: str) -> str:
    """A point as it follows 'mention': 'that I ran the night line', 'my Dutch'."""
    is_clause = is_statement(text) or re.match(r"(?:at|in|with|on|for) .*\b(?:I|we) \w", text)
    return f"that {text}" if is_clause else text


def as_good(text: str, note: str) -> str:
    """What went well, as a sentence that fits the note: a statement, a thing, or else the note as it was written."""
    if is_statement(text):
        return f"I think it helped that {text}."
    if re.match(r"(?:the|my|our|an?|how)\b", text) and not re.search(r"[,;:“”\"‘]|\s'", text):
        return f"I felt good about {text}."
    return f"Right afterwards I noted: “{note}”." if note else ""


def as_cause(text: str) -> str:
    """A reason as it follows 'because': 'you saw me run it', 'of your work on the depot'."""
    is_thing = re.match(r"(?:your|our|the|his|her|their|an?)\b", text) and not is_statement(text)
    return f"of {text}" if is_thing else text


def as_problem(text: str) -> str:
    """A problem as it follows 'their main problem is': 'the waiting list', 'that they need a nurse'."""
    whole = re.sub(r"\A(need|want|lack)s?\b(?! (?:for|of)\b)", r"they \1", text, flags=re.IGNORECASE)
    return after_mention(whole)


def heard_of(topic: str) -> str:
    """A topic as it follows 'to hear': 'how new people start', 'about the new hall'. Empty if they can't have told it,
    as it is about me, or follows 'talk about' alone."""
    first = topic.partition(" ")[0].casefold()
    if not topic or _MINE.search(topic) or first in ("whether", "if"):
        return ""
    return topic if first in _QUESTION_WORDS else f"about {topic}"


def as_ground(text: str) -> str:
    """A reason as it opens a sentence: 'as I have two handovers', 'given the usual pay in Leeds'."""
    plain = re.sub(r"\A(?:because|since|as)\s+(?=\S)", "", text, flags=re.IGNORECASE)
    if not plain:
        return ""
    return f"{'as' if plain != text or is_statement(plain) else 'given'} {plain}"


def as_wish(text: str) -> str:
    """What I ask for as a question: 'would a start in February be possible', 'could I work from home'."""
    wish = re.sub(r"\A(?:i(?:['’]d| would) like|i want|can i|could i)\s+(?=\S)", "", text, flags=re.IGNORECASE)
    first = wish.partition(" ")[0].casefold()
    if first == "to":
        return f"would it be possible {wish}"
    if first in _DONE or (wish != text and re.match(r"(?:can|could) i\b", text, re.IGNORECASE)):
        return f"would it be possible to {wish}"
    return f"would {wish} be possible" if wish else ""
