"""The interview sheet as one self-contained page to print: no script, nothing fetched."""

from dataclasses import dataclass, replace
from datetime import date

from lib.dates import DateStyle
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
    sheet: PrepSheet,
    today: date,
    reminders: RoundReminders = RoundReminders(),
    *,
    dates: DateStyle,
    with_private_notes: bool = False,
) -> bytes:
    """The sheet as HTML in UTF-8; every word of the person's is escaped.

    Private notes are on it only if asked for: paper may end up in other hands.
    """
    page = template("sheet.html")
    printed = sheet if with_private_notes else replace(sheet, notes=())
    return page.render(
        sheet=printed, remembered=reminders, spoken_day=lambda day: dates.spoken_day(day, today)
    ).encode()
