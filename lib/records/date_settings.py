"""The order of dates and the clock that a workbook's settings ask for."""

from typing import Final

from lib.dates import DateStyle, style_of
from lib.records.workbook import Workbook

ORDER_KEY: Final = "date_order"
"""The key in settings.csv: what comes first in a date, 'day', 'month' or 'year'."""
CLOCK_KEY: Final = "clock"
"""The key in settings.csv: '24' or '12' hours."""


def dates_of(workbook: Workbook, country: str) -> DateStyle:
    """The style that was chosen, else what is usual in the country that was set, else in the computer's ``country``."""
    usual = workbook.setting("country") or country
    return style_of(workbook.setting(ORDER_KEY), workbook.setting(CLOCK_KEY), usual)
