"""Whatever Settings say of dates: no letter, report or finding of the sample shows one in another order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lib.dates import DateStyle
from lib.exchange.coach_copy import coach_copy
from lib.exchange.debrief_markdown import markdown
from lib.exchange.proof_of_search import proof_of_search, proof_page
from lib.exchange.report_page import report_page
from lib.exchange.search_report import search_report
from lib.exchange.sheet_page import sheet_page
from lib.insight.findings import Findings
from lib.insight.summary import summary
from lib.records.workbook import Workbook
from lib.store import Store
from lib.workflows.drafts.messages import begin_message, correspondence
from lib.workflows.entries.sheets import full_sheet
from lib.workflows.entries.tasks import LocalTime, plan_for

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
ZONE = ZoneInfo("Europe/Dublin")
NOW = datetime(2026, 11, 27, 19, 0, tzinfo=ZONE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,6})?"
_IN_ORDER = {"day": rf"\b\d\d? {_MONTH}\b", "month": rf"\b{_MONTH} \d\d?\b(?!:)", "year": r"\b20\d\d-\d\d-\d\d\b"}
_CLOCKS = {"24": r"\b(?:1[3-9]|2[0-3]):[0-5]\d\b", "12": r"\b\d\d?(?::\d\d)? [ap]m\b"}
STYLES = (DateStyle("day", "24"), DateStyle("month", "12"), DateStyle("year", "24"))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return Store(SAMPLE, tmp_path_factory.mktemp("home")).load().workbook


def told(thing: object) -> Iterator[str]:
    """Every sentence of a result, its tables left in."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        yield from (words for value in thing.values() for words in told(value))
    elif isinstance(thing, (list, tuple)):
        yield from (words for value in thing for words in told(value))
    elif is_dataclass(thing) and not isinstance(thing, (Workbook, type)):
        yield from (words for field in fields(thing) for words in told(getattr(thing, field.name)))


def everything(book: Workbook, dates: DateStyle) -> Iterator[tuple[str, str]]:
    """What goes out, under the name of its kind."""
    today, here = NOW.date(), LocalTime(NOW, ZONE, "IE", dates=dates)
    plan = plan_for(book, (), here)
    for due in plan.open_tasks:
        yield "a task", f"{due.title} {due.timing} {due.why}"
        if due.is_written:
            values = begin_message(correspondence(book, due, today, dates), "dt-1").values
            yield f"the letter {due.kind}", "\n".join(str(value) for value in values.values())
    yield "the waits", "\n".join(wait.sentence for wait in plan.waits)
    yield "the report", report_page(search_report(book, today, dates), today, dates=dates).decode()
    copy = coach_copy(book, today, (), dates=dates)
    yield "the coach's copy", report_page(copy.report, today, "", copy.left_out, dates=dates).decode()
    yield "the terminal", "\n".join(told(summary(Findings(book, today, None, dates=dates)).explained()))
    first = book.by_time[0].held_on
    yield "the record of the search", proof_page(proof_of_search(book, first, today, dates=dates)).decode()
    yield "the debriefs", markdown(book, book.debriefed, ZONE, dates).decode()
    for interview in book.interviews:
        if interview.state == "scheduled" and (sheet := full_sheet(book, interview.id, NOW, ZONE, dates)):
            yield "the sheet", sheet_page(sheet, today, dates=dates).decode()


def own_words(book: Workbook) -> str:
    return "\n".join(cell for row in book for cell in row.cells().values())


@pytest.mark.parametrize("dates", STYLES, ids=lambda style: style.order)
def test_nothing_that_goes_out_shows_a_date_in_another_order(book: Workbook, dates: DateStyle) -> None:
    typed, seen = own_words(book), 0
    for kind, text in everything(book, dates):
        seen += len(re.findall(_IN_ORDER[dates.order], text))
        others = [pattern for order, pattern in _IN_ORDER.items() if order != dates.order]
        others.append(_CLOCKS["12" if dates.hours == "24" else "24"])
        found = {hit for pattern in others for hit in re.findall(pattern, text) if hit not in typed}
        assert not found, kind
    assert seen > 50
