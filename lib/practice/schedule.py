"""When a topic is due, and how likely it is to be recalled: FSRS-6, replayed from the practice log alone.

Free Spaced Repetition Scheduler by Ye (2022) and others, version 6, with its default weights, without fuzzing, in UTC.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache

import fsrs

from lib.english import counted, plural
from lib.practice.cards import card_by_question, cards
from lib.records.practice import Review
from lib.records.vocabulary import Grade
from lib.records.workbook import Workbook, cached_per_workbook

AHEAD = timedelta(days=1)
"""How far in the future a row may be dated (a journey, a corrected clock) and still be replayed."""

_SCHEDULER = fsrs.Scheduler(enable_fuzzing=False)
_GRADES: dict[Grade, fsrs.Rating] = {
    "again": fsrs.Rating.Again,
    "hard": fsrs.Rating.Hard,
    "good": fsrs.Rating.Good,
    "easy": fsrs.Rating.Easy,
}


@dataclass(frozen=True)
class Memory:
    """The log of one topic, replayed. Without a review everything is None, the recall 0, and it is due at once.

    ``stability`` is the days until recall falls to 90%, ``difficulty`` 1 to 10, ``due`` the moment at which it does;
    ``last_grade`` how it came the last time.
    """

    reviews: int = 0
    last_review: datetime | None = None
    last_grade: Grade | None = None
    due: datetime | None = None
    stability: float | None = None
    difficulty: float | None = None
    state: int = int(fsrs.State.Learning)
    step: int | None = 0

    def recall_at(self, moment: datetime) -> float:
        """The chance of recalling it then, 0 to 1; whole days since the last review count, as FSRS has it."""
        return _SCHEDULER.get_card_retrievability(self._card, moment)

    def is_due(self, now: datetime) -> bool:
        """Whether it should be practised now."""
        return self.due is None or self.due <= now

    def after_review(self, grade: Grade, at: datetime) -> "Memory":
        """The memory after one more review. A review dated before the last one counts as made on the same day."""
        moment = at.astimezone(UTC)
        if self.last_review is not None:
            moment = max(moment, self.last_review)
        card, _ = _SCHEDULER.review_card(self._card, _GRADES[grade], moment)
        return Memory(
            self.reviews + 1, moment, grade, card.due, card.stability, card.difficulty, int(card.state), card.step
        )

    @cached_property
    def _card(self) -> fsrs.Card:
        return fsrs.Card(
            card_id=0,
            state=fsrs.State(self.state),
            step=self.step,
            stability=self.stability,
            difficulty=self.difficulty,
            due=self.due or datetime.min.replace(tzinfo=UTC),
            last_review=self.last_review,
        )


@dataclass(frozen=True)
class Log:
    """The practice log, read: the memory of each card by its id, and the rows that are left out of it.

    ``reviews`` are each card's rows, oldest first. ``homeless`` rows name neither a question nor a topic that is still
    there; ``ahead`` are dated more than a day after now, and count once that day has come. Both stay in the file.
    """

    memories: Mapping[str, Memory]
    reviews: Mapping[str, tuple[Review, ...]]
    homeless: tuple[Review, ...]
    ahead: tuple[Review, ...]

    def memory(self, card_id: str) -> Memory:
        """The memory of that card; one never practised has an empty one."""
        return self.memories.get(card_id, Memory())

    @property
    def sentence(self) -> str:
        """What was left out and why, or nothing."""
        parts = []
        if count := len(self.homeless):
            is_about = plural(count, "is about a question that is", "are about questions that are")
            parts.append(f"{counted(count, 'line')} of practice {is_about} gone; kept, and not counted.")
        if count := len(self.ahead):
            lines = counted(count, "line of practice is", "lines of practice are")
            parts.append(f"{lines} dated later than now; kept, and counted once that day has come.")
        return " ".join(parts)


def read_log(workbook: Workbook, now: datetime) -> Log:
    """Replay the log: each row counts for the card that its wording belongs to today, or else for its topic.

    The order of the rows in the file changes nothing.
    """
    return _read(workbook, bisect_right(_by_time(workbook), now + AHEAD, key=lambda row: row.reviewed_at))


@cached_per_workbook
def _by_time(workbook: Workbook) -> tuple[Review, ...]:
    return tuple(sorted(workbook.practice, key=lambda row: (row.reviewed_at, row.id)))


@cached_per_workbook
def _read(workbook: Workbook, counted: int) -> Log:
    """The log with that many of its oldest rows replayed."""
    found = cards(workbook)
    by_question, by_id = card_by_question(found), {card.id: card for card in found}
    grouped: dict[str, list[Review]] = defaultdict(list)
    homeless, ahead = [], []
    for place, row in enumerate(_by_time(workbook)):
        card = by_question.get(row.question_id) or by_id.get(row.topic_id)
        if card is None:
            homeless.append(row)
        elif place >= counted:
            ahead.append(row)
        else:
            grouped[card.id].append(row)
    memories = {card_id: replay(reviews) for card_id, reviews in grouped.items()}
    return Log(memories, {key: tuple(reviews) for key, reviews in grouped.items()}, tuple(homeless), tuple(ahead))


def replay(rows: Iterable[Review]) -> Memory:
    """The memory that these reviews of one topic leave, whatever order they come in."""
    in_order = sorted(rows, key=lambda row: (row.reviewed_at, row.id))
    return _replay_grades(tuple((row.reviewed_at, row.grade) for row in in_order))


@lru_cache(maxsize=4096)  # a review is of one topic: after it all others are as they were
def _replay_grades(reviews: tuple[tuple[datetime, Grade], ...]) -> Memory:
    memory = Memory()
    for at, grade in reviews:
        memory = memory.after_review(grade, at)
    return memory
