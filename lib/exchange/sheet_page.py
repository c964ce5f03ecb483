"""The interview sheet as one self-contained page to print: no script, nothing fetched."""

from dataclasses import dataclass
from datetime import date

from lib.english import spoken_day
from lib.exchange.page_templates import template
from lib.followup.sheet import Sheet


@dataclass(frozen=True)
class Remembered:
    """What else to remember before a next round at the company, in lines: questions to think about, stories told and to
    whom, what felt hard."""

    questions: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    low_ratings: tuple[str, ...] = ()


def sheet_page(sheet: Sheet, today: date, remembered: Remembered = Remembered()) -> bytes:
    """The sheet as HTML in UTF-8; every word of the person's is escaped."""
    page = template("sheet.html")
    return page.render(sheet=sheet, remembered=remembered, spoken_day=lambda day: spoken_day(day, today)).encode()
