"""The answers of a draft: flat text by field, in the form in which cells hold it.

A list of rows is a field that holds the rows' ids, each row's fields standing beside it: ``people`` holds
``["pe-1"]`` and ``people.pe-1.name`` holds ``"Priya Raman"``.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, tzinfo

Answers = Mapping[str, object]

KEYED = ("ratings", "plan_checks")
"""Groups whose rows are named by what they are about, so that no list of their ids is kept."""


def text(answers: Answers, field: str) -> str:
    """The answer as text without its outer blanks; empty where there is none."""
    value = answers.get(field)
    return value.strip() if isinstance(value, str) else ""


def items(answers: Answers, field: str) -> tuple[str, ...]:
    """The answer as a list, of row ids or of chosen words; empty where there is none."""
    value = answers.get(field)
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def row_field(group: str, row_id: str, field: str) -> str:
    """The name of one field of one row of a list."""
    return f"{group}.{row_id}.{field}"


def row_text(answers: Answers, group: str, row_id: str, field: str) -> str:
    """One field of one row as text."""
    return text(answers, row_field(group, row_id, field))


def lines(answers: Answers, field: str) -> tuple[str, ...]:
    """The answer's lines that hold something, without their outer blanks and bullets."""
    stripped = (line.strip().lstrip("-*•–").strip() for line in text(answers, field).splitlines())
    return tuple(line for line in stripped if line)


def moment(answers: Answers, zone: tzinfo) -> date | None:
    """When, of the fields ``date`` and ``time``: wall time in ``zone`` with its offset, or the bare date."""
    day_text, time_text = text(answers, "date"), text(answers, "time")
    if not day_text:
        return None
    day = date.fromisoformat(day_text)
    return datetime.combine(day, time.fromisoformat(time_text), tzinfo=zone) if time_text else day


def begin_of(moment: date, zone: tzinfo) -> datetime:
    """When it began, at the earliest: a bare date begins at midnight in ``zone``."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min, tzinfo=zone)


def when_fields(held_at: date) -> dict[str, str]:
    """The fields ``date`` and ``time`` that stand for a moment."""
    if isinstance(held_at, datetime):
        return {"date": held_at.date().isoformat(), "time": held_at.strftime("%H:%M")}
    return {"date": held_at.isoformat(), "time": ""}


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in their order, each once."""
    return tuple(dict.fromkeys(values))
