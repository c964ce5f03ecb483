"""The frame around every page: the guard, the navigation, and the top.

It is drawn while the rest of the program is still being loaded, so it imports nothing that reads the files.
"""

import re
from base64 import b64encode
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st
from markupsafe import Markup

from lib.palette import DARK, LIGHT, WHITE
from lib.ui import loaded, menu, routes, session
from lib.ui.access.origins import is_network_allowed
from lib.ui.markup import in_script, own_file, style
from lib.ui.shared import in_browser
from lib.ui.streamlit_internals import page_asked_for_too_early, show_tab_icon

if TYPE_CHECKING:
    from lib.ui.messages import Messages

ICON = "data:image/png;base64," + b64encode(Path(__file__).with_name("icon.png").read_bytes()).decode()
STYLE = own_file("page.css") + own_file("shared/chips.css")
SCRIPT = own_file("frame.js") + own_file("keeping.js")

NARROW = ("debrief", "settings")
"""The pages that are forms from top to bottom. Of the others, lists are wide, and what opens on them is narrow."""
WIDE = ("journal", "applications")
"""The pages on which what opens is wide too, as long as it isn't a form."""
WIDE_PARTS = ("score",)
"""The forms that are a table of fields, and so are wide."""
_VEIL = "1A"
"""How much of a colour is in its veil, in 255ths: under words of that colour, which stay 4.5 to 1."""


def show() -> None:
    """One run of the app: the guard, the menu, what is above every page, and the page."""
    guard()
    page = navigation()
    run(page, top(page))


def guard() -> None:
    """Show no data on a server that others can reach, unless the person has asked for that."""
    if _is_loopback(st.get_option("server.address") or "") or is_network_allowed():
        return
    st.set_page_config(page_title="Afterword")
    show_tab_icon(ICON)
    st.title("Not shown here")
    st.write(
        "This server may be reached from other machines, so Afterword shows none of your entries. "
        "Nothing was changed. Stop it, and start it in its own folder, where its settings are:"
    )
    st.code("streamlit run app.py", language=None)
    st.write(
        "If you mean it to be reached by others, set AFTERWORD_ALLOW_NETWORK=yes before you start it. "
        "Each browser then needs an address with a key, which the terminal shows."
    )
    st.stop()


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def navigation() -> Any:
    """The menu; returns the page that is open. An old address leads on to the page's new one.

    The icon of the browser's tab is set before the menu: otherwise Streamlit sets the page's own, from a font server.
    """
    st.set_page_config(page_title="Afterword")
    show_tab_icon(ICON)
    _open_again_on_the_first_run()
    page = menu.show()
    layout: Literal["centered", "wide"] = "wide" if _is_wide(page.url_path) else "centered"
    st.set_page_config(page_title=f"{page.title} · Afterword", layout=layout)
    return page


def _is_wide(page: str) -> bool:
    if st.query_params.get("part") in WIDE_PARTS:
        return True
    if page in WIDE:
        return not {"part", "form"} & st.query_params.to_dict().keys()
    return page not in NARROW and (not _open_parts(page) or "task" in st.query_params)


def _open_parts(page: str) -> tuple[str, ...]:
    """What is open on the page; empty at its lists. Only a sitting isn't in the address."""
    return (*routes.open_parts(), *(("sitting",) if page == "practice" and _is_sitting() else ()))


def _is_sitting() -> bool:
    loaded.FIRST_PAGE.wait()
    from lib.ui.practice import sitting_page  # the first page doesn't need it

    return sitting_page.current() is not None


def _open_again_on_the_first_run() -> None:
    name = page_asked_for_too_early()
    if re.fullmatch("[a-z_]+", name):
        in_browser.run(Markup("window.location.replace({} + window.location.search)").format(in_script(f"/{name}")))
        st.stop()


def top(page: Any) -> "Messages":
    """The top of every page: first what needs no files, for the browser to draw while they are read."""
    session.begin_run()
    session.keep_workbook_in_address()
    session.enter_page(page.url_path)
    st.html(_style())
    in_browser.run(SCRIPT)
    _open_at_top(page)
    menu.start_of(page.url_path)
    menu.shortcuts()
    loaded.FIRST_PAGE.wait()
    from lib.ui import above

    return above.show()


@cache
def _style() -> Markup:
    """The style sheet of every page."""
    return style(colours(), STYLE)


def colours() -> Markup:
    """The theme's colours as the style sheet calls them; Streamlit's own elements get them another way."""
    names = {"ground": "page", "second-ground": "surface", "border": "grid", "refused": "refused", "strong": "strong"}
    names |= {"muted": "muted", "accent": "accent", "button": "button", "warm": "warm"}
    pairs = {name: f"light-dark({getattr(LIGHT, field)}, {getattr(DARK, field)})" for name, field in names.items()}
    pairs["on-button"] = WHITE
    pairs["accent-veil"] = f"light-dark({LIGHT.accent}{_VEIL}, {DARK.accent}{_VEIL})"
    rules = (Markup("--page-{}: {};").format(name, colour) for name, colour in pairs.items())
    return Markup(":root {{{}}}").format(Markup("").join(rules))


def run(page: Any, messages: "Messages") -> None:
    """Run the page, and end what only a whole page can end."""
    opened = _open_parts(page.url_path)
    page.run()
    if _open_parts(page.url_path) != opened:  # a page may give itself another address, as a new draft does
        _open_at_top(page)
    messages.end()


def _open_at_top(page: Any) -> None:
    in_browser.open_at_top("place", session.workbook(), page.url_path, *_open_parts(page.url_path))
