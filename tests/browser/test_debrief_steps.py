"""The five steps of a debrief and the page after its save, as a person sees them at a desk and on a phone."""

from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import expect

from lib.records.goal import Goal
from lib.store import JsonValue, Transaction
from lib.ui.debrief.steps import HEADINGS
from lib.workflows.drafting import with_answers
from lib.workflows.drafts.debrief import STEPS
from tests.browser.axe import findings
from tests.browser.chromium import PHONE
from tests.browser.conftest import Windows
from tests.browser.entries import TONIGHT, begun, debriefed, store_of
from tests.browser.person import SAVED, Person, drafts, rows
from tests.browser.server import Server
from tests.conftest import NOW

QUESTIONS = (
    "Why do you want to leave your current job?",
    "Tell me about a time something went wrong",
    "How do you handle two managers who disagree?",
    "What are you earning?",
    "Where do you see yourself in five years?",
    "Do you have questions for us?",
)
A_LOT: dict[str, JsonValue] = {
    "company": "Rowan Street Clinic",
    "role": "Project coordinator",
    "asked": "\n".join(QUESTIONS),
    "hard": [QUESTIONS[2], QUESTIONS[3]],
    "wish": "That I write down both wishes and let them choose.",
    "energised_by": "A team that plans together",
    "worried_by": "Nobody knew who covers weekends",
    "people.pe-one.name": "Priya Raman",
    "people.pe-one.talked_about": "the move to the new site",
    "promises.pr-one.what": "Send the checklist",
    "promises.pr-one.by": "2026-11-24",
    "next_step": "round",
    "reply_by": "2026-11-27",
    "new_plan": "Ask about weekends early",
}
LONG: dict[str, JsonValue] = {
    "company": "Donaudampfschifffahrtsgesellschaft" * 3,
    "asked": f"{'Verylongword' * 12}?\nWhy us?",
    "hard": [f"{'Verylongword' * 12}?", "Why us?"],
    "people.pe-one.name": "Wolfeschlegelsteinhausen" * 3,
}
TOO_TALL = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollHeight - main.clientHeight;
}"""
SCROLLED = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
TO_THE_END = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    main.scrollTo({ top: main.scrollHeight, behavior: "instant" });
}"""
WIDER = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    const answers = [...main.querySelectorAll('[role="radiogroup"], [role="toolbar"]')];
    const scrolling = [main, ...answers].map((part) => part.scrollWidth - part.clientWidth);
    return Math.max(...scrolling, document.documentElement.scrollWidth - window.innerWidth);
}"""


def a_full_debrief(server: Server, **answers: JsonValue) -> str:
    """A debrief with six questions, a person, a promise, two goals and two open plans, at its first step; its id."""
    goals = (Goal(id="go-1", goal="No more nights"), Goal(id="go-2", goal="Lead a small team"))
    store_of(server).commit(Transaction("Set up", put=goals), NOW)
    for day, plan in (("10", "If they ask why I left, then I name two things I want next"), ("12", "Tell one story")):
        debriefed(server, company=f"Contoso {day}", date=f"2026-11-{day}", new_plan=plan)
    draft = begun(server, "which")
    draft = replace(draft, values=with_answers(draft.values, {**A_LOT, **answers}))
    return store_of(server).drafts.save(draft, NOW).id


def consequences(person: Person, look: Callable[[Person], object]) -> dict[str, object]:
    """What there is to see on each step and on the page after the save, by their headings."""
    seen = {}
    for way_on in (*["Next"] * (len(STEPS) - 1), "Save the debrief", ""):
        heading = person.page.get_by_role("heading", level=1)
        expect(heading).to_be_in_viewport()
        seen[heading.inner_text()] = look(person)
        if way_on:
            person.page.evaluate(TO_THE_END)
            person.press(way_on)
    assert [*seen] == [*HEADINGS.values(), SAVED]
    return seen


def test_each_step_and_the_saved_page_fit_a_window_and_axe_finds_nothing(person: Person, workbook: Server) -> None:
    def look(person: Person) -> tuple[int, list[str]]:
        too_tall: int = person.page.evaluate(TOO_TALL)
        return too_tall, findings(person.page)

    person.visit(f"/debrief?draft={a_full_debrief(workbook)}")
    assert {heading: seen for heading, seen in consequences(person, look).items() if seen != (0, [])} == {}


def test_on_a_phone_each_step_opens_at_its_top_and_nothing_is_wider_however_long_the_words(
    windows: Windows, workbook: Server
) -> None:
    def look(person: Person) -> tuple[int, int, list[str]]:
        return person.page.evaluate(SCROLLED), max(0, person.page.evaluate(WIDER)), findings(person.page)

    phone = Person(windows(width=PHONE, scheme="dark"), workbook.url)
    phone.visit(f"/debrief?draft={a_full_debrief(workbook, **LONG)}")
    assert {heading: seen for heading, seen in consequences(phone, look).items() if seen != (0, 0, [])} == {}


def test_quick_taps_on_hard_questions_all_count_in_their_order_and_are_taken_back(
    person: Person, workbook: Server
) -> None:
    asked = ("Tell me about a time you failed", "Why us?", "Tell me about a time you led a team")
    draft = begun(workbook, "asked", asked="\n".join(asked), hard=[])
    pills = person.visit(f"/debrief?draft={draft.id}").page.get_by_test_id("stButtonGroup").last.get_by_role("button")

    def see(*names: str) -> None:
        for pill, name in zip(pills.all(), names, strict=True):
            expect(pill).to_have_accessible_name(name)

    for place in (2, 0, 1):
        pills.nth(place).click()
    person.rest()
    see("2. Tell me about a time you failed", "3. Why us?", "1. Tell me about a time you led …")
    pills.nth(2).click()
    pills.nth(1).click()
    person.rest().reload()
    see("1. Tell me about a time you failed", "Why us?", "Tell me about a time you led …")
    assert [draft["values"]["hard"] for draft in drafts(workbook.data)] == [[asked[0]]]


EARLIER: dict[str, JsonValue] = {
    **TONIGHT,
    "wish": "That I count per minute.",
    "people": ["pe-one"],
    "people.pe-one.name": "Priya Raman",
    "people.pe-one.talked_about": "the move of the billing system",
    "next_step": "round",
    "reply_by": "2026-11-27",
    "promise": "Send the link to the talk",
    "promise_by": "2026-11-23",
    "new_plan": "If they ask why I left, then I name two things I want next",
    "forecast": "65",
}
"""Every answer of the three screens that a debrief once had."""


def test_a_draft_of_the_three_screens_opens_where_it_was_with_all_its_words(person: Person, workbook: Server) -> None:
    for screen in ("which", "asked", "next"):
        draft = replace(begun(workbook, screen), values=EARLIER)
        store_of(workbook).drafts.save(draft, NOW)
        person.visit(f"/debrief?draft={draft.id}")
        expect(person.page.get_by_role("heading", name=HEADINGS[screen])).to_be_visible()
    expect(person.field("Who did you meet?")).to_have_value("Priya Raman")
    expect(person.field("What did you promise?")).to_have_value("Send the link to the talk")
    expect(person.field("Anything you forgot")).to_have_value("On-call work")
    person.press("Back")
    expect(person.field("What went well?")).to_have_value("Calm")
    expect(person.pill("How likely is a yes", "6.5")).to_have_attribute("data-selected", "true")
    person.press("Back")
    expect(person.pill("Which were hard?", "How would you design a …")).to_have_attribute("data-selected", "true")
    expect(person.field("“How would you design a rate limiter?”")).to_have_value("That I count per minute.")
    person.press("Back")
    expect(person.pill("How much do you want it?", "7")).to_have_attribute("data-selected", "true")

    person.press("Save and stop here")
    (interview,) = rows(workbook.data, "interviews")
    assert (interview["forecast"], interview["reply_by"], interview["unsaid"]) == ("65", "2026-11-27", "On-call work")
    assert [(row["what"], row["by"]) for row in rows(workbook.data, "promises")] == [
        ("Send the link to the talk", "2026-11-23")
    ]
    assert [row["name"] for row in rows(workbook.data, "people")] == ["Priya Raman"]
