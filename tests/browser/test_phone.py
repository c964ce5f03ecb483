"""On a phone nothing is wider than the screen, however long the words; test_places looks at all other places."""

import shutil

import pytest

from tests.browser.chromium import PHONE
from tests.browser.conftest import Windows
from tests.browser.entries import begun
from tests.browser.person import Person
from tests.browser.server import ROOT, Server

WIDER = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
}"""


def wider(person: Person, path: str) -> int:
    by: int = person.visit(path).page.evaluate(WIDER)
    return by


@pytest.fixture
def phone(windows: Windows, workbook: Server) -> Person:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    return Person(windows(width=PHONE), workbook.url)


@pytest.mark.parametrize("screen", ["which", "asked", "next"])
def test_no_screen_of_the_debrief_is_wider_than_a_phone(phone: Person, workbook: Server, screen: str) -> None:
    asked = f"{'Verylongword' * 12}?\nWhy us?"
    draft = begun(workbook, screen, asked=asked, hard=["Why us?"], company="Donaudampfschifffahrtsgesellschaft" * 3)
    assert wider(phone, f"/debrief?draft={draft.id}") <= 0
