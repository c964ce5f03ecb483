"""Only the page scrolls: no card or row has a scrollbar of its own that shows as the mouse moves over it."""

import shutil

import pytest

from tests.browser.chromium import DESK, PHONE
from tests.browser.conftest import Windows
from tests.browser.person import Person
from tests.browser.server import ROOT, Server

PAGES = ("/", "/follow_up", "/practice", "/data?view=out", "/progress", "/applications", "/journal")
SCROLLING = """() => [...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')].filter((part) => {
    const { overflowX, overflowY } = getComputedStyle(part);
    const is = (overflow) => overflow === "auto" || overflow === "scroll";
    return (is(overflowY) && part.scrollHeight > part.clientHeight)
        || (is(overflowX) && part.scrollWidth > part.clientWidth);
}).map((part) => part.innerText)"""
WIDER = "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth; }"


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_no_card_or_row_scrolls_on_its_own(windows: Windows, workbook: Server, width: int) -> None:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    person = Person(windows(width=width), workbook.url)
    for path in PAGES:
        page = person.load(path).page
        assert (path, page.evaluate(SCROLLING), page.evaluate(WIDER)) == (path, [], 0)
