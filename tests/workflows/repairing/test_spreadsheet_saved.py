"""A file of the workbook that a spreadsheet saved in its place, in another language."""

from datetime import date

import pytest

from lib.records.application import Application
from lib.store import Store
from lib.workflows.repairing.spreadsheet_saved import as_saved, turn_back
from tests.workflows.evening import NOW, ZONE, put, workbook

FILE = "applications.csv"
HERE = (
    Application(
        id="ap-1", company="Quill", role="Analyst", applied_on=date(2026, 9, 17), favourite=True, notes="none\n=1+1"
    ),
    Application(id="ap-2", company="Müller & Söhne", role="Planner", applied_on=date(2026, 9, 3)),
)


def saved_in_german(store: Store) -> bytes:
    """The file with semicolons, German dates and words, in the encoding of Windows."""
    path = store.folder / FILE
    text = path.read_text("utf-8-sig")
    for was, becomes in {"2026-09-17": "17.09.2026", "2026-09-03": "03.09.2026", '"yes"': "WAHR"}.items():
        assert was in text
        text = text.replace(was, becomes)
    data = text.replace('","', '";"').replace('",WAHR,"', '";WAHR;"').encode("cp1252")
    path.write_bytes(data)
    return data


def test_all_rows_come_back_at_once_and_the_way_back_is_kept(store: Store) -> None:
    put(store, *HERE)
    before = (store.folder / FILE).read_bytes()
    spoiled = saved_in_german(store)
    assert workbook(store).applications == ()

    found = as_saved(store, FILE, ZONE)
    assert found is not None
    receipt = turn_back(store, found, None, ZONE, NOW)

    assert workbook(store).applications == HERE
    assert (store.folder / FILE).read_bytes() == before
    store.undo(receipt.id, NOW)
    assert (store.folder / FILE).read_bytes() == spoiled


def test_days_that_may_be_two_are_asked_about_once(store: Store) -> None:
    put(store, HERE[1])
    path = store.folder / FILE
    path.write_text(path.read_text("utf-8-sig").replace("2026-09-03", "03/09/2026"), "utf-8-sig")

    asked = as_saved(store, FILE, ZONE)

    assert asked is not None
    assert asked.dates is not None
    read = as_saved(store, FILE, ZONE, "dmy")
    assert read is not None
    turn_back(store, read, "dmy", ZONE, NOW)
    assert workbook(store).applications == (HERE[1],)


@pytest.mark.parametrize("word", ["perhaps", "=1+1"])
def test_a_row_that_stays_unreadable_is_left_to_be_corrected_by_hand(store: Store, word: str) -> None:
    put(store, *HERE)
    path = store.folder / FILE
    path.write_text(path.read_text("utf-8-sig").replace("2026-09-17", word), "utf-8-sig")

    assert as_saved(store, FILE, ZONE) is None


def test_a_file_that_is_none_of_ours_is_not_offered(store: Store) -> None:
    put(store, *HERE)
    (store.folder / FILE).write_text("Company;Role\nQuill;Analyst\n", "utf-8")

    assert as_saved(store, FILE, ZONE) is None
