"""However a name is spelled in a text, the coach copy replaces it, or lists it to be ticked."""

import re
from collections.abc import Iterator

import pytest

from tests.day_first import coach_copy
from tests.exchange.test_coach_copy import TODAY, workbook

PERSON = ("{}. {}", "{}.{}.", "{}. {}.", "{} {}", "{}{}", "{}-{}", "{}/{}")
"""Initials, together with a surname or with each other."""


def of_person(first: str, last: str) -> Iterator[str]:
    a, b = first[0], last[0]
    for pair in ((a, last), (a, b), (first, b), (a.lower(), b.lower()), (a.lower(), last.lower())):
        yield from (form.format(*pair) for form in PERSON)
    for word in (first, last):
        yield from (word, word.lower(), word.upper(), word[0].lower() + word[1:].upper(), word[:2] + word[2:].upper())
        yield from (" ".join(word), " ".join(word.upper()), ".".join(word), "-".join(word.lower()))
        yield from (f"{word}'s", f"{word}s", f"@{word.lower()}", f"{word.lower()}_x", f"{word.lower()}2", f"u/{word}")
        yield from (f"{word.lower()}@home", f"#{word.lower()}", f"({word})", f"re:{word}")
    yield from (f"{first}{last}", f"{first}{last}".lower(), f"{first.lower()}.{last.lower()}", f"{last}, {first}")
    yield from (f"{first}{b}", f"{a}{last}".lower(), f"{first}_{last}", f"{first.lower()}{b.lower()}", f"{a}.", a)
    yield from (f"@{a.lower()}{last.lower()}", f"@{a.lower()}", f"{first[:3]}{last[:3]}", f"Mc{last}", f"de{last}")


def of_company(name: str) -> Iterator[str]:
    words = name.split()
    yield from (name, name.lower(), name.upper(), name.swapcase(), " ".join(name), name.replace(" ", "-"))
    yield from ("".join(words), "".join(words).lower(), "_".join(words), ".".join(words), f"{name}'s", f"{name}ers")
    yield from ("".join(word[0] for word in words), ". ".join(word[0] for word in words), f"i{words[0]}")
    if len(words[0]) > 7:
        yield from (f"{words[0][:5]} {words[0][5:]}".lower(), f"{words[0][:5]}{words[0][5:].capitalize()}")
    yield from (
        f"{words[0].lower()}.com",
        f"@{words[0].lower()}",
        f"the {words[-1]} people",
        f"the {words[-1].lower()}",
    )


PHONES = (
    *("+49 170 1234567", "0170 1234567", "0170/1234567", "(555) 123-4567", "555-123-4567", "555.123.4567", "555 1234"),
    *("555-1234", "1234567", "12345678", "0170-123 45 67", "+1 (555) 123 4567", "123 4567 890", "44 20 7946 0958"),
    *("tel 2345678", "555–1234", "170 12 34 567"),
)
STRANGERS = (
    *(
        "Kowalczyk",
        "kowalczyk",
        "KOWALCZYK",
        "kOWALCZYK",
        "Quandtner's",
        "K.",
        "K",
        "K.Q.",
        "J.K. Quandtner",
        "@kq",
        "@k",
    ),
    *(
        "McQuandt",
        "deQuandt",
        "xQuandt",
        "kowalczyk_p",
        "kowal2",
        "iKraken",
        "eKraken",
        "kraken.io",
        "q said",
        "Q. said",
    ),
)
BESIDE = frozenset("said the people com io x a i o s u re tel home GmbH will".split())  # noqa: SIM905
"""Words beside a name, or that name nobody in small letters."""
ORDINARY = ("pr", "am", "annam")
"""In small letters these are words of the language."""
PEOPLE = ("Priya Raman", "Mark Will", "Anna Müller", "Zoë O'Hara")
COMPANIES = ("Northwind GmbH", "Velvet Badger", "Target", "Zwölfacker")

SPELLINGS = sorted(
    {
        *(spelling for name in PEOPLE for spelling in of_person(*name.split())),
        *(spelling for name in COMPANIES for spelling in of_company(name)),
        *PHONES,
        *STRANGERS,
    }
    - {*ORDINARY}
)


def left(spelling: str) -> str:
    """The lesson in the copy, once everything that the copy lists is ticked."""
    book = workbook(f"then we met {spelling} again, and it went fine", people=PEOPLE, companies=COMPANIES)
    listed = coach_copy(book, TODAY).remaining_words
    return coach_copy(book, TODAY, listed).report.lessons[0].words


def leaks(spelling: str) -> bool:
    """Whether a word of it is still there; a, i and o by themselves mean nothing."""
    lesson = re.sub(r"(Person|Company|name) \w+", "", left(spelling))
    words = set(re.findall(r"[^\W_]+", spelling)) - BESIDE
    return bool(words & set(re.findall(r"[^\W_]+", lesson)))


def test_every_spelling_is_replaced_or_listed() -> None:
    leaking = [spelling for spelling in SPELLINGS if leaks(spelling)]
    assert leaking == [], f"{len(leaking)} of {len(SPELLINGS)}"


@pytest.mark.parametrize(
    "text",
    [
        "On 2026-11-20 at 14:00, 65000 to 70000, from 2019-2021 and 20.11.2026.",
        "I said that I'd ask a question, and I did: it's what we do. A good plan. Don't rush.",
        "Ask first, then listen. 3 of 10, 80%, 85,000 a year, 1,200,000 in all.",
    ],
)
def test_ordinary_words_days_and_amounts_are_not_listed(text: str) -> None:
    assert coach_copy(workbook(text), TODAY).remaining_words == ()
