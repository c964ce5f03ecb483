"""The app through Streamlit's own test runner: one tab, without a browser."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import streamlit as st
from streamlit import config, error_util
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner

from lib.store import Store
from lib.ui import error_messages
from lib.ui.loading import SAMPLE_COPIES, WORKBOOKS
from lib.workflows.drafting import OpenDrafts
from tests.memory import tmp_path
from tests.pages.screen import problem
from tests.workflows.evening import NOW

__all__ = ["tmp_path"]

APP = str(Path(__file__).parents[2] / "app.py")

Open = Callable[..., AppTest]


def replace_everywhere(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    """Put something else in place of what ``lib.ui.context`` holds under that name, wherever it was imported."""
    for module in [module for called, module in sys.modules.items() if called.startswith("lib.ui")]:
        if hasattr(module, name):
            monkeypatch.setattr(module, name, value)


@contextmanager
def quick_tabs() -> Iterator[None]:
    """Streamlit's test runner without what takes it half of its time: it looks through the installed packages for each
    new tab, and asks a thousand times a second whether the page has run."""
    scan, poll = manifest_scanner.scan_component_manifests, local_script_runner.require_widgets_deltas

    def wait(runner: Any, timeout: float = 3) -> None:
        runner._script_thread.join(timeout)
        poll(runner, timeout)

    manifest_scanner.scan_component_manifests = cache(scan)
    local_script_runner.require_widgets_deltas = wait
    yield
    manifest_scanner.scan_component_manifests, local_script_runner.require_widgets_deltas = scan, poll


@pytest.fixture(scope="session", autouse=True)
def _quick_tabs() -> Iterator[None]:
    with quick_tabs():
        yield


@pytest.fixture(autouse=True)
def _error_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's test runner knows no app, so it gets the handler that app.py names."""
    ask = error_util.invoke_script_error_handler
    monkeypatch.setattr(
        error_util, "invoke_script_error_handler", lambda error, _handler: ask(error, error_messages.show)
    )


@pytest.fixture(autouse=True)
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty desktop of its own, so that no test writes on the real one."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    monkeypatch.setattr("lib.store.desktop.user_desktop_path", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def _fresh_server(store: Store, chance: Random, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server that has just started on the empty workbook, at seven in the evening."""
    monkeypatch.setenv("AFTERWORD_DATA", str(store.folder))
    monkeypatch.setenv("AFTERWORD_HOME", str(store.home))
    monkeypatch.setenv("AFTERWORD_NOW", NOW.isoformat())
    replace_everywhere(monkeypatch, "OPEN_DRAFTS", OpenDrafts())
    replace_everywhere(monkeypatch, "MEANINGS", None)
    replace_everywhere(monkeypatch, "RANDOM", chance)
    replace_everywhere(monkeypatch, "IS_INSTALLED", False)
    config.set_option("server.address", "127.0.0.1")
    WORKBOOKS.clear()
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    for copy in SAMPLE_COPIES.values():
        copy.cleanup()
    SAMPLE_COPIES.clear()


@pytest.fixture
def tab() -> Open:
    """Opens a new tab at a page and its address: ``tab("main/journal", debrief="iv-1")``."""

    def open_tab(page: str = "main/today", **address: str) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=20)
        if page != "main/today":
            app.switch_page(f"pages/{page}.py")
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception[0].message
        assert error_messages.CRASHED not in problem(app)
        return app

    return open_tab


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Turns the clock."""
    return lambda moment: monkeypatch.setenv("AFTERWORD_NOW", moment.isoformat())
