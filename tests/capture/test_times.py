"""The time of day in a jotted line."""

from datetime import time

import pytest

from lib.capture.times import time_said


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("today 2pm", time(14)),
        ("2.30 p.m. Northwind", time(14, 30)),
        ("Northwind 14:00", time(14)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("tue 2-3pm", time(14)),
        ("noon", time(12)),
        ("at 2", None),
        ("24.11.2026", None),
        ("room 25:10", None),
        ("80 am", None),
        ("spam", None),
    ],
)
def test_the_first_time_with_its_half_of_the_day_is_read(words: str, at: time | None) -> None:
    assert time_said(words) == at
