"""How the person's own notes read within a sentence."""

import re
import unicodedata

from lib.followup.fragments import without_report
from lib.words import word_set

CAPITALISED = word_set(
    """
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december english french german spanish italian portuguese
    dutch danish swedish norwegian finnish polish czech greek turkish russian ukrainian arabic hebrew hindi
    chinese japanese korean european british american asian african indian london paris berlin python java
    excel sap aws azure linux google europe america asia africa india china japan germany france spain italy
    brazil christmas easter
    """
)
"""Words that are always capitalised, in small letters."""
PAST = word_set(
    """
    led built ran wrote grew cut won made taught brought set sold took kept spoke held met found drew put
    spent gave went became began chose drove taught oversaw rebuilt rewrote
    """
)
"""Verbs in the past that do not end in -ed."""
_ACTIONS = word_set(
    """
    can know speak have like enjoy love work lead build run write manage bring
    """
)
_BEINGS = word_set(
    """
    good calm able fluent comfortable experienced used patient quick thorough careful happy open strong
    """
)
_WEAK_ENDS = word_set(
    """
    a an and at by for from how in into my of on or our than that the their this to was we were what when
    which why with your
    """
)
_OPENERS = word_set(
    """
    about after all also any as before both each every few first former he her his how its last many more most new
    next no not old one our own she some such their there these they this those through two three four five six seven
    eight nine ten under until up who whose whether without you your
    """
)
"""Words that open a note with a capital and belong to no name."""
_MORE_LEANING = word_set("about around before even under when")
_PRONOUNS = word_set("it he she that there where here who what how")
_COMMON_OWNERS = word_set(
    """
    today yesterday tomorrow week month year customer client company team everyone everybody nobody people let
    candidate manager employee employer firm
    """
)
"""Whose something is without a name: 'last year's figures'."""
_GENDERS = re.compile(
    r"\s*[(\[](?:[mfwdxvi]|all genders|gn|h|div)(?:\s*[/|*,]\s*(?:[mfwdxvi]|div|gn|h))*[)\]]", re.IGNORECASE
)
"""What postings add to a role about who may apply: '(m/f/d)'."""
_BRACKETS = re.compile(r"(?<=\S)\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_IN_FULL = {
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "jnr": "junior",
    "mgmt": "management",
    "mgr": "manager",
    "asst": "assistant",
}
"""Short forms in roles that can mean one word only."""
_SHORT_FORMS = re.compile(rf"\b(?P<word>{'|'.join(_IN_FULL)})\b\.?(?!['’/])", re.IGNORECASE)
_ENGINEERED = "software|mechanical|electrical|civil|structural|network|systems|data|platform|support|site"
"""Before 'eng' these make it an engineer, and not engineering or English."""
_TALKED = re.compile(
    r"^(?:(?:we|she|he|they) )?(?:talked|spoke|discussed|chatted|compared notes)(?: a lot)?(?: about| on)?\s+",
    re.IGNORECASE,
)


def one_line(text: str) -> str:
    """The text on one line, without control characters and without marks that turn the writing direction."""
    kept = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
    return " ".join(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", kept).split())


def as_topic(note: str, names: frozenset[str] = frozenset()) -> str:
    """A note on what was talked about, so that it can follow 'talk about'.

    The first line or sentence, without a lead such as 'we talked about', starting small unless it begins with a name.
    """
    first = _first_sentence(note)
    first = _TALKED.sub("", first)
    return lower_first(re.sub(r"^about\s+", "", first, flags=re.IGNORECASE), names)


def as_role(role: str) -> str:
    """A role as it reads before 'role': without brackets and 'role', and with its short forms spelled out.

    'sr product designer (part time)' is 'senior product designer'.
    """
    plain = one_line(_BRACKETS.sub("", _GENDERS.sub("", one_line(role)))).rstrip(" .,;")
    spelled = _SHORT_FORMS.sub(_in_full, re.sub(r"\s+(?:role|position|job)$", "", plain, flags=re.IGNORECASE))
    return re.sub(
        rf"\b(?P<field>{_ENGINEERED}) eng\b\.?(?=$|[ ,])", r"\g<field> engineer", spelled, flags=re.IGNORECASE
    )


def _in_full(found: re.Match[str]) -> str:
    word = _IN_FULL[found["word"].casefold()]
    return word.capitalize() if found["word"][0].isupper() else word


def as_clause(note: str, lead: str = "", names: frozenset[str] = frozenset()) -> str:
    """A note on myself as a clause: 'I built it' stays, 'built it' gains its I, 'good with it' its 'I am'.

    Anything else, such as 'ten years of it', follows ``lead``.
    """
    note = re.sub(r"^(?:that|about)\s+(?=\S)", "", without_report(one_line(note)), flags=re.IGNORECASE).rstrip(" .;,")
    words = [word.casefold() for word in note.split()]
    if not words:
        return ""
    small = lower_first(note, names)
    if words[0] in PAST or words[0] in _ACTIONS or (words[0].endswith("ed") and len(words[0]) > 4):
        return f"I {small}"
    if len(words) > 1 and words[0] in _BEINGS and words[1] in _WEAK_ENDS | _MORE_LEANING:
        return f"I am {small}"
    if lead and not re.match(r"(?:i|my|we|our|the way)\b", note, flags=re.IGNORECASE):
        return f"{lead} {small}"
    return small


def lower_first(text: str, names: frozenset[str] = frozenset()) -> str:
    """The text with a small first letter, unless its first word is a name, an abbreviation or always capitalised."""
    if not text:
        return ""
    first = re.split(r"[\s,;:]", text, maxsplit=1)[0]
    plain = re.sub(r"['’]s$", "", first)
    keeps = any(sign.isupper() or sign.isdigit() for sign in plain[1:]) or plain.casefold() in CAPITALISED
    if keeps or plain in names or _opens_a_name(text, names) or _is_no_word(plain):
        return text
    return text[0].lower() + text[1:]


def _is_no_word(word: str) -> bool:
    """Whether a word with a capital is none of the dictionary: 'Ferrandi' is a name that nobody noted as one."""
    if not (word.isalpha() and word[0].isupper()) or word.casefold() in _OPENERS | _WEAK_ENDS | PAST | _ACTIONS:
        return False
    from lib.followup.proofreading.spelling import english  # here, as its word list takes a moment to load

    return not english().knows(word)


def _opens_a_name(text: str, names: frozenset[str]) -> bool:
    """Whether the first words look like a name: 'Land Registry forms', 'Sandra's plans'."""
    first, second = [*text.split(), "", ""][:2]
    bare, plain = re.sub(r"['’]s$|\W+$", "", second), first.casefold()
    common = _OPENERS | _WEAK_ENDS | PAST | _ACTIONS | _BEINGS | _COMMON_OWNERS
    if owner := re.fullmatch(r"([^\W\d_]{2,})['’]s", first):
        return owner.group(1)[0].isupper() and owner.group(1).casefold() not in common | _PRONOUNS
    return (
        first.isalpha()
        and plain not in common
        and not plain.endswith(("ing", "ed"))
        and bare[:1].isupper()
        and bare[1:].islower()
        and bare.casefold() not in CAPITALISED
        and bare not in names
    )


def shorten(text: str, room: int) -> str:
    """The text within ``room`` characters: cut at a clause, else at a word, never ending on a word that leans on."""
    if len(text) <= room:
        return text
    clause = re.split(r"\s*[,;:(–—]\s*", text, maxsplit=1)[0]
    words = clause.split()
    while words and (len(" ".join(words)) > room or words[-1].casefold() in _WEAK_ENDS):
        words.pop()
    return " ".join(words)


def _first_sentence(note: str) -> str:
    first_line = next((line for line in note.splitlines() if line.strip()), "")
    return re.split(r"(?<=[\w)\"'])[.!?](?:\s|$)", one_line(first_line), maxsplit=1)[0].rstrip(" .;,")
