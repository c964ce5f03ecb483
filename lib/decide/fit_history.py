"""How well one job met my criteria over time: the total after each day on which something was scored."""

from dataclasses import dataclass
from datetime import date

from lib.dates import DateStyle
from lib.decide.figures import points
from lib.decide.fit import job_fit
from lib.english import counted, paragraph
from lib.insight.result import ResultTable
from lib.records.workbook import Workbook

TITLE = "How has my view of this job changed?"


@dataclass(frozen=True)
class FitEstimate:
    """One day's view: the ``total`` and its range, 0 to 100, over ``known`` criteria, and in words what was scored that
    day."""

    on: date
    total: float
    low: float
    high: float
    known: int
    changes: tuple[str, ...]


@dataclass(frozen=True)
class FitHistory:
    """The views of one job, the oldest first; ``n`` counts them. Days on which too little was known are left out:
    ``early`` counts those.
    """

    title: str
    n: int
    early: int
    estimates: tuple[FitEstimate, ...]
    sentence: str
    table: ResultTable


def fit_history(workbook: Workbook, job: str, today: date, dates: DateStyle) -> FitHistory:
    """The total as of each day on which a row was written, by the criteria and weights of today.

    By today's weights, so that a change of the total is a change of the scores, or of which of them are known.
    """
    days = sorted({row.as_of for row in workbook.fit if row.application_id == job and row.as_of <= today})
    found = [_estimate(workbook, job, day) for day in days]
    estimates = tuple(estimate for estimate in found if estimate is not None)
    early = len(found) - len(estimates)
    return FitHistory(
        TITLE, len(estimates), early, estimates, _sentence(estimates, early), _table(estimates, dates=dates)
    )


def _estimate(workbook: Workbook, job: str, day: date) -> FitEstimate | None:
    fit = job_fit(workbook, job, day)
    if fit.total is None or fit.low is None or fit.high is None:
        return None
    changes = []
    for score in fit.scores:
        if score.newest and score.newest.as_of == day:
            before = next((row.score for row in reversed(score.earlier) if row.score is not None), None)
            changes.append(_change(score.criterion.name, before, score.value))
    return FitEstimate(day, fit.total, fit.low, fit.high, fit.n, tuple(changes))


def _change(name: str, before: int | None, now: int | None) -> str:
    if now is None:
        return f"{name}: no longer known"
    return f"{name}: {now}" if before is None else f"{name}: {before} before, now {now}"


def _sentence(estimates: tuple[FitEstimate, ...], early: int) -> str:
    if not estimates and not early:
        return "Not scored yet."
    days = counted(early, "day")
    left_out = f"Left out: {days} with too little scored for a number." if early else ""
    if not estimates:
        return f"Too early: it was scored on {days}, each time too little for a number."
    if len(estimates) == 1:
        return paragraph("Scored on one day so far. Later scores are kept beside it.", left_out)
    first, last = estimates[0], estimates[-1]
    way = "stayed at" if points(first.total) == points(last.total) else f"went from {points(first.total)} to"
    known = (
        f"{counted(first.known, 'criterion', 'criteria')} known then, {last.known} now."
        if first.known != last.known
        else ""
    )
    return paragraph(f"Scored on {len(estimates)} days, the fit {way} {points(last.total)}/100.", known, left_out)


def _table(estimates: tuple[FitEstimate, ...], dates: DateStyle) -> ResultTable:
    rows = tuple(
        (
            dates.short_day(one.on),
            round(one.total, 1),
            round(one.low, 1),
            round(one.high, 1),
            one.known,
            "; ".join(one.changes),
        )
        for one in estimates
    )
    return ResultTable(("Day", "Total", "From", "To", "Criteria known", "New scores"), rows)
