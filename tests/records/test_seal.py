"""The seal on a forecast."""

from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.interview import Interview
from lib.records.seal import seal_forecast, seal_is_broken, seal_of

NOW = datetime(2026, 11, 20, 19, 0, 30, 123456, tzinfo=timezone(timedelta(hours=1)))
OPEN = Interview(
    id="iv-1", application_id="ap-1", state="short", held_at=date(2026, 11, 20), stage="technical", outcome="pending"
)


def test_it_is_16_hex_digits_of_sha_256_over_id_forecast_and_time() -> None:
    text = "iv-1|60|2026-11-20T19:00:30+01:00"

    assert seal_of("iv-1", 60, NOW.replace(microsecond=0)) == sha256(text.encode()).hexdigest()[:16]


TIMES = st.datetimes(datetime.fromisoformat("0002-01-01"), datetime.fromisoformat("9998-01-01"), timezones=st.just(UTC))
"""Those that a file may hold: see ``lib/records/record.py``."""


@given(st.integers(0, 100), TIMES)
def test_a_forecast_just_sealed_holds_after_being_written_and_read(forecast: int, at: datetime) -> None:
    interview = seal_forecast(OPEN, forecast, at)

    assert not seal_is_broken(Interview.from_cells(interview.cells()))


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_forecast_is_never_changed(first: int, second: int) -> None:
    interview = seal_forecast(OPEN, first, NOW)

    assert seal_forecast(interview, second, NOW + timedelta(days=1)) == interview


@pytest.mark.parametrize("outcome", ["advanced", "offer", "rejected", "no_reply", "withdrew"])
def test_a_forecast_is_given_until_the_outcome_is_known(outcome: str) -> None:
    decided = OPEN.changed(outcome=outcome)

    assert seal_forecast(decided, 60, NOW) == decided


def test_a_forecast_that_was_taken_out_of_the_file_is_not_given_again() -> None:
    robbed = seal_forecast(OPEN, 60, NOW).changed(forecast=None)

    assert seal_forecast(robbed, 90, NOW) == robbed


@pytest.mark.parametrize(
    "edit",
    [
        {"forecast": 90},
        {"forecast": None},
        {"forecast_at": NOW.replace(microsecond=0) + timedelta(hours=1)},
        {"forecast_at": None},
        {"seal": ""},
        {"seal": "0" * 16},
        {"id": "iv-2"},
    ],
    ids=str,
)
def test_an_edit_from_outside_is_noticed(edit: dict[str, object]) -> None:
    assert seal_is_broken(seal_forecast(OPEN, 60, NOW).changed(**edit))


def test_an_interview_without_a_forecast_has_nothing_to_break() -> None:
    assert not seal_is_broken(OPEN)
