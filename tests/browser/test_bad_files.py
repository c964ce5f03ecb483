"""Files that were edited badly, and a folder that takes nothing: a clear sentence, and what was typed stays."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.entries import begun, debriefed
from tests.browser.person import SAVED, Person, drafts, rows
from tests.browser.server import Server

PLAN, WORDS = "One thing to do differently", "If they ask why, then I say it in two sentences"


def with_semicolons(path: Path) -> None:
    path.write_text(path.read_text("utf-8-sig").replace('","', '";"'), "utf-8")


def test_a_file_with_semicolons_makes_the_workbook_read_only_and_reports_it(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    with_semicolons(workbook.data / "interviews.csv")
    person.visit("/journal")
    expect(person.page.get_by_text("Read-only for now.")).to_be_visible()
    expect(person.page.get_by_role("alert").get_by_text("interviews.csv").first).to_be_visible()


def test_words_typed_before_a_file_broke_stay_when_saving_fails(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit(f"/debrief?draft={begun(workbook).id}")
    with_semicolons(workbook.data / "interviews.csv")
    broken = (workbook.data / "interviews.csv").read_bytes()
    person.write(PLAN, WORDS).press("Save the debrief")
    expect(person.page.get_by_role("alert").filter(has_text="kept").first).to_be_visible()
    expect(person.field(PLAN)).to_have_value(WORDS)
    assert (workbook.data / "interviews.csv").read_bytes() == broken
    assert [draft["values"]["new_plan"] for draft in drafts(workbook.data)] == [WORDS]


def test_a_truncated_row_is_left_out_with_its_line_and_stays_in_the_file(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    debriefed(workbook, company="Contoso")
    path = workbook.data / "interviews.csv"
    lines = path.read_bytes().split(b"\r\n")
    lines[1] = lines[1][: lines[1].rindex(b",")]
    path.write_bytes(b"\r\n".join(lines))
    person.visit("/journal")
    person.page.get_by_text("1 row left out").click()
    expect(person.page.get_by_text("interviews.csv, line 2")).to_be_visible()
    person.visit(f"/debrief?draft={begun(workbook, company='Fabrikam').id}").press("Save the debrief")
    expect(person.page.get_by_role("heading", name=SAVED)).to_be_visible()
    assert lines[1] in path.read_bytes()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Server]:
    """The app over a folder in which it may not write; root, who may write anywhere, gives that right away first."""
    under: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write into any folder, and setpriv is not there to take that away")
        under = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    server = Server(tmp_path, under=under)
    begun(server)
    folders = [server.data, *(path for path in server.data.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        yield server.start()
    finally:
        server.kill()
        for folder in folders:
            folder.chmod(0o755)


def test_a_folder_that_cannot_be_written_is_reported_and_what_was_typed_stays(locked: Server, page: Page) -> None:
    before = rows(locked.data, "interviews")
    person = Person(page, locked.url).visit(f"/debrief?draft={drafts(locked.data)[0]['id']}")
    person.write(PLAN, WORDS)
    expect(page.get_by_role("alert").first).to_be_visible()
    person.press("Save the debrief")
    expect(page.get_by_role("alert").filter(has_text="kept")).to_be_visible()
    expect(person.field(PLAN)).to_have_value(WORDS)
    assert rows(locked.data, "interviews") == before
