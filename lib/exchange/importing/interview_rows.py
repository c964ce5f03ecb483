"""Rows that are interviews: held ones with what they hold, and those still to come."""

import re
from datetime import date, datetime, time

from lib.exchange.importing.cells import Row, Terms, filled
from lib.exchange.importing.dates import read_time
from lib.exchange.importing.found import FoundInterview, ref_of
from lib.exchange.importing.refusal import Left
from lib.records.zones import at_wall_time, zone_meant, zone_named

_PEOPLE = r"[;\n/&]|,(?!\s*(?:jr|sr|phd|md)\b)|\band\b|\bund\b"
_QUESTIONS = r"[;\n|]|(?<=\?)\s*[,.]?\s+|(?<=\?),"
_TOLD = ("went_well", "went_badly", "lesson", "feedback")
_NOT_HELD = {"cancelled": "cancelled", "canceled": "cancelled", "no show": "no_show", "noshow": "no_show"}


def read_interview(file: str, row: Row, terms: Terms) -> FoundInterview | Left:
    """The interview of one row, or why it is none. By its date it is done or still to come."""
    company = row.text("company")
    if not company:
        return Left(file, row.line, "It names no company.", row.text("held_on"))
    held_at = _held_at(row, terms)
    if held_at is None:
        said = row.text("held_on")
        reason = f"'{said[:40]}' cannot be read as a day." if said else "It has no day."
        return Left(file, row.line, reason, company)
    not_held = _NOT_HELD.get(row.text("outcome").strip().casefold().replace("-", " "), "")
    is_past = _begin(held_at, terms) <= terms.moment.now
    told = filled(
        state=not_held or ("done" if is_past else "scheduled"),
        held_at=held_at.isoformat(),
        zone=_zone(row) if zone_named(_zone(row)) else "",
        **_kind(row, terms),
        **({"outcome": row.word("outcome")} if is_past and not not_held else {}),
        minutes=_minutes(row),
        reply_by=row.day("reply_by"),
        **{name: row.text(name) for name in _TOLD},
    )
    if told.get("outcome", "pending") != "pending":
        told |= filled(outcome_on=row.past_day("outcome_on"))
    people, topics = row.items("people", _PEOPLE), row.text("talked_about")
    if topics and (len(people) != 1 or not is_past):
        row.note_cells("talked_about")
        topics = ""
    if not is_past and not not_held:
        row.note_cells("outcome")
    told |= filled(private_note=row.notes())
    return FoundInterview(
        file,
        row.line,
        ref_of("interview", company, row.text("role"), held_at.isoformat(), row.text("stage")),
        told,
        company=company,
        role=row.text("role"),
        people=people,
        talked_about=topics,
        asked=row.items("asked", _QUESTIONS) if is_past else (),
        to_ask=row.items("to_ask", _QUESTIONS),
    )


def _zone(row: Row) -> str:
    return zone_meant(row.text("zone"))


def _held_at(row: Row, terms: Terms) -> date | datetime | None:
    zone = zone_named(_zone(row))
    if row.text("zone") and zone is None:
        row.note_cells("zone")
    moment = terms.day_or_time(row.text("held_on"), zone)
    said = row.text("time")
    if moment is None or not said or isinstance(moment, datetime):
        return moment
    at: time | None = read_time(said)
    if at is None:
        row.note_cells("time")
        return moment
    return at_wall_time(moment, at, zone or terms.moment.zone)


def _begin(held_at: date | datetime, terms: Terms) -> datetime:
    """When it begins; a bare day begins with the day, so that one of today counts as held only from tomorrow on."""
    if isinstance(held_at, datetime):
        return held_at
    return datetime.combine(held_at, time(23, 59), tzinfo=terms.moment.zone)


def _kind(row: Row, terms: Terms) -> dict[str, str]:
    """Stage and format; one column often says both."""
    said = row.text("stage")
    stage = terms.word("stage", said)
    if said and not stage:
        row.note_cells("stage")
    form = row.word("format") or terms.word("format", said)
    return {"stage": stage or "other", "format": form}


def _minutes(row: Row) -> str:
    said = row.text("minutes")
    if not said:
        return ""
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})", said)
    hours = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?", said)
    plain = re.fullmatch(r"(\d{1,4})\s*(?:m|min|mins|minutes)?\.?", said)
    if clock:
        number = int(clock[1]) * 60 + int(clock[2])
    elif hours:
        number = round(float(hours[1].replace(",", ".")) * 60)
    elif plain:
        number = int(plain[1])
    else:
        number = -1
    if 0 <= number <= 1440:
        return str(number)
    row.note_cells("minutes")
    return ""
