"""Whole searches of many interviews, with a cause or without, made in a line."""

from datetime import UTC, date, datetime, timedelta

import numpy as np

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.seal import seal_of
from lib.records.workbook import Workbook

FIRST = datetime(2026, 1, 5, 10, tzinfo=UTC)
LAST = date(2026, 12, 31)


def whole_search(n: int, rising: bool = False, cause: bool = False, seed: int = 1) -> Workbook:
    """A search of ``n`` answered interviews, one in three days, with a sealed forecast each.

    Where ``rising``, clarity goes from 1 to 5 over it; where there is a ``cause``, a rating of evidence under 3 brings
    the no.
    """
    random = np.random.default_rng(seed)
    ratings, questions, interviews = [], [], []
    for number in range(n):
        own, at = f"iv-{number:04}", FIRST + timedelta(days=3 * number)
        clarity = 1 + round(4 * number / max(n - 1, 1)) if rising else int(random.integers(1, 6))
        evidence = int(random.integers(1, 6))
        is_no = evidence < 3 if cause else bool(random.integers(2))
        scores = {"clarity": clarity, "evidence": evidence, "composure": int(random.integers(1, 6))}
        ratings += [Rating(interview_id=own, dimension=key, score=score) for key, score in scores.items()]
        hard = 2 if is_no else 4
        questions.append(
            Question(id=f"qu-{own}", interview_id=own, text=f"Why {number}?", category="case", rating=hard)
        )
        interviews.append(
            Interview(
                id=own,
                application_id=f"ap-{number % 20}",
                state="done",
                held_at=at,
                stage="technical",
                outcome="rejected" if is_no else "advanced",
                outcome_on=(at + timedelta(days=2)).date(),
                forecast=50,
                forecast_at=at,
                seal=seal_of(own, 50, at),
                went_well="The story landed.",
                lesson="Say the number first.",
            )
        )
    applications = tuple(
        Application(id=f"ap-{number}", company=f"Company {number}", role="Analyst", status="interviewing")
        for number in range(min(n, 20))
    )
    return Workbook(
        applications=applications, interviews=tuple(interviews), ratings=tuple(ratings), questions=tuple(questions)
    )
