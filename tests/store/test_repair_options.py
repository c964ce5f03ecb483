"""Files that cannot be read: which ways of reading them are offered, and that none loses a row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.record import Record
from lib.store import Store, Transaction
from lib.store.repair_options import RepairOption, empty_again, readings
from lib.store.tables import FileContent, read_table
from tests.conftest import NOW
from tests.store.damage import KINDS, READ_ONLY
from tests.store.rows import APPLICATION, FIRST, INTERVIEW

LAST = INTERVIEW.changed(
    id="iv-last", went_well='Said it in two lines,\nwith a "quote" and an umlaut: Jörg', lesson="Ask"
)
NO_WAY = {"the column of ids missing", "nothing in it", "blank lines only"}
"""What is put right from a backup, or by starting the file over."""
NO_FILE = {"a folder in its place", "no leave to read it"}


@pytest.fixture
def path(store: Store) -> Path:
    store.commit(FIRST, NOW)
    store.commit(Transaction("More", put=(LAST,)), NOW)
    return store.folder / "interviews.csv"


def rows(data: bytes) -> tuple[Record, ...]:
    return tuple(read_table(Interview, FileContent(data)).records.values())


def offered(path: Path, damage: Callable[[Path], None]) -> tuple[RepairOption, ...]:
    damage(path)
    return readings(Interview, path.read_bytes())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in READ_ONLY and kind not in NO_FILE])
def test_a_file_that_can_be_read_is_offered_nothing(path: Path, kind: str) -> None:
    assert offered(path, KINDS[kind]) == ()


@pytest.mark.parametrize("kind", ["UTF-16", "semicolons", "tabs"])
def test_a_reading_that_is_exact_is_the_only_one_and_brings_every_row(path: Path, kind: str) -> None:
    before = rows(path.read_bytes())

    (only,) = offered(path, READ_ONLY[kind])

    assert rows(only.data) == before
    assert (only.read, only.unread) == (2, 0)
    assert only.steps


@pytest.mark.parametrize("kind", sorted(NO_WAY))
def test_what_could_only_be_guessed_is_not_offered(path: Path, kind: str) -> None:
    assert offered(path, READ_ONLY[kind]) == ()


def test_an_older_encoding_is_offered_with_the_words_by_which_to_choose(path: Path) -> None:
    path.write_bytes(path.read_bytes().decode("utf-8-sig").replace("two", "zwölf €", 1).encode("cp1252"))

    found = readings(Interview, path.read_bytes())

    assert found[0].name == "Windows, Western Europe"
    assert {"zwölf", "€", "Jörg"} <= set(found[0].samples)
    assert "zwölf €" in found[0].data.decode("utf-8-sig")
    assert len({reading.data for reading in found}) == len(found) > 1


def test_two_encodings_in_one_file_are_not_guessed_apart(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Ask", "für".encode("cp1252")))

    assert readings(Interview, path.read_bytes()) == ()


def test_an_excel_of_another_country_changes_letters_and_separators_at_once(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig").replace('","', '";"')
    path.write_bytes(b"sep=;\r\n" + text.encode("cp1252"))

    first = readings(Interview, path.read_bytes())[0]

    assert rows(first.data)[1] == LAST
    assert len(first.steps) == 2


def test_semicolons_with_rows_of_unequal_width_are_not_guessed(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig").replace('","', '";"')
    path.write_bytes((text + '"one";"two"\r\n').encode())

    assert readings(Interview, path.read_bytes()) == ()


def test_of_two_versions_of_a_merge_either_can_be_kept(store: Store) -> None:
    store.commit(FIRST, NOW)
    path = store.folder / "applications.csv"
    head, row = path.read_bytes().decode("utf-8-sig").split("\r\n")[:2]
    theirs = row.replace("Northwind", "Contoso")
    path.write_bytes("\r\n".join([head, "<<<<<<< mine", row, "=======", theirs, ">>>>>>> theirs", ""]).encode())

    above, below = readings(Application, path.read_bytes())

    companies = [
        read_table(Application, FileContent(each.data)).records[APPLICATION.identity] for each in (above, below)
    ]
    assert [one.company for one in companies if isinstance(one, Application)] == ["Northwind", "Contoso"]
    assert (above.name, below.name) == ("the version above the line", "the version below the line")


def test_a_column_that_is_there_twice_is_kept_under_another_name(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig").replace('"went_badly"', '"went_well"')
    path.write_bytes(text.encode())

    first, second = readings(Interview, path.read_bytes())

    assert [row.went_well for row in rows(first.data) if isinstance(row, Interview)] == ["", LAST.went_well]
    assert read_table(Interview, FileContent(first.data)).sheet.columns[12] == "went_well (2)"
    assert second.name == "the second 'went_well'"


def test_columns_that_are_only_spelled_otherwise_are_known(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig").replace('"application_id"', '"Application ID"').replace('"id"', '"ID"')
    path.write_bytes(text.encode())
    before = len(rows(path.read_bytes()))

    (only,) = readings(Interview, path.read_bytes())

    assert (before, rows(only.data)[1]) == (0, LAST)
    assert "'ID' as 'id'" in only.steps[0]


def test_an_open_quote_is_closed_at_its_line_and_no_row_is_dropped(path: Path) -> None:
    (only,) = offered(path, READ_ONLY["a quote that is not closed"])

    damaged = path.read_bytes()
    assert LAST in rows(only.data)
    assert len(only.data) == len(damaged) + 1
    assert only.data.replace(b'"', b"") == damaged.replace(b'"', b"")


def test_the_end_that_a_full_disk_cut_off_costs_its_own_row_alone(path: Path) -> None:
    first, second = offered(path, READ_ONLY["an end in the middle of a cell"])

    assert rows(first.data) == rows(second.data) == (INTERVIEW,)
    assert first.data == path.read_bytes() + b'"'
    assert (first.unread, second.unread) == (1, 2)


def test_nul_signs_are_taken_out_after_the_words_around_them_were_shown(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0" * 512)
    before = path.read_bytes().rstrip(b"\0")

    (only,) = readings(Interview, path.read_bytes())

    assert only.data == before
    assert only.steps == ("512 NUL signs are removed. They mean nothing.",)


def test_an_empty_file_can_be_started_over(path: Path) -> None:
    assert empty_again(Interview, path.read_bytes()) is None
    anew = empty_again(Interview, b"\r\n")
    assert anew is not None
    assert rows(anew) == ()
    assert read_table(Interview, FileContent(anew)).failure is None
