"""The words of a job posting that was saved as a file: plain text, Markdown, or a web page."""

from lib.exchange.importing.decoding import decode
from lib.exchange.importing.html_text import html_words
from lib.exchange.importing.refusal import MEGABYTE, ImportRefused

EXTENSIONS = ("txt", "md", "html", "htm")
"""How the names of the files end that can be read."""
MOST_CHARACTERS = 50_000
"""So long may a posting be: ten times as long as a wordy one."""
_MOST_BYTES = 5 * MEGABYTE
_PASTE = "Open it, copy its text, and paste it here."
_OTHER_KINDS = {
    b"%PDF": "It's a PDF.",
    b"PK\x03\x04": "It's a Word file or an archive.",
    b"\xd0\xcf\x11\xe0": "It's an old Word file.",
    b"{\\rtf": "It's a rich text file.",
}


def posting_words(name: str, data: bytes) -> str:
    """The words in the file of that name. Raises ``ImportRefused`` if there are none, or too many."""
    for mark, what in _OTHER_KINDS.items():
        if data.startswith(mark):
            raise ImportRefused(f"{what} {_PASTE}")
    if len(data) > _MOST_BYTES:
        raise ImportRefused(f"It's larger than 5 MB. {_PASTE}")
    text, _ = decode(data)
    is_page = name.lower().endswith((".html", ".htm"))
    words = html_words(text) if is_page else "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not words:
        raise ImportRefused(f"There are no words in it. {_PASTE}")
    if len(words) > MOST_CHARACTERS:
        raise ImportRefused(f"It's longer than {MOST_CHARACTERS:,} characters. Paste only the part about the job.")
    return words
