"""What practice comes to: expected recall by kind, reviews by day, ratings before and after. Counted, not judged."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from lib.insight.result import Table
from lib.insight.scores import mean
from lib.insight.wording import counted, percent, rating, said, sentence_case
from lib.practice.cards import Card, cards
from lib.practice.queue import coming_interview, moment_of
from lib.practice.schedule import Log, read_log
from lib.records.days import near_day
from lib.records.labels import label, phrase
from lib.records.practice import Review
from lib.records.vocabulary import Category, words
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class KindRecall:
    """The topics in practice of one kind, ``key`` empty where it was not given, and their mean recall, 0 to 1.

    ``then`` is that on the interview day without more practice, None without an interview coming.
    """

    key: str
    label: str
    n: int
    now: float
    then: float | None


@dataclass(frozen=True)
class ExpectedRecall:
    """The expected recall of the topics in practice, now and on the coming interview's ``day``, by kind.

    ``n`` counts topics; one that was never practised counts as not recalled.
    """

    title: str
    n: int
    new: int
    day: date | None
    kinds: tuple[KindRecall, ...]
    sentence: str
    table: Table


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
    table: Table


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
    table: Table


def expected_recall(workbook: Workbook, now: datetime) -> ExpectedRecall:
    """How much of what is in practice would come now, and on the day of the coming interview."""
    every = cards(workbook)
    log = read_log(workbook, now)
    practised = [card for card in every if card.is_practised]
    interview = coming_interview(workbook, now)
    day = moment_of(interview, now) if interview else None
    on = day.astimezone(now.tzinfo).date() if day else None
    keys = [key for key in (*words(Category), "") if any(card.category == key for card in practised)]
    kinds = tuple(_kind(key, [card for card in practised if card.category == key], log, now, day) for key in keys)
    new = sum(not log.memory(card.id).reviews for card in practised)
    columns = ("Kind", "Questions", "Expected now, %", "Expected on the interview day, %")
    return ExpectedRecall(
        title="What would I recall?",
        n=len(practised),
        new=new,
        day=on,
        kinds=kinds,
        sentence=_recall_sentence(kinds, new, on, now.date()),
        table=Table(columns, tuple((one.label, one.n, _percent(one.now), _percent(one.then)) for one in kinds)),
    )


def reviews_by_day(workbook: Workbook, today: date, zone: tzinfo, days: int = 28) -> ReviewsByDay:
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
        table=Table(
            ("Day", "Reviews", "Good or easy", "Minutes"),
            tuple((one.on.isoformat(), one.reviews, one.well, round(one.minutes, 1)) for one in found if one.reviews),
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
        table=Table(("Question", "Rating before", "Rating after"), rows),
    )


def _kind(key: str, found: list[Card], log: Log, now: datetime, day: datetime | None) -> KindRecall:
    memories = [log.memory(card.id) for card in found]
    then = mean([memory.recall_at(day) for memory in memories]) if day else None
    name = label(key) if key else "Kind not given"
    return KindRecall(key, name, len(found), mean([memory.recall_at(now) for memory in memories]), then)


def _recall_sentence(kinds: tuple[KindRecall, ...], new: int, day: date | None, today: date) -> str:
    n = sum(kind.n for kind in kinds)
    if not n:
        return "Nothing to show yet: no question is in practice."
    overall = sum(kind.n * kind.now for kind in kinds) / n
    weakest = min(kinds, key=lambda kind: kind.now)
    then = ""
    if day:
        expected = percent(sum(kind.n * (kind.then or 0) for kind in kinds) / n)
        spoken = near_day(day, today)
        then = f"Without more practice, {'' if (day - today).days < 2 else 'on '}{spoken}: {expected}."
    name = phrase(weakest.key) if weakest.key else "kind not given"
    return said(
        f"Of {counted(n, 'question')} in practice, about {percent(overall)} would come now.",
        f"{new} of them {'was' if new == 1 else 'were'} never practised and {'counts' if new == 1 else 'count'} as 0."
        if new
        else "",
        then,
        f"Least: {name} ({percent(weakest.now)})." if len(kinds) > 1 else "",
    )


def _review_day(on: date, rows: list[Review]) -> ReviewDay:
    grades = Counter(row.grade for row in rows)
    return ReviewDay(on, len(rows), grades["good"] + grades["easy"], sum(row.minutes or 0 for row in rows))


def _days_sentence(total: int, active: int, days: int) -> str:
    if not total:
        return f"Nothing was practised in the last {days} days."
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
        return "Nothing to show yet: no question was asked and rated both before it was practised and after."
    before, after = mean([one.before for one in topics]), mean([one.after for one in topics])
    return (
        f"{sentence_case(counted(len(topics), 'question'))} asked for real before and after practice: on average "
        f"{rating(before)} of 5 before, {rating(after)} after. This describes; badly rated answers tend to go better "
        "the next time anyway."
    )


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
