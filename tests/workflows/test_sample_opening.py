"""Opening the sample: a copy of its own, close to today."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.interview import Interview
from lib.records.seal import seal_is_broken
from lib.records.workbook import Workbook
from lib.store import Store
from lib.workflows.sample import open_sample, shift_dates, weeks_to
from tests.workflows.evening import NOW, debriefed, workbook

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
AHEAD = {"reply_by", "by", "due_at", "snoozed_until", "review_on", "decide_by", "start_on"}
"""What may name a day still to come."""

ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu"])
MOMENTS = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2032-01-01"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return Store(SAMPLE, tmp_path_factory.mktemp("home")).load().workbook


def moved(sample: Workbook, now: datetime) -> list[object]:
    return list(shift_dates(sample, weeks_to(sample, now), now.tzinfo))


@given(MOMENTS, ZONES)
def test_the_last_debrief_was_written_in_the_past_seven_days(sample: Workbook, at: datetime, zone: str) -> None:
    now = at.replace(tzinfo=ZoneInfo(zone))

    written = [
        entry.updated_at.replace(tzinfo=None)
        for entry in moved(sample, now)
        if isinstance(entry, Interview) and entry.is_debriefed and entry.updated_at
    ]

    assert timedelta() <= at - max(written) < timedelta(days=7)


@given(MOMENTS, ZONES)
def test_only_the_upcoming_interview_is_in_the_future(sample: Workbook, at: datetime, zone: str) -> None:
    now = at.replace(tzinfo=ZoneInfo(zone))
    ahead = [
        (type(record).__name__, field, value)
        for record in moved(sample, now)
        for field in type(record).model_fields  # type: ignore[attr-defined]
        if isinstance(value := getattr(record, field), date)
        and field not in AHEAD
        and (value.replace(tzinfo=None) > at if isinstance(value, datetime) else value > at.date())
    ]

    assert [(name, field) for name, field, _ in ahead] == [("Interview", "held_at")] * len(ahead)
    assert len(ahead) <= 1


@given(MOMENTS, ZONES)
def test_days_of_the_week_hours_and_seals_stay_as_they_were(sample: Workbook, at: datetime, zone: str) -> None:
    interviews = [entry for entry in moved(sample, at.replace(tzinfo=ZoneInfo(zone))) if isinstance(entry, Interview)]

    assert not any(seal_is_broken(entry) for entry in interviews)
    for before, after in zip(sample.interviews, interviews, strict=True):
        assert after.held_on.weekday() == before.held_on.weekday()
        if isinstance(before.held_at, datetime) and isinstance(after.held_at, datetime):
            assert after.held_at.time() == before.held_at.time()


def test_it_opens_as_a_copy_and_the_sample_itself_is_left_alone(store: Store) -> None:
    before = {path: path.read_bytes() for path in SAMPLE.rglob("*") if path.is_file()}

    open_sample(Store(SAMPLE, store.home), store, NOW)

    assert len(workbook(store).interviews) > 30
    assert {path: path.read_bytes() for path in SAMPLE.rglob("*") if path.is_file()} == before


def test_the_copy_reads_without_a_problem(store: Store) -> None:
    open_sample(Store(SAMPLE, store.home), store, NOW)

    assert store.load().problems == ()


def test_a_draft_waits_in_the_copy_too_and_is_about_a_day_past(store: Store) -> None:
    now = datetime(2027, 6, 1, 12, tzinfo=UTC)

    open_sample(Store(SAMPLE, store.home), store, now)

    (draft,) = store.drafts.list()
    assert timedelta() <= now.date() - date.fromisoformat(str(draft.values["date"])) < timedelta(days=14)


def test_a_copy_that_is_being_looked_around_in_is_left_as_it_is(store: Store) -> None:
    debriefed(store)
    before = workbook(store)

    open_sample(Store(SAMPLE, store.home), store, NOW)

    assert workbook(store) == before
