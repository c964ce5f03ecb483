"""A file with one byte wrong: the other rows are read as they were, or it's reported that they aren't."""

import csv
import io
from bisect import bisect_right
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lib.records.application import Application
from lib.store import Store, Transaction
from lib.store.codec import CsvSheet
from lib.store.tables import FileContent, read_table
from tests.conftest import NOW
from tests.store.damage import contents
from tests.store.rows import APPLICATION, INTERVIEW, RATING

ROWS = tuple(
    Application(
        id=f"ap-x{number}y",
        company=f"Company {number}",
        role="line\r\nbreak" if number % 3 == 0 else 'Data, "engineer"',
        notes="long text " * (number % 4),
    )
    for number in range(12)
)
EMPTY = CsvSheet.new(Application.header())
SHEET = CsvSheet(EMPTY.columns, EMPTY.head, tuple(EMPTY.row(row.cells()) for row in ROWS))
DATA = SHEET.encode()
START = DATA.index(b"\r\n") + 2
STARTS = tuple(DATA.index(f'"{row.id}"'.encode()) for row in ROWS)


def row_at(place: int) -> int:
    """The row of a byte of the file."""
    return bisect_right(STARTS, place) - 1


@given(
    st.integers(START + 1, len(DATA) - 1),
    st.sampled_from([b"", b'"', b",", b"\n", b"\r", b";", b"'", b"x", b"\xff", b"\0"]),
    st.booleans(),
)
def test_no_other_row_is_lost_or_merged_in_silence(place: int, byte: bytes, instead: bool) -> None:
    table = read_table(Application, FileContent(DATA[:place] + byte + DATA[place + (instead or not byte) :]))
    hit = {row_at(near) for near in range(place - 2, place + 3)}  # a line's end belongs to its two rows
    others = [row for number, row in enumerate(ROWS) if number not in hit]
    lost = [row for row in others if table.records.get(row.identity) != row]
    assert not lost or table.problems


@given(st.integers(START, len(DATA)))
def test_a_file_that_ends_early_holds_the_rows_before_and_reports_it(place: int) -> None:
    table = read_table(Application, FileContent(DATA[:place]))
    whole = row_at(place)
    assert [table.records.get(row.identity) for row in ROWS[:whole]] == list(ROWS[:whole])
    at_the_last_comma = table.sheet.rows and len(table.sheet.rows[-1].stored) == len(table.sheet.columns)
    assert len(table.records) == whole or table.records[ROWS[whole].identity] == ROWS[whole] or at_the_last_comma


BYTES = (
    b"",
    b'"',
    b",",
    b"\n",
    b"\r",
    b"\r\n",
    b";",
    b"'",
    b"x",
    b"\xff",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"=",
    b'""',
)


def mutated(data: bytes, chance: Random) -> bytes:
    """The bytes with one to three places changed: overwritten, put in, taken out, swapped, cut or doubled."""
    for _ in range(chance.randint(1, 3)):
        place, length, byte = chance.randrange(len(data) + 1), chance.choice([0, 1, 1, 2, 40]), chance.choice(BYTES)
        rest = data[place:] if chance.random() < 0.02 else data[place : place + length]
        data = data[:place] + chance.choice([byte, byte, byte, rest[::-1], rest + rest]) + data[place + length :]
    return data


def rows_by_another_reader(data: bytes) -> int | None:
    """How many rows that are not blank Python's own strict reader finds below the head; None where it finds a fault."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (csv.Error, UnicodeDecodeError):
        return None
    return sum(any(row) for row in rows[1:])


def test_whatever_bytes_change_nothing_breaks_nothing_is_written_and_every_row_is_counted(
    store: Store, is_long: bool
) -> None:
    chance = Random(20261120)
    store.commit(Transaction("Set up", put=(APPLICATION, INTERVIEW, RATING, *ROWS)), NOW)
    files = sorted(store.folder.glob("*.csv"))
    whole, there = {file: file.read_bytes() for file in files}, contents(store.folder).keys()
    for _ in range(20_000 if is_long else 1_000):
        file = chance.choice(files)
        data = mutated(whole[file], chance)
        file.write_bytes(data)
        loaded = store.load()
        assert file.read_bytes() == data
        table, counted = loaded.tables.by_file[file.name], rows_by_another_reader(data)
        left_out = [each for each in table.problems if each.severity == "row"]
        assert loaded.read_only or counted is None or len(table.records) + len(left_out) == counted, data
        assert loaded.problems or counted is not None, data
        file.write_bytes(whole[file])
    assert contents(store.folder).keys() == there
    assert store.load().problems == ()
