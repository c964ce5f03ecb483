"""The words on the screens: every route in every state of the workbook, through Streamlit's own test runner."""

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
import streamlit as st
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit import config, error_util
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.testing.v1 import AppTest

from lib.dates import DAY_FIRST
from lib.store import Store
from lib.ui import error_messages
from lib.ui.loading import SAMPLE, SAMPLE_COPIES, WORKBOOKS
from lib.workflows.drafting import OpenDrafts
from lib.workflows.drafts.debrief import STEPS
from lib.workflows.entries.tasks import LocalTime, plan_for
from lib.workflows.repairing.repairs import findings
from lib.workflows.sample import open_sample
from tests.copy_listing.texts import OwnWords, Room
from tests.pages.conftest import APP, quick_tabs, replace_everywhere
from tests.pages.routes import Route, fixed_routes, routes_of
from tests.pages.screen import elements
from tests.store.damage import READ_ONLY, ROW_LOST
from tests.workflows.evening import FULL, NOW, ZONE, debrief_draft, debriefed, decided, full_debrief, scheduled

ROOMS = {"learn": "progress", "search": "applications"}
"""The room of a page, where it is not called as the page's file."""
LABELLED = {"button": "button", "download_button": "button", "page_link": "link", "popover": "button"}
"""The word before the label of an element; before that of a field it is 'field'."""
TEXTS = {
    "body": "",
    "text": "",
    "code_text": "",
    "alt": "description",
    "help": "help",
    "placeholder": "placeholder",
    "options": "option",
    "content": "option",
}
MOST_OPTIONS = 30
"""A longer list holds names from elsewhere: countries, time zones."""
"""The fields of Streamlit's messages that hold words, and the words before these."""
FIGURE_TEXTS = ("text", "hovertext", "name", "ticktext", "hovertemplate")
"""Where a figure of Plotly holds words."""


@contextmanager
def app_at(patch: pytest.MonkeyPatch, folder: Path) -> Iterator[Store]:
    """A server that has just started on an empty workbook: a known moment, zone and country, and no chance."""
    store = Store(folder / "data", folder / "home")
    store.folder.mkdir(parents=True)
    for name, value in {"DATA": store.folder, "HOME": store.home, "NOW": NOW.isoformat()}.items():
        patch.setenv(f"AFTERWORD_{name}", str(value))
    replace_everywhere(patch, "OPEN_DRAFTS", OpenDrafts())
    replace_everywhere(patch, "RANDOM", Random(20261120))
    replace_everywhere(patch, "system_country", lambda: "DE")
    patch.setattr("tzlocal.get_localzone_name", lambda: ZONE.key)
    patch.setattr(error_util, "invoke_script_error_handler", lambda error, _: error_messages.show(error))
    patch.setattr(ExpanderContainer, "open", property(lambda _: True, lambda _, __: None))
    config.set_option("server.address", "127.0.0.1")
    for kept in (WORKBOOKS, st.cache_resource, st.cache_data):
        kept.clear()
    yield store
    for copy in SAMPLE_COPIES.values():
        copy.cleanup()
    SAMPLE_COPIES.clear()


def _empty(_: Store) -> list[Route]:
    return [*fixed_routes(), Route("main/today", {"workbook": "sample"})]


def _one(store: Store) -> list[Route]:
    """The first evening: one whole debrief, and an interview to come."""
    full_debrief(store)
    scheduled(store, date="2026-11-25", company="Contoso", people_names="Carla Contact")
    return [*fixed_routes(), *_rows(store, [0])]


def _few(store: Store) -> list[Route]:
    """Three debriefs, a no and a yes among them, and one at each of the form's screens."""
    first = debriefed(store, date="2026-11-16", went_well="Calm", forecast="70")
    second = debriefed(store, seed=2, company="Contoso", role="Analyst", stage="recruiter_screen", date="2026-11-18")
    debriefed(store, seed=3, company="Fabrikam", role="Team lead", stage="panel")
    decided(store, first, "rejected")
    decided(store, second, "advanced", seed=5)
    begun = [
        (screen, debrief_draft(store, {**FULL, "company": f"Tailspin {screen}"}, seed=20 + number))
        for number, screen in enumerate(STEPS)
    ]
    for screen, draft in begun:
        store.drafts.save(replace(draft, screen=screen), NOW + timedelta(minutes=1))
    debriefing = [Route("main/debrief", {"draft": draft.id}) for _, draft in begun]
    return [*fixed_routes(), *debriefing, *_rows(store, [0, 1])]


def _sample(store: Store) -> list[Route]:
    open_sample(Store(SAMPLE, store.home), store, NOW)
    return [*fixed_routes(), *_rows(store, [0, 3, 9, 20, -1])]


def _damaged(store: Store) -> list[Route]:
    """The sample with rows that cannot be read in one file, and another that cannot be read at all."""
    _sample(store)
    ROW_LOST["a word that is none of the vocabulary"](store.folder / "interviews.csv")
    ROW_LOST["one row twice"](store.folder / "people.csv")
    READ_ONLY["semicolons"](store.folder / "questions.csv")
    found = [Route("more/data", {"view": "check", "finding": each.address}) for each in findings(store.load())]
    return [*fixed_routes(), *found]


STATES: Mapping[str, Callable[[Store], list[Route]]] = {
    "empty": _empty,
    "one debrief": _one,
    "few entries": _few,
    "sample": _sample,
    "damaged files": _damaged,
}
"""What the workbook holds, and the routes worth opening then."""


def _rows(store: Store, rows: list[int]) -> Iterator[Route]:
    workbook = store.load().workbook
    yield from routes_of(workbook, rows)
    plan = plan_for(workbook, store.drafts.list(), LocalTime(NOW, ZONE, "DE", dates=DAY_FIRST))
    kinds: set[str] = set()
    for due in (*plan.tasks, *plan.coming, *plan.snoozed, *plan.ideas):
        if due.kind not in kinds:
            kinds.add(due.kind)
            yield Route("main/follow_up", {"task": due.id})


def screens() -> dict[str, Room]:
    """The texts of every page, by its room."""
    rooms: dict[str, Room] = {}
    for state, laid_out in STATES.items():
        with (
            pytest.MonkeyPatch.context() as patch,
            tempfile.TemporaryDirectory() as folder,
            quick_tabs(),
            app_at(patch, Path(folder)) as store,
        ):
            routes, own = laid_out(store), _own_words(store)
            for route in routes:
                room = rooms.setdefault(room_of(route), Room(room_of(route)))
                for kind, text in said_at(route):
                    room.add(f"{_called(route)} · {state}", kind, _without_paths(text, Path(folder)), own)
    return rooms


def _own_words(store: Store) -> OwnWords:
    drafts = [str(value) for draft in store.drafts.list() for value in draft.values.values()]
    sample = Store(SAMPLE, store.home)
    return OwnWords.of((sample.load().workbook, store.load().workbook), drafts)


def room_of(route: Route) -> str:
    """The room of ``lib.ui`` that a route belongs to."""
    page = route.page.partition("/")[2]
    return ROOMS.get(page, page)


def _called(route: Route) -> str:
    """A route by its page and what its address holds, no row named."""
    words = ("view", "part", "form", "new", "workbook")
    shown = [f"{name}={value}" if name in words else name for name, value in route.address.items()]
    return " ".join([route.page.partition("/")[2], *shown])


def _without_paths(text: str, folder: Path) -> str:
    own, sample = (r"\\?".join(map(re.escape, path)) for path in (str(folder), "/tmp/afterword-sample-"))
    return re.sub(rf"\\?(?:{own}|{sample})[\w\\/.-]*", "‹folder›", text)  # as Markdown each mark has a backslash


def said_at(route: Route) -> Iterator[tuple[str, str]]:
    """Everything that is written at a route, each text with what kind of text it is."""
    app = AppTest.from_file(APP, default_timeout=60)
    if route.page != "main/today":
        app.switch_page(f"pages/{route.page}.py")
    for name, value in route.address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, f"{route}: {app.exception[0].message}"
    for element in elements(app.main):
        yield from _texts_of(element)


def _texts_of(element: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(element.proto, Message) or element.type == "html":
        return
    if element.type in ("plotly_chart", "dataframe", "table"):
        yield from _drawn(element)
    kind = LABELLED.get(element.type, "fold" if element.type == "expander" else "field")
    for name, text in _words(element.proto):
        yield (kind, text) if name == "label" else (TEXTS[name], text)


def _words(message: Message) -> Iterator[tuple[str, str]]:
    for descriptor, value in message.ListFields():
        values = list(value) if descriptor.is_repeated else [value]
        for one in values if len(values) <= MOST_OPTIONS else values[:1]:
            if descriptor.type == FieldDescriptor.TYPE_MESSAGE:
                yield from _words(one)
            elif isinstance(one, str) and (descriptor.name == "label" or descriptor.name in TEXTS):
                yield descriptor.name, one


def _drawn(element: Any) -> Iterator[tuple[str, str]]:
    if element.type == "plotly_chart":
        figure = json.loads(element.proto.spec)
        for trace in figure["data"]:
            for name in FIGURE_TEXTS:
                for text in _strings(trace.get(name)):
                    yield "mark", _lines_of(text)
        for text in _strings([_titles(figure["layout"])]):
            yield "chart", _lines_of(text)
    else:
        table = element.value
        for name in table.columns:
            yield "column", str(name)
        for cell in table.to_numpy().ravel():
            if isinstance(cell, str):
                yield "cell", cell


def _titles(layout: Mapping[str, Any]) -> list[Any]:
    axes = [value for name, value in layout.items() if name[1:5] == "axis"]
    titles = [(axis.get("title") or {}).get("text") for axis in axes]
    return [*titles, *[axis.get("ticktext") for axis in axes], *[a.get("text") for a in layout.get("annotations", ())]]


def _lines_of(text: str) -> str:
    return re.sub(r"<[^>]+>", "", re.sub(r"<br\s*/?>", "\n", text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
