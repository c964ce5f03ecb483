"""The words of a piece of HTML, without its markup; nothing in it is run, followed or fetched."""

import re
from html.parser import HTMLParser

_BREAKS = {"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section"}
_UNCLOSED = re.compile(r"<(?![^<>]*>)")
_SILENT = {"script", "style", "head", "template", "noscript", "iframe", "object"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BREAKS:
            self.pieces.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def html_words(text: str) -> str:
    """The words of ``text`` with its paragraphs as lines; a text without markup stays as it is."""
    if "<" not in text and "&" not in text:
        return text.strip()
    reader = _Words()
    reader.feed(_UNCLOSED.sub("&lt;", _without_comments(text)))
    reader.close()
    lines = (line.strip() for line in "".join(reader.pieces).splitlines())
    return "\n".join(line for line in lines if line not in ("", "-"))


def _without_comments(text: str) -> str:
    """The text without its comments; one that never ends takes the rest along.

    With that, and with each "<" that closes nowhere shown as itself, the parser never searches the same rest twice:
    left to it, 20,000 characters of "<a " take seconds.
    """
    first, *others = text.split("<!--")
    return "".join((first, *(other.partition("-->")[2] for other in others)))
