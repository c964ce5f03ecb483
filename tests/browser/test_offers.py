"""The offers of the sample and the job one has: compared, a weight moved, the unwritten one asked for in writing."""

import re

from playwright.sync_api import expect

from tests.browser.person import Person

SAID = re.compile(r"(?P<winner>.+) comes first once (?P<what>.+) counts (?P<way>more|less) than (?P<edge>[\d.]+) ?% ")


def type_weight(person: Person, value: float) -> None:
    box = person.page.get_by_role("spinbutton", name="Or typed")
    box.fill(f"{value:.1f}")
    box.press("Enter")
    person.rest()


def test_offers_are_compared_a_weight_turns_the_winner_over_where_it_was_said_and_one_is_asked_for_in_writing(
    person: Person,
) -> None:
    page = person.page
    person.visit().press("Try it with sample data")
    page.get_by_role("link", name="Decide", exact=True).click()
    person.rest()
    for job in ("Marigold Meals", "Foxglove Schools", "The present job"):
        expect(page.get_by_text(job, exact=False).first).to_be_visible()

    said = SAID.match(page.get_by_text("the smallest change of one weight").inner_text())
    assert said
    edge, step = float(said["edge"]), 0.1 if said["way"] == "more" else -0.1
    shown = page.locator(".st-key-what_if")
    type_weight(person, edge)
    expect(shown).to_contain_text(f"With {said['what']} at {edge:.1f}% of the whole")
    expect(shown).not_to_contain_text("That is another one")
    type_weight(person, edge + step)
    expect(shown).to_contain_text(f"{said['winner']} comes first.")
    expect(shown).to_contain_text("That is another one than with your own weights.")

    unwritten = page.locator("[class*=st-key-offer_of-]").filter(has_text="it is not in writing")
    unwritten.get_by_role("button", name="Open").click()
    person.rest()
    person.press("Ask for it in writing")
    expect(page.get_by_role("heading", name="for the offer in writing")).to_be_visible()
    expect(page.get_by_text("Could you send me the offer in writing?")).to_be_visible()
    person.press("Mark as sent")

    page.get_by_role("link", name="Decide", exact=True).click()
    person.rest()
    unwritten.get_by_role("button", name="Open").click()
    person.rest()
    expect(page.get_by_text("on Friday 20 November")).to_be_visible()
    expect(person.button("Ask for it in writing")).to_have_count(0)
