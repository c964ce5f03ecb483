"""Due times in everyday words."""

from datetime import date, datetime

import pytest

from lib.dates import DAY_FIRST
from lib.followup.spoken_dates import spoken_due
from tests.followup.searches import BERLIN, at, day


@pytest.mark.parametrize(
    ("due_at", "expected"),
    [
        (at("2026-11-20 20:00"), "by 20:00 today"),
        (at("2026-11-20 23:59"), "by the end of today"),
        (at("2026-11-19 20:00"), "planned for yesterday"),
        (day("Nov 27"), "by Fri 27 Nov"),
        (day("Nov 16"), "planned for Mon 16 Nov"),
    ],
)
def test_a_time_that_is_due_is_shown_without_a_countdown(due_at: datetime | date, expected: str) -> None:
    assert spoken_due(due_at, at("2026-11-20 18:00"), BERLIN, dates=DAY_FIRST) == expected
