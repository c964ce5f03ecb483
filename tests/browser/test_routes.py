"""Every route of the app at its own address, over workbooks in each state: opened once, asked many things."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from lib.records.workbook import Workbook
from tests.browser.axe import findings
from tests.browser.chromium import DESK, PHONE, Scheme, Watch, settled, turned_to, window
from tests.browser.pictures import STATES, shot
from tests.browser.server import Server
from tests.conftest import NOW
from tests.pages.routes import Route, fixed_routes, routes_of, views
from tests.sample.conftest import rows as rows_of

PALE = Path(__file__).with_name("pale.js").read_text("utf-8")
WIDE = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stMain"] *')]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > window.innerWidth + 1)
    .filter((part) => !part.closest('[data-testid="stDataFrame"], [data-testid="stPlotlyChart"]'))
    .filter((part) => part.type !== "range")  // hidden within the thumb that one sees
    .map((part) => part.dataset.testid || part.tagName)"""
MAIN_BUTTONS = """() => [...document.querySelectorAll('[data-testid="stMain"] button[kind^="primary"]')]
    .filter((part) => part.checkVisibility()).map((part) => part.innerText.trim())"""
PARTS = (None, "ratings", "job", "facts", "outcome", "score", "forget")
"""The parts of an entry that are looked at: one of each make."""
DESK_AT_200_PERCENT = DESK // 2


class Look(NamedTuple):
    """How somebody opens the app: the state of the workbook, the width of the window, and the scheme."""

    workbook: str
    width: int
    scheme: Scheme


LOOKS = {
    "empty": Look("empty", DESK, "light"),
    "few, phone, dark": Look("few", PHONE, "dark"),
    "sample": Look("sample", DESK, "light"),
    "damaged": Look("damaged", DESK, "light"),
}
"""What is opened at a desk is then looked at on a phone in the dark, too: the same page, turned and dimmed."""


@dataclass(frozen=True)
class Sight:
    """The faults of a route."""

    headings: list[str]
    main_buttons: list[str]
    pale: list[str]
    wide: list[str]
    axe: list[str]
    broken: list[str]
    strangers: list[str]


def routes(workbook: str) -> list[Route]:
    """Each view once, and in the sample each form and the first row of each table as well."""
    everywhere = [route for route in fixed_routes() if not (views(route.page) and not route.address)]
    if workbook != "sample":
        return [route for route in everywhere if "form" not in route.address]
    sample = Workbook(**{name: rows_of(model) for name, model in Workbook.MODELS.items()})  # type: ignore[arg-type]
    rows = [route for route in routes_of(sample, rows=[0]) if route.address.get("part") in PARTS]
    return [*everywhere, *(route for route in rows if "form" not in route.address)]


BY_THE_WAY = ("few", "damaged")
"""States in which only the pages of the menu are looked at, and every route with --long."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each route in each look."""
    if "route" not in metafunc.fixturenames:
        return
    is_long = metafunc.config.getoption("--long")
    seen = [
        pytest.param(name, route, id=f"{name}: {route}")
        for name, look in LOOKS.items()
        for route in routes(look.workbook)
        if is_long or look.workbook not in BY_THE_WAY or not route.address
    ]
    metafunc.parametrize(("name", "route"), seen)


@pytest.fixture(scope="module")
def look_at(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, Route], Sight]]:
    """Opens a route in a look, in a window that stays open: a look's first route is loaded, to the next it turns."""
    servers: dict[str, Server] = {}
    windows = ExitStack()

    def server_of(workbook: str) -> Server:
        if workbook not in servers:
            folder = tmp_path_factory.mktemp(workbook)
            running = servers[workbook] = Server(folder, environment={"AFTERWORD_NOW": NOW.isoformat()})
            STATES[workbook](running)
            running.start()
        return servers[workbook]

    @cache
    def window_of(name: str) -> tuple[Page, Watch]:
        watch = Watch()
        return windows.enter_context(window(browser, watch)), watch

    def look(name: str, route: Route) -> Sight:
        workbook, width, scheme = LOOKS[name]
        page, watch = window_of(name)
        watch.addresses.clear()
        watch.errors.clear()
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        address = f"{server_of(workbook).url}{shot(route).path}"
        if page.url.startswith("http"):
            return seen(turned_to(page, address), watch)
        page.goto(address)
        return seen(settled(page), watch)

    try:
        yield look
    finally:
        windows.close()
        for running in servers.values():
            running.kill()


def seen(page: Page, watch: Watch) -> Sight:
    headings = page.get_by_role("heading", level=1).all_inner_texts()
    pale, wide, main_buttons = page.evaluate(PALE), page.evaluate(WIDE), page.evaluate(MAIN_BUTTONS)
    axe = findings(page)
    if page.viewport_size and page.viewport_size["width"] == DESK:
        page.set_viewport_size({"width": DESK_AT_200_PERCENT, "height": 400})
        wide += settled(page).evaluate(WIDE)
        page.set_viewport_size({"width": PHONE, "height": 800})
        page.emulate_media(color_scheme="dark")
        wide += settled(page).evaluate(WIDE)
        pale += page.evaluate(PALE)
        axe += findings(page)
    broken = page.get_by_test_id("stException").all_inner_texts() + watch.errors
    return Sight(headings, main_buttons, pale, wide, axe, broken, watch.strangers())


@pytest.fixture
def sight(look_at: Callable[[str, Route], Sight], name: str, route: Route) -> Sight:
    return look_at(name, route)


def test_a_place_opens_whole_and_can_be_read(sight: Sight) -> None:
    """One test for all questions: a route is opened once, and the failure lists whatever is wrong with it."""
    assert sight.broken == []
    assert sight.strangers == []
    assert len(sight.headings) == 1
    assert len(sight.main_buttons) <= 1
    assert sight.pale == []
    assert sight.wide == []
    assert sight.axe == []


def test_a_server_that_others_can_reach_shows_nothing(tmp_path: Path, browser: Browser) -> None:
    server = Server(tmp_path, flags=("--server.address", "0.0.0.0"))
    try:
        with window(browser, Watch()) as page:
            page.goto(server.start().url)
            expect(settled(page).get_by_role("heading", name="Not shown here")).to_be_visible()
            expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    finally:
        server.kill()
