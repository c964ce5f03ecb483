"""What another program overwrote of what was saved: listed entry by entry."""

from datetime import date

from lib.dates import DateStyle
from lib.english import listed
from lib.store import LoadedWorkbook, Overwritten, compare, tables_of
from lib.store.edits import edited_files
from lib.workflows.repairing.looking_back import EntryChange, beside


def entries(loaded: LoadedWorkbook, found: Overwritten, today: date, dates: DateStyle) -> tuple[EntryChange, ...]:
    """The entries that would be put back: 'gone' now, 'different' from what was saved, or 'new', though deleted."""
    now = {file: table.sheet.encode() for file, table in loaded.tables.by_file.items() if table.positions}
    put_back = {**now, **edited_files(loaded.tables, found.edits)}
    return beside(compare(now, put_back), tables_of(put_back), loaded, today, dates).entries


def sentence(entry: EntryChange) -> str:
    """What was lost of one entry, after its name: 'is missing', 'lacks your words: lesson'."""
    match entry.kind:
        case "gone":
            return "is missing"
        case "new":
            return "is back, though you deleted it"
        case "different":
            return f"lacks what you saved: {entry.parts}" if entry.parts else "lacks what you saved"


def files(found: Overwritten) -> str:
    """The files that were overwritten, as a list in words."""
    return listed(sorted({edit.file for edit in found.edits}))
