"""What a person does from the page of one application."""

from playwright.sync_api import expect

from tests.browser.entries import debriefed
from tests.browser.person import Person, rows
from tests.browser.server import Server

POSTING = "You run two releases a year.\nClear writing matters."


def test_from_an_application_the_next_interview_is_added_and_the_posting_is_on_its_sheet(
    person: Person, workbook: Server
) -> None:
    debriefed(workbook)
    person.visit("/applications").page.get_by_role("link", name="Northwind").click()
    person.rest().press("Add the job posting").write("Paste the job posting", POSTING).press("Save")
    expect(person.page.get_by_text("Job posting")).to_be_visible()

    person.press("Add the next interview").page.get_by_role("spinbutton", name="day").first.click()
    person.type("27112026").tap("What type is it?", "Panel").press("Save")
    (coming,) = [row for row in rows(workbook.data, "interviews") if row["state"] == "scheduled"]
    assert rows(workbook.data, "applications")[0]["posting"] == POSTING

    person.visit(f"/?sheet={coming['id']}").page.get_by_text("From the posting").click()
    expect(person.page.get_by_text("Clear writing matters.")).to_be_visible()


def test_from_an_application_the_outcome_of_its_last_interview_is_recorded(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit(f"/applications?application={rows(workbook.data, 'applications')[0]['id']}").press(
        "Record the outcome"
    )
    person.tap("Outcome", "Rejected").press("Save")

    assert [row["outcome"] for row in rows(workbook.data, "interviews")] == ["rejected"]
    assert [row["status"] for row in rows(workbook.data, "applications")] == ["rejected"]


def test_a_posting_is_dropped_as_a_file_and_its_words_are_in_the_box(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit(f"/applications?application={rows(workbook.data, 'applications')[0]['id']}").press(
        "Add the job posting"
    )
    file = {"name": "job.html", "mimeType": "text/html", "buffer": b"<h1>Analyst</h1><script>x()</script><p>SQL</p>"}
    person.page.locator("input[type=file]").set_input_files([file])
    expect(person.rest().field("Paste the job posting")).to_have_value("Analyst\nSQL")
