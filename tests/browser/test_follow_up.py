"""From one saved debrief to thanks, follow-up and the calendar."""

from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Locator, expect

from lib.records.interview import Interview
from lib.workflows.entries.calendar import calendar_of
from tests.browser.entries import expected, store_of
from tests.browser.person import Person, drafts, rows
from tests.browser.server import Server
from tests.chance import CHANCE
from tests.workflows.owed import TOPICS, later, met_three


def debrief(server: Server, **answers: str) -> Interview:
    """A saved debrief of this afternoon, with three people met."""
    return met_three(store_of(server), seed=CHANCE.randrange(1 << 30), **answers)


def card(person: Person, title: str) -> Locator:
    return person.page.locator("[class*='st-key-task_tk-']").filter(has_text=title)


def opened(person: Person, title: str) -> Person:
    """The message of one task."""
    person.visit("/follow_up")
    card(person, title).get_by_role("button", name="Write it").click()
    return person.rest()


def boxed(person: Person) -> Person:
    """The open message in its box, to be edited."""
    edit = person.button("Edit")
    if edit.count():
        edit.click()
    return person.rest()


def words(person: Person) -> str:
    return boxed(person).field("Message").input_value()


def test_three_people_get_three_drafts_a_form_letter_is_flagged_and_one_is_sent(
    person: Person, workbook: Server
) -> None:
    debrief(workbook)
    first = {name: words(opened(person, f"Thank {name}")) for name in TOPICS}
    assert all(topic in first[name] for name, topic in TOPICS.items())
    assert len(set(first.values())) == 3

    boxed(opened(person, "Thank Ben Lindqvist")).write("Message", f"{first['Ben Lindqvist']}\n\nP.S. The joins again.")
    opened(person, "Thank Priya Raman")
    findings = person.page.locator(".st-key-findings")
    expect(findings).to_have_count(0)
    boxed(person).write("Message", first["Ben Lindqvist"].replace("Ben", "Priya"))
    expect(findings.get_by_text("To Ben Lindqvist", exact=True)).to_be_visible()
    expect(findings.locator("strong").filter(has_text="warehouse")).to_have_count(2)

    person.write("Message", first["Priya Raman"]).press("Mark as sent")
    expect(person.page.locator(".st-key-notice")).to_be_visible()
    expect(card(person, "Thank Priya Raman")).to_have_count(0)
    (sent,) = rows(workbook.data, "tasks")
    assert (sent["kind"], sent["status"], sent["channel"]) == ("thank_you", "done", "email")
    assert sent["body"] == first["Priya Raman"].strip()
    assert [draft["values"]["to"] for draft in drafts(workbook.data)] == ["Ben Lindqvist"]


def test_a_message_is_written_and_sent_with_the_keyboard_alone(person: Person, workbook: Server) -> None:
    debrief(workbook)
    person.visit("/follow_up").tab_to("Write it").key("Enter")
    person.tab_to("Edit").key("Enter")
    person.tab_to("Message").key("Control+End").type(" And I hope the new warehouse holds.")
    person.tab_to("Mark as sent").key("Enter")
    expect(person.page.locator(".st-key-notice")).to_be_visible()
    (sent,) = rows(workbook.data, "tasks")
    assert (sent["kind"], sent["status"]) == ("thank_you", "done")
    assert sent["body"].endswith("And I hope the new warehouse holds.")


def test_copy_copies_the_letter_and_confirms_it(person: Person, workbook: Server) -> None:
    debrief(workbook)
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=workbook.url)
    letter = words(opened(person, "Thank Priya Raman"))
    person.button("Copy").click()
    expect(person.page.get_by_text("Copied", exact=True)).to_be_visible()
    assert person.page.evaluate("navigator.clipboard.readText()") == letter
    person.page.context.clear_permissions()


def test_where_the_browser_refuses_the_clipboard_the_letter_is_there_selected(person: Person, workbook: Server) -> None:
    debrief(workbook)
    letter = words(opened(person, "Thank Priya Raman"))
    person.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    person.button("Copy").click()
    box = person.field("The text to copy")
    expect(box).to_have_value(letter)
    expect(person.page.get_by_text("Your browser didn't allow it.")).to_be_visible()
    assert box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == letter


def test_one_click_fixes_the_letter_and_my_template_begins_the_next_one(person: Person, workbook: Server) -> None:
    debrief(workbook, **{"people.pe-1.talked_about": "the email team and her start there"})
    opened(person, "Thank Priya Raman")
    letter = person.page.locator(".st-key-letter")
    expect(letter).to_contain_text("the email team and her start there")
    person.press("Change to “your”")
    expect(letter).to_contain_text("the email team and your start there")

    boxed(person).write("Message", "Dear Priya,\n\nThanks for your start as an email rep!\n\nGrace Moreno")
    person.page.get_by_text("Keep as my template").click()
    person.write("Text", "{greeting},\n\nIt was fun to hear about {topic} at {company}.\n\n{signature}")
    person.press("Save as my template")
    opened(person, "Thank Ben Lindqvist")
    expect(letter).to_contain_text(f"It was fun to hear about {TOPICS['Ben Lindqvist']} at Northwind.")


def test_to_whom_is_above_the_letters_buttons_and_mark_as_sent_in_sight_whatever_there_is_to_check(
    person: Person, workbook: Server
) -> None:
    debrief(workbook)
    person.page.set_viewport_size({"width": 1280, "height": 800})
    boxed(opened(person, "Thank Priya Raman")).write("Message", "Dear Ben,\n\n" + "[one] [two] more\n\n" * 12)
    person.press("Show as it will be read")
    expect(person.page.locator(".st-key-findings")).to_have_count(1)
    for row in ("finding_0", "finding_26"):
        person.page.locator(f".st-key-{row}").scroll_into_view_if_needed()
        expect(person.button("Mark as sent")).to_be_in_viewport(ratio=1)

    person.page.set_viewport_size({"width": 390, "height": 844})
    to, edit = (
        person.page.get_by_text("To Priya Raman", exact=True).bounding_box(),
        person.button("Edit").bounding_box(),
    )
    assert to
    assert edit
    assert to["y"] < edit["y"]


def test_what_was_done_is_shown_within_sight_and_can_be_undone_there(person: Person, workbook: Server) -> None:
    debrief(workbook)
    person.page.set_viewport_size({"width": 1280, "height": 500})
    person.visit("/follow_up")
    last = person.page.get_by_role("button", name="More").last
    last.scroll_into_view_if_needed()
    last.click()
    person.rest().page.get_by_role("button", name="Dismiss").last.click()
    person.rest()
    expect(person.button("Undo")).to_be_in_viewport()


def sequences(calendar: bytes) -> dict[str, int]:
    """The events of a calendar file by their UID, with their sequence numbers."""
    events = [(str(event["UID"]), int(event["SEQUENCE"])) for event in Calendar.from_ical(calendar).walk("VEVENT")]
    assert len(dict(events)) == len(events)
    return dict(events)


def test_the_calendar_file_made_again_later_updates_the_same_events(person: Person, workbook: Server) -> None:
    debrief(workbook, reply_by="2026-11-27")
    expected(workbook, "2026-11-25")
    person.visit("/follow_up").page.get_by_text("Add to calendar").click()
    with person.page.expect_download() as download:
        person.rest().button("Save the calendar file").click()
    early = sequences(Path(download.value.path()).read_bytes())
    store = store_of(workbook)
    late = sequences(calendar_of(store.load().workbook, store.drafts.list(), later(minutes=30)))
    assert early.keys() == late.keys()
    assert len(early) >= 5
    assert all(late[uid] > early[uid] for uid in early)
