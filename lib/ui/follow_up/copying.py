"""A button that copies a text to the clipboard and confirms it; if the browser refuses, the text is there to select."""

import streamlit as st

_HTML = """
<button type="button" class="copy">Copy</button>
<span class="status" role="status"></span>
<textarea class="text" aria-label="The text to copy" rows="8" readonly hidden></textarea>
"""
_CSS = """
.copy {
    min-height: 2.5rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--st-border-color);
    border-radius: var(--st-button-radius);
    background: var(--st-background-color);
    color: var(--st-text-color);
    font-family: var(--st-font);
    font-size: 0.875rem;
    cursor: pointer;
}
.copy:hover, .copy:focus-visible {
    border-color: var(--st-primary-color);
    color: var(--st-link-color);
}
.copy:focus-visible {
    outline: 2px solid var(--st-primary-color);
    outline-offset: 2px;
}
.status {
    margin-left: 0.5rem;
    font-family: var(--st-font);
    font-size: 0.875rem;
    color: var(--st-text-color);
}
.text {
    display: block;
    box-sizing: border-box;
    width: min(32rem, 76vw);
    margin-top: 0.5rem;
    font-family: var(--st-font);
    font-size: 0.875rem;
    background: var(--st-secondary-background-color);
    color: var(--st-text-color);
}
.text[hidden] {
    display: none;
}
"""
_JS = """
export default function ({ data, parentElement }) {
    const find = (name) => parentElement.querySelector("." + name);
    const box = find("text");
    if (box.value !== data.text) {
        box.value = data.text;
        box.hidden = true;
        find("status").textContent = "";
    }
    find("copy").onclick = async () => {
        try {
            await navigator.clipboard.writeText(data.text);
            box.hidden = true;
            find("status").textContent = "Copied";
        } catch {
            box.hidden = false;
            box.focus();
            box.select();
            find("status").textContent = "Your browser didn't allow it. The text is selected: copy it with Ctrl+C.";
        }
    };
}
"""

_button = st.components.v2.component("copy", html=_HTML, css=_CSS, js=_JS)


def show(text: str, key: str) -> None:
    """The button for that text."""
    _button(key=key, data={"text": text}, width="content")
