"""In a real browser, a page on another port of this machine gets nothing of the workbook."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import settled
from tests.browser.entries import debriefed
from tests.browser.person import Person
from tests.browser.server import Server

COMPANY = "Zanzibar Ltd"
PAGE = b"<!doctype html><title>Another page</title><h1>Another page</h1>"

TRIES = """async (target) => {
    const asked = (what) => what.then(() => "got it", () => "nothing");
    const loaded = (part) => asked(new Promise((load, fail) => {
        part.onload = load; part.onerror = fail; document.body.append(part);
    }));
    const made = (name, address) => Object.assign(document.createElement(name), { src: address });
    const socket = new WebSocket(target.replace("http", "ws") + "/_stcore/stream");
    const told = { method: "PUT", body: new FormData() };
    return {
        socket: await asked(new Promise((open, fail) => { socket.onopen = open; socket.onerror = fail; })),
        fetch: await asked(fetch(target + "/")),
        health: await asked(fetch(target + "/_stcore/health", { credentials: "include" })),
        upload: await asked(fetch(target + "/_stcore/upload_file/a/b", told)),
        image: await loaded(made("img", target + "/favicon.png")),
        script: await loaded(made("script", target + window.script)),
    };
}"""
FRAMED = """(target) => new Promise((done) => {
    const frame = Object.assign(document.createElement("iframe"), { src: target });
    frame.onload = () => { try { done(frame.contentDocument ? "blank" : "closed"); } catch { done("closed"); } };
    document.body.append(frame);
})"""


class Another(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing in the test's output."""


@pytest.fixture
def another() -> Iterator[int]:
    """The port of another server on this machine, whose page tries things."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Another)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    serving.join()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_port_s_page_gets_no_socket_no_answer_no_image_and_no_script(
    person: Person, workbook: Server, another: int, host: str
) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook, company=COMPANY)}")
    page = person.rest().page
    script = page.locator("script[src]").first.get_attribute("src") or ""
    page.goto(f"http://{host}:{another}/")
    page.evaluate("(script) => { window.script = script; }", "/" + script.lstrip("./"))
    answers = page.evaluate(TRIES, workbook.url)
    assert {name for name, answer in answers.items() if answer != "nothing"} == set()


def test_another_port_s_page_frames_nothing(person: Person, workbook: Server, another: int) -> None:
    debriefed(workbook, company=COMPANY)
    page = person.page
    page.goto(f"http://127.0.0.1:{another}/")
    page.evaluate(FRAMED, workbook.url + "/journal")
    assert COMPANY not in "".join(frame.content() for frame in page.frames)
    assert not any(frame.url.startswith(workbook.url) for frame in page.frames)


def test_a_link_on_another_port_s_page_opens_the_app_and_its_page_can_t_reach_it(
    person: Person, workbook: Server, another: int
) -> None:
    page = person.page
    page.goto(f"http://localhost:{another}/")
    with page.expect_popup() as opening:
        page.evaluate("(target) => { window.opened = window.open(target); }", workbook.url)
    expect(settled(opening.value).get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("() => window.opened.closed || window.opened.length === 0") is True


def test_who_is_not_known_gets_in_with_the_key_from_the_terminal(tmp_path: Path, page: Page) -> None:
    server = Server(tmp_path, environment={"AFTERWORD_ALLOW_NETWORK": "yes"})
    try:
        server.start()
        page.context.set_extra_http_headers({"X-Forwarded-For": "192.0.2.1"})
        page.goto(server.url)
        expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
        (address,) = re.findall(r"http\S+key=\S+", server.output())
        page.goto(address)
        expect(settled(page).get_by_role("link", name="Journal")).to_be_visible()
        assert "key" not in page.url
        page.goto(address)
        expect(settled(page).get_by_role("link", name="Journal")).to_be_visible()
        page.context.clear_cookies()
        page.goto(address)
        expect(page.get_by_role("heading", name="This key doesn't work")).to_be_visible()
        assert page.get_by_text("Journal").count() == 0
    finally:
        page.context.set_extra_http_headers({})
        server.kill()
