"""Practice logs made in a line."""

from datetime import UTC, datetime, timedelta
from typing import Any

from lib.records.practice import Review
from lib.records.topic import Topic

START = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)


def day(number: float) -> datetime:
    """So many days after the start."""
    return START + timedelta(days=number)


def review(number: int, question: int, on: float, grade: str = "good", **values: Any) -> Review:
    usual = {"id": f"rv-{number}", "question_id": f"qu-{question}", "reviewed_at": day(on), "grade": grade}
    return Review(**usual | values)  # type: ignore[arg-type]


def topic(number: int, **values: Any) -> Topic:
    return Topic(**{"id": f"tp-{number}", "text": f"Topic {number}?"} | values)
