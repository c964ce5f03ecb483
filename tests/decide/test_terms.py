"""The terms of an offer, and whether it is a job yet."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.dates import DAY_FIRST
from lib.decide.signing import job_status
from lib.decide.terms import OfferChecklist, terms
from lib.records.offer import Offer
from tests.decide.jobs import TODAY, offer

WHOLE = offer(
    in_writing=True,
    decide_by="2026-11-27",
    currency="EUR",
    base=60000,
    bonus=5000,
    bonus_odds=60,
    signing=0,
    equity_yearly=0,
    benefits_yearly=1200,
    leave_days=30,
    weekly_hours=40,
    commute_minutes=50,
    expenses="moving",
    conditions="background check",
    start_on="2027-02-01",
    notice="3 months",
    duties="the pipeline",
)


def checked(one: Offer, is_gone: bool = False) -> OfferChecklist:
    return terms(one, TODAY, is_gone, dates=DAY_FIRST)


def state(field: str, one: Offer) -> str:
    return next(term.state for term in checked(one).terms if term.field == field)


def test_a_whole_offer_in_writing_has_nothing_to_ask() -> None:
    found = checked(WHOLE)

    assert (found.questions, found.notes) == ((), ())
    assert found.sentence == "15 of 15 terms are known, in writing."


def test_what_is_missing_becomes_a_question() -> None:
    found = checked(WHOLE.changed(notice="", leave_days=None))

    assert found.questions == (
        "How many days off a year are there?",
        "What is the notice period, and is there a probation period?",
    )
    assert found.sentence == "13 of 15 terms are known, in writing. Still to ask: leave and notice."


@pytest.mark.parametrize(
    ("in_writing", "way", "word"),
    [
        (False, "so far only spoken: ask for the offer in writing", "spoken"),
        (None, "but not said whether it's in writing", "untold"),
    ],
)
def test_what_is_not_in_writing_is_to_be_asked_for_and_unanswered_is_not_spoken(
    in_writing: bool | None, way: str, word: str
) -> None:
    found = checked(WHOLE.changed(in_writing=in_writing))

    assert found.questions == ("Could you send me the whole offer in writing?",)
    assert found.sentence == f"15 of 15 terms are known, {way}."
    assert state("base", WHOLE.changed(in_writing=in_writing)) == word


def test_what_is_signed_is_in_writing() -> None:
    assert state("base", offer(base=1, signed_on="2026-11-19")) == "written"


def test_an_empty_offer_has_everything_to_ask() -> None:
    found = checked(offer())

    assert (found.n, len(found.questions)) == (0, 15)
    assert found.sentence == "None of its terms are known yet."


def test_nothing_is_a_value_and_not_a_gap() -> None:
    assert state("signing", offer(signing=0, in_writing=True)) == "written"


@pytest.mark.parametrize(("bonus", "asked"), [(None, False), (0, False), (5000, True)])
def test_how_likely_the_bonus_is_is_asked_only_where_there_is_one(bonus: int | None, asked: bool) -> None:
    assert ("bonus_odds" in {term.field for term in checked(offer(bonus=bonus)).terms}) is asked


def test_the_present_job_is_not_asked_about_what_only_an_offer_has() -> None:
    found = checked(offer(kind="present_job", base=50000))

    assert not {"in_writing", "signing", "conditions", "start_on", "decide_by"} & {term.field for term in found.terms}
    assert found.sentence.startswith("1 of 10 terms is known. Still to ask: duties,")


def test_values_are_read_with_their_units() -> None:
    values = {term.field: term.value for term in checked(WHOLE).terms}

    assert values["base"] == "€60,000"
    assert values["bonus_odds"] == "60%"
    assert values["leave_days"] == "30 days"
    assert values["commute_minutes"] == "50 minutes a day"
    assert values["decide_by"] == "Friday 27 November 2026"
    assert values["in_writing"] == "Yes"


def test_a_deadline_in_the_past_is_reported() -> None:
    late = WHOLE.changed(decide_by="2026-11-19")

    assert checked(late).notes == ("Its deadline was Thursday 19 November 2026. Ask if the offer is still open.",)
    assert checked(WHOLE.changed(decide_by=TODAY)).notes == ()
    assert checked(late.changed(accepted_on="2026-11-18")).notes == ()


def test_an_application_that_is_gone_is_reported() -> None:
    assert checked(WHOLE, is_gone=True).sentence.endswith("This offer's application is no longer in the workbook.")


def test_a_negative_amount_is_asked_about() -> None:
    assert checked(WHOLE.changed(base=-60000)).notes == ("Base pay: -€60,000, below zero. Is that right?",)
    assert checked(WHOLE.changed(costs_yearly=-5)).notes == ("Costs: -€5, below zero. Is that right?",)


@pytest.mark.parametrize(
    ("values", "is_job", "sentence"),
    [
        ({}, False, "Not signed yet, not said whether it's in writing."),
        ({"in_writing": False}, False, "Not signed yet, not in writing."),
        ({"in_writing": True}, False, "Not signed yet."),
        ({"in_writing": True, "accepted_on": "2026-11-18"}, False,
         "Not signed yet."),
        ({"signed_on": "2026-11-19", "conditions": "credit check"}, False,
         "Conditions not met yet (credit check)."),
        ({"signed_on": "2026-11-19", "conditions": "credit check", "conditions_met_on": "2026-11-20"}, True,
         "It's a job: signed, conditions met."),
        ({"conditions": "credit check", "conditions_met_on": "2026-11-20", "in_writing": True}, False,
         "Not signed yet."),
        ({"signed_on": "2026-11-19"}, True, "It's a job: signed, no conditions noted."),
        ({"signed_on": "2026-11-19", "conditions": " None "}, True, "It's a job: signed, no conditions."),
        ({"kind": "present_job"}, True, "It's your current job."),
    ],
)  # fmt: skip
def test_an_offer_is_no_job_until_it_is_signed_and_its_conditions_are_met(
    values: dict[str, Any], is_job: bool, sentence: str
) -> None:
    found = job_status(offer(**values), dates=DAY_FIRST)

    assert (found.is_job, found.sentence) == (is_job, sentence)
    assert bool(found.reasons) is not is_job


@given(st.floats(-1e12, 1e12), st.dates(), st.text(max_size=30).filter(lambda text: "\x00" not in text))
def test_no_amount_date_or_text_is_too_strange_to_read(amount: float, day: date, text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    strange = offer(base=amount, bonus=amount, costs_yearly=amount, decide_by=day, conditions=text, notice=text)

    assert checked(strange).sentence
    assert job_status(strange, dates=DAY_FIRST).sentence
