"""What an offer asks for: to be had in writing, talked over, and answered (O1 to O3, B1)."""

from collections.abc import Iterator
from datetime import date

from lib.followup.clocks import start_of
from lib.followup.defaults import DECLINE_WITHIN, OFFER_LET_GO, TALK_BEFORE, TALK_WITHIN
from lib.followup.due import Due
from lib.followup.scene import Scene
from lib.followup.spoken_dates import days_later
from lib.followup.thanks import whom_to_write
from lib.records.application import Application
from lib.records.decision import Decision
from lib.records.nothing import says_nothing
from lib.records.offer import Offer
from lib.records.vocabulary import TaskKind


def offers_to_have_written(scene: Scene) -> Iterator[Due]:
    """An offer, asked for in writing: until it is signed and its conditions are met it is not a job (O1)."""
    for application in scene.workbook.applications:
        offers = scene.offers.get(application.id, ())
        spoken = [offer for offer in offers if not offer.in_writing and not offer.signed_on]
        if application.status != "offer" or (offers and not spoken):
            continue
        last = scene.last_round(application.id)
        outcome_on = last.outcome_on if last and last.outcome == "offer" else None
        received_on = spoken[-1].received_on if spoken else None
        offered_on = outcome_on or received_on or application.status_on
        since = offered_on or scene.today
        due_on = scene.days.add(since, 1)
        yield Due(
            "ask_in_writing",
            "ask_in_writing",
            f"Ask {application.company} for the offer in writing",
            "Until it's signed and its conditions are met, it isn't final.",
            since,
            due_at=due_on,
            lets_go_at=start_of(days_later(due_on, OFFER_LET_GO), scene.zone) if offered_on else None,
            timing=scene.by(due_on),
            application_id=application.id,
            interview_id=last.id if last else "",
            person_id=whom_to_write(scene, application.id),
        )


def negotiations(scene: Scene) -> Iterator[Due]:
    """A written offer about which something is to be asked, until its result is known (O3)."""
    for application, offer in _open(scene):
        wish = " ".join(offer.ask_for.split())
        if says_nothing(wish) or not offer.in_writing or offer.came_of_it.strip():
            continue
        since = offer.received_on or application.status_on or scene.today
        due_on = scene.days.add(since, TALK_WITHIN) if offer.received_on or application.status_on else None
        if offer.decide_by:
            due_on = max(since, days_later(offer.decide_by, -TALK_BEFORE))
        yield _due(
            scene,
            "negotiate",
            application,
            f"Negotiate with {application.company}",
            f"You want to ask for: {wish.rstrip('.')}. It is easiest before you say yes.",
            (since, due_on),
            "before you answer",
        )


def acceptances(scene: Scene) -> Iterator[Due]:
    """An offer that I took: they hear it by its deadline, and at the latest on the next business day (O1)."""
    for application, offer in _of_processes(scene):
        if offer.accepted_on is None or offer.signed_on:
            continue
        yield _due(
            scene,
            "accept",
            application,
            f"Accept the offer from {application.company}",
            f"You decided for it {scene.on(offer.accepted_on)}. Until it's signed and its conditions are met, "
            "it isn't final.",
            (offer.accepted_on, _by_deadline(scene, offer, scene.days.add(offer.accepted_on, 1))),
            "",
        )


def refusals(scene: Scene) -> Iterator[Due]:
    """An offer that I decided against: they hear it soon, with thanks and the door left open (B1)."""
    for application in scene.workbook.applications:
        decision = refused(scene, application)
        if decision is None:
            continue
        decided_on = scene.day(decision.decided_at)
        due_on = days_later(decided_on, DECLINE_WITHIN)
        for offer in scene.offers.get(application.id, ()):
            due_on = _by_deadline(scene, offer, due_on)
        yield _due(
            scene,
            "decline",
            application,
            f"Decline the offer from {application.company}",
            f"You decided against it {scene.on(decided_on)}. An early no with thanks keeps the door open.",
            (decided_on, due_on),
            "",
        )
    yield from _turned_down(scene)


def _turned_down(scene: Scene) -> Iterator[Due]:
    """An offer that I turned down, also after signing: they hear it from me, unless I wrote already (B1)."""
    wrote = {row.application_id for row in scene.workbook.tasks if row.kind == "decline" and row.status == "done"}
    for offer in scene.workbook.offers:
        application = scene.workbook.application(offer.application_id)
        if application is None or offer.turned_down_on is None or application.id in wrote:
            continue
        signed = " You had signed, so call them first." if offer.signed_on else ""
        yield _due(
            scene,
            "decline",
            application,
            f"Decline the offer from {application.company}",
            f"You turned it down {scene.on(offer.turned_down_on)}. Tell them, with thanks.{signed}",
            (offer.turned_down_on, days_later(offer.turned_down_on, DECLINE_WITHIN)),
            "",
        )


def refused(scene: Scene, application: Application) -> Decision | None:
    """The decision against an application's offer, if it is the newest one and they may still not know."""
    has_offer = application.status == "offer" or application.id in scene.offers
    if not has_offer or (application.is_closed and application.status != "withdrawn"):
        return None
    newest = newest_decision(scene, application.id)
    return newest if newest and newest.choice == "decline" else None


def newest_decision(scene: Scene, application_id: str) -> Decision | None:
    """The newest decision on an application, if there is one."""
    return scene.newest_decisions.get(application_id)


def taken_job(scene: Scene) -> tuple[Offer, date] | None:
    """The offer that has become a job, and since when: signed, and its conditions met; the newest."""
    standing = (offer for offers in scene.offers.values() for offer in offers)
    signed = [offer for offer in standing if offer.is_job and offer.signed_on]
    since = [(offer, max(offer.signed_on or date.min, offer.conditions_met_on or date.min)) for offer in signed]
    return max(since, key=lambda pair: (pair[1], pair[0].id), default=None)


def _of_processes(scene: Scene) -> Iterator[tuple[Application, Offer]]:
    """The offers of processes that are not over, one an application: the one entered last."""
    for application_id, offers in scene.offers.items():
        application = scene.workbook.application(application_id)
        if application and not scene.is_over(application_id):
            yield application, offers[-1]


def _open(scene: Scene) -> Iterator[tuple[Application, Offer]]:
    for application, offer in _of_processes(scene):
        is_taken = offer.accepted_on or offer.signed_on or application.status == "accepted"
        if not is_taken and refused(scene, application) is None:
            yield application, offer


def answers_due(scene: Scene) -> Iterator[Due]:
    """An offer that waits for my answer by the day that they named (O2)."""
    for application, offer in open_answers(scene):
        since = offer.received_on or application.status_on or scene.today
        yield _due(
            scene,
            "answer_offer",
            application,
            f"Answer the offer from {application.company}",
            "This is their deadline. Until it's signed and its conditions are met, it isn't final.",
            (since, offer.decide_by),
            "",
        )


def open_answers(scene: Scene) -> Iterator[tuple[Application, Offer]]:
    """The offers that wait for my answer by a day that they named and that is not past, the nearest first."""
    asked = [pair for pair in _open(scene) if pair[1].decide_by and pair[1].decide_by >= scene.today]
    yield from sorted(asked, key=lambda pair: (pair[1].decide_by or date.max, pair[0].id))


def _by_deadline(scene: Scene, offer: Offer, day: date) -> date:
    """The day, or the offer's deadline if that is nearer and not past."""
    return min(day, offer.decide_by) if offer.decide_by and offer.decide_by >= scene.today else day


def _due(
    scene: Scene,
    kind: TaskKind,
    application: Application,
    title: str,
    why: str,
    days: tuple[date, date | None],
    otherwise: str,
) -> Due:
    opens_on, due_on = days
    last = scene.last_round(application.id)
    return Due(
        kind,
        kind,
        title,
        why,
        min(opens_on, scene.today),
        due_at=due_on,
        lets_go_at=start_of(days_later(due_on, OFFER_LET_GO), scene.zone) if due_on else None,
        timing=scene.by(due_on) if due_on else otherwise,
        application_id=application.id,
        interview_id=last.id if last else "",
        person_id=whom_to_write(scene, application.id),
    )
