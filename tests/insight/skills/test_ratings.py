"""Ratings over time, described."""

from datetime import UTC, date, datetime

from lib.insight.skills.ratings import Skills
from lib.records.dimension import Dimension
from lib.records.workbook import Workbook
from tests.day_first import skills
from tests.insight.small_workbook import application, interview, ratings

TWO = Workbook(
    applications=(application(1),),
    interviews=(interview(1), interview(2)),
    ratings=(
        *ratings(1, {"preparation": 2, "clarity": 3}),
        *ratings(2, {"preparation": 5, "clarity": 3, "evidence": 4}),
    ),
)


def series(result: Skills) -> dict[str, list[float]]:
    return {entry.key: [point.score for point in entry.points] for entry in result.dimensions}


def test_an_empty_workbook_shows_that_there_is_no_debrief() -> None:
    result = skills(Workbook())

    assert (result.n, result.sentence) == (0, "Nothing to show yet: no interview has been debriefed.")


def test_debriefs_without_ratings_are_counted() -> None:
    result = skills(Workbook(interviews=(interview(1), interview(2))))

    assert result.sentence == "Nothing to show yet: none of the 2 debriefed interviews has ratings."


def test_one_interview_promises_nothing() -> None:
    result = skills(Workbook(interviews=(interview(1),), ratings=ratings(1, {"clarity": 3, "evidence": 4})))

    assert result.sentence == ("One interview so far, on Wednesday 3 June 2026: 3.5 of 5 over 2 ratings.")


def test_the_sentence_shows_the_n_the_average_and_the_range() -> None:
    assert skills(TWO).sentence == (
        "In 2 interviews, from 3 June to 10 June 2026, you rated yourself 3.2 of 5 on average. "
        "Skill by skill, the averages go from 3.0 (Clear answers, rated twice) to 4.0 (Examples, rated once)."
    )


def test_the_mean_is_over_the_dimensions_rated_in_that_interview() -> None:
    overall = skills(TWO).overall

    assert overall is not None
    assert [(point.score, point.of) for point in overall.points] == [(2.5, 2), (4.0, 3)]


def test_a_dimension_has_a_point_only_where_it_was_rated() -> None:
    assert series(skills(TWO)) == {"preparation": [2, 5], "clarity": [3, 3], "evidence": [4]}


def test_a_dimension_that_did_not_come_up_has_no_point() -> None:
    workbook = Workbook(interviews=(interview(1),), ratings=ratings(1, {"clarity": None, "evidence": 4}))

    assert series(skills(workbook)) == {"evidence": [4]}


def test_the_table_holds_the_same_numbers_with_gaps_where_nothing_was_rated() -> None:
    table = skills(TWO).table

    assert table.columns == ("Date", "Stage", "Company", "All together", "Preparation", "Clear answers", "Examples")
    assert table.rows == (
        ("3 Jun 2026", "Technical", "Company 1", 2.5, 2, 3, None),
        ("10 Jun 2026", "Technical", "Company 1", 4.0, 5, 3, 4),
    )


def test_constant_ratings_have_one_average() -> None:
    workbook = Workbook(
        interviews=(interview(1), interview(2)),
        ratings=(*ratings(1, {"clarity": 3, "evidence": 3}), *ratings(2, {"clarity": 3, "evidence": 3})),
    )

    assert "All 2 skills have the same average." in skills(workbook).sentence


def test_interviews_without_ratings_are_reported_as_left_out() -> None:
    workbook = Workbook(interviews=(interview(1), interview(2), interview(3)), ratings=TWO.ratings)

    assert skills(workbook).sentence.endswith("1 of 3 debriefed interviews has no ratings.")


def test_only_debriefed_interviews_count() -> None:
    workbook = Workbook(interviews=(interview(1), interview(2, state="scheduled")), ratings=TWO.ratings)

    assert skills(workbook).n == 1


def test_a_retired_dimension_keeps_its_ratings_and_shows_that_it_is_over() -> None:
    workbook = Workbook(interviews=(interview(1),), ratings=ratings(1, {"rapport": 4}))

    assert skills(workbook).dimensions[0].sentence == (
        "Rapport, no longer asked for: 4.0 of 5 on average in 1 interview."
    )


def test_a_renamed_dimension_is_under_its_new_name() -> None:
    own = Dimension(key="clarity", label="To the point", position=2)
    workbook = Workbook(interviews=(interview(1),), ratings=ratings(1, {"clarity": 4}), dimensions=(own,))

    assert skills(workbook).dimensions[0].label == "To the point"


def test_ratings_of_a_dimension_that_has_lost_its_row_are_kept() -> None:
    workbook = Workbook(interviews=(interview(1),), ratings=ratings(1, {"small_talk": 4}))

    assert skills(workbook).dimensions[0].label == "Small talk"


def test_more_than_ten_dimensions_are_in_order_of_position() -> None:
    own = tuple(Dimension(key=f"own{number}", label=f"Own {number}", position=10 + number) for number in (1, 2, 3))
    keys = ("own3", "closing", "own1", "preparation", "own2", "clarity", "evidence", "composure", "my_questions")
    more = ("role_knowledge", "problem_solving", "listening", "rapport")
    workbook = Workbook(
        interviews=(interview(1),), ratings=ratings(1, dict.fromkeys((*keys, *more), 3)), dimensions=own
    )

    labels = [entry.label for entry in skills(workbook).dimensions]

    assert (len(labels), labels[0], labels[-3:]) == (13, "Preparation", ["Own 1", "Own 2", "Own 3"])


def test_columns_of_the_table_have_names_of_their_own() -> None:
    own = tuple(Dimension(key=key, label="Stage", position=20) for key in ("one", "two"))
    workbook = Workbook(interviews=(interview(1),), ratings=ratings(1, {"one": 1, "two": 2}), dimensions=own)

    assert skills(workbook).table.columns[-2:] == ("Stage (2)", "Stage (3)")


def test_two_interviews_on_a_day_are_in_the_order_of_their_times() -> None:
    late = interview(1, held_at=datetime(2026, 6, 3, 16, tzinfo=UTC))
    early = interview(2, held_at=datetime(2026, 6, 3, 9, tzinfo=UTC))
    workbook = Workbook(interviews=(late, early), ratings=TWO.ratings)

    points = skills(workbook).dimensions[0].points

    assert [(point.interview_id, point.position, point.on) for point in points] == [
        ("iv-2", 1, date(2026, 6, 3)),
        ("iv-1", 2, date(2026, 6, 3)),
    ]


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = Workbook(applications=TWO.applications, interviews=TWO.interviews[::-1], ratings=TWO.ratings[::-1])

    assert skills(turned) == skills(TWO)
