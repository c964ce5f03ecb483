"""Pictures of each route in each state, desk and phone, light and dark: ``python -m tests.browser.pictures OUT``."""

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from lib.workflows.drafts.debrief import STEPS
from tests.browser.chromium import DESK, PHONE, SCHEMES, Scheme, Watch, executable, launch, picture, settled, window
from tests.browser.entries import begun, debriefed, store_of
from tests.browser.server import ROOT, Server
from tests.conftest import NOW
from tests.pages.routes import Route, fixed_routes, routes_of
from tests.store.damage import READ_ONLY, ROW_LOST

FIRST = "today"
"""The page that the app opens with, at the address without a path."""


class Shot(NamedTuple):
    name: str
    path: str


def shot(route: Route) -> Shot:
    """A route by the name of its page and what its address holds."""
    page = route.page.partition("/")[2]
    words = [word if key in ("view", "form", "new", "part") else key for key, word in route.address.items()]
    query = f"?{urlencode(dict(route.address))}" if route.address else ""
    return Shot("-".join([page, *words]), f"/{query}" if page == FIRST else f"/{page}{query}")


def pages() -> list[Shot]:
    """Every page of the menu, by its file's name."""
    return [shot(route) for route in fixed_routes() if not route.address]


def _empty(_: Server) -> list[Shot]:
    return [shot(route) for route in fixed_routes()]


def _few(server: Server) -> list[Shot]:
    """Two debriefs, and a third one in the middle: the first week."""
    debriefed(server)
    debriefed(server, company="Contoso", role="Analyst", date="2026-11-18", stage="recruiter_screen", forecast="40")
    screens = {screen: begun(server, screen, company="Fabrikam") for screen in STEPS}
    debriefing = [Shot(f"debrief-{screen}", f"/debrief?draft={draft.id}") for screen, draft in screens.items()]
    return [*map(shot, fixed_routes()), *debriefing]


def _sample(server: Server) -> list[Shot]:
    shutil.copytree(ROOT / "data" / "sample", server.data, dirs_exist_ok=True)
    rows = [route for route in routes_of(store_of(server).load().workbook, rows=[-1]) if not _is_seen_elsewhere(route)]
    return [*map(shot, fixed_routes()), *map(shot, rows)]


def _is_seen_elsewhere(route: Route) -> bool:
    """The parts of a debrief open from both of its pages."""
    return route.page == "main/journal" and route.address.get("part", "outcome") != "outcome"


def _damaged(server: Server) -> list[Shot]:
    """The sample with a file that cannot be read to its end, and one with rows that cannot be read."""
    shots = _sample(server)
    READ_ONLY["a quote that is not closed"](server.data / "questions.csv")
    next(iter(ROW_LOST.values()))(server.data / "interviews.csv")
    return [one for one in shots if one in {shot(route) for route in fixed_routes()}]


README: Mapping[str, tuple[str, int, int, Scheme]] = {
    "today": ("/", DESK, 860, "light"),
    "phone": ("/journal", PHONE, 800, "dark"),
    "progress": ("/progress", DESK, 800, "light"),
}
"""The pictures of the README, each with its address, its width and height, and its colours."""

STATES: Mapping[str, Callable[[Server], list[Shot]]] = {
    "empty": _empty,
    "few": _few,
    "sample": _sample,
    "damaged": _damaged,
}
"""What the workbook holds, and the routes worth a picture then."""


def take(browser: Browser, server: Server, shots: Sequence[Shot], out: Path) -> Iterator[Path]:
    """Saves each shot in its four variants; raises where a page asked another machine for something."""
    variants: Iterator[tuple[int, Scheme]] = product((DESK, PHONE), SCHEMES)
    for width, scheme in variants:
        watch = Watch()
        with window(browser, watch, width=width, scheme=scheme) as page:
            for one in shots:
                page.goto(f"{server.url}{one.path}")
                yield picture(page, out / f"{one.name}-{width}-{scheme}.png")
        if watch.strangers():
            raise RuntimeError(f"Asked another machine for {watch.strangers()}")


def take_for_readme(browser: Browser, server: Server, out: Path) -> Iterator[Path]:
    """Saves the top of a few routes, as one first sees them."""
    for name, (path, width, height, scheme) in README.items():
        with window(browser, Watch(), width, height, scheme) as page:
            page.goto(f"{server.url}{path}")
            settled(page)
            page.screenshot(path=out / f"{name}.png", animations="disabled")
        yield out / f"{name}.png"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.browser.pictures", description=__doc__)
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--state", action="append", choices=STATES, default=[], help="only in these states")
    parser.add_argument("--sample", action="append_const", dest="state", const="sample", help="as --state sample")
    parser.add_argument("--readme", action="store_true", help="those of the README alone, of the sample: OUT is docs")
    parser.add_argument("--data", type=Path, help="over a copy of this folder, and the pages only")
    parser.add_argument(
        "--page", action="append", default=[], metavar="NAME=PATH", help="only these, as journal=/journal?debrief=iv-…"
    )
    return parser.parse_args()


def laid_out(server: Server, state: str, data: Path | None) -> list[Shot]:
    """Lays the files of a state into the server's folder; what there is to see then."""
    if data is None:
        return STATES[state](server)
    shutil.copytree(data, server.data, dirs_exist_ok=True)
    return pages()


def main() -> None:
    given = arguments()
    only = [Shot(*entry.split("=", 1)) for entry in given.page]
    states = ["given"] if given.data else ["sample"] if given.readme else given.state or list(STATES)
    started, count = datetime.now().astimezone(), 0
    with sync_playwright() as playwright:
        path = executable(playwright)
        if path is None:
            raise SystemExit("No Chromium was found on this machine.")
        browser = launch(playwright, path)
        for state in states:
            with tempfile.TemporaryDirectory() as folder:
                server = Server(Path(folder), environment={"AFTERWORD_NOW": NOW.isoformat()})
                shots = laid_out(server, state, given.data)
                out = given.out / state if len(states) > 1 else given.out
                try:
                    running = server.start()
                    taken = take_for_readme if given.readme else partial(take, shots=only or shots)
                    count += sum(1 for _ in taken(browser, running, out=out))
                finally:
                    server.kill()
                    print(server.output(), end="")
    print(f"{count} pictures in {given.out}, {(datetime.now().astimezone() - started).seconds} s")


if __name__ == "__main__":
    main()
