"""A workbook full of dangerous words goes out in every form: nothing in it acts, is fetched or is a formula."""

import csv
import io
import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import icalendar
import markdown_it
import pytest

from lib.exchange.calendar import DueTask, calendar_file
from lib.exchange.flat_table import flat_table
from lib.exchange.proof_of_search import proof_page, proof_table
from lib.records.workbook import Workbook
from tests.conftest import NOW
from tests.day_first import coach_copy, markdown, proof_of_search, report_page, search_report
from tests.exchange.html import active
from tests.payloads import PAYLOADS, poisoned

TODAY = NOW.date()
FORMULA = re.compile(r"[=+\-@\t\r]")


@cache
def workbook() -> Workbook:
    return poisoned()


def proof() -> bytes:
    return proof_page(proof_of_search(workbook(), date(2020, 1, 1), date(2030, 1, 1), notes=True))


PAGES = {
    "report": lambda: report_page(search_report(workbook(), TODAY), TODAY, PAYLOADS[0]),
    "coach copy": lambda: report_page(coach_copy(workbook(), TODAY).report, TODAY),
    "proof of search": proof,
}
TABLES = {
    "flat table": lambda: flat_table(workbook()),
    "proof of search": lambda: proof_table(proof_of_search(workbook(), date(2020, 1, 1), date(2030, 1, 1), notes=True)),
}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_in_a_page_acts_or_is_fetched(name: str) -> None:
    assert active(PAGES[name]().decode()) == []


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_of_a_table_is_a_formula(name: str) -> None:
    rows = list(csv.reader(io.StringIO(TABLES[name]().decode("utf-8-sig"), newline=""), strict=True))
    assert len(rows) > 10
    assert [cell for row in rows for cell in row if FORMULA.match(cell)] == []
    assert {len(row) for row in rows} == {len(rows[0])}


def test_the_debriefs_as_text_hold_no_link_no_picture_and_no_html() -> None:
    text = markdown(workbook(), workbook().debriefed, ZoneInfo("Europe/Berlin")).decode()
    tokens = markdown_it.MarkdownIt("commonmark").parse(text)
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert "text" in kinds
    assert not {"image", "link_open", "html_inline", "html_block", "fence", "code_block"} & kinds


def test_the_calendar_is_read_back_as_it_went_out() -> None:
    tasks = [DueTask(f"tk-{number}", TODAY, words) for number, words in enumerate(PAYLOADS)]
    made = calendar_file(workbook().interviews, workbook().applications, tasks, datetime.now(NOW.tzinfo), "full")
    read = icalendar.Calendar.from_ical(made)
    titles = [str(event["SUMMARY"]) for event in read.walk("VEVENT") if str(event["UID"]).startswith("tk-")]
    assert sorted(titles) == sorted(
        re.sub("\r\n?", "\n", words) for words in PAYLOADS
    )  # a line of a calendar ends in one way
