"""Status at a glance, the same on every page: the chip of an outcome, five dots for 1 to 5, a number out of ten.

Each is a piece of HTML that holds words of the vocabularies and numbers only, never the person's own words. A screen
reader gets the same in words. ``chips.css`` has the looks.
"""

from datetime import date
from html import escape

import streamlit as st

from lib.english import tenths
from lib.practice.readiness import WORDS, Readiness, Standing
from lib.records.application import Application
from lib.records.application_names import status_name
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.workbook import Workbook

_LOOKS = {
    "offer": "offer",
    "advanced": "yes",
    "rejected": "no",
    "withdrew": "no",
}
"""By word: how its chip looks. What is open, or got no reply, is light."""


def outcome(word: str | None) -> str:
    """The chip of an outcome; without one it's waiting."""
    return chip(label(word or "pending"), _LOOKS.get(word or "", "open"))


def standing(interview: Interview, today: date) -> str:
    """The chip of an interview: its outcome, and where it isn't debriefed yet, whether it took place."""
    if interview.is_debriefed or interview.outcome_is_known:
        return outcome(interview.outcome)
    is_past = interview.state == "scheduled" and interview.over_on < today
    return chip("Not debriefed" if is_past else label(interview.state), "open")


def status(workbook: Workbook, application: Application) -> str:
    """The chip of an application: how far it is, or how it ended."""
    looks = {"offer": "offer", "accepted": "offer", "rejected": "no", "withdrawn": "no"}
    return chip(status_name(workbook, application), looks.get(application.status or "", "open"))


def chip(words: str, look: str = "open") -> str:
    """A chip with the app's own words; its look is ``offer``, ``yes``, ``no`` or ``open``, or a ``Readiness``."""
    return f'<span class="afterword-chip {look}">{escape(words, quote=False)}</span>'


def readiness(word: Readiness) -> str:
    """The chip of a question to practise: not practised, shaky or ready."""
    return chip(WORDS[word], word)


def ready_bar(standing: Standing) -> str:
    """A bar of the questions to practise, divided into ready, shaky and not practised, and a line of what is which."""
    shares: dict[Readiness, int] = {
        "ready": standing.ready,
        "shaky": standing.shaky,
        "unpractised": standing.unpractised,
    }
    parts = "".join(f'<i class="{look}" style="flex-grow: {count}"></i>' for look, count in shares.items() if count)
    told = "".join(
        f'<span class="{look}">{count} {WORDS[look].lower()}</span>' for look, count in shares.items() if count
    )
    return f'<div class="afterword-parts" aria-hidden="true">{parts}</div><div class="afterword-legend">{told}</div>'


def dots(value: float, what: str = "My rating", *, afterwards: bool = False) -> str:
    """Five dots for a number of 1 to 5, the last of them in part; ``what`` comes before it for a screen reader.

    Hollow ones were rated ``afterwards``, when the outcome was known.
    """
    said = f"{what}: {tenths(value)} of 5{', rated after you knew' if afterwards else ''}"
    look = " hollow" if afterwards else ""
    parts = "".join(f'<i style="--filled:{_share(value - place):.0%}"></i>' for place in range(5))
    return _picture(f"afterword-dots{look}", said, parts)


def bar(value: int, what: str) -> str:
    """A bar of a number of 0 to 100 with the number behind it; ``what`` comes before it for a screen reader."""
    drawn = f'<i style="--filled:{value}%"></i>{value}'
    return _picture("afterword-bar", f"{what}: {value} of 100", drawn)


def out_of_ten(value: int, what: str = "Wanted it") -> str:
    """'7/10', small; ``what`` comes before it for a screen reader."""
    said = f"{what}: {value} of 10"
    return _picture("afterword-number", said, f"{value}/10")


def show(*pieces: str, label: str = "") -> None:
    """Show pieces beside each other, after a ``label`` of the app's own if there is one."""
    before = f'<span class="afterword-about">{escape(label)}</span>' if label else ""
    st.html(f'<div class="afterword-pieces">{before}{"".join(pieces)}</div>')


def _picture(look: str, said: str, shown: str) -> str:
    said = escape(said)
    return f'<span class="{look}" role="img" aria-label="{said}" title="{said}">{shown}</span>'


def _share(rest: float) -> float:
    return min(1.0, max(0.0, rest))
