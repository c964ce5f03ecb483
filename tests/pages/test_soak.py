"""Two tabs over one workbook, and chance: after each act the files equal a model, and nothing is there twice."""

import re
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.screen import answer, field, plain
from tests.soak.acts import ACTS
from tests.soak.soak import Soak
from tests.workflows.evening import NOW, full_debrief

BETWEEN = timedelta(seconds=20)
ADDED = {"person": ("people", "name"), "promise": ("promises", "what")}
"""What a button adds a row for: its list, and the row's first field."""


class AppTab:
    """A tab in Streamlit's own test runner."""

    def __init__(self, open_tab: Open) -> None:
        self._open = open_tab
        self._page = "main/today"
        self._app: AppTest = open_tab()

    def visit(self, page: str, **address: str) -> "AppTab":
        if page == self._page:  # no way leads from a form to the same one but over another page, or a reload
            self._turn_to("main/today" if page == "more/settings" else "more/settings")
        return self._turn_to(page, **address)

    def _turn_to(self, page: str, **address: str) -> "AppTab":
        self._page = page
        self._app.switch_page(f"pages/{page}.py")
        self._app.query_params.clear()
        for name, value in address.items():
            self._app.query_params[name] = value
        return self._run()

    def reload(self) -> None:
        self._app = self._open(self._page, **self._address())

    def leave_and_come_back(self) -> None:
        page, address = self._page, self._address()
        self._turn_to("more/settings")
        self._turn_to(page, **address)

    def address(self, name: str) -> str:
        return self._address().get(name, "")

    def answer(self, **answers: Any) -> "AppTab":
        for name, value in answers.items():
            if name in ADDED:
                self._add_row(*ADDED[name]).set_value(value)
                self._run()
            else:
                answer(self._app, **{name: value})
        return self

    def value(self, name: str) -> str:
        return str(field(self._app, name).value)

    def press(self, button: str) -> "AppTab":
        found = [one for one in self._app.button if button in (one.key, one.label)]
        assert len(found) == 1, f"{button}: {[one.key for one in self._app.button]}"
        found[0].click()
        return self._run()

    def press_twice(self, button: str) -> "AppTab":
        return self.press(button)  # here a click waits for the end of what it starts, so there is no second one

    def offers(self, button: str) -> bool:
        return button in self._keys("")

    def tasks(self) -> list[str]:
        return self._keys("done ")

    def settled_tasks(self) -> list[str]:
        return self._unfold("settled")._keys("take up ")

    def changes(self) -> list[str]:
        return self._unfold("undoable")._keys("undo ")

    def _unfold(self, key: str) -> "AppTab":
        self._app.session_state[key] = True
        return self._run()

    def upload(self, name: str, text: str) -> None:
        self._app.file_uploader[0].set_value([(name, text.encode(), "text/csv")])
        self._run()

    def title(self) -> str:
        return str(self._app.title[0].value)

    def says(self, words: str) -> bool:
        return words in plain(self._app)

    def _run(self) -> "AppTab":
        self._app.run()
        assert not self._app.exception, self._app.exception[0].message
        return self

    def _address(self) -> dict[str, str]:
        given = {name: self._app.query_params[name] for name in self._app.query_params}
        return {name: value if isinstance(value, str) else str(value[0]) for name, value in given.items()}

    def _keys(self, prefix: str) -> list[str]:
        keys = (str(one.key or "") for one in self._app.button)
        return [key.removeprefix(prefix) for key in keys if key.startswith(prefix)]

    def _add_row(self, group: str, first: str) -> Any:
        """Adds a row to a list; its first field."""
        self.press(next(str(one.key) for one in self._app.button if str(one.key).endswith(f":{group}.add")))
        return [one for one in self._app.text_input if re.search(rf":{group}\..+\.{first}$", str(one.key))][-1]


@pytest.fixture
def soak(tab: Open, store: Store, seed: int, is_long: bool, monkeypatch: pytest.MonkeyPatch) -> Soak:
    """Two tabs over a workbook of three debriefs, and a clock that goes."""
    for number in range(3):
        full_debrief(store, seed=number + 1, company=f"Company {number}")
    moments = (NOW + number * BETWEEN for number in count(1))
    again = f"python -m pytest tests/pages/test_soak.py --seed {seed}{' --long' if is_long else ''}"

    def pass_time() -> None:
        monkeypatch.setenv("AFTERWORD_NOW", next(moments).isoformat())

    return Soak(store, (AppTab(tab), AppTab(tab)), seed, again, pass_time)


@pytest.mark.timeout(1800)
def test_after_every_act_in_either_tab_the_files_hold_what_was_said(soak: Soak, is_long: bool) -> None:
    soak.run(ACTS, 500 if is_long else 50)
