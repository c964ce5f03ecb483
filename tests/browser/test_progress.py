"""From a dot and a finding to the debrief behind it, to a plan that is saved once, and to the end of the search."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from lib.records.interview import Interview
from lib.records.question import Question
from lib.store import Transaction
from tests.browser.chromium import DESK, PHONE
from tests.browser.conftest import Windows
from tests.browser.entries import store_of
from tests.browser.person import Person, rows
from tests.browser.server import ROOT, Server
from tests.conftest import NOW
from tests.insight.whole_searches import whole_search


def test_a_finding_is_acted_on_and_the_search_ended_once(person: Person, workbook: Server) -> None:
    store_of(workbook).commit(Transaction(label="Set up", put=tuple(whole_search(30, cause=True))), NOW)
    person.visit("/progress")
    expect(person.page.get_by_text("higher where you moved on")).to_be_visible()

    person.press("What to do").page.get_by_role("link", name="Technical").first.click()
    person.rest()
    assert "/journal?debrief=iv-" in person.page.url

    person.visit("/progress?view=words").press("Write a plan")
    person.write("… then I …", "slow down").button("Save").dblclick()
    person.rest()
    assert [row["then_do"] for row in rows(workbook.data, "plans")] == ["slow down"]

    person.visit("/progress?view=search").press("End the search")
    person.button("Yes, end it").dblclick()
    person.rest()
    assert [row["kind"] for row in rows(workbook.data, "activity")] == ["search_ended"]
    expect(person.page.get_by_test_id("stAlert")).to_have_count(0)


def test_a_click_on_a_dot_opens_its_interview_and_back_stays(person: Person, workbook: Server) -> None:
    store_of(workbook).commit(Transaction(label="Set up", put=tuple(whole_search(8))), NOW)
    person.visit("/progress")

    box = person.page.locator(".js-plotly-plot .points path").nth(2).bounding_box()
    assert box is not None
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    person.page.mouse.move(*at, steps=5)
    expect(person.page.locator(".hoverlayer .hovertext")).to_contain_text("Company")
    person.page.mouse.click(*at)
    expect(person.page).to_have_url(re.compile(r"/journal\?debrief=iv-"))
    person.rest().page.go_back()
    person.rest()

    expect(person.page.get_by_role("heading", name="Am I getting better?")).to_be_visible()
    expect(person.page).to_have_url(re.compile("/progress"))


FIRST_SCREEN = """() => {
    const NO_WORDS = 'script, style, .yaxislayer-above, .annotation, .progress-rows, [data-testid=stIconMaterial]';
    const main = document.querySelector('[data-testid=stMainBlockContainer]');
    const below = [...main.querySelectorAll('h3')].find((one) => one.innerText === 'Skill by skill, over time');
    const limit = below.getBoundingClientRect().top;
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const words = [];
    let bottom = 0;
    while (walk.nextNode()) {
        const at = walk.currentNode.parentElement;
        const box = at.getBoundingClientRect();
        if (box.top >= limit || !box.height || at.closest(NO_WORDS)) continue;
        words.push(...walk.currentNode.textContent.split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)));
        bottom = Math.max(bottom, box.bottom);
    }
    return [words, bottom];
}"""


def test_the_first_screen_fits_a_window_in_few_words(person: Person, workbook: Server) -> None:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    person.visit("/progress").page.set_viewport_size({"width": 1280, "height": 800})
    person.rest()

    words, bottom = person.page.evaluate(FIRST_SCREEN)

    assert len(words) <= 90, " ".join(words)
    assert bottom <= 800


CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')].filter((part) => {
    const style = getComputedStyle(part);
    const isHidden = style.overflowX === "hidden" && part.scrollWidth > part.clientWidth && part.innerText?.trim();
    return part.getBoundingClientRect().right > innerWidth || (isHidden && style.textOverflow !== "ellipsis");
}).map((part) => part.innerText || part.className)"""
LINES = """() => [...document.querySelectorAll('[data-testid="stPageLink-NavLink"] p')]
    .filter((words) => words.closest('[data-testid="stMain"]') && words.scrollWidth > words.parentElement.clientWidth)
    .map((words) => words.innerText)"""
LONG = "How do you deal with last-minute changes to a plan that everybody had agreed on?"


@pytest.mark.parametrize("count", [1, 2, 40])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_dots_types_and_questions_are_whole(windows: Windows, workbook: Server, width: int, count: int) -> None:
    rows = [row.changed(stage="hiring_manager") if isinstance(row, Interview) else row for row in whole_search(count)]
    held = [row for row in rows if isinstance(row, Interview)]
    asked = (
        Question(id=f"qu-long{place}", interview_id=row.id, asked_by="them", text=LONG, rating=3)
        for place, row in enumerate(held)
    )
    store_of(workbook).commit(Transaction(label="Set up", put=(*rows, *asked)), NOW)
    page = Person(windows(width=width), workbook.url).load("/progress").page

    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(LINES) == []
