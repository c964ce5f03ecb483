"""What each interview with an answer was like: the things that may set a yes apart from a no, as one table.

Every factor has its direction fixed in advance: a low rating, or the presence of the thing, is expected with a no.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from lib.insight.asked import questions_by_kind
from lib.insight.rounds import answer_days
from lib.insight.scores import scored_interviews
from lib.records.dimension import all_dimensions
from lib.records.interview import Interview, chronological
from lib.records.labels import label as label_of
from lib.records.labels import phrase
from lib.records.workbook import Workbook

Floats = npt.NDArray[np.float64]
FactorKind = Literal["rating", "category", "format", "context"]

YES = ("advanced", "offer")
NO = ("rejected",)
SILENT = ("no_reply",)
GAP_DAYS = 10
"""From this many days since the last interview on, ``gap`` is set: over a week, and under two."""
PANEL = 2
UNPREPARED = 2
NOON = 12
TOP = 5

_FORMATS = {
    "phone": ("A phone interview", "were by phone"),
    "video": ("A video interview", "were by video"),
    "in_person": ("Meeting in person", "were in person"),
    "take_home": ("A take-home task", "were take-home tasks"),
}
_CONTEXT: dict[str, tuple[str, FactorKind, str]] = {
    "afternoon": ("An afternoon start", "context", "were in the afternoon"),
    "gap": ("A gap before", "context", "came ten days or more after the last one"),
    "panel": ("Two or more interviewers", "context", "had two or more interviewers"),
    "unprepared": ("Little preparation", "context", "came with little preparation"),
}


@dataclass(frozen=True)
class Factor:
    """One thing that is checked. ``clause`` describes several interviews: 'were by phone'; for a rating it is empty.

    For a rating, ``cut`` is the lowest score that counts as high; for all others it is 0.
    """

    name: str
    label: str
    kind: FactorKind
    clause: str
    cut: int = 0


@dataclass(frozen=True)
class AnsweredInterview:
    """One debriefed interview with a yes or a no. ``answered_on`` is the interview's day if it is not known."""

    interview_id: str
    held_on: date
    answered_on: date
    stage: str
    company: str
    rejected: bool


@dataclass(frozen=True, eq=False)
class Frame:
    """The interviews with an answer in the order in which the answers came, and a column for each factor.

    ``columns`` holds scores 1 to 5 or flags 0 and 1, NaN where not known; ``afterwards`` are the ratings left out since
    they were given when the outcome was known, as pairs of interview and column.
    """

    interviews: tuple[AnsweredInterview, ...]
    columns: Mapping[str, Floats]
    labels: Mapping[str, str]
    afterwards: frozenset[tuple[str, str]] = frozenset()

    @property
    def n(self) -> int:
        """How many interviews have an answer."""
        return len(self.interviews)

    @property
    def rejected(self) -> Floats:
        """1 for a no, 0 for a yes."""
        return np.array([entry.rejected for entry in self.interviews], dtype=np.float64)

    @property
    def strata(self) -> npt.NDArray[np.intp]:
        """The stage of each interview as a number."""
        stages = sorted({entry.stage for entry in self.interviews})
        return np.array([stages.index(entry.stage) for entry in self.interviews], dtype=np.intp)

    @property
    def seed(self) -> int:
        """A number that follows from what is compared alone, so that the same data is shuffled in the same way."""
        content = sha256(self.rejected.tobytes() + self.strata.astype(np.int64).tobytes())
        for name in sorted(self.columns):
            content.update(name.encode() + b"\0" + self.columns[name].tobytes())
        return int.from_bytes(content.digest()[:8])

    def first(self, n: int) -> "Frame":
        """The ``n`` interviews that were answered first."""
        columns = {name: column[:n] for name, column in self.columns.items()}
        return replace(self, interviews=self.interviews[:n], columns=columns)

    def checked(self) -> tuple[Factor, ...]:
        """The factors that can be compared: known in at least half of the interviews, and not the same in almost all.

        At least two interviews have to differ from the most frequent value.
        """
        usable = (name for name in sorted(self.columns) if _varies(self.columns[name]))
        return tuple(_factor(name, self.columns[name], self.labels) for name in usable)


def frame_of(workbook: Workbook, silence_is_no: bool = False) -> Frame:
    """The debriefed interviews with an answer; pending, withdrawn and, unless asked for, unanswered ones are left out.

    Ratings that were first given when the outcome was known are not taken.
    """
    no = (*NO, *SILENT) if silence_is_no else NO
    held = [entry for entry in workbook.debriefed if entry.outcome in (*YES, *no)]
    answered_on = answer_days(workbook.interviews)
    held.sort(key=lambda entry: (answered_on[entry.id], chronological(entry)))
    answered = {entry.id for entry in held}
    return Frame(
        interviews=tuple(
            AnsweredInterview(
                interview_id=entry.id,
                held_on=entry.held_on,
                answered_on=answered_on[entry.id],
                stage=entry.stage,
                company=workbook.company_of(entry.application_id),
                rejected=entry.outcome in no,
            )
            for entry in held
        ),
        columns=_columns(workbook, held),
        labels={entry.key: entry.label for entry in all_dimensions(workbook.dimensions)},
        afterwards=frozenset(
            (entry.interview_id, f"rating:{dimension}")
            for entry in scored_interviews(workbook)
            if entry.interview_id in answered
            for dimension, _ in entry.afterwards
        ),
    )


def _columns(workbook: Workbook, debriefed: list[Interview]) -> dict[str, Floats]:
    facts = {
        **_ratings(workbook),
        **_categories(workbook),
        **_formats(debriefed),
        "afternoon": _afternoon(debriefed),
        "gap": _gap(workbook),
        "panel": _panel(workbook, debriefed),
        "unprepared": _unprepared(workbook),
    }
    return {
        name: np.array([known.get(entry.id, np.nan) for entry in debriefed], dtype=np.float64)
        for name, known in facts.items()
    }


FactorValues = dict[str, float]
"""What is known of one factor, by the interview's id."""


def _ratings(workbook: Workbook) -> dict[str, FactorValues]:
    columns: dict[str, FactorValues] = defaultdict(dict)
    for entry in scored_interviews(workbook):
        for dimension, score in entry.scores:
            columns[f"rating:{dimension}"][entry.interview_id] = score
    return columns


def _categories(workbook: Workbook) -> dict[str, FactorValues]:
    """Whether a kind of question was written down; an interview without questions counts for no kind."""
    asked = {kind.key: {entry.interview_id for entry in kind.questions} for kind in questions_by_kind(workbook).kinds}
    noted = set().union(*asked.values())
    return {
        f"category:{key}": {interview: float(interview in those) for interview in noted}
        for key, those in asked.items()
        if key
    }


def _formats(debriefed: list[Interview]) -> dict[str, FactorValues]:
    formats = {entry.id: entry.format for entry in debriefed if entry.format is not None}
    return {
        f"format:{form}": {interview: float(own == form) for interview, own in formats.items()}
        for form in set(formats.values())
    }


def _afternoon(debriefed: list[Interview]) -> FactorValues:
    """Whether it began in the person's own afternoon: of a call into another zone by the clock that it was noted by."""
    begun = ((entry, entry.held_at) for entry in debriefed if isinstance(entry.held_at, datetime))
    return {entry.id: float(_by_own_clock(entry, at).hour >= NOON) for entry, at in begun}


def _by_own_clock(interview: Interview, held_at: datetime) -> datetime:
    return held_at.astimezone(interview.created_at.tzinfo) if interview.zone and interview.created_at else held_at


def _gap(workbook: Workbook) -> FactorValues:
    """Whether the previous debriefed interview was ten days or more earlier; not known for the first."""
    days = workbook.debriefed
    return {entry.id: float((entry.held_on - before.held_on).days >= GAP_DAYS) for before, entry in pairwise(days)}


def _panel(workbook: Workbook, debriefed: list[Interview]) -> FactorValues:
    """Whether two or more people were noted as met; nobody noted counts as fewer."""
    met: dict[str, set[str]] = defaultdict(set)
    for entry in workbook.conversations:
        met[entry.interview_id].add(entry.person_id)
    return {entry.id: float(len(met[entry.id]) >= PANEL) for entry in debriefed}


def _unprepared(workbook: Workbook) -> FactorValues:
    """Preparation rated 1 or 2; if it isn't rated, under half of the questions with preparation noted were prepared."""
    prepared: dict[str, list[bool]] = defaultdict(list)
    for entry in workbook.questions:
        if entry.was_asked and entry.prepared is not None:
            prepared[entry.interview_id].append(entry.prepared)
    known = {interview: float(2 * sum(those) < len(those)) for interview, those in prepared.items()}
    rated = _ratings(workbook).get("rating:preparation", {})
    return known | {interview: float(score <= UNPREPARED) for interview, score in rated.items()}


def _varies(column: Floats) -> bool:
    known = column[~np.isnan(column)]
    if not len(known) or 2 * len(known) < len(column):
        return False
    _, counts = np.unique(known, return_counts=True)
    return int(len(known) - counts.max()) >= 2


def _factor(name: str, column: Floats, labels: Mapping[str, str]) -> Factor:
    kind, _, key = name.partition(":")
    match kind:
        case "rating":
            label, cut = labels.get(key) or key.replace("_", " ").capitalize(), _cut(column)
            return Factor(name, label, "rating", "", cut)
        case "category":
            return Factor(name, f"{label_of(key)} questions", "category", f"had {phrase(key)} questions")
        case "format":
            label, clause = _FORMATS[key]
            return Factor(name, label, "format", clause)
        case _:
            return Factor(name, *_CONTEXT[name])


def _cut(column: Floats) -> int:
    """The score that splits the known ratings most evenly; of two such, the higher. The outcome has no part in it."""
    known = column[~np.isnan(column)]
    return min(range(TOP, 1, -1), key=lambda cut: abs(2 * int((known >= cut).sum()) - len(known)))
