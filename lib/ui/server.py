"""Who may talk to the server: its own pages only. Nobody frames them, and they load nothing from elsewhere.

And what happens when it starts: the terminal shows where it is, and the browser opens.
"""

import threading
import webbrowser
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",  # Streamlit's own scripts, Plotly's and ours
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' blob:",  # a recording, before and after it is played
        "connect-src 'self' ws: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""The Content-Security-Policy: as strict as Streamlit and Plotly can live with."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class OwnPagesOnly:
    """Refuses a session to pages of another origin, and sends the policy with every answer.

    A page opened from another address, another port of this machine included, is another origin.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from here; refuse the rest before Streamlit looks at it."""
        if scope["type"] == "websocket" and not _is_own(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, _with_headers(send) if scope["type"] == "http" else send)


def _is_own(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sending


MIDDLEWARE = (Middleware(OwnPagesOnly),)


@asynccontextmanager
async def opened(_: st.App) -> AsyncGenerator[None]:
    """Around the life of the server. Streamlit opens no browser for an app with a middleware of its own, and with its
    welcome switched off it doesn't name the address either. The port is already listened on."""
    address = f"http://{st.get_option('server.address') or 'localhost'}:{st.get_option('server.port')}"
    print(f"Afterword is at {address}\nStop it with Ctrl+C.", flush=True)
    if not st.get_option("server.headless"):
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    yield
