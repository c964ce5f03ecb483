"""The words within dates in seven languages: names of months and weekdays, and the small words around them."""

import re
from collections.abc import Iterator
from typing import Final

from lib.words import folded

_NAMES: Final = """
january januar janvier enero gennaio janeiro januari
february februar fevrier febrero febbraio fevereiro februari
march marz mars marzo marco maart maerz mrz mrt
april avril abril aprile
may mai mayo maggio maio mei
june juni juin junio giugno junho
july juli juillet julio luglio julho
august aout agosto augustus
september septembre septiembre settembre setembro setiembre
october oktober octobre octubre ottobre outubro
november novembre noviembre novembro
december dezember decembre diciembre dicembre dezembro
""".strip().splitlines()
"""A line a month: English, German, French, Spanish, Italian, Portuguese, Dutch, without accents."""

_WEEKDAYS: Final = """
monday tuesday wednesday thursday friday saturday sunday tues thur thurs
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miercoles jueves viernes sabado domingo
lunedi martedi mercoledi giovedi venerdi sabato domenica
segunda terca quarta quinta sexta feira
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
_WORDS_OF_SHORT_WEEKDAYS = """
mo di mi do fr sa so ma wo vr za zo lu me je ve tu we th su
"""
_SHORT_WEEKDAYS: Final = frozenset(_WORDS_OF_SHORT_WEEKDAYS.split())
_WORDS_OF_BETWEEN = """
de del do da of the den der dem le el il em o um at a on las alle ore om
"""
_BETWEEN: Final = frozenset(_WORDS_OF_BETWEEN.split())
_SHORTEST: Final = 3
_WORD = re.compile(r"[^\W\d_]+")


def _beginnings(words: str) -> Iterator[str]:
    for word in words.split():
        yield from (word[:length] for length in range(_SHORTEST, len(word) + 1))


def _months() -> dict[str, int]:
    """Each name and beginning of one that only one month has."""
    known: dict[str, set[int]] = {}
    for month, names in enumerate(_NAMES, start=1):
        for beginning in _beginnings(names):
            known.setdefault(beginning, set()).add(month)
    return {beginning: months.pop() for beginning, months in known.items() if len(months) == 1}


_MONTHS: Final = _months()
_DAYS: Final = frozenset(_beginnings(_WEEKDAYS)) | _SHORT_WEEKDAYS


def with_months_marked(text: str) -> str:
    """The text with each name of a month as '‹9›', and without the small words around it."""
    if not _WORD.search(text):
        return text
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th|er|ère|re|º|ª|°)(?![^\W\d_])", "", text, flags=re.IGNORECASE)

    def marked(found: re.Match[str]) -> str:
        word = folded(found[0])
        if word in _MONTHS:
            return f"‹{_MONTHS[word]}›"
        return " " if word in _BETWEEN else found[0]

    return re.sub(r"‹(\d+)›\.", r"‹\1›", _WORD.sub(marked, text)).strip()


def without_weekday(text: str) -> str:
    """The text without the weekday, or the 'am' or 'le', before its date."""
    found = re.match(r"\s*([^\W\d_]+)(?:-feira)?\.?,?\s+(?=\S)", text)
    if found and (folded(found[1]) in _DAYS or folded(found[1]) in _BETWEEN or folded(found[1]) == "am"):
        return text[found.end() :]
    return text
