import csv
import io
from contextlib import suppress
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lib.store import codec
from lib.store.codec import BOM, CsvSheet, NotATable, guard, parse, unguard

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def sheet_of(*rows: tuple[str, ...], columns: tuple[str, ...] = ("id", "note")) -> CsvSheet:
    empty = CsvSheet.new(columns)
    made = tuple(empty.row(dict(zip(columns, row, strict=True))) for row in rows)
    return CsvSheet(empty.columns, empty.head, made)


def texts_of(data: bytes) -> list[tuple[str, ...]]:
    return [row.texts for row in parse(data).rows]


@given(TEXTS, TEXTS)
@example("\r", '"')
@example("a\rb", "\n")
@example("'=1", "''@")
@example("\ufeff", "\u2028\x0b\x1c\x85")
def test_any_text_comes_back_as_it_was(one: str, other: str) -> None:
    assert texts_of(sheet_of(("x" + one, other), ("y", one)).encode()) == [("x" + one, other), ("y", one)]


def test_a_cell_of_a_hundred_thousand_characters_comes_back() -> None:
    long = "né\n" * 100_000
    assert texts_of(sheet_of(("a", long)).encode()) == [("a", long)]


@given(TEXTS)
@example("=1+1")
@example("'=1+1")
@example("'''\t")
def test_the_guard_is_exact_and_leaves_no_formula(text: str) -> None:
    assert unguard(guard(text)) == text
    assert guard(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_a_plain_apostrophe_is_left_alone() -> None:
    assert (guard("'tis"), unguard("'tis")) == ("'tis", "'tis")


def test_what_is_written_has_a_bom_and_quotes_every_cell() -> None:
    assert sheet_of(("a", "")).encode() == BOM + b'"id","note"\r\n"a",""\r\n'


@pytest.mark.parametrize(
    "data",
    [
        b"id,note\na,b\n",
        BOM + b'"id","note"\r\n"a","b\nc"\r\n',
        b"id,note\ra,b\r",
        b"id,note\n\n\na,b\n,\n",
        b"id,note\na,b",
        b"id,note\na,b,too wide\nshort\n",
        b'id,note\n"a" b,c\nd,e\n',
        b"id , note,extra,,\n a,b,c,,\n",
        b"id,note\r\na,b\nc,d\r\n",
    ],
)
def test_saving_without_a_change_changes_no_byte(data: bytes) -> None:
    assert parse(data).encode() == data


@given(st.binary().filter(lambda data: b"\0" not in data))
@example(b'id,note\n"')
def test_any_bytes_are_refused_or_kept(data: bytes) -> None:
    with suppress(NotATable):
        assert parse(b"id,note\n" + data).encode() == b"id,note\n" + data


@given(st.lists(st.tuples(TEXTS, TEXTS)), st.sampled_from(["\r\n", "\n"]), st.sampled_from([0, 1]))
def test_a_file_that_python_wrote_is_read_as_python_reads_it(
    rows: list[tuple[str, str]], ending: str, quoting: int
) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator=ending, quoting=csv.QUOTE_ALL if quoting else csv.QUOTE_NONNUMERIC).writerows(
        [("id", "note"), *rows]
    )
    found = [row.texts for row in parse(written.getvalue().encode()).rows if not row.is_blank]
    assert found == [(unguard(one), unguard(other)) for one, other in rows if one or other]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (BOM, "empty"),
        (b" \r\n", "empty"),
        ("id,note\na,b\n".encode("utf-16"), "UTF-16"),
        (b"id,note\na,\0\n", "NUL"),
        ("id,note\na,Müller\n".encode("cp1252"), "not in UTF-8"),
        (b"id;note\na;b\n", "semicolons"),
        (b"id\tnote\na\tb\n", "tabs"),
        (b"id,note,id\na,b,c\n", "Two of its columns are called 'id'"),
        (b'id,"note\na,b\n', "column names is not closed"),
        (b"id,note\n<<<<<<< mine\na,b\n=======\na,c\n>>>>>>> theirs\n", "merge"),
    ],
)
def test_what_would_be_guessing_is_refused_in_words(data: bytes, word: str) -> None:
    with pytest.raises(NotATable, match=word):
        parse(data)


def test_the_line_of_a_wrong_byte_is_named() -> None:
    with pytest.raises(NotATable) as refusal:
        parse("id,note\na,b\nc,Müller\n".encode("cp1252"))
    assert refusal.value.line == 3


def test_marks_of_a_merge_within_a_cell_are_text() -> None:
    assert texts_of(b'id,note\na,"\n<<<<<<< mine\n=======\n"\n') == [("a", "\n<<<<<<< mine\n=======\n")]


def test_a_row_of_the_wrong_width_is_faulty_and_the_next_is_not() -> None:
    first, second = parse(b"id,note\na,b,c\nd,e\n").rows
    assert "3 cells" in first.fault
    assert second.texts == ("d", "e")


def test_a_quote_that_goes_wrong_within_its_line_spoils_that_row_only() -> None:
    sheet = parse(b'id,note\n"a"x,b\nd,e\n')
    assert [bool(row.fault) for row in sheet.rows] == [True, False]
    assert sheet.broken_at is None


@pytest.mark.parametrize(
    "data",
    [
        b'id,note\na,b\nc,"d\ne,f\n',
        b'id,note\na,b\n"c","d\n"e","f"\n',
        b'id,note\na,b\n"c","d\n"e","f"\ng,h\n"i","j"\n',
    ],
)
def test_from_an_unclosed_quote_on_nothing_is_read(data: bytes) -> None:
    sheet = parse(data)
    assert sheet.broken_at == 3
    assert [row.texts for row in sheet.rows if not row.fault] == [("a", "b")]


def test_an_edited_row_keeps_the_form_of_cells_that_stay() -> None:
    sheet = parse(b"id,note,theirs\na,b,=SUM(A1)\n")
    row = sheet.row({"id": "a", "note": "c", "theirs": "=SUM(A1)"}, sheet.rows[0])
    assert row.raw == '"a","c","=SUM(A1)"\n'


def test_a_new_column_widens_every_row_and_no_faulty_row_becomes_right() -> None:
    sheet = parse(b'id,note\r\na,"b\nc"\r\n\r\nd,e,f\r\n').with_columns(("more",))
    assert sheet.encode() == b'id,note,"more"\r\na,"b\nc",""\r\n\r\nd,e,f,""\r\n'
    assert [row.fault != "" for row in parse(sheet.encode()).rows] == [False, False, True]


def test_a_row_after_a_last_line_without_an_end_starts_a_line_of_its_own() -> None:
    sheet = parse(b"id,note\na,b")
    longer = CsvSheet(sheet.columns, sheet.head, (*sheet.rows, sheet.row({"id": "c"})), False, sheet.newline)
    assert longer.encode() == b'id,note\na,b\n"c",""\n'


PIECES = st.sampled_from(["a", ",", '"', '""', "\r", "\n", "\r\n", '"b\nc"', "<<<<<<<", "'", "é"])
BODIES = st.lists(PIECES, max_size=14).map("".join)


def outcome_of(data: bytes, known: CsvSheet | None = None) -> CsvSheet | str:
    try:
        return parse(data, known)
    except NotATable as refusal:
        return refusal.reason


@given(st.sampled_from(["id,note\r\n", "id,note\n", "id,note\r", "id,note"]), BODIES, BODIES, BODIES, BODIES)
@example("id,note\r\n", 'd,e",f\r\n', "", 'x,"abc\r\n', "")
@example("id,note\r\n", "", "a,b\r", "c,d", "\n")
@example("id,note", "", "", ",more\n", "")
@example("id,note\n", "a,b\r", "c,d\n", "\n", "c,d\n")
@example("id,note\n", "a,b\nc,d\n", "", '"e,f', "")
@settings(max_examples=400)
def test_reading_on_from_an_earlier_state_equals_reading_all(
    head: str, beginning: str, was: str, now: str, end: str
) -> None:
    before, after = f"{head}{beginning}{was}{end}".encode(), f"{head}{beginning}{now}{end}".encode()
    known = outcome_of(before)
    with patch.object(codec, "_BLOCK", 2):
        assert outcome_of(after, known if isinstance(known, CsvSheet) else None) == outcome_of(after)


@pytest.mark.parametrize(
    "added", [b"c,d\n", b'"c\nd",e', b"", b"c,\xff\n", b"c,\0\n", b"<<<<<<< HEAD\n", b'c,"d\ne,f\n']
)
def test_rows_added_at_the_end_are_read_as_if_all_were_read(added: bytes) -> None:
    before = BOM + b"id,note\r\n" + b"a,b\r\n" * 3
    assert outcome_of(before + added, parse(before)) == outcome_of(before + added)


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4), st.booleans(), st.booleans())
def test_a_sheet_with_rows_added_or_changed_is_written_as_if_all_were_written(
    old: list[str], new: list[str], is_changed: bool, is_unended: bool
) -> None:
    data = sheet_of(*((text, "") for text in old)).encode()
    was = parse(data.rstrip(b"\r\n") if is_unended else data)
    rows = was.rows[1:] if is_changed else was.rows
    sheet = replace(was, rows=(*rows, *(was.row({"id": text}) for text in new)))
    assert sheet.encode(was) == sheet.encode()


def test_an_unchanged_row_is_not_read_again() -> None:
    known = parse(b"id,note\na,b\nc,d\ne,f\n")
    found = parse(b"id,note\na,b\nc,x\ne,f\n", known)
    assert [one is other for one, other in zip(found.rows, known.rows, strict=True)] == [True, False, True]
