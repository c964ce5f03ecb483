"""What was asked, by kind of question, and how well the answers went."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lib.english import counted, listed, paragraph, plural, sentence_case, were
from lib.insight.result import Cell, Explained, ResultTable
from lib.insight.scores import mean
from lib.insight.wording import rating
from lib.records.interview import Interview, chronological
from lib.records.labels import label, phrase
from lib.records.question import Question
from lib.records.vocabulary import Category, words
from lib.records.workbook import Workbook, cached_per_workbook

TITLE = "What do they ask?"
FAIR = 3
"""The rating between the hard ones and those that went well."""
_NAMED = 3


@dataclass(frozen=True)
class AskedQuestion:
    """One question as it was asked, with its rating from 1 to 5, or None if it was not rated.

    ``is_hard``: it was tapped as hard, or rated 1 or 2. ``kind_guessed``: its kind was read from the wording.
    """

    text: str
    company: str
    on: date
    interview_id: str
    rating: int | None
    is_hard: bool = False
    kind_guessed: bool = False


@dataclass(frozen=True)
class QuestionsOfKind:
    """The questions of one kind, the newest first; ``key`` is empty if the kind was not given.

    Each is in one of ``hard``, ``fair``, ``went_well`` and ``unrated``; one tapped as hard is in the first, rated or
    not."""

    key: str
    label: str
    questions: tuple[AskedQuestion, ...]

    @property
    def n(self) -> int:
        """How many were asked, at least one."""
        return len(self.questions)

    @property
    def hard(self) -> tuple[AskedQuestion, ...]:
        """Those tapped as hard, or rated 1 or 2."""
        return tuple(entry for entry in self.questions if entry.is_hard)

    @property
    def fair(self) -> tuple[AskedQuestion, ...]:
        """Those rated 3."""
        return tuple(entry for entry in self.questions if entry.rating == FAIR and not entry.is_hard)

    @property
    def went_well(self) -> tuple[AskedQuestion, ...]:
        """Those rated 4 or 5."""
        return tuple(entry for entry in self.questions if (entry.rating or 0) > FAIR and not entry.is_hard)

    @property
    def unrated(self) -> tuple[AskedQuestion, ...]:
        """Those neither rated nor tapped as hard."""
        return tuple(entry for entry in self.questions if entry.rating is None and not entry.is_hard)

    @property
    def average(self) -> float | None:
        """The mean rating, 1 to 5, or None if none is rated."""
        ratings = [entry.rating for entry in self.questions if entry.rating is not None]
        return mean(ratings) if ratings else None

    @property
    def rating_words(self) -> str:
        """How they were rated, and how many were: '3.7 of 5', '4.0 of 5 in 2 rated', '1 rated 4 of 5', or nothing."""
        if self.average is None:
            return ""
        count = sum(entry.rating is not None for entry in self.questions)
        if count == 1:
            return f"{'1 rated' if self.n > 1 else 'rated'} {self.average:.0f} of 5"
        return f"{rating(self.average)} of 5" + (f" in {count} rated" if count < self.n else "")


@dataclass(frozen=True)
class Kinds(Explained):
    """The kinds that came up, the most frequent first and 'kind not given' last.

    ``n`` counts the questions, ``interviews`` all that were debriefed, ``silent`` those without a question
    written down.
    """

    title: str
    n: int
    interviews: int
    silent: int
    kinds: tuple[QuestionsOfKind, ...]
    headline: str
    sure: str
    table: ResultTable


@cached_per_workbook
def questions_by_kind(workbook: Workbook) -> Kinds:
    """What they asked in the debriefed interviews; my own questions, and those that did not come up, are left out."""
    interviews = {entry.id: entry for entry in workbook.debriefed}
    asked = [entry for entry in workbook.questions if entry.interview_id in interviews and entry.was_asked]
    kinds = _by_frequency(workbook, asked, interviews)
    silent = len(interviews) - len({entry.interview_id for entry in asked})
    return Kinds(
        title=TITLE,
        n=len(asked),
        interviews=len(interviews),
        silent=silent,
        kinds=kinds,
        headline=_headline(kinds, len(interviews)),
        sure=_sure(kinds, len(interviews), silent),
        table=_table(kinds),
    )


def _by_frequency(
    workbook: Workbook, asked: list[Question], interviews: dict[str, Interview]
) -> tuple[QuestionsOfKind, ...]:
    newest_first = sorted(
        asked,
        key=lambda entry: (*chronological(interviews[entry.interview_id]), entry.position or 0, entry.id),
        reverse=True,
    )
    counts: Counter[str] = Counter(entry.category or "" for entry in asked)
    order = sorted(words(Category), key=lambda word: -counts[word])
    return tuple(
        QuestionsOfKind(
            key=key,
            label=label(key) if key else "Kind not given",
            questions=tuple(
                _asked(entry, interviews[entry.interview_id], workbook)
                for entry in newest_first
                if (entry.category or "") == key
            ),
        )
        for key in (*order, "")
        if counts[key]
    )


def _asked(question: Question, interview: Interview, workbook: Workbook) -> AskedQuestion:
    return AskedQuestion(
        question.text,
        workbook.company_of(interview.application_id),
        interview.held_on,
        interview.id,
        question.rating,
        question.is_hard,
        question.kind_guessed is True,
    )


def _headline(kinds: tuple[QuestionsOfKind, ...], interviews: int) -> str:
    if not interviews:
        return "No interview debriefed yet."
    if not kinds:
        return "No question written down yet."
    return _most_often(kinds) or f"{sentence_case(counted(sum(kind.n for kind in kinds), 'question'))} so far."


def _sure(kinds: tuple[QuestionsOfKind, ...], interviews: int, silent: int) -> str:
    if not kinds:
        return ""
    total = sum(kind.n for kind in kinds)
    return paragraph(
        f"{sentence_case(counted(total, 'question'))} from {counted(interviews - silent, 'interview')}.",
        _how_it_went(kinds, total),
        _without_kind(kinds),
        _guessed_kinds_note(kinds, total),
        _without_questions(silent, interviews),
    )


def _guessed_kinds_note(kinds: tuple[QuestionsOfKind, ...], total: int) -> str:
    """How many kinds are guesses; nothing if none is."""
    guessed = sum(entry.kind_guessed is True for kind in kinds for entry in kind.questions)
    return f"{guessed} of {total} sorted by wording." if guessed else ""


def _most_often(kinds: tuple[QuestionsOfKind, ...]) -> str:
    named = [kind for kind in kinds if kind.key]
    if len(named) < 2:
        return f"All with a kind are {phrase(named[0].key)}." if named else ""
    if named[0].n == 1:
        return ""
    leading = [f"{phrase(kind.key)} ({kind.n})" for kind in named[:_NAMED]]
    return f"Most often: {listed(leading)}."


def _how_it_went(kinds: tuple[QuestionsOfKind, ...], total: int) -> str:
    if total == 1:
        return _how_the_one_went(kinds[0].questions[0])
    ratings = [entry.rating for kind in kinds for entry in kind.questions if entry.rating is not None]
    hard = sum(len(kind.hard) for kind in kinds)
    if not ratings:
        return f"You marked {hard} as hard and haven't rated any yet." if hard else "You haven't rated any yet."
    how_many = "All are rated" if len(ratings) == total else sentence_case(were(len(ratings), "rated"))
    average = f"{rating(mean(ratings))} of 5 on average" if len(ratings) > 1 else f"{ratings[0]} of 5"
    return f"{how_many}, {average}; {were(hard, 'hard')}."


def _how_the_one_went(only: AskedQuestion) -> str:
    if only.rating is not None:
        return f"You rated it {only.rating} of 5."
    return "You marked it as hard." if only.is_hard else "You haven't rated it yet."


def _without_kind(kinds: tuple[QuestionsOfKind, ...]) -> str:
    missing = sum(kind.n for kind in kinds if not kind.key)
    return f"{missing} {plural(missing, 'has', 'have')} no kind yet." if missing else ""


def _without_questions(silent: int, interviews: int) -> str:
    if not silent:
        return ""
    have = plural(silent, "has", "have")
    return f"{silent} of {counted(interviews, 'interview')} {have} no questions written down."


def _table(kinds: tuple[QuestionsOfKind, ...]) -> ResultTable:
    def row(kind: QuestionsOfKind) -> tuple[Cell, ...]:
        parts = (kind.went_well, kind.fair, kind.hard, kind.unrated)
        average = None if kind.average is None else round(kind.average, 2)
        return (kind.label, kind.n, *(len(part) for part in parts), average)

    columns = ("Kind", "Questions", "Well (4 or 5)", "Fair (3)", "Hard", "Not rated", "Average rating")
    return ResultTable(columns, tuple(row(kind) for kind in kinds))
