"""What is read or worked out once for all tabs: each folder's workbook and plan, the sample's copy, the recovery.

Each run of a page has a thread of its own, so each of them is made under a lock: a second tab waits for the first.
"""

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from time import time_ns

import streamlit as st

from lib.followup.plan import TaskPlan
from lib.store import FileState, LoadedWorkbook, Store, default_home
from lib.workflows.repairing.damaged_drafts import is_understood
from lib.workflows.sample import open_sample

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"

_SETTLED_AFTER = 3_000_000_000
"""In nanoseconds: longer than the coarsest clock of a file system."""

WORKBOOKS: dict[Path, "_Cached"] = {}
_reading = Lock()
PLANS: dict[Path, tuple[object, TaskPlan]] = {}
_planning = Lock()
SAMPLE_COPIES: dict[str, tempfile.TemporaryDirectory[str]] = {}
_copying = Lock()

_Spinner = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class _Cached:
    """What was read, how the files looked from outside just before, and whether they had been at rest by then."""

    loaded: LoadedWorkbook
    files: FileState
    at_rest: bool


def load(store: Store, *, show_spinner: bool = True) -> LoadedWorkbook:
    """The workbook, read again if the files' contents have changed.

    Files that look from outside as they did are not read for it. Times are coarse, so a file counts only once it hasn't
    changed for some seconds. A save does not rely on this: it compares contents. A page that waits for
    it half a second or more shows that.
    """
    spinner = _spinner if show_spinner else nullcontext
    with _wait_to_read(spinner):
        cached, files = WORKBOOKS.get(store.folder), store.file_state()
        if cached and cached.at_rest and cached.files == files:
            return cached.loaded
        at_rest = files.last_change is not None and time_ns() - files.last_change > _SETTLED_AFTER
        fresh = cached is not None and cached.loaded.fingerprint == store.fingerprint()
        loaded = cached.loaded if cached and fresh else _read(store, spinner)
        WORKBOOKS[store.folder] = _Cached(loaded, files, at_rest)
        return loaded


@contextmanager
def _wait_to_read(spinner: _Spinner) -> Iterator[None]:
    """One reads, the others wait: for another tab, or for what is read before the first page."""
    if not _reading.acquire(blocking=False):
        with spinner():
            _reading.acquire()
    try:
        yield
    finally:
        _reading.release()


def _spinner() -> AbstractContextManager[None]:
    return st.spinner("Reading your files")


def _read(store: Store, spinner: _Spinner) -> LoadedWorkbook:
    """The workbook, read without the garbage collector, which would walk its rows again and again while they come in.

    Nor need it look at them later, or at the program: both stay. Streamlit runs it over everything not exempt after
    each run of a page.
    """
    _exempt_the_program()
    gc.disable()
    try:
        with spinner():
            loaded = store.load()
    finally:
        gc.enable()
    gc.collect()
    gc.freeze()
    return loaded


@cache
def _exempt_the_program() -> None:
    """Once, without a walk through it: its imports leave little garbage."""
    gc.freeze()


def plan(folder: Path, inputs: object, now: datetime, derive: Callable[[], TaskPlan]) -> TaskPlan:
    """The tasks of a folder; derived again where ``inputs`` changed, or the time came at which they look different."""
    with _planning:
        known = PLANS.get(folder)
        if known is None or known[0] != inputs or not known[1].is_valid_at(now):
            known = PLANS[folder] = inputs, derive()
        return known[1]


def sample_store(now: datetime) -> Store:
    """The store of the sample's copy: one a server, gone when it ends."""
    with _copying:
        if "folder" not in SAMPLE_COPIES:
            SAMPLE_COPIES["folder"] = tempfile.TemporaryDirectory(prefix="afterword-sample-")
        folder = Path(SAMPLE_COPIES["folder"].name)
        copy = Store(folder / "workbook", folder / "home", is_understood)
        open_sample(Store(SAMPLE, folder / "home"), copy, now)
        return copy


@st.cache_resource
def recover(folder: Path, _now: datetime) -> str:
    """Finish or undo what a crash left in the folder, once per server; the sentence to show, or nothing."""
    return Store(folder, default_home()).recover(_now).sentence
