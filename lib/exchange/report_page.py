"""The report as one self-contained page of HTML that prints well: no script, nothing fetched, every word escaped."""

from collections.abc import Sequence
from datetime import date

from lib.dates import DateStyle
from lib.exchange.page_templates import template
from lib.exchange.search_report import SearchReport
from lib.insight.result import ResultTable

TITLE = "My search"
_WIDEST = 24


def report_page(
    report: SearchReport, today: date, name: str = "", left_out: Sequence[str] = (), *, dates: DateStyle
) -> bytes:
    """The report in UTF-8. ``left_out`` lists, on a copy for others, what was replaced and left out."""
    page = template("report.html")
    content = {"report": report, "today": dates.spoken_day(today), "name": name, "left_out": left_out}
    return page.render(title=TITLE, is_long=_is_long, numeric_columns=_numeric_columns, **content).encode()


def _is_long(cell: object) -> bool:
    """Whether a cell holds a word that no column is wide enough for."""
    return any(len(word) > _WIDEST for word in str(cell).split())


def _numeric_columns(table: ResultTable) -> frozenset[int]:
    return frozenset(at for row in table.rows for at, cell in enumerate(row) if isinstance(cell, (int, float)))
