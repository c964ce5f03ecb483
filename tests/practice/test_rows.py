"""Rows of topics, of the practice log and of stories."""

import pytest
from pydantic import ValidationError

from lib.records.practice import Review
from lib.records.record import Record
from lib.records.story import Story
from lib.records.topic import Topic
from tests.practice.practised import review, topic

STORY = Story(id="st-1", title="The port", situation="Late", strengths=("calm", "fast"), reflection="Ask earlier")


@pytest.mark.parametrize(
    "row",
    [topic(1, best_answer="Short.", story_id="st-1", practise="suspended"), review(1, 1, 0, minutes=1.5), STORY],
    ids=lambda row: row.file,
)
def test_a_row_comes_back_from_its_cells(row: Record) -> None:
    assert type(row).from_cells(row.cells()) == row


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (Topic, "id text best_answer story_id practise"),
        (Review, "id question_id topic_id reviewed_at grade minutes note"),
        (Story, "id title situation task action result reflection strengths"),
    ],
)
def test_the_columns_are_in_their_order(model: type[Record], columns: str) -> None:
    assert model.header() == tuple(columns.split())


def test_strengths_are_one_a_line() -> None:
    assert STORY.cells()["strengths"] == "calm\nfast"


@pytest.mark.parametrize(
    "cells",
    [
        {"id": "rv-1", "reviewed_at": "2026-11-01T18:00:00+00:00", "grade": "fine"},
        {"id": "rv-1", "reviewed_at": "2026-11-01", "grade": "good"},
        {"id": "rv-1", "reviewed_at": "2026-11-01T18:00:00+00:00", "grade": "good", "minutes": "-1"},
    ],
    ids=["a grade of no vocabulary", "a day without a time", "minutes below nothing"],
)
def test_a_review_that_cannot_be_is_reported(cells: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Review.from_cells(cells)


def test_an_empty_topic_is_none() -> None:
    with pytest.raises(ValidationError):
        topic(1, text=" ")
