"""Scoring a job: rows of today, the older ones kept, two windows merged by row, and nothing lost in between."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from lib.decide.fit import job_fit
from lib.records.application import Application
from lib.records.criterion import KNOWN_CRITERIA
from lib.records.fit import Fit
from lib.records.offer import Offer
from lib.store import Draft, Store
from lib.workflows.drafts.scoring import begin_scoring, save_scores
from lib.workflows.errors import EditedElsewhere, Gone, Incomplete
from tests.workflows.evening import NOW, answered, put, workbook

JOB = Application(id="ap-1", company="Northwind", role="Data engineer", status="interviewing")
PAY = next(one for one in KNOWN_CRITERIA if one.id == "cr-pay")
TODAY = NOW.date()
LATER = NOW + timedelta(days=3)


@pytest.fixture(autouse=True)
def _job(store: Store) -> None:
    put(store, JOB)


def begun(store: Store, job: str = "ap-1", seed: int = 1, on: date = TODAY, **answers: str) -> Draft:
    named = {f"cr-{field.replace('_', '.', 1)}": text for field, text in answers.items()}
    return answered(begin_scoring(workbook(store), job, on, Random(seed)), named)


def scored(store: Store, now: datetime = NOW, **answers: Any) -> None:
    save_scores(store, begun(store, on=now.date(), **answers), now)


def rows(store: Store) -> list[tuple[str, str, int | None, str | None, str]]:
    found = [(row.as_of.isoformat(), row.criterion_id, row.score, row.sure, row.note) for row in workbook(store).fit]
    return sorted(found, key=str)


def test_only_what_was_scored_becomes_a_row(store: Store) -> None:
    scored(store, pay_score="60", pay_sure="sure", pay_note="said on the phone")

    assert rows(store) == [("2026-11-20", "cr-pay", 60, "sure", "said on the phone")]


def test_scored_again_on_the_same_day_the_row_is_replaced(store: Store) -> None:
    scored(store, pay_score="60")
    scored(store, pay_score="70", seed=2)

    assert rows(store) == [("2026-11-20", "cr-pay", 70, None, "")]


def test_scored_again_on_a_later_day_the_older_row_is_kept(store: Store) -> None:
    scored(store, pay_score="60", team_score="40")
    scored(store, now=LATER, pay_score="70", seed=2)

    assert rows(store) == [
        ("2026-11-20", "cr-pay", 60, None, ""),
        ("2026-11-20", "cr-team", 40, None, ""),
        ("2026-11-23", "cr-pay", 70, None, ""),
    ]


def test_a_score_taken_back_shows_not_known_any_more(store: Store) -> None:
    scored(store, pay_score="60", pay_sure="sure")
    scored(store, now=LATER, pay_score="", seed=2)

    assert rows(store)[-1] == ("2026-11-23", "cr-pay", None, None, "")
    assert job_fit(workbook(store), "ap-1", LATER.date()).total is None


def test_a_second_click_writes_nothing_more(store: Store) -> None:
    draft = begun(store, pay_score="60")
    first = save_scores(store, draft, NOW)
    assert save_scores(store, draft, NOW).id == first.id


def test_undo_brings_the_score_of_before_back(store: Store) -> None:
    scored(store, pay_score="60")
    receipt = save_scores(store, begun(store, pay_score="70", seed=2), NOW)
    store.undo(receipt.id, NOW)

    assert rows(store) == [("2026-11-20", "cr-pay", 60, None, "")]


def test_two_windows_that_score_different_criteria_are_both_kept(store: Store) -> None:
    one, other = begun(store, pay_score="60"), begun(store, team_score="40", seed=2)
    save_scores(store, one, NOW)
    save_scores(store, other, NOW)

    assert [(row[1], row[2]) for row in rows(store)] == [("cr-pay", 60), ("cr-team", 40)]


def test_two_windows_that_score_the_same_criterion_are_told_in_words(store: Store) -> None:
    one = begun(store, pay_score="60", pay_sure="guess")
    other = begun(store, pay_score="80", pay_sure="sure", pay_note="in writing", seed=2)
    save_scores(store, one, NOW)
    with pytest.raises(EditedElsewhere) as conflict:
        save_scores(store, other, NOW)

    (difference,) = conflict.value.differences
    assert (difference.field, difference.mine, difference.theirs) == ("Pay", "80, sure. in writing", "60, a guess.")
    assert rows(store) == [("2026-11-20", "cr-pay", 60, "guess", "")]


def test_a_note_here_and_a_score_there_on_one_criterion_make_no_row_that_nobody_meant(store: Store) -> None:
    scored(store, pay_score="50")
    one, other = begun(store, pay_score="10", seed=2), begun(store, pay_note="they said good", seed=3)
    save_scores(store, one, NOW)
    with pytest.raises(EditedElsewhere):
        save_scores(store, other, NOW)


def test_after_seeing_both_mine_may_stay(store: Store) -> None:
    one, other = begun(store, pay_score="60"), begun(store, pay_score="80", seed=2)
    save_scores(store, one, NOW)
    save_scores(store, answered(other, {"overwrite": "yes"}), NOW)

    assert rows(store) == [("2026-11-20", "cr-pay", 80, None, "")]


def test_a_job_deleted_meanwhile_is_reported_as_gone_and_nothing_is_written(store: Store) -> None:
    draft = begun(store, pay_score="60")
    (store.folder / "applications.csv").unlink()
    with pytest.raises(Gone, match="This job"):
        save_scores(store, draft, NOW)

    assert workbook(store).fit == ()


def test_the_present_job_is_scored_under_its_own_id(store: Store) -> None:
    put(store, Offer(id="of-now", kind="present_job"))
    save_scores(store, begun(store, "of-now", pay_score="30"), NOW)

    assert [row.application_id for row in workbook(store).fit] == ["of-now"]


def test_an_offer_begins_with_the_scores_of_its_application(store: Store) -> None:
    put(store, Offer(id="of-1", kind="offer", application_id="ap-1"))
    scored(store, pay_score="60")

    assert begun(store, "of-1").values["cr-pay.score"] == "60"


@pytest.mark.parametrize("text", ["101", "-1", "1e3", "lots"])
def test_what_is_no_score_is_refused_in_words(store: Store, text: str) -> None:
    with pytest.raises(Incomplete):
        scored(store, pay_score=text)

    assert workbook(store).fit == ()


def test_a_criterion_dropped_while_it_is_scored_keeps_its_score(store: Store) -> None:
    draft = begun(store, pay_score="60")
    put(store, PAY.changed(retired=True))
    save_scores(store, draft, NOW)

    assert rows(store) == [("2026-11-20", "cr-pay", 60, None, "")]


def test_scores_of_a_future_day_do_not_count_yet(store: Store) -> None:
    put(store, Fit(application_id="ap-1", criterion_id="cr-pay", as_of=TODAY + timedelta(days=9), score=99))

    assert begun(store).values["cr-pay.score"] == ""
