"""What to practise in one sitting: what is due or, before an interview, what gains most for that day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import isnan
from statistics import median

from lib.dates import DateStyle
from lib.english import counted, days_between, sentence_case, times
from lib.practice.cards import Card, cards
from lib.practice.common_questions import common_left
from lib.practice.company_bound import company_binding
from lib.practice.deck import Deck, seconds
from lib.practice.importance import Importance
from lib.practice.planning import PracticePlan, order_by_due, order_for_today
from lib.practice.pool import pool
from lib.practice.readiness import Readiness, ReadyCounts, readiness
from lib.practice.schedule import Memory, read_log
from lib.records.interview import Interview
from lib.records.workbook import Workbook, cached_per_workbook
from lib.records.zones import zone_named

AHEAD = timedelta(days=28)
"""How far off an interview may be for practice to be planned towards it."""
USUAL_MINUTES = 3.0
"""How long one question takes, to try, compare and grade, until five were timed."""
USUAL_SITTING = 10
"""How many minutes a sitting takes unless the person chooses another length."""
MORNING = time(9)
"""The assumed time of an interview with a date only."""

_TIMED, _LATEST = 5, 50


@dataclass(frozen=True)
class QueueItem:
    """One question of a sitting; ``is_repeat``: it went badly earlier today.

    ``readiness`` is that for the interview day, or for now where no interview is coming.
    """

    card: Card
    memory: Memory
    importance: Importance
    readiness: Readiness
    is_repeat: bool

    @property
    def sentence(self) -> str:
        """Why it is here."""
        if self.is_repeat:
            return "Once more, since you forgot it today."
        if not self.memory.reviews:
            return self.importance.reason
        return f"{self.importance.reason} Practised {times(self.memory.reviews)}."


@dataclass(frozen=True)
class Queue:
    """A sitting: its ``items`` in order, and ``remaining`` ones for who wants to go on, the most useful first.

    ``interview`` is the one it is planned towards and ``day`` its moment, None in due order. ``minutes_each`` is what a
    question takes. ``practised`` counts all topics to practise (``pool``), and ``ready_counts`` those that are ready:
    on the day of the interview, or now. ``heading`` names what it is for. ``note`` tells what of the log was left out,
    or is empty.
    """

    items: tuple[QueueItem, ...]
    remaining: tuple[QueueItem, ...]
    interview: Interview | None
    day: datetime | None
    minutes_each: float
    practised: int
    ready_counts: ReadyCounts
    heading: str
    sentence: str
    note: str

    @property
    def minutes(self) -> int:
        """About how long the items take, in whole minutes."""
        return round(len(self.items) * self.minutes_each)

    def ready(self, now: datetime, dates: DateStyle) -> str:
        """'4 of 7 ready for Wednesday'."""
        on = self.day.astimezone(now.tzinfo).date() if self.day else None
        return self.ready_counts.sentence(on, now.date(), dates)


def coming_interview(workbook: Workbook, now: datetime, interview_id: str = "") -> Interview | None:
    """The interview to practise for: the next one scheduled within four weeks, or the one asked for.

    One whose application is closed, or that has begun, is none.
    """
    closed = {entry.id for entry in workbook.applications if entry.is_closed}
    found = [
        entry
        for entry in workbook.by_time
        if entry.state == "scheduled" and entry.application_id not in closed and _is_ahead(entry, now)
    ]
    if interview_id:
        return next((entry for entry in found if entry.id == interview_id), None)
    return next((entry for entry in found if start_of(entry, now) - now <= AHEAD), None)


def company_practised_for(workbook: Workbook, now: datetime) -> str | None:
    """The key of the company that is practised for now; '' if it isn't known, None with no interview coming."""
    interview = coming_interview(workbook, now)
    return company_binding(workbook).company_at(interview.application_id) if interview else None


def start_of(interview: Interview, now: datetime) -> datetime:
    """When the interview is; a bare date is taken as that morning at nine, on its own clock or that of ``now``."""
    if isinstance(interview.held_at, datetime):
        return interview.held_at
    return datetime.combine(interview.held_at, MORNING, tzinfo=zone_named(interview.zone) or now.tzinfo)


def card_readiness(workbook: Workbook, card_id: str, now: datetime) -> Readiness:
    """How far one question is: on the day of the interview that it is practised for, or now where none is coming."""
    interview, log = _interview_for(workbook, card_id, now), read_log(workbook, now)
    on = start_of(interview, now) if interview else now
    return readiness(log.reviews.get(card_id, ()), on, now.tzinfo, log.memory(card_id))


def _interview_for(workbook: Workbook, card_id: str, now: datetime, interview_id: str = "") -> Interview | None:
    """The coming interview, if this question is among those to practise for it."""
    interview = coming_interview(workbook, now, interview_id)
    is_for_it = interview and any(card.id == card_id for card in pool(workbook, interview).cards)
    return interview if is_for_it else None


def next_practice_at(
    workbook: Workbook, card_id: str, memory: Memory, now: datetime, interview_id: str = ""
) -> datetime | None:
    """When a question is practised next: when it is due, but never after the interview that it is practised for.

    It then comes the day before, or on the interview day if it was practised the day before. Before an interview a
    question that came is not asked twice a day. None if it does not come again before the interview.
    """
    interview = _interview_for(workbook, card_id, now, interview_id)
    if memory.last_review is None or memory.due is None:
        return now
    if interview is None:
        return memory.due
    day, today = start_of(interview, now), now.date()
    last, on = (moment.astimezone(now.tzinfo).date() for moment in (memory.last_review, day))
    comes_later = memory.due.astimezone(now.tzinfo).date() > today or last < today or memory.last_grade == "again"
    due = memory.due if comes_later else now + timedelta(days=1)
    if due <= day:
        return due
    following = max(last, on - timedelta(days=2)) + timedelta(days=1)
    if following > on:
        return None
    return day if following == on > today else now + max(timedelta(), following - today)


def queue(workbook: Workbook, now: datetime, minutes: float, interview_id: str = "", *, dates: DateStyle) -> Queue:
    """The sitting for now, of about that many minutes; with one question at least, if there is one.

    ``now`` carries the person's own offset from UTC: its calendar day is today. Raises ValueError if ``minutes`` is not
    a positive number.
    """
    if isnan(minutes) or minutes <= 0:
        raise ValueError("a sitting takes some minutes")
    return _Planner(workbook, now, minutes, coming_interview(workbook, now, interview_id), dates).queue()


class _Planner:
    """What one queue is made from."""

    def __init__(
        self, workbook: Workbook, now: datetime, minutes: float, interview: Interview | None, dates: DateStyle
    ) -> None:
        self.workbook, self.now, self.interview, self.dates = workbook, now, interview, dates
        self.log = read_log(workbook, now)
        self.pool = pool(workbook, interview)
        self.memories = [self.log.memory(card.id) for card in self.pool.cards]
        self.deck = Deck.of(self.memories)
        self.day = start_of(interview, now) if interview else None
        self.minutes_each = minutes_each(workbook)
        self.count = max(1, int(minutes / self.minutes_each))
        self.course = self._course()

    def queue(self) -> Queue:
        done = [position for position, memory in enumerate(self.memories) if self._is_today(memory)]
        repeats = [position for position in done if self._is_repeat(position)]
        chosen, more = self._chosen(done, repeats)
        items = tuple(self._item(position) for position in [*chosen, *repeats])
        return Queue(
            items=items,
            remaining=tuple(self._item(position) for position in more),
            interview=self.interview,
            day=self.day,
            minutes_each=self.minutes_each,
            practised=len(self.memories),
            ready_counts=ReadyCounts.of(self._readiness(position) for position in range(len(self.memories))),
            heading=self._heading(),
            sentence=self._sentence(len(items), len(more), len(done)),
            note=self.log.sentence,
        )

    def _chosen(self, done: list[int], repeats: list[int]) -> tuple[list[int], list[int]]:
        """What this sitting takes beside the repeats, and what is left for another one.

        Before an interview the plan chooses, and what is chosen is asked in the order of the pool.
        """
        if self.course:
            size = max(0, self.course.sizes[0] - len(done))
            order = order_for_today(self.deck, self.pool.weights, self.course)
            left = [
                position for position in (*order, *self._remaining(order, self.course)) if position not in set(done)
            ]
            return sorted(left[:size]), left[size:]
        size = max(0, self.count - len(repeats))
        left = [position for position in order_by_due(self.deck, seconds(self.now)) if position not in set(repeats)]
        return left[:size], left[size:]

    def _remaining(self, order: list[int], course: PracticePlan) -> list[int]:
        """From the day before the interview on, also what would gain little: that is when it was due to come back."""
        if len(course.moments) > 1:
            return []
        planned = set(order)
        return [position for position in range(len(self.memories)) if position not in planned]

    def _course(self) -> PracticePlan | None:
        """The days to the interview, counted from the day it was entered, or from four weeks before."""
        if self.interview is None or self.day is None:
            return None
        earliest = (self.day - AHEAD).date()
        entered = self.interview.created_at
        begin = max(earliest, entered.astimezone(self.now.tzinfo).date()) if entered else earliest
        return PracticePlan(self.now, self.day, self.count, min(begin, self.now.date()))

    def _is_today(self, memory: Memory) -> bool:
        last = memory.last_review
        return last is not None and last.astimezone(self.now.tzinfo).date() == self.now.date()

    def _is_repeat(self, position: int) -> bool:
        memory = self.memories[position]
        return memory.last_grade == "again" and memory.is_due(self.now)

    def _item(self, position: int) -> QueueItem:
        card, memory = self.pool.cards[position], self.memories[position]
        return QueueItem(
            card=card,
            memory=memory,
            importance=self.pool.importances[position],
            readiness=self._readiness(position),
            is_repeat=self._is_today(memory) and self._is_repeat(position),
        )

    def _readiness(self, position: int) -> Readiness:
        reviews = self.log.reviews.get(self.pool.cards[position].id, ())
        return readiness(reviews, self.day or self.now, self.now.tzinfo, self.memories[position])

    def _heading(self) -> str:
        if self.interview is None or self.day is None:
            return "No interview coming up"
        application = self.workbook.application(self.interview.application_id)
        today, on = self.now.date(), self.day.astimezone(self.now.tzinfo).date()
        when = (
            self.dates.near_day(on, today)
            if (on - today).days < 2
            else f"{self.dates.near_day(on, today)}, {days_between(on, today)}"
        )
        return f"For {application.company if application else 'your interview'}, {when}"

    def _sentence(self, count: int, more: int, done: int) -> str:
        if not self.memories:
            return _why_none(self.workbook)
        if common_left(self.workbook):
            return "Nobody has asked you anything yet. These questions come up in most interviews."
        if self.interview:
            return self._share(count, more, done)
        if count:
            later = f" {counted(more, 'other')} can wait." if more else ""
            order = ", the longest due first" if count > 1 else ""
            return f"{sentence_case(counted(count, 'question'))} to practise now{order}.{later}"
        return f"Nothing to practise today. The next question is {self._next_due()}."

    def _share(self, count: int, more: int, done: int) -> str:
        if count:
            return f"{sentence_case(counted(count, 'question'))} now, picked to help most by then."
        if done:
            return f"{done} done today, {more or 'none'} left."
        return "Nothing needs practice today."

    def _next_due(self) -> str:
        due = min(memory.due for memory in self.memories if memory.due is not None)
        local = due.astimezone(self.now.tzinfo)
        return f"due {_due_day(local.date(), self.now.date(), dates=self.dates)}"


@cached_per_workbook
def minutes_each(workbook: Workbook) -> float:
    """The median minutes of the last fifty timed reviews, at least half a minute; three until five were timed."""
    timed = sorted((row for row in workbook.practice if row.minutes), key=lambda row: (row.reviewed_at, row.id))
    latest = [row.minutes for row in timed[-_LATEST:] if row.minutes]
    return max(0.5, median(latest)) if len(latest) >= _TIMED else USUAL_MINUTES


def _why_none(workbook: Workbook) -> str:
    if any(card.is_practised for card in cards(workbook)):
        return "Nothing to practise now. Your questions belong to other companies, or to ones that are closed."
    return "Nothing to practise yet. Hard questions come here by themselves; add any other under Questions."


def _is_ahead(interview: Interview, now: datetime) -> bool:
    if isinstance(interview.held_at, datetime):
        return interview.held_at > now.astimezone(UTC)
    return interview.held_at >= now.date()


def _due_day(due: date, today: date, dates: DateStyle) -> str:
    return "later today" if due == today else dates.near_day(due, today)
