"""A watch that counts up while one speaks: quiet, in the browser, without asking the server."""

import streamlit as st

_HTML = '<span class="watch" role="timer" aria-live="off">0:00</span>'
_CSS = """
.watch {
    font-family: var(--st-font);
    font-variant-numeric: tabular-nums;
    font-size: 1.1rem;
    color: var(--st-gray-text-color);
}
"""
_JS = """
export default function ({ data, parentElement }) {
    const face = parentElement.querySelector(".watch");
    const begun = Date.now() - 1000 * data.seconds;
    const show = () => {
        const seconds = Math.max(0, Math.floor((Date.now() - begun) / 1000));
        face.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    };
    show();
    const ticking = setInterval(show, 1000);
    return () => clearInterval(ticking);
}
"""

_watch = st.components.v2.component("stopwatch", html=_HTML, css=_CSS, js=_JS)


def show(seconds: float, key: str) -> None:
    """The watch, at that many seconds now; another ``key`` is another watch."""
    _watch(key=key, data={"seconds": max(0.0, seconds)})
