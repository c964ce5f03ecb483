"""Whether names are right: the person's, the company's and the role's, and nobody else's by mistake."""

import re
from collections.abc import Iterator

from lib.followup.names import name_words
from lib.followup.phrasing import CAPITALISED
from lib.followup.proofreading.finding import LetterContext, LetterFinding, LetterPart
from lib.followup.proofreading.spelling import Speller
from lib.followup.proofreading.words import Word, edits, greeting_of, prose_words, signature_span
from lib.words import finder, folded

_ANYBODY = frozenset(
    ("all", "everyone", "both", "team", "hiring", "at", "sir", "madam", "or", "the", "and", "to", "colleagues", "there")
)


def check_names(text: str, part: LetterPart, reading: LetterContext, speller: Speller) -> Iterator[LetterFinding]:
    """Misspelt and inconsistent names, the wrong person greeted, another company's or role's name."""
    if part == "body":
        yield from _wrong_greeting(text, reading)
    yield from _misspelt(text, part, reading, speller)
    yield from _others(text, part, reading)


def _wrong_greeting(text: str, reading: LetterContext) -> Iterator[LetterFinding]:
    where, person = greeting_of(text), reading.facts.person
    if where is None or not person or text[slice(*where)].startswith("["):
        return
    own = {*name_words(person), *name_words(reading.facts.salutation), *name_words(reading.facts.company)}
    greeted = name_words(text[slice(*where)])
    strange = [word for word in greeted if word not in own and word.casefold() not in _ANYBODY]
    if not strange or any(_is_near(word, name) for word in strange for name in own):
        return  # a near miss is told as a misspelt name
    other = next((name for name in reading.people if name != person and set(greeted) <= set(name_words(name))), "")
    why = (
        f"That is {other}."
        if other
        else f"The workbook knows this person as {person}. If that is the right name too, leave it."
    )
    yield LetterFinding("greeting", "body", where, f"The note is to {person}, but greets '{text[slice(*where)]}'.", why)


def _misspelt(text: str, part: LetterPart, reading: LetterContext, speller: Speller) -> Iterator[LetterFinding]:
    greeted = greeting_of(text) if part == "body" else None
    kinds = {
        **dict.fromkeys(name_words(reading.facts.role), "The role"),
        **dict.fromkeys(name_words(reading.facts.company), "The company"),
        **dict.fromkeys(name_words(reading.facts.person), "The person"),
    }
    for word in prose_words(text):
        in_greeting = greeted is not None and greeted[0] <= word.start < greeted[1]
        name = _meant(word, kinds, reading, speller, in_greeting)
        if name:
            full = _full(kinds[name], reading)
            what = f"'{word.bare}' looks like '{name}', spelled differently."
            why = f"{kinds[name]} is {full} in your workbook."
            yield LetterFinding("name", part, word.span, what, why, fix=name + word.text[len(word.bare) :])


def _full(kind: str, reading: LetterContext) -> str:
    facts = reading.facts
    return {"The role": facts.role, "The company": facts.company, "The person": facts.person}[kind]


def _meant(word: Word, kinds: dict[str, str], reading: LetterContext, speller: Speller, in_greeting: bool) -> str:
    """The name that this word misspells, or nothing."""
    text = word.bare
    if text in reading.names or text in kinds or text.casefold() in CAPITALISED:
        return ""
    ordinary = speller.knows(text) and (text[0].islower() or word.opens) and not in_greeting
    for name, kind in kinds.items():
        if kind == "The role" and (text.casefold() == name.casefold() or speller.knows(text)):
            continue
        if ordinary or (text.isupper() and len(text) > 1 and folded(text) == folded(name)):
            continue
        if _is_near(text, name):
            return name
    return ""


def _is_near(word: str, name: str) -> bool:
    """Whether a word is a name with other accents or capitals, or with a slip: one letter, two in a long name."""
    one, other = folded(word), folded(name)
    if one == other:
        return word != name
    shorter = min(len(one), len(other))
    return shorter >= 3 and abs(len(one) - len(other)) <= 2 and edits(one, other) <= (2 if shorter >= 8 else 1)


def _others(text: str, part: LetterPart, reading: LetterContext) -> Iterator[LetterFinding]:
    own = [match.span() for name in _own(reading) for match in finder(name).finditer(text)]
    own.append(signature_span(text, reading.facts.signature))  # my own job and employer are named there
    for company in reading.companies:
        if company.casefold() in CAPITALISED:
            continue
        for match in finder(company).finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in own):
                why = f"This note is about {reading.facts.company or 'another company'}."
                yield LetterFinding(
                    "other_company", part, match.span(), f"{company} is another company in your search.", why
                )
    for role in reading.roles:
        if " " not in role or role.casefold() in reading.facts.role.casefold():
            continue
        for match in finder(role, re.IGNORECASE).finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in own):
                why = f"Here the role is {reading.facts.role or 'another one'}."
                yield LetterFinding(
                    "other_role", part, match.span(), f"{role} is a role that you applied for elsewhere.", why
                )


def _own(reading: LetterContext) -> tuple[str, ...]:
    facts = reading.facts
    return tuple(name for name in (facts.company, facts.role, facts.person, facts.person_company, facts.me) if name)
