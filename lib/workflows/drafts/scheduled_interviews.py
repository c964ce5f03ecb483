"""Interviews that were noted in advance: which have begun, and which of them a blank debrief is really about."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from lib.dates import day_of
from lib.records.interview import Interview, chronological
from lib.records.workbook import Workbook
from lib.records.zones import on_their_clock, zone_named
from lib.store import Draft, JsonValue, Store
from lib.workflows import form_values
from lib.workflows.entries.applications import WHICH, application_meant


def has_begun(interview: Interview, now: datetime) -> bool:
    """Whether its time has come; without a time of day, from the morning of its day on. Work at home has its time until
    it's handed in or was due."""
    held_at = interview.held_at
    if interview.work_until:
        return interview.work_until < now.date()
    if isinstance(held_at, datetime):
        return held_at <= now
    return held_at <= now.astimezone(zone_named(interview.zone) or now.tzinfo).date()


def held_interviews(workbook: Workbook, now: datetime) -> list[Interview]:
    """The scheduled interviews whose time has come, newest first."""
    scheduled = [entry for entry in workbook.interviews if entry.state == "scheduled"]
    return sorted((entry for entry in scheduled if has_begun(entry, now)), key=chronological, reverse=True)


def coming_interviews(workbook: Workbook, now: datetime) -> list[Interview]:
    """The scheduled interviews still to come, next first."""
    scheduled = [entry for entry in workbook.interviews if entry.state == "scheduled"]
    return sorted((entry for entry in scheduled if not has_begun(entry, now)), key=chronological)


def scheduled_match(workbook: Workbook, draft: Draft, now: datetime) -> Interview | None:
    """The scheduled interview of the draft's application and day that has begun, one of its kind and time first.

    None if the draft is of an interview that is in the workbook already, or none fits.
    """
    if workbook.interview(draft.record_id):
        return None
    known = application_meant(workbook, draft.values)
    day, stage = form_values.text(draft.values, "date"), form_values.text(draft.values, "stage")
    fitting = [
        entry
        for entry in held_interviews(workbook, now)
        if known and entry.application_id == known.id and day in _days_of(entry, now)
    ]
    at = form_values.moment(draft.values, now.tzinfo or UTC)
    return min(fitting, key=lambda entry: (entry.stage != stage, entry.held_at != at), default=None)


def _days_of(interview: Interview, now: datetime) -> tuple[str, str]:
    """Its calendar day where it is held, and on the clock of ``now``: a call at night may have two."""
    held_at = interview.held_at
    mine = day_of(held_at, now.tzinfo)
    return interview.held_on.isoformat(), mine.isoformat()


def same_interview(workbook: Workbook, draft: Draft, now: datetime) -> Interview | None:
    """As ``scheduled_match``, if the kind agrees too: a second round on one day is another interview."""
    noted = scheduled_match(workbook, draft, now)
    return noted if noted and noted.stage == form_values.text(draft.values, "stage") else None


def debrief_of_scheduled(store: Store, draft: Draft, interview: Interview, now: datetime, random: Random) -> Draft:
    """The draft as the debrief of that interview, under the interview's id: its notes, replaced by what was typed. A
    debrief of it that was begun before is kept, and completed.

    The new draft is on disk before the old one is discarded. Raises what the store raises.
    """
    from lib.workflows.drafts.debrief import begin_debrief  # the first page asks only which interviews are noted

    begun = store.drafts.load(interview.id) or begin_debrief(store.load_whole().workbook, interview.id, now, random)
    values = {**_with_typed(begun, draft), **_when_of(draft, interview, now)}
    if begun.revision:  # its own words stay
        values |= {field: value for field, value in begun.values.items() if value and field != "people"}
    turned = store.drafts.save(replace(begun, values=values, screen=draft.screen), now)
    store.drafts.discard(draft.id, now)
    return turned


_WHEN = ("date", "time", "zone", form_values.TYPED_IN)


def _when_of(draft: Draft, interview: Interview, now: datetime) -> dict[str, JsonValue]:
    """The fields of the interview's time: as it was noted, or the time that was typed, on the clock of its zone."""
    typed = form_values.when(draft.values, now.tzinfo or UTC)
    if not isinstance(typed.held_at, datetime) or typed.held_at == interview.held_at:
        return {**form_values.fields_of(interview), form_values.TYPED_IN: ""}
    zone = typed.zone or interview.zone
    there = typed.held_at if typed.zone or not zone else on_their_clock(typed.held_at, zone)
    return {
        **form_values.when_fields(there, zone),
        form_values.TYPED_IN: form_values.text(draft.values, form_values.TYPED_IN),
    }


def _with_typed(begun: Draft, draft: Draft) -> dict[str, JsonValue]:
    names = ("application", "company", "role", WHICH, "people", *_WHEN)
    typed = {field: value for field, value in draft.values.items() if value and field not in names}
    people = form_values.unique(
        (*form_values.items(begun.values, "people"), *form_values.items(draft.values, "people"))
    )
    return {**begun.values, **typed, "people": list(people)}
