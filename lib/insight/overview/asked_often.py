"""The questions that they asked me, those in the same words or of one topic together: how often, and how it went."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lib.insight.scores import mean
from lib.records.question import Question, wording_key
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class AskedOften:
    """One question in its last words. ``times`` counts the interviews, ``hard`` those where it was hard.

    ``average`` is that of its rated answers, 1 to 5, or None. ``questions`` are its wordings, the oldest first.
    """

    text: str
    times: int
    hard: int
    average: float | None
    questions: tuple[Question, ...]

    @property
    def latest(self) -> Question:
        """Its last wording."""
        return self.questions[-1]


def asked_often(workbook: Workbook) -> tuple[AskedOften, ...]:
    """Every question that was asked, the one asked in most interviews first, of these the hardest."""
    position = {entry.id: number for number, entry in enumerate(workbook.debriefed)}
    topics = {topic.id: topic.text for topic in workbook.topics}
    groups: dict[str, list[Question]] = defaultdict(list)
    held = (entry for entry in workbook.questions if entry.interview_id in position and entry.was_asked)
    for question in sorted(held, key=lambda entry: (position[entry.interview_id], entry.position or 0, entry.id)):
        groups[question.topic_id or f"in these words: {wording_key(question.text)}"].append(question)
    found = (_count_topic(tuple(those), topics) for those in groups.values())
    return tuple(sorted(found, key=lambda one: (-one.times, -one.hard, -position[one.latest.interview_id])))


def hardest_first(asked: Iterable[AskedOften]) -> tuple[AskedOften, ...]:
    """Those that were hard, the one hard most often first, of these the one with the lowest ratings."""
    hard = (one for one in asked if one.hard)
    return tuple(sorted(hard, key=lambda one: (-one.hard, one.average or 0.0, min(map(_order, one.questions)))))


def _order(question: Question) -> tuple[bool, int, int, int, str]:
    return question.hardness


def _count_topic(questions: tuple[Question, ...], topics: dict[str, str]) -> AskedOften:
    last = questions[-1]
    ratings = [entry.rating for entry in questions if entry.rating is not None]
    return AskedOften(
        text=topics.get(last.topic_id) or last.text,
        times=len({entry.interview_id for entry in questions}),
        hard=len({entry.interview_id for entry in questions if entry.is_hard}),
        average=mean(ratings) if ratings else None,
        questions=questions,
    )
