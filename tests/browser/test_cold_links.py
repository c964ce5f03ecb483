"""An address kept from yesterday opens on a server that was started a moment ago."""

from playwright.sync_api import Page, expect

from tests.browser.entries import debriefed
from tests.browser.person import Person
from tests.browser.server import Server


def test_a_debrief_s_own_address_opens_it_on_a_fresh_server(server: Server, page: Page) -> None:
    interview_id = debriefed(server)
    Person(page, server.url).visit(f"/journal?debrief={interview_id}")
    expect(page.get_by_role("heading", name="Northwind", level=1)).to_be_visible()
    expect(page.get_by_text("How would you design a rate limiter?")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_address_of_an_earlier_version_leads_to_the_page_s_new_one(person: Person, workbook: Server) -> None:
    page = person.page
    debriefed(workbook)
    person.load("/learn?view=questions")
    expect(page).to_have_url(f"{workbook.url}/progress?view=questions")
    expect(page.locator(".progress-bar").first).to_be_visible()
    person.load("/search?view=people&workbook=sample")
    expect(page).to_have_url(f"{workbook.url}/applications?view=people&workbook=sample")
    expect(page.get_by_role("button", name="Add a person")).to_be_visible()
    expect(page.get_by_role("link", name="search")).to_have_count(0)


def test_a_new_debrief_opens_on_a_fresh_server(server: Server, page: Page) -> None:
    Person(page, server.url).visit("/debrief?new=debrief")
    expect(page.get_by_role("heading", name="Which interview was it?")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.startswith(f"{server.url}/debrief?draft=")


def test_an_address_that_leads_nowhere_reports_it(person: Person) -> None:
    person.visit("/journal?debrief=iv-zzzzzzzz")
    expect(person.page.get_by_text("The debrief at this address is not in the workbook")).to_be_visible()
