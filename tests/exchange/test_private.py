"""Private is private: no export but the full backup holds a private note or a mood."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from lib.records.private import PRIVATE, without_private
from lib.records.workbook import Workbook
from lib.report import main
from lib.store import Store, Transaction
from lib.workflows.repairing.restoring import backup_file
from tests.exchange.workbooks import saying
from tests.mixed import Fact, Mixed, everything_written, mixed_workbooks
from tests.ways_out import NO_EXPORT, exporting_functions, ways_out
from tests.workflows.evening import NOW, ZONE, full_debrief, workbook

EVERYTHING = everything_written()
OUT = ways_out(EVERYTHING.workbook, EVERYTHING.now, ZONE)


def private_in(mixed: Mixed, text: str) -> list[Fact]:
    return [fact for fact in mixed.facts_in(text) if fact.is_private]


def fields() -> Iterator[tuple[str, str]]:
    return ((table, column) for table, columns in PRIVATE.items() for column in columns)


def test_every_function_that_makes_an_export_is_looked_at_here() -> None:
    assert exporting_functions() == set(OUT) | set(NO_EXPORT), "a new export: add it to tests/ways_out.py"


@pytest.mark.parametrize("table", PRIVATE)
def test_a_private_field_is_a_column_of_its_file(table: str) -> None:
    assert set(PRIVATE[table]) <= set(Workbook.MODELS[table].header())


@pytest.mark.parametrize("name", OUT)
def test_nothing_private_leaves_with_an_export(name: str) -> None:
    text = OUT[name]()

    assert len(text) > 200, "an export of everything holds something"
    assert private_in(EVERYTHING, text) == []


@settings(max_examples=20)
@given(mixed_workbooks())
def test_nothing_private_leaves_with_any_export_of_any_workbook(mixed: Mixed) -> None:
    made = {name: make() for name, make in ways_out(mixed.workbook, mixed.now, ZONE).items()}

    assert {name: found for name, text in made.items() if (found := private_in(mixed, text))} == {}


def test_the_debriefs_as_text_have_no_heading_of_a_private_field() -> None:
    text = OUT["debrief_markdown.markdown"]()

    assert "What did you learn?" in text
    assert "Mood" not in text
    assert "A note to yourself" not in text


@pytest.fixture
def written(store: Store) -> Store:
    rows = tuple(EVERYTHING.workbook)
    store.commit(Transaction("Everything", put=rows), NOW)
    return store


@pytest.mark.parametrize("way", [[], ["--text"]])
def test_the_report_in_the_terminal_has_nothing_private(
    way: list[str], written: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERWORD_HOME", str(written.home))
    main([*way, str(written.folder)])

    assert private_in(EVERYTHING, capsys.readouterr().out) == []


def test_the_full_backup_holds_every_private_word(written: Store) -> None:
    with zipfile.ZipFile(io.BytesIO(backup_file(written))) as packed:
        text = "\n".join(packed.read(name).decode() for name in packed.namelist())

    private = [fact for fact in EVERYTHING.facts if fact.is_private]
    assert private_in(EVERYTHING, text) == private
    assert {fact.field for fact in private} == {f"{table}.{column}" for table, column in fields()}


def test_what_was_pasted_and_left_where_it_was_does_not_go_out_either(store: Store) -> None:
    interview = full_debrief(store, jotted="Ilse rolled her eyes zqpasted\nWhy us?", notes="the coffee was zqleft")
    book = workbook(store)
    assert "zqpasted" in interview.private_note
    assert "zqleft" in interview.private_note

    made = {name: make() for name, make in ways_out(book, NOW, ZONE).items()}

    assert [name for name, text in made.items() if "zqpasted" in text or "zqleft" in text] == []


def test_without_what_is_private_all_else_is_as_it_was() -> None:
    book = saying("words", rows=2)
    stripped = without_private(book)

    assert {column for row in stripped.interviews for column, cell in row.cells().items() if not cell} - {
        column for row in book.interviews for column, cell in row.cells().items() if not cell
    } == {"private_note", "mood"}
    assert replace(stripped, interviews=book.interviews) == book
    assert without_private(replace(book, interviews=())) == replace(book, interviews=())
