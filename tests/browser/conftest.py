"""The app in a real browser. Each test has a server, a data folder and a browser profile of its own."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.chromium import Watch, executable, launch, window
from tests.browser.person import Person
from tests.browser.server import APP, Server
from tests.conftest import NOW


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))  # named at the end of the run, as RERUN, to be mended


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test shows what the app has printed."""
    report = yield
    servers = [given for given in getattr(item, "funcargs", {}).values() if isinstance(given, Server)]
    for server in servers if report.failed else []:
        report.sections.append((f"the app's output ({server.url})", server.output()))
    return report


@pytest.fixture(autouse=True)
def _chance(chance: Random) -> None:
    """What ``tests.browser.entries`` draws ids from."""


@pytest.fixture
def app() -> Path:
    """The script that ``server`` runs; a test module may name another one."""
    return APP


@pytest.fixture
def server(tmp_path: Path, app: Path) -> Iterator[Server]:
    """The app, running over an empty data folder; ``kill``, ``start`` and ``restart`` keep the port and the folders."""
    running = Server(tmp_path, app)
    try:
        yield running.start()
        assert running.talked_to() == []
    finally:
        running.kill()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        expect.set_options(timeout=15_000)
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = executable(playwright)
    if path is None and os.environ.get("CI"):
        pytest.fail("No Chromium was found, and CI asks for the browser tests.")
    if path is None:
        pytest.skip("No Chromium was found on this machine.")
    started = launch(playwright, path)
    yield started
    started.close()


@pytest.fixture
def watch() -> Watch:
    """What ``page`` asks the network for, and the errors of its scripts."""
    return Watch()


Windows = Callable[..., Page]


@pytest.fixture
def windows(browser: Browser, watch: Watch) -> Iterator[Windows]:
    """Opens pages, each in a profile of its own: ``windows(width=390, scheme="dark")``.

    At the end they must have asked no other machine for anything, shown no error box and no dialog, and broken nowhere.
    """
    with ExitStack() as opened:
        yield lambda **size: opened.enter_context(window(browser, watch, **size))
    assert watch.strangers() == []
    assert watch.errors == []
    assert watch.broken == []
    assert watch.dialogs == []


@pytest.fixture
def page(windows: Windows) -> Page:
    """An empty page of 1280 by 800, watched as all ``windows`` are."""
    return windows()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("afterword"), environment={"AFTERWORD_NOW": NOW.isoformat()})
    try:
        yield server.start()
        assert server.talked_to() == []
    finally:
        server.kill()


@pytest.fixture
def workbook(running: Server) -> Server:
    """The app over an empty folder, on Friday evening: one server for all tests of a process that do not kill it."""
    return running.emptied()


@pytest.fixture
def person(workbook: Server, page: Page) -> Person:
    """Someone who opens the app over an empty folder."""
    return Person(page, workbook.url)
