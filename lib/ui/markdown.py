"""How the app speaks: the person's own words made safe to show, and the sentences that several pages share."""

import re

from lib.records.application import Application
from lib.records.application_names import application_name
from lib.records.interview import Interview
from lib.records.zones import spoken_when
from lib.ui.visit import Visit

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:&\"'=^@/%])")
_ORDINARY = re.compile(
    r"""
    [^\W\d_]                                  # a letter first: no list, no heading
    (?: [^\W_] | [ ] | ,                       # letters, digits, blanks, commas
      | (?<=[^\W\d_]) [-'’] (?=[^\W\d_])      # on-call, O'Hara
      | (?<=[^\W\d_]) [.] (?=[ ,]|\Z)          # St. Mary
      | (?<=[ ]) & (?=[ ])                     # Research & Development
      | (?<=[^\W\d_]) [/] (?=[^\W\d_])        # and/or
    )*
    """,
    re.VERBOSE,
)
"""Words without marks, or only with marks that aren't Markdown there."""
_WORD_JOINER = "\u2060"


def escaped(words: object) -> str:
    """The person's words for a place that reads Markdown: shown as typed, nothing linked, nothing fetched.

    A backslash disarms punctuation; the invisible joiner keeps addresses and emoji codes, which Markdown finds even
    in escaped text, from being one.
    """
    text = _PUNCTUATION.sub(r"\\\1", str(words))
    for start in ("\\:", "\\@"):
        text = text.replace(start, f"{start}{_WORD_JOINER}")
    text = text.replace("www", f"w{_WORD_JOINER}ww")
    return text.replace("\r\n", "\n").replace("\n", "  \n")


def named(words: object) -> str:
    """The person's words for the label of a field, which Streamlit reads as Markdown, and gives to a screen reader
    unchanged, backslashes and all: left alone if no mark in them could be Markdown, else ``escaped``.
    """
    text = str(words)
    return text if _ORDINARY.fullmatch(text) else escaped(text)


def one_line(words: str, most: int = 80) -> str:
    """The first words, on one line, for a place that holds no more."""
    joined = " ".join(words.split())
    return joined if len(joined) <= most else joined[: most - 1].rstrip() + "…"


def whom(application: Application | None, visit: Visit) -> str:
    """'Northwind, data engineer', for places that show text as it is; told apart from another one of these names."""
    if application is None:
        return "An application that is not there any more"
    return application_name(visit.workbook, application, visit.today, dates=visit.dates)


def stage_and_day(interview: Interview, visit: Visit) -> str:
    """'Technical, Thursday 19 November, 14:00'; of a take-home that is worked on 'Technical, due Friday 4 December'."""
    if interview.work_until and interview.due_on:
        return f"{interview.type}, due {visit.dates.near_day(interview.due_on, visit.today)}"
    return f"{interview.type}, {spoken_when(interview, visit.now, visit.zone, dates=visit.dates)}"
