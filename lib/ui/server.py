"""Who may talk to the server: the person who started it, from its own pages.

And what happens when it starts: the terminal shows where it is, and the browser opens.
"""

import os
import threading
import webbrowser
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from urllib.parse import parse_qsl, quote, urlencode

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.ui.access import one_time_key, open_files, origins, peers
from lib.ui.access.headers import headers
from lib.ui.access.one_time_key import OneTimeKey

NOT_HERE = "Afterword doesn't answer here. Open the address that its terminal shows."
WHO = (
    "Is it you?",
    "Afterword opens only for the person who started it, and this computer can't tell that it's you. "
    "Nothing was shown or changed.",
    "If it's you: the terminal that Afterword runs in shows an address with a key. Open that one. "
    "If you came here by a link, reload the page first.",
)
WRONG_KEY = (
    "This key doesn't work",
    "A key works once, and only until Afterword is restarted. Nothing was shown or changed.",
    "The terminal that Afterword runs in shows a new address. Open that one.",
)
_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>Afterword</title><style>body{{font:1.1rem/1.5 sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;"
    "color-scheme:light dark}}</style><h1>{}</h1><p>{}</p><p>{}</p></html>"
)

_key = OneTimeKey()


class OnlyThePerson:
    """Passes on what the person's own browser asks for, and refuses the rest before Streamlit looks at it.

    Streamlit would look up the machine's outer address on the network for a page from elsewhere; it never gets to.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Judge one request, or one WebSocket as it opens."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        is_ours = origins.is_own(scope, _names())
        refusal = await _answer_instead(scope) if is_ours else PlainTextResponse(NOT_HERE, status_code=403)
        if scope["type"] == "websocket":
            await (self._app(scope, receive, send) if refusal is None else _close(receive, send))
            return
        sending = _with_headers(send, origins.own_host(scope) if is_ours else None)
        await (refusal or self._app)(scope, receive, sending)


async def _close(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close", "code": 1008})


async def _answer_instead(scope: Scope) -> Response | None:
    """What is answered in place of the app; None for the person."""
    is_known = _key.knows(Headers(scope=scope).get("cookie", ""), _port(scope)) or await _is_own_user(scope)
    brought = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get(one_time_key.PARAMETER)
    if brought is not None and origins.is_page(scope):
        return _opened_with(brought, scope, is_known)
    if is_known:
        return None
    return _page(WHO, scope)


async def _is_own_user(scope: Scope) -> bool:
    if origins.is_forwarded(scope) or (origins.is_network_allowed() and _is_root()):
        return False  # what forwards for a container runs as root, and anybody may be behind it
    client, server = scope.get("client"), scope.get("server")
    if peers.IS_QUICK:
        return peers.is_own(client, server)
    return await run_in_threadpool(peers.is_own, client, server)


def _opened_with(key: str, scope: Scope, is_known: bool) -> Response:
    cookie = _key.exchange(key)
    if cookie is None and not is_known:
        return _page(WRONG_KEY, scope)
    answer = RedirectResponse(_without_key(scope), status_code=303)
    if cookie is not None:
        answer.headers["Set-Cookie"] = one_time_key.set_cookie(_port(scope), cookie)
    return answer


def _without_key(scope: Scope) -> str:
    asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    rest = urlencode([(name, value) for name, value in asked if name != one_time_key.PARAMETER])
    path = "/" + quote(str(scope["path"]).lstrip("/\\"))  # two strokes would lead to another host
    return f"{path}?{rest}" if rest else path


def _page(words: tuple[str, str, str], scope: Scope) -> Response:
    """A page that sends the person to the terminal, where the address with the key is printed now.

    A browser that left the page before it was answered has closed the connection, so nobody's user is known either.
    """
    is_gone = not origins.is_forwarded(scope) and peers.is_gone(scope.get("client"), scope.get("server"))
    if origins.is_page(scope) and not is_gone:
        _show_key(f"{scope['scheme']}://{origins.own_host(scope)}")
    return HTMLResponse(_PAGE.format(*words), status_code=403, headers={"Cache-Control": "no-store"})


def _names() -> frozenset[str]:
    return origins.names(st.get_option("server.address"), st.get_option("server.allowedHosts") or ())


def _port(scope: Scope) -> int:
    return int(scope["server"][1])


def _with_headers(send: Send, host: str | None) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers(host))
        await send(message)

    return sending


@asynccontextmanager
async def opened(_app: st.App) -> AsyncGenerator[None]:
    """Around the life of the server. Streamlit opens no browser for an app with a middleware of its own, and with its
    welcome switched off it doesn't name the address either. The port is already listened on."""
    open_files.allow_more()
    address = _address()
    if origins.is_network_allowed() or not peers.can_tell():
        _show_key(address)
    else:
        print(f"Afterword is at {address}\nStop it with Ctrl+C.", flush=True)
        if not st.get_option("server.headless"):
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    yield


def _address() -> str:
    host = st.get_option("server.address") or "localhost"
    host = "localhost" if host in ("0.0.0.0", "::") else host
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    return f"{scheme}://{origins.in_address(host)}:{st.get_option('server.port')}"


def _show_key(address: str) -> None:
    """Print the address with the key, once for each key.

    Only the terminal gets it: other users can read what a browser is started with.
    """
    key = _key.to_show()
    if key is not None:
        print(
            f"Open this address in your browser. It works once:\n  {address}/?{one_time_key.PARAMETER}={key}",
            flush=True,
        )


def _is_root() -> bool:
    return hasattr(os, "getuid") and os.getuid() == 0


MIDDLEWARE = (Middleware(OnlyThePerson),)
