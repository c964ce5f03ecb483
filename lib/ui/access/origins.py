"""Whether a request was made to this server under its own name, and by its own pages."""

import os
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

LOOPBACK = ("localhost", "127.0.0.1", "::1")
NETWORK = "AFTERWORD_ALLOW_NETWORK"
"""Set to yes where other machines may ask too. They need the key then."""
_SERVED = ("/media/", "/_stcore/", "/component/", "/static/")
"""What pages ask for by themselves. Everything else is a page, which any site may link to."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_FORWARDED = ("x-forwarded-for", "x-forwarded-proto", "forwarded")


def is_network_allowed() -> bool:
    """Whether the person has opened the server to other machines."""
    return os.environ.get(NETWORK) == "yes"


def names(address: str | None, allowed: Iterable[str] = ()) -> frozenset[str]:
    """The names the server answers to: this machine's, the address it listens on, and what the settings allow.

    Patterns are no names: with one, a name of somebody else's could lead here (DNS rebinding).
    """
    own = {*LOOPBACK, *allowed, *([address] if address else ())}
    return frozenset(name.lower() for name in own if "*" not in name)


def is_own(scope: Scope, names: frozenset[str]) -> bool:
    """Whether Host names this server and, if the browser tells who asks, one of its own pages does.

    Host has one of ``names`` and the port that the socket really has. Origin, if there is one, is that host with the
    connection's scheme. Sec-Fetch-Site refuses what needs no Origin: images, media and scripts on pages of other
    origins, other ports of this machine included. A link there may still lead to a page. A WebSocket needs no Origin:
    browsers always send one, and a program is judged by its user alone.
    """
    headers = Headers(scope=scope)
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1 or not _is_own_host(hosts[0], scope, names):
        return False
    if any(origin != f"{_scheme(scope)}://{hosts[0]}" for origin in origins):
        return False
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none") or _is_link(scope, headers)


def own_host(scope: Scope) -> str:
    """The Host of a request that ``is_own`` let pass: a name and a port, safe in a header."""
    return Headers(scope=scope)["host"]


def is_forwarded(scope: Scope) -> bool:
    """Whether a proxy names its client. The server believes that, so who is at the other end isn't known."""
    return any(name in Headers(scope=scope) for name in _FORWARDED)


def is_page(scope: Scope) -> bool:
    """Whether a page is asked for, to look at."""
    is_read = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    return is_read and not str(scope["path"]).startswith(_SERVED)


def in_address(host: str) -> str:
    """A host as an address writes it: IPv6 in brackets."""
    try:
        return f"[{host}]" if ip_address(host).version == 6 else host
    except ValueError:
        return host


def _is_own_host(host: str, scope: Scope, names: frozenset[str]) -> bool:
    port = scope["server"][1] if scope.get("server") else None
    written = {f"{in_address(name)}:{port}" for name in names}
    if port == _DEFAULT_PORTS[_scheme(scope)]:
        written |= {in_address(name) for name in names}
    return host.lower() in written


def _scheme(scope: Scope) -> str:
    return "https" if scope.get("scheme") in ("https", "wss") else "http"


def _is_link(scope: Scope, headers: Headers) -> bool:
    is_navigation = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return is_navigation and is_page(scope)
