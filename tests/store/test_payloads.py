"""Whatever words a person types come back from the files exactly, and a spreadsheet computes none of them."""

import csv

import pytest

from lib.records.application import Application
from lib.records.workbook import Workbook
from lib.store import SaveFailed, Store, Transaction
from lib.store.codec import guard
from tests.conftest import NOW
from tests.payloads import PAYLOADS, ROWS, UNSTORABLE, poisoned
from tests.store.damage import contents

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def test_there_are_enough_of_them_and_no_two_are_the_same() -> None:
    assert len(set(PAYLOADS)) == ROWS >= 60


def test_every_payload_in_every_text_field_comes_back_as_it_was(store: Store) -> None:
    workbook = poisoned()
    store.commit(Transaction("Set up", put=tuple(workbook)), NOW)
    loaded = Store(store.folder, store.home).load()
    assert (loaded.read_only, loaded.unreadable_rows()) == ("", 0)
    for name in Workbook.MODELS:
        there = getattr(loaded.workbook, name)
        assert set(there) >= set(getattr(workbook, name)), name


def test_another_program_reads_the_same_words_and_no_cell_begins_as_a_formula(store: Store) -> None:
    rows = tuple(row for row in poisoned().stories)
    store.commit(Transaction("Set up", put=rows), NOW)
    with (store.folder / "stories.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file, strict=True))
    assert [row["situation"] for row in read] == [guard(story.situation) for story in rows]
    assert [cell for row in read for cell in row.values() if cell.startswith(STARTS_A_FORMULA)] == []


@pytest.mark.parametrize("words", UNSTORABLE, ids=ascii)
def test_what_no_file_can_hold_is_refused_before_anything_is_written(store: Store, words: str) -> None:
    store.commit(Transaction("Set up", put=(Application(id="ap-1", company="One", role="Analyst"),)), NOW)
    before = contents(store.folder)
    with pytest.raises(ValueError, match="character that no CSV file can keep"):
        Application(id="ap-2", company=words, role="Analyst")
    smuggled = Application.model_construct(id="ap-2", company=words, role="Analyst")
    with pytest.raises(SaveFailed):
        store.commit(Transaction("More", put=(smuggled,)), NOW)
    assert contents(store.folder) == before
