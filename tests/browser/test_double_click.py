"""A second click, or a hasty first one, does no harm."""

import pytest
from playwright.sync_api import expect

from tests.browser.entries import TONIGHT, begun, debriefed
from tests.browser.person import SAVED, Person, drafts, rows
from tests.browser.server import Server


@pytest.mark.parametrize("pause", [0, 20, 150])
def test_a_double_click_on_save_saves_once(person: Person, workbook: Server, pause: int) -> None:
    person.visit(f"/debrief?draft={begun(workbook).id}")
    save = person.button("Save the debrief")
    save.scroll_into_view_if_needed()
    box = save.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    person.page.mouse.click(x, y)
    person.page.wait_for_timeout(pause)  # how long the finger takes, not how long the app does
    person.page.mouse.click(x, y)
    person.rest()
    expect(person.page.get_by_test_id("stAlert")).to_have_count(0)
    data = workbook.data
    assert [len(rows(data, name)) for name in ("applications", "interviews", "questions")] == [1, 1, 2]
    assert [row["text"] for row in rows(data, "questions")] == str(TONIGHT["asked"]).split("\n")
    assert drafts(data) == []


def test_words_still_in_the_box_are_saved_by_the_click_that_leaves_it(person: Person, workbook: Server) -> None:
    person.visit(f"/debrief?draft={begun(workbook).id}")
    person.field("One thing to do differently").fill("If they ask why, then I say it in two sentences")
    person.press("Save the debrief")
    expect(person.page.get_by_role("heading", name=SAVED)).to_be_visible()
    assert [row["then_do"] for row in rows(workbook.data, "plans")] == ["I say it in two sentences"]


def test_a_double_click_on_a_correction_saves_it_once(person: Person, workbook: Server) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}&part=questions")
    person.field("Another question").fill("What would you need to earn?")
    person.button("Save").dblclick()
    person.rest()
    assert [row["text"] for row in rows(workbook.data, "questions")].count("What would you need to earn?") == 1
    expect(person.page.get_by_test_id("stAlert")).to_have_count(0)
