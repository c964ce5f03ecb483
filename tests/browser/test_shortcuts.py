"""The keyboard shortcuts: shown on hover, listed in one overlay, and out of the way of whoever types."""

from playwright.sync_api import expect

from tests.browser.person import Person


def test_a_question_mark_opens_and_closes_the_list_of_shortcuts(person: Person) -> None:
    shortcuts = person.visit().page.get_by_role("dialog", name="Keyboard shortcuts")

    person.key("?")
    expect(shortcuts.get_by_text("Debrief an interview")).to_be_visible()
    person.key("?")
    expect(shortcuts).to_have_count(0)

    person.press("Keyboard shortcuts")
    expect(shortcuts).to_be_visible()
    person.key("Escape")
    expect(shortcuts).to_have_count(0)


def test_a_question_mark_in_a_field_is_typed(person: Person) -> None:
    field = person.visit("/debrief?new=debrief").field("Company")
    field.press("?")
    expect(field).to_have_value("?")
    expect(person.rest().page.get_by_role("dialog")).to_have_count(0)


def test_a_button_shows_its_key_on_hover_only(person: Person) -> None:
    button = person.visit().button("I just had one")
    expect(button.locator("kbd")).to_be_hidden()
    button.hover()
    expect(button).to_have_attribute("title", "Shortcut: D")
