"""Workbooks of a few rows, made in a line."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.rating import Rating

FIRST_DAY = date(2026, 6, 3)


def application(number: int = 1, **values: Any) -> Application:
    return Application(**{"id": f"ap-{number}", "company": f"Company {number}", "role": "Analyst"} | values)


def interview(number: int, **values: Any) -> Interview:
    """Interview ``number`` is held that many weeks after the first day."""
    usual: dict[str, Any] = {
        "id": f"iv-{number}",
        "application_id": "ap-1",
        "state": "done",
        "held_at": FIRST_DAY + timedelta(weeks=number - 1),
        "stage": "technical",
    }
    return Interview(**usual | values)


def ratings(number: int, scores: Mapping[str, int | None]) -> tuple[Rating, ...]:
    return tuple(
        Rating(interview_id=f"iv-{number}", dimension=dimension, score=score) for dimension, score in scores.items()
    )


def question(number: int, of: int = 1, **values: Any) -> Question:
    usual: dict[str, Any] = {
        "id": f"qu-{number}",
        "interview_id": f"iv-{of}",
        "text": f"Question {number}?",
        "position": number,
    }
    return Question(**usual | values)
