"""What does the person's own table cost in time, and a file in memory? ``python -m benchmarks.importing_tables``.

First 5,000 rows with dates of several kinds, people and questions: until the preview is worked out, and until all of it
is saved, by the clock and by the time that the processor worked on it. Then the worst files that are still looked at,
each in a process of its own, with the most memory that it held.
"""

import argparse
import csv
import io
import multiprocessing
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from benchmarks.importing import MOMENT, NOW
from lib.dates import DAY_FIRST
from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.parsed_rows import FileReading
from lib.exchange.importing.table_reading import read_table
from lib.exchange.importing.upload import opened
from lib.store import Store
from lib.workflows.importing.bring_in import back_up, bring_in, plan
from lib.workflows.importing.comparison import compare
from lib.workflows.importing.previews import previews, tally
from lib.workflows.importing.rows import Decisions
from tests.exchange.importing.samples import sheet_rows, xlsx

_FIRST = date(2024, 1, 8)
_STATUSES = ("Rejected 😢", "Applied", "Interview scheduled", "✅ Accepted!", "no answer", "")
_STAGES = ("Phone screen", "Technical", "Onsite", "Final round", "Coffee with the team")


def applications(rows: int) -> str:
    """A list of applications, with two rounds in columns of their own."""
    random = Random(1)
    lines = io.StringIO()
    table = csv.writer(lines)
    table.writerow(("Company", "Role", "Applied", "Status", "1st interview", "2nd interview", "Notes"))
    for number in range(rows):
        day = _FIRST + timedelta(days=random.randrange(900))
        first = f"{day + timedelta(days=9):%d %B %Y}" if random.random() < 0.4 else ""
        second = str((day + timedelta(days=20) - date(1899, 12, 30)).days) if first and random.random() < 0.5 else ""
        status, note = random.choice(_STATUSES), "in more words " * random.randrange(12)
        table.writerow((f"Firm {number % 3000}", f"Role {number}", day.isoformat(), status, first, second, note))
    return lines.getvalue()


def interviews(rows: int) -> str:
    """A log of interviews, some of them several on one day."""
    random = Random(2)
    lines = io.StringIO()
    table = csv.writer(lines, delimiter=";")
    table.writerow(("Firma", "Stelle", "Datum", "Art", "Gesprächspartner", "Fragen", "Ergebnis"))
    for number in range(rows):
        day = _FIRST + timedelta(days=number // 7)
        people = f"Person {number}, Engineering Manager; Other{number} Name"
        asked = f"Why us?; What about {number}?"
        table.writerow(
            (f"Firm {number % 900}", "Analyst", f"{day:%d.%m.%Y}", random.choice(_STAGES), people, asked, "Absage")
        )
    return lines.getvalue()


@contextmanager
def timed(step: str) -> Iterator[None]:
    began, worked = perf_counter(), process_time()
    yield
    print(f"| {step} | {perf_counter() - began:.2f} s | {process_time() - worked:.2f} s |", flush=True)


def timed_table(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        store = Store(Path(place) / "data", Path(place) / "home")
        with timed(f"**{name}**: preview"):
            found = readings(name, data)
            workbook = store.load().workbook
            comparison = compare(found, workbook)
            counts = tally(previews(found, comparison, Decisions(), dates=DAY_FIRST))
            plan(comparison, workbook, Decisions(), NOW)
        with timed("backed up and saved"):
            back_up(store, NOW)
            receipt = bring_in(store, found, Decisions(), "one", NOW)
        with timed("the same again: preview"):
            again = tally(previews(found, compare(found, store.load().workbook), Decisions(), dates=DAY_FIRST))
    told = f"{counts['in']:,} rows in, {counts['left']:,} left out, {receipt.written:,} written; then {again['in']:,}"
    print(f"| {told} | | |")


def readings(name: str, data: bytes) -> list[FileReading]:
    return [read_table(table, ImportChoices(), MOMENT) for table in opened([(name, data)]).tables]


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "")
        made.writestr("xl/worksheets/sheet1.xml", b" " * 2_000_000_000)
    return packed.getvalue()


def _wide_table() -> bytes:
    header = ",".join(["company", *map(str, range(17))])
    return (f"{header}\n" + ("Firm," + "a b c d e f g h i j," * 17 + "\n") * 49_000).encode()


def _wide_sheet() -> bytes:
    cells = [[f"Firm {row}", *(f"{row} {at}" for at in range(24))] for row in range(40_000)]
    return xlsx({"One": sheet_rows([["Company", *(f"c{at}" for at in range(24))], *cells])})


WORST: dict[str, tuple[str, Callable[[], bytes]]] = {
    "1,000,000 rows of CSV (18 MB)": ("a.csv", lambda: b"company,role\n" + b"Firm A,Analyst 123\n" * 1_000_000),
    "a cell of 19 MB": ("a.csv", lambda: b'company,role,notes\nQuill,Analyst,"' + b"x" * 19_000_000 + b'"\n'),
    "49,000 rows of 18 columns (17 MB)": ("a.csv", _wide_table),
    "an Excel file of 40,000 rows of 25 cells": ("a.xlsx", _wide_sheet),
    "an Excel file that unpacks to 2 GB": ("a.xlsx", _bomb),
    "a cell at the far end of an Excel sheet": (
        "a.xlsx",
        lambda: xlsx({"One": '<sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData>'}),
    ),
}


def _hold(name: str, file: str, results: "multiprocessing.Queue[tuple[float, float, str]]") -> None:
    data = Path(file).read_bytes()
    before, began = _most(), perf_counter()
    upload = opened([(name, data)])
    for table in upload.tables:
        read_table(table, ImportChoices(), MOMENT)
    words = upload.refused[0].reason if upload.refused else f"{upload.tables[0].size:,} rows read"
    results.put((perf_counter() - began, _most() - before, words))


def _most() -> float:
    """The most memory that this process held, in megabytes."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1000


def held(what: str) -> None:
    name, make = WORST[what]
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[tuple[float, float, str]] = context.Queue()
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(make())
        process = context.Process(target=_hold, args=(name, file.name, results))
        process.start()
        seconds, megabytes, words = results.get(timeout=120)
        process.join()
    print(f"| {what} | {megabytes:,.0f} MB | {seconds:.1f} s | {words} |", flush=True)


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="Tables of one's own: time and memory.")
    parser.add_argument("--rows", type=int, default=5_000)
    rows = parser.parse_args().rows
    print("| step | by the clock | processor |\n|---|---|---|")
    timed_table("applications.csv", applications(rows).encode())
    timed_table("interviews.csv", interviews(rows).encode("cp1252"))
    cells = [[cell or None for cell in row] for row in csv.reader(io.StringIO(applications(rows)))]
    timed_table("applications.xlsx", xlsx({"One": sheet_rows(cells)}))
    print("\n| file | memory beyond an empty process | time | what came of it |\n|---|---|---|---|")
    for what in WORST:
        held(what)


if __name__ == "__main__":
    main()
