"""What a decision changes in addition to its own row: my leaning, and the application's status."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from lib.dates import DAY_FIRST
from lib.followup.offers import refusals
from lib.followup.process_state import last_debriefed
from lib.followup.snapshot import Snapshot
from lib.followup.task_rows import mark_done
from lib.insight.hindsight import with_hindsight_flags
from lib.records.application import Application
from lib.records.decision import REVIEW_AFTER, Decision
from lib.records.record import Record
from lib.records.task import Task
from lib.records.vocabulary import Leaning
from lib.records.workbook import Workbook
from lib.store import Draft
from lib.workflows import form_values
from lib.workflows.entries.applications import status_change
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.form_values import FormValues

TOLD: Final = "told"
"""The field for whether they already know of my no: yes or empty."""
OFFER: Final = "offer_id"
"""The field for which of several offers of one application is meant."""
_LEANINGS: Final[dict[str, Leaning]] = {"go_on": "go_on", "hold": "unsure", "decline": "decline", "accept": "go_on"}


def dated_answers(answers: FormValues, draft: Draft, now: datetime) -> FormValues:
    """The answers of a decision with its time, its day to look back unless one was chosen, and, once there is a
    verdict, the day on which it was given."""
    dated = dict(answers)
    if not form_values.text(answers, "decided_at"):
        dated["decided_at"] = now.replace(microsecond=0).isoformat()
        if form_values.text(draft.values, "review_on") == form_values.text(draft.base, "review_on"):
            dated["review_on"] = (now.date() + REVIEW_AFTER).isoformat()
    if draft.screen == "review":
        if not form_values.text(answers, "right_call") and not form_values.text(answers, "learned"):
            raise Incomplete("The review is still empty.", "Say whether it was right, or what you learned.")
        dated["reviewed_on"] = form_values.text(answers, "reviewed_on") or now.date().isoformat()
    return dated


def decision_records(
    workbook: Workbook, decision: Decision, answers: FormValues, token: str, now: datetime
) -> tuple[Record, ...]:
    """A new decision and what else it changes. Raises ``Gone`` if its application was deleted."""
    application = workbook.application(decision.application_id)
    if application is None:
        if decision.application_id:
            raise Gone("The application that this is about")
        return (decision,)
    if decision.choice == "accept":
        return (decision, *accepted(workbook, application, form_values.text(answers, OFFER), now.date(), token))
    is_told = decision.choice == "decline" and form_values.text(answers, TOLD) == "yes"
    rows = (decision, *_leaning_changed(workbook, decision, application, is_told, now.date(), token))
    return (*rows, *_telling_done(workbook, decision, now)) if is_told else rows


def accepted(workbook: Workbook, application: Application, offer_id: str, on: date, token: str) -> tuple[Record, ...]:
    """The application as accepted, and its offer with the day on which I accepted; of several the one of that id, else
    the one entered last.

    Signing and the conditions are noted with the offer: until then it is not a job.
    """
    offers = [offer for offer in workbook.offers if offer.application_id == application.id and offer.kind == "offer"]
    chosen = [offer for offer in offers if offer.id == offer_id] or offers[-1:]
    dated = tuple(offer.changed(accepted_on=on) for offer in chosen if offer.accepted_on is None)
    moved = () if application.status == "accepted" else status_change(application, "accepted", on, token)
    return (*dated, *moved)


def waits_for_me(workbook: Workbook, application: Application) -> bool:
    """Whether they know of me, so that they must be told a no; of a job that only interests me nobody has heard."""
    if application.status not in (None, "interested") or application.applied_on:
        return True
    is_met = any(row.application_id == application.id for row in workbook.interviews)
    return is_met or any(row.application_id == application.id for row in workbook.offers)


def title_of(workbook: Workbook, application_id: str) -> str:
    """'A decision on Northwind', for lists of what can be undone."""
    application = workbook.application(application_id)
    return f"A decision on {application.company}" if application else "A decision"


def _leaning_changed(
    workbook: Workbook, decision: Decision, application: Application, is_told: bool, on: date, token: str
) -> Iterator[Record]:
    """A no is leaned to until they are told, so that telling them becomes due; a go-on takes an earlier no back."""
    last = last_debriefed(workbook, application.id)
    is_no = decision.choice == "decline"
    leaning = _LEANINGS[decision.choice]
    changed = last
    if last and last.leaning != leaning and (is_no or last.leaning == "decline"):
        changed = last.changed(leaning=leaning)
    if changed and is_told and not changed.outcome_is_known:
        yield from with_hindsight_flags(workbook.ratings, changed)
        changed = changed.changed(outcome="withdrew", outcome_on=max(on, changed.held_on))
    if changed and changed is not last:
        yield changed
    if is_no and (is_told or not waits_for_me(workbook, application)) and not application.is_over:
        yield from status_change(application, "withdrawn", on, token)


def _telling_done(workbook: Workbook, decision: Decision, now: datetime) -> Iterator[Task]:
    """The message that a no to an offer owes, as done: they know already."""
    zone: ZoneInfo = now.tzinfo  # type: ignore[assignment]  # the person's own, as the clock of the app has it
    decided = replace(workbook, decisions=(*workbook.decisions, decision))
    for due in refusals(Snapshot(decided, now, zone, dates=DAY_FIRST)):  # a row keeps none of its words
        if due.application_id == decision.application_id:
            yield mark_done(due, now)
