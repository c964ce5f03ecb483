"""What waits, until when and why; what is out of my hands in it, and the one thing that is in them (F2, R3, M1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.english import mid_sentence, spelled
from lib.followup.chases import Chase, chases, quiet_sentence
from lib.followup.defaults import SLOW_AFTER_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import TASK_KINDS
from lib.followup.references import briefing_waits_for, references_to_brief
from lib.followup.snapshot import Snapshot
from lib.records.interview import Interview

OUT_OF_HANDS = "A slow reply often has nothing to do with you: holidays, budgets, another finalist."


@dataclass(frozen=True)
class Wait:
    """Something that waits. ``until`` is absent if no day is known. ``done`` is what was done for it already; ``odds``
    how likely an answer still is, by the person's own record."""

    kind: Literal["answer", "briefing"]
    sentence: str
    application_id: str
    interview_id: str
    person_id: str = ""
    until: date | None = None
    done: tuple[str, ...] = ()
    out_of_hands: str = ""
    in_hands: str = ""
    odds: str = ""


def waits(snapshot: Snapshot, open_tasks: Iterable[DerivedTask]) -> tuple[Wait, ...]:
    """Every process in its quiet time, the nearest end first, then the briefings that another round holds back.
    ``open_tasks`` come in their order: the first of a process is the one in my hands."""
    by_application: dict[str, list[DerivedTask]] = {}
    for due in open_tasks:
        by_application.setdefault(due.application_id, []).append(due)
    quiet = (chase for chase in chases(snapshot) if chase.quiet_until > snapshot.today)
    answers = [_answer(snapshot, chase, by_application.get(chase.interview.application_id, [])) for chase in quiet]
    answers.sort(key=lambda wait: (wait.until or date.max, wait.application_id))
    return (*answers, *_briefings(snapshot))


def _answer(snapshot: Snapshot, chase: Chase, open_tasks: list[DerivedTask]) -> Wait:
    return Wait(
        kind="answer",
        sentence=quiet_sentence(snapshot, chase),
        application_id=chase.interview.application_id,
        interview_id=chase.interview.id,
        person_id=chase.person_id,
        until=chase.quiet_until,
        done=tuple(_done(snapshot, chase)),
        out_of_hands=OUT_OF_HANDS if (snapshot.today - chase.answered_on).days >= SLOW_AFTER_DAYS else "",
        in_hands=_in_hands(snapshot, chase.interview, open_tasks),
        odds=chase.odds,
    )


def _done(snapshot: Snapshot, chase: Chase) -> Iterator[str]:
    application_id = chase.interview.application_id
    rows = [row for row in snapshot.rows_of.get(application_id, ()) if row.status == "done"]
    thanked = len({row.person_id for row in rows if row.kind == "thank_you"})
    if thanked:
        yield f"You thanked {spelled(thanked, 'person', 'people')}."
    briefed = sum(bool(ask.briefed_on) for ask in snapshot.asks.get(application_id, ()))
    if briefed:
        yield f"You briefed {spelled(briefed, 'reference')}."
    kept = sum(
        promise.kept_on is not None
        for entry in snapshot.rounds.get(application_id, ())
        for promise in snapshot.promises.get(entry.id, ())
    )
    if kept:
        yield f"You kept {spelled(kept, 'promise')}."
    if chase.messages_sent:
        yield f"You wrote to them {spelled(len(chase.messages_sent), 'time')}."


def _in_hands(snapshot: Snapshot, interview: Interview, open_tasks: list[DerivedTask]) -> str:
    owed = next((due for due in open_tasks if TASK_KINDS[due.kind].is_in_my_hands), None)
    if owed:
        return f"You can still keep a promise: {owed.title}." if owed.kind == "promise" else _still(owed)
    hard = snapshot.hardest_question(interview.id)
    if hard:
        return f"You can still find a better answer to “{hard}”."
    return ""


def _still(owed: DerivedTask) -> str:
    return f"You can still {mid_sentence(owed.title)}."


def _briefings(snapshot: Snapshot) -> Iterator[Wait]:
    for ask, last in references_to_brief(snapshot):
        reason = briefing_waits_for(snapshot, ask.application_id)
        if reason:
            coming = reason if isinstance(reason, Interview) else None
            why = f"the next round is {snapshot.on(coming.over_on)}" if coming else str(reason)
            yield Wait(
                kind="briefing",
                sentence=f"Telling {snapshot.name(ask.person_id, 'your reference')} about "
                f"{snapshot.company(ask.application_id)} can wait: {why}.",
                application_id=ask.application_id,
                interview_id=last.id,
                person_id=ask.person_id,
                until=coming.over_on if coming else None,
            )
