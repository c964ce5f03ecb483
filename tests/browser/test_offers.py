"""The sample's offers: compared, a weight tried, one asked for in writing. Two entered ones: compared by a few taps."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.axe import findings
from tests.browser.chromium import PHONE
from tests.browser.conftest import Windows
from tests.browser.entries import store_of
from tests.browser.person import Person
from tests.browser.server import Server
from tests.pages.decide.test_offers import NORTH, SOUTH, SPOKEN, WRITTEN
from tests.workflows.evening import put

MOST_TAPS = 8
SAID = re.compile(r"If (?P<what>.+) counted .*(more|less), (?P<winner>.+) would come first")


def test_offers_are_compared_another_weight_is_tried_and_one_is_asked_for_in_writing(person: Person) -> None:
    page = person.page
    person.visit().press("Try it with sample data")
    page.get_by_role("link", name="Decide", exact=True).click()
    person.rest()
    for job in ("Marigold Meals", "Foxglove Schools", "Your current job"):
        expect(page.get_by_text(job, exact=False).first).to_be_visible()

    said = SAID.match(page.get_by_role("listitem").filter(has_text="would come first").first.inner_text())
    assert said
    page.get_by_text("Try different weights").click()
    person.rest().press("Show the tipping point")
    expect(page.get_by_role("slider", name=said["what"])).to_be_visible()
    expect(page.locator(".st-key-trial")).to_contain_text(f"{said['winner']} would come first:")

    unwritten = page.locator("[class*=st-key-offer_of-]").filter(has_text="not in writing")
    unwritten.get_by_role("button", name="Open").click()
    person.rest()
    person.press("Ask for it in writing")
    expect(page.get_by_role("heading", name="for the offer in writing")).to_be_visible()
    expect(page.locator(".st-key-letter")).to_contain_text("Could you send me the offer in writing, including")
    person.press("Mark as sent")

    page.get_by_role("link", name="Decide", exact=True).click()
    person.rest()
    unwritten.get_by_role("button", name="Open").click()
    person.rest()
    expect(page.get_by_text("on Friday 20 November")).to_be_visible()
    expect(person.button("Ask for it in writing")).to_have_count(0)


def test_two_entered_offers_have_a_first_answer_after_eight_taps_at_most(windows: Windows, workbook: Server) -> None:
    put(store_of(workbook), NORTH, SOUTH, WRITTEN, SPOKEN)
    person = Person(windows(width=PHONE), workbook.url).visit("/decide")
    page, taps = person.page, 0

    def tap(at: Locator) -> None:
        nonlocal taps
        at.click()
        person.rest()
        taps += 1

    picks = ("Pay", "The team", "The work itself", "The manager")
    for name in picks:
        tap(person.pill("What matters most?", name))
    rows = page.locator("[class*=st-key-quick_cr-]")
    for name, better in zip(picks, ("Southwind", "Northwind", "Northwind", "Northwind"), strict=True):
        tap(rows.filter(has_text=name).locator("button").filter(has_text=better))

    expect(page.get_by_text("Northwind, better on 3 of 4.")).to_be_visible()
    assert taps <= MOST_TAPS
    assert findings(page) == []
