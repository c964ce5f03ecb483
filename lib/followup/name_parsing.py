"""A name taken apart: titles, given names, surname, and how sure any of it is."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from lib.followup.name_lists import (
    DOTTED_TITLES,
    HUNGARIAN_GIVEN,
    JOINERS,
    PARTICLES,
    PRONOUNS,
    SERVANT_OF,
    SHORT_SUFFIXES,
    SUFFIXES,
    SURNAMES_FIRST,
    TITLE_TAILS,
    TITLES,
)
from lib.followup.phrasing import one_line
from lib.words import folded, without_doubt

_DEGREES_IN_FRONT = SUFFIXES - {"sr", "dipl", "md", "iv"}
_ASIDE = re.compile(
    r"""(?:(?<=\s)|^)(?:\(([^()]*)\)|\[([^\[\]]*)\]|["“”„]([^"“”„]*)["“”]|«([^«»]*)»|['‘]([^'‘’]+)['’])(?=[\s,]|$)"""
)
WORD = re.compile(r"['’]?[^\W\d_]+(?:['’ʼ.\-‐‑][^\W\d_]+)*\.?'?")
_HYPHENED_GIVEN = re.compile(r"[^\W\d_][^\W\d_]*-[^\W\d_]+")


@dataclass(frozen=True)
class ParsedName:
    """A name taken apart. ``others`` are other ways to read the whole of it, ``open_order`` that the surname may come
    first, and ``plain`` that it is one person's name in Latin letters.

    ``firm``: a friend would use the given name, ``whole_firm``: the whole name is right as it is.
    """

    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    whole: str = ""
    others: tuple[str, ...] = ()
    nickname: str = ""
    aside: str = ""
    plain: bool = True
    open_order: bool = False
    firm: bool = False
    whole_firm: bool = True

    @property
    def titled(self) -> str:
        """The whole name with its titles."""
        return " ".join((*self.titles, self.whole)) if self.whole else ""


@lru_cache(maxsize=2000)
def parse_name(name: str) -> ParsedName:
    """The parts of a name as it was typed; all of them are empty if it names nobody, as 'Dr.' or 'PhD'.

    None of 'Tom??' is firm.
    """
    found = _parse_line(without_doubt(name))
    return replace(found, firm=False, whole_firm=False) if "?" in name else found


def _parse_line(name: str) -> ParsedName:
    line = unicodedata.normalize("NFC", one_line(name)).translate({0xFF0C: ",", 0x3001: ",", 0x060C: ","})
    line, nickname, aside = _without_asides(line)
    titles: list[str] = []
    parts: list[list[str]] = []
    for at, part in enumerate(line.split(",")):
        words = _spaced(part).split() if any(sign.isalnum() for sign in part) else []
        before, rest = _split_titles(words, behind_comma=at > 0, all_capitals=line.isupper())
        titles += before
        parts += [rest] if rest else []
    if not any(_key(word) not in SUFFIXES for part in parts for word in part):
        parts, nickname, aside = [[nickname or aside]] if nickname or aside else [], "", ""
    if not parts:
        return ParsedName(tuple(titles))
    found = _of_parts(parts[:2]) if len(parts) > 1 else _of_words(parts[0])
    if len(parts) > 2:
        whole = " ".join(word for part in parts for word in part)
        found = replace(found, whole=whole, others=(*found.others, found.whole), firm=False, whole_firm=False)
    return _with_asides(replace(found, titles=tuple(_cased_titles(titles, line))), nickname, aside)


def _without_asides(line: str) -> tuple[str, str, str]:
    """The line without what is in quotes or brackets, the nickname in its middle, and a name behind it."""
    nickname = aside = ""
    for match in _ASIDE.finditer(line):
        words = next(group for group in match.groups() if group is not None).strip()
        if not _is_nickname(words, line):
            continue
        is_between = bool(line[: match.start()].strip(" ,") and line[match.end() :].strip(" ,"))
        before = line[: match.start()].split()
        if is_between and len(words.split()) == 1 and len(words) <= len(before[-1]):
            nickname = nickname or _with_capitals([words])[0]
        else:
            aside = aside or words
    return " ".join(_ASIDE.sub(" ", line).split()).strip('"“”„«»‘ '), nickname, aside


def _is_nickname(words: str, line: str) -> bool:
    """Not pronouns, a department in capitals or a maiden name: they are left out."""
    parts = words.split()
    return (
        0 < len(parts) <= 3
        and all(WORD.fullmatch(part) for part in parts)
        and not any(part.casefold() in PRONOUNS for part in parts)
        and (line.islower() or words[0].isupper() or not words[0].islower())
        and (line.isupper() or not words.isupper() or len(words) == 1)
    )


def _with_asides(found: ParsedName, nickname: str, aside: str) -> ParsedName:
    if nickname and _is_latin(nickname) and not found.titles and found.plain:
        return replace(found, nickname=nickname, firm=True)
    # In Latin letters, what is behind the name may be a company or a department just as well.
    wanted = nickname or (aside if len(aside.split()) == 1 or not found.plain else "") or found.aside
    return replace(found, aside=wanted, firm=found.firm and not wanted)


def _spaced(part: str) -> str:
    """'Prof.Dr.Weber' in its words; initials such as 'J.R.' stay together."""
    return re.sub(r"(?<=[^\W\d_]{2}\.)(?=[^\W\d_]{2})", _space_before_a_capital, part)


def _space_before_a_capital(match: re.Match[str]) -> str:
    return " " if match.string[match.end()].isupper() else ""


def _split_titles(words: list[str], *, behind_comma: bool, all_capitals: bool) -> tuple[list[str], list[str]]:
    """The titles of one part of a name and its other words, without degrees."""
    kept = [
        word
        for at, word in enumerate(words)
        if not _is_degree(word, at, behind_comma, is_capital=word.isupper() and not all_capitals)
    ]
    titles = list(titles_before(kept))
    rest = kept[len(titles) :]
    behind: list[str] = []
    while len(rest) > 1 and _is_title(rest[-1], False) and "." in rest[-1]:
        behind.insert(0, rest.pop())
    return titles + behind, rest


def _is_degree(word: str, at: int, behind_comma: bool, is_capital: bool) -> bool:
    plain = _key(word)
    if word in ("J.R.", "S.R."):  # initials
        return False
    if behind_comma and (plain in SUFFIXES or (plain in SHORT_SUFFIXES and at == 0)) and plain != "dipl":
        return True
    if at == 0:
        return plain in _DEGREES_IN_FRONT
    return plain in SUFFIXES or (plain in SHORT_SUFFIXES and is_capital)


def _key(word: str) -> str:
    return word.replace(".", "").casefold()


def titles_before(words: list[str]) -> tuple[str, ...]:
    """The titles with which a name or a part of it begins."""
    at = 0
    while at < len(words) and _is_title(words[at], begun=at > 0):
        at += 1
    return tuple(words[:at])


def _is_title(word: str, begun: bool) -> bool:
    """Whether a word is a title; ``begun``: another title is before it, as before the 'med.' of 'Dr. med.'."""
    pieces = [piece for piece in re.split(r"[.\-/]", word.casefold()) if piece]
    known = TITLES | DOTTED_TITLES | TITLE_TAILS
    if len(pieces) > 1 and set(pieces) <= known and (begun or pieces[0] in TITLES | DOTTED_TITLES - {"m"}):
        return True
    return len(pieces) == 1 and (
        pieces[0] in TITLES
        or (word.endswith(".") and pieces[0] in DOTTED_TITLES)
        or (begun and pieces[0] in TITLE_TAILS and (word.endswith(".") or len(pieces[0]) > 2))
    )


def _cased_titles(titles: list[str], line: str) -> list[str]:
    if not (line.isupper() or line.islower()):
        return titles
    return [re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), title.lower()) for title in titles]


def _of_parts(parts: list[list[str]]) -> ParsedName:
    """'Last, First': the given name is behind the comma, unless that looks like something else than a name."""
    together = _of_words([*parts[1], *parts[0]])
    words = _with_capitals([*parts[0], *parts[1]])
    family, given = words[: len(parts[0])], words[len(parts[0]) :]
    while len(given) > 1 and given[-1].casefold() in PARTICLES:
        family.insert(0, given.pop())
    whole = " ".join((*given, *family))
    is_family = len(family) == 1 or is_particle(family[0])
    is_like_a_name = all(_is_given(word) for word in given)
    if not (is_family and together.plain and is_like_a_name):
        before = _of_words(parts[0])
        others = (whole, before.whole)
        whole = " ".join(words)
        return replace(
            before,
            aside=" ".join(given) if is_like_a_name else "",
            whole=whole,
            others=others,
            firm=False,
            whole_firm=False,
        )
    return replace(
        together,
        given=tuple(given),
        family=tuple(family),
        whole=whole,
        others=(),
        open_order=False,
        firm=len(without_initials(given)) == 1 and not is_initial(given[0]),
        whole_firm=not _is_risky(parts[0] + parts[1]),
    )


def _is_given(word: str) -> bool:
    return word[:1].isupper() and (len(word.strip(".")) == 1 or not word.isupper())


def _of_words(typed: list[str]) -> ParsedName:
    """A name without a comma, in the order in which it's spoken, unless its words show that the surname is first."""
    marked = _surname_in_capitals(typed)
    words = _with_capitals(typed)
    given, family = _split(words)
    if marked:
        given, family = [words[at] for at in marked[0]], _with_capitals([words[at] for at in marked[1]])
        words = [*given, *family]
    plain = all(WORD.fullmatch(word) and _is_latin(word) and word.casefold() not in JOINERS for word in words)
    is_open = plain and marked is None and _may_be_reversed(words)
    is_name = plain and not is_open and bool(given and family)
    return ParsedName(
        given=tuple(given),
        family=tuple(words[:1] if is_open else family),
        whole=" ".join(words if plain else typed),
        others=(" ".join((*words[1:], words[0])),) if is_open else (),
        plain=plain,
        open_order=is_open,
        firm=is_name and _says_it_all(given, typed),
        whole_firm=is_name and not _is_risky([typed[at] for at in marked[1]] if marked else typed),
    )


def _says_it_all(given: list[str], typed: list[str]) -> bool:
    """Whether one given name alone is left: no initial, no half of an Arabic one, no two that may be used together."""
    first = given[0]
    return (
        len(without_initials(given)) == 1
        and not is_initial(first)
        and not (typed[0].isupper() and len(first) < 3)
        and first.casefold() not in SERVANT_OF
        and not titles_before([first])
    )


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """Given names and surname: from the first particle on, else the last word; one that begins with a particle, or is
    alone, counts as a surname."""
    is_careless = all(word[:1].islower() for word in words)
    if len(words) < 2 or (is_particle(words[0]) and not is_careless):
        return [], words
    at = next((at for at, word in enumerate(words[1:-1], 1) if is_particle(word)), len(words) - 1)
    return words[:at], words[at:]


def is_particle(word: str) -> bool:
    """Whether a surname may begin with this word: 'van', 'de', 'al-Rashid'."""
    plain = word.casefold().rstrip(".")
    if word.startswith(("al-", "el-", "d'", "d’")):
        return True
    return plain in PARTICLES and not (plain in ("ben", "mac", "i", "e") and word[:1].isupper())


def _may_be_reversed(words: list[str]) -> bool:
    """Whether the surname may come first: by its first word, by the last one, or by a given name such as Min-jun."""
    first, last = folded(words[0]), folded(words[-1])
    if len(words) == 1:
        return False
    return (
        first in SURNAMES_FIRST
        or (last in HUNGARIAN_GIVEN and first not in HUNGARIAN_GIVEN)
        or bool(_HYPHENED_GIVEN.fullmatch(words[-1]) and words[-1].partition("-")[2].islower())
    )


def _surname_in_capitals(words: list[str]) -> tuple[list[int], list[int]] | None:
    """The given names and surname in 'BERG Jan' and 'Viktor ORBÁN'; short capitals in front are initials."""
    capital = [at for at, word in enumerate(words) if word.isupper() and len(word) > 1 and "." not in word]
    if not capital or len(capital) == len(words) or not all(_is_latin(word) for word in words):
        return None
    run = list(range(capital[0], capital[-1] + 1))
    rest = [at for at in range(len(words)) if at not in run]
    at_end, at_start = run[-1] == len(words) - 1, run[0] == 0 and len(words[0]) > 3
    return (rest, run) if run == capital and (at_end or at_start) and run[0] != run[-1] + 1 else None


def without_initials(given: list[str]) -> list[str]:
    """The given names without the initials behind the first one."""
    return [given[0], *(word for word in given[1:] if not is_initial(word))]


def is_initial(word: str) -> bool:
    """'J', 'J.', 'J.R.' and 'Wm.'."""
    return len(word.rstrip(".")) < 2 or "." in word


def _is_risky(typed: list[str]) -> bool:
    """Whether the capitals of a surname typed all in one case can't be known: MCDONALD, O'NEIL, DE LA CRUZ."""
    if not all(word.isupper() for word in typed) and not all(word.islower() for word in typed):
        return False
    return any(word.casefold().startswith(("mc", "mac")) or "'" in word for word in typed) or any(
        is_particle(word) for word in typed[1:]
    )


def _with_capitals(words: list[str]) -> list[str]:
    """The words with capitals as in a name, if they were typed all in one case; anything else stays as it is."""
    whole = " ".join(words)
    is_short = len(words) == 1 and len(whole) < 4 and whole.isupper()
    if not (whole.isupper() or whole.islower()) or is_short or not all(map(WORD.fullmatch, words)):
        return list(words)
    cased = [re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), word.lower()) for word in words]
    return [word.lower() if at and is_particle(word.lower()) else word for at, word in enumerate(cased)]


def _is_latin(word: str) -> bool:
    return all("LATIN" in unicodedata.name(sign, "") for sign in word if sign.isalpha())
