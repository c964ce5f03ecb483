"""Where the app meets the world: the clock, chance, the data folder, and the store for this visit."""

import gc
import locale
import os
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from random import SystemRandom
from threading import Lock
from time import time_ns
from zoneinfo import ZoneInfo

import streamlit as st
import tzlocal

from lib.dates import DateStyle
from lib.followup.plan import Plan
from lib.records.date_settings import dates_of
from lib.records.workbook import Workbook
from lib.records.zones import zone_named
from lib.store import Draft, Loaded, Look, Store, default_home, note_visit, own_folder
from lib.ui import session
from lib.workflows.drafting import OpenDrafts
from lib.workflows.entries.tasks import Here, plan_for
from lib.workflows.repairing.damaged_drafts import is_understood
from lib.workflows.sample import open_sample

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"

OPEN_DRAFTS = OpenDrafts()
RANDOM = SystemRandom()

_STILL = 3_000_000_000
"""In nanoseconds: longer than the coarsest clock of a file system."""

_cache: dict[Path, "_Seen"] = {}
_plans: dict[Path, tuple[object, Plan]] = {}
_sample_copies: dict[str, tempfile.TemporaryDirectory[str]] = {}
_lock = Lock()


@dataclass(frozen=True)
class Visit:
    """One run of a page: its store, the workbook as loaded, and the moment."""

    store: Store
    loaded: Loaded
    now: datetime

    @property
    def workbook(self) -> Workbook:
        """The readable rows."""
        return self.loaded.workbook

    @cached_property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.date()

    @property
    def zone(self) -> ZoneInfo:
        """The person's time zone."""
        return _zone(self.workbook)

    @cached_property
    def dates(self) -> DateStyle:
        """How days and times are written: as in Settings, else as is usual where the person is."""
        return dates_of(self.workbook, system_country())

    @property
    def here(self) -> Here:
        """When and where the person is, for what is due."""
        return Here(self.now, self.zone, self.workbook.setting("country") or system_country(), self.dates)

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts on disk, newest first."""
        return self.store.drafts.list()

    @cached_property
    def plan(self) -> Plan:
        """The tasks now; derived again where something changed, or the time came at which it looks different."""
        here, last_visit = self.here, _last_visit(self)
        day = self.today, self.now.utcoffset(), here.zone, here.country, here.dates
        state_of_things = (self.loaded.fingerprint, self.drafts, day, last_visit)
        known = _plans.get(self.store.folder)
        if known is None or known[0] != state_of_things or not known[1].holds_at(self.now):
            known = state_of_things, plan_for(self.workbook, self.drafts, here, last_visit)
            _plans[self.store.folder] = known
        return known[1]


def this_visit() -> Visit:
    """The store that this tab looks at, read once, with the time of this run."""
    store = current_store()
    loaded = _load(store)
    return Visit(store, loaded, clock(_zone(loaded.workbook)))


def clock(zone: ZoneInfo | None = None) -> datetime:
    """The time, here; the only place that asks for it. AFTERWORD_NOW, an ISO time with offset, replaces it."""
    pinned = os.environ.get("AFTERWORD_NOW")
    now = datetime.fromisoformat(pinned) if pinned else datetime.now().astimezone()
    return now.astimezone(zone) if zone else now


def _zone(workbook: Workbook) -> ZoneInfo:
    """The zone that was set, else this computer's, also where there is none of the name that was set."""
    return zone_named(workbook.setting("timezone")) or zone_named(tzlocal.get_localzone_name()) or ZoneInfo("UTC")


def system_country() -> str:
    """The country of the system's language setting, such as DE, or nothing."""
    if locale.setlocale(locale.LC_CTYPE).partition(".")[0] in ("C", "POSIX"):
        return ""  # Python takes the language of no place for American English
    language = locale.getlocale()[0] or ""
    return language.partition("_")[2][:2].upper()


def _last_visit(visit: Visit) -> datetime | None:
    """The last visit before today's, noted once a tab and day."""
    known = session.last_visit(visit.today.isoformat())
    if known is None:
        earlier = note_visit(visit.store.home, visit.store.folder, visit.now)
        known = earlier.isoformat() if earlier else ""
        session.remember_last_visit(visit.today.isoformat(), known)
    return datetime.fromisoformat(known) if known else None


def current_store() -> Store:
    """The store of the workbook that this tab has open."""
    if session.is_sample():
        return _sample_store()
    return Store(own_folder(), default_home(), is_understood)


def _sample_store() -> Store:
    with _lock:
        if "folder" not in _sample_copies:  # one copy a server, gone when it ends
            _sample_copies["folder"] = tempfile.TemporaryDirectory(prefix="afterword-sample-")
        folder = Path(_sample_copies["folder"].name)
        copy = Store(folder / "workbook", folder / "home", is_understood)
        open_sample(Store(SAMPLE, folder / "home"), copy, clock(_zone(Workbook())))
        return copy


@dataclass(frozen=True)
class _Seen:
    """What was read, how the files looked from outside just before, and whether they had been at rest by then."""

    loaded: Loaded
    look: Look
    at_rest: bool


def _load(store: Store) -> Loaded:
    """The workbook, read again if the files' contents have changed.

    Files that look from outside as they did are not read for it. Times are coarse, so a file counts only once it hasn't
    changed for some seconds. A save does not rely on this: it compares contents.
    """
    seen, look = _cache.get(store.folder), store.look()
    if seen and seen.at_rest and seen.look == look:
        return seen.loaded
    at_rest = look.last_change is not None and time_ns() - look.last_change > _STILL
    fresh = seen is not None and seen.loaded.fingerprint == store.fingerprint()
    loaded = seen.loaded if seen and fresh else _read(store)
    _cache[store.folder] = _Seen(loaded, look, at_rest)
    return loaded


def _read(store: Store) -> Loaded:
    """The workbook, read without the garbage collector, which would walk its rows again and again while they come in.

    Nor need it look at them later, or at the program: both stay. Streamlit runs it over everything not exempt after
    each run of a page.
    """
    _exempt_the_program()
    gc.disable()
    try:
        with st.spinner("Reading your files"):  # seen only where it takes half a second or more
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


@st.cache_resource
def recovered(folder: Path) -> str:
    """Finish or undo what a crash left in the folder, once per server; the sentence to show, or nothing."""
    recovery = Store(folder, default_home()).recover(clock())
    return recovery.sentence
