"""References and contacts: who was named to whom, what each was told, and what to do for them (R1 to R3, K3)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lib.dates import days_later
from lib.english import spelled
from lib.followup.defaults import ASKED_LATELY_DAYS, HELPERS_EXPIRE_DAYS, TELL_HELPERS_WITHIN_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.interview_times import start_of
from lib.followup.snapshot import Snapshot
from lib.records.application import Application
from lib.records.ask import Ask
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.vocabulary import TaskKind

_STEPS = ("asked", "agreed", "briefed", "contacted", "thanked", "told")
_RESULTS = {"accepted": "you took the job", "rejected": "they said no", "withdrawn": "you withdrew"}


@dataclass(frozen=True)
class RegisterEntry:
    """One line of the register: a person, an application, the steps taken with their dates, and the latest state.

    ``state`` is the last step of asked, agreed, briefed, contacted, thanked, told that has a date, or 'not asked'.
    ``asked_lately`` counts how often this person was asked, for anything, in the past ``ASKED_LATELY_DAYS`` days.
    """

    ask: Ask
    name: str
    company: str
    state: str
    steps: tuple[tuple[str, date], ...]
    asked_lately: int
    sentence: str

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do: they know how it ended."""
        return self.ask.told_on is not None


def register(snapshot: Snapshot) -> tuple[RegisterEntry, ...]:
    """Every favour asked for, by person, then by company."""
    lately = _asked_lately(snapshot)
    lines = (_line(snapshot, ask, lately.get(ask.person_id, 0)) for ask in snapshot.workbook.asks)
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.company.casefold(), line.ask.id)))


def _line(snapshot: Snapshot, ask: Ask, asked_lately: int) -> RegisterEntry:
    dates = (getattr(ask, f"{step}_on") for step in _STEPS)
    steps = tuple((step, day) for step, day in zip(_STEPS, dates, strict=True) if day is not None)
    state, since = steps[-1] if steps else ("not asked", None)
    name = snapshot.name(ask.person_id, "Someone")
    where = f" for {snapshot.company(ask.application_id)}" if ask.application_id else ""
    when = f" {snapshot.on(since)}" if since else " yet"
    often = f" Asked {spelled(asked_lately, 'time')} in the past {ASKED_LATELY_DAYS} days." if asked_lately > 1 else ""
    sentence = f"{name}: {state}{when}{where}.{often}"
    company = snapshot.company(ask.application_id) if ask.application_id else ""
    return RegisterEntry(ask, name, company, state, steps, asked_lately, sentence)


def _asked_lately(snapshot: Snapshot) -> dict[str, int]:
    first = snapshot.today - timedelta(days=ASKED_LATELY_DAYS)
    counts: dict[str, int] = defaultdict(int)
    for ask in snapshot.workbook.asks:
        if ask.asked_on and first <= ask.asked_on <= snapshot.today:
            counts[ask.person_id] += 1
    return counts


def briefing_waits_for(snapshot: Snapshot, application_id: str) -> Interview | str:
    """What a briefing waits for (R3): the round in the calendar, or words for an announced one; empty if nothing."""
    coming = snapshot.next_round(application_id)
    if coming is not None:
        return coming
    last = snapshot.last_round(application_id)
    return "another round is the next step" if last is not None and last.next_step == "round" else ""


def references_to_brief(snapshot: Snapshot) -> Iterator[tuple[Ask, Interview]]:
    """The references that agreed and know nothing yet of the interview that was held, each with that interview."""
    for ask in snapshot.workbook.asks:
        last = snapshot.last_round(ask.application_id)
        is_owed = ask.kind == "reference" and ask.agreed_on and not (ask.briefed_on or ask.contacted_on)
        if is_owed and last is not None and last.is_debriefed and not _is_settled(snapshot, ask.application_id):
            yield ask, last


def briefings(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """One briefing a reference after the interview, unless another round comes first (R1, R3)."""
    for ask, last in references_to_brief(snapshot):
        if not briefing_waits_for(snapshot, ask.application_id):
            since = max(last.held_on, ask.agreed_on or last.held_on)
            name, company = snapshot.name(ask.person_id, "your reference"), snapshot.company(ask.application_id)
            yield _owed(
                snapshot,
                "brief_reference",
                f"Tell {name} what to expect",
                f"You named {name} to {company}. They should hear what to expect before {company} calls.",
                ask,
                since,
                days_later(since, 1),
            )


def reference_requests(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """Asking a person who is down as a reference and was not asked yet; or anyone, where references come next (R1)."""
    named = {ask.application_id for ask in snapshot.workbook.asks if ask.kind == "reference"}
    for ask in snapshot.workbook.asks:
        if (
            ask.kind == "reference"
            and not ask.asked_on
            and not ask.agreed_on
            and not _is_settled(snapshot, ask.application_id)
        ):
            since = _planned_since(snapshot, ask)
            name = snapshot.name(ask.person_id, "your reference")
            why = f"{name} is down as a reference for {snapshot.company(ask.application_id)} and was not asked yet."
            yield _owed(
                snapshot, "ask_reference", f"Ask {name} to be a reference", why, ask, since, _soon(snapshot, since)
            )
    for application_id in snapshot.rounds.keys() - named:
        last = snapshot.last_round(application_id)
        if (
            last is not None
            and last.is_debriefed
            and last.next_step == "references"
            and not _has_answer(snapshot, last)
        ):
            yield _anyone(snapshot, last)


def _anyone(snapshot: Snapshot, last: Interview) -> DerivedTask:
    company = snapshot.company(last.application_id)
    due_on = _soon(snapshot, last.held_on)
    return DerivedTask(
        "ask_reference",
        f"Choose and ask a reference for {company}",
        f"{company} wants references next, and nobody is down for them yet.",
        last.held_on,
        due_at=due_on,
        expires_at=start_of(days_later(due_on, HELPERS_EXPIRE_DAYS), snapshot.zone),
        timing=snapshot.by(due_on),
        application_id=last.application_id,
        interview_id=last.id,
    )


def thanks_to_helpers(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """Thanks to a reference who was contacted, and to a contact who agreed to put in a word (R2, K3)."""
    for ask in snapshot.workbook.asks:
        since = ask.contacted_on if ask.kind == "reference" else ask.contacted_on or ask.agreed_on
        if since and not ask.thanked_on:
            name, company = snapshot.name(ask.person_id, "your helper"), snapshot.company(ask.application_id)
            did = "was contacted by" if ask.contacted_on else "agreed to put in a word at"
            kind: TaskKind = "thank_reference" if ask.kind == "reference" else "thank_contact"
            why = f"{name} {did} {company} {snapshot.on(since)}. They spoke for you: thank them."
            yield _owed(snapshot, kind, f"Thank {name}", why, ask, since, days_later(since, 1))


def results_to_tell(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """The result, told to each who helped; after a no from them, from the day after on (R2, K3)."""
    for ask in snapshot.workbook.asks:
        application = snapshot.workbook.application(ask.application_id)
        ended = _ended_offer(snapshot, ask.application_id)
        result = _result(application, ended)
        is_told = ask.told_on is not None and not (ended and ended.ended_on and ask.told_on < ended.ended_on)
        if application is None or not result or is_told or not (ask.asked_on or ask.agreed_on):
            continue
        since = application.status_on or snapshot.today
        name = snapshot.name(ask.person_id, "your helper")
        kind: TaskKind = "tell_reference" if ask.kind == "reference" else "tell_contact"
        why = f"{name} helped you at {application.company}, and does not know yet that {result}."
        opens_on = days_later(since, 1 if application.status == "rejected" else 0)
        yield _owed(
            snapshot, kind, f"Tell {name} how it ended", why, ask, opens_on, days_later(since, TELL_HELPERS_WITHIN_DAYS)
        )


def _result(application: Application | None, ended: Offer | None) -> str:
    if ended is not None and ended.ended_on:
        return "they withdrew the offer" if ended.withdrawn_on else "you turned the offer down"
    return _RESULTS.get(application.status or "", "") if application else ""


def _ended_offer(snapshot: Snapshot, application_id: str) -> Offer | None:
    """The offer by whose end the application ended, if it's still closed."""
    if not snapshot.is_closed(application_id):
        return None
    found = (offer for offer in snapshot.workbook.offers if offer.application_id == application_id and offer.ended_on)
    return max(found, key=lambda offer: offer.ended_on or date.min, default=None)


def _owed(
    snapshot: Snapshot, kind: TaskKind, title: str, why: str, ask: Ask, opens_on: date, due_on: date
) -> DerivedTask:
    return DerivedTask(
        kind,
        title,
        why,
        opens_on,
        rule=f"{kind}:{ask.id}",
        due_at=due_on,
        expires_at=start_of(days_later(due_on, HELPERS_EXPIRE_DAYS), snapshot.zone),
        timing=snapshot.by(due_on),
        application_id=ask.application_id,
        person_id=ask.person_id,
        about_id=ask.id,
    )


def _planned_since(snapshot: Snapshot, ask: Ask) -> date:
    last = snapshot.last_round(ask.application_id)
    return min(last.held_on, snapshot.today) if last else snapshot.today


def _soon(snapshot: Snapshot, since: date) -> date:
    return snapshot.days.add(since, 1)


def _is_settled(snapshot: Snapshot, application_id: str) -> bool:
    return snapshot.is_closed(application_id)


def _has_answer(snapshot: Snapshot, interview: Interview) -> bool:
    return _is_settled(snapshot, interview.application_id) or interview.outcome not in (None, "pending", "advanced")
