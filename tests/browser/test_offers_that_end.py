"""Offers as they really go: one paid by the hour, one raised and withdrawn after signing, and a counter-offer."""

import re
from datetime import date

from playwright.sync_api import expect

from tests.browser.entries import store_of
from tests.browser.person import Person, rows
from tests.browser.server import Server
from tests.pages.decide.test_offers import NORTH, SOUTH
from tests.workflows.evening import put


def offered(person: Person, company: str, pay: str) -> None:
    """An offer entered on the page, for an application that's known."""
    page = person.visit("/decide?view=offers").press("Add an offer").page
    page.get_by_role("combobox", name="Which application is it for?").click()
    page.get_by_role("option", name=re.compile(company)).click()
    person.rest().write("Base pay", pay)


def on(person: Person, label: str, digits: str) -> None:
    """A day typed as day, month and year."""
    person.page.get_by_role("group", name=label).get_by_role("spinbutton").first.click()
    person.type(digits).key("Tab")


def test_an_hourly_offer_a_raise_a_withdrawal_and_a_counter_offer(person: Person, workbook: Server) -> None:
    put(store_of(workbook), NORTH, SOUTH)
    page = person.page

    # Northwind pays by the hour: the page shows how it reads that, and asks for the hours.
    offered(person, "Northwind", "48 EUR/hr")
    expect(page.get_by_text("Read as €48 an hour.")).to_be_visible()
    person.write("Hours a week", "40").press("Save")

    # Southwind names a range with words that aren't pay: they're asked about, and nothing typed is lost.
    offered(person, "Southwind", "90–95k EUR plus bonus")
    expect(page.get_by_text("but not “plus bonus”")).to_be_visible()
    person.write("Base pay", "90–95k EUR").press("Save")
    made = {row["application_id"]: row for row in rows(workbook.data, "offers")}
    assert [(row["base"], row["high"], row["unit"]) for row in made.values()] == [
        ("48.0", "", "hour"),
        ("90000.0", "95000.0", ""),
    ]

    # Both have the same basis.
    table = person.visit("/decide?view=offers").page.locator(".st-key-offer_table")
    expect(table).to_contain_text("€99,840")
    expect(table).to_contain_text("€92,500")

    # Southwind raises, and the earlier figure is kept.
    southwind = made["ap-s"]["id"]
    person.visit(f"/decide?offer={southwind}").page.locator(".st-key-group_offer_pay").get_by_role("button").click()
    person.rest().write("Base pay", "104k EUR")
    on(person, "If they changed these figures: when?", "19112026")
    person.press("Save")
    expect(page.get_by_text("Base pay was €90,000 to €95,000 a year until Thursday 19 November.")).to_be_visible()

    # Accepted, signed, and then withdrawn: no job, the search goes on, and Today asks nobody to be told of a job.
    store = store_of(workbook)
    offer = next(row for row in store.load().workbook.offers if row.id == southwind)
    put(store, offer.changed(in_writing=True, accepted_on=date(2026, 11, 19), signed_on=date(2026, 11, 19)))
    person.visit(f"/decide?offer={southwind}").press("Record how it ended")
    person.tap("Who ended it?", "They withdrew it")
    on(person, "When?", "20112026")
    person.write("Why, if you know?", "Hiring freeze").press("Save")
    expect(page.get_by_text("They withdrew it on Friday 20 November 2026.")).to_be_visible()
    assert {row["id"]: row["status"] for row in rows(workbook.data, "applications")}["ap-s"] == "rejected"
    person.visit("/")
    expect(page.get_by_text("Withdraw from")).to_have_count(0)
    person.visit("/applications")
    expect(page.locator("[class*=st-key-row_ap-s]")).to_contain_text("Offer withdrawn")

    # The employer counters: no application has to be made up.
    person.visit("/decide?view=offers").press("Add a counter-offer")
    person.write("Base pay", "5,000 a month").write("Currency", "EUR").press("Save")
    assert len(rows(workbook.data, "applications")) == 2
    table = person.visit("/decide?view=offers").page.locator(".st-key-offer_table")
    expect(table).to_contain_text("€60,000")
    expect(table).not_to_contain_text("€104,000")
