"""What a message should have, and what it shouldn't."""

import re
from collections.abc import Iterator
from datetime import timedelta

from lib.english import spoken_weekday
from lib.followup.kinds import TASK_KINDS
from lib.followup.messages import Message, blanks
from lib.followup.proofreading.finding import Check, LetterContext, LetterFinding, LetterPart
from lib.followup.proofreading.words import message_span, prose_words
from lib.words import folded, word_set

_THANKS = re.compile(r"\b(?:thank(?:s|ed|ing|ful)?|grateful|appreciat\w+|gratitude|obliged)\b", re.IGNORECASE)
_WEAK_WORDS = word_set(
    """
    about with that this them they their what when where which while from into have been were your ours more most
    very some there then than also talked spoke said told asked much many like just work working team role make made
    """
)

_SAYINGS: tuple[tuple[Check, str, str], ...] = (
    (
        "pressing",
        r"as soon as possible|a\.?s\.?a\.?p\b\.?|urgent(?:ly)?|immediate(?:ly)? (?:answer|reply|response)|"
        r"at your earliest convenience|"
        r"(?:still )?waiting (?:for|to hear)|(?<!an )(?<!my )(?:reply|respond|answer|get back to me) by|"
        r"i (?:need|expect|demand) (?:an|your|a) (?:answer|reply|decision|response)|by return|"
        r"(?:still )?(?:have not|haven['’]t|not) (?:yet )?(?:heard|received) (?:back|anything|an answer|a reply)|"
        r"as (?:i|already) (?:said|wrote|mentioned) (?:before|already)|per my (?:last|previous)|"
        r"once again i|third time|why (?:have you|haven['’]t you|you have)",
        "It may read as pressing. A plain question leaves them free to answer.",
    ),
    (
        "apologetic",
        r"sorry|apolog\w+|forgive me|excuse me for|"
        r"(?:do not|don['’]t) (?:want|mean) to (?:bother|disturb|pester|annoy|trouble)|"
        r"hope (?:i am|i['’]m|this is|it is) not (?:bothering|disturbing|too)|(?:bother|trouble|pester)ing you|"
        r"(?:take|taking|waste|wasting) (?:up )?(?:too much of )?your (?:valuable |precious )?time|"
        r"i know (?:that )?you(?: are|['’]re) (?:very |so )?busy|"
        r"i(?: was|['’]m| am) just (?:writing|wondering|checking)",
        "There is nothing to excuse: the message may stand on its own.",
    ),
)
_CLAIMS_INTEREST = re.compile(
    r"\b(?:(?<!not )(?:very |really |still |most )?interested in|keen|excited|eager|would love to|can['’]t wait|"
    r"(?:would |would very much )?like to (?:do this work|work (?:with|for) you|join)|"
    r"wanting the role|want (?:this|the) (?:job|role)|"
    r"look(?:ing)? forward to (?:the next|hearing|joining|working|your (?:answer|decision)))\b",
    re.IGNORECASE,
)
_TALK_ON = re.compile(
    r"(?:talk|conversation|meet|met|meeting|time|speak|spoke|you|me|interview)(?: \w+)? "
    r"(?P<day>today|yesterday|(?:on|last) (?P<name>\w+day))\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\b(?:attach(?:ed|ing|ments?)?|enclos(?:ed?|ing|ures?))\b(?! (?:great |much )?(?:importance|value|to you\b))",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b(?:she|hers?|he|him|his)\b", re.IGNORECASE)
_PAST_OR_MODAL = re.compile(
    r"\s+(?:had|can|could|may|might|must|should|will|would|did|[^\W\d_]{2,}ed|built|came|gave|got|left|led|made|met|"
    r"moved|ran|said|saw|sold|spoke|taught|thought|told|took|went|won|wrote)\b",
    re.IGNORECASE,
)
_NO_NOUN = (
    "a|about|after|again|an|and|as|at|because|before|but|by|first|for|from|how|if|in|into|last|next|of|on|or|so|than|"
    "that|the|then|there|this|to|today|tomorrow|what|when|where|which|while|who|why|with|yesterday"
)
"""Words before which 'her' is no possessive: 'met her at'."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def check_phrases(text: str, part: LetterPart, message: Message, reading: LetterContext) -> Iterator[LetterFinding]:
    """Pressing and apologetic phrases, and interest where the debrief has none."""
    for check, pattern, why in _SAYINGS:
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
            yield LetterFinding(check, part, match.span(), f"'{match.group()}'", why)
    if reading.facts.stance == "none" and TASK_KINDS[message.kind].is_to_company:
        for match in _CLAIMS_INTEREST.finditer(text):
            why = "Your debrief leans away from this job; a claim that is not true may bind you."
            yield LetterFinding("claimed_interest", part, match.span(), f"'{match.group()}' claims an interest.", why)


def check_attachment(message: Message) -> Iterator[LetterFinding]:
    """The first word about something attached or enclosed: the words alone do not carry it."""
    blanks_left = blanks(message.body)
    for match in _ATTACHED.finditer(message.body):
        if not any(start <= match.start() < end for start, end in blanks_left):
            why = "Add it yourself before you send this: what is copied or opened from here is the words alone."
            yield LetterFinding("attachment", "body", match.span(), f"'{match.group()}': is it there?", why)
            return


def check_thanks(message: Message) -> Iterator[LetterFinding]:
    """No thanks if they are due, or so many that they wear thin."""
    found = list(_THANKS.finditer(message.body))
    if TASK_KINDS[message.kind].is_thanks and not found:
        place = message_span(message.body)[0]
        yield LetterFinding(
            "no_thanks", "body", (place, place), "There is no thanks in it.", "It is what this note is for."
        )
    if message.kind == "thank_you" and len(found) > 2:
        what = f"It says thanks {len(found)} times."
        yield LetterFinding("many_thanks", "body", found[2].span(), what, "Once, and once at the end, is enough.")


def check_conversation(message: Message, reading: LetterContext) -> Iterator[LetterFinding]:
    """A note about a conversation that names nothing of it."""
    facts = reading.facts
    if not TASK_KINDS[message.kind].is_about_a_talk or not facts.person or "[what we talked about]" in message.body:
        return
    if facts.is_question_put or (message.kind == "connect" and facts.is_topic_told):
        return  # a question put to me is no shared topic, and a topic is named once
    start, end = message_span(message.body)
    known = {_stem(word) for name in (facts.company, facts.role, facts.person) for word in name.split()}
    topic = _content(facts.spoken_topic or facts.topic) - known
    said = _content(message.body[start:end])
    if topic and len(topic & said) >= (2 if len(topic) >= 4 else 1):
        return
    if not topic:
        what = f"Nothing is noted of what you and {facts.person} talked about, so this could not be checked."
        why = "Is there one thing in it that only they would recognise?"
    else:
        what = f"It names nothing of your conversation: {facts.topic.strip()}."
        why = "They may compare notes. Name one thing you talked about with this person."
    yield LetterFinding("not_theirs", "body", (start, start), what, why)


def check_days(message: Message, reading: LetterContext) -> Iterator[LetterFinding]:
    """A thank-you that names another day than the interview's."""
    facts = reading.facts
    if message.kind != "thank_you" or facts.held_on is None:
        return
    held = facts.dates.on_day(facts.held_on, facts.today)
    right = {"today": facts.today, "yesterday": facts.today - timedelta(days=1)}
    for match in _TALK_ON.finditer(message.body):
        said, name = match.group("day").casefold(), (match.group("name") or "").casefold()
        wrong = (
            name != spoken_weekday(facts.held_on).casefold()
            if name in _DAYS
            else right.get(said, facts.held_on) != facts.held_on
        )
        if wrong:
            why = "The draft may be older than it looks."
            what = f"The interview was {held}."
            yield LetterFinding("wrong_day", "body", match.span("day"), what, why, fix=held)


def check_address(message: Message, reading: LetterContext) -> Iterator[LetterFinding]:
    """A word of the notes about the reader, in a note to the reader."""
    if not TASK_KINDS[message.kind].is_about_a_talk or not reading.facts.person:
        return
    noted = {match.group().casefold() for match in _OF_THEM.finditer(reading.facts.topic)}
    for match in _OF_THEM.finditer(message.body):
        if match.group().casefold() in noted:
            what = f"'{match.group()}' comes from your notes, where it may mean {reading.facts.person}."
            why = "To the reader it is 'you' or 'your'."
            yield LetterFinding(
                "third_person", "body", match.span(), what, why, fix=_to_the_reader(message.body, match)
            )


def _to_the_reader(text: str, match: re.Match[str]) -> str:
    """What a word about the reader is to the reader, if the word after it leaves no doubt; else empty."""
    word, follows = match.group().casefold(), text[match.end() :]
    if word == "hers":
        return "yours"
    if word == "him":
        return "you"
    if word == "his" and re.match(r"\s+[^\W\d_]", follows):
        return "your"
    if word in ("he", "she"):
        return "you" if _PAST_OR_MODAL.match(follows) else ""
    if word == "her":
        return "your" if re.match(rf"\s+(?!(?:{_NO_NOUN})\b)[^\W\d_]", follows) else "you"
    return ""


def _content(text: str) -> set[str]:
    plain = (folded(word.bare) for word in prose_words(text))
    return {_stem(word) for word in plain if len(word) >= 4 and word not in _WEAK_WORDS}


def _stem(word: str) -> str:
    return folded(word)[:5]
