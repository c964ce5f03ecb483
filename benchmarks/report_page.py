"""How long does the report to print take? ``python -m benchmarks.report_page [--interviews N] [--contacts N]``.

The sample workbook, its interviews with all that belongs to them repeated until there are N, and N contacts as a tool
exports them, who were never met. The report, its copy without names, the flat table and all debriefs as Markdown are
made from the rows in memory, the first time and again. Timed by the wall clock; the first time loads the code.
"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.workbooks import sample_workbook
from lib.dates import DAY_FIRST
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.workbook import Workbook

TODAY = date(2026, 11, 20)
BELONGING = ("ratings", "conversations", "questions", "plans", "claims", "promises")


def workbook(interviews: int, contacts: int) -> Workbook:
    sample = sample_workbook()
    held = [entry for entry in sample.interviews if entry.is_debriefed]
    grown = {name: list(getattr(sample, name)) for name in ("interviews", *BELONGING)}
    for number in range(max(0, interviews - len(held))):
        _repeat(sample, held[number % len(held)], f"-{number}", grown)
    tables: dict[str, Any] = {name: tuple(rows) for name, rows in grown.items()}
    return replace(sample, **tables, people=(*sample.people, *strangers(contacts)))


def _repeat(sample: Workbook, interview: Interview, ending: str, grown: dict[str, list[Any]]) -> None:
    grown["interviews"].append(interview.changed(id=interview.id + ending))
    for name in BELONGING:
        for row in getattr(sample, name):
            if row.interview_id == interview.id:
                own = {"id": row.id + ending} if hasattr(row, "id") else {}
                grown[name].append(row.changed(interview_id=interview.id + ending, **own))


def strangers(count: int) -> tuple[Person, ...]:
    chance = Random(0)

    def word() -> str:
        return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)).capitalize()

    return tuple(
        Person(id=f"pe-{number}", name=f"{word()} {word()}", company=f"{word()} {word()}", import_ref="contacts")
        for number in range(count)
    )


def report(book: Workbook) -> bytes:
    from lib.exchange.report_page import report_page
    from lib.exchange.search_report import search_report

    return report_page(search_report(book, TODAY, dates=DAY_FIRST), TODAY, dates=DAY_FIRST)


def copy(book: Workbook) -> bytes:
    from lib.exchange.coach_copy import coach_copy
    from lib.exchange.report_page import report_page

    found = coach_copy(book, TODAY, dates=DAY_FIRST)
    return report_page(found.report, TODAY, "", found.left_out, dates=DAY_FIRST)


def table(book: Workbook) -> bytes:
    from lib.exchange.flat_table import flat_table

    return flat_table(book)


def texts(book: Workbook) -> bytes:
    from lib.exchange.debrief_markdown import markdown

    return markdown(book, book.debriefed, ZoneInfo("UTC"), dates=DAY_FIRST)


def timed(make: Callable[[Workbook], bytes], book: Workbook) -> tuple[float, int]:
    begun = perf_counter()
    made = make(book)
    return perf_counter() - begun, len(made)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report_page", description=__doc__)
    parser.add_argument("--interviews", type=int, default=60)
    parser.add_argument("--contacts", type=int, default=3_000)
    given = parser.parse_args()
    book = workbook(given.interviews, given.contacts)
    print(f"{len(book.debriefed)} debriefed interviews, {len(book.people)} people\n")
    print("| made | first, s | again, s | kB |\n|---|---|---|---|")
    for name, make in (("report", report), ("copy without names", copy), ("flat table", table), ("Markdown", texts)):
        first, size = timed(make, book)
        again, _ = timed(make, book)
        print(f"| {name} | {first:.2f} | {again:.2f} | {size / 1000:.0f} |")


if __name__ == "__main__":
    main()
