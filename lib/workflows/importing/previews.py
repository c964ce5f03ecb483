"""What becomes of each row of a file: it comes in, it is here already, or it is left out, each with its reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from lib.dates import DateStyle
from lib.english import counted, listed, mid_sentence
from lib.exchange.importing.parsed_rows import FileReading, ParsedApplication, ParsedInterview, ParsedPerson, ParsedRow
from lib.records.labels import label
from lib.records.zones import city_of
from lib.workflows.importing.comparison import ImportComparison, MatchedPair
from lib.workflows.importing.rows import Decisions

Becomes = Literal["in", "here", "left"]


@dataclass(frozen=True)
class RowPreview:
    """What becomes of one row: ``text`` name it, or are its own; ``says`` is what it comes in as, or why not."""

    file: str
    line: int
    becomes: Becomes
    words: str
    says: str


def previews(
    readings: Sequence[FileReading], comparison: ImportComparison, decisions: Decisions, dates: DateStyle
) -> tuple[RowPreview, ...]:
    """Every row of every file once, in the files' order. A row with several things comes in when one does."""
    by_row: dict[tuple[str, int], list[RowPreview]] = {}
    every: list[tuple[ParsedRow, Becomes, str]] = [
        *((found, "in", "") for found in comparison.new),
        *((found, "here", "Already here, the same.") for found in comparison.same),
        *((pair.found, *_of_pair(pair, decisions)) for pair in comparison.pairs),
    ]
    for found, becomes, says in every:
        for at, place in enumerate(found.sources):
            said = says or f"{kind_of(found)}{_with(found) if at else ''}"
            by_row.setdefault(place, []).append(RowPreview(*place, becomes, name_of(found, dates=dates), said))
    for left in comparison.left:
        if left.line:
            by_row.setdefault((left.file, left.line), []).append(
                RowPreview(left.file, left.line, "left", left.text, left.reason)
            )
    order = {reading.file: at for at, reading in enumerate(readings)}
    return tuple(_one(by_row[place]) for place in sorted(by_row, key=lambda place: (order.get(place[0], -1), place[1])))


def tally(found: Sequence[RowPreview]) -> dict[Becomes, int]:
    """How many rows come in, are here already, and are left out."""
    counts = Counter(preview.becomes for preview in found)
    return {"in": counts["in"], "here": counts["here"], "left": counts["left"]}


def _of_pair(pair: MatchedPair, decisions: Decisions) -> tuple[Becomes, str]:
    verdict = decisions.about(pair)
    if verdict == "both":
        return "in", ""
    if verdict == "take":
        fields = listed(one.field.replace("_", " ") for one in (*pair.differences, *pair.additions))
        return "in", f"Added to what is here: {fields}" if not pair.differences else f"Changes what is here: {fields}"
    return "here", "Already here. Yours stays as it is."


def _one(said: list[RowPreview]) -> RowPreview:
    """The fate of a row with several things: of an application with its rounds, for one."""
    for becomes in ("in", "here", "left"):
        same = [preview for preview in said if preview.becomes == becomes]
        if same:
            first = same[0]
            counts = Counter(preview.says for preview in same)
            says = "; ".join(
                words if count == 1 else f"{count} × {mid_sentence(words)}" for words, count in counts.items()
            )
            return RowPreview(first.file, first.line, first.becomes, first.words, says)
    return said[0]


def _with(found: ParsedRow) -> str:
    return f", with row {found.line}"


def kind_of(found: ParsedRow) -> str:
    """'Application, applied', 'Interview to come', 'Person'."""
    fields = found.fields
    if isinstance(found, ParsedApplication):
        return ", ".join(filter(None, ("Application", label(fields["status"]).lower() if fields.get("status") else "")))
    if isinstance(found, ParsedInterview):
        people = f"with {counted(len(found.people), 'person', 'people')}" if found.people else ""
        kind = "Interview to come" if fields["state"] == "scheduled" else "Interview"
        return ", ".join(filter(None, (kind, (fields.get("stage_words") or label(fields["stage"])).lower(), people)))
    return "Person"


def _when(held_at: str, zone: str, dates: DateStyle) -> str:
    """'3 Jun 2026, 10:00 in New York'."""
    day = dates.short_day(date.fromisoformat(held_at[:10]))
    if "T" not in held_at:
        return day
    return f"{day}, {dates.spoken_time(datetime.fromisoformat(held_at).time())}{f' in {city_of(zone)}' if zone else ''}"


def name_of(found: ParsedRow, dates: DateStyle) -> str:
    """A row by its company, role and day, or its person."""
    fields = found.fields
    if isinstance(found, ParsedInterview):
        return ", ".join(
            filter(None, (found.company, found.role, _when(fields["held_at"], fields.get("zone", ""), dates=dates)))
        )
    if isinstance(found, ParsedPerson):
        return ", ".join(filter(None, (fields["name"], fields.get("title", ""), fields.get("company", ""))))
    day = fields.get("applied_on", "")
    return ", ".join(
        filter(
            None, (fields.get("company"), fields.get("role"), dates.short_day(date.fromisoformat(day)) if day else "")
        )
    )
