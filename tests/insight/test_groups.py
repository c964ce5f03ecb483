"""Ratings by stage and by format."""

from dataclasses import replace

from lib.insight.groups import by_format, by_stage
from lib.records.workbook import Workbook
from tests.insight.small_workbook import interview, ratings

WORKBOOK = Workbook(
    interviews=(
        interview(1, stage="panel", format="video"),
        interview(2, stage="technical", format="phone"),
        interview(3, stage="technical"),
        interview(4, stage="technical", format="phone"),
        interview(5, stage="technical", format="phone"),
    ),
    ratings=(
        *ratings(1, {"clarity": 4}),
        *ratings(2, {"clarity": 1, "evidence": 2}),
        *ratings(3, {"clarity": 2}),
        *ratings(4, {"clarity": 5}),
    ),
)


def test_a_group_has_the_average_and_the_median_of_its_interviews() -> None:
    technical = by_stage(WORKBOOK).groups[0]

    assert (technical.label, technical.n, technical.average, technical.median) == ("Technical", 3, 8.5 / 3, 2)


def test_stages_are_in_the_order_of_the_vocabulary() -> None:
    assert [group.key for group in by_stage(WORKBOOK).groups] == ["technical", "panel"]


def test_a_missing_format_comes_last_under_its_own_name() -> None:
    assert [group.label for group in by_format(WORKBOOK).groups] == ["Phone", "Video", "Format not given"]


def test_the_sentence_shows_each_n_and_what_was_left_out() -> None:
    assert by_format(WORKBOOK).sentence == (
        "Your average ratings, out of 5: phone 3.2 (2 interviews), video 4.0 (1) and not given 2.0 (1). "
        "1 of 5 debriefed interviews has no ratings."
    )


def test_one_group_is_not_laid_beside_another() -> None:
    one = replace(WORKBOOK, interviews=WORKBOOK.interviews[:1])

    assert by_stage(one).sentence == "Your average ratings, out of 5: panel 4.0 (1 interview)."


def test_without_ratings_there_is_a_sentence() -> None:
    result = by_stage(Workbook(interviews=(interview(1),)))

    assert (result.n, result.groups) == (0, ())
    assert result.sentence == "Nothing to show yet: the one debriefed interview has no ratings."


def test_the_table_holds_the_same_numbers() -> None:
    assert by_stage(WORKBOOK).table.rows == (
        ("Technical", 3, 2.83, 2, 1.5, 5),
        ("Panel", 1, 4, 4, 4, 4),
    )


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = Workbook(interviews=WORKBOOK.interviews[::-1], ratings=WORKBOOK.ratings[::-1])

    assert by_stage(turned) == by_stage(WORKBOOK)
