"""The workbook talks to nobody but the browser on this machine, and lets nobody else in."""

import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser.entries import debriefed
from tests.browser.person import Person
from tests.browser.server import Server

FOREIGN = "elsewhere.example"
OPENING = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
PATHS = ("/", "/journal", "/media/x", "/_stcore/health", "/_stcore/host-config", "/_stcore/metrics")


class Answer(NamedTuple):
    status: int
    leave: str | None
    """The origin whose pages may read it."""
    body: bytes


def asked(server: Server, path: str, method: str = "GET", **headers: str) -> Answer:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        with connection.getresponse() as answer:
            body = answer.read() if answer.status != 101 else b""
            return Answer(answer.status, answer.headers.get("Access-Control-Allow-Origin"), body)


TAB_ICONS = """
    window.tabIcons = [];
    new MutationObserver((changes) => {
        for (const { target } of changes) if (target.rel?.includes("icon")) window.tabIcons.push(target.href);
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["href"] });
"""


def test_the_icons_of_the_menu_ask_no_font_server(person: Person, workbook: Server) -> None:
    """Left alone, Streamlit takes the open page's icon for the browser tab, and that from a font server's address."""
    person.page.add_init_script(TAB_ICONS)
    person.visit()
    for name in ("Journal", "Your data", "Today"):
        person.page.get_by_role("link", name=name).click()
        expect(person.page).to_have_title(f"{name} · Afterword")
    asked = person.rest().page.evaluate("window.tabIcons")
    assert len(asked) >= 3
    assert all(address.startswith((workbook.url, "data:")) for address in asked)
    symbol = person.page.get_by_test_id("stSidebarNavLink").first.get_by_test_id("stIconMaterial")
    assert symbol.evaluate("(icon) => document.fonts.check(`20px ${getComputedStyle(icon).fontFamily}`)")


@pytest.mark.parametrize("origin", [f"http://{FOREIGN}", "https://share.streamlit.io", "null"])
def test_a_page_from_elsewhere_opens_no_session_and_nobody_is_asked_about_it(
    person: Person, workbook: Server, origin: str
) -> None:
    person.visit()
    assert asked(workbook, "/_stcore/stream", **OPENING, Origin=origin).status == 403
    assert workbook.talked_to() == []


def test_the_app_s_own_page_opens_a_session(workbook: Server) -> None:
    assert asked(workbook, "/_stcore/stream", **OPENING, Origin=workbook.url).status == 101


def test_over_http_nobody_from_elsewhere_may_read_an_answer_and_none_holds_an_entry(
    person: Person, workbook: Server
) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook, company='Zanzibar Ltd')}")
    answers = [asked(workbook, path, Host=FOREIGN, Origin=f"http://{FOREIGN}") for path in PATHS]
    assert {answer.leave for answer in answers} <= {None, f"http://localhost:{workbook.port}"}
    assert [answer.body for answer in answers if b"Zanzibar" in answer.body] == []


def test_a_page_from_elsewhere_uploads_nothing(workbook: Server) -> None:
    answer = asked(workbook, "/_stcore/upload_file/session/file", "PUT", Origin=f"http://{FOREIGN}")
    assert answer.status == 403


def test_another_folder_s_settings_do_not_open_it_to_other_machines(tmp_path: Path, page: Page) -> None:
    settings = tmp_path / ".streamlit" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('[server]\naddress = "0.0.0.0"\n[browser]\ngatherUsageStats = true\n', "utf-8")
    server = Server(tmp_path, cwd=tmp_path)
    try:
        Person(page, server.start().url).visit()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert server.talked_to() == []
    finally:
        server.kill()


def test_a_call_to_another_machine_is_noticed(tmp_path: Path) -> None:
    server = Server(tmp_path)
    call = "import socket; calling = socket.socket(); calling.setblocking(False); calling.connect_ex(('192.0.2.1', 9))"
    subprocess.run([sys.executable, "-c", call], env=server.environ(), check=True)
    assert server.talked_to() == ["socket.connect 192.0.2.1"]


def test_a_page_on_another_port_of_this_machine_opens_no_session_even_before_the_first_visit(workbook: Server) -> None:
    another = f"http://127.0.0.1:{workbook.port + 1}"
    assert asked(workbook, "/_stcore/stream", **OPENING, Origin=another).status == 403
    assert workbook.talked_to() == []


def test_nobody_frames_the_app_and_its_pages_load_nothing_from_elsewhere(workbook: Server) -> None:
    with closing(HTTPConnection("127.0.0.1", workbook.port, timeout=10)) as connection:
        connection.request("GET", "/")
        headers = connection.getresponse().headers
    policy = dict(rule.partition(" ")[::2] for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["frame-ancestors"] == "'none'"
    assert policy["default-src"] == "'none'"
    assert not any("http" in sources or "*" in sources or "eval" in sources for sources in policy.values())
    assert headers["X-Frame-Options"] == "DENY"
