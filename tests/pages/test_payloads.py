"""Every route in the app over a workbook of dangerous words: nothing breaks, and all words are shown as words."""

import re
import string

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Store, Transaction
from tests.pages.conftest import Open
from tests.pages.routes import Route, fixed_routes, routes_of
from tests.pages.screen import elements, markdown
from tests.payloads import PAYLOADS, ROWS, poisoned
from tests.store.damage import contents
from tests.workflows.evening import NOW

PUNCTUATED = [text for text in PAYLOADS if len(text) < 200 and set(text) & set(string.punctuation) - set(",;'\"?%")]
LIVE = {payload: re.compile(rf"(?<!\\){re.escape(payload)}(?!\\)") for payload in PUNCTUATED}
"""What Markdown would change, were it not escaped, in its unescaped form."""
ROWS_SHOWN = (17, 63)


@pytest.fixture
def poisoned_store(store: Store) -> Store:
    store.commit(Transaction("Set up", put=tuple(poisoned())), NOW)
    return store


def shown_live(app: AppTest) -> list[str]:
    """The payloads on the page where Streamlit reads Markdown, or in HTML and a chart's words, as they were typed."""
    every = list(elements(app.main))
    drawn = "\n".join(one.proto.spec for one in every if one.type == "plotly_chart")
    drawn += "\n".join(one.proto.body for one in every if one.type == "html")
    marked = markdown(app)
    return [
        payload
        for payload, live in LIVE.items()
        if (payload in marked and live.search(marked)) or ("<" in payload and payload in drawn)
    ]


def problems(tab: Open, routes: list[Route]) -> dict[str, list[str]]:
    found = {str(route): shown_live(tab(route.page, **route.address)) for route in routes}
    return {route: live for route, live in found.items() if live}


def test_every_page_view_and_form_shows_words_as_words(tab: Open, poisoned_store: Store) -> None:
    before = contents(poisoned_store.folder)
    assert problems(tab, list(fixed_routes())) == {}
    assert contents(poisoned_store.folder) == before


def test_every_entry_shows_words_as_words(tab: Open, poisoned_store: Store, is_long: bool) -> None:
    before = contents(poisoned_store.folder)
    assert problems(tab, list(routes_of(poisoned(), range(ROWS) if is_long else ROWS_SHOWN))) == {}
    assert contents(poisoned_store.folder) == before
