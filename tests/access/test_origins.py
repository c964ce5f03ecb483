"""Only this server's own names and its own pages are let through."""

import pytest

from lib.ui.access import origins

PORT = 8501
HERE = f"localhost:{PORT}"
NAMES = origins.names("127.0.0.1", ["127.0.0.1", "localhost", "::1"])


def scope(
    type: str = "http", path: str = "/", method: str = "GET", port: int = PORT, **headers: str
) -> dict[str, object]:
    given = {"host": HERE} | {name.replace("_", "-"): value for name, value in headers.items()}
    pairs = [(name.encode(), value.encode()) for name, value in given.items() if value]
    scheme = "ws" if type == "websocket" else "http"
    about = {"type": type, "path": path, "method": method, "scheme": scheme, "server": ("127.0.0.1", port)}
    return {**about, "headers": pairs}


def is_own(**asked: str) -> bool:
    return origins.is_own(scope(**asked), NAMES)


@pytest.mark.parametrize("host", [f"localhost:{PORT}", f"127.0.0.1:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"])
def test_this_machine_s_names_with_the_socket_s_port_are_own(host: str) -> None:
    assert is_own(host=host)


@pytest.mark.parametrize(
    "host",
    [
        *("", "localhost", "localhost:", "localhost:8502", f"localhost:0{PORT}", f"localhost.:{PORT}", f"::1:{PORT}"),
        *(f"elsewhere.example:{PORT}", f"localhost.elsewhere.example:{PORT}", f"127.0.0.1.nip.io:{PORT}"),
        *(f"user@localhost:{PORT}", f"127.0.0.2:{PORT}", f"0.0.0.0:{PORT}", f"127.1:{PORT}", f"localhost:{PORT}/", "*"),
    ],
)
def test_another_host_is_refused(host: str) -> None:
    assert not is_own(host=host)


def test_two_hosts_are_refused() -> None:
    twice = scope()
    twice["headers"] = [(b"host", HERE.encode()), (b"host", HERE.encode())]
    assert not origins.is_own(twice, NAMES)


def test_the_usual_port_may_be_left_out_of_the_host() -> None:
    assert origins.is_own(scope(host="localhost", port=80), NAMES)


def test_the_settings_may_name_another_host_and_a_pattern_is_none() -> None:
    names = origins.names("192.0.2.7", ["desk.example", "*", "*.example"])
    assert origins.is_own(scope(host=f"desk.example:{PORT}"), names)
    assert origins.is_own(scope(host=f"192.0.2.7:{PORT}"), names)
    assert not origins.is_own(scope(host=f"other.example:{PORT}"), names)


@pytest.mark.parametrize("type", ["http", "websocket"])
def test_the_own_origin_and_none_are_let_through(type: str) -> None:
    assert is_own(type=type, origin=f"http://{HERE}")
    assert is_own(type=type)


@pytest.mark.parametrize("type", ["http", "websocket"])
@pytest.mark.parametrize(
    "origin",
    [
        *("null", "http://localhost", "http://localhost:8502", f"https://{HERE}", f"http://127.0.0.1:{PORT}"),
        *("http://elsewhere.example", f"http://{HERE}.elsewhere.example", f"http://{HERE}/", "file://", HERE),
    ],
)
def test_another_origin_is_refused(type: str, origin: str) -> None:
    assert not is_own(type=type, origin=origin)


@pytest.mark.parametrize("path", ["/", "/journal", "/media/x.png", "/_stcore/health", "/static/js/index.js"])
@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_what_our_pages_and_the_person_ask_for_is_let_through(path: str, site: str) -> None:
    assert is_own(path=path, sec_fetch_site=site)


@pytest.mark.parametrize("site", ["same-site", "cross-site"])
@pytest.mark.parametrize(
    ("path", "mode", "dest"),
    [
        *(("/media/x.png", "no-cors", "image"), ("/", "navigate", "iframe"), ("/", "cors", "empty")),
        *(("/media/x.png", "navigate", "document"), ("/_stcore/metrics", "navigate", "document")),
        ("/static/js/index.js", "no-cors", "script"),
    ],
)
def test_what_a_page_elsewhere_asks_for_is_refused(site: str, path: str, mode: str, dest: str) -> None:
    assert not is_own(path=path, sec_fetch_site=site, sec_fetch_mode=mode, sec_fetch_dest=dest)


def test_a_link_elsewhere_leads_to_a_page_and_a_form_does_not() -> None:
    link = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}
    assert is_own(path="/journal", **link)
    assert not is_own(path="/journal", method="POST", **link)


@pytest.mark.parametrize("header", ["x_forwarded_for", "x_forwarded_proto", "forwarded"])
def test_a_proxy_that_names_its_client_is_noticed(header: str) -> None:
    assert origins.is_forwarded(scope(**{header: "127.0.0.1"}))
    assert not origins.is_forwarded(scope())
