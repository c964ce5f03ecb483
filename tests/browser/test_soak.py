"""Two tabs of a real browser over one workbook, and chance: clicks and typing, each act held against the model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from lib.records.labels import is_word, label
from tests.browser.entries import store_of
from tests.browser.person import Person
from tests.browser.server import Server
from tests.chance import CHANCE
from tests.soak.acts import RISKY
from tests.soak.soak import Soak
from tests.workflows.evening import full_debrief

FIELDS = {
    "company": "Company",
    "role": "Role",
    "asked": "Write them from memory",
    "went_well": "What went well?",
    "went_badly": "What went badly?",
    "unsaid": "Anything you forgot to mention?",
    "worried_by": "What worried you?",
    "new_plan": "One thing to do differently",
    "lesson": "One thing to remember",
    "mood": "Your mood",
    "private_note": "Private note",
}
"""The words at the text fields."""
TAPPED = {
    "stage": "What type was it?",
    "interest_after": "How much do you want it?",
    "hard": "Which were hard?",
    "outcome": "Outcome",
}
"""The words above the choices."""
ADDED = {"person": ("people", "Who did you meet?"), "promise": ("promises", "What did you promise?")}
"""What a button adds a row for: its list, and the words at the row's first field."""
FOLDED = {
    "yes delete": "delete",
    "set aside": "ask to leave",
    "done": "more",
    "dismiss": "more",
    "tomorrow": "more",
    "aside": "discard",
}
"""The popover with a button in it; after either comes the id of what it is about."""
EXPANDERS = {"undo": "Recently changed", "take up": "Done recently"}
KNOWN = re.compile(r"404 .*/_stcore/(health|host-config)\)$")
"""Lines of the console that are no errors: Streamlit looks for its own root, beginning at the address of the page."""


def css(key: str) -> str:
    """The class that Streamlit gives to what has a key."""
    return ".st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)


@dataclass(frozen=True)
class BrowserTab:
    """A tab of a browser."""

    person: Person

    @property
    def page(self) -> Page:
        return self.person.page

    def visit(self, page: str, **address: str) -> "BrowserTab":
        place = page.partition("/")[2].replace("today", "")
        query = "&".join(f"{name}={value}" for name, value in address.items())
        if urlsplit(self.page.url).path == f"/{place}":
            self.person.load(f"/{place}?{query}")
        else:
            self.person.visit(f"/{place}?{query}")
        return self

    def reload(self) -> None:
        self.person.reload()

    def leave_and_come_back(self) -> None:
        self.page.get_by_role("link", name="Journal").click()
        expect(self.page.get_by_role("heading", name="Journal")).to_be_visible()
        self.person.rest().page.go_back()
        expect(self.page.get_by_role("heading", name="Journal")).to_have_count(0)
        self.person.rest()

    def address(self, name: str) -> str:
        found = re.search(rf"[?&]{name}=([^&]*)", self.page.url)
        return found[1] if found else ""

    def answer(self, **answers: Any) -> "BrowserTab":
        for name, value in answers.items():
            if name in TAPPED:
                for word in value if isinstance(value, list) else [value]:
                    self.person.tap(TAPPED[name], label(word) if is_word(word) else word)
            elif name == "forecast":
                self.person.tap("How likely is a yes", str(int(value) // 10))
            elif name in ADDED:
                self.page.locator(f"[class*='{ADDED[name][0]}-add'] button").click()
                self.person.rest().write(ADDED[name][1], value)
            else:
                self.person.write(FIELDS[name], value)
        return self

    def value(self, field: str) -> str:
        return self.person.field(FIELDS[field]).first.input_value()

    def press(self, button: str) -> "BrowserTab":
        way, _, about = button.rpartition(" ") if button not in FOLDED else (button, "", "")
        if way in FOLDED:
            self._button(f"{FOLDED[way]} {about}".strip()).click()
        elif way in EXPANDERS:
            self._unfold(EXPANDERS[way])
        self._button(button).click()
        self.person.rest()
        return self

    def press_twice(self, button: str) -> "BrowserTab":
        self._button(button).dblclick()
        self.person.rest()
        return self

    def offers(self, button: str) -> bool:
        return self._button(button).count() > 0

    def tasks(self) -> list[str]:
        return self._keyed("task_")

    def settled_tasks(self) -> list[str]:
        self._unfold(EXPANDERS["take up"])
        return self._keyed("settled_")

    def changes(self) -> list[str]:
        self._unfold(EXPANDERS["undo"])
        return self._keyed("undo_")

    def upload(self, name: str, text: str) -> None:
        file = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        self.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)  # type: ignore[arg-type]
        expect(self.page.get_by_text("What would come in")).to_be_visible()
        self.person.rest()

    def title(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text().strip()

    def says(self, words: str) -> bool:
        return self.page.get_by_text(words).count() > 0

    def _button(self, name: str) -> Locator:
        keyed = self.page.locator(f"{css(name)} button")
        return keyed.first if keyed.count() or name != "Bring it back" else self.person.button(name).first

    def _unfold(self, heading: str) -> None:
        fold = self.page.get_by_test_id("stExpander").filter(has_text=heading)
        if fold.locator("details:not([open])").count():
            fold.locator("summary").click()
            self.person.rest()

    def _keyed(self, prefix: str) -> list[str]:
        classes = self.page.locator(f"[class*='st-key-{prefix}']").evaluate_all("all => all.map(one => one.className)")
        found = (re.search(rf"st-key-{prefix}(\S+)", one) for one in classes)
        return [one[1] for one in found if one]


@pytest.fixture
def said(page: Page) -> Iterator[list[str]]:
    """The errors in the console of all tabs."""
    found: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        words = f"{message.text} ({message.location['url']})"
        if message.type == "error" and not KNOWN.search(words):
            found.append(words)

    page.context.on("console", hear)
    yield found
    page.context.remove_listener("console", hear)


@pytest.fixture
def soak(person: Person, workbook: Server, seed: int, is_long: bool) -> Soak:
    """Two tabs over a workbook of three debriefs."""
    store = store_of(workbook)
    for number in range(3):
        full_debrief(store, seed=CHANCE.randrange(1 << 30), company=f"Company {number}")
    person.visit()
    other = Person(person.page.context.new_page(), person.url)
    again = f"python -m pytest tests/browser/test_soak.py --seed {seed}{' --long' if is_long else ''}"
    return Soak(store, (BrowserTab(person), BrowserTab(other)), seed, again)


@pytest.mark.timeout(1800)
def test_after_every_act_in_either_tab_the_files_hold_what_was_said(soak: Soak, said: list[str], is_long: bool) -> None:
    soak.run(RISKY, 150 if is_long else 12)
    assert said == []
