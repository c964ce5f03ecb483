"""Thanks to each person met, what was left unsaid, and the invitation to connect."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lib.dates import days_later
from lib.english import span
from lib.followup.defaults import (
    INVITE_EXPIRE_DAYS,
    INVITE_WITHIN_DAYS,
    THANKS_EXPIRE_DAYS,
    UNSAID_EXPIRE_DAYS,
    UNSAID_WITHIN_DAYS,
)
from lib.followup.derived_task import DerivedTask
from lib.followup.earlier_letters import is_point_sent
from lib.followup.interview_times import ended_at, start_of, thanks_due, thanks_expire_at, thanks_late_from
from lib.followup.meetings import part_in_talk, people_met
from lib.followup.note_parsing import unsaid_point
from lib.followup.snapshot import Snapshot, UnsavedPerson
from lib.records.interview import Interview
from lib.records.task import Task
from lib.records.zones import zone_named

_UNSAID_LET_GO = timedelta(days=UNSAID_EXPIRE_DAYS)
_MANY = 1_000
"""More people than are met in ten days."""
_MARGIN_DAYS = 3
"""Interviews are picked by the day on which they began where they were, and let go some days after their end by my
clock. A journey, an end after midnight and a day without a time shift that by a day each at most."""


def thank_yous(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """One note a person met, each with its own clock (T1)."""
    for order, meeting in enumerate(snapshot.meetings(THANKS_EXPIRE_DAYS + _MARGIN_DAYS)):
        if meeting.opens_again or not snapshot.is_over(meeting.application_id):
            interview = snapshot.interviews_by_id.get(meeting.interview_id)
            notes = interview.private_note if interview else ""
            part = part_in_talk(snapshot.people.get(meeting.person_id), meeting.talked_about, notes)
            yield _thank_you(snapshot, meeting, part * _MANY + order)


def _thank_you(snapshot: Snapshot, meeting: UnsavedPerson, order: int) -> DerivedTask:
    name = _name(snapshot, meeting)
    held_at, minutes, zone = _by_my_clock(snapshot, meeting), meeting.minutes, snapshot.zone
    due_at = thanks_due(held_at, minutes, zone)
    held_on = snapshot.day(held_at)
    return DerivedTask(
        "thank_you",
        f"Thank {name}",
        f"You met {name} at {snapshot.company(meeting.application_id)} {snapshot.on(held_on)}. "
        f"Thank each person in different words.{_passed_on(snapshot, meeting)}",
        held_on,
        due_at=due_at,
        expires_at=thanks_expire_at(held_at, minutes, zone),
        timing=_timing(snapshot, meeting, due_at),
        application_id=meeting.application_id,
        interview_id=meeting.interview_id,
        person_id=meeting.person_id or meeting.name.casefold(),
        order=order,
    )


def _passed_on(snapshot: Snapshot, meeting: UnsavedPerson) -> str:
    """That the recruiter in between can pass the note on, if there is no way to reach the person."""
    application, person = snapshot.workbook.application(meeting.application_id), snapshot.people.get(meeting.person_id)
    between = snapshot.people.get(application.via_person) if application else None
    if between is None or between is person or (person and (person.email or person.phone or person.linkedin)):
        return ""
    return f" {between.name} can pass your note on."


def _by_my_clock(snapshot: Snapshot, meeting: UnsavedPerson) -> datetime | date:
    """Its moment. Of a call into another zone the evening that counts is mine; otherwise that of where I was then."""
    held_at = meeting.held_at
    return held_at.astimezone(snapshot.zone) if isinstance(held_at, datetime) and zone_named(meeting.zone) else held_at


def _timing(snapshot: Snapshot, meeting: UnsavedPerson, due_at: datetime) -> str:
    if not snapshot.is_past(due_at):
        return snapshot.by(due_at)
    late_at = thanks_late_from(meeting.held_at, meeting.minutes, snapshot.zone)
    return "still worth sending" if snapshot.is_past(late_at) else "still within the day"


def unsaid_points(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """The point that was left unsaid, if no thank-you carries it (T3)."""
    for interview in snapshot.recent(UNSAID_EXPIRE_DAYS + _MARGIN_DAYS):
        if (
            unsaid_point(interview.unsaid)
            and not snapshot.is_over(interview.application_id)
            and not _is_carried(snapshot, interview)
        ):
            yield DerivedTask(
                "unsaid_point",
                f"Tell {snapshot.company(interview.application_id)} what you forgot to mention",
                f"You noted something unsaid {snapshot.on(interview.held_on)}, and no thank-you carries it. "
                f"A short message within {span(UNSAID_WITHIN_DAYS)} still counts.",
                interview.held_on,
                due_at=days_later(interview.held_on, UNSAID_WITHIN_DAYS),
                expires_at=ended_at(interview.held_at, interview.length, snapshot.zone) + _UNSAID_LET_GO,
                timing=snapshot.by(days_later(interview.held_on, UNSAID_WITHIN_DAYS)),
                application_id=interview.application_id,
                interview_id=interview.id,
                person_id=whom_to_write(snapshot, interview.application_id),
            )


def _is_carried(snapshot: Snapshot, interview: Interview) -> bool:
    """Whether a thank-you has the point or still will: the one to the first person, which is drafted with it, or one
    that was sent in words that aren't here. Where one was dismissed nothing more is asked."""
    if is_point_sent(snapshot.workbook, interview):
        return True
    notes = {
        row.person_id: row
        for row in snapshot.rows_of.get(interview.application_id, ())
        if row.kind == "thank_you" and row.interview_id == interview.id and row.status in ("done", "dropped")
    }
    if any(not note.body for note in notes.values()):
        return True
    first = next(iter(people_met(snapshot.workbook, interview)), None)
    return first is not None and first.id not in notes


def invitations(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """An invitation to each interviewer after the thanks (T6); none if connected or invited already."""
    seen = {
        row.person_id for row in snapshot.rows.values() if row.kind == "connect" and row.status in ("done", "dropped")
    }
    sent = [
        (row.done_at, row.id, row)
        for row in snapshot.rows.values()
        if row.kind == "thank_you" and row.status == "done" and row.done_at
    ]
    for thanked_at, _, note in sorted(sent, key=lambda one: one[:2]):
        person = snapshot.people.get(note.person_id)
        if person and not person.connected_on and person.id not in seen and not snapshot.is_over(note.application_id):
            seen.add(person.id)
            yield _invitation(snapshot, note, snapshot.day(thanked_at))


def _invitation(snapshot: Snapshot, note: Task, thanked_on: date) -> DerivedTask:
    due_on = days_later(thanked_on, INVITE_WITHIN_DAYS)
    name = snapshot.name(note.person_id)
    return DerivedTask(
        "connect",
        f"Invite {name} to connect",
        f"You thanked {name} {snapshot.on(thanked_on)} and are not connected yet. Say why, and thank them.",
        days_later(thanked_on, 1),
        due_at=due_on,
        expires_at=start_of(days_later(thanked_on, INVITE_EXPIRE_DAYS), snapshot.zone),
        timing=snapshot.by(due_on),
        application_id=note.application_id,
        interview_id=note.interview_id,
        person_id=note.person_id,
    )


def whom_to_write(snapshot: Snapshot, application_id: str) -> str:
    """Who hears about the process: the recruiter in between, else who would be my manager, else who was met first in
    the last round; empty if nobody is known."""
    application = snapshot.workbook.application(application_id)
    if application and application.via_person in snapshot.people:
        return application.via_person
    rounds = snapshot.rounds.get(application_id, ())
    met = [
        seen.person_id for entry in reversed(rounds) if entry.is_debriefed for seen in snapshot.met.get(entry.id, ())
    ]
    kinds = {person_id: snapshot.people[person_id].kind for person_id in met if person_id in snapshot.people}
    recruiters = [person_id for person_id in met if kinds.get(person_id) == "recruiter"]
    managers = [person_id for person_id in met if kinds.get(person_id) == "hiring_manager"]
    return next(iter((*recruiters, *snapshot.recruiters_at(application_id), *managers, *met)), "")


def _name(snapshot: Snapshot, meeting: UnsavedPerson) -> str:
    return snapshot.name(meeting.person_id, meeting.name.strip() or "the person you met")
