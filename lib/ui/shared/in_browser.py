"""What a page asks of its browser: to open at the top, and to tell a screen reader what a part of it is.

The functions are those of ``frame.js``, which the frame lays into every page before anything else.
"""

import json
from hashlib import sha256

import streamlit as st
from markupsafe import Markup

from lib.ui import session
from lib.ui.markup import in_script


def open_at_top(what: str, *where: str) -> None:
    """Scroll to the top once ``where`` is another place than at the last run; ``what`` keeps several such apart."""
    place = sha256(json.dumps(where).encode()).hexdigest()[:16]  # an address may hold anything
    run(Markup("window.afterword?.arrive({}, {})").format(in_script(what), in_script(place)))


def come_back_to(*keys: str) -> None:
    """Bring the first of these containers that is there into sight, with the focus on its first button; the page has
    been redrawn, and would stay at its top."""
    places = in_script([f".st-key-{key}" for key in keys])
    run(Markup("window.afterword?.comeBackTo({}, {})").format(places, session.run()))


def mark(key: str, **attributes: str) -> None:
    """Give the container of that key attributes that Streamlit has no way to give, such as its role."""
    dashed = {name.replace("_", "-"): value for name, value in attributes.items()}
    run(Markup("window.afterword?.mark({}, {})").format(in_script(f".st-key-{key}"), in_script(dashed)))


def run(script: Markup) -> None:
    """Run a script of our own when it is first shown, and again when it has changed."""
    st.html(Markup("<script>{}</script>").format(script), unsafe_allow_javascript=True)
