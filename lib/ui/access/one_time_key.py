"""The way in if the system can't tell who asks: a key in an address that works once, then a cookie."""

import secrets
from hmac import compare_digest
from threading import Lock

PARAMETER = "key"
_BYTES = 32


class OneTimeKey:
    """One key at a time; the first to bring it gets a cookie, and the key changes.

    Both are random (32 bytes) and live in memory only, so none outlives the server.
    """

    def __init__(self) -> None:
        self._key = secrets.token_urlsafe(_BYTES)
        self._is_shown = False
        self._cookies: list[str] = []
        self._lock = Lock()

    def to_show(self) -> str | None:
        """The key, the first time it's asked for; None once it was shown."""
        with self._lock:
            shown, self._is_shown = self._is_shown, True
            return None if shown else self._key

    def exchange(self, key: str) -> str | None:
        """A new cookie's value for the right key, which is spent with that; None for any other."""
        with self._lock:
            if not compare_digest(key.encode(), self._key.encode()):
                return None
            self._key, self._is_shown = secrets.token_urlsafe(_BYTES), False
            cookie = secrets.token_urlsafe(_BYTES)
            self._cookies.append(cookie)
            return cookie

    def knows(self, header: str, port: int) -> bool:
        """Whether a Cookie header brings a cookie that was given for a key."""
        brought = _in_header(header, cookie_name(port)).encode()
        return any(compare_digest(brought, each.encode()) for each in self._cookies)


def cookie_name(port: int) -> str:
    """Cookies don't know ports: without its own in the name, two servers would take each other's place."""
    return f"afterword-{port}"


def set_cookie(port: int, value: str) -> str:
    """The Set-Cookie header: out of reach of scripts, and sent with nothing that another site asks for."""
    return f"{cookie_name(port)}={value}; Path=/; HttpOnly; SameSite=Strict"


def _in_header(header: str, name: str) -> str:
    for part in header.split(";"):
        brought, _, value = part.strip().partition("=")
        if brought == name:
            return value
    return ""
