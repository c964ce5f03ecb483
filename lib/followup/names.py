"""How a letter addresses a person by their name, and whether that is sure.

The name is read as it was typed. Nothing is guessed: if the given name or the order isn't plain, the whole name is used
and ``Address.sure`` is False, so that the person can be asked once.
"""

import re
import unicodedata
from dataclasses import dataclass

from lib.followup.name_lists import BEFORE_SURNAMES, GREETINGS, JOINERS, SUFFIXES, TITLE_TAILS, TITLES
from lib.followup.name_parsing import (
    WORD,
    ParsedName,
    is_initial,
    is_particle,
    parse_name,
    titles_before,
    without_initials,
)
from lib.followup.phrasing import one_line

_CLEAR_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr"))
"""Titles that English puts before a surname: noted with one, a person can be greeted by it."""
MOST_OPTIONS = 6
"""How many greetings are offered to choose from, at most."""

_NO_NAME = (TITLES - {"lady", "lord", "hr", "ing", "drs"}) | SUFFIXES
_RESPECTED = re.compile(r"-(?:san|sama|sensei|ssi|nim|ji)$", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """``name`` follows 'Dear' or 'Hi' and is empty if the name has nothing to call anybody by.

    ``greeting`` is the whole greeting without its comma, if the person chose one or a title asks for it; it then takes
    the place of both. ``options`` are whole greetings to choose from, the likeliest first; there are none if it is
    sure.
    """

    name: str
    sure: bool
    options: tuple[str, ...] = ()
    greeting: str = ""


def address(name: str, formal: bool, salutation: str = "") -> Address:
    """How a letter addresses a person of that name; a formal company gets the whole name.

    ``salutation`` is the person's answer, a whole greeting or a name alone. It comes first, unless it names nobody,
    such as 'Dear Dr.'.
    """
    greeting, chosen = _chosen(salutation, name)
    if chosen:
        return Address(chosen, sure=True, greeting=f"{greeting} {chosen}" if greeting else "")
    found = parse_name(name)
    if not found.whole:
        return Address("", sure=False)
    if not found.titles and formal and found.whole_firm:
        return Address(found.whole, sure=True)
    if not found.titles and not formal and found.firm:
        return Address(found.nickname or found.given[0], sure=True)
    called = " ".join(_titles_with_surname(found))
    called = called if without_titles(called) else ""
    greeting = f"Dear {called}" if called else ""
    if called and all(title.rstrip(".").casefold() in _CLEAR_TITLES for title in found.titles):
        return Address(called, sure=True, greeting=greeting)
    return Address(called or found.titled, sure=False, options=tuple(_options(found, formal)), greeting=greeting)


def first_name(name: str) -> str:
    """What a friend calls a person of that name; empty if that isn't sure."""
    found = parse_name(name)
    return (found.nickname or found.given[0]) if found.firm and not found.titles else ""


def tidy_salutation(salutation: str) -> str:
    """A salutation as it is kept: on one line and without the comma, which the letters bring."""
    return one_line(salutation).strip(" ,;:!")


def name_in_salutation(salutation: str, name: str) -> str:
    """What a salutation calls a person of that name; nothing if it is only 'Dear', 'Frau' or 'Dr.'."""
    return _chosen(salutation, name)[1]


def salutation_after_rename(salutation: str, before: str, after: str) -> str:
    """The salutation, or nothing if it holds a word of the old name that the new one has no more."""
    gone = {word.casefold() for word in name_words(before)} - {word.casefold() for word in name_words(after)}
    held = {word.casefold() for word in name_words(name_in_salutation(salutation, before))}
    return "" if gone & held else salutation


def spoken_name(name: str, salutation: str = "") -> str:
    """What to call the person in a sentence: as they are addressed, else the whole name."""
    return address(name, False, salutation).name or one_line(name)


def name_words(name: str) -> tuple[str, ...]:
    """The words that a name is made of, without titles and degrees."""
    found = re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", one_line(name))
    return tuple(word for word in found if word.casefold() not in _NO_NAME)


def without_titles(name: str) -> str:
    """The name as it is typed, without the titles before it."""
    words = name.split()
    titles = titles_before(words)
    return " ".join(words[len(titles) :])


def _chosen(salutation: str, name: str) -> tuple[str, str]:
    """The words of greeting and the name after them; the name is empty if there is none or only a title."""
    words = tidy_salutation(salutation).split()
    greetings = GREETINGS - {word.casefold() for word in name_words(name)}
    at = 0
    while at < len(words) and words[at].casefold() in greetings:
        at += 1
    rest = words[at:]
    if len(titles_before(rest)) == len(rest) or not any(sign.isalnum() for sign in "".join(rest)):
        return "", ""
    return " ".join(words[:at]), " ".join(rest)


def _titles_with_surname(found: ParsedName) -> tuple[str, ...]:
    """'Dr. Schmidt', where title and surname are plain and English puts the two together; else nothing."""
    titles = [title for title in found.titles if not set(_pieces(title)) <= TITLE_TAILS]
    fits = titles and all(set(_pieces(title)) <= BEFORE_SURNAMES for title in titles)
    return (*titles, *found.family) if fits and found.plain and found.family and not found.open_order else ()


def _pieces(title: str) -> list[str]:
    return [piece for piece in re.split(r"[.\-/]", title.casefold()) if piece]


def _options(found: ParsedName, formal: bool) -> list[str]:
    """Whole greetings, the likeliest first."""
    surname, firsts = " ".join(found.family), _firsts(found)
    by_title = [f"Dear {' '.join((*found.titles, surname))}"] if found.titles and found.plain else []
    by_first = [] if formal else [f"Hi {first}" for first in firsts]
    by_first += [f"Dear {first}" for first in (firsts if formal else firsts[:1])]
    wholes = [f"Dear {whole}" for whole in (*found.others, found.whole if found.given else found.titled, found.titled)]
    has_title = found.titles or found.open_order or _RESPECTED.search(surname)
    strangers = [f"Dear Ms {surname}", f"Dear Mr {surname}"] if found.plain and not has_title else []
    if formal:
        ordered = [*by_title, *wholes, *strangers, *by_first]
    else:
        ordered = [*by_title, *by_first, *wholes, *([] if firsts else strangers)]
    return [option for option in dict.fromkeys(ordered) if without_titles(option.partition(" ")[2])][:MOST_OPTIONS]


def _firsts(found: ParsedName) -> list[str]:
    """What a friend may call the person, the likeliest first."""
    words = found.whole.split()
    called = [found.nickname, found.aside]
    if not found.plain:
        called += _first_of_other_letters(words)
    elif found.open_order:
        called += [words[-1], words[0]]
    elif found.given and not is_initial(found.given[0]):
        called += [found.given[0], " ".join(without_initials(list(found.given))[:2])]
    elif len(words) == 1 and not found.titles and not is_particle(words[0]):
        called += words
    return list(dict.fromkeys(word for word in called if word))


def _first_of_other_letters(words: list[str]) -> list[str]:
    if any(word.casefold() in JOINERS for word in words):
        return [" ".join(words)]
    is_name = len(words) > 1 and all(map(WORD.fullmatch, words))
    return words[:1] if is_name and not _is_written_without_spaces("".join(words)) else []


def _is_written_without_spaces(text: str) -> bool:
    """Chinese, Japanese and Korean, in which a first word is no given name."""
    return any(unicodedata.name(sign, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL")) for sign in text)
