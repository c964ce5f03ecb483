"""The people in a cell, as people write them: titles, suffixes, last name first, several in one, and teams."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from lib.exchange.importing.choices import PeopleAnswer


class PersonInCell(NamedTuple):
    """A person met, with their position if the cell tells it."""

    name: str
    title: str = ""


@dataclass(frozen=True)
class CellPeople:
    """Who a cell names. ``not_people`` are words that are no person; ``alternative`` is another reading, if it's
    open."""

    people: tuple[PersonInCell, ...] = ()
    not_people: str = ""
    alternative: tuple[PersonInCell, ...] = ()


_WORDS_OF_TITLES = """
engineer engineering manager director head lead leader cto ceo coo cfo cio cmo cpo chro chief vp svp evp
president founder cofounder owner developer designer design analyst scientist science officer partner recruiter
recruiting recruitment talent sourcer hr people principal architect consultant coordinator specialist assistant
administrator product marketing sales operations research researcher programmer tester qa devops sre data
software finance accountant counsel professor teacher editor writer coach intern trainee associate supervisor
foreman boss hm em pm leiter leiterin leitung personal personalerin entwickler entwicklerin geschaftsfuhrer
geschaftsfuhrerin chef chefin ingenieur ingenieurin responsable directeur directrice jefe director directora
responsabile directeur hiring
"""
_TITLES: Final = frozenset(_WORDS_OF_TITLES.split())
_SUFFIX: Final = re.compile(
    r"(?:jr|sr|ph\.?\s?d|m\.?d|mba|esq|cpa|ii|iii|iv|dds|jd|msc|m\.sc|bsc|b\.sc|pmp|ret)\.?", re.IGNORECASE
)
_NOBODY: Final = re.compile(
    r"\b(?:teams?|departments?|dept|panel|everyone|everybody|various|several|tbd|tba|unknown|group|staff|committee|board|"
    r"abteilung|mehrere|equipe|équipe|equipo|squadra)\b|^(?:\d+|two|three|four|five|six|some|a|an|the)\s",
    re.IGNORECASE,
)
_FIRM: Final = re.compile(r"[;\n|]|\s/\s|\s\+\s")
_LOOSE: Final = re.compile(
    r"\s*(?:&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|(?<=\w\s\w)/(?=\w+\s\w)|(?<=[a-z])/(?=[A-Z]))\s*"
)
_WORDS_OF_PARTICLES = """
von van der den de del di da la le du ter ten zu zur af bin ibn al el dos das
"""
_PARTICLES: Final = frozenset(_WORDS_OF_PARTICLES.split())


def parse_people(cell: str, answer: PeopleAnswer | None = None) -> CellPeople:
    """Who a cell names; ``answer`` is the person's answer if it may be one person or several."""
    text = " ".join(cell.replace("\n", ";").split()).strip(" ;,")
    if not text:
        return CellPeople()
    met: list[PersonInCell] = []
    nobody: list[str] = []
    other: list[PersonInCell] = []
    is_open = False
    firm = [part.strip() for part in _FIRM.split(text) if part.strip()]
    for part in firm:
        if _is_nobody(part):
            nobody.append(part)
            continue
        one, several = _readings(part, is_listed=len(firm) > 1)
        first, second = (several, one) if answer == "several" and several else (one, several)
        is_open = is_open or (bool(several) and answer is None)
        met.extend(first)
        other.extend(second or first)
    return CellPeople(_without_doubles(met), "; ".join(nobody), _without_doubles(other) if is_open else ())


def _readings(part: str, *, is_listed: bool) -> tuple[list[PersonInCell], list[PersonInCell]]:
    """The people in a part without firm marks, and the other reading if there is one."""
    pieces = _pieces(part)
    if len(pieces) == 2 and not any(map(_are_names, pieces)) and not _has_title(pieces[1]):
        last, first = pieces
        turned = [_parse_person(f"{first} {last}")]
        if _is_one_word(last) and _is_given(first):
            apart = [_parse_person(last), _parse_person(first)]
            return turned, ([] if is_listed else apart)
        if len(last.split()) > 1 and _is_one_word(first):
            return [_parse_person(last)._replace(title=first)], [_parse_person(last), _parse_person(first)]
    met: list[PersonInCell] = []
    for piece in pieces:
        if met and _has_title(piece):
            met[-1] = met[-1]._replace(title=", ".join(filter(None, (met[-1].title, piece))))
        else:
            met.extend(_parse_person(one) for one in _split_names(piece))
    return met, []


def _pieces(part: str) -> list[str]:
    """What commas set apart, a suffix with the name before it."""
    pieces: list[str] = []
    for piece in (one.strip() for one in re.split(r",(?![^(]*\))", part)):
        if pieces and _SUFFIX.fullmatch(piece):
            pieces[-1] += f", {piece}"
        elif pieces and (found := re.match(rf"({_SUFFIX.pattern})\s+(?:&|and|und)\s+(.+)", piece, re.IGNORECASE)):
            pieces[-1] += f", {found[1]}"
            pieces.append(found[2])
        elif piece:
            pieces.append(piece)
    return pieces


def _split_names(piece: str) -> list[str]:
    return [one.strip() for one in _LOOSE.split(piece) if one and one.strip()]


def _are_names(piece: str) -> bool:
    return len(_split_names(piece)) > 1


def _parse_person(text: str) -> PersonInCell:
    """A name with its title from brackets or behind a dash, without an email address."""
    text = re.sub(r"<[^<>\s]+@[^<>\s]+>|\(?\b[^\s@()]+@[^\s@()]+\b\)?", "", text).strip()
    bracket = re.search(r"\s*\(([^()]*)\)\s*", text)
    title = ""
    if bracket:
        title = (
            ""
            if re.fullmatch(r"(?:she|he|they)\s*/\s*\w+(?:\s*/\s*\w+)?", bracket[1], re.IGNORECASE)
            else bracket[1].strip()
        )
        text = (text[: bracket.start()] + " " + text[bracket.end() :]).strip()
    dashed = re.fullmatch(r"(.+?)\s+[-–—]\s+(.+)", text)
    if dashed:
        text, title = dashed[1], ", ".join(filter(None, (dashed[2], title)))
    return PersonInCell(text.strip(" ,"), title)


def _has_title(piece: str) -> bool:
    """Whether a piece is a position: one of its words is of a job, and it is no name with a bracket."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", piece.partition("(")[0])]
    return bool(words) and any(word in _TITLES for word in words) and not _SUFFIX.fullmatch(piece)


def _is_one_word(piece: str) -> bool:
    return len([word for word in piece.split() if word.casefold() not in _PARTICLES]) == 1 and "(" not in piece


def _is_given(piece: str) -> bool:
    """Whether it can be a given name behind a comma: one word, or one with an initial."""
    words = piece.split()
    return "(" not in piece and (len(words) == 1 or (len(words) == 2 and len(words[1].strip(".")) == 1))


def _is_nobody(part: str) -> bool:
    words = re.findall(r"[^\W\d_]+", part.casefold())
    is_position = bool(words) and all(word in _TITLES or word in ("of", "the", "for") for word in words)
    return is_position or bool(_NOBODY.search(part.partition("(")[0]))


def _without_doubles(met: list[PersonInCell]) -> tuple[PersonInCell, ...]:
    return tuple({one.name.casefold(): one for one in reversed(met) if one.name}.values())[::-1]
