"""Where one search ends and the next begins, and what belongs to each."""

from datetime import date
from typing import Any

import pytest

from lib.insight.searches import current_search, of_search, searches
from lib.records.activity import Activity
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, ratings


def mark(kind: str, on: str, note: str = "") -> Activity:
    return Activity(id=f"ac-{kind}-{on}", on=date.fromisoformat(on), kind=f"search_{kind}", note=note)


def book(*marks: Activity, **values: Any) -> Workbook:
    """Interviews on 3, 10 and 17 June, and applications sent on 1 and 16 June, one of them for the last."""
    usual: dict[str, Any] = {
        "applications": (
            application(1, applied_on=date(2026, 6, 1)),
            application(2, applied_on=date(2026, 6, 16)),
            application(3),
        ),
        "interviews": (interview(1), interview(2), interview(3, application_id="ap-2")),
        "ratings": (*ratings(1, {"clarity": 2}), *ratings(3, {"clarity": 4})),
        "activity": marks,
    }
    return Workbook(**usual | values)


def current(workbook: Workbook) -> Workbook:
    return of_search(workbook, current_search(workbook))


def spans(workbook: Workbook) -> list[tuple[str, str]]:
    return [(str(one.since or ""), str(one.until or "")) for one in searches(workbook)]


def test_without_a_mark_everything_is_one_search_that_goes_on() -> None:
    assert spans(book()) == [("", "")]
    assert current(book()) == book()


def test_the_first_start_takes_what_was_sent_before_it() -> None:
    workbook = book(mark("started", "2026-06-02"))

    assert spans(workbook) == [("", "")]
    assert searches(workbook)[0].started_on == date(2026, 6, 2)


def test_an_end_closes_the_search_and_what_comes_after_it_is_the_next() -> None:
    workbook = book(mark("started", "2026-06-01"), mark("ended", "2026-06-12", "Signed."))
    old, new = searches(workbook)

    assert (old.until, old.ended, old.is_over) == (date(2026, 6, 12), "Signed.", True)
    assert (new.number, new.since, new.is_over) == (2, date(2026, 6, 13), False)
    assert [entry.id for entry in of_search(workbook, old).interviews] == ["iv-1", "iv-2"]
    assert [entry.id for entry in current(workbook).interviews] == ["iv-3"]
    assert [entry.id for entry in current(workbook).applications] == ["ap-2", "ap-3"]
    assert [entry.interview_id for entry in current(workbook).ratings] == ["iv-3"]


def test_after_an_end_the_old_search_is_read_until_something_new_is_begun() -> None:
    ended = mark("ended", "2026-06-20")

    assert current_search(book(ended)).number == 1
    assert current_search(book(ended, mark("started", "2026-07-01"))).number == 2
    assert current(book(ended, mark("started", "2026-07-01"))).interviews == ()


@pytest.mark.parametrize("state", ["scheduled", "cancelled", "no_show"])
def test_an_interview_left_in_the_calendar_after_the_end_begins_no_new_search(state: str) -> None:
    left = interview(5, application_id="ap-1", state=state)
    workbook = book(mark("ended", "2026-06-20"), interviews=(*book().interviews, left))

    assert current_search(workbook).number == 1
    assert [entry.id for entry in current(workbook).interviews] == ["iv-1", "iv-2", "iv-3"]


def test_after_an_end_the_next_interview_held_or_application_sent_begins_a_new_search() -> None:
    ended, held = mark("ended", "2026-06-20"), interview(5)
    sent = application(4, applied_on=date(2026, 6, 22))

    assert current_search(book(ended, interviews=(*book().interviews, held))).number == 2
    assert current_search(book(ended, applications=(*book().applications, sent))).number == 2


def test_a_fresh_start_without_an_end_closes_the_search_the_day_before() -> None:
    workbook = book(mark("started", "2026-06-01"), mark("started", "2026-06-15"))

    assert spans(workbook) == [("", "2026-06-14"), ("2026-06-15", "")]


def test_a_first_mark_after_interviews_is_a_fresh_start() -> None:
    assert spans(book(mark("started", "2026-06-15"))) == [("", "2026-06-14"), ("2026-06-15", "")]


@pytest.mark.parametrize("order", [1, -1])
def test_an_end_and_a_start_on_one_day_are_an_end_first(order: int) -> None:
    marks = (mark("started", "2026-06-01"), mark("ended", "2026-06-12"), mark("started", "2026-06-12"))
    old, new = searches(book(*marks[::order]))

    assert (old.until, new.since, new.started_on) == (date(2026, 6, 12), date(2026, 6, 13), date(2026, 6, 12))


def test_marks_that_are_said_twice_count_once() -> None:
    twice = (mark("started", "2026-06-01"), mark("ended", "2026-06-12"))
    again = tuple(act.changed(id=f"{act.id}-2") for act in twice)

    assert spans(book(*twice, *again)) == spans(book(*twice))


def test_an_undated_application_belongs_to_the_search_that_goes_on() -> None:
    workbook = book(mark("ended", "2026-06-12"))
    old, new = searches(workbook)

    assert "ap-3" not in {entry.id for entry in of_search(workbook, old).applications}
    assert "ap-3" in {entry.id for entry in of_search(workbook, new).applications}
