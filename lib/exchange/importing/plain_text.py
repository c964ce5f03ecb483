"""The plain words of a cell: without markup, invisible characters, and words that mean nothing."""

import re
from functools import lru_cache
from typing import Final

from lib.exchange.importing.html_text import html_words

_WORDS_OF_NOTHING = """
null none nil nan n/a na n.a. undefined - -- --- – — #n/a #na #null! #ref! #value! #name? #div/0! ? k.a. (none)
(empty) [] {}
"""
_NOTHING: Final = frozenset(_WORDS_OF_NOTHING.split())
_INVISIBLE: Final = str.maketrans(
    {
        "\u200b": None,
        "\u200e": None,
        "\u200f": None,
        "\ufeff": None,
        "\u2060": None,
        "\xa0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)
_TAG: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{1,6});", re.IGNORECASE)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\(\s*(\S+?)(?:\s+\"[^\"]*\")?\s*\)")
_MARKED: Final = (
    (re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"^#{1,6}\s+", re.MULTILINE), ""),
    (re.compile(r"^\s*[*+]\s+", re.MULTILINE), "- "),
    (re.compile(r"^- \[[ xX]\]\s+", re.MULTILINE), "- "),
)


def strip_invisible(text: str) -> str:
    """A cell without invisible characters and blanks around it; empty if its words mean empty."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    text = text.strip()
    return "" if len(text) < 10 and text.casefold() in _NOTHING else text


@lru_cache(maxsize=20_000)
def plain_words(text: str) -> str:
    """The words of a cell without the markup of HTML and Markdown; the target of a link follows in brackets."""
    if "<" in text or "&" in text:
        text = html_words(text) if _TAG.search(text) else text
    if "](" in text:
        text = _LINK.sub(_link, text)
    if any(mark in text for mark in "*_~`#+"):
        for pattern, words in _MARKED:
            text = pattern.sub(words, text)
    return text.strip()


def _link(found: re.Match[str]) -> str:
    words, target = found[1].strip(), found[2]
    return target if not words or words == target else f"{words} ({target})"


def name_and_link(text: str) -> tuple[str, str]:
    """The words of a short cell, and the web address that it links to or ''."""
    words = plain_words(text)
    found = re.fullmatch(r"(.+?) \((https?://\S+)\)", words, re.DOTALL)
    return (found[1].strip(), found[2]) if found else (words, "")
