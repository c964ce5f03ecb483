from datetime import date

from lib.capture.sorting import Place, sort_lines

TODAY = date(2026, 11, 24)


def places(*lines: str) -> list[Place]:
    return [line.place for line in sort_lines(lines, TODAY)]


def test_a_line_under_a_heading_belongs_there() -> None:
    assert places("Good:", "- the ward story") == [Place.NOTHING, Place.WENT_WELL]
