"""What was promised, read from a note on it as it was typed: without 'i said i will', the day, and who it was told.

Only a thing is put into 'I'm sending you …', and only what I do is recalled: where that isn't plain, a blank is left.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from lib.followup.names import without_titles
from lib.followup.phrasing import lower_first, one_line
from lib.followup.promise_days import without_first_day, without_last_day
from lib.records.vocabulary import Channel
from lib.words import word_set

_I_WILL = (
    r"(?:i(?:\s?['’]?ll|['’]d|d(?=\s+(?:ask|bring|call|drop|email|get|give|let|send|share|text)\b)|"
    r"\s+will|\s+would|\s?['’]?m going to|"
    r"\s+(?:need|have) to|\s+must|\s+should|\s+can)\b)"
)
_LABEL = re.compile(
    r"\A(?:(?:i|we)\s+)?(?:still\s+)?(?:owed?|promised?|promises|to (?:send|do)|todo)(?:\s+(?:to\s+)?(?:them|him|her))?"
    r"\s*(?::|=|\s[-–—]\s)\s*(?=\S)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\A(?:and|also|plus|then|&|\+)\s+(?:also\s+)?(?=\S)", re.IGNORECASE)
_LEAD = re.compile(
    rf"\A(?:(?:(?:i|we)(?:['’]ve|\s+have)?\s+)?(?:also\s+)?(?:said|promised?|told|agreed|offered)\b(?:\s+(?:to\s+)?(?:them|"
    rf"him|her|you))?(?:\s+that)?(?:\s+(?:{_I_WILL}|to\b))?|{_I_WILL}|(?:need|have|going)\s+to\b|will\b|must\b|to\b)\s*:?\s+",
    re.IGNORECASE,
)
_OWE = re.compile(r"\A(?:(?:i|we)\s+)?(?:still\s+)?owe\s+", re.IGNORECASE)
_TO_THEM = r"(?:them|['’]?em|him|her|you|u)"
_FILLER = rf"(?:over|across|through|thru|along|back|{_TO_THEM})"
_WRITING = r"e-?mail|mail|text|txt|message|msg|whats-?app|dm"
_GIVING = re.compile(
    rf"(?P<verb>(?:re-?)?send|share|forward|{_WRITING}|post|pass on|pass(?= {_TO_THEM}\b)|show|give|provide|"
    rf"get(?= (?:over|across|{_TO_THEM})\b| .+ (?:over|across|to {_TO_THEM})\Z))\s+"
    rf"(?:{_FILLER}\s+)*(?P<thing>\S.*)",
    re.IGNORECASE,
)
_BY_WRITING = re.compile(rf"(?:{_WRITING})\Z", re.IGNORECASE)
_ON_IT = re.compile(r"(?:about|on|re|regarding|with|when|once|if|as|to)\b", re.IGNORECASE)
_SENDING = re.compile(
    r"\A(?P<begun>send|email|mail|forward|show|bring|text|shar|giv|provid|gett|dropp)ing\b", re.IGNORECASE
)
_BASE = {"shar": "share", "giv": "give", "provid": "provide", "gett": "get", "dropp": "drop"}
_AFTER_THING = re.compile(rf"\s+(?:over|across|(?:over\s+)?to\s+{_TO_THEM}|with\s+{_TO_THEM})\Z", re.IGNORECASE)
_IN_PERSON = re.compile(
    r"(?:bring|visit|attend)\b.*|(?:turn|show) up\b.*|"
    r"(?:drop|hand|take|pop|come|swing|stop|nip)\b(?!.*\b(?:e-?mail|line|note|message|text|call)\b)"
    r"(?:.*?\s)?(?:in|off|by|round|around|over|past|into|along)(?:\s.*)?",
    re.IGNORECASE,
)
"""What is done by going there: no letter does it."""
_CALLING = re.compile(r"(?:call|ring|phone|give \w+ a (?:call|ring|bell))\b", re.IGNORECASE)
_VERBS = word_set(
    """
    add answer apply arrange ask attend be book bring build call chase check choose clarify clean collect come
    compare complete confirm connect consider contact cook create decide deliver discuss do draft drop explain fill
    find finish fix flag follow gather get go hand have help introduce invite join keep learn let look make meet
    mention name organise organize owe pass pay phone pick pop practise prepare print pull put raise reach read redo
    redraw register remind reply report respond return review ring scan search see set show sign solve sort speak
    start stay stop submit suggest summarise supply swing take talk teach tell test text thank think translate try
    update upload verify visit wait watch work write
    """
)
_GIVES = word_set("send share forward email mail text txt message whatsapp dm give post provide")
_DOING = re.compile(rf"(?:{'|'.join(sorted(_VERBS - {'thank', 'owe'}))})\s+(?!of\b)\S.*", re.IGNORECASE)
_THEM = re.compile(
    r"\A(?P<verb>\w+(?: (?:back|to|with|for|back to|in touch with))*) (?:them|him|her)"
    r"(?=\Z|[,.;]| (?:know|about|by|on|if|whether|when|what|how|a|an|the|my|back|again)\b)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b(?:them|him|her)\b", re.IGNORECASE)
_THANKING = re.compile(r"(?:say thank(?:s| you)|thank) (?:to )?(?P<rest>\S.*)", re.IGNORECASE)
_SOMEBODY = r"(?!(?:i|we|to|and|also|my|the|will|must|need|said|promised|told|agreed)\b)"
_TELLS_ME = (
    r"(?:send|email|e-mail|mail|call|ring|phone|text|txt|message|forward|share|confirm|check|ask|write|reply|"
    r"get|let|put|give|come|introduce|arrange|book|pass)"
)
_THEIRS = re.compile(
    rf"\A{_SOMEBODY}(?:(?:they|she|he|hr)|(?-i:[A-ZÀ-Ý])[\w'’.-]*(?: (?-i:[A-ZÀ-Ý])[\w'’.-]*)?)"
    rf"(?:(?:\s+(?:will|would|to|is to|is going to|are going to)|['’](?:ll|d))\s+{_TELLS_ME}\s+\S"
    r"|\s+(?:said|says|promised|offered)\s+(?:to\b|that\b|(?:she|he|they)\b|s?hed\b|theyd\b|me\b))"
    r"|\A[^\W\d_][\w'’.-]*\s+(?:is\s+|are\s+)?(?:sending|emailing|ringing|calling|phoning|texting) (?:me|us)\b"
    rf"|\A(?:(?:and|also)\s+)*(?:they|s?he)(?:(?:['’]?(?:ll|d)|\s+will|\s+would)\s+(?:also\s+)?{_TELLS_ME}\s+\S"
    r"|(?:['’]?(?:s|re)|\s+(?:is|are))\s+(?:also\s+)?(?:sending|e-?mailing|mailing|forwarding|sharing|ringing|calling|"
    r"phoning|texting|messaging|getting back|coming back)\b)",
    re.IGNORECASE,
)
"""What the other side does: 'Priya to send the task', 'Pete will email the dates', 'shes sending the rota too'."""
_NO_THING = re.compile(
    r"\A(?:it|that|this|them|those|these|something|stuff|things?|one|some|more|about|on|re|if|when|once|as|with|to)\Z|"
    r"\A(?:and|or|about|on|re|if|whether|when|once|as|with|to|for|in|by|from|at|back|do ?n['’]?t|"
    r"not|never|remember|maybe)\s|"
    r"\b(?:said|told|promised|asked|is|are|was|were|has|had|wants?|needs?|says?|"
    r"will|ill|would|should|must|can|could|i['’](?:ll|d|m))\b|"
    r"\bi (?:do|am|need|have to)\b|[?!:]|\bto (?:send|share|forward|e-?mail|text|give|post|bring)\Z|"
    r"\s(?:in|off|by|round|over|up|on|out|with|to|for|at|of|and|from|about|w/?|the|a|my)\Z",
    re.IGNORECASE,
)
"""What is more than the name of a thing, or breaks off."""
_NO_DEED = re.compile(r"[?!:=]|(?<!\w)w/|\b(?:i|(?-i:ill|id))\b", re.IGNORECASE)
_NOTED = re.compile(
    r"\b(?:wks?|mths?|hrs?|mins?|yrs?|probs?|abt|bc|tho|pls|plz|poss|defo?|thru|ppl|appt|mgr|(?:\d+(?:st|nd|rd|th)))\b",
    re.IGNORECASE,
)
"""Words of a note that no letter has."""
_BARE_DEED = re.compile(
    r"\w+(?: (?:\w+(?= know\b)|you|them|him|her|know|back|up|out|down|over|"
    r"through|in|on|off|about|at|into|for|from|to|with|of|around|"
    r"touch|again))*+ (?!(?<=about )\S+\Z)(?P<object>\S+)",
    re.IGNORECASE,
)
"""A deed up to the first word of what it is done to: that has an article, is a name or several."""
_LEADS_ON = word_set("it if that once as me")
_PLURAL = ("s", "ing")
"""The ends of words that need no article: 'check flights', 'look into parking'."""
_CALL = re.compile(r"(?P<call>an? (?:call|ring|shout|bell|buzz))\b.*", re.IGNORECASE)
"""What is given and can't be sent: 'give Sam a ring'."""
_ARTICLES = word_set("the a an my your our his her their this that these those")
_DOUBT = re.compile(r"\s*\([^()]*\?[^()]*\)|\s*\?{2,}")
_SIGNS = ((re.compile(r"\s+(?:\+|&)\s+"), " and "), (re.compile(r"(?<!\w)w(?:/\s*|\s+(?=[^\W\d_]{2}))"), "with "))
_MINE = word_set(
    "cv resume résumé references portfolio certificate certificates availability diploma transcript transcripts"
)
_DETERMINED = word_set(
    """
    a an the my our your his her their its this that these those some any each every all both another more two three
    four five six seven eight nine ten how what why where when which who whether
    """
)
_TOLD = re.compile(r" \(told [^()]{1,60}\)\Z")
_LONGEST_THING = 14
"""With more words a note holds more than the name of a thing."""
_UNKNOWN = "[what you promised]"


class PromisePhrase(NamedTuple):
    """A promise for a letter. ``recalled``: as a sentence, 'I promised to send you the plan'; ``thing``: what it is
    about, 'the plan', empty where the note doesn't tell plainly; ``hands_over``: whether that is something to send."""

    recalled: str
    thing: str
    hands_over: bool


def promise_phrase(
    what: str, person: str = "", names: frozenset[str] = frozenset(), people: frozenset[str] = frozenset()
) -> PromisePhrase:
    """A promise to a person, from the note on it. What can't be read plainly leaves ``thing`` empty.

    ``names`` keep their capitals; ``people`` are the words of people's names, any of whom the note may name.
    """
    if not one_line(what):
        return PromisePhrase("", "", True)
    plain = without_recipient(_OWE.sub("send ", _plain(what)), person)
    giving = _GIVING.fullmatch(plain)
    if is_theirs(what) or is_thanks(what):
        return PromisePhrase(f"I promised {_UNKNOWN}", "", False)
    if giving and (call := _CALL.fullmatch(_without_named(giving["thing"], person, people))):
        return PromisePhrase(f"I promised to give you {call['call'].lower()}", "", False)
    if giving and _BY_WRITING.match(giving["verb"]) and _ON_IT.match(giving["thing"]):
        about = "" if _NO_DEED.search(plain) else f" {giving['thing']}"
        return PromisePhrase(f"I promised to {_plain_verb(giving['verb'])} you{about}", "", False)
    if giving:
        thing = _as_thing(_without_named(giving["thing"], person, people), names, is_after_a_verb=True)
        return PromisePhrase(f"I promised to {_given(_plain_verb(giving['verb']), thing or _UNKNOWN)}", thing, True)
    if _DOING.fullmatch(plain) or is_done_in_person(what):
        done = _to_the_reader(_whole_deed(plain), person)
        return PromisePhrase(f"I promised {f'to {done}' if done else _UNKNOWN}", done, False)
    thing = "" if _starts_with_a_verb(plain) else _as_thing(plain, names)
    return PromisePhrase(f"I promised you {thing or _UNKNOWN}", thing, bool(thing))


def promise_text(what: str, *, keeps_day: bool = False) -> str:
    """The promise itself: without 'I said I will' and, unless ``keeps_day``, without the day that it names."""
    plain = one_line(what).rstrip(" .!")
    shorter = _LABEL.sub("", _JOINED.sub("", without_first_day(plain), count=1), count=1)
    shorter = _LEAD.sub("", shorter, count=1)
    shorter = _LEAD.sub("", shorter, count=1)  # 'promised: I will send it'
    shorter = _SENDING.sub(lambda found: _BASE.get(found["begun"].lower(), found["begun"]), shorter)
    if not keeps_day:
        shorter = without_last_day(shorter)
    return shorter or plain


def without_told(what: str) -> str:
    """A promise without the note on who was told: 'Email my certificate (told Mel)'."""
    return _TOLD.sub("", what)


def without_recipient(what: str, person: str) -> str:
    """A promise without its recipient, who reads it: 'send Selin the plan' is 'send the plan' to Selin."""
    plain = one_line(what)
    names = _called(person)
    if not names:
        return plain
    title = r"(?:(?:mrs|mr|ms|miss|dr)\.? )?"
    behind = re.fullmatch(rf"(?P<rest>\S.*) (?:to|with|for) {title}(?:{names})", plain, re.IGNORECASE)
    if behind and _GIVING.fullmatch(behind["rest"]):
        return behind["rest"]
    found = re.match(rf"(?P<verb>pass on|\w+)\s+{title}(?:{names})\s+(?P<thing>.+)", plain, re.IGNORECASE)
    shorter = f"{found['verb']} {found['thing']}" if found else ""
    return shorter if _GIVING.fullmatch(shorter) else plain


def is_theirs(what: str) -> bool:
    """Whether the words tell what the other side will do, so that it's no promise of mine."""
    return bool(_THEIRS.match(_spelled_out(without_last_day(one_line(what).rstrip(" .!")))))


def is_thanks(what: str) -> bool:
    """Whether what was promised is to thank somebody: 'thank Priya for rescheduling'."""
    return bool(_THANKING.fullmatch(promise_text(what)))


def is_done_in_person(what: str) -> bool:
    """Whether a promise is kept by going there: 'drop my old certs in', 'bring my ID'."""
    return bool(_IN_PERSON.fullmatch(promise_text(without_told(what))))


def channel_promised(what: str) -> Channel | None:
    """The channel that the words of a promise name: 'text Daz the number' is a message; None if they name none."""
    plain = promise_text(without_told(what))
    if _CALLING.match(plain):
        return "phone"
    giving = _GIVING.fullmatch(plain)
    if not giving or not _BY_WRITING.match(giving["verb"]):
        return None
    return "email" if "mail" in giving["verb"].casefold() else "message"


def _plain(what: str) -> str:
    """The promise in words: without the day and doubts, 'w/' and '+' spelled out."""
    words = _spelled_out(_DOUBT.sub("", promise_text(without_told(what))))
    return without_last_day(words).rstrip(" .,;")


def _spelled_out(words: str) -> str:
    for sign, spelled in _SIGNS:
        words = sign.sub(spelled, words)
    return words


def _called(person: str) -> str:
    """The ways to call a person, as a pattern; empty for nobody."""
    bare = without_titles(one_line(person))
    called = (one_line(person), bare, bare.partition(" ")[0], bare.rpartition(" ")[2])
    return "|".join(re.escape(name) for name in called if name)


def _plain_verb(verb: str) -> str:
    small = verb.lower()
    return {
        "get": "send",
        "provide": "send",
        "txt": "text",
        "msg": "message",
        "pass": "pass on",
        "re-send": "resend",
    }.get(small, small)


def _given(verb: str, thing: str) -> str:
    if verb in ("share", "pass on", "post"):
        return f"{verb} {thing} {'with' if verb == 'share' else 'to'} you"
    return f"{verb} you {thing}"


def _whole_deed(deed: str) -> str:
    """A deed without a remark behind its comma; empty if it's worded as in a note, which no sentence can take in."""
    whole, _, remark = deed.partition(",")
    found = _BARE_DEED.match(whole)
    first = found["object"] if found else ""
    is_bare = bool(first) and not (
        first.casefold() in _DETERMINED | _LEADS_ON
        or first[0].isupper()
        or first[0].isdigit()
        or first.endswith(_PLURAL)
    )
    is_list = re.search(r"\b(?:and|or)\b", remark)
    return "" if is_bare or is_list or _NO_DEED.search(whole) or _NOTED.search(whole) else whole.rstrip()


def _to_the_reader(deed: str, person: str) -> str:
    """A deed as it follows 'I promised to': 'call you' for the 'call them' of a note, or for a name."""
    small = lower_first(deed)
    if names := _called(person):
        small = re.sub(
            rf"\A(?P<verb>\w+(?: (?:back to|to|with))?) (?:{names})\b", r"\g<verb> you", small, flags=re.IGNORECASE
        )
    told = _with_capital_i(_THEM.sub(r"\g<verb> you", small))
    return "" if _OF_THEM.search(told) else told


def _without_named(words: str, person: str, people: frozenset[str]) -> str:
    """The thing without the name before or behind it of who gets it; empty if that isn't the reader.

    'Ingrid the pic' and 'the link to Marta' name somebody; who it is matters only if the reader is known.
    """
    named = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True)) or r"(?!)"
    somebody = (
        rf"(?:(?:{named})(?!['’])|(?-i:[A-ZÀ-Ý])[\w-]+(?= (?:the|a|an|my|some|this|that|these|those)\b)|"
        r"(?-i:[A-ZÀ-Ý][a-zà-ÿ])[\w-]*(?= (?:two|three|four|\d+|copy|copies|details|samples)\b))"
    )
    flags = re.IGNORECASE
    before = re.match(rf"(?P<who>{somebody}(?: (?:(?:and|&|n) )?(?:{named}))*)\s+(?P<thing>\S.*)", words, flags)
    behind = re.fullmatch(rf"(?P<thing>\S.*) (?:to|with) (?P<who>(?:{named})|(?-i:[A-ZÀ-Ý][a-zà-ÿ]+))", words, flags)
    found = before or behind
    if not found:
        return words
    is_reader = not person or re.fullmatch(_called(person), found["who"], re.IGNORECASE)
    return found["thing"] if is_reader else ""


def _starts_with_a_verb(words: str) -> bool:
    first, *rest = words.casefold().split() or [""]
    return first in _VERBS | _GIVES and bool(rest) and rest[0] != "of"


def _as_thing(words: str, names: frozenset[str], *, is_after_a_verb: bool = False) -> str:
    """A thing as it follows 'I'm sending you'; empty if the words may be more than a thing, or none.

    ``is_after_a_verb``: they don't begin the note, so that a capital is meant.
    """
    thing = _AFTER_THING.sub("", without_last_day(without_first_day(_AFTER_THING.sub("", words)))).strip(" ,;:")
    parts = thing.casefold().split()
    does_more = any(one in ("and", "then") and word in _VERBS | _GIVES for one, word in pairwise(parts))
    is_deed = len(parts) > 1 and parts[0] not in _DETERMINED and parts[1] in _ARTICLES
    if not parts or len(parts) > _LONGEST_THING or _NO_THING.search(thing) or does_more or is_deed:
        return ""
    keeps_capital = is_after_a_verb and parts[0] not in _DETERMINED | _MINE
    small = thing if keeps_capital else lower_first(thing, names)
    is_owned = re.match(r"[^\W\d_]{2,}['’]s\b", thing)
    if parts[0] in _MINE:
        return f"my {thing if thing.split()[0].isupper() else small}"
    if parts[0] in _DETERMINED or is_owned or thing[0].isdigit():
        return _with_capital_i(small)
    return f"the {_with_capital_i(small)}"


def _with_capital_i(text: str) -> str:
    return re.sub(r"\bi\b", "I", text)
