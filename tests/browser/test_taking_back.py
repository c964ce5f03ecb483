"""A backup from before, opened in the browser: one deleted debrief comes back from it, and the rest stays."""

from datetime import timedelta

from playwright.sync_api import expect

from lib.workflows.entries.deletion import delete_debrief
from tests.browser.entries import debriefed, store_of
from tests.browser.person import Person, rows
from tests.browser.server import Server
from tests.conftest import NOW


def test_a_deleted_debrief_comes_back_from_a_backup_and_what_was_written_since_stays(
    person: Person, workbook: Server
) -> None:
    lost = debriefed(workbook)
    backup = store_of(workbook).backups.make("Before an import", NOW - timedelta(days=1))
    tables = ("questions", "plans", "promises")
    before = {name: rows(workbook.data, name) for name in tables}
    delete_debrief(store_of(workbook), lost, NOW)
    newer = debriefed(workbook, company="Contoso")
    added = {name: rows(workbook.data, name) for name in tables}

    person.visit(f"/data?view=backups&backup={backup.id}")
    expect(person.page.get_by_text("Not here any more", exact=True)).to_be_visible()
    expect(person.page.get_by_text("The debrief of Contoso").first).to_be_visible()
    person.button("Take it back").first.click()
    expect(person.page.get_by_text("As it was then")).to_be_visible()

    assert {row["id"] for row in rows(workbook.data, "interviews")} == {lost, newer}
    for name in tables:
        assert sorted(map(str, rows(workbook.data, name))) == sorted(map(str, before[name] + added[name]))
