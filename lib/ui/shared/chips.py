"""Status at a glance, the same on every page: the chip of an outcome, five dots for 1 to 5, a number out of ten.

Each is a piece of HTML that holds words of the vocabularies and numbers only, never the person's own words. A screen
reader gets the same in words. ``chips.css`` is their style sheet.
"""

from datetime import date
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from lib.english import tenths
from lib.practice.readiness import WORDS, Readiness, ReadyCounts
from lib.records.application import Application
from lib.records.application_names import status_name
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.workbook import Workbook

_STYLES = {
    "offer": "offer",
    "accepted": "offer",
    "advanced": "yes",
    "rejected": "no",
    "withdrew": "no",
    "withdrawn": "no",
}
"""By outcome of an interview or status of an application: the style of its chip. What is open, or got no reply, is
light."""


def outcome(word: str | None) -> Markup:
    """The chip of an outcome; without one it's waiting."""
    return chip(label(word or "pending"), _STYLES.get(word or "", "open"))


def interview_chip(interview: Interview, today: date) -> Markup:
    """The chip of an interview: its outcome, and where it isn't debriefed yet, whether it took place."""
    if interview.is_debriefed or interview.outcome_is_known:
        return outcome(interview.outcome)
    is_past = interview.state == "scheduled" and interview.over_on < today
    return chip("Not debriefed" if is_past else label(interview.state), "open")


def status(workbook: Workbook, application: Application) -> Markup:
    """The chip of an application: how far it is, or how it ended."""
    return chip(status_name(workbook, application), _STYLES.get(application.status or "", "open"))


@lru_cache(maxsize=1000)  # a list shows few of them again and again
def chip(words: str, style: str = "open") -> Markup:
    """A chip with the app's own words; its style is ``offer``, ``yes``, ``no`` or ``open``, or a ``Readiness``."""
    return Markup('<span class="afterword-chip {}">{}</span>').format(style, words)


def readiness(word: Readiness) -> Markup:
    """The chip of a question to practise: not practised, shaky or ready."""
    return chip(WORDS[word], word)


def ready_bar(counts: ReadyCounts) -> Markup:
    """A bar of the questions to practise, divided into ready, shaky and not practised, and a line of what is which."""
    shares: dict[Readiness, int] = {
        "ready": counts.ready,
        "shaky": counts.shaky,
        "unpractised": counts.unpractised,
    }
    known = {word: count for word, count in shares.items() if count}
    parts = (Markup('<i class="{}" style="flex-grow: {}"></i>').format(*one) for one in known.items())
    legend = (
        Markup('<span class="{}">{} {}</span>').format(word, count, WORDS[word].lower())
        for word, count in known.items()
    )
    drawn = Markup('<div class="afterword-parts" aria-hidden="true">{}</div><div class="afterword-legend">{}</div>')
    return drawn.format(Markup("").join(parts), Markup("").join(legend))


@lru_cache(maxsize=1000)
def dots(value: float, what: str = "My rating", *, afterwards: bool = False) -> Markup:
    """Five dots for a number of 1 to 5, the last of them in part; ``what`` comes before it for a screen reader.

    Hollow ones were rated ``afterwards``, when the outcome was known.
    """
    label = f"{what}: {tenths(value)} of 5{', rated after you knew' if afterwards else ''}"
    style = " hollow" if afterwards else ""
    parts = (Markup('<i style="--filled:{:.0%}"></i>').format(_share(value - place)) for place in range(5))
    return _picture(f"afterword-dots{style}", label, Markup("").join(parts))


def bar(value: int, what: str) -> Markup:
    """A bar of a number of 0 to 100 with the number behind it; ``what`` comes before it for a screen reader."""
    drawn = Markup('<i style="--filled:{0}%"></i>{0}').format(value)
    return _picture("afterword-bar", f"{what}: {value} of 100", drawn)


@lru_cache(maxsize=1000)
def out_of_ten(value: int) -> Markup:
    """How much I wanted the job: '7/10', small."""
    return _picture("afterword-number", f"Wanted it: {value} of 10", f"{value}/10")


def show(*pieces: Markup, label: str = "") -> None:
    """Show pieces beside each other, after a ``label`` of the app's own if there is one."""
    before = Markup('<span class="afterword-about">{}</span>').format(label) if label else Markup("")
    st.html(Markup('<div class="afterword-pieces">{}</div>').format(before + Markup("").join(pieces)))


def show_cells(*cells: str) -> None:
    """Show the cells of a table's row, each a piece or words."""
    st.html(Markup("").join(Markup("<span>{}</span>").format(cell) for cell in cells))


def _picture(style: str, label: str, shown: str) -> Markup:
    return Markup('<span class="{0}" role="img" aria-label="{1}" title="{1}">{2}</span>').format(style, label, shown)


def _share(fill: float) -> float:
    return min(1.0, max(0.0, fill))
