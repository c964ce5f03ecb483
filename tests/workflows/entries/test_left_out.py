"""The words about rows that a count leaves out."""

import pytest

from lib.store import Problem
from lib.workflows.entries.left_out import left_out_sentence


def row(file: str) -> Problem:
    return Problem(file, 2, "score", "it is not a number", "row")


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        ([], ""),
        ([row("tasks.csv")], ""),
        ([Problem("ratings.csv", 3, None, "it is read all the same", "note")], ""),
        ([row("ratings.csv")], "1 row of ratings.csv could not be read and is not counted here."),
        ([row("plan_checks.csv")], "1 row of plan_checks.csv could not be read and is not counted here."),
        ([row("ratings.csv")] * 2, "2 rows of ratings.csv could not be read and are not counted here."),
        (
            [row("ratings.csv"), row("interviews.csv"), Problem("questions.csv", None, None, "no end", "file")],
            "1 row of interviews.csv, 1 row of ratings.csv and all of questions.csv could not be read and are not "
            "counted here.",
        ),
        (
            [Problem("questions.csv", None, None, "no end", "file")],
            "All of questions.csv could not be read and is not counted here.",
        ),
    ],
)
def test_it_names_the_rows_and_the_files_that_findings_are_counted_from(problems: list[Problem], sentence: str) -> None:
    assert left_out_sentence(problems) == sentence
