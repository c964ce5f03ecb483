"""``python -m tests.copy_listing [OUT]``: writes the listing, by default into ``tests/copy``."""

import argparse
import logging
import shutil
from datetime import datetime
from pathlib import Path

from tests.copy_listing import KEPT
from tests.copy_listing.listing import files


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.copy_listing", description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=KEPT, help="the folder for the listing")
    out = parser.parse_args().out
    logging.disable(logging.WARNING)
    started = datetime.now().astimezone()
    made = files()
    if out == KEPT:
        shutil.rmtree(out, ignore_errors=True)
    for name, text in made.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    lines = sum(text.count("\n") for text in made.values())
    print(f"{len(made)} files, {lines} lines in {out}, {(datetime.now().astimezone() - started).seconds} s")


if __name__ == "__main__":
    main()
