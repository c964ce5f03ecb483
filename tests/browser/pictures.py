"""Pictures of every page, desk and phone, light and dark: ``python -m tests.browser.pictures OUT [--sample]``."""

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import DESK, PHONE, SCHEMES, Scheme, Watch, executable, launch, picture, window
from tests.browser.server import ROOT, Server

FIRST = "today"
"""The page that the app opens with, at the address without a path."""


class Shot(NamedTuple):
    name: str
    path: str


def pages() -> list[Shot]:
    """Every page of the menu, by its file's name."""
    names = [file.stem for file in sorted((ROOT / "pages").glob("*/*.py")) if not file.stem.startswith("_")]
    return [Shot(name, "/" if name == FIRST else f"/{name}") for name in names]


def take(browser: Browser, server: Server, shots: Sequence[Shot], out: Path) -> Iterator[Path]:
    """Saves each shot in its four variants; raises where a page asked another machine for something."""
    variants: Iterator[tuple[int, Scheme]] = product((DESK, PHONE), SCHEMES)
    for width, scheme in variants:
        watch = Watch()
        with window(browser, watch, width=width, scheme=scheme) as page:
            for shot in shots:
                page.goto(f"{server.url}{shot.path}")
                yield picture(page, out / f"{shot.name}-{width}-{scheme}.png")
        if watch.strangers():
            raise RuntimeError(f"Asked another machine for {watch.strangers()}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.browser.pictures", description=__doc__)
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--sample", action="store_true", help="over a copy of data/sample instead of an empty folder")
    parser.add_argument("--data", type=Path, help="over a copy of this folder")
    parser.add_argument(
        "--page", action="append", default=[], metavar="NAME=PATH", help="only these, as journal=/journal?debrief=iv-…"
    )
    return parser.parse_args()


def main() -> None:
    given = arguments()
    shots = [Shot(*entry.split("=", 1)) for entry in given.page] or pages()
    source = given.data or (ROOT / "data" / "sample" if given.sample else None)
    started = datetime.now().astimezone()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = executable(playwright)
        if path is None:
            raise SystemExit("No Chromium was found on this machine.")
        server = Server(Path(folder))
        if source is not None:
            shutil.copytree(source, server.data, dirs_exist_ok=True)
        try:
            server.start()
            count = sum(1 for _ in take(launch(playwright, path), server, shots, given.out))
        finally:
            server.kill()
            print(server.output(), end="")
    print(f"{count} pictures in {given.out}, {(datetime.now().astimezone() - started).seconds} s")


if __name__ == "__main__":
    main()
