"""The results of practice: how ready I am by kind, reviews by day, ratings before and after. Counted, not judged."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from lib.dates import DateStyle
from lib.english import counted, sentence_case
from lib.insight.result import ResultTable
from lib.insight.scores import mean
from lib.insight.wording import rating
from lib.practice.cards import Card, cards
from lib.practice.queue import coming_interview, start_of
from lib.practice.readiness import MEANING, ReadyCounts, readiness
from lib.practice.schedule import Log, read_log
from lib.records.labels import label
from lib.records.practice import Review
from lib.records.vocabulary import Category, words
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class KindReady(ReadyCounts):
    """How far the topics in practice of one kind are; ``key`` is empty if none was given."""

    key: str
    label: str


@dataclass(frozen=True)
class HowReady:
    """How far the ``n`` topics in practice are for the coming interview's ``day``, or for now where that is None."""

    title: str
    n: int
    day: date | None
    kinds: tuple[KindReady, ...]
    sentence: str
    table: ResultTable


@dataclass(frozen=True)
class ReviewDay:
    """The reviews of one calendar day; ``well`` were graded good or easy."""

    on: date
    reviews: int
    well: int
    minutes: float


@dataclass(frozen=True)
class ReviewsByDay:
    """The reviews of each day of a period, days without one too; ``n`` counts the reviews."""

    title: str
    n: int
    days: tuple[ReviewDay, ...]
    sentence: str
    table: ResultTable


@dataclass(frozen=True)
class TopicChange:
    """A topic that was asked for real and rated both before it was first practised and after."""

    card: Card
    before: float
    after: float


@dataclass(frozen=True)
class BeforeAfter:
    """The mean rating, 1 to 5, of topics when asked before they were practised and after. ``n`` counts the topics."""

    title: str
    n: int
    topics: tuple[TopicChange, ...]
    sentence: str
    table: ResultTable


def how_ready(workbook: Workbook, now: datetime, dates: DateStyle) -> HowReady:
    """How many topics in practice are ready, shaky and not practised on the day of the coming interview, else now."""
    log = read_log(workbook, now)
    practised = [card for card in cards(workbook) if card.is_practised]
    interview = coming_interview(workbook, now)
    day = start_of(interview, now) if interview else None
    on = day.astimezone(now.tzinfo).date() if day else None
    keys = [key for key in (*words(Category), "") if any(card.category == key for card in practised)]
    kinds = tuple(_kind(key, [card for card in practised if card.category == key], log, now, day) for key in keys)
    return HowReady(
        title="How ready am I?",
        n=len(practised),
        day=on,
        kinds=kinds,
        sentence=_ready_sentence(kinds, on, now.date(), dates=dates),
        table=ResultTable(
            ("Kind", "Questions", "Ready", "Shaky", "Not practised"),
            tuple((one.label, one.n, one.ready, one.shaky, one.unpractised) for one in kinds),
        ),
    )


def reviews_by_day(workbook: Workbook, today: date, zone: tzinfo, days: int = 28, *, dates: DateStyle) -> ReviewsByDay:
    """The reviews of the last ``days`` days up to today, each on the calendar day that it was in ``zone``."""
    since = today - timedelta(days=days - 1)
    grouped: dict[date, list[Review]] = {since + timedelta(days=number): [] for number in range(days)}
    for row in workbook.practice:
        on = row.reviewed_at.astimezone(zone).date()
        if on in grouped:
            grouped[on].append(row)
    found = tuple(_review_day(on, rows) for on, rows in grouped.items())
    total, active = sum(one.reviews for one in found), sum(one.reviews > 0 for one in found)
    return ReviewsByDay(
        title="When did I practise?",
        n=total,
        days=found,
        sentence=_days_sentence(total, active, days),
        table=ResultTable(
            ("Day", "Reviews", "OK or easy", "Minutes"),
            tuple(
                (dates.short_day(one.on), one.reviews, one.well, round(one.minutes, 1)) for one in found if one.reviews
            ),
        ),
    )


def before_and_after(workbook: Workbook, now: datetime) -> BeforeAfter:
    """How topics were rated in interviews before their first review and after it; an interview that day is before."""
    every = cards(workbook)
    log = read_log(workbook, now)
    held = {entry.id: entry.held_on for entry in workbook.interviews}
    topics = tuple(change for card in every if (change := _change(card, log, held, now.tzinfo)))
    rows = tuple((one.card.text, round(one.before, 2), round(one.after, 2)) for one in topics)
    return BeforeAfter(
        title="How did it go for real, before and after practice?",
        n=len(topics),
        topics=topics,
        sentence=_change_sentence(topics),
        table=ResultTable(("Question", "Rating before", "Rating after"), rows),
    )


def _kind(key: str, found: list[Card], log: Log, now: datetime, day: datetime | None) -> KindReady:
    total = ReadyCounts.of(
        readiness(log.reviews.get(card.id, ()), day or now, now.tzinfo, log.memory(card.id)) for card in found
    )
    return KindReady(total.ready, total.shaky, total.unpractised, key, label(key) if key else "Kind not given")


def _ready_sentence(kinds: tuple[KindReady, ...], day: date | None, today: date, dates: DateStyle) -> str:
    if not kinds:
        return "Nothing to practise yet."
    total = ReadyCounts(*(sum(getattr(kind, part) for kind in kinds) for part in ("ready", "shaky", "unpractised")))
    when = f", for {dates.near_day(day, today)}" if day else ""
    return f"{sentence_case(counted(total.n, 'question'))} in practice{when}: {total.counts}. {MEANING}"


def _review_day(on: date, rows: list[Review]) -> ReviewDay:
    grades = Counter(row.grade for row in rows)
    return ReviewDay(on, len(rows), grades["good"] + grades["easy"], sum(row.minutes or 0 for row in rows))


def _days_sentence(total: int, active: int, days: int) -> str:
    if not total:
        return f"No practice in the last {days} days."
    return f"{sentence_case(counted(total, 'review'))} on {counted(active, 'day')} of the last {days}."


def _change(card: Card, log: Log, held: dict[str, date], zone: tzinfo | None) -> TopicChange | None:
    reviews = log.reviews.get(card.id, ())
    if not reviews:
        return None
    first = reviews[0].reviewed_at.astimezone(zone or UTC).date()
    rated = [
        (held[one.interview_id], one.rating)
        for one in card.asked
        if one.rating is not None and one.interview_id in held
    ]
    before, after = [score for on, score in rated if on <= first], [score for on, score in rated if on > first]
    return TopicChange(card, mean(before), mean(after)) if before and after else None


def _change_sentence(topics: tuple[TopicChange, ...]) -> str:
    if not topics:
        return "Shows up once a question was asked and rated both before and after you practised it."
    before, after = mean([one.before for one in topics]), mean([one.after for one in topics])
    on_average = "on average " if len(topics) > 1 else ""
    return (
        f"{sentence_case(counted(len(topics), 'question'))} asked for real before and after practice: {on_average}"
        f"{rating(before)} of 5 before, {rating(after)} after. Answers that went badly often go better next "
        "time anyway."
    )
