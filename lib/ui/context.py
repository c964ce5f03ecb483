"""One run of a page: its store, workbook and moment; and where the app asks for the clock, chance and the folder."""

import locale
import os
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from random import SystemRandom
from zoneinfo import ZoneInfo

import tzlocal

from lib.dates import DateStyle
from lib.followup.plan import TaskPlan
from lib.followup.snapshot import Snapshot
from lib.records.date_settings import dates_of
from lib.records.workbook import Workbook
from lib.records.zones import zone_named
from lib.store import Draft, LoadedWorkbook, Store, default_home, last_visit, note_visit, own_folder
from lib.ui import loading, session
from lib.workflows.drafting import OpenDrafts
from lib.workflows.entries.tasks import LocalTime, plan_for
from lib.workflows.repairing.damaged_drafts import is_understood

OPEN_DRAFTS = OpenDrafts()
RANDOM = SystemRandom()


@dataclass(frozen=True)
class Context:
    """One run of a page: its store, the workbook as loaded, and the moment."""

    store: Store
    loaded: LoadedWorkbook
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

    def spoken_moment(self, at: datetime) -> str:
        """A moment on the person's clock: 'yesterday, 14:00'."""
        return self.dates.spoken_moment(at.astimezone(self.zone), self.today)

    @cached_property
    def dates(self) -> DateStyle:
        """How days and times are written: as in Settings, else as is usual where the person is."""
        return dates_of(self.workbook, system_country())

    @property
    def local_time(self) -> LocalTime:
        """When and where the person is, for what is due."""
        return LocalTime(self.now, self.zone, self.workbook.setting("country") or system_country(), dates=self.dates)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The workbook as it looks now."""
        return Snapshot(self.workbook, self.now, self.zone, self.local_time.country, dates=self.dates)

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts on disk, newest first."""
        return self.store.drafts.list()

    @cached_property
    def plan(self) -> TaskPlan:
        """The tasks now."""
        return self.plan_since(_last_visit(self))

    def plan_since(self, last: datetime | None) -> TaskPlan:
        """The tasks now, for one whose last visit on an earlier day was then."""
        local_time = self.local_time
        day = self.today, self.now.utcoffset(), local_time.zone, local_time.country, local_time.dates
        return loading.plan(
            self.store.folder,
            (self.loaded.fingerprint, self.drafts, day, last),
            self.now,
            lambda: plan_for(self.workbook, self.drafts, local_time, last),
        )


def current_context() -> Context:
    """The store that this tab looks at, read once, with the time of this run."""
    return _context_of(current_store())


def preload() -> Context:
    """The context of the person's own workbook before anybody is there: read, and its tasks worked out."""
    context = _context_of(_own_store(), show_spinner=False)
    context.plan_since(last_visit(context.store.home, context.store.folder, context.now))
    return context


def _context_of(store: Store, *, show_spinner: bool = True) -> Context:
    loaded = loading.load(store, show_spinner=show_spinner)
    return Context(store, loaded, clock(_zone(loaded.workbook)))


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


def _last_visit(context: Context) -> datetime | None:
    """The last visit before today's, noted once a tab and day."""
    known = session.last_visit(context.today.isoformat())
    if known is None:
        earlier = note_visit(context.store.home, context.store.folder, context.now)
        known = earlier.isoformat() if earlier else ""
        session.remember_last_visit(context.today.isoformat(), known)
    return datetime.fromisoformat(known) if known else None


def current_store() -> Store:
    """The store of the workbook that this tab has open."""
    if session.is_sample():
        return loading.sample_store(clock(_zone(Workbook())))
    return _own_store()


def _own_store() -> Store:
    return Store(own_folder(), default_home(), is_understood)
