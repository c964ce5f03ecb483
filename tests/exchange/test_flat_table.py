"""One flat table: a row an interview, every cell a text that no spreadsheet evaluates."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.exchange.flat_table import flat_table, table
from lib.records.application import Application
from lib.records.dimension import Dimension
from lib.records.interview import Interview
from lib.records.plan_check import PlanCheck
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.workbook import Workbook
from lib.store.codec import BOM, unguard
from tests.exchange.workbooks import sample, saying

FORMULAS = ('=HYPERLINK("http://example.com")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "=cmd|' /C calc'!A0")


def read(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(BOM)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_and_no_column_name_is_a_formula(words: str) -> None:
    book = saying(words)
    rows = read(flat_table(replace(book, dimensions=(Dimension(key="clarity", label=words),))))
    cells = [cell for row in rows for pair in row.items() for cell in pair]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert words in [unguard(cell) for cell in cells]
    assert [unguard(column) for column in rows[0]].count(words) == 1


def test_every_interview_of_the_sample_is_a_row_oldest_first() -> None:
    rows, workbook = read(flat_table(sample())), sample()
    assert len(rows) == len(workbook.interviews)
    assert [row["Date"] for row in rows] == sorted(row["Date"] for row in rows)


def test_a_row_holds_application_ratings_and_counts() -> None:
    first = read(flat_table(sample()))[0]
    told = ("Company", "Stage", "Time", "People met", "Clear answers", "Examples", "Questions", "Hard questions")
    assert [first[column] for column in told] == [
        "Puddlefoot Removals",
        "Recruiter call",
        "10:00",
        "Sinéad Prendergast",
        "3",
        "3",
        "3",
        "2",
    ]


def test_a_row_counts_the_plans_that_came_up_and_those_done_an_older_debriefs_too() -> None:
    book = sample()
    old, new = book.interviews[0].changed(plan_id="pl-1", plan_kept="yes"), book.interviews[1]
    checks = tuple(
        PlanCheck(interview_id=new.id, plan_id=f"pl-{number}", kept=kept)
        for number, kept in enumerate(("yes", "no", "not_come_up"))
    )

    first, second = read(flat_table(Workbook(interviews=(old, new), plan_checks=checks)))

    assert (first["Plans that came up"], first["Plans done"]) == ("1", "1")
    assert (second["Plans that came up"], second["Plans done"]) == ("2", "1")


def test_private_notes_stay_at_home() -> None:
    interview = saying("x").interviews[0].changed(private_note="only for me")
    assert b"only for me" not in flat_table(Workbook(interviews=(interview,)))


def test_two_sides_of_one_label_are_two_columns() -> None:
    cells = {"id": "iv-1", "application_id": "ap-1", "state": "done", "held_at": "2026-11-19", "stage": "panel"}
    workbook = Workbook(
        applications=(Application(id="ap-1", company="Northwind", role="Analyst"),),
        interviews=(Interview.from_cells(cells),),
        ratings=tuple(
            Rating(interview_id="iv-1", dimension=key, score=score) for key, score in (("a", 1), ("b", 2), ("c", 3))
        ),
        dimensions=(
            Dimension(key="a", label="Same"),
            Dimension(key="b", label="Same"),
            Dimension(key="c", label="Date"),
        ),
    )
    (row,) = read(flat_table(workbook))
    assert (row["Same (a)"], row["Same (b)"], row["Date (c)"], row["Date"]) == ("1", "2", "3", "2026-11-19")


@given(st.lists(st.fixed_dictionaries({"A": st.text(), "=B": st.text()}), max_size=4))
def test_any_table_is_read_back_as_it_was(rows: list[dict[str, str]]) -> None:
    kept = [row for row in rows if not any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in str(row))]
    kept = [row for row in kept if not any("\0" in text for text in row.values())]
    found = [{unguard(name): unguard(cell) for name, cell in row.items()} for row in read(table(kept, ("A", "=B")))]
    assert found == kept


def test_questions_tapped_and_those_rated_low_are_counted_as_hard() -> None:
    interview = saying("x").interviews[0]
    hard: tuple[dict[str, object], ...] = ({"tapped_hard": True, "hard_order": 1}, {"rating": 1}, {"rating": 3}, {})
    questions = tuple(
        Question.model_validate({"id": f"qu-{number}", "interview_id": interview.id, "text": "Why?", **values})
        for number, values in enumerate(hard)
    )
    (row,) = read(flat_table(Workbook(interviews=(interview,), questions=questions)))
    assert (row["Questions"], row["Hard questions"]) == ("4", "2")
