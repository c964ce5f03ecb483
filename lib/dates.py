"""Days and times in English, in the order and on the clock chosen in Settings; no system locale has a part."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final, Literal, get_args

from lib.english import MONTHS, WEEKDAYS, near_word

FirstInDate = Literal["day", "month", "year"]
"""What comes first in a date: 'Wed 25 Nov', 'Wed, Nov 25', 'Wed 2026-11-25'."""
HourFormat = Literal["24", "12"]
"""'14:30', '2:30 pm'."""

_MONTH_FIRST: Final = frozenset(("US", "PH"))
_YEAR_FIRST: Final = frozenset(("CN", "HU", "JP", "KR", "LT", "MN", "TW"))
_TWELVE: Final = frozenset(("AU", "BD", "CA", "CO", "EG", "IN", "JO", "NZ", "PH", "PK", "SA", "US"))
_PICKED: Final[dict[FirstInDate, Literal["DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"]]] = {
    "day": "DD/MM/YYYY",
    "month": "MM/DD/YYYY",
    "year": "YYYY-MM-DD",
}
_DAY_IN_FILE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]|$)")
_AXES: Final[dict[FirstInDate, str]] = {"day": "%-d %b", "month": "%b %-d", "year": "%Y-%m-%d"}


@dataclass(frozen=True)
class DateStyle:
    """How days and times are written: what comes first in a date, and a clock of 24 or of 12 hours.

    ``is_absolute``: no day is 'today', for words that are read on another day.
    """

    order: FirstInDate = "day"
    hours: HourFormat = "24"
    is_absolute: bool = False

    @property
    def absolute(self) -> "DateStyle":
        """The same, for words that are read on another day."""
        return replace(self, is_absolute=True)

    def spoken_day(self, day: date, today: date | None = None) -> str:
        """'Friday 27 November' or 'Friday, November 27', with the year where it is not that of ``today``."""
        return self._weekday(day, WEEKDAYS[day.weekday()], self._date(day, today, MONTHS[day.month - 1]))

    def short_day(self, day: date, today: date | None = None) -> str:
        """'27 Nov' or 'Nov 27', with the year where it is not that of ``today``."""
        return self._date(day, today, MONTHS[day.month - 1][:3])

    def brief_day(self, day: date, today: date) -> str:
        """'today', 'yesterday', 'Wed 25 Nov' or 'Wed, Nov 25', with the year where it is not this year's."""
        return self._near(day, today) or self._weekday(day, WEEKDAYS[day.weekday()][:3], self.short_day(day, today))

    def day_and_month(self, day: date) -> str:
        """'27 Nov' or 'Nov 27', where the year is known from elsewhere."""
        return self.short_day(day, day)

    def near_day(self, day: date, today: date) -> str:
        """'today', 'yesterday', 'Friday 27 November', with the year where it is not this year's."""
        return self._near(day, today) or self.spoken_day(day, today)

    def on_day(self, day: date, today: date) -> str:
        """The same after a verb: 'today', 'yesterday', 'on Friday 27 November'."""
        return self._near(day, today) or f"on {self.spoken_day(day, today)}"

    def spoken_moment(self, moment: date, today: date) -> str:
        """A day, with the time of day where it is known: 'Thursday 19 November, 14:00'."""
        if isinstance(moment, datetime):
            return f"{self.near_day(moment.date(), today)}, {self.spoken_time(moment.time())}"
        return self.near_day(moment, today)

    def brief_moment(self, moment: date, today: date) -> str:
        """A day in short, with the time of day where it is known: 'Wed 25 Nov, 10:00'."""
        if isinstance(moment, datetime):
            return f"{self.brief_day(moment.date(), today)}, {self.spoken_time(moment.time())}"
        return self.brief_day(moment, today)

    def spoken_time(self, at: time) -> str:
        """'14:00', or on the clock of 12 hours '2 pm', '2:30 pm'."""
        if self.hours == "24":
            return f"{at.hour:02}:{at.minute:02}"
        minutes = f":{at.minute:02}" if at.minute else ""
        return f"{at.hour % 12 or 12}{minutes} {'am' if at.hour < 12 else 'pm'}"

    def cell(self, text: str) -> str:
        """A cell of a file as it is there; a day, with its time if there is one, as '27 Nov 2026, 14:00'."""
        if not _DAY_IN_FILE.match(text):
            return text
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return text
        day = self.short_day(moment.date())
        return f"{day}, {self.spoken_time(moment.time())}" if len(text) > len("2026-11-27") else day

    def period(self, first: date, last: date) -> str:
        """'from 3 June to 20 November 2026'; a year comes twice only where it changes; one day is 'on' it."""
        end = self._date(last, None, MONTHS[last.month - 1])
        if first == last:
            return f"on {end}"
        return f"from {self._date(first, last, MONTHS[first.month - 1])} to {end}"

    @property
    def picker_format(self) -> Literal["DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"]:
        """The order of the numbers in a field to pick a date."""
        return _PICKED[self.order]

    @property
    def axis_format(self) -> str:
        """The date on a chart's axis, as d3 formats it: 27 Nov."""
        return _AXES[self.order]

    def _near(self, day: date, today: date) -> str:
        return "" if self.is_absolute else near_word(day, today)

    def _date(self, day: date, today: date | None, month: str) -> str:
        if self.order == "year":
            return day.isoformat()
        is_this_year = today is not None and day.year == today.year
        if self.order == "month":
            return f"{month} {day.day}" + ("" if is_this_year else f", {day.year}")
        return f"{day.day} {month}" + ("" if is_this_year else f" {day.year}")

    def _weekday(self, day: date, weekday: str, told: str) -> str:
        return f"{weekday}, {told}" if self.order == "month" else f"{weekday} {told}"


DAY_FIRST: Final = DateStyle()
"""'Wed 25 Nov, 14:30': where nobody reads the words, and in tests; anything shown has the style that was chosen."""


def day_of(moment: date, zone: tzinfo | None = None) -> date:
    """The calendar day of a moment, on its own clock or in ``zone``; a bare date is itself."""
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(zone) if zone else moment).date()


def days_later(day: date, days: int) -> date:
    """The day that many days later, held within the calendar's first and last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def style_of(order: str, hours: str, country: str) -> DateStyle:
    """The style that was chosen; what was not chosen, or can't be read, is what is usual in the ``country``, such as
    US."""
    usual = usual_in(country)
    return DateStyle(
        next((word for word in get_args(FirstInDate) if word == order), usual.order),
        next((word for word in get_args(HourFormat) if word == hours), usual.hours),
    )


def usual_in(country: str) -> DateStyle:
    """The style that is usual in a country or a part of it, such as US or US-CA."""
    code = country[:2].upper()
    order: FirstInDate = "month" if code in _MONTH_FIRST else "year" if code in _YEAR_FIRST else "day"
    return DateStyle(order, "12" if code in _TWELVE else "24")
