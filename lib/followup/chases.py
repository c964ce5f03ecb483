"""Following up by the date they gave: quiet first, then at most two messages a week apart, then a close (F2 to F7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.dates import days_later
from lib.english import paragraph, sentence_case, span, spelled, times
from lib.followup.defaults import (
    CHECK_IN_AFTER_BUSINESS_DAYS,
    CLOSE_EXPIRE_DAYS,
    FIRST_MESSAGE_UNTIL_DAYS,
    FOLLOW_UP_AFTER_BUSINESS_DAYS,
    MESSAGES_APART_DAYS,
    MESSAGES_AT_MOST,
)
from lib.followup.derived_task import DerivedTask
from lib.followup.interview_times import start_of
from lib.followup.kinds import CHASES
from lib.followup.meetings import brings_news
from lib.followup.silences import OwnResponseTime, earliest_check_in, own_response_time, silence_of
from lib.followup.snapshot import Snapshot
from lib.followup.thanks import whom_to_write
from lib.insight.waiting.response_times import WaitingProcess
from lib.records.interview import Interview
from lib.records.task import Task

_FORGOTTEN = 2 * (FIRST_MESSAGE_UNTIL_DAYS + CLOSE_EXPIRE_DAYS)

ChaseKind = Literal["follow_up", "check_in", "ready_to_decide", "close_out"]


@dataclass(frozen=True)
class Chase:
    """One process that waits for their answer.

    ``quiet_until`` is the day on which the next step is due; ``promised`` the date they named, if it counts; ``sent``
    the messages since their last answer, oldest first, with dismissed ones. ``odds`` is how likely an answer still is,
    in words; empty if the person's own record is too short.
    """

    interview: Interview
    answered_on: date
    promised: date | None
    quiet_until: date
    sent: tuple[Task, ...]
    kind: ChaseKind
    rule: str
    person_id: str
    why: str
    odds: str = ""

    @property
    def messages_sent(self) -> tuple[Task, ...]:
        """The messages since their last answer that did go out."""
        return _written(self.sent)


@dataclass(frozen=True)
class ChaseTiming:
    """Whether a message about progress may go out now, or wants a reason that the person types."""

    needs_reason: bool
    sentence: str


def chase_of(snapshot: Snapshot, application_id: str) -> Chase | None:
    """The wait for an answer, or None if none is awaited: a round is in the calendar or not debriefed yet, an outcome
    is known, I lean to no, or the process is over."""
    last = snapshot.last_round(application_id)
    if last is None or _is_forgotten(snapshot, last) or not _awaits_answer(snapshot, last):
        return None
    answered_on = _answered_on(last)
    promised = last.reply_by if last.reply_by and last.reply_by >= answered_on and not _is_kept(last) else None
    first_due = _first_due(snapshot, last, answered_on, promised)
    earliest = first_due if promised or last.outcome == "advanced" else earliest_check_in(last)
    rows = [row for row in snapshot.rows_of.get(application_id, ()) if row.kind in CHASES and _is_used(row)]
    sent = tuple(sorted((row for row in rows if _counts(snapshot, row, last, earliest)), key=_sent_at))
    silence = silence_of(snapshot, last, promised)
    no_reply = silence.no_reply_sentence if silence else ""
    closing = None if _means_to_write(snapshot, last) else silence
    kind, quiet_until = _next_step(snapshot, last, promised, first_due, sent, closing)
    number = 1 + sum(row.interview_id == last.id for row in rows)
    return Chase(
        interview=last,
        answered_on=answered_on,
        promised=promised,
        quiet_until=quiet_until,
        sent=sent,
        kind=kind,
        rule=kind if number == 1 else f"{kind}:{number}",
        person_id=brings_news(snapshot.workbook, last) or whom_to_write(snapshot, application_id),
        why=paragraph(_why(snapshot, last, promised, answered_on, sent, kind), no_reply if kind == "close_out" else ""),
        odds=silence.odds_sentence if silence else "",
    )


def _is_forgotten(snapshot: Snapshot, last: Interview) -> bool:
    """Whether it's so long ago that even closing it has lapsed, whatever the holidays; nothing was ever sent about
    it."""
    if (snapshot.today - last.held_on).days <= _FORGOTTEN:
        return False
    newest = max(last.held_on, last.outcome_on or last.held_on, last.reply_by or last.held_on)
    return (snapshot.today - newest).days > _FORGOTTEN and last.application_id not in snapshot.rows_of


def _awaits_answer(snapshot: Snapshot, last: Interview) -> bool:
    return (
        last.is_debriefed
        and last.outcome in (None, "pending", "advanced")
        and last.leaning != "decline"
        and not snapshot.is_closed(last.application_id)
        and snapshot.status(last.application_id) != "offer"
        and snapshot.next_round(last.application_id) is None
    )


def _answered_on(last: Interview) -> date:
    advanced_on = last.outcome_on if last.outcome == "advanced" else None
    return max(last.over_on, advanced_on or last.over_on)


def _is_kept(last: Interview) -> bool:
    """Whether the date they named is spent: they answered after it was named, and named no later one."""
    return last.outcome == "advanced" and last.outcome_on is not None and last.reply_by == last.outcome_on


def _first_due(snapshot: Snapshot, last: Interview, answered_on: date, promised: date | None) -> date:
    if promised is None:
        own = own_response_time(snapshot, last)
        return own.checks_in_on if own else snapshot.days.add(answered_on, CHECK_IN_AFTER_BUSINESS_DAYS)
    due_on = snapshot.days.add(promised, FOLLOW_UP_AFTER_BUSINESS_DAYS)
    is_day_after = due_on <= days_later(last.over_on, 1)
    return snapshot.days.add(due_on, 1) if is_day_after else due_on


def _means_to_write(snapshot: Snapshot, last: Interview) -> bool:
    """Whether the next message was snoozed or begun: then the odds do not take it away."""
    rows = snapshot.rows_of.get(last.application_id, ())
    return any(row.interview_id == last.id and row.kind in CHASES and not _is_used(row) for row in rows)


def _written(sent: tuple[Task, ...]) -> tuple[Task, ...]:
    return tuple(row for row in sent if row.status == "done")


def _is_used(row: Task) -> bool:
    return row.status in ("done", "dropped")


def _sent_at(row: Task) -> tuple[str, str]:
    return (row.done_at.isoformat() if row.done_at else "", row.id)


def _counts(snapshot: Snapshot, row: Task, last: Interview, earliest: date) -> bool:
    """Whether the message came after their last answer. A date of theirs before which no message is due, while this one
    was due earlier, is such an answer: they were asked, and named a new date."""
    sent_on = snapshot.day(row.done_at) if row.done_at else None
    was_due = snapshot.day(row.due_at) if row.due_at else sent_on
    if sent_on is not None and (
        sent_on < last.held_on or (last.outcome == "advanced" and sent_on <= _answered_on(last))
    ):
        return False
    return was_due is None or was_due >= earliest


def _next_step(
    snapshot: Snapshot,
    last: Interview,
    promised: date | None,
    first_due: date,
    sent: tuple[Task, ...],
    silence: WaitingProcess | None,
) -> tuple[ChaseKind, date]:
    no_reply_on = silence.no_reply_on if silence and silence.suggests_no_reply else None
    if not sent:
        late = days_later(first_due, FIRST_MESSAGE_UNTIL_DAYS)
        if no_reply_on is not None:
            late = min(late, max(days_later(first_due, MESSAGES_APART_DAYS), no_reply_on))
        return ("close_out", late) if snapshot.today > late else (_kind(last, promised, 0), first_due)
    newest = sent[-1]
    sent_on = snapshot.day(newest.done_at) if newest.done_at else snapshot.today
    quiet_until = snapshot.days.on_or_after(days_later(sent_on, MESSAGES_APART_DAYS))
    is_enough = len(sent) >= MESSAGES_AT_MOST or newest.status == "dropped" or no_reply_on is not None
    return ("close_out" if is_enough else _kind(last, promised, len(sent)), quiet_until)


def _kind(last: Interview, promised: date | None, sent: int) -> ChaseKind:
    is_decision = bool(last.last_round)
    if promised is not None and sent == 0:
        return "follow_up"
    return "ready_to_decide" if is_decision and sent == (0 if promised is None else 1) else "check_in"


def _why(
    snapshot: Snapshot,
    last: Interview,
    promised: date | None,
    answered_on: date,
    sent: tuple[Task, ...],
    kind: ChaseKind,
) -> str:
    company = snapshot.company(last.application_id)
    if kind == "close_out":
        n = len(_written(sent))
        wrote = f"You have written {times(n)}" if n >= MESSAGES_AT_MOST else "It has been quiet for long"
        return f"{wrote} and {company} has not answered. Closing it for yourself leaves the door open."
    if sent:
        ago = sentence_case(span(MESSAGES_APART_DAYS))
        return f"{ago} has gone since your message to {company}. This is the second and last one until they answer."
    if promised is not None and promised >= snapshot.today:
        return f"{company} said {snapshot.say(promised)}. If you hear nothing by then, ask whether the date has moved."
    if promised is not None:
        return f"{company} said {snapshot.say(promised)}, and that day has passed. Ask whether the date has moved."
    if kind == "ready_to_decide":
        return f"All rounds at {company} are done. One question: do they need anything else from you to decide?"
    own = own_response_time(snapshot, last)
    fair = f"{_pace(own)}: after that" if own else f"After {spelled(CHECK_IN_AFTER_BUSINESS_DAYS, 'business day')}"
    return f"{company} gave no date {snapshot.on(answered_on)}. {fair} one check-in is fair."


def _pace(own: OwnResponseTime) -> str:
    return f"Of your {own.answers} answers so far, two in three come within {own.day} days"


def chases(snapshot: Snapshot) -> tuple[Chase, ...]:
    """Every process that waits for their answer."""
    found = (chase_of(snapshot, application_id) for application_id in snapshot.rounds)
    return tuple(chase for chase in found if chase is not None)


def next_messages(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """The next step of each wait: a message about progress, or to close it."""
    return (_due(snapshot, chase) for chase in chases(snapshot))


def _due(snapshot: Snapshot, chase: Chase) -> DerivedTask:
    company = snapshot.company(chase.interview.application_id)
    is_close = chase.kind == "close_out"
    return DerivedTask(
        chase.kind,
        _title(chase, company),
        chase.why,
        chase.quiet_until,
        rule=chase.rule,
        due_at=chase.quiet_until,
        expires_at=start_of(days_later(chase.quiet_until, CLOSE_EXPIRE_DAYS), snapshot.zone) if is_close else None,
        timing=_timing(snapshot, chase.quiet_until),
        application_id=chase.interview.application_id,
        interview_id=chase.interview.id,
        person_id=chase.person_id,
    )


def _timing(snapshot: Snapshot, quiet_until: date) -> str:
    """'from Tue 8 Dec': until then there's no need to write."""
    return f"from {snapshot.brief(quiet_until)}" if quiet_until > snapshot.today else snapshot.by(quiet_until)


def _title(chase: Chase, company: str) -> str:
    if chase.kind == "close_out":
        return f"No reply from {company}: close it?"
    if chase.kind == "ready_to_decide":
        return f"Ask {company} whether they need anything to decide"
    return f"Follow up with {company}" if chase.kind == "follow_up" else f"Check in with {company}"


def chase_timing(snapshot: Snapshot, application_id: str) -> ChaseTiming:
    """Whether asking about progress today is in time; a message sooner wants a typed reason (F7)."""
    chase = chase_of(snapshot, application_id)
    company = snapshot.company(application_id)
    if chase is None:
        coming = snapshot.next_round(application_id)
        if coming is not None:
            return ChaseTiming(True, f"The next round at {company} is in the calendar, {snapshot.say(coming.over_on)}.")
        return ChaseTiming(False, "")
    if len(chase.messages_sent) >= MESSAGES_AT_MOST:
        wrote = f"You have written to {company} {times(len(chase.messages_sent))} since their last answer."
        return ChaseTiming(True, f"{wrote} Another one wants a reason.")
    if snapshot.today < chase.quiet_until:
        return ChaseTiming(True, f"{quiet_sentence(snapshot, chase)} A message before that wants a reason.")
    return ChaseTiming(False, "")


def quiet_sentence(snapshot: Snapshot, chase: Chase) -> str:
    """Their last word or your last message, and until when there's no need to write (F2)."""
    last_word, before = _what_was_said(snapshot, chase), f"no need to write before {snapshot.brief(chase.quiet_until)}."
    return f"{last_word} {sentence_case(before)}" if last_word.endswith((".", ")")) else f"{last_word}: {before}"


def _what_was_said(snapshot: Snapshot, chase: Chase) -> str:
    if chase.sent:
        newest = chase.sent[-1]
        on = snapshot.brief(snapshot.day(newest.done_at) if newest.done_at else snapshot.today)
        return f"You wrote {on}." if newest in chase.messages_sent else f"You dismissed a message to them {on}."
    if chase.promised is not None:
        return f"They said {snapshot.brief(chase.promised)}."
    reply_by = chase.interview.reply_by
    ignored = reply_by is not None and reply_by < chase.interview.held_on
    note = " (The date you noted is before the interview, so it doesn't count.)" if ignored else ""
    if chase.interview.outcome == "advanced":
        return f"You moved on. They gave no date for the next round.{note}"
    own = own_response_time(snapshot, chase.interview)
    if own is not None:
        return f"They gave no date.{note} {_pace(own)}."
    return f"They gave no date.{note} Give them {spelled(CHECK_IN_AFTER_BUSINESS_DAYS, 'business day')}"
