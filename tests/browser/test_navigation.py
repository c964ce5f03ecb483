"""The menu leads to a page's start, a page opens at its top, and what was done stays in sight."""

import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import DESK, PHONE
from tests.browser.conftest import Windows
from tests.browser.entries import begun, debriefed
from tests.browser.person import Person, drafts, rows
from tests.browser.server import ROOT, Server

SCROLLED = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
TO_THE_END = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    main.scrollTo({ top: main.scrollHeight, behavior: "instant" });
}"""


def entry_of_the_menu(page: Page, name: str) -> Page:
    """Opens the menu where a phone hides it."""
    menu = page.get_by_test_id("stExpandSidebarButton")
    if menu.is_visible():
        menu.click()
    expect(page.get_by_role("link", name=name, exact=True)).to_be_in_viewport()
    return page


def by_click(person: Person, name: str) -> None:
    entry_of_the_menu(person.page, name).get_by_role("link", name=name, exact=True).click()
    person.rest()


def by_keyboard(person: Person, name: str) -> None:
    entry_of_the_menu(person.page, name).get_by_role("link", name=name, exact=True).focus()
    person.key("Enter")


WAYS = pytest.mark.parametrize("choose", [by_click, by_keyboard], ids=["click", "Enter"])
WIDTHS = pytest.mark.parametrize("width", [DESK, PHONE], ids=["desk", "phone"])
Choose = Callable[[Person, str], None]


@pytest.fixture
def sized(windows: Windows, workbook: Server, width: int) -> Person:
    return Person(windows(width=width), workbook.url)


def scrolled(person: Person) -> int:
    far: int = person.rest().page.evaluate(SCROLLED)
    return far


def scroll_down(person: Person) -> int:
    person.page.evaluate(TO_THE_END)
    return scrolled(person)


@WAYS
def test_the_current_entry_leads_from_an_open_interview_back_to_the_list(
    person: Person, workbook: Server, choose: Choose
) -> None:
    debriefed(workbook)
    person.visit(f"/journal?debrief={debriefed(workbook, company='Contoso')}")
    choose(person, "Journal")
    expect(person.page.get_by_role("heading", name="Journal", level=1)).to_be_visible()
    assert person.page.url == f"{workbook.url}/journal"


@WIDTHS
def test_the_current_entry_leads_from_the_middle_of_a_debrief_to_the_choice_with_the_draft_offered(
    sized: Person, workbook: Server
) -> None:
    sized.visit(f"/debrief?draft={begun(workbook, 'went').id}")
    sized.field("What went badly?").fill("I rambled, and then some")
    by_click(sized, "Debrief")
    expect(sized.page.get_by_role("heading", name="Which interview?")).to_be_in_viewport()
    expect(sized.page.get_by_text("Northwind")).to_be_visible()
    assert [draft["values"]["went_badly"] for draft in drafts(workbook.data)] == ["I rambled, and then some"]
    sized.press("Continue")
    expect(sized.field("What went badly?")).to_have_value("I rambled, and then some")


def test_the_current_entry_empties_the_search_of_the_list(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    debriefed(workbook, company="Contoso")
    person.visit("/journal").write("Search", "Contoso")
    expect(person.page.get_by_text("1 of 2 interviews")).to_be_visible()
    by_click(person, "Journal")
    expect(person.page.get_by_text("2 interviews", exact=True)).to_be_visible()
    expect(person.field("Search")).to_have_value("")


def test_the_current_entry_leads_out_of_a_sitting_and_stays_in_the_sample(person: Person, workbook: Server) -> None:
    person.visit("/practice?workbook=sample").key("b")
    expect(person.button("Show my best answer")).to_be_visible()
    by_click(person, "Practice")
    expect(person.page.get_by_role("heading", name="Practice", level=1)).to_be_visible()
    assert person.page.url == f"{workbook.url}/practice?workbook=sample"


def test_another_entry_still_leads_to_its_page_and_back_leads_back(person: Person, workbook: Server) -> None:
    interview_id = debriefed(workbook)
    person.visit(f"/journal?debrief={interview_id}")
    by_click(person, "Follow-up")
    expect(person.page).to_have_url(f"{workbook.url}/follow_up")
    person.page.go_back()
    expect(person.rest().page).to_have_url(f"{workbook.url}/journal?debrief={interview_id}")


@WIDTHS
def test_typing_does_not_scroll(sized: Person, workbook: Server) -> None:
    sized.page.set_viewport_size({"width": (sized.page.viewport_size or {})["width"], "height": 500})
    sized.visit("/debrief?new=debrief").write("Company", "Northwind").write("Role", "Analyst")
    far = scroll_down(sized)
    assert far > 100
    sized.pill("What type was it?", "Panel").click()
    assert abs(scrolled(sized) - far) < 60
    sized.visit(f"/debrief?draft={begun(workbook, 'next').id}")
    far = scroll_down(sized)
    sized.field("One thing to do differently").press_sequentially("One more word")
    sized.page.keyboard.press("Tab")
    assert abs(scrolled(sized) - far) < 60


@WIDTHS
def test_an_entry_opens_at_its_top_and_so_does_the_list_after_it(sized: Person, workbook: Server) -> None:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    sized.visit("/journal")
    assert scroll_down(sized) > 1000
    sized.page.get_by_test_id("stPageLink-NavLink").last.click()
    expect(sized.page.get_by_role("heading", name="Paperboat Theatre", level=1)).to_be_in_viewport()
    assert scrolled(sized) == 0
    scroll_down(sized)
    by_click(sized, "Journal")
    assert scrolled(sized) == 0


@WIDTHS
def test_what_was_done_and_its_undo_stay_in_sight_however_far_one_scrolls(sized: Person, workbook: Server) -> None:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    interview_id = debriefed(workbook)
    sized.visit(f"/journal?debrief={interview_id}").press("Delete").press("Yes, delete it")
    notice = sized.page.get_by_role("status").filter(has_text="The debrief is deleted.")
    expect(notice).to_be_in_viewport(ratio=1)
    assert scroll_down(sized) > 1000
    expect(notice).to_be_in_viewport(ratio=1)
    notice.get_by_role("button", name="Undo").click()
    sized.rest()
    assert interview_id in [row["id"] for row in rows(workbook.data, "interviews")]


@WIDTHS
def test_what_is_missing_is_an_alert_in_sight_at_the_foot_of_the_form(sized: Person, workbook: Server) -> None:
    sized.page.set_viewport_size({"width": (sized.page.viewport_size or {})["width"], "height": 500})
    sized.visit("/debrief?new=upcoming")
    scroll_down(sized)
    sized.press("Save")
    problem = sized.page.get_by_role("alert").filter(has_text="Still needed")
    expect(problem).to_have_count(1)
    expect(problem).to_be_in_viewport(ratio=1)


def test_a_message_can_be_closed(person: Person, workbook: Server) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}").press("Delete").press("Yes, delete it")
    person.press("Close")
    expect(person.page.get_by_text("The debrief is deleted.")).to_have_count(0)


@WIDTHS
def test_the_breadcrumbs_are_a_landmark_on_one_line_and_keys_lead_back(sized: Person, workbook: Server) -> None:
    company = "Donaudampfschifffahrtsgesellschaft Wien"
    sized.visit(f"/journal?debrief={debriefed(workbook, company=company)}&part=notes")
    crumbs = sized.page.get_by_role("navigation", name="Breadcrumbs")
    expect(crumbs.get_by_role("button")).to_have_count(2)
    assert (crumbs.bounding_box() or {"height": 99})["height"] < 40
    expect(crumbs.get_by_text("Edit")).to_be_in_viewport(ratio=1)
    crumbs.get_by_role("button", name="Journal").focus()
    sized.key("Enter")
    expect(sized.page.get_by_role("heading", name="Journal", level=1)).to_be_visible()
    expect(crumbs).to_have_count(0)


@WAYS
def test_the_menu_of_a_phone_closes_once_a_page_is_chosen(windows: Windows, workbook: Server, choose: Choose) -> None:
    person = Person(windows(width=PHONE), workbook.url).visit("/")
    choose(person, "Journal")
    expect(person.page.get_by_role("heading", name="Journal")).to_be_in_viewport()
    expect(person.page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
