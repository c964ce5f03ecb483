"""What the rules look at: the workbook with its rows by id, and the time, the zone and the country."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import chain, takewhile
from typing import TypeVar
from zoneinfo import ZoneInfo

from lib.dates import DateStyle, day_of, days_later
from lib.followup.business_days import BusinessDays
from lib.followup.interview_times import ended_at, start_of
from lib.followup.spoken_dates import spoken_due
from lib.insight.waiting.response_times import Waiting, waiting
from lib.records.application import match_key
from lib.records.ask import Ask
from lib.records.conversation import Conversation
from lib.records.decision import Decision
from lib.records.history import is_past_offer, reopened_on
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.task import Task
from lib.records.workbook import Workbook, cached_per_workbook
from lib.records.zones import zone_named

_Item = TypeVar("_Item")
_FIRST_YEAR, _LAST_YEAR = 1901, 2999
_SETTLED = {"done": 0, "dropped": 1, "snoozed": 2, "open": 3}
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class UnsavedPerson:
    """A person named in a debrief that is not saved yet: the clocks start here.

    ``person_id`` is the id that the person has or will have, so that the task keeps its own when the debrief is saved;
    ``opens_again``: saving it opens the closed application again.
    """

    interview_id: str
    application_id: str
    person_id: str
    name: str
    held_at: datetime | date
    minutes: int | None = None
    talked_about: str = ""
    zone: str = ""
    opens_again: bool = False


@dataclass(frozen=True)
class Snapshot:
    """The workbook as it looks at ``now``. Interviews dated before 1901 or after 2999 are slips, passed over.

    Rules ask the snapshot whether a moment has come and never look at ``now`` themselves: so it knows until when its
    answers hold.
    """

    workbook: Workbook
    now: datetime
    zone: ZoneInfo
    country: str = ""
    named: tuple[UnsavedPerson, ...] = ()
    dates: DateStyle = field(kw_only=True)

    @cached_property
    def today(self) -> date:
        """The calendar day in the person's zone."""
        return day_of(self.now, self.zone)

    @cached_property
    def days(self) -> BusinessDays:
        """The business days of the country."""
        return BusinessDays(self.country)

    @property
    def people(self) -> Mapping[str, Person]:
        """The people by id."""
        return self.workbook.by_id(Person)

    @cached_property
    def interviews(self) -> tuple[Interview, ...]:
        """Past and upcoming interviews, oldest first."""
        return _usable(self.workbook)

    @cached_property
    def interviews_by_id(self) -> dict[str, Interview]:
        """The interviews by id."""
        return {entry.id: entry for entry in self.interviews}

    @cached_property
    def rounds(self) -> dict[str, tuple[Interview, ...]]:
        """The interviews of each application, oldest first."""
        return _grouped((entry.application_id, entry) for entry in self.interviews)

    @cached_property
    def met(self) -> dict[str, tuple[Conversation, ...]]:
        """The conversations of each interview."""
        return _grouped((entry.interview_id, entry) for entry in self.workbook.conversations)

    @cached_property
    def promises(self) -> dict[str, tuple[Promise, ...]]:
        """The promises of each interview."""
        return _grouped((entry.interview_id, entry) for entry in self.workbook.promises)

    @cached_property
    def asks(self) -> dict[str, tuple[Ask, ...]]:
        """What was asked of people for each application."""
        return _grouped((ask.application_id, ask) for ask in self.workbook.asks)

    @cached_property
    def offers(self) -> dict[str, tuple[Offer, ...]]:
        """The offers of each application that may still be had, in file order; the job I have is none of them."""
        offers = (entry for entry in self.workbook.offers if entry.kind == "offer")
        return _grouped((one.application_id, one) for one in offers if not is_past_offer(self.workbook, one))

    @cached_property
    def newest_decisions(self) -> dict[str, Decision]:
        """The newest decision on each application; one from before it opened again counts no more."""
        ordered = sorted(self.workbook.decisions, key=lambda row: (row.decided_at.timestamp(), row.id))
        counting = (
            row for row in ordered if not self.was_before_reopening(row.application_id, self.day(row.decided_at))
        )
        return {row.application_id: row for row in counting}

    @cached_property
    def rows(self) -> dict[str, Task]:
        """The touched tasks by id; of two rows of one id the one that settles more counts."""
        ordered = sorted(self.workbook.tasks, key=lambda row: _SETTLED[row.status], reverse=True)
        return {row.id: row for row in ordered}

    @cached_property
    def rows_of(self) -> dict[str, tuple[Task, ...]]:
        """The touched tasks of each application."""
        return _grouped((row.application_id, row) for row in self.rows.values())

    @cached_property
    def _snoozed(self) -> tuple[Interview, ...]:
        """The interviews with a snoozed task, which keeps them from lapsing; newest first."""
        kept = {row.interview_id for row in self.rows.values() if row.status == "snoozed"}
        return tuple(entry for entry in reversed(self.interviews) if entry.id in kept) if kept else ()

    @cached_property
    def waiting(self) -> Waiting:
        """How long answers have taken so far, over all searches, and the odds of what waits."""
        return waiting(self.workbook, self.today)

    def recent(self, days: int) -> Iterator[Interview]:
        """The debriefed interviews of that many days, and those with a snoozed task."""
        first = self.today - timedelta(days=days)
        lately = takewhile(lambda entry: entry.held_on >= first, reversed(self.interviews))
        put_off = (entry for entry in self._snoozed if entry.held_on < first)
        return (entry for entry in chain(lately, put_off) if entry.is_debriefed)

    def meetings(self, days: int) -> Iterator[UnsavedPerson]:
        """Everyone met in that many days, from saved debriefs and from those still being written, each once."""
        saved = (
            UnsavedPerson(
                entry.id,
                entry.application_id,
                seen.person_id,
                "",
                entry.held_at,
                entry.length,
                seen.talked_about,
                entry.zone,
            )
            for entry in self.recent(days)
            for seen in self.met.get(entry.id, ())
        )
        once: set[tuple[str, str]] = set()
        for meeting in chain(saved, self.named):
            key = (meeting.interview_id, meeting.person_id or meeting.name.casefold())
            if key not in once and _FIRST_YEAR <= meeting.held_at.year <= _LAST_YEAR:
                once.add(key)
                yield meeting

    def ended(self, interview: Interview) -> datetime:
        """The instant at which an interview ended or will end: of work at home, with the last day for it."""
        if interview.work_until:
            return start_of(days_later(interview.work_until, 1), self.zone)
        place = zone_named(interview.zone) or self.zone
        return ended_at(interview.held_at, interview.length, place)

    def has_ended(self, interview: Interview) -> bool:
        """Whether it is over."""
        return self.has_come(self.ended(interview))

    def has_come(self, moment: datetime) -> bool:
        """Whether the moment is now or past."""
        if moment <= self.now:
            return True
        self._ahead.append(moment.astimezone(UTC))
        return False

    def is_past(self, moment: datetime) -> bool:
        """Whether the moment is past, and not only just now."""
        if moment < self.now:
            return True
        self._ahead.append(max(moment.astimezone(UTC), self.now.astimezone(UTC) + _INSTANT))
        return False

    @cached_property
    def _ahead(self) -> list[datetime]:
        """The moments asked about that are still to come."""
        return [start_of(days_later(self.today, 1), self.zone).astimezone(UTC)]

    @property
    def valid_until(self) -> datetime:
        """From when something that was asked so far may be answered differently: at the latest when the day is over."""
        return min(self._ahead)

    def next_round(self, application_id: str) -> Interview | None:
        """The next interview of the application that is in the calendar."""
        return self._next_rounds.get(application_id)

    def last_round(self, application_id: str) -> Interview | None:
        """The last interview of the application that was held, debriefed or not."""
        return self._last_rounds.get(application_id)

    @cached_property
    def _next_rounds(self) -> dict[str, Interview]:
        coming = (entry for entry in self.interviews if entry.state == "scheduled" and not self.has_ended(entry))
        return {entry.application_id: entry for entry in reversed(tuple(coming))}

    @cached_property
    def _last_rounds(self) -> dict[str, Interview]:
        held = (entry for entry in self.interviews if entry.is_debriefed or self.has_ended(entry))
        return {entry.application_id: entry for entry in held}

    def hardest_question(self, interview_id: str) -> str:
        """The hardest question of an interview, as tapped or rated, if any was hard."""
        return self._hardest.get(interview_id, "")

    @cached_property
    def _hardest(self) -> dict[str, str]:
        hard = [entry for entry in self.workbook.questions if entry.is_hard]
        hard.sort(key=lambda entry: entry.hardness, reverse=True)
        return {entry.interview_id: entry.text for entry in hard}

    def status(self, application_id: str) -> str:
        """The application's status, empty if it is not known."""
        application = self.workbook.application(application_id)
        return (application.status or "") if application else ""

    def is_over(self, application_id: str) -> bool:
        """Whether it ended without a job: a no from either side, or silence that was recorded as one."""
        application = self.workbook.application(application_id)
        return application is not None and application.is_over

    def is_closed(self, application_id: str) -> bool:
        """Whether it has ended, with a job or without one."""
        application = self.workbook.application(application_id)
        return application is not None and application.is_closed

    def was_before_reopening(self, application_id: str, day: date) -> bool:
        """Whether that day was before the application, which had ended, opened again: what was decided then is past."""
        since = reopened_on(self.workbook, application_id)
        return since is not None and day < since

    def is_answered_no(self, interview: Interview) -> bool:
        """Whether a no came after that interview, and the application isn't open again since."""
        since = reopened_on(self.workbook, interview.application_id)
        said_on = interview.outcome_on or interview.held_on
        return interview.outcome == "rejected" and (since is None or said_on > since)

    def company(self, application_id: str) -> str:
        """The company's name, or words in its place."""
        return self.workbook.company_of(application_id) or "the company"

    def name(self, person_id: str, otherwise: str = "the person you met") -> str:
        """The person's name, or words in its place."""
        return self.workbook.name_of(person_id) or otherwise

    def say(self, day: date) -> str:
        """The day in words, as seen from today."""
        return self.dates.near_day(day, self.today)

    def brief(self, day: date) -> str:
        """The day in short, as seen from today: 'Wed 25 Nov'."""
        return self.dates.brief_day(day, self.today)

    def by(self, due_at: datetime | date) -> str:
        """A due time in words, as seen from now: 'by 20:00 today', 'was meant for yesterday'."""
        if isinstance(due_at, datetime):
            self.is_past(due_at)  # from then on the words are others
        return spoken_due(due_at, self.now, self.zone, dates=self.dates)

    def on(self, day: date) -> str:
        """The day within a sentence about what was: 'today', 'yesterday', 'on Friday 27 November'."""
        return self.dates.on_day(day, self.today)

    def recruiters_at(self, application_id: str) -> list[str]:
        """The recruiters of the application's company, by id."""
        application = self.workbook.application(application_id)
        return self._recruiters.get(match_key(application.company), []) if application else []

    @cached_property
    def _recruiters(self) -> dict[str, list[str]]:
        by_company: dict[str, list[str]] = defaultdict(list)
        for person in self.workbook.people:
            if person.kind == "recruiter":
                by_company[match_key(person.company)].append(person.id)
        return by_company

    def day(self, moment: datetime | date) -> date:
        """The calendar day of a moment in the person's zone."""
        return day_of(moment, self.zone)


@cached_per_workbook
def _usable(workbook: Workbook) -> tuple[Interview, ...]:
    return tuple(
        entry
        for entry in workbook.by_time
        if entry.state not in ("cancelled", "no_show") and _FIRST_YEAR <= entry.held_on.year <= _LAST_YEAR
    )


def _grouped(pairs: Iterable[tuple[str, _Item]]) -> dict[str, tuple[_Item, ...]]:
    groups: dict[str, list[_Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}
