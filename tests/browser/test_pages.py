"""Every page, opened at its own address on a server that has just started, over an empty workbook and the sample."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import DESK, PHONE, Scheme, Watch, settled, window
from tests.browser.pictures import Shot, pages
from tests.browser.server import ROOT, Server

PALE = Path(__file__).with_name("pale.js").read_text("utf-8")
WIDE = """() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stMain"] *')]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > window.innerWidth + 1)
    .filter((part) => !part.closest('[data-testid="stDataFrame"], [data-testid="stPlotlyChart"]'))
    .map((part) => part.dataset.testid || part.tagName)"""
VIEWS: dict[str, tuple[int, Scheme]] = {"desk, light": (DESK, "light"), "phone, dark": (PHONE, "dark")}
WORKBOOKS = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("empty", "sample")]


@dataclass(frozen=True)
class Sight:
    """What there is to say of a page as it stands."""

    headings: list[str]
    pale: list[str]
    wide: list[str]
    broken: list[str]
    strangers: list[str]


@pytest.fixture(scope="module", params=WORKBOOKS)
def workbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app over a workbook that these tests only look at."""
    running = Server(tmp_path_factory.mktemp(request.param))
    if request.param == "sample":
        shutil.copytree(ROOT / "data" / "sample", running.data, dirs_exist_ok=True)
    try:
        yield running.start()
    finally:
        running.kill()


@pytest.fixture(scope="module")
def sights(workbook: Server, browser: Browser) -> Callable[[Shot, str], Sight]:
    """Opens a page in a view, once for all that is asked of it."""

    @cache
    def look(shot: Shot, view: str) -> Sight:
        width, scheme = VIEWS[view]
        watch = Watch()
        with window(browser, watch, width=width, scheme=scheme) as page:
            page.goto(f"{workbook.url}{shot.path}")
            settled(page)
            headings = page.get_by_role("heading", level=1).all_inner_texts()
            broken = page.get_by_test_id("stException").all_inner_texts() + watch.errors
            return Sight(headings, page.evaluate(PALE), page.evaluate(WIDE), broken, watch.strangers())

    return look


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=pages(), ids=lambda shot: shot.name)
def sight(request: pytest.FixtureRequest, sights: Callable[[Shot, str], Sight], view: str) -> Sight:
    return sights(request.param, view)


def test_a_page_opens_without_an_error(sight: Sight) -> None:
    assert sight.broken == []


def test_a_page_has_one_title(sight: Sight) -> None:
    assert len(sight.headings) == 1


def test_every_word_of_a_page_stands_out_from_its_ground(sight: Sight) -> None:
    assert sight.pale == []


def test_a_page_is_no_wider_than_the_screen(sight: Sight) -> None:
    assert sight.wide == []


def test_a_page_asks_no_other_machine_for_anything(sight: Sight) -> None:
    assert sight.strangers == []


def test_a_server_that_others_can_reach_shows_nothing(tmp_path: Path, browser: Browser) -> None:
    server = Server(tmp_path, flags=("--server.address", "0.0.0.0"))
    try:
        with window(browser, Watch()) as page:
            page.goto(server.start().url)
            expect(settled(page).get_by_role("heading", name="Not shown here")).to_be_visible()
            expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    finally:
        server.kill()
