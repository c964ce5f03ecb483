"""Every way to write the companies and people of a workbook in its texts."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from lib.exchange.stand_ins import Name, StandInKind
from lib.followup.names import name_in_salutation, name_words
from lib.records.application import match_key
from lib.records.company_likeness import SHARED_WORDS
from lib.records.workbook import Workbook
from lib.words import word_set

IsWord = Callable[[str], bool]
"""Whether a text is an ordinary word of the language."""

_PARTICLES: Final = word_set("van von der den de del della da dos du di la le el al bin ibn ter ten zu zur y e")
_FUNCTION_WORDS: Final = word_set(
    """
    will may can do so an my no in on at or to we he she it long more young so art may mark rich grant bill rob sue hope
    """
)
_TIMES: Final = word_set(
    """
    january february march april june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday
    """
)
_SPOKEN = 8
"""The most words of the beginning of a company's name that can represent it."""
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def known_names(workbook: Workbook, is_word: IsWord) -> tuple[Name, ...]:
    """The names of companies, of people and of the person, whole and by their single words.

    A single word that is an ordinary one too counts with a capital only; of people who were never met, such as
    imported contacts, it does not count at all.
    """
    return tuple(
        dict.fromkeys((*_companies(workbook, is_word), *_people(workbook, is_word), *_own_name(workbook, is_word)))
    )


def chosen_names(words: Iterable[str]) -> tuple[Name, ...]:
    """Further words to replace, however they are written; a single large letter only as one."""
    return tuple(Name("chosen", word.casefold(), word, with_capital=_is_large_letter(word)) for word in words)


def _is_large_letter(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _companies(workbook: Workbook, is_word: IsWord) -> Iterator[Name]:
    texts = [entry.company for entry in workbook.applications]
    texts += [text for person in workbook.people for text in (person.company, person.agency)]
    texts += [row.company for row in workbook.activity]
    for text in dict.fromkeys(text for text in texts if text.strip()):
        key = match_key(text)
        yield from _full_name("company", key, text, is_word)
        own = [word for word in _WORDS.findall(text) if word.casefold() not in SHARED_WORDS]
        for count in range(min(len(own), _SPOKEN), 1, -1):
            yield Name("company", key, " ".join(own[:count]))
        if len(own) > 1:
            yield Name("company", key, _initials(own), with_capital=True)
        for word in own:
            is_ordinary = is_word(word)
            if len(word) > 2:
                yield Name("company", key, word, with_capital=is_ordinary, within=is_ordinary and not word.isupper())


def _people(workbook: Workbook, is_word: IsWord) -> Iterator[Name]:
    met = {entry.person_id for entry in workbook.conversations}
    met |= {ask.person_id for ask in workbook.asks} | {task.person_id for task in workbook.tasks}
    for person in workbook.people:
        is_known = person.id in met or not person.import_ref
        for name in filter(None, (person.name, name_in_salutation(person.salutation, person.name))):
            yield from _person("person", person.id, name, is_word, is_known)


def _own_name(workbook: Workbook, is_word: IsWord) -> Iterator[Name]:
    for key in ("name", "signature"):
        for line in workbook.setting(key).splitlines()[:1]:
            yield from _person("self", "", line, is_word, is_known=True)


def _person(kind: StandInKind, key: str, text: str, is_word: IsWord, is_known: bool) -> Iterator[Name]:
    words = [word for word in name_words(text) if word.casefold() not in _PARTICLES]
    for whole in (text, " ".join(name_words(text)), " ".join(words)):
        yield from _full_name(kind, key, whole, is_word)
    if len(words) > 1:
        first, last = words[0], words[-1]
        for short in (f"{first[0]} {last}", f"{first} {last[0]}", _initials((first, last)), _initials(words)):
            yield Name(kind, key, short, with_capital=True)
    for word in words:
        plain = word.casefold()
        if len(word) < 2 or plain in _TIMES:
            continue
        if not is_word(word):
            yield Name(kind, key, word)
        elif is_known:
            yield Name(kind, key, word, with_capital=True, within=plain in _FUNCTION_WORDS)


def _initials(words: Sequence[str]) -> str:
    """'P R' for Priya Raman: as words of their own, with or without points between them."""
    return " ".join(word[0] for word in words)


def _full_name(kind: StandInKind, key: str, text: str, is_word: IsWord) -> Iterator[Name]:
    """The whole name; one that is a single ordinary word counts with a capital only."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if line:
        is_one_word = len(_WORDS.findall(line)) == 1 and is_word(line)
        yield Name(kind, key, line, with_capital=is_one_word)
