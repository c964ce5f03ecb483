"""The log of decisions: what was chosen and why, when to look back, and how it was seen then."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from lib.dates import DateStyle
from lib.decide.confidence import Confidence, confidence
from lib.english import counted, listed, paragraph
from lib.insight.result import ResultTable
from lib.records.decision import REVIEW_AFTER, Decision
from lib.records.labels import label
from lib.records.workbook import Workbook

TITLE = "What did I decide, and was I right?"
DELETED_APPLICATION: Final = "a deleted application"

_CHOSE: Final = {
    "go_on": "You chose to keep going with {job}.",
    "hold": "You put {job} on hold.",
    "decline": "You declined {job}.",
    "accept": "You accepted {job}.",
}
_VERDICTS: Final = {
    "yes": "Looking back, it was right.",
    "partly": "Looking back, it was partly right.",
    "no": "Looking back, it was not right.",
}


@dataclass(frozen=True)
class LoggedDecision:
    """One decision, in words. ``due_on`` is when to look back; ``is_due``: the day has come and the review is missing;
    ``words`` is what was decided, when and why, for where its job is named already."""

    decision: Decision
    job: str
    due_on: date
    is_due: bool
    sentence: str
    words: str


@dataclass(frozen=True)
class DecisionLog:
    """All decisions, the newest first, those to look back on now, the longest due first, and what confidence was
    worth."""

    title: str
    n: int
    entries: tuple[LoggedDecision, ...]
    due: tuple[LoggedDecision, ...]
    confidence: Confidence
    sentence: str
    table: ResultTable


def decision_log(workbook: Workbook, today: date, dates: DateStyle) -> DecisionLog:
    """The decisions as they read back on a day."""
    entries = tuple(
        _entry(workbook, decision, today, dates=dates) for decision in sorted(workbook.decisions, key=_newest_first)
    )
    due = tuple(sorted((entry for entry in entries if entry.is_due), key=lambda entry: entry.due_on))
    return DecisionLog(
        title=TITLE,
        n=len(entries),
        entries=entries,
        due=due,
        confidence=confidence(workbook.decisions),
        sentence=_sentence(entries, due),
        table=_table(entries, dates=dates),
    )


def newest_by_job(log: DecisionLog) -> dict[str, LoggedDecision]:
    """The newest decision on each application, by the application's id."""
    return {entry.decision.application_id: entry for entry in reversed(log.entries)}


def review_day(decided_on: date) -> date:
    """When to look back on a decision of that day, unless another day is chosen."""
    return decided_on + REVIEW_AFTER


def _newest_first(decision: Decision) -> tuple[float, str]:
    return (-decision.decided_at.timestamp(), decision.id)


def _entry(workbook: Workbook, decision: Decision, today: date, dates: DateStyle) -> LoggedDecision:
    application = workbook.application(decision.application_id)
    job = f"{application.role} at {application.company}" if application else DELETED_APPLICATION
    if not decision.application_id:
        job = "your current job"
    due_on = decision.look_back_on
    is_due = due_on <= today and not decision.is_reviewed
    words = _sentence_of_decision(decision, job, due_on, today, dates=dates)
    return LoggedDecision(decision, job, due_on, is_due, words, _decision_words(decision, today, dates=dates))


def _decision_words(decision: Decision, today: date, dates: DateStyle) -> str:
    on = dates.on_day(decision.decided_at.date(), today)
    chose = f"{_CHOSE[decision.choice].format(job='it').removesuffix('.')} {on}"
    because = " ".join(decision.reasons.split())
    return f"{chose}: {because}" if because else f"{chose}."


def _sentence_of_decision(decision: Decision, job: str, due_on: date, today: date, dates: DateStyle) -> str:
    sure = "" if decision.confidence is None else f"You were {decision.confidence}% sure."
    return paragraph(_CHOSE[decision.choice].format(job=job), sure, _review_words(decision, due_on, today, dates=dates))


def _review_words(decision: Decision, due_on: date, today: date, dates: DateStyle) -> str:
    if decision.right_call:
        return _VERDICTS[decision.right_call]
    if decision.reviewed_on:
        return f"You reviewed it {dates.on_day(decision.reviewed_on, today)}."
    if due_on <= today:
        return f"Review was due {dates.near_day(due_on, today)}." if due_on < today else "Review it today."
    return f"Review {dates.on_day(due_on, today)}."


def _sentence(entries: tuple[LoggedDecision, ...], due: tuple[LoggedDecision, ...]) -> str:
    if not entries:
        return "No decisions yet."
    reviewed = sum(entry.decision.is_reviewed for entry in entries)
    count = f"{counted(len(entries), 'decision')}, {reviewed or 'none'} reviewed."
    if not due:
        return count
    names = listed([entry.job for entry in due])
    return f"{count} To review now: {names}."


def _table(entries: tuple[LoggedDecision, ...], dates: DateStyle) -> ResultTable:
    columns = (
        "Day",
        "Job",
        "Choice",
        "Reasons",
        "Would change my mind",
        "Confidence, %",
        "Review on",
        "Right",
        "Learned",
        "Felt",
    )
    return ResultTable(
        columns,
        tuple(
            (
                dates.short_day(entry.decision.decided_at.date()),
                entry.job,
                label(entry.decision.choice),
                entry.decision.reasons,
                entry.decision.change_my_mind,
                entry.decision.confidence,
                dates.short_day(entry.due_on),
                label(entry.decision.right_call) if entry.decision.right_call else None,
                entry.decision.learned,
                label(entry.decision.gut) if entry.decision.gut else None,
            )
            for entry in entries
        ),
    )
