"""What the interview's page is made of: a part with its heading and the way to edit it, and lines with a sign."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import streamlit as st
from markupsafe import Markup

from lib.records.interview import Interview
from lib.ui import routes
from lib.ui.markdown import SafeText, joined, marked
from lib.ui.shared import in_browser

LINKS: Mapping[str, SafeText] = {
    "interest": "How much you want it",
    "questions": "Questions",
    "notes": "What went well and badly",
    "ratings": "Ratings",
    "forecast": "Your guess",
    "job": "Does it fit?",
    "lesson": "What you learned",
    "plans": "A plan",
    "people": "People",
    "next": "What happens next",
    "facts": "Pay and format",
    "claims": "What you said about yourself",
    "no": "A look at this no",
    "private": "A note to yourself",
}
"""Each section's name in a link that adds it, in the order offered."""

_LEFT = "journal part left"


@contextmanager
def part(heading: SafeText, section: str, **also: SafeText) -> Iterator[None]:
    """A part of the page under its heading, with the way to edit its section; ``also`` are further sections by the
    words of their buttons."""
    with st.container(key=f"part_{section}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"head_{section}"):
            st.subheader(heading, anchor=False, width="content")
            edit(section)
            for name, words in also.items():
                edit(name, words)
        yield


def edit(section: str, words: SafeText = "Edit") -> None:
    """The way to the form of one section."""
    st.button(words, key=f"edit {section}", type="tertiary", on_click=open_part, args=(section,))


def open_part(section: str) -> None:
    """Open the form of one section: a callback."""
    routes.set_query(part=section)


def pairs(entries: Mapping[str, str]) -> None:
    """Short headings with the words under them; the empty ones are left out."""
    if lines := [marked(":gray[{}]  \n{}", heading, words) for heading, words in entries.items() if words]:
        st.markdown(joined("\n\n", lines))


def line(key: str, words: SafeText, *pieces: Markup) -> None:
    """Words on the left, chips or dots at their right."""
    with st.container(key=f"line_{key}", gap=None):
        st.markdown(words)
        if pieces:
            st.html(Markup("").join(pieces))


def show_missing(sections: Iterable[str]) -> None:
    """The sections that hold nothing yet, as links in one line."""
    wanted = set(sections)
    if not wanted:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="part_missing"):
        st.markdown(":gray[You can add:]", width="content")
        for section, words in LINKS.items():
            if section in wanted:
                edit(section, words)


def leave_for(interview: Interview, section: str) -> None:
    """Remember which part of the page a form is about, to come back to it."""
    st.session_state[_LEFT] = [interview.id, section]


def come_back(interview: Interview) -> None:
    """Once the page is whole: if a form was left, the part that it is about is in sight again."""
    left = st.session_state.pop(_LEFT, None)
    if left and left[0] == interview.id:
        in_browser.come_back_to(f"part_{left[1]}", "part_missing")
