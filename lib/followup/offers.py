"""What an offer asks for: to be had in writing, talked over, and answered (O1 to O3, B1)."""

from collections.abc import Iterator
from datetime import date

from lib.dates import days_later
from lib.followup.defaults import DECLINE_WITHIN_DAYS, OFFER_EXPIRE_DAYS, TALK_BEFORE_DAYS, TALK_WITHIN_BUSINESS_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.interview_times import start_of
from lib.followup.snapshot import Snapshot
from lib.followup.thanks import whom_to_write
from lib.records.application import Application
from lib.records.blank_notes import is_blank_note
from lib.records.decision import Decision
from lib.records.offer import Offer
from lib.records.vocabulary import TaskKind


def offers_to_have_written(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """An offer, asked for in writing: until it is signed and its conditions are met it is not a job (O1)."""
    for application in snapshot.workbook.applications:
        offers = snapshot.offers.get(application.id, ())
        spoken = [offer for offer in offers if not offer.in_writing and not offer.signed_on]
        if application.status != "offer" or (offers and not spoken):
            continue
        last = snapshot.last_round(application.id)
        outcome_on = last.outcome_on if last and last.outcome == "offer" else None
        received_on = spoken[-1].received_on if spoken else None
        offered_on = outcome_on or received_on or application.status_on
        since = offered_on or snapshot.today
        due_on = snapshot.days.add(since, 1)
        yield DerivedTask(
            "ask_in_writing",
            f"Ask {application.company} for the offer in writing",
            "Until it's signed and its conditions are met, it isn't final.",
            since,
            due_at=due_on,
            expires_at=start_of(days_later(due_on, OFFER_EXPIRE_DAYS), snapshot.zone) if offered_on else None,
            timing=snapshot.by(due_on),
            application_id=application.id,
            interview_id=last.id if last else "",
            person_id=whom_to_write(snapshot, application.id),
        )


def negotiations(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """A written offer about which something is to be asked, until its result is known (O3)."""
    for application, offer in _open(snapshot):
        wish = " ".join(offer.ask_for.split())
        if is_blank_note(wish) or not offer.in_writing or offer.came_of_it.strip():
            continue
        since = offer.received_on or application.status_on or snapshot.today
        due_on = (
            snapshot.days.add(since, TALK_WITHIN_BUSINESS_DAYS) if offer.received_on or application.status_on else None
        )
        if offer.decide_by:
            due_on = max(since, days_later(offer.decide_by, -TALK_BEFORE_DAYS))
        yield _due(
            snapshot,
            "negotiate",
            application,
            f"Negotiate with {application.company}",
            f"You want to ask for: {wish.rstrip('.')}. It is easiest before you say yes.",
            (since, due_on),
            "before you answer",
        )


def acceptances(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """An offer that I took: they hear it by its deadline, and at the latest on the next business day (O1)."""
    for application, offer in _of_processes(snapshot):
        if offer.accepted_on is None or offer.signed_on:
            continue
        yield _due(
            snapshot,
            "accept",
            application,
            f"Accept the offer from {application.company}",
            f"You decided for it {snapshot.on(offer.accepted_on)}. Until it's signed and its conditions are met, "
            "it isn't final.",
            (offer.accepted_on, _by_deadline(snapshot, offer, snapshot.days.add(offer.accepted_on, 1))),
            "",
        )


def refusals(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """An offer that I decided against: they hear it soon, with thanks and the door left open (B1)."""
    for application in snapshot.workbook.applications:
        decision = decision_against(snapshot, application)
        if decision is None:
            continue
        decided_on = snapshot.day(decision.decided_at)
        due_on = days_later(decided_on, DECLINE_WITHIN_DAYS)
        for offer in snapshot.offers.get(application.id, ()):
            due_on = _by_deadline(snapshot, offer, due_on)
        yield _due(
            snapshot,
            "decline",
            application,
            f"Decline the offer from {application.company}",
            f"You decided against it {snapshot.on(decided_on)}. An early no with thanks keeps the door open.",
            (decided_on, due_on),
            "",
        )
    yield from _turned_down(snapshot)


def _turned_down(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """An offer that I turned down, also after signing: they hear it from me, unless I wrote already (B1)."""
    wrote = {row.application_id for row in snapshot.workbook.tasks if row.kind == "decline" and row.status == "done"}
    for offer in snapshot.workbook.offers:
        application = snapshot.workbook.application(offer.application_id)
        if application is None or offer.turned_down_on is None or application.id in wrote:
            continue
        signed = " You had signed, so call them first." if offer.signed_on else ""
        yield _due(
            snapshot,
            "decline",
            application,
            f"Decline the offer from {application.company}",
            f"You turned it down {snapshot.on(offer.turned_down_on)}. Tell them, with thanks.{signed}",
            (offer.turned_down_on, days_later(offer.turned_down_on, DECLINE_WITHIN_DAYS)),
            "",
        )


def decision_against(snapshot: Snapshot, application: Application) -> Decision | None:
    """The decision against an application's offer, if it is the newest one and they may still not know."""
    has_offer = application.status == "offer" or application.id in snapshot.offers
    if not has_offer or (application.is_closed and application.status != "withdrawn"):
        return None
    newest = newest_decision(snapshot, application.id)
    return newest if newest and newest.choice == "decline" else None


def newest_decision(snapshot: Snapshot, application_id: str) -> Decision | None:
    """The newest decision on an application, if there is one."""
    return snapshot.newest_decisions.get(application_id)


def accepted_job(snapshot: Snapshot) -> tuple[Offer, date] | None:
    """The offer that has become a job, and since when: signed, and its conditions met; the newest."""
    standing = (offer for offers in snapshot.offers.values() for offer in offers)
    signed = [offer for offer in standing if offer.is_job and offer.signed_on]
    since = [(offer, max(offer.signed_on or date.min, offer.conditions_met_on or date.min)) for offer in signed]
    return max(since, key=lambda pair: (pair[1], pair[0].id), default=None)


def _of_processes(snapshot: Snapshot) -> Iterator[tuple[Application, Offer]]:
    """The offers of processes that are not over, one an application: the one entered last."""
    for application_id, offers in snapshot.offers.items():
        application = snapshot.workbook.application(application_id)
        if application and not snapshot.is_over(application_id):
            yield application, offers[-1]


def _open(snapshot: Snapshot) -> Iterator[tuple[Application, Offer]]:
    for application, offer in _of_processes(snapshot):
        is_taken = offer.accepted_on or offer.signed_on or application.status == "accepted"
        if not is_taken and decision_against(snapshot, application) is None:
            yield application, offer


def answers_due(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """An offer that waits for my answer by the day that they named (O2)."""
    for application, offer in open_answers(snapshot):
        since = offer.received_on or application.status_on or snapshot.today
        yield _due(
            snapshot,
            "answer_offer",
            application,
            f"Answer the offer from {application.company}",
            "This is their deadline. Until it's signed and its conditions are met, it isn't final.",
            (since, offer.decide_by),
            "",
        )


def open_answers(snapshot: Snapshot) -> Iterator[tuple[Application, Offer]]:
    """The offers that wait for my answer by a day that they named and that is not past, the nearest first."""
    asked = [pair for pair in _open(snapshot) if pair[1].decide_by and pair[1].decide_by >= snapshot.today]
    yield from sorted(asked, key=lambda pair: (pair[1].decide_by or date.max, pair[0].id))


def _by_deadline(snapshot: Snapshot, offer: Offer, day: date) -> date:
    """The day, or the offer's deadline if that is nearer and not past."""
    return min(day, offer.decide_by) if offer.decide_by and offer.decide_by >= snapshot.today else day


def _due(
    snapshot: Snapshot,
    kind: TaskKind,
    application: Application,
    title: str,
    why: str,
    days: tuple[date, date | None],
    otherwise: str,
) -> DerivedTask:
    opens_on, due_on = days
    last = snapshot.last_round(application.id)
    return DerivedTask(
        kind,
        title,
        why,
        min(opens_on, snapshot.today),
        due_at=due_on,
        expires_at=start_of(days_later(due_on, OFFER_EXPIRE_DAYS), snapshot.zone) if due_on else None,
        timing=snapshot.by(due_on) if due_on else otherwise,
        application_id=application.id,
        interview_id=last.id if last else "",
        person_id=whom_to_write(snapshot, application.id),
    )
