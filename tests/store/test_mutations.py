"""A file with one byte wrong: the other rows are read as they were, or it is said that they are not."""

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from lib.records.application import Application
from lib.store.codec import Sheet
from lib.store.tables import Image, read_table

ROWS = tuple(
    Application(
        id=f"ap-x{number}y",
        company=f"Company {number}",
        role="line\r\nbreak" if number % 3 == 0 else 'Data, "engineer"',
        notes="long text " * (number % 4),
    )
    for number in range(12)
)
EMPTY = Sheet.new(Application.header())
SHEET = Sheet(EMPTY.columns, EMPTY.head, tuple(EMPTY.row(row.cells()) for row in ROWS))
DATA = SHEET.encode()
START = DATA.index(b"\r\n") + 2
STARTS = tuple(DATA.index(f'"{row.id}"'.encode()) for row in ROWS)


def row_at(place: int) -> int:
    """The row in which a byte of the file stands."""
    return bisect_right(STARTS, place) - 1


@given(
    st.integers(START + 1, len(DATA) - 1),
    st.sampled_from([b"", b'"', b",", b"\n", b"\r", b";", b"'", b"x", b"\xff", b"\0"]),
    st.booleans(),
)
def test_no_other_row_is_lost_or_merged_in_silence(place: int, byte: bytes, instead: bool) -> None:
    table = read_table(Application, Image(DATA[:place] + byte + DATA[place + (instead or not byte) :]))
    hit = {row_at(near) for near in range(place - 2, place + 3)}  # a line's end belongs to its two rows
    others = [row for number, row in enumerate(ROWS) if number not in hit]
    lost = [row for row in others if table.records.get(row.identity) != row]
    assert not lost or table.problems


@given(st.integers(START, len(DATA)))
def test_a_file_that_ends_early_holds_the_rows_before_and_says_so(place: int) -> None:
    table = read_table(Application, Image(DATA[:place]))
    whole = row_at(place)
    assert [table.records.get(row.identity) for row in ROWS[:whole]] == list(ROWS[:whole])
    at_the_last_comma = table.sheet.rows and len(table.sheet.rows[-1].stored) == len(table.sheet.columns)
    assert len(table.records) == whole or table.records[ROWS[whole].identity] == ROWS[whole] or at_the_last_comma
