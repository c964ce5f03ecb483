"""What the person sees when the server starts: their browser, or the address with the key in the terminal."""

import asyncio
import threading
import webbrowser
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from lib.ui import server
from lib.ui.access import peers
from lib.ui.access.one_time_key import OneTimeKey
from lib.ui.access.origins import NETWORK

OPTIONS = {"server.address": "127.0.0.1", "server.port": 8501, "server.headless": False}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was opened with."""
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", addresses.append)
    monkeypatch.setattr(server, "_key", OneTimeKey())
    monkeypatch.setattr(peers, "can_tell", lambda: True)
    return addresses


def start(monkeypatch: pytest.MonkeyPatch, **options: Any) -> None:
    given = OPTIONS | {f"server.{name}": value for name, value in options.items()}
    monkeypatch.setattr(server.st, "get_option", given.get)

    async def life() -> None:
        async with server.opened(None):  # type: ignore[arg-type]
            pass

    before = set(threading.enumerate())
    with ThreadPoolExecutor(1) as aside:  # where a browser test ran before, this thread has a loop already
        aside.submit(lambda: asyncio.run(life())).result()
    for each in set(threading.enumerate()) - before:
        each.join(10)


@pytest.mark.parametrize(
    ("address", "shown"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]"), (None, "localhost"), ("0.0.0.0", "localhost")]
)
def test_the_browser_opens_at_the_address_that_the_terminal_shows(
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    address: str | None,
    shown: str,
) -> None:
    start(monkeypatch, address=address)
    assert opened == [f"http://{shown}:8501"]
    assert f"Afterword is at http://{shown}:8501\n" in capsys.readouterr().out


def test_a_server_without_a_screen_opens_no_browser(opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    start(monkeypatch, headless=True)
    assert opened == []


@pytest.mark.parametrize("why", ["other machines may ask", "the system doesn't tell who asks"])
def test_the_address_with_the_key_goes_to_the_terminal_and_into_no_browser_s_arguments(
    opened: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], why: str
) -> None:
    if why == "other machines may ask":
        monkeypatch.setenv(NETWORK, "yes")
    else:
        monkeypatch.setattr(peers, "can_tell", lambda: False)
    start(monkeypatch)
    assert "http://127.0.0.1:8501/?key=" in capsys.readouterr().out
    assert opened == []
