"""The harness can be trusted: it waits as long as it must, and sees what it should."""

import os
import socket
import struct
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PHONE, Watch, picture, settled, unmoved, window
from tests.browser.server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The tiny page, under the settings of the house; one server for all tests."""
    here, folder = Path(__file__), tmp_path_factory.mktemp("tiny")
    copy = folder / "app" / "tiny.py"
    (copy.parent / ".streamlit").mkdir(parents=True)
    copy.write_bytes(here.with_name("tiny.py").read_bytes())
    settings = here.parent.parent.parent / ".streamlit" / "config.toml"
    (copy.parent / ".streamlit" / "config.toml").write_bytes(settings.read_bytes())
    running = Server(folder, copy)
    try:
        yield running.start()
        assert running.talked_to() == []
    finally:
        running.kill()


def test_settled_waits_until_a_slow_run_has_ended(server: Server, page: Page) -> None:
    page.goto(server.url)
    settled(page).get_by_role("button", name="Think").click()
    assert settled(page).get_by_text("Thought about it.").is_visible()


def test_settled_waits_until_the_widgets_are_drawn(server: Server, page: Page) -> None:
    page.goto(server.url)
    assert settled(page).get_by_role("textbox", name="Name").is_visible()


def test_settled_waits_for_the_run_that_leaving_a_field_asks_for(server: Server, page: Page) -> None:
    page.goto(server.url)
    settled(page).get_by_role("textbox", name="Name").fill("Ada")
    page.keyboard.press("Tab")
    assert settled(page).get_by_text("Hello, Ada.").is_visible()


def test_a_page_that_still_scrolls_is_waited_for(server: Server, page: Page) -> None:
    page.goto(server.url)
    settled(page).get_by_role("button", name="Scroll").click()
    settled(page).evaluate("""() => {
        const main = document.querySelector('[data-testid="stMain"]');
        const on = (times) => { main.scrollBy(0, 100); if (times > 1) setTimeout(() => on(times - 1), 100); };
        on(6);
    }""")
    assert unmoved(page).evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollTop") == 600


def test_a_killed_server_comes_back_on_the_same_address(server: Server, page: Page) -> None:
    page.goto(server.url)
    settled(page)
    server.restart()
    page.goto(server.url)
    assert settled(page).get_by_role("heading", name="Tiny").is_visible()


def test_an_error_shows_no_traceback_and_none_of_its_words(server: Server, browser: Browser) -> None:
    with window(browser, Watch()) as page:
        page.goto(server.url)
        settled(page).get_by_role("button", name="Break").click()
        expect(page.get_by_test_id("stException")).to_be_visible()
        assert "a private word" not in page.content()


def test_a_request_to_another_machine_is_noticed(server: Server, browser: Browser) -> None:
    watch = Watch()
    with window(browser, watch) as page:
        page.route("http://elsewhere.example/**", lambda route: route.abort())
        page.goto(server.url)
        settled(page).evaluate("() => fetch('http://elsewhere.example/word').catch(() => null)")
    assert watch.strangers() == ["http://elsewhere.example/word"]


def test_the_page_asks_no_other_machine_for_anything(server: Server, page: Page, watch: Watch) -> None:
    page.goto(server.url)
    settled(page)
    assert len(watch.addresses) > 10
    assert watch.strangers() == []


def test_a_picture_holds_the_page_to_its_end(server: Server, browser: Browser, tmp_path: Path) -> None:
    with window(browser, Watch(), width=PHONE) as page:
        page.goto(server.url)
        settled(page).get_by_role("button", name="Scroll").click()
        width, height = size_of(picture(page, tmp_path / "tiny.png"))
    assert width == PHONE
    assert height > 60 * 24


def test_the_first_start_in_an_empty_home_asks_for_nothing(server: Server) -> None:
    assert "email" not in server.output().casefold()
    assert list((server.folder / "user").iterdir()) == []


def test_at_its_start_the_app_names_its_address_and_opens_the_browser(tmp_path: Path) -> None:
    opener, opened = tmp_path / "opener", tmp_path / "opened"
    os.mkfifo(opened)
    opener.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n', "utf-8")
    opener.chmod(0o700)
    server = Server(tmp_path, flags=("--server.headless", "false"), environment={"BROWSER": f"{opener} %s"})
    try:
        server.start()
        assert opened.read_text("utf-8") == f"{server.url}\n"
        assert f"Afterword is at {server.url}" in server.output()
    finally:
        server.kill()


def test_streamlit_knows_every_setting_that_is_made(server: Server, page: Page) -> None:
    page.goto(server.url)
    settled(page)
    assert "is not a valid config option" not in server.output()


def test_the_server_cannot_be_reached_from_another_address(server: Server) -> None:
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.2", server.port)) != 0


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1", 101), ("localhost", 101), ("elsewhere.example", 403)])
def test_only_this_machine_s_own_names_open_a_session(server: Server, host: str, status: int) -> None:
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    asking = HTTPConnection("127.0.0.1", server.port, timeout=10)
    asking.request("GET", "/_stcore/stream", headers={**upgrade, **key, "Host": f"{host}:{server.port}"})
    assert asking.getresponse().status == status
    asking.close()


def size_of(png: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", png.read_bytes()[16:24])
    return width, height
