"""Looking around in the sample: a copy, with a banner and one click back."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.person import Person
from tests.browser.server import ROOT, Server

BANNER = "Sample data. Changes aren't kept."
BACK = "Leave the sample"


@pytest.fixture
def visitor(person: Person) -> Person:
    """Someone who has just opened the sample."""
    return person.visit().press("Try it with sample data")


def walk(person: Person, page: str) -> Person:
    person.page.get_by_role("link", name=page, exact=True).click()
    return person.rest()


def test_the_banner_is_on_every_page(visitor: Person) -> None:
    for page in ("Debrief", "Journal", "Progress", "Settings", "Today"):
        walk(visitor, page)
        expect(visitor.page.get_by_text(BANNER)).to_be_visible()


def test_one_click_leads_back_to_one_s_own_workbook(visitor: Person) -> None:
    visitor.press(BACK)
    expect(visitor.page.get_by_text(BANNER)).to_have_count(0)
    expect(visitor.button("Try it with sample data")).to_be_visible()


def test_a_reload_stays_in_the_sample_on_every_page_and_writes_neither_to_one_s_own_folder_nor_to_the_sample(
    visitor: Person, workbook: Server
) -> None:
    sample = files(ROOT / "data" / "sample")
    for page in ("Journal", "Debrief", "Today"):
        walk(visitor, page)
        visitor.reload()
        expect(visitor.page.get_by_text(BANNER)).to_be_visible()
    visitor.press("Debrief an interview").write("Company", "Only a try").reload()
    visitor.write("Role", "Analyst").tap("What type was it?", "Panel").press("Next").write(
        "What excited you?", "Trying"
    )
    assert files(workbook.data) == {}
    assert files(ROOT / "data" / "sample") == sample


def test_after_going_back_to_one_s_own_a_reload_and_the_browser_s_way_back_stay_there(visitor: Person) -> None:
    walk(visitor, "Journal")
    visitor.press(BACK).reload()
    expect(visitor.page.get_by_text(BANNER)).to_have_count(0)
    walk(visitor, "Progress")
    visitor.page.go_back()
    visitor.page.go_back()
    visitor.rest()
    expect(visitor.page.get_by_text(BANNER)).to_have_count(0)
    assert "workbook=sample" not in visitor.page.url


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
