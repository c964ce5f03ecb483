"""What restoring from a backup file would change, in a person's words."""

from lib.dates import DateStyle
from lib.records.story import Story
from lib.store import Store
from lib.store.tables import MODELS
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.entries.entry_names import NOUNS
from lib.workflows.repairing.restoring import backup_file, look_into
from tests.workflows.evening import NOW, edited, full_debrief, put


def lines(store: Store, data: bytes, dates: DateStyle | None = None) -> list[str]:
    return list(look_into(store, store.load(), data, NOW.date(), dates or DateStyle()).lines)


def test_every_file_has_a_word_for_its_rows() -> None:
    assert set(NOUNS) == set(MODELS)


def test_interviews_that_come_back_are_named_with_their_company_and_day(store: Store) -> None:
    interview = full_debrief(store, company="Sole Bistro", date="2026-11-12")
    data = backup_file(store)
    delete_debrief(store, interview.id, NOW)

    found = lines(store, data)

    assert found[0] == "1 interview comes back: Sole Bistro, 12 Nov"
    assert "3 questions come back" in found
    assert not [line for line in found if ".csv" in line or " row" in line]


def test_the_day_is_in_the_order_of_settings(store: Store) -> None:
    interview = full_debrief(store, company="Sole Bistro", date="2026-11-12")
    data = backup_file(store)
    delete_debrief(store, interview.id, NOW)

    assert lines(store, data, DateStyle("month"))[0] == "1 interview comes back: Sole Bistro, Nov 12"


def test_up_to_three_interviews_are_named_and_more_are_counted(store: Store) -> None:
    for seed, company in enumerate(("Contoso", "Fabrikam", "Northwind"), 1):
        full_debrief(store, seed, company=company, date="2026-11-12")
    three = backup_file(store)
    full_debrief(store, 4, company="Tailspin", date="2026-11-12")
    four = backup_file(store)
    for interview in store.load().workbook.interviews:
        delete_debrief(store, interview.id, NOW)

    assert "3 interviews come back: Contoso, 12 Nov; Fabrikam, 12 Nov; Northwind, 12 Nov" in lines(store, three)
    assert "4 interviews come back" in lines(store, four)


def test_what_changes_and_what_would_go_is_told_by_kind(store: Store) -> None:
    interview = full_debrief(store, company="Sole Bistro", date="2026-11-12")
    data = backup_file(store)
    edited(store, interview, "lesson", {"lesson": "Breathe first."})
    put(store, Story(id="st-1", title="The incident"), Story(id="st-2", title="The launch"))

    assert lines(store, data) == ["1 interview changes: Sole Bistro, 12 Nov", "2 stories would go"]


def test_a_file_that_only_looks_different_is_told_as_such(store: Store) -> None:
    full_debrief(store)
    data = backup_file(store)
    path = store.folder / "questions.csv"
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))

    assert lines(store, data) == ["questions.csv: the same rows, written another way"]
