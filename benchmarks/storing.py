"""A save and a load, next to plain writing and plain reading: ``python -m benchmarks.storing``.

Loading is compared with reading the same files with Python's csv module, each row to a dictionary. A *cold* load has
never seen the files; a *warm* one follows a save of one debrief, so that only the files that changed are read again; a
*visit* finds nothing changed. A save of a debrief (one interview, its ratings, questions and a promise) is compared
with writing the same files plainly, each with one fsync, and with a durable commit of the same rows by SQLite. Medians,
the kinds of work taken in turn; loading in processor time, which other work on the machine does not lengthen, saving
on the clock and in processor time.
"""

import argparse
import csv
import os
import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.workbooks import NOW, workbook_of, write
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.record import Record
from lib.store import Store, Transaction, contents, tables

SIZES = (60, 600, 6_000)
SAVE_AIMS, LOAD_AIM = {60: 4.7, 600: 5.7, 6_000: 9.7}, 6.0
CHANGED = ("interviews.csv", "ratings.csv", "questions.csv")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.storing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    given = parser.parse_args()
    print("| interviews | size | csv module | cold load | ratio | warm load | ratio | visit | ratio |")
    print("|---|---|---|---|---|---|---|---|---|")
    saves = [measured(size, given.rounds) for size in given.sizes]
    print(f"\nThe aim of loading: at most {LOAD_AIM:.0f} times.\n")
    columns = ("interviews", "bytes written", "SQLite", "plain, with fsync", "save", "ratio", "aim")
    print(f"| {' | '.join(columns)} | processor time: plain | save | ratio |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    print("\n".join(saves))


def measured(size: int, rounds: int) -> str:
    """Prints the row of loading, and returns the row of saving."""
    with tempfile.TemporaryDirectory() as place:
        folder, home = Path(place) / "data", Path(place) / "home"
        write(workbook_of(size), folder)
        store = Store(folder, home)
        store.commit(Transaction("The first, with its backup", put=debrief(-1)), NOW)
        files = sorted(folder.glob("*.csv"))
        database = database_of(store, Path(place) / "rows.sqlite")
        loads = [loading(store, files) for _ in range(rounds)]
        saves = [saving(store, Path(place) / "plain", database, number) for number in range(rounds)]
        plain, cold, visit = (statistics.median(times) for times in zip(*loads, strict=True))
        sql, beside, save, warm, beside_cpu, save_cpu = (statistics.median(times) for times in zip(*saves, strict=True))
        total = sum(file.stat().st_size for file in files)
        written = sum((folder / name).stat().st_size for name in CHANGED)
    print(
        f"| {size:,} | {total / 1e6:.2f} MB | {ms(plain)} | {ms(cold)} | {cold / plain:.1f} "
        f"| {ms(warm)} | {warm / plain:.1f} | {ms(visit)} | {visit / plain:.2f} |"
    )
    return (
        f"| {size:,} | {written / 1e6:.2f} MB | {ms(sql)} | {ms(beside)} | {ms(save)} | {save / beside:.1f} "
        f"| {SAVE_AIMS.get(size, '')} | {ms(beside_cpu)} | {ms(save_cpu)} | {save_cpu / beside_cpu:.0f} |"
    )


def loading(store: Store, files: list[Path]) -> tuple[float, float, float]:
    plain = timed(lambda: read_plainly(files), process_time)
    forget_all()
    return plain, timed(store.load, process_time), timed(store.fingerprint, process_time)


def forget_all() -> None:
    """As on a server that has just started."""
    contents._recent.clear()
    tables.read_table.cache_clear()
    tables._dangling_references.cache_clear()
    tables._read_last.clear()


def database_of(store: Store, path: Path) -> sqlite3.Connection:
    """The same rows in SQLite, which confirms a commit once it is on disk."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = FULL")
    for model in (Interview, Rating, Question):
        names = ", ".join(f'"{name}"' for name in model.header())
        database.execute(f'CREATE TABLE "{model.file}" ({names})')
    insert(
        database, (*store.load().workbook.interviews, *store.load().workbook.ratings, *store.load().workbook.questions)
    )
    return database


def insert(database: sqlite3.Connection, records: Iterable[Record]) -> None:
    database.execute("BEGIN IMMEDIATE")
    for record in records:
        cells = record.cells()
        marks = ", ".join("?" * len(cells))
        database.execute(f'INSERT INTO "{record.file}" VALUES ({marks})', tuple(cells.values()))
    database.execute("COMMIT")


def saving(store: Store, beside: Path, database: sqlite3.Connection, number: int) -> tuple[float, ...]:
    store.load()
    rows = debrief(number)
    change = Transaction("A debrief", put=rows, undoable=True)
    sql = timed(lambda: insert(database, rows))
    cpu = process_time()
    save = timed(lambda: store.commit(change, NOW))
    save_cpu = process_time() - cpu
    warm = timed(store.load, process_time)
    contents = {beside / name: (store.folder / name).read_bytes() for name in CHANGED}
    cpu = process_time()
    plain = timed(lambda: write_plainly(contents))
    return sql, plain, save, warm, process_time() - cpu, save_cpu


def read_plainly(files: list[Path]) -> int:
    rows = 0
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows += len(list(csv.DictReader(file, strict=True)))
    return rows


def write_plainly(contents: dict[Path, bytes]) -> None:
    for path, data in contents.items():
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def debrief(number: int) -> tuple[Record, ...]:
    """What one evening's save puts into the files."""
    interview = Interview.model_validate(
        {"id": f"iv-new{number}", "application_id": "ap-sztz3wg9", "state": "short", "held_at": NOW, "stage": "panel"}
    )
    words = ("preparation", "clarity", "evidence", "composure", "my_questions")
    ratings = tuple(Rating(interview_id=interview.id, dimension=word, score=3) for word in words)
    questions = tuple(
        Question(id=f"qu-new{number}-{at}", interview_id=interview.id, position=at + 1, text=f"Question {at}")
        for at in range(4)
    )
    return (interview, *ratings, *questions)


def timed(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
