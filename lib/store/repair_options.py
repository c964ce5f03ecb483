"""A file that can't be read: the ways to read it after all, each explained in words first.

Nothing here is guessed away. A way is offered only where every row of the file comes out whole, and where there is more
than one, the person chooses by looking.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from lib.english import counted
from lib.records.record import Record
from lib.store.codec import BOM, NEWLINE, CsvSheet, NotATable, parse
from lib.store.tables import FileContent, read_table

_ENCODINGS = (
    ("cp1252", "Windows, Western Europe"),
    ("cp1250", "Windows, Central Europe"),
    ("mac_roman", "an older Mac"),
)
_UTF8_PAIR = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
_SEPARATORS = {";": "semicolons", "\t": "tabs"}
_MERGE = re.compile(r"^<{7}[^\n]*\n(.*?)^={7}[^\n]*\n(.*?)^>{7}[^\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ANCESTOR = re.compile(r"^\|{7}[^\n]*\n.*\Z", re.DOTALL | re.MULTILINE)
_USUAL = ("Ll", "Lu", "Lo", "Sc", "Pd", "Pi", "Pf")
_SAMPLES = 8


@dataclass(frozen=True)
class RepairOption:
    """One way to read the file: its ``name`` if there are several, the ``steps`` that it takes, and the bytes that the
    file would have. ``samples`` are words that show a person whether it is right; ``read`` and ``unread`` count the
    rows."""

    name: str
    steps: tuple[str, ...]
    data: bytes
    read: int
    unread: int
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Text:
    name: str
    steps: tuple[str, ...]
    text: str
    samples: tuple[str, ...] = ()

    def then(self, step: str, text: str, name: str = "", samples: tuple[str, ...] = ()) -> "_Text":
        """The text after one more step."""
        name = ", ".join(part for part in (self.name, name) if part)
        return _Text(name, (*self.steps, step), text, (*self.samples, *samples))


def readings(model: type[Record], data: bytes) -> tuple[RepairOption, ...]:
    """The ways to read this file, the likeliest first; none where it can be read as it is, or only by guessing."""
    if not read_table(model, FileContent(data)).failure:
        return ()
    found: dict[bytes, RepairOption] = {}
    for decoded in _decodings(data):
        for text in _repaired_texts(model, decoded):
            if (reading := _reading(model, text)) and reading.data not in found:
                found[reading.data] = reading
    return tuple(sorted(found.values(), key=lambda reading: reading.unread))


def _repaired_texts(model: type[Record], decoded: _Text) -> Iterator[_Text]:
    for one in _unmerged(decoded):
        for two in _without_nul(one):
            for three in _with_commas(two):
                for four in _with_header(model, three):
                    yield from _with_quotes_closed(four)


def _reading(model: type[Record], text: _Text) -> RepairOption | None:
    data = BOM + text.text.encode("utf-8", "surrogatepass")
    table = read_table(model, FileContent(data))
    if table.failure or not text.steps:
        return None
    rows = [row for row in table.sheet.rows if not row.is_blank]
    return RepairOption(
        text.name, text.steps, data, len(table.positions), len(rows) - len(table.positions), text.samples[:_SAMPLES]
    )


def _decodings(data: bytes) -> Iterator[_Text]:
    if not data.removeprefix(BOM).strip(b"\0\r\n\t "):
        return
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from _as(data, "utf-16", "", "It's converted from UTF-16 to UTF-8.")
        return
    plain = data.removeprefix(BOM)
    try:
        yield _Text("", (), plain.decode("utf-8"))
    except UnicodeDecodeError:
        if not _UTF8_PAIR.search(plain):  # some of it is UTF-8 already: two encodings in one file
            options = [option for encoding, name in _ENCODINGS for option in _as(plain, encoding, name, "")]
            yield from sorted(options, key=lambda option: _oddities(option.text))


def _as(data: bytes, encoding: str, name: str, step: str) -> Iterator[_Text]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return
    step = step or f"It's read as {name}, and saved as UTF-8."
    yield _Text(name, (step,), text, _unusual_words(text))


def _unusual_words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.findall(r"\w*[^\x00-\x7f]+\w*", text)))


def _oddities(text: str) -> int:
    """How many characters are rare in words as people write them: an encoding that is wrong makes many of them."""
    strange = sum(category(sign) not in _USUAL for sign in text if sign > "\x7f")
    return strange + len(re.findall(r"[a-zß-ÿ][À-ÖØ-Þ]", text))


def _without_nul(text: _Text) -> Iterator[_Text]:
    count = text.text.count("\0")
    if not count:
        yield text
        return
    around = tuple(re.sub("\0+", "…", found) for found in re.findall("[^\r\n]{0,20}\0+[^\r\n\0]{0,20}", text.text))
    step = f"{counted(count, 'NUL sign is', 'NUL signs are')} removed. They mean nothing."
    yield text.then(step, text.text.replace("\0", ""), samples=around)


def _unmerged(text: _Text) -> Iterator[_Text]:
    if not _MERGE.search(text.text):
        yield text
        return
    for number, side in ((1, "above"), (2, "below")):
        chosen = _MERGE.sub(lambda found: _ANCESTOR.sub("", found[number]), text.text)  # noqa: B023 - used at once
        step = f"Where it has two versions, the one {side} the ======= line is kept."
        yield text.then(step, chosen, f"the version {side} the line")


def _with_commas(text: _Text) -> Iterator[_Text]:
    named = re.match(r"sep=([;\t,])\r?\n", text.text)
    body = text.text[named.end() :] if named else text.text
    head = body.partition("\n")[0]
    mark = named[1] if named else next((mark for mark in _SEPARATORS if mark in head and "," not in head), ",")
    if mark == ",":
        yield text
        return
    rows = _rows(body, mark)
    if rows:
        step = f"Its cells are separated by commas, not by {_SEPARATORS[mark]}."
        yield text.then(step, _as_csv(rows))


def _rows(text: str, mark: str) -> list[list[str]]:
    """All rows, where each has as many cells as the header; else none."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True) if any(row)]
    except csv.Error:
        return []
    return rows if rows and all(len(row) == len(rows[0]) for row in rows) else []


def _as_csv(rows: Sequence[Sequence[str]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator=NEWLINE).writerows(rows)
    return written.getvalue()


def _with_header(model: type[Record], text: _Text) -> Iterator[_Text]:
    head, columns = _header(text.text)
    doubled = next((name for at, name in enumerate(columns) if name and name in columns[:at]), None)
    if doubled is not None:
        yield from _one_renamed(text, head, columns, doubled)
        return
    respelled = [_known_spelling(model, name, columns) for name in columns]
    if respelled != columns:
        changes = ", ".join(f"'{old}' as '{new}'" for old, new in zip(columns, respelled, strict=True) if old != new)
        yield text.then(f"Columns get the workbook's names: {changes}.", _with_columns(text, head, respelled))
        return
    yield text


def _header(text: str) -> tuple[str, list[str]]:
    try:
        columns = next(csv.reader(io.StringIO(text, newline=""), strict=True), [])
    except csv.Error:
        return "", []
    head = re.match(r"[^\r\n]*(?:\r\n|\n|\r|\Z)", text)
    return (head[0] if head else ""), [name.strip() for name in columns]


def _with_columns(text: _Text, head: str, columns: Sequence[str]) -> str:
    return _as_csv([columns]) + text.text.removeprefix(head)


def _one_renamed(text: _Text, head: str, columns: list[str], doubled: str) -> Iterator[_Text]:
    first = columns.index(doubled)
    second = columns.index(doubled, first + 1)
    for kept, other, which in ((first, second, "first"), (second, first, "second")):
        renamed = list(columns)
        renamed[other] = f"{doubled} (2)"
        step = f"Of the two columns '{doubled}' the {which} counts; the other is kept as '{doubled} (2)'."
        samples = _column(text.text, kept)
        yield text.then(step, _with_columns(text, head, renamed), f"the {which} '{doubled}'", samples)


def _column(text: str, place: int) -> tuple[str, ...]:
    rows = _rows(text, ",")[1:]
    return tuple(dict.fromkeys(row[place] for row in rows if row[place]))[:_SAMPLES]


def _known_spelling(model: type[Record], name: str, columns: Sequence[str]) -> str:
    plain = re.sub(r"[\s_-]+", "_", name.strip().casefold())
    return plain if plain in model.header() and plain not in columns else name


def _with_quotes_closed(text: _Text) -> Iterator[_Text]:
    """The text, and where a quote is not closed, the text with it closed at the end of its line."""
    try:
        sheet = parse(text.text.encode("utf-8", "surrogatepass"))
    except NotATable:
        return
    if sheet.broken_at is None:
        yield text
        return
    block = sheet.rows[-1].raw
    begin = len(text.text) - len(block)
    line = begin + len(block.splitlines()[0])
    end = begin + len(block.rstrip("\r\n"))
    for place, where in ((end, "the file"), *(((line, "that line"),) if line != end else ())):
        step = f"The open quote in line {sheet.broken_at} is closed at the end of {where}."
        mended = text.text[:place] + '"' + text.text[place:]
        yield text.then(step, mended, f"closed at the end of {where}", (block.splitlines()[0][:200],))


def empty_again(model: type[Record], data: bytes) -> bytes | None:
    """The bytes of a file without rows, in place of an empty one; None if it has content."""
    return None if data.removeprefix(BOM).strip() else CsvSheet.new(model.header()).encode()
