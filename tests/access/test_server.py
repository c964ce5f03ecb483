"""A real server shows the workbook to the person who started it, and to nobody else."""

import os
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.access.raw import MPTCP, STREAM, WEBSOCKET, Answer, asked, opened, session
from tests.another_user import as_another_user, as_root
from tests.browser.entries import debriefed
from tests.browser.server import Server

COMPANY = "Zanzibar Ltd"
PATHS = ("/", "/journal", "/media/x.png", "/_stcore/health", "/_stcore/host-config", "/_stcore/metrics", "/static/x")
ELSEWHERE = {"X_Forwarded_For": "192.0.2.1"}
"""What makes a request one whose sender the system doesn't know, as from another machine."""
FLOOD = 1_000
A_WHILE = 30.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("afterword"), flags=("--logger.level", "debug"))
    debriefed(running, company=COMPANY)
    try:
        yield running.start()
        assert running.talked_to() == []
    finally:
        running.kill()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has opened yet, whose key nobody has seen."""
    running = Server(tmp_path)
    try:
        yield running.start()
    finally:
        running.kill()


def keys(server: Server) -> list[str]:
    """The keys that the terminal has shown so far."""
    return re.findall(r"\?key=(\S+)", server.output())


def test_the_person_gets_pages_and_a_session(server: Server) -> None:
    assert asked(server.port).status == 200
    assert opened(server.port, Origin=server.url) == 101
    with session(server, Origin=server.url) as own:
        assert COMPANY in own.run()


def test_a_program_of_the_person_needs_no_origin(server: Server) -> None:
    assert opened(server.port) == 101


def test_nobody_needs_a_key_where_the_system_tells_who_asks(fresh: Server) -> None:
    asked(fresh.port)
    assert f"Afterword is at {fresh.url}" in fresh.output()
    assert keys(fresh) == []


@as_root
@pytest.mark.parametrize("headers", [{}, {"X_Forwarded_For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}], ids=str)
def test_another_user_of_this_machine_gets_nothing(server: Server, headers: dict[str, str]) -> None:
    port, own = server.port, {"Origin": server.url, **headers}

    def act() -> list[Answer | int]:
        pages = [asked(port, path, **headers) for path in PATHS]
        return [
            *pages,
            asked(port, "/_stcore/upload_file/a/b", "PUT", **own),
            opened(port, **headers),
            opened(port, **own),
        ]

    *answers, plain, with_origin = as_another_user(act)
    assert [plain, with_origin] == [403, 403]
    assert {status for status, *_ in answers} == {403}
    assert not [body for *_, body in answers if COMPANY in body or "Streamlit" in body]


@as_root
def test_another_user_cannot_pass_for_the_person_by_naming_the_person_s_connection(server: Server) -> None:
    """Streamlit's server believes a proxy on this machine, so the address that it gives us is the forged one."""
    port = server.port
    with socket.create_connection(("127.0.0.1", port)) as own:
        host, number = own.getsockname()
        forged = {"X_Forwarded_For": f"{host}:{number}"}
        assert as_another_user(lambda: [asked(port, **forged).status, opened(port, **forged)]) == [403, 403]


@as_root
def test_another_user_gets_nothing_over_a_connection_of_many_paths(server: Server) -> None:
    port = server.port

    def act() -> int | str:
        try:
            return asked(port, protocol=MPTCP).status
        except OSError as error:
            return str(error)

    answer = as_another_user(act)
    if isinstance(answer, str):
        pytest.skip(f"this system has no MPTCP: {answer}")
    assert answer == 403


def test_a_proxy_that_names_somebody_is_not_taken_for_the_person(server: Server) -> None:
    assert asked(server.port, **ELSEWHERE).status == 403
    assert opened(server.port, **ELSEWHERE) == 403


def test_a_proxy_of_the_person_that_names_nobody_is_the_person(server: Server) -> None:
    """The system can't tell them apart. As documented."""
    assert asked(server.port, Via="1.1 proxy").status == 200


@pytest.mark.parametrize(
    "host", ["elsewhere.example:{port}", "localhost:1", "localhost", "127.0.0.1.nip.io:{port}", ""]
)
def test_a_foreign_host_gets_nothing(server: Server, host: str) -> None:
    """A page elsewhere can point its own name at this machine, and is then of the same origin (DNS rebinding)."""
    host = host.format(port=server.port)
    answers = [asked(server.port, path, Host=host, Origin=f"http://{host}" if host else "") for path in PATHS]
    assert {answer.status for answer in answers} <= {400, 403}
    assert not [answer for answer in answers if COMPANY in answer.body or "Streamlit" in answer.body]
    assert opened(server.port, Host=host, Origin=f"http://{host}") in (400, 403)


@pytest.mark.parametrize(
    "origin",
    ["null", "http://127.0.0.1:1", "http://localhost:{port}", "https://127.0.0.1:{port}", "http://elsewhere.example"],
)
def test_a_foreign_origin_gets_no_session_no_media_and_uploads_nothing(server: Server, origin: str) -> None:
    origin = origin.format(port=server.port)
    assert opened(server.port, Origin=origin) == 403
    assert asked(server.port, "/_stcore/upload_file/a/b", "PUT", Origin=origin).status == 403
    answers = [asked(server.port, path, Origin=origin) for path in PATHS]
    assert {answer.status for answer in answers} == {403}
    assert not [answer for answer in answers if "access-control-allow-origin" in answer.headers]


@pytest.mark.parametrize("site", ["same-site", "cross-site"])
def test_another_page_s_images_frames_and_fetches_get_nothing(server: Server, site: str) -> None:
    for mode, dest in (("no-cors", "image"), ("navigate", "iframe"), ("no-cors", "script"), ("cors", "empty")):
        told = {"Sec_Fetch_Site": site, "Sec_Fetch_Mode": mode, "Sec_Fetch_Dest": dest}
        assert {asked(server.port, path, **told).status for path in PATHS} == {403}


def test_a_link_on_another_page_leads_to_a_page(server: Server) -> None:
    link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert asked(server.port, "/journal", **link).status == 200


def test_every_answer_keeps_to_itself(server: Server) -> None:
    for answer in (asked(server.port), asked(server.port, Host="elsewhere.example"), asked(server.port, **ELSEWHERE)):
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "microphone=(self)" in answer.headers["permissions-policy"]
        assert "elsewhere" not in str(answer.headers)


def test_the_policy_allows_no_eval_and_no_other_address(server: Server) -> None:
    policy = asked(server.port).headers["content-security-policy"]
    assert "eval" not in policy
    assert f"connect-src 'self' ws://127.0.0.1:{server.port} " in policy
    assert not re.search(r"\*|ws:[; ]|wss:[; ]|https?:", policy)


def test_somebody_unknown_is_sent_to_the_terminal_and_gets_in_with_its_key(fresh: Server) -> None:
    refused = asked(fresh.port, "/journal?form=note", **ELSEWHERE)
    assert refused.status == 403
    assert "Is it you?" in refused.body
    (key,) = keys(fresh)

    turned = asked(fresh.port, f"/journal?form=note&key={key}", **ELSEWHERE)
    assert (turned.status, turned.headers["location"]) == (303, "/journal?form=note")
    cookie = turned.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie

    known = {"Cookie": cookie.partition(";")[0], **ELSEWHERE}
    assert asked(fresh.port, "/journal", **known).status == 200
    assert opened(fresh.port, Origin=fresh.url, **known) == 101
    assert asked(fresh.port, "/journal", Origin="http://127.0.0.1:1", **known).status == 403


def test_a_wrong_key_is_refused_and_so_is_one_that_was_used(fresh: Server) -> None:
    wrong = asked(fresh.port, "/?key=wrong", **ELSEWHERE)
    assert wrong.status == 403
    assert "This key doesn't work" in wrong.body
    (key,) = keys(fresh)
    assert asked(fresh.port, f"/?key={key}", **ELSEWHERE).status == 303
    again = asked(fresh.port, f"/?key={key}", **ELSEWHERE)
    assert again.status == 403
    assert "This key doesn't work" in again.body
    assert "set-cookie" not in again.headers
    assert len(set(keys(fresh))) == 2


def test_a_key_and_a_cookie_end_with_the_server(fresh: Server) -> None:
    asked(fresh.port, **ELSEWHERE)
    (key,) = keys(fresh)
    cookie = asked(fresh.port, f"/?key={key}", **ELSEWHERE).headers["set-cookie"].partition(";")[0]
    fresh.restart()
    assert asked(fresh.port, f"/?key={key}", **ELSEWHERE).status == 403
    assert asked(fresh.port, Cookie=cookie, **ELSEWHERE).status == 403


def test_an_address_with_a_key_leads_to_no_other_host(fresh: Server) -> None:
    asked(fresh.port, **ELSEWHERE)
    (key,) = keys(fresh)
    assert (
        asked(fresh.port, f"//elsewhere.example/?key={key}", **ELSEWHERE).headers["location"] == "/elsewhere.example/"
    )


def test_a_key_opens_no_media_and_no_session(fresh: Server) -> None:
    asked(fresh.port, **ELSEWHERE)
    (key,) = keys(fresh)
    assert asked(fresh.port, f"/media/x?key={key}", **ELSEWHERE).status == 403
    assert asked(fresh.port, f"{STREAM}?key={key}", **(WEBSOCKET | ELSEWHERE)).status == 403


def test_a_key_is_printed_once_and_logged_nowhere(server: Server) -> None:
    asked(server.port, **ELSEWHERE)
    asked(server.port, **ELSEWHERE)
    key = keys(server)[-1]
    cookie = asked(server.port, f"/?key={key}", **ELSEWHERE).headers["set-cookie"].partition(";")[0].partition("=")[2]
    asked(server.port, Cookie=f"afterword-{server.port}={cookie}", **ELSEWHERE)
    assert server.output().count(key) == 1
    assert cookie not in server.output()


def test_where_other_machines_may_ask_a_key_is_shown_at_the_start(tmp_path: Path) -> None:
    server = Server(tmp_path, environment={"AFTERWORD_ALLOW_NETWORK": "yes"})
    try:
        server.start()
        (key,) = keys(server)
        is_root = hasattr(os, "getuid") and os.getuid() == 0
        assert asked(server.port).status == (403 if is_root else 200)  # root may be a container's port
        assert asked(server.port, **ELSEWHERE).status == 403
        assert asked(server.port, f"/?key={key}", **ELSEWHERE).status == 303
    finally:
        server.kill()


@pytest.mark.timeout(180)
def test_a_thousand_refused_connections_leave_the_person_s_session_unharmed(server: Server) -> None:
    with session(server, Origin=server.url) as own:
        own.run()
        began = time.monotonic()
        assert {opened(server.port, Origin="http://elsewhere.example") for _ in range(FLOOD)} == {403}
        assert time.monotonic() - began < A_WHILE
        assert COMPANY in own.run()


@as_root
@pytest.mark.timeout(180)
def test_a_thousand_open_connections_of_another_user_keep_no_save_from_the_disk(server: Server) -> None:
    port = server.port

    def act() -> Any:
        held = [socket.create_connection(("127.0.0.1", port)) for _ in range(FLOOD)]
        status = asked(port).status
        return [len(held), status]

    with session(server, Origin=server.url) as own:
        assert as_another_user(act) == [FLOOD, 403]
        assert COMPANY in own.run()


def test_before_anybody_came_a_page_elsewhere_makes_the_server_ask_nobody(fresh: Server) -> None:
    for origin in ("http://elsewhere.example", "http://192.0.2.1", f"http://127.0.0.1:{fresh.port + 1}"):
        assert opened(fresh.port, Origin=origin) == 403
        assert asked(fresh.port, "/_stcore/upload_file/a/b", "PUT", Origin=origin).status == 403
    assert fresh.talked_to() == []
