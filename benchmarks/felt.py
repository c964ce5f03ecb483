"""What a person feels, from the click to the last change of the page: ``python -m benchmarks.felt``.

Afterword with the sample workbook, next to a Streamlit app of two bare pages and, with ``--kestrel COMMAND``, next to
Kestrel, empty (``pip install kestrel-app`` in an environment of its own; FastAPI and React), in one browser, in turn.

*Cold* is the first page in a browser that has nothing of the app, *warm* the same page again, *switch* a click in the
menu. Medians. A page counts as done once nothing in it changed for ``CALM`` milliseconds. For the switches of the
Streamlit apps it also shows where the time goes: until the browser asks, until the server's first answer, until its
last, and until the browser has drawn that.
"""

import argparse
import contextlib
import os
import shutil
import signal
import statistics
import subprocess
import tempfile
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.pages import bare_server
from benchmarks.workbooks import NOW
from tests.browser.chromium import executable, launch
from tests.browser.server import ROOT, Server, free_port

CALM = 600
"""Milliseconds without a change after which a page counts as done: longer than any pause within one."""
WATCHING = """() => {
    const seen = window.__seen = { changed: 0, clicked: 0, asked: 0, first: 0, last: 0 };
    const now = () => performance.now();
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(() => { seen.changed = now(); }).observe(document, all);
    document.addEventListener("pointerdown", () => {
        Object.assign(seen, { changed: 0, clicked: now(), asked: 0, first: 0, last: 0 });
    }, true);
    const send = WebSocket.prototype.send, heard = new WeakSet();
    WebSocket.prototype.send = function (data) {
        if (!heard.has(this)) {
            heard.add(this);
            this.addEventListener("message", () => { seen.first ||= now(); seen.last = now(); });
        }
        seen.asked ||= now();
        return send.call(this, data);
    };
}"""
DONE = f"""() => {{
    const {{ changed, asked, last }} = window.__seen;
    return changed && (!asked || last) && performance.now() - Math.max(changed, last) > {CALM};
}}"""


@dataclass(frozen=True)
class App:
    """An app to be measured: its first page, and the links of its menu to switch between."""

    name: str
    url: str
    menu: str
    links: Sequence[str]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.felt", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--kestrel", metavar="COMMAND", default="")
    given = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        path = executable(playwright)
        if path is None:
            raise SystemExit("No Chromium was found on this machine.")
        browser = launch(playwright, path)
        with contextlib.ExitStack() as running:
            apps = [running.enter_context(started) for started in _apps(Path(place), given.kestrel)]
            _print(browser, apps, given.rounds)


def _print(browser: Browser, apps: Sequence[App], rounds: int) -> None:
    loads = {app.name: ([], []) for app in apps}
    for _ in range(rounds):
        for app in apps:
            for times, took in zip(loads[app.name], loaded(browser, app), strict=True):
                times.append(took)
    switches = _switches(browser, apps, rounds)
    print("| app | cold | warm | switch |\n|---|---|---|---|")
    for app in apps:
        cold, warm = (statistics.median(times) for times in loads[app.name])
        print(f"| {app.name} | {cold / 1000:.2f} s | {warm / 1000:.2f} s | {_median(switches[app.name], 3):.0f} ms |")
    print("\n| switch | until it asks | first answer | last answer | drawn |\n|---|---|---|---|---|")
    for app in apps:
        steps = [f"{_median(switches[app.name], step):.0f} ms" for step in range(4)]
        if app.menu:
            print(f"| {app.name} | {' | '.join(steps)} |")
    print("\n| page | switch |\n|---|---|")
    for title in apps[0].links:
        print(f"| {title} | {_median([each for each in switches[apps[0].name] if each[4] == title], 3):.0f} ms |")


def loaded(browser: Browser, app: App) -> tuple[float, float]:
    """Milliseconds to the last change of the first page: with nothing of the app in the browser, and again."""
    with page_of(browser) as page:
        page.goto(app.url)
        cold = _last_change(page)
        page.reload()
        return cold, _last_change(page)


def _switches(browser: Browser, apps: Sequence[App], rounds: int) -> dict[str, list[tuple[float, ...]]]:
    """Each switch by app: milliseconds from the click to the question, the answers and the last change; where to."""
    found: dict[str, list[tuple[float, ...]]] = {app.name: [] for app in apps}
    with contextlib.ExitStack() as opened:
        pages = [opened.enter_context(page_of(browser)) for _ in apps]
        for app, page in zip(apps, pages, strict=True):
            page.goto(app.url)
            _last_change(page)
        for number in range(rounds + 1):
            for app, page in zip(apps, pages, strict=True):
                page.bring_to_front()
                taken = [switched(page, app, title) for title in app.links]
                found[app.name] += taken if number else []  # in the first round pages are compiled
    return found


def switched(page: Page, app: App, title: str) -> tuple[float, ...]:
    menu = page.locator(app.menu) if app.menu else page
    menu.get_by_role("link", name=title, exact=True).click()
    _last_change(page)
    seen = page.evaluate("() => window.__seen")
    return (*(seen[moment] - seen["clicked"] for moment in ("asked", "first", "last", "changed")), title)


def _last_change(page: Page) -> float:
    """When the page last changed, in milliseconds since it was asked for, once it is calm."""
    page.wait_for_function(DONE)
    return float(page.evaluate("() => window.__seen.changed"))


def _median(switches: Sequence[tuple[float, ...]], step: int) -> float:
    return statistics.median(each[step] for each in switches)


@contextmanager
def page_of(browser: Browser) -> Iterator[Page]:
    """A page in a browser that knows nothing of any app."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    context.add_init_script(f"({WATCHING})()")
    try:
        yield context.new_page()
    finally:
        context.close()


def _apps(place: Path, kestrel: str) -> Iterator[contextlib.AbstractContextManager[App]]:
    yield _afterword(place / "afterword")
    yield _two_pages(place / "floor")
    if kestrel:
        yield _kestrel(place / "kestrel", kestrel)


@contextmanager
def _afterword(place: Path) -> Iterator[App]:
    server = Server(place, environment={"AFTERWORD_NOW": NOW.isoformat()})
    shutil.copytree(ROOT / "data" / "sample", server.data, dirs_exist_ok=True)
    links = ("Debrief", "Journal", "Follow-up", "Progress", "Practice", "Applications", "Decide", "Today")
    with _running(server.start, server.kill):
        yield App("Afterword", server.url, '[data-testid="stSidebarNav"]', links)


@contextmanager
def _two_pages(place: Path) -> Iterator[App]:
    server = bare_server(place, "two_pages.py")
    with _running(server.start, server.kill):
        yield App("two bare pages", server.url, '[data-testid="stSidebarNav"]', ("Second", "First"))


@contextmanager
def _kestrel(place: Path, command: str) -> Iterator[App]:
    place.mkdir()
    port = free_port()
    words = [command, "start", "--host", "127.0.0.1", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(
        words, cwd=place, env=os.environ | {"HOME": str(place)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}/"
    with _running(lambda: _wait_for(url), lambda: process.send_signal(signal.SIGTERM)):
        yield App("Kestrel", url, "", ("Skills", "Contacts", "Follow-Ups", "Pipeline"))


@contextmanager
def _running(start: Callable[[], object], end: Callable[[], object]) -> Iterator[None]:
    try:
        start()
        yield
    finally:
        end()


def _wait_for(url: str) -> None:
    until, pause = monotonic() + 120, Event()
    while monotonic() < until:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        pause.wait(0.2)
    raise TimeoutError(f"{url} did not answer.")


if __name__ == "__main__":
    main()
