"""The app in a real browser. Each test has a server, a data folder and a browser profile of its own."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.chromium import Watch, executable, launch, window
from tests.browser.server import APP, Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test shows what the app has printed."""
    report = yield
    server = getattr(item, "funcargs", {}).get("server")
    if report.failed and isinstance(server, Server):
        report.sections.append((f"the app's output ({server.url})", server.output()))
    return report


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


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """An empty page of 1280 by 800; at the end it must have asked no other machine for anything, and broken nowhere."""
    with window(browser, watch) as opened:
        yield opened
        broken = [] if opened.is_closed() else opened.get_by_test_id("stException").all_inner_texts()
    assert watch.strangers() == []
    assert watch.errors == []
    assert broken == []
