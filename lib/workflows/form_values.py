"""The values of a form as its draft holds them: flat text by field, as in cells.

A list of rows is a field that holds the rows' ids, with each row's fields beside it: ``people`` holds ``["pe-1"]`` and
``people.pe-1.name`` holds ``"Priya Raman"``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from lib.dates import day_of
from lib.records.interview import Interview
from lib.records.zones import at_wall_time, on_their_clock, zone_meant, zone_named
from lib.workflows.errors import Incomplete
from lib.workflows.form_fields import require_field
from lib.workflows.ids import stable_id

FormValues = Mapping[str, object]

KEYED = ("ratings", "plan_checks", "goal_answers")
"""Groups whose rows are named by what they are about, so that no list of their ids is kept."""


def answer(answers: FormValues, field: str) -> object:
    """The answer as the draft holds it; None if there is none. Raises ``UnknownField`` for a misspelt field."""
    if field not in answers:
        require_field(field)
    return answers.get(field)


def text(answers: FormValues, field: str) -> str:
    """The answer as text without its outer blanks; empty if there is none."""
    value = answer(answers, field)
    return value.strip() if isinstance(value, str) else ""


def items(answers: FormValues, field: str) -> tuple[str, ...]:
    """The answer as a list, of row ids or of chosen words; empty if there is none."""
    value = answer(answers, field)
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def row_field(group: str, row_id: str, field: str) -> str:
    """The name of one field of one row of a list."""
    return f"{group}.{row_id}.{field}"


def row_text(answers: FormValues, group: str, row_id: str, field: str) -> str:
    """One field of one row as text."""
    return text(answers, row_field(group, row_id, field))


def new_row_id(answers: FormValues, token: str, group: str, prefix: str) -> str:
    """The id that the next row of a list will have: none that a row of the draft has, or had."""
    used = {*items(answers, group), *items(answers, f"{group}_removed")}
    made = (stable_id(prefix, token, group, str(count)) for count in range(1, len(used) + 2))
    return next(row_id for row_id in made if row_id not in used)


def lines(answers: FormValues, field: str) -> tuple[str, ...]:
    """The answer's lines that hold something, without their outer blanks and bullets."""
    stripped = (line.strip().lstrip("-*•–").strip() for line in text(answers, field).splitlines())
    return tuple(line for line in stripped if line)


TYPED_IN = "typed_in"
"""The field that holds the zone that was mine when day and time were typed: a draft may travel before it is saved."""


@dataclass(frozen=True)
class InterviewTime:
    """A draft's answers on the time of an interview. ``held_at`` is None without a day.

    ``zone`` is the IANA name as chosen or typed, empty for my own clock; ``clock`` is the clock that the time is on.
    ``is_as_noted``: day, time and zone are those of the stored interview.
    """

    held_at: date | None
    zone: str
    clock: tzinfo
    is_as_noted: bool = False

    @property
    def known(self) -> date:
        """The moment or the day, of answers that were checked to hold one."""
        if self.held_at is None:
            raise ValueError("no day")
        return self.held_at

    @property
    def held_on(self) -> date | None:
        """The calendar day, where the interview is held."""
        return self.held_at and day_of(self.held_at)

    @property
    def begins(self) -> datetime | None:
        """When it begins, at the earliest: a bare date begins at midnight."""
        if self.held_at is None or isinstance(self.held_at, datetime):
            return self.held_at
        return at_wall_time(self.held_at, time.min, self.clock)


def when(answers: FormValues, mine: tzinfo, noted: Interview | None = None) -> InterviewTime:
    """When, of the fields ``date``, ``time`` and ``zone``; wall time on the zone's clock, or the bare date.

    ``noted`` is the stored interview: unchanged answers keep its instant, wherever they are read again. Without a zone
    the clock is the one that was mine when it was noted, or typed.
    """
    zone = zone_meant(text(answers, "zone"))
    clock = zone_named(zone) or _own_clock(answers, mine, noted)
    if noted and all(text(answers, field) == value for field, value in fields_of(noted).items()):
        return InterviewTime(noted.held_at, noted.zone, clock, is_as_noted=True)
    day_text, time_text = text(answers, "date"), text(answers, "time")
    if not day_text:
        return InterviewTime(None, zone, clock)
    day = date.fromisoformat(day_text)
    return InterviewTime(at_wall_time(day, time.fromisoformat(time_text), clock) if time_text else day, zone, clock)


def moment(answers: FormValues, mine: tzinfo, noted: Interview | None = None) -> date | None:
    """As ``when``: the moment or the bare date alone."""
    return when(answers, mine, noted).held_at


def _own_clock(answers: FormValues, mine: tzinfo, noted: Interview | None) -> tzinfo:
    """The clock of a time without a zone: mine, unless it was noted or typed by another one."""
    if noted and not zone_named(noted.zone) and isinstance(noted.held_at, datetime):
        is_mine = noted.held_at.utcoffset() == noted.held_at.astimezone(mine).utcoffset()
        return mine if is_mine or noted.held_at.tzinfo is None else noted.held_at.tzinfo
    return zone_named(text(answers, TYPED_IN)) or mine


def fields_of(interview: Interview) -> dict[str, str]:
    """The fields of an interview's time: ``date``, ``time`` and ``zone``."""
    return when_fields(interview.held_at, interview.zone)


def when_fields(held_at: date, zone: str = "") -> dict[str, str]:
    """The fields ``date``, ``time`` and ``zone`` of a moment, on the clock of its zone."""
    if isinstance(held_at, datetime):
        there = on_their_clock(held_at, zone)
        return {"date": there.date().isoformat(), "time": there.strftime("%H:%M"), "zone": zone}
    return {"date": held_at.isoformat(), "time": "", "zone": zone}


def require_zone(answers: FormValues, screen: str = "") -> None:
    """Raise ``Incomplete`` if the zone is none that exists."""
    if reason := why_no_zone(text(answers, "zone")):
        raise Incomplete(reason, "Choose a city near it, or leave it empty.", screen)


def why_no_zone(typed: str) -> str:
    """Why the words typed for a zone are none; empty if they are one, or nothing was typed."""
    known = not typed or zone_named(zone_meant(typed))
    return "" if known else f"There's no time zone called ‘{typed}’."


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in their order, each once."""
    return tuple(dict.fromkeys(values))
