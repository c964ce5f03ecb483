"""The interview sheet as one self-contained page to print: no script, nothing fetched."""

from dataclasses import dataclass
from datetime import date

from lib.dates import DAY_FIRST, DateStyle
from lib.exchange.page_templates import template
from lib.followup.sheet import PrepSheet


@dataclass(frozen=True)
class RoundReminders:
    """What else to remember before a next round at the company, in lines: questions to think about, stories told and to
    whom, what felt hard."""

    questions: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    low_ratings: tuple[str, ...] = ()


def sheet_page(
    sheet: PrepSheet, today: date, remembered: RoundReminders = RoundReminders(), dates: DateStyle = DAY_FIRST
) -> bytes:
    """The sheet as HTML in UTF-8; every word of the person's is escaped."""
    page = template("sheet.html")
    return page.render(sheet=sheet, remembered=remembered, spoken_day=lambda day: dates.spoken_day(day, today)).encode()
