"""Whatever the server has seen is offered again, where it was."""

import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.entries import begun, debriefed
from tests.browser.person import Person, drafts
from tests.browser.server import Server


def reload(person: Person, server: Server) -> Person:
    return person.reload()


def close_the_tab(person: Person, server: Server) -> Person:
    other = Person(person.page.context.new_page(), person.url)
    person.page.close()
    return other.visit().press("Continue")


def kill_the_server(person: Person, server: Server) -> Person:
    server.restart()
    other = Person(person.page.context.new_page(), person.url)
    person.page.close()
    return other.visit().press("Continue")


def go_to_another_page(person: Person, server: Server) -> Person:
    person.page.get_by_role("link", name="Progress").click()
    person.rest().page.get_by_role("link", name="Today").click()
    return person.rest().press("Continue")


WAYS = [reload, close_the_tab, kill_the_server, go_to_another_page]


@pytest.mark.parametrize("leave", WAYS, ids=lambda way: way.__name__)
def test_a_debrief_left_in_the_middle_is_offered_again_where_it_was(
    server: Server, page: Page, leave: Callable[[Person, Server], Person]
) -> None:
    person = Person(page, server.url).visit("/debrief?new=debrief")
    answer_which_one(person)
    person.press("Next")
    answer_what_they_asked(person)
    person = leave(person, server)
    see_what_they_asked(person)
    person.press("Back")
    see_which_one(person)


def answer_which_one(person: Person) -> None:
    person.write("Company", "Northwind").write("Role", "Data engineer")
    person.tap("Which kind", "Panel").tap("How much", "4")


def answer_what_they_asked(person: Person) -> None:
    person.write("From memory", "Why us?\nAnd why now?")
    person.tap("Tap the hard ones", "And why now?")
    person.write("“And why now?”", "Because I am ready.")
    person.write("What went well?", "Calm").write("What went badly?", "Rambled").write("What did you leave", "On-call")


def see_what_they_asked(person: Person) -> None:
    expect(person.page.get_by_role("heading", name="What did they ask?")).to_be_visible()
    expect(person.field("From memory")).to_have_value("Why us?\nAnd why now?")
    expect(person.pill("Tap the hard ones", "And why now?")).to_have_attribute("data-selected", "true")
    expect(person.field("“And why now?”")).to_have_value("Because I am ready.")
    expect(person.field("What went well?")).to_have_value("Calm")
    expect(person.field("What went badly?")).to_have_value("Rambled")
    expect(person.field("What did you leave")).to_have_value("On-call")


def see_which_one(person: Person) -> None:
    expect(person.field("Company")).to_have_value("Northwind")
    expect(person.field("Role")).to_have_value("Data engineer")
    expect(person.pill("Which kind", "Panel")).to_have_attribute("data-selected", "true")
    expect(person.pill("How much", "4")).to_have_attribute("data-selected", "true")


def test_words_written_in_a_tab_left_open_are_kept_by_the_server_that_came_back(server: Server, page: Page) -> None:
    person = Person(page, server.url).visit(f"/debrief?draft={begun(server).id}")
    person.write("What did you promise", "Send the link")
    server.restart()
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_visible()
    person.write("One plan for next time", "If asked why, then two sentences")
    expect(person.field("What did you promise")).to_have_value("Send the link")
    expect(person.field("One plan for next time")).to_have_value("If asked why, then two sentences")
    (draft,) = drafts(server.data)
    assert draft["values"]["promise"] == "Send the link"
    assert draft["values"]["new_plan"] == "If asked why, then two sentences"


def test_the_last_screen_is_offered_again_with_all_of_its_answers(person: Person, workbook: Server) -> None:
    person.visit(f"/debrief?draft={begun(workbook).id}")
    person.write("Name", "Priya Raman", exact=True).write("What you two talked about", "billing")
    person.tap("Which next step", "They decide").write("What did you promise", "Send the link")
    person.reload()
    expect(person.field("Name", exact=True).first).to_have_value("Priya Raman")
    expect(person.field("What you two talked about").first).to_have_value("billing")
    expect(person.pill("Which next step", "They decide")).to_have_attribute("data-selected", "true")
    expect(person.field("What did you promise")).to_have_value("Send the link")
    expect(person.page.get_by_role("spinbutton", name="How likely")).to_have_value("60")


def test_a_correction_left_in_the_middle_is_offered_again(person: Person, workbook: Server) -> None:
    interview_id = debriefed(workbook)
    person.visit(f"/journal?debrief={interview_id}&part=notes").write("What went well?", "Calmer than I thought")
    person.visit().press("Continue")
    expect(person.field("What went well?")).to_have_value("Calmer than I thought")


def test_several_debriefs_can_wait(person: Person) -> None:
    for company in ("Northwind", "Contoso"):
        person.visit("/debrief?new=debrief").write("Company", company)
    person.visit()
    expect(person.button("Continue")).to_have_count(2)
    for company in ("Northwind", "Contoso"):
        expect(person.page.get_by_text(company)).to_be_visible()


def test_words_are_kept_while_the_cursor_is_still_in_their_box(person: Person, workbook: Server) -> None:
    draft = begun(workbook, "asked", asked="", hard=[])
    box = person.visit(f"/debrief?draft={draft.id}").field("From memory")
    box.press_sequentially("Why do you want to leave?")
    expect(person.pill("Tap the hard ones", "Why do you want to leave?")).to_be_visible()
    box.press_sequentially(" And when?")
    expect(box).to_have_value("Why do you want to leave? And when?")
    expect(person.pill("Tap the hard ones", "Why do you want to leave? And when?")).to_be_visible()
    assert person.focused().startswith("From memory")
    expect(person.reload().field("From memory")).to_have_value("Why do you want to leave? And when?")


def test_the_words_of_someone_who_types_on_and_on_are_kept_on_the_way(person: Person, workbook: Server) -> None:
    begun(workbook, "asked")
    words = "What a long answer that was, and how little of it I remember by now. " * 2
    box = person.visit().press("Continue").field("What went well?")
    box.fill("")
    box.press_sequentially(words, delay=40)
    kept = [draft["values"]["went_well"] for draft in drafts(workbook.data)]
    assert len(kept) == 1
    assert len(kept[0]) > len(words) // 4
    assert words.startswith(kept[0])
    expect(box).to_have_value(words)


def test_a_save_that_the_disk_refuses_is_said_on_the_page_and_nothing_typed_is_lost(
    person: Person, workbook: Server
) -> None:
    person.visit("/settings")
    notes = workbook.data / ".afterword"
    shutil.rmtree(notes, ignore_errors=True)
    notes.write_text("in the way of the record of a save", "utf-8")
    person.write("Email signature", "Kim Petersen")
    expect(person.page.get_by_role("heading", name="Settings", level=1)).to_be_visible()
    expect(person.page.get_by_role("alert")).to_contain_text("not a directory")
    expect(person.field("Email signature")).to_have_value("Kim Petersen")
    notes.unlink()
    person.write("Email signature", "Kim B. Petersen")
    expect(person.page.get_by_role("alert")).to_have_count(0)
    assert "Kim B. Petersen" in (workbook.data / "settings.csv").read_text("utf-8")
