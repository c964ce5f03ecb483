"""How long do they take? The chance still to hear, by day of silence, in general and for each process that waits.

'No reply' is no answer, and is undone by a later one. So a silence lasts until today: if it ended on the day it was
recorded, while late answers count in full, the chance would be far too high (docs/benchmarks/waiting.md).
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from lib.english import mid_sentence, paragraph
from lib.insight.result import Cell, Explained, ResultTable
from lib.insight.waiting.sentences import (
    NUMBERS_FROM,
    assumption_sentence,
    half_by,
    left_out_sentence,
    no_reply_sentence,
    odds_sentence,
    own_sentence,
    points_sentence,
    too_few,
    wait_sentence,
)
from lib.insight.waiting.silence import ObservedWait, ShareEstimate, SilenceModel
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.workbook import Workbook, cached_per_workbook

TITLE = "How long do they take?"
LEAST = 5
"""From this many answers on, the person's own record is used."""
NO_REPLY_BELOW = 0.15
"""Under this chance of still hearing, 'no reply' is suggested."""
LONGEST = 60
"""The last day of silence that the curve shows."""
CHECK_IN_FROM, CHECK_IN_TO = 5, 21
"""The limits of the check-in day, in days after the interview."""
_TABLE_DAYS = (7, 14, 28)
_CHECK_IN_SHARE = 2 / 3
_LONGEST_SEARCHED = 365

_YES_OR_NO = ("advanced", "offer", "rejected")
_ANSWER_STATUS = ("rejected", "offer", "accepted")

WaitingVerdict = Literal["own", "not_enough"]


@dataclass(frozen=True)
class SilentDay:
    """The chance still to hear, 0 to 1, after ``day`` days of silence since the interview, with its 80% band."""

    day: int
    chance: float
    low: float
    high: float


@dataclass(frozen=True)
class WaitingProcess:
    """One application that waits for an answer to its last interview, silent for ``days``.

    ``chance`` is None under five own answers. ``suggests_no_reply``: it is low enough to record no reply,
    ``no_reply_sentence`` why, ``odds_sentence`` the chance, and ``beside`` how it is in words. ``no_reply_on`` is the
    day from which it is, None if it is not known.
    """

    application_id: str
    interview_id: str
    company: str
    since: date
    days: int
    chance: SilentDay | None
    no_reply_on: date | None
    suggests_no_reply: bool
    no_reply_sentence: str
    odds_sentence: str
    beside: str

    @property
    def sentence(self) -> str:
        """The result in words."""
        return f"{self.company}: {mid_sentence(self.beside)}"


@dataclass(frozen=True)
class Waiting(Explained):
    """The answer. ``n`` counts the own answers with a date, ``silent`` the waits without one.

    ``curve`` rests on them and is empty if the verdict is 'not_enough'; ``assumption`` is the same before any own
    answer, to be shown on request only and as what it is. ``check_in_day`` is the day when two in three answers have
    come, between 5 and 21, and ``no_reply_day`` the one from which 'no reply' is suggested; both are None if the
    verdict is 'not_enough'. ``processes`` wait now, the longest first.
    """

    title: str
    n: int
    silent: int
    verdict: WaitingVerdict
    curve: tuple[SilentDay, ...]
    check_in_day: int | None
    no_reply_day: int | None
    processes: tuple[WaitingProcess, ...]
    headline: str
    sure: str
    table: ResultTable

    @property
    def assumption(self) -> tuple[SilentDay, ...]:
        """The curve before any own answer."""
        return _prior_curve()[0]

    @property
    def assumption_sentence(self) -> str:
        """What is assumed before any own answer."""
        return _prior_curve()[1]

    def process(self, application_id: str) -> WaitingProcess | None:
        """The wait of that application, or None if it waits for nothing."""
        return next((entry for entry in self.processes if entry.application_id == application_id), None)


@cached_per_workbook
def waiting(workbook: Workbook, today: date) -> Waiting:
    """How long answers take after an interview, and the chance still to hear of what waits ``today``.

    Silence is no answer, recorded as 'no reply' or not. The same rows in another order give the same answer.
    """
    rounds = _rounds(workbook, today)
    known = tuple(entry.wait for entry in rounds if entry.wait is not None)
    n = sum(wait.end == "answered" for wait in known)
    silent = sum(wait.end == "silent" for wait in known)
    own = SilenceModel(known) if n >= LEAST else None
    curve = _curve(own) if own else ()
    no_reply_day = _first_day(lambda day: _chance(own, day).chance < NO_REPLY_BELOW) if own else None
    waits_now = sorted(
        (entry for entry in rounds if entry.waits), key=lambda entry: (entry.interview.held_on, entry.interview.id)
    )
    return Waiting(
        title=TITLE,
        n=n,
        silent=silent,
        verdict="own" if own else "not_enough",
        curve=curve,
        check_in_day=_check_in_day(own) if own else None,
        no_reply_day=no_reply_day,
        processes=tuple(_process(entry, own, n, no_reply_day, workbook, today) for entry in waits_now),
        headline=_headline(own, n),
        sure=paragraph(_sure(own, n, silent), _left_out(rounds)),
        table=_table(curve),
    )


@dataclass(frozen=True)
class _Round:
    """One debriefed interview: what is known of the wait after it, and whether it still waits."""

    interview: Interview
    wait: ObservedWait | None
    waits: bool


def _rounds(workbook: Workbook, today: date) -> list[_Round]:
    applications = workbook.by_id(Application)
    by_application: dict[str, list[Interview]] = defaultdict(list)
    for entry in workbook.by_time:
        if entry.state not in ("cancelled", "no_show"):
            by_application[entry.application_id].append(entry)
    found = []
    for application_id in sorted(by_application):
        rounds = by_application[application_id]
        for position, entry in enumerate(rounds):
            if entry.is_debriefed:
                later = rounds[position + 1] if position + 1 < len(rounds) else None
                found.append(_round(entry, later, applications.get(application_id), today))
    return found


def _round(entry: Interview, later: Interview | None, application: Application | None, today: date) -> _Round:
    if entry.held_on > today:
        return _Round(entry, None, False)
    if entry.outcome in _YES_OR_NO and not entry.moved_on_by_round:
        by = later.held_on if later else today
        return _Round(entry, _answered(entry, entry.outcome_on, min(by, today)), False)
    if entry.outcome == "no_reply":
        return _Round(entry, _silent(entry, today, today), False)
    if entry.outcome == "withdrew":
        end = entry.outcome_on or (application.status_on if application else None)
        return _Round(entry, _silent(entry, end, today), False)
    if later is not None and entry.outcome_by == "hand":  # they know of that round, and it was no answer to this one
        return _Round(entry, None, False)
    if later is not None:
        made_on = later.created_at.date() if later.created_at else later.held_on
        was_planned = made_on <= entry.held_on
        return _Round(entry, None if was_planned else _answered_by(entry, min(made_on, later.held_on, today)), False)
    if entry.moved_on_by_round:  # its later round is gone from the files, and with it the day
        return _Round(entry, None, False)
    return _last(entry, application, today)


def _last(entry: Interview, application: Application | None, today: date) -> _Round:
    """The last round of an application, with no outcome recorded: its status may tell."""
    status = application.status if application else None
    on = application.status_on if application else None
    if status in _ANSWER_STATUS:
        return _Round(entry, _answered(entry, on, today), False)
    if status == "withdrawn":
        return _Round(entry, _silent(entry, on, today), False)
    if status == "no_reply":
        return _Round(entry, _silent(entry, today, today), False)
    return _Round(entry, _silent(entry, today, today), entry.leaning != "decline")


def _answered(entry: Interview, on: date | None, at_the_latest: date) -> ObservedWait | None:
    if on is None:
        return _answered_by(entry, at_the_latest)
    return ObservedWait(max((on - entry.over_on).days, 0), "answered")


def _answered_by(entry: Interview, day: date) -> ObservedWait:
    return ObservedWait(max((day - entry.over_on).days, 0), "answered_by")


def _silent(entry: Interview, end: date | None, today: date) -> ObservedWait | None:
    if end is None or end < entry.over_on:
        return None
    return ObservedWait((min(end, today) - entry.over_on).days, "silent")


@lru_cache(maxsize=1)
def _prior_curve() -> tuple[tuple[SilentDay, ...], str]:
    """The curve and its sentence before any own answer."""
    prior = SilenceModel(())
    return _curve(prior), assumption_sentence(prior.answered_by(7).estimate, prior.never().estimate)


def _curve(belief: SilenceModel) -> tuple[SilentDay, ...]:
    return tuple(_chance(belief, day) for day in range(LONGEST + 1))


def _chance(belief: SilenceModel, day: int) -> SilentDay:
    found: ShareEstimate = belief.still_to_hear(day)
    return SilentDay(day, found.estimate, found.low, found.high)


def _first_day(holds: Callable[[int], bool]) -> int | None:
    """The first day on which it holds, as it does on all later ones; None if it takes longer than a year."""
    low, high = 0, _LONGEST_SEARCHED
    if not holds(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return high


def _check_in_day(own: SilenceModel) -> int:
    day = _first_day(lambda number: own.answered_by(number).estimate >= _CHECK_IN_SHARE)
    return min(max(day or CHECK_IN_TO, CHECK_IN_FROM), CHECK_IN_TO)


def _process(
    entry: _Round, own: SilenceModel | None, n: int, no_reply_day: int | None, workbook: Workbook, today: date
) -> WaitingProcess:
    interview = entry.interview
    days = (today - interview.over_on).days
    chance = _chance(own, days) if own else None
    suggests = chance is not None and chance.chance < NO_REPLY_BELOW
    company = workbook.company_of(interview.application_id) or "The company"
    belief = (chance.chance, chance.low, chance.high) if chance else None
    return WaitingProcess(
        application_id=interview.application_id,
        interview_id=interview.id,
        company=company,
        since=interview.over_on,
        days=days,
        chance=chance,
        no_reply_on=None if no_reply_day is None else interview.over_on + timedelta(days=no_reply_day),
        suggests_no_reply=suggests,
        no_reply_sentence=no_reply_sentence(n, chance.chance) if chance and suggests else "",
        odds_sentence=odds_sentence(*belief) if belief else "",
        beside=wait_sentence(days, chance.chance if chance else None),
    )


def _headline(own: SilenceModel | None, n: int) -> str:
    if own is None:
        return too_few(n, LEAST)
    return half_by(_first_day(lambda day: own.answered_by(day).estimate >= 0.5) or 0)


def _sure(own: SilenceModel | None, n: int, silent: int) -> str:
    if own is None:
        return ""
    never = own.never()
    points = [(day, own.still_to_hear(day).estimate) for day in _TABLE_DAYS]
    return paragraph(
        own_sentence(n, silent, (never.estimate, never.low, never.high)),
        points_sentence(points) if n >= NUMBERS_FROM else "",
    )


def _left_out(rounds: list[_Round]) -> str:
    undated = sum(entry.wait is not None and entry.wait.end == "answered_by" for entry in rounds)
    unknown = sum(entry.wait is None for entry in rounds)
    return left_out_sentence(undated, unknown)


def _table(curve: tuple[SilentDay, ...]) -> ResultTable:
    rows: list[tuple[Cell, ...]] = [
        (entry.day, *(round(100 * share) for share in (entry.chance, entry.low, entry.high)))
        for entry in curve
        if entry.day % 7 == 0
    ]
    return ResultTable(("Days without a reply", "Still answer, %", "Likely from", "Likely to"), tuple(rows))
