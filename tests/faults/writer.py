"""A process that saves rows with several threads until it is done or killed, and prints each id that was acknowledged.

``python -m tests.faults.writer FOLDER HOME NAME THREADS ROWS``
"""

import os
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

from lib.records.application import Application
from lib.records.goal import Goal
from lib.store import Draft, Store, Transaction

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


def save(store: Store, row_id: str) -> None:
    """One row in each of two files, from a draft, then its id on standard output in one write."""
    draft_id = f"{row_id}-draft"
    store.drafts.save(Draft(draft_id, "debrief", row_id, "token", values={"note": row_id}), NOW)
    application = Application(id=f"ap-{row_id}", company="Northwind", role="Analyst", notes="a\nb")
    goal = Goal(id=f"go-{row_id}", goal='=To learn, "always"')
    store.commit(Transaction(row_id, put=(application, goal), draft_id=draft_id, token="token", undoable=True), NOW)
    os.write(1, f"{row_id}\n".encode())


def main(folder: str, home: str, name: str, threads: str, rows: str) -> None:
    """Recover as a server does at its start, then save ``rows`` rows in each thread."""
    store = Store(Path(folder), Path(home))
    store.recover(NOW)

    def work(thread: int) -> None:
        for number in range(int(rows)):
            save(store, f"{name}x{thread}x{number}")

    workers = [threading.Thread(target=work, args=(thread,)) for thread in range(int(threads))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main(*sys.argv[1:])
