"""Arriving: LinkedIn's archive and the person's own table, imported, undone, and imported again."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests.browser.chromium import settled
from tests.browser.person import Person, rows
from tests.browser.server import Server
from tests.exchange.importing import samples

OWN = "Employer;Position;Applied;Status\nMeridian;Analyst;03/04/2026;rejected\nOakline;Lead;05/06/2026;Applied\n"
BROUGHT = {"applications": 6, "people": 2, "activity": 6}


def choose(page: Page) -> None:
    files = [
        {"name": "Basic_LinkedIn.zip", "mimeType": "application/zip", "buffer": samples.linkedin()},
        {"name": "mine.csv", "mimeType": "text/csv", "buffer": OWN.encode()},
    ]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(files)  # type: ignore[arg-type]
    expect(page.get_by_text(re.compile("Which days are 03.04.2026 and 05.06.2026 in"))).to_be_visible()
    settled(page)


def counts(server: Server) -> dict[str, int]:
    return {name: number for name in BROUGHT if (number := len(rows(server.data, name)))}


def test_an_archive_and_a_table_of_my_own_come_in_are_taken_back_and_come_in_again(
    person: Person, workbook: Server
) -> None:
    page = person.visit("/data?view=in").page
    for _ in range(2):
        choose(page)
        expect(person.button("Bring it in")).to_have_count(0)
        page.get_by_text("3 Apr 2026 and 5 Jun 2026").click()
        expect(page.get_by_text(re.compile("9 of 12 rows come in, 3 are left out"))).to_be_visible()
        assert counts(workbook) == {}

        person.button("Bring it in").dblclick()
        expect(page.get_by_text(re.compile("Brought in:. 6 applications, 2 people, 6 dated steps"))).to_be_visible()
        person.rest()
        assert counts(workbook) == BROUGHT
        person.press("Undo")
        expect(page.get_by_text(re.compile("Undone:. Import:. 6 applications"))).to_be_visible()
        assert counts(workbook) == {}


def test_a_pasted_table_and_an_excel_file_come_in(person: Person, workbook: Server) -> None:
    page = person.visit("/data?view=in").page
    box = page.get_by_role("textbox", name="Paste a table")
    box.fill("Company\tRole\tApplied\nQuill\tAnalyst\t1 Sep 2026\nTessera\tLead\n")
    box.press("Control+Enter")
    expect(page.get_by_text("2 of 2 rows come in.")).to_be_visible()
    person.press("Bring it in")
    expect(page.get_by_text(re.compile("Brought in:. 2 applications"))).to_be_visible()
    expect(box).to_have_value("")

    jobs = [["Company", "Interview date", "Interviewer"], ["Quill", date(2026, 9, 10), "Ann Bo, CTO"]]
    file = {"name": "log.xlsx", "mimeType": "", "buffer": samples.xlsx({"Log": samples.sheet_rows(jobs)})}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([file])  # type: ignore[list-item]
    expect(page.get_by_text("1 of 1 row comes in.")).to_be_visible()
    person.press("Bring it in")
    expect(page.get_by_text(re.compile("Brought in:. 1 interview, 1 person"))).to_be_visible()
    person.rest()

    assert [row["title"] for row in rows(workbook.data, "people")] == ["CTO"]
    assert [row["held_at"] for row in rows(workbook.data, "interviews")] == ["2026-09-10"]
