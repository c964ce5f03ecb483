"""A spreadsheet that saves 15 times a second while Afterword saves too: ``python -m benchmarks.racing``.

Each save of the spreadsheet reads the file, adds a row, and writes all of it, by a new file in the old one's place or
into the old one. A row of it is lost if it's neither in the file in the end nor in a copy kept beside it; one of
Afterword's is lost if one click doesn't bring it back. ``--without`` takes a defence out: ``swap`` leaves the second
name (a hard link), and ``both`` leaves none. The folder is on a real disk, where a save takes its time.
"""

import argparse
import multiprocessing
import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from lib.records.errors import AfterwordError
from lib.records.goal import Goal
from lib.store import Store, Transaction, disk

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
PAUSE = 1 / 15
FILE = "goals.csv"
WAYS = ("replace", "write into")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.racing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=990)
    parser.add_argument("--without", choices=["swap", "both"])
    parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between two saves of the spreadsheet")
    given = parser.parse_args()
    if given.without:
        disk.exchange = lambda one, other: False  # type: ignore[assignment]
    if given.without == "both":
        disk.link = lambda source, target: False  # type: ignore[assignment]
    print("| the spreadsheet saves by | saves | of Afterword | its rows lost | Afterword's lost | copies kept |")
    print("|---|---|---|---|---|---|")
    for way in WAYS:
        print(race(way, given.rounds, given.pause), flush=True)


def race(way: str, rounds: int, pause: float) -> str:
    """One row of the table."""
    with TemporaryDirectory() as place:
        store = Store(Path(place) / "data", Path(place) / "home")
        store.commit(Transaction("first", put=(Goal(id="go-first", goal="Learn"),)), NOW)
        sheet = multiprocessing.Process(target=save_again_and_again, args=(store.folder / FILE, way, rounds, pause))
        sheet.start()
        mine = []
        while sheet.is_alive():
            goal = Goal(id=f"go-{len(mine)}", goal="Learn")
            with suppress(AfterwordError):  # it's told, and is no save
                store.commit(Transaction("mine", put=(goal,)), NOW)
                mine.append(goal.id)
        sheet.join()
        with suppress(AfterwordError):
            store.bring_back(NOW)
        copies = [path.read_bytes() for path in store.folder.glob("*conflicted*")]
        there = b"\n".join([(store.folder / FILE).read_bytes(), *copies])
        rows = {line.split(b",")[0].strip(b'"') for line in there.splitlines()}
        lost = sum(f"sh-{number}".encode() not in rows for number in range(rounds))
        kept = {goal.id for goal in store.load().workbook.goals}
        return f"| {way} | {rounds} | {len(mine)} | {lost} | {len(set(mine) - kept)} | {len(copies)} |"


def save_again_and_again(path: Path, way: str, rounds: int, pause: float) -> None:
    """What the spreadsheet does."""
    for number in range(rounds):
        data = path.read_bytes() + f"sh-{number},Typed\r\n".encode()
        if way == "replace":
            new = path.with_name("sheet.tmp")
            new.write_bytes(data)
            os.replace(new, path)
        else:
            path.write_bytes(data)
        time.sleep(pause)  # another process, which nothing tells when to save: chance is the point of the race


if __name__ == "__main__":
    main()
