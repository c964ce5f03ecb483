"""Proofreading: what to look at once more before a message goes out. Advice, never a bar."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lib.followup.messages import Message, blanks
from lib.followup.proofreading.finding import LetterContext, LetterFinding, LetterPart, Likeness, reading_of
from lib.followup.proofreading.grammar import check_grammar
from lib.followup.proofreading.languages import speller_for
from lib.followup.proofreading.length import check_length
from lib.followup.proofreading.likeness import check_likeness, likeness
from lib.followup.proofreading.names import check_names
from lib.followup.proofreading.oddities import check_oddities
from lib.followup.proofreading.phrases import (
    check_address,
    check_attachment,
    check_conversation,
    check_days,
    check_phrases,
    check_thanks,
)
from lib.followup.proofreading.spelling import Speller, check_spelling, check_words, english

__all__ = [
    "LetterContext",
    "LetterFinding",
    "LetterPart",
    "Likeness",
    "check",
    "likeness",
    "reading_of",
]

_TEMPLATE_MARKS = re.compile(
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{#.{0,200}?#\}|[{}]{2}|<[a-z][a-z_ ]{2,40}>|_{4,}|\bX{3,}\b", re.DOTALL
)

_BRACES = re.compile(r"(?<!\{)\{[^{}\n]{1,40}\}(?!\})")


def check(message: Message, reading: LetterContext, speller: Speller | None = None) -> tuple[LetterFinding, ...]:
    """Everything worth a second look, in the order of the text, the subject first.

    A word with two findings keeps the graver one: a blank before a name, a name before its spelling. A text in
    another language is read for blanks, names, spelling, likeness and length only; a subject can be in English still.
    """
    english_checks = _in_english(message, speller or english())
    found: list[LetterFinding] = []
    parts: tuple[tuple[LetterPart, str], ...] = (("subject", message.subject), ("body", message.body))
    for part, text in parts:
        other = speller_for(text, reading.language)
        checks = _in_other_language(other) if other else english_checks
        found += _first(text, checks(text, part, reading))
    found += [*check_likeness(message, reading), *check_length(message, reading)]
    if speller_for(message.body, reading.language) is None:
        found += [*check_thanks(message), *check_conversation(message, reading), *check_days(message, reading)]
        found += [*check_address(message, reading), *check_attachment(message)]
    return _each_once(sorted(found, key=lambda finding: (finding.part != "subject", finding.where[0])))


def _each_once(found: Iterable[LetterFinding]) -> tuple[LetterFinding, ...]:
    """The findings, with a word that is misspelt in several places told of once."""
    first: dict[object, LetterFinding] = {}
    for finding in found:
        slip = (finding.part, finding.what, finding.fix) if finding.check in ("spelling", "name") else len(first)
        known = first.get(slip)
        first[slip] = replace(known, also=(*known.also, finding.where)) if known else finding
    return tuple(first.values())


Checks = Callable[[str, LetterPart, LetterContext], Iterable[Iterator[LetterFinding]]]
"""The checks of a text, the gravest first."""


def _in_english(message: Message, speller: Speller) -> Checks:
    return lambda text, part, reading: (
        _left_over(text, part),
        check_oddities(text, part),
        check_names(text, part, reading, speller),
        check_phrases(text, part, message, reading),
        check_spelling(text, part, reading, speller),
        check_grammar(text, part, reading),
    )


def _in_other_language(speller: Speller) -> Checks:
    return lambda text, part, reading: (
        _left_over(text, part),
        check_names(text, part, reading, speller),
        check_words(text, part, reading, speller),
    )


def _first(text: str, checks: Iterable[Iterator[LetterFinding]]) -> Iterator[LetterFinding]:
    """What the checks find, one finding a place."""
    taken = bytearray(len(text))
    for finding in (finding for findings in checks for finding in findings):
        start, end = finding.where
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield finding


def _left_over(text: str, part: LetterPart) -> Iterator[LetterFinding]:
    for start, end in blanks(text):
        what = f"A blank is left: {text[start:end]}"
        yield LetterFinding("blank", part, (start, end), what, "Fill it in, or take the sentence out.")
    for match in _BRACES.finditer(text):
        what = f"{match.group()} isn't a blank that Afterword knows."
        yield LetterFinding("blank", part, match.span(), what, "Write what belongs there.")
    for match in _TEMPLATE_MARKS.finditer(text):
        what = f"A mark of a template is left: {match.group()[:40]}"
        yield LetterFinding("blank", part, match.span(), what, "It was meant to be replaced.")
