"""The limits of days and numbers, and the errors beyond them."""

from dataclasses import dataclass
from datetime import date

from lib.dates import DateStyle

FIRST_DAY = date(1950, 1, 1)
"""No day of a working life is before it: an earlier one is a slip."""
_YEARS_AHEAD = 10


def last_day(today: date) -> date:
    """The end of the tenth year from now, beyond which a day is a slip."""
    return date(min(today.year + _YEARS_AHEAD, date.max.year), 12, 31)


@dataclass(frozen=True)
class FieldLimits:
    """The first and the last day, or the lowest and the highest number, that the field of that label takes; ``dates``
    says how days are written."""

    label: str
    low: date | int
    high: date | int
    dates: DateStyle

    def refusal(self, text: str) -> str:
        """Why the field doesn't take that text, naming the field; empty if it does, or nothing was typed."""
        if not text:
            return ""
        is_day = isinstance(self.low, date)
        try:
            value = date.fromisoformat(text) if is_day else int(text)
        except ValueError:
            value = None
        if value is not None and self.low <= value <= self.high:  # type: ignore[operator]  # both days, or both numbers
            return ""
        wanted = "a day" if is_day else "a number"
        shown = self._shown(value) if is_day and value is not None else text
        low, high = self._shown(self.low), self._shown(self.high)
        return f"‘{self.label}’ can't be {shown}. It takes {wanted} from {low} to {high}."

    def _shown(self, value: date | int) -> str:
        return self.dates.short_day(value) if isinstance(value, date) else str(value)
