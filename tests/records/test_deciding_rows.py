"""Rows of criteria, of fit, of decisions and of offers."""

import pytest
from pydantic import ValidationError

from lib.records.criterion import KNOWN_CRITERIA, Criterion, active_criteria, all_criteria
from lib.records.decision import Decision
from lib.records.fit import Fit
from lib.records.offer import Offer
from lib.records.record import Record

OWN = Criterion(id="cr-dog", name="I may bring the dog")
FIT = {"application_id": "ap-1", "criterion_id": "cr-pay", "as_of": "2026-11-20"}
DECISION = {"id": "de-1", "decided_at": "2026-11-20T19:00:00+01:00", "choice": "decline"}
OFFER = {"id": "of-1", "kind": "offer"}


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (Criterion, "id name goal_id worst best rank swing must_have retired"),
        (Fit, "application_id criterion_id as_of score sure note"),
        (
            Decision,
            "id application_id decided_at choice reasons change_my_mind confidence review_on reviewed_on right_call "
            "learned gut",
        ),
        (
            Offer,
            "id kind application_id received_on in_writing decide_by accepted_on signed_on conditions_met_on currency "
            "rate_to_home base bonus bonus_odds signing equity_yearly benefits_yearly costs_yearly leave_days "
            "weekly_hours commute_minutes expenses conditions start_on notice duties ask_for ground market_figure "
            "walk_away came_of_it notes unit high withdrawn_on turned_down_on reason",
        ),
    ],
)
def test_the_columns_are_in_their_order(model: type[Record], columns: str) -> None:
    assert model.header() == tuple(columns.split())


@pytest.mark.parametrize(
    ("model", "cells", "column", "cell"),
    [
        (Criterion, {"id": "cr-1", "name": "Pay"}, "rank", "0"),
        (Criterion, {"id": "cr-1", "name": "Pay"}, "swing", "101"),
        (Criterion, {"id": "cr-1", "name": "Pay"}, "must_have", "-1"),
        (Fit, FIT, "score", "101"),
        (Fit, FIT, "score", "very"),
        (Fit, FIT, "sure", "certain"),
        (Decision, DECISION, "confidence", "101"),
        (Decision, DECISION, "choice", "flee"),
        (Decision, DECISION, "decided_at", "2026-11-20"),
        (Offer, OFFER, "bonus_odds", "110"),
        (Offer, OFFER, "base", "60k"),
        (Offer, OFFER, "base", "nan"),
        (Offer, OFFER, "base", "1e300"),
        (Offer, OFFER, "rate_to_home", "0"),
        (Offer, OFFER, "weekly_hours", "1000000"),
        (Offer, OFFER, "decide_by", "soon"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_refused(
    model: type[Record], cells: dict[str, str], column: str, cell: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        model.from_cells({**cells, column: cell})

    assert {error["loc"][0] for error in refused.value.errors()} == {column}


def test_a_negative_pay_is_kept_for_the_page_to_ask_about() -> None:
    assert Offer.from_cells({**OFFER, "base": "-52000"}).base == -52000


def test_a_score_may_be_taken_back() -> None:
    assert Fit.from_cells(FIT).score is None


def test_nine_criteria_come_with_the_workbook_and_each_has_words_for_both_ends() -> None:
    assert len(all_criteria(())) == 9
    assert all(one.worst and one.best for one in KNOWN_CRITERIA)
    assert not any(one.retired for one in KNOWN_CRITERIA)


def test_the_person_s_own_row_takes_the_place_of_the_known_one() -> None:
    own = KNOWN_CRITERIA[5].changed(name="Money", rank=1)

    assert [one.name for one in all_criteria((OWN, own))][5::4] == ["Money", "I may bring the dog"]


def test_what_was_retired_is_not_weighed() -> None:
    assert "cr-pay" not in {one.id for one in active_criteria((KNOWN_CRITERIA[5].changed(retired=True),))}
