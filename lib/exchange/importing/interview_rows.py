"""Rows that are interviews: held ones with what they hold, and those still to come."""

import re
from datetime import date, datetime, time

from lib.exchange.importing.cells import MOST_OF_A_NAME, CellVocabulary, ImportRow, drop_empty
from lib.exchange.importing.date_reader import CellTime
from lib.exchange.importing.dates import read_time
from lib.exchange.importing.parsed_rows import ParsedInterview, ref_of
from lib.exchange.importing.refusal import SkippedRow
from lib.records.zones import at_wall_time, zone_meant, zone_named

_QUESTIONS = r"[;\n|]|(?<=\?)\s*[,.]?\s+|(?<=\?),"
_REFLECTIONS = ("went_well", "went_badly", "lesson", "feedback")
_NOT_HELD = {"cancelled": "cancelled", "canceled": "cancelled", "no show": "no_show", "noshow": "no_show"}


def read_interview(file: str, row: ImportRow, terms: CellVocabulary) -> tuple[ParsedInterview, ...] | SkippedRow:
    """The interview of one row, or why it is none. By its date it is done or still to come."""
    company, role = row.text("company"), row.text("role")
    if not company:
        return SkippedRow(file, row.line, "It names no company.", row.text("held_on"))
    if max(len(company), len(role)) > MOST_OF_A_NAME:
        return SkippedRow(
            file, row.line, f"Its company or role is longer than {MOST_OF_A_NAME} characters.", company[:60]
        )
    when = _held_at(row, terms)
    if when is None:
        written = row.text("held_on")
        reason = f"'{written[:40]}' cannot be read as a day." if written else "It has no day."
        return SkippedRow(file, row.line, reason, company)
    if when.has_extra_text:
        row.note_cells("held_on")
    is_past = start_of(when.at, terms) <= terms.moment.now
    fields = _fields(row, terms, when, is_past)
    people, topics = row.people("people"), row.text("talked_about")
    if topics and (len(people) != 1 or not is_past):
        row.note_cells("talked_about")
        topics = ""
    applied_on = row.past_day("applied_on")
    fields |= drop_empty(private_note=row.notes())
    return (
        ParsedInterview(
            file,
            row.line,
            ref_of("interview", company, role, when.at.isoformat(), row.text("stage")),
            fields,
            company=company,
            role=role,
            people=people,
            talked_about=topics,
            asked=row.items("asked", _QUESTIONS) if is_past else (),
            to_ask=row.items("to_ask", _QUESTIONS),
            applied_on=applied_on,
        ),
    )


def _fields(row: ImportRow, terms: CellVocabulary, when: CellTime, is_past: bool) -> dict[str, str]:
    not_held = _NOT_HELD.get(row.text("outcome").strip().casefold().replace("-", " "), "")
    fields = drop_empty(
        state=not_held or ("done" if is_past else "scheduled"),
        held_at=when.at.isoformat(),
        zone=when.zone,
        **_kind(row, terms),
        **({"outcome": row.word("outcome")} if is_past and not not_held else {}),
        minutes=_minutes(row) or when.minutes,
        reply_by=row.day("reply_by"),
        **{name: row.long_text(name) for name in _REFLECTIONS},
    )
    if fields.get("outcome", "pending") != "pending":
        fields |= drop_empty(outcome_on=row.past_day("outcome_on"))
    if not is_past and not not_held:
        row.note_cells("outcome")
    return fields


def _held_at(row: ImportRow, terms: CellVocabulary) -> CellTime | None:
    """Its day, with the time from a column of its own if there is one, on the clock that the row names."""
    zone = zone_meant(row.text("zone"))
    if row.text("zone") and zone_named(zone) is None:
        row.note_cells("zone")
        zone = ""
    found = row.time_of("held_on", zone)
    written = row.text("time")
    if found is None:
        return None
    if isinstance(found.at, datetime) or not written:
        return CellTime(found.at, found.zone or zone, found.minutes, found.has_extra_text)
    begin, *end = re.split(r"\s*(?:→|–|—|-|\bto\b|\bbis\b)\s*", written, maxsplit=1)
    at, until = read_time(begin), read_time(end[0]) if end else None
    if at is None:
        row.note_cells("time")
        return CellTime(found.at, zone, found.minutes, found.has_extra_text)
    minutes = (until.hour - at.hour) * 60 + until.minute - at.minute if until else 0
    moment = at_wall_time(found.at, at, zone_named(zone) or terms.moment.zone)
    return CellTime(moment, zone, str(minutes) if minutes > 0 else found.minutes, found.has_extra_text)


def start_of(held_at: date | datetime, terms: CellVocabulary) -> datetime:
    """When it begins; a bare day of today counts as held only from tomorrow on."""
    if isinstance(held_at, datetime):
        return held_at
    return datetime.combine(held_at, time(23, 59), tzinfo=terms.moment.zone)


def _kind(row: ImportRow, terms: CellVocabulary) -> dict[str, str]:
    """Stage and format; one column often has both."""
    written = row.text("stage")
    stage = terms.word("stage", written)
    if written and not stage:
        row.note_cells("stage")
    form = row.word("format") or terms.word("format", written)
    return {"stage": stage or "other", "format": form}


def _minutes(row: ImportRow) -> str:
    written = row.text("minutes")
    if not written:
        return ""
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", written)
    hours = re.fullmatch(
        r"(\d{1,2}(?:[.,]\d{1,4})?)\s*(?:h|hours?|hrs?|std\.?|stunden?|heures?|horas?|ore|uur)", written
    )
    plain = re.fullmatch(r"(\d{1,4})(?:[.,]0+)?\s*(?:m|min|mins|minutes|minuten|minutos|minuti)?\.?", written)
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
