"""Whatever is typed is shown as it was typed: nothing runs, nothing is fetched, nothing becomes an element."""

import re

import pytest

from lib.store import Transaction
from tests import payloads
from tests.browser.entries import begun, debriefed, store_of
from tests.browser.person import Person, rows
from tests.browser.pictures import pages
from tests.browser.server import Server
from tests.conftest import NOW

PAYLOADS = (
    "=1+1",
    "![](http://example.com/x.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "[link](javascript:alert(3))",
    "http://example.com/auto www.example.com me@example.com",
    ":material/home:",
    ":smile:",
    ":red[not red]",
    "$x^2$",
    "**bold** `code` # head",
    "\u202eright to left\u202c and zero\u200bwidth",
)
FORMS = ("basics", "questions", "people", "next", "plans", "job")
"""One form of each make; the pages' own tests open all of them over words of this kind."""
LINE, BOX = " ".join(PAYLOADS), "\n".join(PAYLOADS)
ELEMENTS = """() => [...document.querySelectorAll(`
    [data-testid="stMain"] img, [data-testid="stMain"] script, [data-testid="stMain"] iframe,
    [data-testid="stMain"] .katex, [data-testid="stMain"] code, [data-testid="stMain"] [onerror],
    [data-testid="stMain"] [data-testid="stIconMaterial"], [data-testid="stMain"] a[href*="example"],
    [data-testid="stMain"] a[href^="javascript"], [data-testid="stMain"] a[href^="mailto"]
`)].map((part) => part.outerHTML.slice(0, 200)).filter((html) => /example|alert|>home<|x\\^2|>code</.test(html))
    .concat([...document.querySelectorAll("span, strong")].map((part) => part.textContent)
        .filter((words) => ["not red", "bold"].includes(words)))"""


def fill_every_text_field(person: Person) -> int:
    """Types the payloads into every box and line of the open form; more may come up while it is filled."""
    filled: set[str] = set()
    while fresh := [field for field in visible_fields(person) if field not in filled]:
        field = person.page.locator(f'[data-testid="stMain"] [id="{fresh[0]}"]')
        field.fill(BOX if field.evaluate("(at) => at.tagName") == "TEXTAREA" else LINE)
        field.press("Tab")
        person.rest()
        filled.add(fresh[0])
        if len(filled) > 12:
            break
    return len(filled)


def visible_fields(person: Person) -> list[str]:
    fields = '[data-testid="stTextInput"] input, [data-testid="stTextArea"] textarea'
    ids: list[str] = person.page.locator(fields).evaluate_all(
        "(all) => all.filter((at) => at.checkVisibility()).map((at) => at.id)"
    )
    return ids


def shown(person: Person) -> str:
    words = person.page.get_by_test_id("stMain").inner_text()
    return words.replace("\u2060", "")


@pytest.fixture
def poisoned(person: Person, workbook: Server) -> str:
    """A debrief with payloads in every text field of its five steps; returns its id."""
    draft = begun(workbook, "which", company="", role="", asked="", hard=[], went_well="", went_badly="", unsaid="")
    person.visit(f"/debrief?draft={draft.id}").tap("What type was it?", "In my own words")
    count = fill_every_text_field(person)
    person.page.keyboard.press("Escape")
    person.press("Next")
    count += fill_every_text_field(person)
    person.press("Next").page.get_by_text("Bring a note").click()
    count += fill_every_text_field(person)
    person.press("Sort the note")
    expect_no_element(person)
    person.press("Add to the debrief").page.get_by_test_id("stButtonGroup").get_by_role("button").first.click()
    count += fill_every_text_field(person)
    expect_no_element(person)
    person.press("Next")
    count += fill_every_text_field(person)
    person.press("Next").add("people").add("promises")
    count += fill_every_text_field(person)
    assert count >= 16
    expect_no_element(person)
    person.press("Save the debrief")
    expect_no_element(person)
    assert rows(workbook.data, "interviews")[0]["id"] == draft.record_id
    return draft.record_id


def expect_no_element(person: Person) -> None:
    assert person.page.evaluate(ELEMENTS) == [], person.page.url


def test_what_a_debrief_took_is_shown_as_it_was_typed_on_it_and_in_its_forms(person: Person, poisoned: str) -> None:
    for part in FORMS:
        person.visit(f"/journal?debrief={poisoned}&part={part}")
        expect_no_element(person)
    person.visit(f"/debrief?debrief={poisoned}")
    expect_no_element(person)
    person.visit(f"/journal?debrief={poisoned}")
    expect_no_element(person)
    words = shown(person)
    assert [payload for payload in PAYLOADS if payload not in words] == []


def test_what_the_optional_parts_took_is_shown_as_it_was_typed(person: Person, workbook: Server) -> None:
    draft = begun(workbook, company=LINE, role=LINE, asked=BOX, people=["pe-7k2m9q"], **{"people.pe-7k2m9q.name": LINE})
    person.visit(f"/debrief?draft={draft.id}").press("Save the debrief")
    for part in ("job", "claims", "facts", "lesson", "private"):
        person.visit(f"/journal?debrief={draft.record_id}&part={part}")
        assert fill_every_text_field(person) > 0
        expect_no_element(person)
        person.press("Save")
    expect_no_element(person)
    words = re.sub(r"\s+", " ", shown(person))
    assert words.count(re.sub(r"\s+", " ", LINE)) > 6


def test_a_search_for_a_payload_shows_it_as_text(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit("/journal").write("Search", LINE)
    expect_no_element(person)


def test_a_workbook_full_of_dangerous_words_runs_and_fetches_nothing(person: Person, workbook: Server) -> None:
    store_of(workbook).commit(Transaction("Set up", put=tuple(payloads.poisoned())), NOW)
    entries = ("/journal?debrief=interview-17", "/applications?application=application-17", "/practice?topic=topic-17")
    for path in (*(shot.path for shot in pages()), *entries):
        person.visit(path)
        expect_no_element(person)
