"""The time of day that a jotted line names: 'today 2pm', '14:00', '10.30 am', 'noon'."""

import re
from datetime import time
from typing import Final

from lib.capture.marks import MOST_READ

_TIMES: Final = re.compile(
    r"(?<![\d.:])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<past>[0-5]\d))?(?:\s?[-–]\s?\d{1,2}(?:[:.]\d\d)?)?"
    r"\s?(?P<half>[ap])\.?m\b"
    r"|(?<![\d.:])(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?![\d:])"
    r"|\b(?P<noon>noon|midday)\b",
    re.IGNORECASE,
)


def time_said(words: str) -> time | None:
    """The first time of day in the words, on a clock of 12 or 24 hours; None if there's none, or only a bare number."""
    found = _TIMES.search(words[:MOST_READ])
    if found is None:
        return None
    if found["noon"]:
        return time(12)
    if found["hours"]:
        return time(int(found["hours"]), int(found["minutes"]))
    hour = int(found["hour"]) % 12 + (12 if found["half"].casefold() == "p" else 0)
    return time(hour, int(found["past"] or 0))
