"""Text for what reads Markdown: what the app writes itself, and others' words made safe. The types tell them apart."""

import re
from collections.abc import Iterable
from typing import LiteralString, Self

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:&\"'=^@/%])")
_ORDINARY = re.compile(
    r"""
    [^\W\d_]                                  # a letter first: no list, no heading
    (?: [^\W_] | [ ] | ,                       # letters, digits, blanks, commas
      | (?<=[^\W\d_]) [-'’] (?=[^\W\d_])      # on-call, O'Hara
      | (?<=[^\W\d_]) [.?] (?=[ ,]|\Z)         # St. Mary; your gut feeling?
      | (?<=[ ]) & (?=[ ])                     # Research & Development
      | (?<=[^\W\d_]) [/] (?=[^\W\d_])        # and/or
    )*
    """,
    re.VERBOSE,
)
"""Words without marks, or only with marks that aren't Markdown there."""
_WORD_JOINER = "\u2060"


class Markdown(str):
    """Text that may be drawn as Markdown: the app's own marks, and all other words escaped.

    Only the functions below make it of words that aren't written in the code. Streamlit takes any ``str``, so
    tests/test_safe_text.py checks that it gets nothing but ``SafeText`` from us.
    """

    __slots__ = ()

    def __new__(cls, written: LiteralString) -> Self:
        """A text written in the code, where only Markdown will do."""
        return super().__new__(cls, written)

    def __add__(self, more: "SafeText") -> "Markdown":
        return _safe(str.__add__(self, more))

    def __radd__(self, before: LiteralString) -> "Markdown":
        return _safe(str.__add__(before, self))


SafeText = LiteralString | Markdown
"""What an element may be given: a text written in the code (PEP 675), or Markdown."""


def escaped(words: object) -> Markdown:
    """The person's words for a place that reads Markdown: shown as typed, nothing linked, nothing fetched.

    A backslash disarms punctuation; the invisible joiner keeps addresses and emoji codes, which Markdown finds even
    in escaped text, from being one. Words that are Markdown already are left as they are.
    """
    if isinstance(words, Markdown):
        return words
    text = _PUNCTUATION.sub(r"\\\1", str(words))
    for start in ("\\:", "\\@"):
        text = text.replace(start, f"{start}{_WORD_JOINER}")
    text = text.replace("www", f"w{_WORD_JOINER}ww")
    return _safe(text.replace("\r\n", "\n").replace("\n", "  \n"))


def named(words: object) -> Markdown:
    """The person's words for the label of a field, which Streamlit reads as Markdown, and gives to a screen reader
    unchanged, backslashes and all: left alone if no mark in them could be Markdown, else ``escaped``.
    """
    text = str(words)
    return _safe(text) if _ORDINARY.fullmatch(text) else escaped(words)


def marked(template: LiteralString, *parts: object) -> Markdown:
    """A template with its parts put in for ``{}``; those that aren't Markdown yet are escaped."""
    return _safe(template.format(*map(escaped, parts)))


def joined(separator: LiteralString, parts: Iterable[object]) -> Markdown:
    """The parts that aren't empty, with the separator between them; those that aren't Markdown yet are escaped."""
    return _safe(separator.join(escaped(part) for part in parts if part))


def bulleted(lines: Iterable[object]) -> Markdown:
    """A list with a bullet before each line; those that aren't Markdown yet are escaped."""
    return joined("\n", (marked("- {}", line) for line in lines))


def _safe(text: str) -> Markdown:
    return str.__new__(Markdown, text)
