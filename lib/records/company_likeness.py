"""Whether two spellings may name one company: 'Acme' and 'ACME, Inc.'. A guess to offer, never to act on."""

import re
from collections.abc import Iterable
from typing import Final

from lib.records.application import match_key
from lib.words import folded, word_set

_FORMS: Final = """
inc incorporated ltd limited llc llp lp plc corp corporation co company pllc pc pty pte pvt pt tbk bhd sdn kk
gmbh mbh ggmbh gesmbh ug ag kg kgaa ohg gbr ev eg se sa sas sasu sarl scs srl spa sca sl slu slp lda ltda
bv nv vof oy oyj ab as asa aps is hf ehf ou uab doo dd kft zrt nyrt sro spzoo ooo oao zao pao
"""
"""Legal forms as they read once points are gone: 'S.A.' is 'sa', 's.r.o.' is 'sro'."""
_LEGAL_FORMS: Final = word_set(_FORMS)
SHARED_WORDS: Final = word_set(
    """
    inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh ag kg se ug mbh ohg ev sa sas sarl srl
    spa bv nv ab as oy aps pty the and und of for group holding holdings international
    """
)
"""Words of a company's name that many others have too, so that none of them is this one's: legal forms and such."""
_LEADING: Final = frozenset({"ab", "as", "pt", "ooo", "oao", "zao", "pao", "uab", "sa", "kk", "oy"})
"""Forms that some countries write first: 'AB Volvo' is 'Volvo AB'."""
_JOINED: Final = (("sp z o o", "spzoo"), ("sp z oo", "spzoo"), ("d o o", "doo"), ("s r o", "sro"), ("a s", "as"))
"""Forms that are written in parts."""


def likeness_key(name: str) -> str:
    """What is left of a name without case, accents, punctuation and legal forms; two alike have the same.

    A name that is nothing but a legal form stays. Empty for a name without letters or digits.
    """
    return "".join(_core(_words(name)))


def is_like(one: str, other: str) -> bool:
    """Whether two names may be one company. True also for the very same name."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return match_key(one) == match_key(other) != ""
    if "".join(_core(mine)) == "".join(_core(theirs)):
        return True
    return _with_form_last(mine) == theirs or mine == _with_form_last(theirs)


def like_companies(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names, each once, that are spelled otherwise and may be the same company."""
    own = match_key(name)
    names = {match_key(one): one for one in known}
    return tuple(one for key, one in names.items() if own and key != own and is_like(name, one))


def _words(name: str) -> list[str]:
    """The words without case, accents and punctuation; '&' and '+' between words are 'and'."""
    plain = re.sub(
        r"(?<=\w)\.(?=\w\b)|(?<=\b\w)\.", "", folded(name)
    )  # S.A. is sa; the point of booking.com stays a gap
    plain = re.sub(r"['’`´]", "", plain)
    plain = re.sub(r"[&+](?=\s|\w)", " and ", plain).replace("+", " plus ")
    text = " ".join(re.findall(r"\w+", plain))
    for parts, form in _JOINED:
        text = re.sub(rf" {parts}$", f" {form}", text)
    return text.split()


def _core(words: list[str]) -> list[str]:
    """The words without the legal forms at their end, nor a 'the' before them."""
    end = len(words)
    while end > 1 and (words[end - 1] in _LEGAL_FORMS or (words[end - 1] == "and" and end < len(words))):
        end -= 1
    core = words[:end]
    return core[1:] if len(core) > 1 and core[0] == "the" else core


def _with_form_last(words: list[str]) -> list[str]:
    """The words with a legal form that is written first at the end, if it is written elsewhere."""
    return [*words[1:], words[0]] if len(words) > 1 and words[0] in _LEADING else words
