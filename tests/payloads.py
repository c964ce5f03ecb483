"""Words that a page might take for something else than words, and a workbook that holds each in every text field."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from lib.records.record import Record, vocabulary_of
from lib.records.workbook import Workbook
from tests.conftest import NOW

ELSEWHERE = "http://elsewhere.example"

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://elsewhere.example","here")',
    "+1-2",
    "-1+2",
    "@SUM(A1:A2)",
    "\t=1",
    "'=1+1",
    "''=already guarded",
    "=cmd|' /C calc'!A0",
    "%0A=1+1",
)
MARKDOWN = (
    "![](http://elsewhere.example/x.png)",
    "![alt][ref]\n\n[ref]: http://elsewhere.example/y.png",
    "[link](http://elsewhere.example/page)",
    "[link](javascript:alert(1))",
    "<http://elsewhere.example/auto>",
    "http://elsewhere.example/plain www.elsewhere.example me@elsewhere.example",
    "**bold** _italic_ ~~struck~~",
    "# head",
    "Title\n=====",
    "> quoted",
    "- item\n- item",
    "1. first\n2. second",
    "- [ ] to do",
    "`code` ``more``",
    "```\nfence\n```",
    "    indented code",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "line\n\n---\n\nline",
    "\\*escaped\\*",
    "[^1]: a note",
    "trailing backslash \\",
)
STREAMLIT = (
    ":material/home:",
    ":smile:",
    ":red[not red]",
    ":blue-background[not blue]",
    ":small[:gray[not grey]]",
    ":red-badge[not a badge]",
    "$x^2$",
    "$$\\int x$$",
    "a $ b $ c",
    "<- -> <-> -- >= <= ~=",
    ":streamlit:",
)
HTML = (
    "<script>alert(1)</script>",
    "<img src=http://elsewhere.example/z.png onerror=alert(2)>",
    "<a href='javascript:alert(3)'>go</a>",
    "<b>bold</b><i>italic</i>",
    "<iframe src='http://elsewhere.example'></iframe>",
    "<svg onload=alert(4)>",
    "<style>*{display:none}</style>",
    "</script></style></textarea></title>",
    "<!-- hidden -->",
    "&lt;b&gt; &amp; &#x202e;",
    "<base href='http://elsewhere.example'>",
    "<link rel=stylesheet href=http://elsewhere.example/s.css>",
)
CHARACTERS = (
    "\u202eright to left\u202c",
    "\u2067isolated\u2069 \u200f",
    "שלום مرحبا",
    "zero\u200bwidth\u200djoined\ufeff",
    "e\u0301 and é, ﬁ and fi",
    "👩🏽‍💻 🏳️‍🌈 𝔘𝔫𝔦",
    "\x01\x02\x1b[31mcontrol\x7f",
    "line\rreturn\r\nboth\nend",
    "\u2028line separator\u2029paragraph",
    "\u00a0 spaces around \u3000",
    "\ufffe\uffff no characters",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
)
SHAPES = (
    '"',
    '""quoted"", with commas, and "more"',
    "'",
    ",",
    ";;;",
    "null",
    "NaN",
    "None",
    "True",
    "007",
    "1e5",
    "20/11/2026",
    "../../etc/passwd",
    "iv-1?debrief=iv-2&part=x#y",
    "%s %d {0} {{ name }} {% if %}",
    "'; DROP TABLE interviews; --",
    "<<<<<<< mine",
    "x" * 100_000,
    "word " * 20_000,
)
PAYLOADS = (*FORMULAS, *MARKDOWN, *STREAMLIT, *HTML, *CHARACTERS, *SHAPES)
UNSTORABLE = ("NUL\x00inside", "half of an emoji \ud83d", "\udc00")
"""What no CSV file in UTF-8 can hold."""

ROWS = len(PAYLOADS)
_KEYS = ("name", "signature", "timezone", "country", "currency", "language")
_NOUNS = {file: name.removesuffix("_id") for model in Workbook.MODELS.values() for name, file in model.refers.items()}
_TODAY = NOW.date()


def poisoned() -> Workbook:
    """A workbook with each payload once in every text field of every table."""
    return Workbook(**{name: tuple(_rows(model)) for name, model in Workbook.MODELS.items()})


def _rows(model: type[Record]) -> Iterable[Record]:
    words = {name: cycle(vocabulary_of(model, name)) for name in model.model_fields if vocabulary_of(model, name)}
    for row in range(ROWS):
        values = {name: _value(model, name, row) for name in model.model_fields if name not in words}
        yield model.model_validate({**values, **{name: next(each) for name, each in words.items()}})


def _value(model: type[Record], name: str, row: int) -> Any:
    if name in model.key_fields or name in model.refers or name in ("plan_id", "application_id", "criterion_id"):
        return _id(model, name, row)
    kind = _kind(model.model_fields[name].annotation)
    if kind is tuple:
        return tuple(line for line in _payload(model, name, row).splitlines() if line.strip())
    if kind is str:
        text = _payload(model, name, row)
        return text if text.strip() or not model.model_fields[name].is_required() else "word"
    return {bool: row % 3 == 0, int: 1 + row % 5, float: 1 + row % 5}.get(kind, _moment(name, kind, row))


def _id(model: type[Record], name: str, row: int) -> Any:
    if model.file == "settings.csv" and row < len(_KEYS):
        return _KEYS[row]
    if name in ("as_of", "on"):
        return _TODAY - timedelta(days=row)
    noun = name.removesuffix("_id") if name != "id" else _NOUNS.get(model.file, model.file.partition(".")[0])
    return f"{noun if name != 'key' else 'dimension'}-{row}"


def _payload(model: type[Record], name: str, row: int) -> str:
    return PAYLOADS[(row + 7 * list(model.model_fields).index(name)) % ROWS]


def _moment(name: str, kind: Any, row: int) -> Any:
    ahead = name in ("due_at", "snoozed_until", "by", "reply_by", "review_on", "decide_by")
    day = NOW.astimezone(UTC) + timedelta(days=(row % 9 - 2) if ahead else -row)
    return day.date() if kind is date else day


def _kind(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _kind(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kinds = [_kind(part) for part in get_args(annotation) if part is not NoneType]
        return datetime if datetime in kinds else kinds[0]
    return get_origin(annotation) or annotation
