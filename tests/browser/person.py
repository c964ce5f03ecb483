"""What a person does in the app, in a person's words, and the files in the folder afterwards."""

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.chromium import settled, turned_to, unmoved

MOST_STOPS = 80
SAVED = "Saved. You can stop here."
"""The heading of the page after the save of a debrief."""
FOCUSED = """() => {
    const at = document.activeElement;
    return at.ariaLabel || (at.labels && at.labels[0] && at.labels[0].innerText) || at.innerText || "";
}"""


@dataclass(frozen=True)
class Person:
    """Someone before one window of the app."""

    page: Page
    url: str

    def visit(self, path: str = "/") -> "Person":
        """Goes to a place: where the app is open, by turning to it, as a link does; else by loading it."""
        if not self.page.url.startswith(self.url):
            return self.load(path)
        turned_to(self.page, f"{self.url}{path}")
        return self

    def load(self, path: str = "/") -> "Person":
        """Opens the app at an address, as typed or bookmarked: nothing is left of what the window showed before."""
        self.page.goto(f"{self.url}{path}")
        return self.rest()

    def rest(self) -> "Person":
        settled(self.page)
        return self

    def reload(self) -> "Person":
        self.page.reload()
        return self.rest()

    def field(self, label: str, exact: bool = False) -> Locator:
        boxes = (self.page.get_by_role(role, name=label, exact=exact) for role in ("textbox", "searchbox"))
        return next(boxes).or_(next(boxes))

    def write(self, label: str, words: str, exact: bool = False) -> "Person":
        """Fills a field and leaves it."""
        field = self.field(label, exact).first
        field.fill(words)
        field.press("Tab")
        return self.rest()

    def button(self, name: str, exact: bool = True) -> Locator:
        """A button by its words; the shapes of its icons are part of its text, and not of its name."""
        whole = re.compile(rf"^\s*{re.escape(name)}\s*$")
        return self.page.get_by_role("button", name=whole if exact else name)

    def press(self, name: str, exact: bool = True) -> "Person":
        self.button(name, exact).click()
        return self.rest()

    def choose(self, label: str | re.Pattern[str], option: str) -> "Person":
        """Opens a list, once the page no longer moves, which would close it again, and chooses one of its words."""
        box = self.page.get_by_role("combobox", name=label)
        unmoved(self.page)
        box.scroll_into_view_if_needed()
        unmoved(self.page)
        box.click()
        self.page.get_by_role("option", name=option, exact=True).click()
        return self.rest()

    def tap(self, group: str, word: str) -> "Person":
        """Taps one of the words offered under a question."""
        self.pill(group, word).click()
        return self.rest()

    def pill(self, group: str, word: str) -> Locator:
        pills = self.page.get_by_test_id("stButtonGroup").filter(has_text=group).locator("button")
        return pills.filter(has_text=re.compile(rf"^{re.escape(word)}$"))

    def add(self, group: str) -> "Person":
        """Adds a blank row to a list of a form: 'people', 'promises'."""
        self.page.locator(f"[class*='{group}-add'] button").click()
        return self.rest()

    def tab_to(self, name: str) -> "Person":
        """Presses Tab until the focus is on what bears that name."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if self.focused().startswith(name):
                return self
        raise AssertionError(f"Tab does not lead to {name!r}")

    def focused(self) -> str:
        name: str = self.page.evaluate(FOCUSED)
        return name.strip()

    def type(self, words: str) -> "Person":
        self.page.keyboard.type(words)
        return self

    def key(self, key: str) -> "Person":
        self.page.keyboard.press(key)
        return self.rest()


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one CSV file as any program reads them; none where there is no file."""
    path = folder / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def drafts(folder: Path) -> list[dict[str, Any]]:
    """What is typed and not saved yet."""
    return [json.loads(path.read_bytes()) for path in sorted((folder / ".afterword" / "drafts").glob("*.json"))]
