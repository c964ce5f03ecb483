from datetime import datetime

import pytest

from lib.store import Problem, ReadOnly, Store, Transaction
from tests.store.rows import APPLICATION, FIRST, INTERVIEW, from_outside, problem, write

GOALS = "id,goal,why\n"


def said(found: Problem) -> tuple[int | None, str | None, str]:
    return (found.line, found.column, found.severity)


def test_an_absent_file_is_an_empty_table(store: Store) -> None:
    loaded = store.load()
    assert (loaded.workbook.is_empty, loaded.problems, loaded.read_only) == (True, (), "")


def test_an_absent_folder_is_an_empty_workbook_and_is_not_made_by_loading(store: Store) -> None:
    elsewhere = Store(store.folder / "not there", store.home)
    assert elsewhere.load().workbook.is_empty
    assert not elsewhere.folder.exists()


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("ap-1,Northwind", None, "2 cells where the file has 3 columns"),
        ("ap-1,,Analyst", "company", "company is empty"),
        ("ap-1, ,Analyst", "company", "holds no word"),
        (",Northwind,Analyst", "id", "id is empty"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_and_reported(
    store: Store, row: str, column: str | None, words: str
) -> None:
    write(store, "applications.csv", f"id,company,role\n{row}\nap-2,Southwind,Analyst\n")
    loaded = store.load()
    assert [entry.id for entry in loaded.workbook.applications] == ["ap-2"]
    found = next(one for one in loaded.problems if one.severity == "row")
    assert (found.line, found.column, loaded.unreadable_rows(), loaded.read_only) == (2, column, 1, "")
    assert words in found.reason


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("status", "hired", "is not one of: interested, applied"),
        ("applied_on", "20/11/2026", "is not written as year, month and day"),
        ("favourite", "maybe", "neither yes nor no"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_column(store: Store, column: str, value: str, words: str) -> None:
    write(store, "applications.csv", f"id,company,role,{column}\nap-1,Northwind,Analyst,{value}\n")
    found = next(one for one in store.load().problems if one.severity == "row")
    assert said(found) == (2, column, "row")
    assert f"'{value}'" in found.reason
    assert words in found.reason


def test_a_line_number_counts_the_lines_within_cells(store: Store) -> None:
    write(store, "goals.csv", GOALS + 'go-1,"a\nb\nc",\ngo-2,,\n')
    assert problem(store).line == 5


def test_truth_in_any_case_and_any_line_end_is_read(store: Store) -> None:
    write(store, "applications.csv", "id,company,role,favourite\rap-1,Northwind,Analyst,TRUE\r")
    assert store.load().workbook.applications[0].favourite is True


def test_what_looks_like_missing_or_a_number_stays_as_it_is(store: Store) -> None:
    write(store, "goals.csv", GOALS + "go-1,NA,007\ngo-2,None,1e5\n")
    assert [(goal.goal, goal.why) for goal in store.load().workbook.goals] == [("NA", "007"), ("None", "1e5")]


def test_of_two_rows_with_one_id_the_first_counts(store: Store) -> None:
    write(store, "goals.csv", GOALS + "go-1,first,\ngo-1,second,\n")
    assert [goal.goal for goal in store.load().workbook.goals] == ["first"]
    assert said(problem(store)) == (3, "id", "row")
    assert "line 2" in problem(store).reason


def test_a_reference_to_nothing_is_noted_and_the_row_is_read(store: Store) -> None:
    write(store, "claims.csv", "id,interview_id,claim,dimension\ncl-1,iv-gone,I lead,\n")
    assert len(store.load().workbook.claims) == 1
    assert said(problem(store)) == (2, "interview_id", "note")
    assert "is not there" in problem(store).reason


def test_a_reference_to_a_row_that_cannot_be_read_reports_it(store: Store) -> None:
    write(store, "people.csv", "id,name,kind\npe-1,Ann,alien\n")
    write(store, "promises.csv", "id,interview_id,what,person_id\npr-1,,slides,pe-1\n")
    reasons = [found.reason for found in store.load().problems if found.file == "promises.csv"]
    assert any("interview_id is empty" in reason for reason in reasons)
    write(store, "plans.csv", "id,then_do,interview_id\npl-1,breathe,iv-1\n")
    write(store, "interviews.csv", "id,application_id,state,held_at,stage\niv-1,,odd,2026-11-20,panel\n")
    found = [one.reason for one in store.load().problems if one.file == "plans.csv" and one.line == 2]
    assert found == ["The column interview_id points to iv-1 in interviews.csv, which cannot be read."]


def test_a_missing_column_that_may_be_empty_is_noted(store: Store) -> None:
    write(store, "goals.csv", "id,goal\ngo-1,Learn\n")
    assert store.load().workbook.goals[0].why == ""
    assert said(problem(store)) == (1, "why", "note")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"goal,why\nLearn,\n",
        b"id;goal;why\ngo-1;Learn;\n",
        "id,goal,why\ngo-1,Müller,\n".encode("cp1252"),
        "id,goal,why\ngo-1,Learn,\n".encode("utf-16"),
        b"id,goal,why\ngo-1,\0,\n",
        b"id,goal,why,goal\ngo-1,Learn,,\n",
        b"id,goal,why\n<<<<<<< mine\n",
        b'id,goal,why\ngo-1,"Learn,\n',
    ],
)
def test_a_file_that_cannot_be_read_makes_the_workbook_read_only_and_stays(
    store: Store, now: datetime, data: bytes
) -> None:
    path = write(store, "goals.csv", data)
    loaded = store.load()
    assert "goals.csv" in loaded.read_only
    assert [found.severity for found in loaded.problems if found.severity == "file"] == ["file"]
    with pytest.raises(ReadOnly):
        store.commit(Transaction("x", put=(APPLICATION,)), now)
    assert path.read_bytes() == data
    assert not (store.folder / "applications.csv").exists()


def test_rows_before_an_unclosed_quote_are_read(store: Store) -> None:
    write(store, "goals.csv", GOALS + 'go-1,Learn,\ngo-2,"Earn,\ngo-3,Rest,\n')
    assert [goal.id for goal in store.load().workbook.goals] == ["go-1"]
    assert "goals.csv" in store.load().read_only
    assert said(problem(store)) == (3, None, "file")


def test_a_folder_in_the_place_of_a_file_is_a_file_that_cannot_be_read(store: Store) -> None:
    (store.folder / "goals.csv").mkdir()
    assert "goals.csv" in store.load().read_only


@pytest.mark.parametrize("name", ["goals.sync-conflict-20261120-1.csv", "goals (conflicted copy of Ann).csv"])
def test_a_copy_that_a_sync_program_made_is_noted(store: Store, name: str) -> None:
    write(store, name, GOALS)
    assert (problem(store).file, problem(store).severity) == (name, "note")


def test_files_of_a_newer_version_are_read_only(store: Store, now: datetime) -> None:
    write(store, "settings.csv", "key,value\nschema_version,99\n")
    with pytest.raises(ReadOnly, match="newer version"):
        store.commit(FIRST, now)


def test_a_version_that_is_no_number_is_read_only(store: Store) -> None:
    write(store, "settings.csv", "key,value\nschema_version,soon\n")
    assert "'soon'" in store.load().read_only


def test_the_version_of_a_row_covers_cells_of_unknown_columns(store: Store, now: datetime) -> None:
    store.commit(FIRST, now)
    from_outside(store, "applications.csv", lambda data: data.replace(b'notes"', b'notes","mine"').rstrip() + b',"1"')
    before = store.load().row_version(APPLICATION)
    from_outside(store, "applications.csv", lambda data: data.replace(b',"1"', b',"2"'))
    assert store.load().row_version(APPLICATION) != before


def test_the_version_of_a_row_does_not_mind_how_a_spreadsheet_quotes(store: Store, now: datetime) -> None:
    store.commit(FIRST, now)
    before = store.load().row_version(INTERVIEW)
    from_outside(store, "interviews.csv", lambda data: data.removeprefix(b"\xef\xbb\xbf").replace(b'"', b""))
    assert store.load().row_version(INTERVIEW) == before


def test_a_row_that_is_not_there_has_no_version(store: Store) -> None:
    assert store.load().row_version(APPLICATION) == ""


def test_the_fingerprint_follows_the_content(store: Store, now: datetime) -> None:
    empty = store.fingerprint()
    store.commit(FIRST, now)
    assert store.load().fingerprint == store.fingerprint() != empty
