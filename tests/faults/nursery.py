"""Writers that are born and killed in rounds, from a process with one thread, so that a birth costs a fork only.

``python -m tests.faults.nursery FOLDER HOME ROUNDS SEED`` prints each id that was acknowledged before a kill.
"""

import os
import random
import select
import signal
import sys
import threading
from pathlib import Path

from lib.store import Store
from tests.faults.writer import NOW, save

WRITERS = 3
THREADS = 2


def write_until_killed(store: Store, name: str) -> None:
    """What a writer does: recover as at a server's start, then save in two threads for ever."""
    store.recover(NOW)

    def work(thread: int) -> None:
        for number in range(1_000_000):
            save(store, f"{name}x{thread}x{number}")

    for thread in range(THREADS):
        threading.Thread(target=work, args=(thread,)).start()


def born(store: Store, name: str) -> tuple[int, int]:
    """A new writer: its process id, and the end of the pipe on which it acknowledges."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        os.close(reader)
        write_until_killed(store, name)
        threading.Event().wait()
    os.close(writer)
    return child, reader


def read_to_end(reader: int) -> str:
    parts = []
    while part := os.read(reader, 65536):
        parts.append(part)
    os.close(reader)
    return b"".join(parts).decode()


def round_of(store: Store, number: int, chance: random.Random) -> str:
    """What three writers acknowledged until they were killed, all three at one moment in the middle of their work."""
    writers = [born(store, f"r{number}w{writer}") for writer in range(WRITERS)]
    select.select([reader for _, reader in writers], [], [])  # one save is through: they are all at work
    select.select([], [], [], chance.random() * 0.03)
    for child, _ in writers:
        os.kill(child, signal.SIGKILL)
    for child, _ in writers:
        os.waitpid(child, 0)
    return "".join(read_to_end(reader) for _, reader in writers)


def main(folder: str, home: str, rounds: str, seed: str) -> None:
    """All rounds."""
    chance = random.Random(int(seed))
    for number in range(int(rounds)):
        print(round_of(Store(Path(folder), Path(home)), number, chance), end="", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
