"""A page of HTML as a browser takes it: what in it acts or is fetched, and what is shown."""

from html.parser import HTMLParser

INERT = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "span", "strong"),
    *("table", "thead", "tbody", "tr", "th", "td", "caption", "section", "figure", "figcaption", "div", "header", "dl"),
    *("dt", "dd", "svg", "g", "rect", "circle", "path", "line", "text", "tspan", "desc", "defs", "pattern", "em", "br"),
    *("details", "summary", "nav"),
}
FETCHING = {"src", "href", "xlink:href", "srcset", "action", "formaction", "data", "poster", "background", "srcdoc"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.texts: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag
        if tag.lower() not in INERT:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            text = (value or "").casefold()
            fetches = name in FETCHING or name.startswith("on") or (name == "style" and "url" in text)
            if fetches or "javascript:" in text or ("url(" in text and not text.startswith("url(#")):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self.within == "style":
            if "@import" in data or "url(" in data or "expression(" in data:
                self.found.append("style fetches")
        else:
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

    def handle_decl(self, decl: str) -> None:
        if decl.casefold() != "doctype html":
            self.found.append(decl)

    def handle_pi(self, data: str) -> None:
        self.found.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def active(page: str) -> list[str]:
    """Every element that is not plain content, and every attribute that runs or fetches something."""
    return _read(page).found


def shown(page: str) -> str:
    """The page's text, blanks joined."""
    return " ".join(" ".join(_read(page).texts).split())


def texts_shown(page: str) -> list[str]:
    """The page's texts one by one, as its elements hold them."""
    return [" ".join(text.split()) for text in _read(page).texts if text.strip()]
