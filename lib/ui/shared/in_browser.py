"""What a page asks of its browser: to open at the top, and to tell a screen reader what a part of it is.

The functions are those of ``frame.js``, which the frame lays into every page before anything else.
"""

import json
from hashlib import sha256

import streamlit as st

from lib.ui import session


def open_at_top(what: str, *where: str) -> None:
    """Scroll to the top once ``where`` is another place than at the last run; ``what`` keeps several such apart."""
    place = sha256(json.dumps(where).encode()).hexdigest()[:16]  # an address may hold anything
    run(f'window.afterword?.arrive("{what}", "{place}")')


def come_back_to(*keys: str) -> None:
    """Bring the first of these containers that is there into sight, with the focus on its first button; the page has
    been redrawn, and would stay at its top."""
    run(f"window.afterword?.comeBackTo({json.dumps([f'.st-key-{key}' for key in keys])}, {session.run()})")


def mark(key: str, **attributes: str) -> None:
    """Give the container of that key attributes that Streamlit has no way to give, such as its role."""
    told = {name.replace("_", "-"): value for name, value in attributes.items()}
    run(f'window.afterword?.mark(".st-key-{key}", {json.dumps(told)})')


def run(script: str) -> None:
    """Run a script of our own when it is first shown, and again when it has changed."""
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
