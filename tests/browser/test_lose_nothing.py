"""Whatever the server has seen is offered again, where it was."""

import shutil

from playwright.sync_api import Page, expect

from tests.browser.entries import begun, debriefed
from tests.browser.person import Person, drafts
from tests.browser.server import Server


def reload(person: Person, server: Server) -> Person:
    return person.reload()


def go_to_another_page(person: Person, server: Server) -> Person:
    person.page.get_by_role("link", name="Progress").click()
    person.rest().page.get_by_role("link", name="Today").click()
    return person.rest().press("Continue")


def close_the_tab(person: Person, server: Server) -> Person:
    other = Person(person.page.context.new_page(), person.url)
    person.page.close()
    return other.visit().press("Continue")


def kill_the_server(person: Person, server: Server) -> Person:
    server.restart()
    return close_the_tab(person, server)


def turn_the_page(person: Person, server: Server) -> Person:
    return person.press("Back").press("Next")


def test_a_debrief_left_at_any_step_is_offered_again_where_it_was_with_all_its_answers(
    server: Server, page: Page
) -> None:
    """At each step it is left in another way, and at the end all that was answered is there."""
    person = Person(page, server.url).visit("/debrief?new=debrief")
    for heading, answer, see, leave in STEPS:
        answer(person)
        person = leave(person, server)
        expect(person.page.get_by_role("heading", name=heading)).to_be_visible()
        see(person)
        if heading != STEPS[-1][0]:
            person.press("Next")
    for _, _, see, _ in reversed(STEPS[:-1]):
        person.press("Back")
        see(person)


def answer_which_one(person: Person) -> None:
    person.write("Company", "Northwind").write("Role", "Data engineer").tap("What type was it?", "Panel")


def see_which_one(person: Person) -> None:
    expect(person.field("Company")).to_have_value("Northwind")
    expect(person.field("Role")).to_have_value("Data engineer")
    see_tapped(person, "What type was it?", "Panel")


def answer_do_you_want_it(person: Person) -> None:
    person.tap("How much do you want it?", "4").write("What do you want from", "No more nights")
    person.tap("Would this job bring it?", "Not sure").tap("What's your gut feeling?", "Keep going")
    person.write("What excited you?", "The team").write("What worried you?", "The pay")


def see_do_you_want_it(person: Person) -> None:
    see_tapped(person, "How much do you want it?", "4")
    see_tapped(person, "Would this job bring it?", "Not sure")
    see_tapped(person, "What's your gut feeling?", "Keep going")
    expect(person.field("What do you want from")).to_have_value("No more nights")
    expect(person.field("What excited you?")).to_have_value("The team")
    expect(person.field("What worried you?")).to_have_value("The pay")


def answer_what_they_asked(person: Person) -> None:
    person.write("Write them from memory", "Why us?\nAnd why now?")
    person.tap("Which were hard?", "And why now?").write("“And why now?”", "Because I am ready.")


def see_what_they_asked(person: Person) -> None:
    expect(person.field("Write them from memory")).to_have_value("Why us?\nAnd why now?")
    see_tapped(person, "Which were hard?", "And why now?")
    expect(person.field("“And why now?”")).to_have_value("Because I am ready.")


def answer_how_it_went(person: Person) -> None:
    person.write("What went well?", "Calm").write("What went badly?", "Rambled")
    person.tap("Preparation", "4").tap("How likely is a yes", "6")


def see_how_it_went(person: Person) -> None:
    expect(person.field("What went well?")).to_have_value("Calm")
    expect(person.field("What went badly?")).to_have_value("Rambled")
    see_tapped(person, "Preparation", "4")
    see_tapped(person, "How likely is a yes", "6")


def answer_what_happens_next(person: Person) -> None:
    person.add("people").write("Who did you meet?", "Priya Raman").write("What did you talk about?", "billing")
    person.add("promises").write("What did you promise?", "Send the link").key("Escape")  # the calendar that Tab opens
    person.tap("What's the next step?", "Their decision").write("Anything you forgot", "On-call")


def see_what_happens_next(person: Person) -> None:
    expect(person.field("Who did you meet?")).to_have_value("Priya Raman")
    expect(person.field("What did you talk about?")).to_have_value("billing")
    expect(person.field("What did you promise?")).to_have_value("Send the link")
    see_tapped(person, "What's the next step?", "Their decision")
    expect(person.field("Anything you forgot")).to_have_value("On-call")


def see_tapped(person: Person, group: str, word: str) -> None:
    expect(person.pill(group, word)).to_have_attribute("data-selected", "true")


STEPS = (
    ("Which interview was it?", answer_which_one, see_which_one, reload),
    ("Do you want this job?", answer_do_you_want_it, see_do_you_want_it, go_to_another_page),
    ("What did they ask?", answer_what_they_asked, see_what_they_asked, close_the_tab),
    ("How did it go?", answer_how_it_went, see_how_it_went, kill_the_server),
    ("What happens next?", answer_what_happens_next, see_what_happens_next, turn_the_page),
)
"""Each step by its heading: what is answered, what must be there again, and how it is left."""


def test_words_written_in_a_tab_left_open_are_kept_by_the_server_that_came_back(server: Server, page: Page) -> None:
    person = Person(page, server.url).visit(f"/debrief?draft={begun(server).id}")
    person.write("Anything you forgot", "The weekends")
    server.restart()
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_visible()
    person.write("One thing to do differently", "If asked why, then two sentences")
    expect(person.field("Anything you forgot")).to_have_value("The weekends")
    expect(person.field("One thing to do differently")).to_have_value("If asked why, then two sentences")
    (draft,) = drafts(server.data)
    assert draft["values"]["unsaid"] == "The weekends"
    assert draft["values"]["new_plan"] == "If asked why, then two sentences"


def test_a_correction_left_in_the_middle_is_offered_again(person: Person, workbook: Server) -> None:
    interview_id = debriefed(workbook)
    person.visit(f"/journal?debrief={interview_id}&part=notes").write("What went well?", "Calmer than I thought")
    person.load().press("Continue")
    expect(person.field("What went well?")).to_have_value("Calmer than I thought")


def test_several_debriefs_can_wait(person: Person) -> None:
    for company in ("Northwind", "Contoso"):
        person.load("/debrief?new=debrief").write("Company", company)
    person.load()
    expect(person.button("Continue")).to_have_count(2)
    for company in ("Northwind", "Contoso"):
        expect(person.page.get_by_text(company)).to_be_visible()


def test_words_are_kept_while_the_cursor_is_still_in_their_box(person: Person, workbook: Server) -> None:
    draft = begun(workbook, "asked", asked="", hard=[])
    box = person.visit(f"/debrief?draft={draft.id}").field("Write them from memory")
    box.press_sequentially("Why leave?")
    expect(person.pill("Which were hard?", "Why leave?")).to_be_visible()
    box.press_sequentially(" And when?")
    expect(box).to_have_value("Why leave? And when?")
    expect(person.pill("Which were hard?", "Why leave? And when?")).to_be_visible()
    assert person.focused().startswith("Write them from memory")
    expect(person.reload().field("Write them from memory")).to_have_value("Why leave? And when?")


def test_the_words_of_someone_who_types_on_and_on_are_kept_on_the_way(person: Person, workbook: Server) -> None:
    begun(workbook, "went")
    words = "What a long answer that was, and how little of it I remember by now. " * 2
    box = person.visit().press("Continue").field("What went well?")
    box.fill("")
    box.press_sequentially(words, delay=40)
    kept = [draft["values"]["went_well"] for draft in drafts(workbook.data)]
    assert len(kept) == 1
    assert len(kept[0]) > len(words) // 4
    assert words.startswith(kept[0])
    expect(box).to_have_value(words)


def test_a_save_that_the_disk_refuses_is_shown_on_the_page_and_nothing_typed_is_lost(
    person: Person, workbook: Server
) -> None:
    person.visit("/settings")
    notes = workbook.data / ".afterword"
    shutil.rmtree(notes, ignore_errors=True)
    notes.write_text("in the way of the record of a save", "utf-8")
    person.write("Email signature", "Kim Petersen")
    expect(person.page.get_by_role("heading", name="Settings", level=1)).to_be_visible()
    expect(person.page.get_by_role("alert").filter(has_text="not a directory").first).to_be_visible()
    expect(person.field("Email signature")).to_have_value("Kim Petersen")
    notes.unlink()
    person.write("Email signature", "Kim B. Petersen")
    expect(person.page.get_by_role("alert")).to_have_count(0)
    assert "Kim B. Petersen" in (workbook.data / "settings.csv").read_text("utf-8")
