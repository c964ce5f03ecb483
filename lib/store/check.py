"""``python -m lib.store.check FOLDER``: what in a folder of CSV files cannot be read. Writes nothing into it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from lib.store.locations import default_home
from lib.store.store import LoadedWorkbook, Store
from lib.store.tables import broken_seals

CLEAN, PROBLEMS, NO_FOLDER = 0, 1, 2


def report(loaded: LoadedWorkbook) -> str:
    """Every problem in a line, then what follows from them."""
    lines = [problem.sentence for problem in (*loaded.problems, *broken_seals(loaded.tables))]
    if loaded.read_only:
        lines.append(loaded.read_only)
    elif not lines:
        lines.append("Every row of every file can be read.")
    else:
        lines.append(f"Rows left out: {loaded.unreadable_rows()}. The workbook can be changed as usual.")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the report of one folder; 0: clean, 1: something was found, 2: no such folder."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("Usage: python -m lib.store.check FOLDER (a folder of CSV files that is there)", file=sys.stderr)
        return NO_FOLDER
    loaded = Store(Path(arguments[0]), default_home()).load()
    print(report(loaded))
    return PROBLEMS if loaded.problems or loaded.read_only or broken_seals(loaded.tables) else CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
