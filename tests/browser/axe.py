"""axe-core in a page: what a screen reader or a weak eye would stumble over."""

from importlib.resources import files
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = files(axe_playwright_python).joinpath("axe.min.js").read_text("utf-8")
RUN = Path(__file__).with_name("axe.js").read_text("utf-8")


def findings(page: Page) -> list[str]:
    """The serious and critical findings, each with the element; empty where there are none."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN)
    return found
