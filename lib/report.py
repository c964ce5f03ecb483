"""``python -m lib.report [FOLDER …]``: all findings, one line of JSON per folder.

Without a folder it reads the workbook's own. ``--text`` prints sentences for people. It writes nothing.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from lib.english import counted, plural
from lib.exchange.findings_json import to_json
from lib.insight.findings import Findings
from lib.insight.searches import Search, current_search, of_search, searches
from lib.insight.summary import GROUP_LABELS, GROUPS, Summary, SummaryGroup, summary
from lib.records.date_settings import dates_of
from lib.records.errors import AfterwordError
from lib.records.private import without_private
from lib.records.workbook import Workbook
from lib.records.zones import zone_named
from lib.store import Store, default_home, own_folder

ALL_READ, ROWS_LEFT_OUT, NOT_READ = 0, 1, 2


class NotRead(AfterwordError):
    """A folder whose workbook cannot be read as a whole."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}", "Nothing was changed.", "")


@dataclass(frozen=True)
class Report:
    """The findings of one search in a folder. ``left_out`` counts the rows that could not be read."""

    folder: Path
    search: Search
    findings: Findings
    left_out: int

    def line(self) -> str:
        """The report as JSON on one line."""
        search = {
            "number": self.search.number,
            "since": _iso(self.search.since),
            "until": _iso(self.search.until),
            "interviews": len(self.findings.workbook.debriefed),
        }
        whole = {"folder": str(self.folder), **to_json(self.findings), "search": search, "left_out": self.left_out}
        return json.dumps(whole, ensure_ascii=False, allow_nan=False)

    def text(self) -> str:
        """The report in sentences, what is surest first."""
        said: Summary = summary(self.findings).explained()
        parts = [f"{self.folder}\n{'=' * len(str(self.folder))}"]
        parts += [_section(group, said) for group in GROUPS if said.of(group)]
        if self.left_out:
            parts.append(
                f"{counted(self.left_out, 'row')} could not be read and {plural(self.left_out, 'is', 'are')} left out."
            )
        return "\n\n".join(parts) + "\n"


def _section(group: SummaryGroup, said: Summary) -> str:
    return "\n".join([GROUP_LABELS[group], *(f"- {entry.sentence}" for entry in said.of(group))])


def report(folder: Path, home: Path, now: datetime, number: int | None = None) -> Report:
    """The findings of a folder's current search, or of the search with that ``number``. Raises ``NotRead``."""
    if not folder.is_dir():
        raise NotRead(folder, "there is no such folder.")
    loaded = Store(folder, home).load()
    if loaded.tables.read_only:
        raise NotRead(folder, loaded.tables.read_only)
    search = _search(folder, loaded.workbook, number)
    today = now.astimezone(zone_named(loaded.workbook.setting("timezone"))).date()
    told = without_private(loaded.workbook)
    dates = dates_of(loaded.workbook, "")  # by the workbook alone: the same report on every computer
    findings = Findings(of_search(told, search), today, told, dates=dates)
    return Report(folder, search, findings, loaded.unreadable_rows())


def _search(folder: Path, workbook: Workbook, number: int | None) -> Search:
    if number is None:
        return current_search(workbook)
    every = searches(workbook)
    found = next((search for search in every if search.number == number), None)
    if found is None:
        raise NotRead(folder, f"there is no search {number}; it holds {counted(len(every), 'search', 'searches')}.")
    return found


def main(arguments: Sequence[str], now: datetime | None = None) -> int:
    """Print the reports as of ``now``, by default the clock of the machine.

    0: all was read, 1: some rows were left out, 2: a folder could not be read.
    """
    options = _parser().parse_args(arguments)
    now = now or datetime.now().astimezone()
    status = ALL_READ
    for folder in options.folders or [own_folder()]:
        try:
            found = report(folder, default_home(), now, options.search)
        except AfterwordError as error:
            print(error.sentence, file=sys.stderr)
            status = NOT_READ
            continue
        if found.left_out:
            print(_note(found), file=sys.stderr)
            status = max(status, ROWS_LEFT_OUT)
        print(found.text() if options.text else found.line())
    return status


def _note(found: Report) -> str:
    rows = counted(found.left_out, "row")
    return f"{found.folder}: {rows} left out. `python -m lib.store.check FOLDER` lists what could not be read."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib.report", description="Everything that a workbook says.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="by default the workbook's own folder")
    parser.add_argument("--text", action="store_true", help="sentences for people instead of JSON")
    parser.add_argument("--search", type=int, metavar="N", help="an earlier search: 1 is the first")
    return parser


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # whoever reads has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
