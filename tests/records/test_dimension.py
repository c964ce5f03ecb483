"""The skills that I rate after an interview."""

from lib.records.dimension import KNOWN_DIMENSIONS, Dimension, active_dimensions, all_dimensions


def test_ten_come_with_the_workbook_and_five_of_them_are_on() -> None:
    assert len(all_dimensions(())) == 10
    assert [one.key for one in active_dimensions(())] == [
        "preparation",
        "clarity",
        "evidence",
        "composure",
        "my_questions",
    ]


def test_both_ends_of_every_scale_have_words() -> None:
    assert all(one.low and one.high for one in KNOWN_DIMENSIONS)


def test_the_person_s_own_row_takes_the_place_of_the_known_one() -> None:
    own = Dimension(key="clarity", label="Brevity", position=2)

    assert [one.label for one in all_dimensions((own,))][1] == "Brevity"
    assert len(all_dimensions((own,))) == 10


def test_the_order_is_by_position_and_those_without_one_come_last() -> None:
    first, last = Dimension(key="zeal", label="Zeal", position=1), Dimension(key="aim", label="Aim")

    assert [one.key for one in all_dimensions((last, first))][::11] == ["preparation", "aim"]


def test_what_was_retired_is_not_asked_for() -> None:
    assert "clarity" not in {
        one.key for one in active_dimensions((Dimension(key="clarity", label="Clear answers", retired=True),))
    }
