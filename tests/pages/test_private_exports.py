"""The promise under a private field, and every button of the app that hands something out."""

import ast
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.dates import DAY_FIRST
from lib.records.interview import Interview
from lib.records.private import PRIVATE, PROMISE
from lib.store import Store, Transaction
from lib.workflows.entries.tasks import LocalTime, plan_for
from tests.mixed import everything_written
from tests.pages.conftest import Open
from tests.pages.data.test_locked_backup import PHRASE, locking
from tests.pages.debrief.test_steps import WHICH
from tests.pages.screen import answer, click, field, on_to, plain
from tests.workflows.evening import NOW, ZONE, debriefed

EVERYTHING = everything_written()
UI = Path(__file__).parents[2] / "lib" / "ui"
BUTTONS = ("download_button", "link_button")
"""Streamlit's ways to hand out a file or an address."""
COPIED = "code"
"""Words with a button to copy them; looked at too, wherever a page shows them."""
BACKUPS = ("data.export._everything", "data.restore.show")
"""Where the full backup is handed out."""


CALL = Interview(
    id="iv-call",
    application_id="ap-a1",
    state="scheduled",
    held_at=NOW + timedelta(hours=2),
    stage="panel",
    link="https://meet.example/room",
)
"""An interview with a link to join it."""


def calls() -> set[str]:
    """'room.module.function' of each place in lib/ui that hands something out."""
    found = set()
    for path in UI.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and any(
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in BUTTONS
                for node in ast.walk(function)
            ):
                found.add(f"{'.'.join(path.relative_to(UI).with_suffix('').parts)}.{function.name}")
    return found


class Handed:
    """What the pages handed out, by the function that did."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: dict[str, list[str]] = {}
        self.pressed: set[str] = set()
        for name in (*BUTTONS, COPIED):
            monkeypatch.setattr(st, name, self._noting(getattr(st, name)))

    def _noting(self, shown: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any, **named: Any) -> Any:
            frame = sys._getframe(1)
            place = f"{frame.f_globals['__name__'].removeprefix('lib.ui.')}.{frame.f_code.co_name}"
            if shown.__name__ in BUTTONS:
                self.pressed.add(place)
            for value in (*given, *named.values()):
                made = value() if callable(value) else value
                text = made.decode("utf-8", "replace") if isinstance(made, bytes) else str(made)
                self.texts.setdefault(place, []).append(text)
            return shown(*given, **named)

        return noted


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Handed:
    return Handed(monkeypatch)


@pytest.fixture
def written(store: Store) -> Store:
    store.commit(Transaction("Everything", put=tuple(EVERYTHING.workbook)), NOW)
    return store


def turned_on(app: AppTest) -> None:
    """With every switch of the page: names in full, notes, the copy for others."""
    for toggle in app.toggle:
        toggle.set_value(True)
    app.run()
    assert not app.exception


def test_no_button_of_the_app_hands_out_what_is_private(tab: Open, written: Store, handed: Handed) -> None:
    plan = plan_for(EVERYTHING.workbook, (), LocalTime(NOW, ZONE, dates=DAY_FIRST))
    letters = [due for due in plan.tasks if due.is_written]
    turned_on(tab("more/data", view="out"))
    locking(tab("more/data", view="backups"), PHRASE, PHRASE)
    tab("more/data", view="check")
    tab("main/journal", debrief="iv-a1")
    tab("main/today", sheet="iv-a2")
    tab("more/applications", application="ap-a1")
    written.commit(Transaction("A call", put=(CALL,)), NOW)
    tab("main/journal", debrief=CALL.id)
    tab("main/follow_up")
    for due in letters[:3]:
        tab("main/follow_up", task=due.id)

    private = [fact.word for fact in EVERYTHING.facts if fact.is_private]
    said = {place: "\n".join(texts) for place, texts in handed.texts.items() if place not in BACKUPS}
    assert {place: [word for word in private if word in text] for place, text in said.items()} == {
        place: [] for place in said
    }
    assert handed.pressed == calls(), "a new way out: open the place where it is, here"


@pytest.mark.parametrize("column", [column for columns in PRIVATE.values() for column in columns])
def test_the_promise_is_under_each_private_field(column: str, tab: Open, store: Store) -> None:
    interview = debriefed(store)

    form = tab("main/debrief", debrief=interview.id, part="private")

    assert field(form, column)
    assert PROMISE in plain(form)


def test_the_promise_is_shown_where_pasted_lines_are_left(tab: Open) -> None:
    app = on_to(answer(tab("main/debrief", new="debrief"), **WHICH), "asked")
    answer(app, jotted="Why us?\n\nthe lift was broken")
    click(app, next(str(button.key) for button in app.button if str(button.key).endswith(":sort")))

    assert PROMISE in plain(app)
