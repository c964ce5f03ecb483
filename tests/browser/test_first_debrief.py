"""The first evening: an empty folder, a tired person, and a keyboard."""

from playwright.sync_api import expect

from tests.browser.person import Person, drafts, rows
from tests.browser.server import Server

QUESTIONS = ("Why do you want to leave?", "Tell me about a project that went wrong", "What is a “fair” deadline?")


def test_a_first_debrief_is_made_with_the_keyboard_alone_and_lies_in_csv(person: Person, workbook: Server) -> None:
    person.visit()
    person.tab_to("Debrief an interview").key("Enter")
    which_one(person)
    what_they_asked(person)
    what_now(person)
    expect(person.page.get_by_text("Your debrief is saved.")).to_be_visible()

    data = workbook.data
    (application,), (interview,) = rows(data, "applications"), rows(data, "interviews")
    assert (application["company"], application["role"]) == ("Zażółć & Søn", "Data engineer")
    assert (interview["stage"], interview["state"], interview["interest_after"]) == ("hiring_manager", "short", "2")
    assert interview["held_at"][11:16] == "00:15"
    assert (interview["went_well"], interview["forecast"]) == ("Calm, and short.\nNo rambling.", "60")
    asked = [(row["position"], row["text"], row["hard_order"], row["rating"]) for row in rows(data, "questions")]
    assert asked == [("1", QUESTIONS[0], "", ""), ("2", QUESTIONS[1], "1", ""), ("3", QUESTIONS[2], "", "")]
    assert [row["better_answer"] for row in rows(data, "questions")] == ["", "The migration, told from its end.", ""]
    assert [row["name"] for row in rows(data, "people")] == ["Priya Raman"]
    assert [row["talked_about"] for row in rows(data, "conversations")] == ["billing"]
    assert [row["what"] for row in rows(data, "promises")] == ["Send the link"]
    assert drafts(data) == []


def which_one(person: Person) -> None:
    person.tab_to("Company").type("Zażółć & Søn")
    person.tab_to("Role").type("Data engineer")
    person.tab_to("hour").type("0015").rest()
    person.tab_to("Recruiter screen").key("ArrowRight").key("Space")
    person.tab_to("0").key("ArrowRight").key("ArrowRight").key("Space")
    person.tab_to("Next").key("Enter")


def what_they_asked(person: Person) -> None:
    person.tab_to("From memory")
    for question in QUESTIONS:
        person.type(question).page.keyboard.press("Enter")
    person.page.keyboard.press("Tab")
    person.rest().tab_to(QUESTIONS[0]).key("ArrowRight").key("Space")
    person.tab_to(f"“{QUESTIONS[1]}”").type("The migration, told from its end.")
    person.tab_to("What went well?").type("Calm, and short.").key("Enter").type("No rambling.")
    person.tab_to("Next").key("Enter")


def what_now(person: Person) -> None:
    person.tab_to("Name").type("Priya Raman")
    person.tab_to("What you two talked about").type("billing")
    person.tab_to("What did you promise").type("Send the link")
    person.tab_to("How likely").type("60")
    person.tab_to("Save the debrief").key("Enter")
