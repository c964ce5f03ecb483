"""Files as other programs leave them: reported plainly, counted, never guessed away, never overwritten."""

from pathlib import Path

import pytest

from lib.records.application import Application
from lib.records.interview import Interview
from lib.store import ReadOnly, Store, Transaction
from tests.conftest import NOW
from tests.store.damage import HARMLESS, READ_ONLY, ROW_LOST, contents

APPLICATIONS = tuple(Application(id=f"ap-{word}", company=word, role="Analyst") for word in ("one", "two", "six"))
INTERVIEWS = tuple(
    Interview.model_validate(
        {
            "id": f"iv-{word}",
            "application_id": f"ap-{word}",
            "state": "done",
            "held_at": "2026-11-20",
            "stage": "technical",
            "last_round": True,
            "went_well": 'a "quote", a comma\r\nand a line',
        }
    )
    for word in ("one", "two", "six")
)
NEW = Application(id="ap-new", company="New", role="Analyst")


@pytest.fixture
def file(store: Store) -> Path:
    store.commit(Transaction("Set up", put=(*APPLICATIONS, *INTERVIEWS)), NOW)
    return store.folder / "interviews.csv"


@pytest.mark.parametrize("kind", READ_ONLY)
def test_a_file_that_cannot_be_trusted_makes_the_workbook_read_only(store: Store, file: Path, kind: str) -> None:
    READ_ONLY[kind](file)
    before = contents(store.folder)
    loaded = store.load()
    assert "interviews.csv" in loaded.read_only
    assert [problem.file for problem in loaded.problems if problem.severity == "file"] == ["interviews.csv"]
    assert loaded.workbook.applications == APPLICATIONS
    with pytest.raises(ReadOnly):
        store.commit(Transaction("More", put=(NEW,)), NOW)
    assert contents(store.folder) == before


@pytest.mark.parametrize("kind", ROW_LOST)
def test_a_row_that_cannot_be_read_is_counted_and_stays_where_it_is(store: Store, file: Path, kind: str) -> None:
    ROW_LOST[kind](file)
    before = contents(store.folder)
    loaded = store.load()
    assert (loaded.read_only, loaded.unreadable_rows()) == ("", 1)
    assert set(loaded.workbook.interviews) >= set(INTERVIEWS[1:])
    assert contents(store.folder) == before
    store.commit(Transaction("More", put=(NEW,)), NOW)
    assert contents(store.folder)["interviews.csv"] == before["interviews.csv"]


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_costs_nothing_is_read_in_full(store: Store, file: Path, kind: str) -> None:
    HARMLESS[kind](file)
    before = contents(store.folder)
    loaded = store.load()
    assert (loaded.read_only, loaded.unreadable_rows(), loaded.workbook.interviews) == ("", 0, INTERVIEWS)
    assert contents(store.folder) == before
