"""One interview in a few numbers: how much I wanted it, my rating against my usual, my guess, when I heard back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from lib.dates import DateStyle
from lib.english import counted, tenths
from lib.insight.hindsight import later_round, was_guessed_afterwards
from lib.insight.scores import Scored, scored_interviews
from lib.insight.searches import Search, searches
from lib.records.interview import Interview
from lib.records.seal import seal_is_broken
from lib.records.workbook import Workbook, cached_per_workbook

USUAL_FROM = 5
"""From this many earlier ratings on their mean is 'my usual'; before that there's only the last time."""


@dataclass(frozen=True)
class EarlierRatings:
    """What a rating is compared with: the mean of ``n`` earlier ones, or the last one where they're few."""

    value: float
    n: int

    @property
    def is_usual(self) -> bool:
        """Whether it's my usual, and not only the last time."""
        return self.n >= USUAL_FROM

    @property
    def words(self) -> str:
        """'usually 3.3', 'last time 4'."""
        return f"{'usually' if self.is_usual else 'last time'} {tenths(self.value)}"


@dataclass(frozen=True)
class ComparedRatings:
    """The ratings of an interview beside those of earlier interviews in the same search.

    ``rating`` is the mean of its rated skills, 1 to 5. ``scores`` are the skills one by one, by key; where
    ``is_afterwards``, all were rated when the outcome was known. ``earlier`` and ``earlier_scores`` are what they are
    compared with; ratings from after an outcome was known are never part of that.
    """

    rating: float | None = None
    is_afterwards: bool = False
    earlier: EarlierRatings | None = None
    scores: Mapping[str, int] = field(default_factory=dict)
    earlier_scores: Mapping[str, EarlierRatings] = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """A number to read first: what it is, the number itself, and a few words to place it."""

    name: str
    value: str
    note: str = ""


@cached_per_workbook
def compared_ratings(workbook: Workbook) -> Mapping[str, ComparedRatings]:
    """The ratings of each debriefed interview, by its id."""
    every = searches(workbook)
    so_far: dict[int, _SearchRatings] = defaultdict(_SearchRatings)
    found: dict[str, ComparedRatings] = {}
    for entry in scored_interviews(workbook):
        search = so_far[_search_of(entry.on, every)]
        found[entry.interview_id] = search.compare(entry)
        search.add(entry)
    return found


def compared_ratings_of(workbook: Workbook, interview_id: str) -> ComparedRatings:
    """The ratings of one interview; none if it isn't debriefed."""
    return compared_ratings(workbook).get(interview_id, ComparedRatings())


def last_interest(interview: Interview) -> int | None:
    """How much I wanted the job, 0 to 10: my last answer."""
    said = _interests(interview)
    return said[0][0] if said else None


def figures(workbook: Workbook, interview: Interview, today: date, dates: DateStyle) -> tuple[Figure, ...]:
    """The numbers that there are, four at most."""
    found = (
        _wanted_figure(interview),
        _rating_figure(compared_ratings_of(workbook, interview.id)),
        _guess_figure(workbook, interview),
        _reply_figure(interview, today, dates=dates),
    )
    return tuple(each for each in found if each)


class _RunningMean:
    """The mean and the last of the values added so far; exact, so that no order of adding changes the mean."""

    def __init__(self) -> None:
        self._total, self._n, self._last = Fraction(0), 0, Fraction(0)

    def add(self, value: Fraction) -> None:
        self._total, self._n, self._last = self._total + value, self._n + 1, value

    @property
    def earlier(self) -> EarlierRatings | None:
        if not self._n:
            return None
        return EarlierRatings(float(self._total / self._n if self._n >= USUAL_FROM else self._last), self._n)


class _SearchRatings:
    """The ratings of one search, as its interviews are gone through from the oldest on."""

    def __init__(self) -> None:
        self._ratings = _RunningMean()
        self._scores: dict[str, _RunningMean] = defaultdict(_RunningMean)

    def compare(self, entry: Scored) -> ComparedRatings:
        scores = dict(entry.shown)
        compared = {key: earlier for key in scores if (earlier := self._scores[key].earlier)}
        rating = entry.mean if scores else None
        return ComparedRatings(rating, entry.is_hollow, self._ratings.earlier, scores, compared)

    def add(self, entry: Scored) -> None:
        scores = dict(entry.scores)
        if scores:
            self._ratings.add(Fraction(sum(scores.values()), len(scores)))
        for key, score in scores.items():
            self._scores[key].add(Fraction(score))


def _search_of(day: date, every: Sequence[Search]) -> int:
    return next((each.number for each in every if each.until is None or day <= each.until), every[-1].number)


def _interests(interview: Interview) -> list[tuple[int, str]]:
    """How much I wanted it, and when I answered, newest first."""
    said = (
        (interview.interest_later, "two days later"),
        (interview.interest_after, "right after"),
        (interview.interest_before, "before"),
    )
    return [(number, when) for number, when in said if number is not None]


def _wanted_figure(interview: Interview) -> Figure | None:
    said = _interests(interview)
    if not said:
        return None
    (last, when), *before = said
    return Figure("Wanted it", f"{last}/10", ", ".join(f"{number} {then}" for number, then in before) or when)


def _rating_figure(ratings: ComparedRatings) -> Figure | None:
    if ratings.rating is None:
        return None
    note = "rated after you knew" if ratings.is_afterwards else ratings.earlier.words if ratings.earlier else ""
    return Figure("My rating", f"{tenths(ratings.rating)}/5", note)


_CAME = {
    "advanced": "you moved on",
    "offer": "you got an offer",
    "rejected": "it was a no",
    "no_reply": "no reply",
    "withdrew": "you withdrew",
}


def _guess_figure(workbook: Workbook, interview: Interview) -> Figure | None:
    if seal_is_broken(interview):
        value = "gone" if interview.forecast is None else _in_ten(interview.forecast)
        return Figure("My guess", value, "changed outside the app")
    if interview.forecast is None:
        return None
    is_late = was_guessed_afterwards(interview, later_round(workbook.interviews, interview))
    note = "made after you knew" if is_late else _CAME.get(interview.outcome or "", "no answer yet")
    return Figure("My guess", _in_ten(interview.forecast), note)


def _in_ten(percent: int) -> str:
    """'6.5 in 10', as the debrief asks for it."""
    return f"{percent / 10:g} in 10"


def _reply_figure(interview: Interview, today: date, dates: DateStyle) -> Figure | None:
    """When I heard back, or how long I've been waiting; nothing before the debrief, or where no day is known."""
    said = f"they said {dates.short_day(interview.reply_by, today)}" if interview.reply_by else ""
    if interview.moved_on_by_round:
        return Figure("Heard back", "Next round", "a later round followed")
    if not interview.outcome_is_known:
        waited = (today - interview.held_on).days
        words = counted(waited, "day") if waited > 0 else "Since today"
        return Figure("Waiting", words, said) if interview.is_debriefed else None
    if interview.outcome_on is None:
        return None
    name = {"no_reply": "Closed", "withdrew": "Withdrew"}.get(interview.outcome or "", "Heard back")
    on = dates.short_day(interview.outcome_on, today)
    days = (interview.outcome_on - interview.held_on).days
    words = counted(days, "day") if days else "Same day"
    return Figure(name, words, ", ".join(part for part in (on, said) if part))
