"""On a phone nothing is wider than the screen, in the forms and views that lie behind the pages as well."""

import shutil

import pytest

from tests.browser.chromium import PHONE
from tests.browser.conftest import Windows
from tests.browser.entries import begun
from tests.browser.person import Person, rows
from tests.browser.server import ROOT, Server

WIDER = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
}"""
PARTS = ("", "&part=ratings", "&part=questions", "&part=job", "&part=facts", "&part=outcome")


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


@pytest.mark.parametrize("path", ["/", "/debrief", "/journal", "/follow_up", "/learn", "/search", "/settings"])
def test_no_page_is_wider_than_a_phone(phone: Person, path: str) -> None:
    assert wider(phone, path) <= 0


@pytest.mark.parametrize("part", PARTS)
def test_no_part_of_a_debrief_is_wider_than_a_phone(phone: Person, workbook: Server, part: str) -> None:
    done = [row["id"] for row in rows(workbook.data, "interviews") if row["state"] == "done"]
    assert wider(phone, f"/journal?debrief={done[-1]}{part}") <= 0
