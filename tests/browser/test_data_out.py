"""What is taken out, as it arrives: the report and its copy on paper, and a backup that brings a debrief back."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.entries import debriefed, store_of
from tests.browser.person import Person, rows
from tests.browser.server import ROOT, Server

A4 = (595, 842)
"""Points."""


def saved(person: Person, button: str, to: Path) -> Path:
    with person.page.expect_download() as download:
        person.button(button).click()
    download.value.save_as(to)
    return to


@contextmanager
def opened(browser: Browser, file: Path) -> Iterator[Page]:
    """The file in a browser without a network, in which it may run and ask for nothing."""
    context = browser.new_context(offline=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    try:
        yield page
        assert asked == [file.as_uri()]
        assert complaints == []
    finally:
        context.close()


def printed(page: Page, to: Path) -> int:
    """Prints it as Chromium does, and returns the number of its pages, each of which is A4."""
    page.pdf(path=to, prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", to.read_bytes())
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {A4}
    return len(boxes)


def test_the_report_and_its_copy_print_on_a4_with_every_chart_whole(
    person: Person, workbook: Server, browser: Browser, tmp_path: Path
) -> None:
    for path in (ROOT / "data" / "sample").glob("*.csv"):
        shutil.copy(path, workbook.data)
    person.visit("/data?view=out")
    report = saved(person, "Save the report", tmp_path / "report.html")
    person.page.get_by_text("Make a copy for a coach or a friend").click()
    copy = saved(person, "Save the copy", tmp_path / "copy.html")
    companies = {entry.company for entry in store_of(workbook).load().workbook.applications}
    for file, names_companies in ((report, True), (copy, False)):
        with opened(browser, file) as page:
            assert any(name in page.inner_text("body") for name in companies) is names_companies
            assert 3 < printed(page, tmp_path / f"{file.stem}.pdf") < 20
            page.emulate_media(media="print")
            page.set_viewport_size({"width": 673, "height": 900})  # what A4 leaves between its margins, in pixels
            heights = [figure.bounding_box() for figure in page.locator("figure").all()]
            assert heights
            assert max(box["height"] for box in heights if box) < 990  # what a page holds
            assert page.evaluate("document.documentElement.scrollWidth") <= 673


def test_a_backup_from_before_brings_a_deleted_debrief_back(person: Person, workbook: Server, tmp_path: Path) -> None:
    interview_id = debriefed(workbook)
    debriefed(workbook, company="Contoso")
    before = {name: rows(workbook.data, name) for name in ("interviews", "questions")}
    person.visit("/data?view=backups")
    backup = saved(person, "Save a backup", tmp_path / "backup.zip")
    person.visit(f"/journal?debrief={interview_id}").press("Delete").press("Yes, delete it")
    assert len(rows(workbook.data, "interviews")) == 1
    person.visit("/data?view=backups")
    person.page.locator("input[type=file]").set_input_files(backup)
    expect(person.page.get_by_text("1 interview comes back")).to_be_visible()
    person.rest().press("Restore it")
    expect(person.page.locator(".st-key-notice")).to_be_visible()
    assert {name: rows(workbook.data, name) for name in before} == before
    person.press("Undo")
    assert len(rows(workbook.data, "interviews")) == 1


PASSPHRASE = "vier fünf sechs Äpfel"


def test_a_locked_backup_is_saved_and_opens_with_its_passphrase_only(
    person: Person, workbook: Server, tmp_path: Path
) -> None:
    interview_id = debriefed(workbook)
    before = rows(workbook.data, "interviews")
    person.visit("/data?view=backups")
    page = person.page
    page.get_by_text("Lock a backup with a passphrase").click()
    page.get_by_label("Passphrase, at least 12 characters").fill(PASSPHRASE)
    page.get_by_label("Passphrase again").fill(PASSPHRASE)
    person.press("Lock a backup")
    backup = saved(person, "Save the locked backup", tmp_path / "locked.zip")
    person.visit(f"/journal?debrief={interview_id}").press("Delete").press("Yes, delete it")

    person.visit("/data?view=backups")
    page.locator("input[type=file]").set_input_files(backup)
    for passphrase in (PASSPHRASE.upper(), PASSPHRASE):
        page.get_by_label("Its passphrase").fill(passphrase)
        person.press("Open the backup")
        wrong = page.get_by_text("This passphrase doesn't open the backup")
        expect(wrong).to_be_visible(visible=passphrase != PASSPHRASE)
    expect(page.get_by_text("1 interview comes back")).to_be_visible()
    person.rest().press("Restore it")
    expect(page.locator(".st-key-notice")).to_be_visible()
    assert rows(workbook.data, "interviews") == before

    kept = [path for folder in (workbook.data, workbook.home) for path in folder.rglob("*") if path.is_file()]
    assert not [path for path in kept if PASSPHRASE.encode() in path.read_bytes()]
    assert PASSPHRASE not in workbook.output()


@pytest.mark.parametrize("way", ["fill", "keys and Tab", "keys and Enter"])
def test_each_press_empties_both_passphrases_and_keeps_the_backup_that_was_made(
    person: Person, workbook: Server, way: str
) -> None:
    debriefed(workbook)
    page = person.visit("/data?view=backups").page
    page.get_by_text("Lock a backup with a passphrase").click()
    fields = [page.get_by_label(label) for label in ("Passphrase, at least 12 characters", "Passphrase again")]
    told = {
        "refused": page.get_by_text("The two passphrases aren't the same."),
        "locked": page.get_by_text("Locked. Now save it:"),
    }

    def lock(passphrase: str, again: str) -> None:
        if way == "fill":
            for field, words in zip(fields, (passphrase, again), strict=True):
                field.fill(words)
            person.press("Lock a backup")
            return
        fields[0].click()
        person.type(passphrase)
        page.keyboard.press("Tab")
        assert person.focused().startswith("Show password") or person.focused() == "Passphrase again"
        if person.focused() != "Passphrase again":
            page.keyboard.press("Tab")
        person.type(again)
        if way == "keys and Tab":
            person.tab_to("Lock a backup")
        person.key("Enter")

    for again, shown in (("not the same words", "refused"), (PASSPHRASE, "locked"), ("not the same words", "refused")):
        lock(PASSPHRASE, again)
        expect(told[shown]).to_be_visible()
        for field in fields:
            expect(field).to_have_value("")
    expect(told["locked"]).to_be_visible()
    expect(person.button("Save the locked backup")).to_be_visible()


def test_the_table_for_excel_is_two_clicks_from_today_and_the_five_links_fit_one_screen(
    person: Person, workbook: Server, tmp_path: Path
) -> None:
    debriefed(workbook)
    person.visit()
    person.page.get_by_role("link", name="Your data").click()
    person.rest()
    links = ("Import", "Export", "See the backups", "Check the files", "Move or erase")
    bottoms = [box["y"] + box["height"] for name in links if (box := person.button(name).bounding_box())]
    assert len(bottoms) == len(links)
    assert max(bottoms) < 800

    table = saved(person, "Open in Excel", tmp_path / "interviews.csv").read_text("utf-8-sig")
    assert len(table.splitlines()) == 2
    assert "Northwind" in table

    person.tab_to("Check the files").key("Enter")
    expect(person.page.get_by_role("heading", name="Check")).to_be_visible()
    person.press("Your data")
    expect(person.page.get_by_role("heading", name="Your data")).to_be_visible()
