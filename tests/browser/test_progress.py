"""From a finding to the debrief behind it, back, to a plan that is saved once, and to the end of the search."""

from playwright.sync_api import expect

from lib.store import Change
from tests.browser.entries import store_of
from tests.browser.person import Person, rows
from tests.browser.server import Server
from tests.conftest import NOW
from tests.insight.whole_searches import whole_search


def test_a_finding_is_acted_on_and_the_search_ended_once(person: Person, workbook: Server) -> None:
    store_of(workbook).commit(Change(label="Set up", put=tuple(whole_search(30, cause=True))), NOW)
    person.visit("/progress")
    expect(person.page.get_by_text("Examples goes along with the answer.")).to_be_visible()

    person.page.get_by_text("What you can do about it").first.click()
    person.rest().page.get_by_role("button", name="Read", exact=True).first.click()
    person.rest()
    assert "/journal?debrief=iv-" in person.page.url

    person.visit("/progress?view=words").press("Write an if-then plan")
    person.write("… then I …", "slow down").button("Save").dblclick()
    person.rest()
    assert [row["then_do"] for row in rows(workbook.data, "plans")] == ["slow down"]

    person.visit("/progress?view=search").press("The search is over")
    person.button("Yes, it is over").dblclick()
    person.rest()
    assert [row["kind"] for row in rows(workbook.data, "activity")] == ["search_ended"]
    expect(person.page.get_by_test_id("stAlert")).to_have_count(0)
