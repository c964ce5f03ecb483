"""Rows that are people."""

import re

from lib.exchange.importing.cells import MOST_OF_A_NAME, CellVocabulary, ImportRow, drop_empty
from lib.exchange.importing.parsed_rows import ParsedPerson, ref_of
from lib.exchange.importing.refusal import SkippedRow
from lib.followup.names import name_in_salutation, tidy_salutation

_PROFILE = re.compile(r"https?://(?:[\w-]+\.)*linkedin\.com/in/([^/?#]+)", re.IGNORECASE)


def read_person(file: str, row: ImportRow, terms: CellVocabulary) -> tuple[ParsedPerson, ...] | SkippedRow:
    """The person of one row, or why it is none."""
    name = row.text("name") or " ".join(filter(None, (row.text("first_name"), row.text("last_name"))))
    if not name:
        return SkippedRow(file, row.line, "It names nobody.", row.text("company") or row.text("linkedin"))
    if len(name) > MOST_OF_A_NAME:
        return SkippedRow(file, row.line, f"The name is longer than {MOST_OF_A_NAME} characters.", name[:60])
    title = row.text("title")
    if not terms.tool and any(mark in name for mark in ",;()–"):
        met = row.people("name")
        if len(met) == 1:
            name, title = met[0].name, title or met[0].title
    fields = drop_empty(
        name=name,
        kind=terms.usual.get("kind", "contact"),
        title=title,
        company=row.text("company"),
        email=row.text("email"),
        phone=row.text("phone"),
        linkedin=row.link("linkedin") if row.text("linkedin") else "",
        connected_on=row.past_day("connected_on"),
        salutation=_salutation(row, name),
    )
    fields |= drop_empty(notes=row.notes())
    return (ParsedPerson(file, row.line, _ref(terms, fields), fields),)


def _salutation(row: ImportRow, name: str) -> str:
    """How letters greet the person; 'Frau' or 'Mr' alone is no greeting, and goes into the notes."""
    written = tidy_salutation(row.text("salutation"))
    if not written or name_in_salutation(written, name):
        return written
    row.note_cells("salutation")
    return ""


def _ref(terms: CellVocabulary, fields: dict[str, str]) -> str:
    profile = _PROFILE.match(fields.get("linkedin", ""))
    if profile:
        return f"linkedin:in:{profile[1].casefold()}"
    tool = terms.tool.casefold() or "own"
    if fields.get("email"):
        return ref_of(tool, fields["email"])
    where = (fields.get("company", ""), fields.get("title", "")) if fields["kind"] == "reference" else ()
    return ref_of(tool, fields["kind"], fields["name"], fields.get("connected_on", ""), *where)
