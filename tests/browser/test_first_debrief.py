"""The first evening: an empty folder, a tired person, and a keyboard."""

from playwright.sync_api import expect

from tests.browser.person import SAVED, Person, drafts, rows
from tests.browser.server import Server

QUESTIONS = ("Why do you want to leave?", "Tell me about a project that went wrong", "What is a “fair” deadline?")
SKILLS = ("preparation", "clarity", "evidence", "composure", "my_questions")


def test_a_first_debrief_is_made_with_the_keyboard_alone_and_is_in_the_files(person: Person, workbook: Server) -> None:
    person.visit()
    person.tab_to("I just had one").key("Enter")
    which_one(person)
    want_it(person)
    what_they_asked(person)
    how_it_went(person)
    what_happens_next(person)
    expect(person.page.get_by_role("heading", name=SAVED)).to_be_visible()

    data = workbook.data
    (application,), (interview,) = rows(data, "applications"), rows(data, "interviews")
    assert (application["company"], application["role"]) == ("Zażółć & Søn", "Project coordinator")
    assert (interview["stage"], interview["state"], interview["interest_after"]) == ("recruiter_screen", "short", "2")
    assert (interview["held_at"][11:16], interview["reply_by"]) == ("00:15", "2026-11-27")
    assert (interview["went_well"], interview["forecast"]) == ("Calm, and short.\nNo rambling.", "20")
    assert (interview["energised_by"], interview["leaning"]) == ("They plan together", "go_on")
    asked = [(row["position"], row["text"], row["hard_order"], row["rating"]) for row in rows(data, "questions")]
    assert asked == [("1", QUESTIONS[0], "", ""), ("2", QUESTIONS[1], "1", ""), ("3", QUESTIONS[2], "", "")]
    assert [row["better_answer"] for row in rows(data, "questions")] == ["", "The migration, told from its end.", ""]
    assert [row["goal"] for row in rows(data, "goals")] == ["No more nights"]
    assert [row["answer"] for row in rows(data, "goal_answers")] == ["unsure"]
    assert {row["dimension"]: row["score"] for row in rows(data, "ratings")} == dict.fromkeys(SKILLS, "2")
    assert [row["name"] for row in rows(data, "people")] == ["Priya Raman"]
    assert [row["talked_about"] for row in rows(data, "conversations")] == ["billing"]
    assert [(row["what"], row["by"]) for row in rows(data, "promises")] == [("Send the link", "2026-11-24")]
    assert [row["then_do"] for row in rows(data, "plans")] == ["I give a range"]
    assert drafts(data) == []


def choose_second(person: Person, first: str) -> Person:
    """Takes the second of a few words, the first of which the focus comes to."""
    return person.tab_to(first).key("ArrowRight").key("Space")


def which_one(person: Person) -> None:
    person.tab_to("Company").type("Zażółć & Søn")
    person.tab_to("Role").type("Project coordinator")
    person.tab_to("hour").type("0015").rest()
    choose_second(person, "Phone call")
    person.tab_to("Next").key("Enter")


def want_it(person: Person) -> None:
    person.tab_to("0").key("ArrowRight").key("ArrowRight").key("Space")
    person.tab_to("What do you want from your next job?").type("No more nights")
    choose_second(person, "Yes")
    person.tab_to("Keep going").key("Space")
    person.tab_to("What excited you?").type("They plan together")
    person.tab_to("Next").key("Enter")


def what_they_asked(person: Person) -> None:
    person.tab_to("Write them from memory")
    for question in QUESTIONS:
        person.type(question).page.keyboard.press("Enter")
    person.page.keyboard.press("Tab")
    choose_second(person.rest(), "Why do you want to")
    person.tab_to(f"“{QUESTIONS[1]}”").type("The migration, told from its end.")
    person.tab_to("Next").key("Enter")


def how_it_went(person: Person) -> None:
    person.tab_to("What went well?").type("Calm, and short.").key("Enter").type("No rambling.")
    for _ in SKILLS:
        choose_second(person, "1")
    person.tab_to("0").key("ArrowRight").key("ArrowRight").key("Space")
    person.tab_to("Next").key("Enter")


def what_happens_next(person: Person) -> None:
    person.tab_to("add").key("Enter")
    person.tab_to("Who did you meet?").type("Priya Raman")
    person.tab_to("What did you talk about?").type("billing")
    person.tab_to("add").tab_to("add").key("Enter")
    person.tab_to("What did you promise?").type("Send the link")
    person.tab_to("day").type("24112026")
    person.tab_to("day").type("27112026")
    person.tab_to("One thing to do differently").type("If they ask about pay, then I give a range")
    person.tab_to("Save the debrief").key("Enter")
