"""How long does a big import take? ``python -m benchmarks.importing [--applications N] [--people N] [--words N]``.

A LinkedIn archive of 5,000 applications and 3,000 connections, as LinkedIn writes it, is opened, read, compared with an
empty workbook and saved, in a folder on the disk. Then the same archive again, and the undo. ``--words`` makes the
notes of each application long. Timed by the wall clock, each step for itself.
"""

import argparse
import csv
import io
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

from lib.dates import DAY_FIRST
from lib.exchange.importing.choices import ImportChoices, ReadingTime
from lib.exchange.importing.parsed_rows import FileReading
from lib.exchange.importing.table_reading import read_table
from lib.exchange.importing.upload import opened
from lib.store import Store
from lib.workflows.importing.bring_in import ImportPlan, back_up, bring_in, plan
from lib.workflows.importing.comparison import compare
from lib.workflows.importing.rows import Decisions

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
MOMENT = ReadingTime(NOW, UTC, dates=DAY_FIRST)
_PLACES = ("Northwind", "Lanternfish", "Harbour", "Quill", "Meridian", "Tessera", "Oakline", "Brightwater")
_ROLES = ("Data engineer", "Analyst", "Platform engineer", "Product manager", "Data scientist", "Team lead")
_FIRST = ("Priya", "Tomasz", "Ana", "Jonas", "Mei", "Omar", "Ingrid", "Luca", "Sofia", "Noah")
_LAST = ("Raman", "Nowak", "Silva", "Berg", "Chen", "Haddad", "Larsen", "Ricci", "Petrova", "Okafor")
_NOTES = 'Notes:\n"When exporting your connection data, you may notice that some email addresses are missing."\n\n'


def archive(applications: int, people: int, words: int, seed: int = 1) -> bytes:
    """The archive, made up and the same for one seed."""
    random = Random(seed)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        half = applications // 2
        made.writestr("Jobs/Job Applications.csv", _applications(half, 0, words, random))
        made.writestr("Jobs/Job Applications_1.csv", _applications(applications - half, half, words, random))
        made.writestr("Connections.csv", _NOTES + _connections(people, random))
        made.writestr("Profile.csv", "First Name,Last Name\nMe,Myself\n")
    return packed.getvalue()


def _applications(count: int, first: int, words: int, random: Random) -> str:
    lines = io.StringIO()
    table = csv.writer(lines)
    table.writerow(
        [
            "Application Date",
            "Contact Email",
            "Contact Phone Number",
            "Company Name",
            "Job Title",
            "Job Url",
            "Resume Name",
            "Question And Answers",
        ]
    )
    for number in range(first, first + count):
        at = NOW - timedelta(hours=random.randrange(20_000))
        url = f"https://www.linkedin.com/jobs/view/{3_000_000_000 + number}"
        when = f"{at.month}/{at.day}/{at.year % 100:02d}, {at.hour % 12 or 12}:{at:%M %p}"
        company = f"{random.choice(_PLACES)} {random.randrange(900)}"
        answers = "Years of experience: 7 " + "and in more words " * (words // 4)
        table.writerow((when, "me@example.com", "555", company, random.choice(_ROLES), url, "cv.pdf", answers))
    return lines.getvalue()


def _connections(count: int, random: Random) -> str:
    lines = io.StringIO()
    table = csv.writer(lines)
    table.writerow(("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"))
    for number in range(count):
        on = (NOW - timedelta(days=random.randrange(3_000))).strftime("%d %b %Y")
        company = f"{random.choice(_PLACES)} {random.randrange(900)}"
        url = f"https://www.linkedin.com/in/person-{number}"
        table.writerow((random.choice(_FIRST), f"{random.choice(_LAST)}{number}", url, "", company, "Engineer", on))
    return lines.getvalue()


@contextmanager
def timed(step: str) -> Iterator[None]:
    began = perf_counter()
    yield
    print(f"| {step} | {perf_counter() - began:.2f} s |", flush=True)


def readings(data: bytes) -> list[FileReading]:
    return [read_table(table, ImportChoices(), MOMENT) for table in opened([("archive.zip", data)]).tables]


def planned(store: Store, found: list[FileReading]) -> ImportPlan:
    workbook = store.load().workbook
    return plan(compare(found, workbook), workbook, Decisions(), NOW)


def main() -> None:
    """Print the table, as Markdown."""
    parser = argparse.ArgumentParser(description="A big import, step by step.")
    parser.add_argument("--applications", type=int, default=5_000)
    parser.add_argument("--people", type=int, default=3_000)
    parser.add_argument("--words", type=int, default=12, help="how many words of answers each application has")
    options = parser.parse_args()
    data = archive(options.applications, options.people, options.words)
    print(f"{options.applications:,} applications, {options.people:,} connections, {len(data) / 1e6:.1f} MB packed.\n")
    print("| step | time |\n|---|---|")
    with tempfile.TemporaryDirectory() as place:
        store = Store(Path(place) / "data", Path(place) / "home")
        with timed("**the whole import**"):
            with timed("opened and read"):
                found = readings(data)
            with timed("compared and planned, for the preview"):
                planned(store, found)
            with timed("backed up, compared again and saved"):
                back_up(store, NOW)
                receipt = bring_in(store, found, Decisions(), "one", NOW)
        with timed("loaded afterwards"):
            store.load()
        with timed("the same again: compared"):
            again = planned(store, readings(data))
        with timed("taken back"):
            store.undo(receipt.id, NOW)
    print(f"\n{receipt.written:,} rows written; the second time {len(again.put)}.")


if __name__ == "__main__":
    main()
