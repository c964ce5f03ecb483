"""Are my ratings changing? One verdict at each of a few counts of interviews; in between nothing is judged."""

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

import numpy as np

from lib.english import paragraph
from lib.insight.hindsight import left_out_sentence
from lib.insight.result import Cell, ResultTable
from lib.insight.scores import Scored, scored_interviews
from lib.insight.skills.ratings import known_or_rated
from lib.insight.skills.sentences import (
    always_the_same,
    checked_sentence,
    could_be_chance,
    dimensions_sentence,
    likely_real,
    mood_sentence,
    no_clear_pattern,
    no_order,
    too_few,
    too_few_of_one,
)
from lib.insight.skills.trend import (
    LEAST,
    Floats,
    Size,
    benjamini_hochberg,
    carried_over,
    chances,
    size_of,
    smallest_found,
    strength_of,
)
from lib.insight.state import STATE_LABELS, Conclusion
from lib.records.dimension import Dimension
from lib.records.interview import Interview
from lib.records.workbook import Workbook

TITLE = "Are my ratings changing?"
ALPHA_BY_LOOK = {6: 0.003, 8: 0.004, 12: 0.007, 16: 0.009, 24: 0.009, 32: 0.009, 40: 0.009}
"""The numbers of rated interviews with a verdict, and its level: how often chance may give 'established'.

Together .05 over a whole search. The early ones get less: hardly any change could be found there.
"""
WATCH_Q = 0.10
WATCH_P = 0.05
"""From this p of the mean, and this q of a dimension (Benjamini and Hochberg), a change is shown as possible chance."""
OVERALL = "All together"
_NOISE = 0.9
_NOISE_OF_MEAN = 0.6
_CARRY_OVER = 0.3
_CARRY_OVER_ERRORS = 1.28

ChangeVerdict = Literal["established", "watch", "nothing", "not_enough"]
VERDICT_LABELS: dict[ChangeVerdict, str] = {
    "established": STATE_LABELS["likely_real"],
    "watch": STATE_LABELS["could_be_chance"],
    "nothing": STATE_LABELS["no_clear_pattern"],
    "not_enough": STATE_LABELS["too_early"],
}


@dataclass(frozen=True)
class SkillChange:
    """How one dimension, or the mean over them (``key`` empty), changed over the first ``n`` interviews that rate it.

    ``change`` is in points of the scale from the first to the last of them, shrunk towards 0, with its 80% interval
    from ``low`` to ``high``; ``raw`` is the same without shrinking. ``chance`` is how often permutations are as extreme
    among everything tested, ``smallest`` the change that would have been found about three times in four. All are None
    if the verdict is 'not_enough'. ``level`` is the mean rating, ``strength`` the Bayes factor of the change: how many
    times likelier the ratings are with a change than without.
    """

    key: str
    label: str
    n: int
    verdict: ChangeVerdict
    change: float | None
    low: float | None
    high: float | None
    raw: float | None
    chance: float | None
    smallest: float | None
    strength: float | None
    level: float | None
    interview_ids: tuple[str, ...]
    conclusion: Conclusion

    @property
    def sentence(self) -> str:
        """The result in words."""
        return self.conclusion.sentence


@dataclass(frozen=True)
class SkillChanges:
    """The verdicts at the last count reached, on the first ``n`` of the ``rated`` interviews.

    Before the first count ``n`` is ``rated``. ``overall`` comes first: it is the most sensitive. ``next_at`` is None
    after the last count. ``afterwards`` counts the ratings left out since the outcome was known. Where a mood seems to
    carry over, ``warning`` is set, and nothing is established.
    """

    title: str
    n: int
    rated: int
    afterwards: int
    verdict: ChangeVerdict
    overall: SkillChange
    dimensions: tuple[SkillChange, ...]
    next_at: int | None
    carried_over: float | None
    warning: str
    sentence: str
    table: ResultTable


def skill_changes(workbook: Workbook) -> SkillChanges:
    """Whether the ratings go up or down over the interviews, all together and each dimension.

    Ratings first given after the outcome was known are not taken, and each sentence gives their number. The same rows
    in another order give the same answer.
    """
    scored = scored_interviews(workbook)
    rated = tuple(entry for entry in scored if entry.scores)
    afterwards = Counter(key for entry in scored for key, _ in entry.afterwards)
    reached = max((count for count in ALPHA_BY_LOOK if count <= len(rated)), default=None)
    next_at = min((count for count in ALPHA_BY_LOOK if count > len(rated)), default=None)
    known = known_or_rated(workbook, scored)
    if reached is None:
        overall, dimensions = _too_few(rated, known)
        warning, correlation = "", None
    else:
        frame = _Frame.of(workbook, rated[:reached], known)
        correlation = carried_over(frame.together)
        warning = _warning(correlation, reached)
        overall, dimensions = _judged(frame, ALPHA_BY_LOOK[reached], next_at, doubtful=bool(warning))
    n = reached or len(rated)
    dimensions = _with_unjudged(dimensions, known, afterwards, scored, n)
    bounds = paragraph(checked_sentence(n, len(rated), next_at), left_out_sentence(afterwards.total()))
    overall = _with_bounds(overall, warning, bounds)
    return SkillChanges(
        title=TITLE,
        n=n,
        rated=len(rated),
        afterwards=afterwards.total(),
        verdict=overall.verdict,
        overall=overall,
        dimensions=dimensions,
        next_at=next_at,
        carried_over=correlation,
        warning=warning,
        sentence=paragraph(
            overall.sentence,
            _of_dimensions(dimensions),
        ),
        table=_table((overall, *dimensions)),
    )


def _with_left_out(change: SkillChange, afterwards: int) -> SkillChange:
    return _saying(change, left_out_sentence(afterwards))


def _with_bounds(change: SkillChange, warning: str, bounds: str) -> SkillChange:
    """With the warning if there is a change, which interviews were checked, and which ratings were left out."""
    mood = warning if change.verdict == "watch" else ""
    return _saying(change, paragraph(mood, bounds))


def _saying(change: SkillChange, more: str) -> SkillChange:
    return replace(change, conclusion=replace(change.conclusion, sure=paragraph(change.conclusion.sure, more)))


def _with_unjudged(
    judged: tuple[SkillChange, ...],
    known: tuple[Dimension, ...],
    afterwards: Counter[str],
    scored: tuple[Scored, ...],
    n: int,
) -> tuple[SkillChange, ...]:
    """Each dimension that was ever rated, with what it leaves out: also those without a rating among the judged.

    A back-dated interview or an outcome may move a dimension's only ratings out of what is judged.
    """
    found = {entry.key: entry for entry in judged}
    ever = afterwards.keys() | {key for entry in scored for key, _ in entry.scores}
    rows = (
        found.get(entry.key) or _not_enough(entry.key, entry.label, (), too_few_of_one(entry.label, 0, n, LEAST))
        for entry in known
        if entry.key in ever
    )
    return tuple(_with_left_out(row, afterwards[row.key]) for row in rows)


@dataclass(frozen=True, eq=False)
class _Frame:
    """The interviews judged: their order, each dimension's ratings (NaN for none), and the mean over them."""

    interviews: tuple[Scored, ...]
    dimensions: tuple[Dimension, ...]
    places: Floats
    columns: Floats
    together: Floats

    @staticmethod
    def of(workbook: Workbook, rated: tuple[Scored, ...], known: tuple[Dimension, ...]) -> "_Frame":
        dimensions = tuple(entry for entry in known if any(one.score(entry.key) is not None for one in rated))
        rows = [[one.score(entry.key) for entry in dimensions] for one in rated]
        columns = np.array(rows, dtype=np.float64)
        return _Frame(rated, dimensions, _places(workbook, rated), columns, _mean_of(columns))

    @property
    def seed(self) -> int:
        """A number that follows from what is compared alone."""
        ranked = sorted(range(len(self.dimensions)), key=lambda position: self.dimensions[position].key)
        content = sha256(self.places.tobytes())
        for position in ranked:
            content.update(self.dimensions[position].key.encode() + b"\0" + self.columns[:, position].tobytes())
        return int.from_bytes(content.digest()[:8])

    def has_order(self, column: Floats) -> bool:
        """Whether it was rated often enough, and not in interviews of one place only."""
        places = self.places[~np.isnan(column)]
        return len(places) >= LEAST and bool(places[0] != places[-1])

    def ids(self, column: Floats) -> tuple[str, ...]:
        """The interviews with a rating of it."""
        rated = ~np.isnan(column)
        return tuple(one.interview_id for one, is_rated in zip(self.interviews, rated, strict=True) if is_rated)


def _places(workbook: Workbook, rated: tuple[Scored, ...]) -> Floats:
    """The order of the interviews; those of a day on which some time is not known share their place."""
    held = workbook.by_id(Interview)
    moments = [held[entry.interview_id].held_at for entry in rated]
    vague = {entry.on for entry, moment in zip(rated, moments, strict=True) if not hasattr(moment, "hour")}
    keys = [
        (entry.on.isoformat(), "" if entry.on in vague else str(moment))
        for entry, moment in zip(rated, moments, strict=True)
    ]
    order = {key: position for position, key in enumerate(dict.fromkeys(keys))}
    return np.array([order[key] for key in keys], dtype=np.float64)


def _mean_of(columns: Floats) -> Floats:
    """The mean over the dimensions rated, each taken from its own average: one that is rated late shifts nothing."""
    level = np.nanmean(columns)
    return np.asarray(level + np.nanmean(columns - np.nanmean(columns, axis=0), axis=1), dtype=np.float64)


def _too_few(rated: tuple[Scored, ...], known: tuple[Dimension, ...]) -> tuple[SkillChange, tuple[SkillChange, ...]]:
    times = Counter(key for entry in rated for key, _ in entry.scores)
    ids = tuple(entry.interview_id for entry in rated)
    overall = _not_enough("", OVERALL, ids, too_few(len(rated), LEAST))
    dimensions = tuple(
        _not_enough(
            entry.key,
            entry.label,
            tuple(one.interview_id for one in rated if one.score(entry.key) is not None),
            too_few_of_one(entry.label, times[entry.key], len(rated), LEAST),
        )
        for entry in known
        if times[entry.key]
    )
    return overall, dimensions


def _not_enough(key: str, label: str, ids: tuple[str, ...], conclusion: Conclusion) -> SkillChange:
    return SkillChange(
        key, label, len(ids), "not_enough", None, None, None, None, None, None, None, None, ids, conclusion
    )


def _judged(
    frame: _Frame, level: float, next_at: int | None, doubtful: bool
) -> tuple[SkillChange, tuple[SkillChange, ...]]:
    """The mean and every dimension; one rated too seldom, or on one day only, is named and not compared.

    Where it is doubtful that interviews can be shuffled at all, nothing is established.
    """
    enough = np.array([frame.has_order(column) for column in frame.columns.T])
    columns = frame.columns[:, enough]
    found = chances(frame.places, frame.together, columns, np.random.default_rng(frame.seed))
    q = benjamini_hochberg(found.alone)
    looks, needed = 2 * max(columns.shape[1], 1), 0.0 if doubtful else level
    tier = _tier(found.together_of_all <= needed, found.together <= WATCH_P)
    overall = (
        _change(frame, ("", OVERALL), frame.together, _Verdict(tier, found.together_of_all, level, 2, next_at))
        if frame.has_order(frame.together)
        else _left_out(frame, ("", OVERALL), frame.together)
    )
    judged = {
        int(position): _Verdict(_tier(chance <= needed, rate <= WATCH_Q), float(chance), level, looks, next_at)
        for position, chance, rate in zip(np.flatnonzero(enough), found.of_all, q, strict=True)
    }
    dimensions = tuple(
        _change(frame, (entry.key, entry.label), frame.columns[:, position], judged[position])
        if position in judged
        else _left_out(frame, (entry.key, entry.label), frame.columns[:, position])
        for position, entry in enumerate(frame.dimensions)
    )
    return overall, dimensions


@dataclass(frozen=True)
class _Verdict:
    """A tier with the chance behind it, the level that was asked for, among how many looks, and the next check."""

    tier: ChangeVerdict
    chance: float
    level: float
    looks: int
    next_at: int | None


def _tier(established: bool, watch: bool) -> ChangeVerdict:
    if established:
        return "established"
    return "watch" if watch else "nothing"


def _left_out(frame: _Frame, named: tuple[str, str], column: Floats) -> SkillChange:
    key, label = named
    ids = frame.ids(column)
    too_few = too_few_of_one(label, len(ids), len(frame.interviews), LEAST)
    return _not_enough(key, label, ids, too_few if len(ids) < LEAST else no_order(label))


def _change(frame: _Frame, about: tuple[str, str], column: Floats, verdict: _Verdict) -> SkillChange:
    key, label = about
    ids = frame.ids(column)
    size = size_of(frame.places, column, _NOISE if key else _NOISE_OF_MEAN)
    smallest = smallest_found(size, len(ids), verdict.level, verdict.looks)
    constant = bool(np.nanmin(column) == np.nanmax(column))
    named = label if key else ""
    conclusion = (
        always_the_same(named, len(ids), verdict.next_at)
        if constant
        else _told(named, len(ids), size, verdict, smallest)
    )
    return SkillChange(
        key=key,
        label=label,
        n=len(ids),
        verdict=verdict.tier,
        change=size.change,
        low=size.low,
        high=size.high,
        raw=size.raw,
        chance=verdict.chance,
        smallest=smallest,
        strength=1.0 if constant else strength_of(size),
        level=float(np.nanmean(column)),
        interview_ids=ids,
        conclusion=conclusion,
    )


def _told(label: str, n: int, size: Size, verdict: _Verdict, smallest: float) -> Conclusion:
    spread = (size.change, size.low, size.high)
    if verdict.tier == "established":
        return likely_real(label, n, spread, verdict.chance, verdict.next_at)
    if verdict.tier == "watch":
        return could_be_chance(label, n, spread, verdict.next_at)
    return no_clear_pattern(label, n, smallest, verdict.next_at)


def _warning(correlation: float | None, n: int) -> str:
    if correlation is None or correlation < max(_CARRY_OVER, _CARRY_OVER_ERRORS / np.sqrt(n)):
        return ""
    return mood_sentence(correlation)


def _of_dimensions(dimensions: tuple[SkillChange, ...]) -> str:
    judged = sum(entry.verdict != "not_enough" for entry in dimensions)
    return dimensions_sentence(_labels(dimensions, "established"), _labels(dimensions, "watch"), judged)


def _labels(changes: tuple[SkillChange, ...], tier: ChangeVerdict) -> list[str]:
    return [entry.label for entry in changes if entry.verdict == tier]


def _table(changes: tuple[SkillChange, ...]) -> ResultTable:
    def rounded(value: float | None, digits: int) -> float | None:
        return None if value is None else round(value, digits)

    def row(entry: SkillChange) -> tuple[Cell, ...]:
        size = (rounded(value, 2) for value in (entry.change, entry.low, entry.high))
        return (entry.label, entry.n, VERDICT_LABELS[entry.verdict], *size, rounded(entry.smallest, 1))

    columns = ("What", "Interviews", "State", "Change", "Likely from", "Likely to", "Would have been found")
    return ResultTable(columns, tuple(row(entry) for entry in changes))
