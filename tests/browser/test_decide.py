"""A job of the sample workbook, scored by keyboard."""

import shutil

from playwright.sync_api import expect

from tests.browser.chromium import whole_height
from tests.browser.entries import store_of
from tests.browser.person import Person, rows
from tests.browser.server import ROOT, Server

UNKNOWN, COMING = "ap-w4bybfur", "iv-bzscrq25"
"""A job of which little is known, and the interview there that is still to come."""


def test_nine_criteria_are_scored_on_two_screens_by_keyboard_and_survive_a_reload(
    person: Person, workbook: Server
) -> None:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    page = person.visit(f"/decide?view=job&application={UNKNOWN}&part=score").page
    assert page.locator("[class*=st-key-criterion_]").count() == 9
    assert whole_height(page) <= 2 * 800

    manager = page.locator(".st-key-criterion_cr-manager")
    manager.locator("button").filter(has_text="50").focus()
    person.key("ArrowRight").key("Enter").reload()
    expect(manager.locator("button").filter(has_text="60")).to_have_attribute("data-selected", "true")
    person.press("Save")

    assert store_of(workbook).load().problems == ()
    assert [row["score"] for row in rows(workbook.data, "fit") if row["criterion_id"] == "cr-manager"][-1] == "60"
    person.visit(f"/?sheet={COMING}")
    expect(page.get_by_text("every second weekend, and the phone at night")).to_be_visible()
    expect(page.get_by_text("Who would I work for")).to_have_count(0)
