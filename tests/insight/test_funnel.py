"""How far applications and interviews came."""

from dataclasses import replace

import pytest
from statsmodels.stats.proportion import proportion_confint

from lib.insight.funnel import Funnel, Step, application_funnel, stage_funnel
from lib.records.vocabulary import Outcome, State
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview

WORKBOOK = Workbook(
    applications=(
        application(1, status="interviewing"),
        application(2, status="accepted"),
        application(3, status="rejected"),
        application(4, status="no_reply"),
        application(5, status="interested"),
        application(6, status="applied"),
    ),
    interviews=(
        interview(1, application_id="ap-1", stage="technical", outcome="advanced"),
        interview(2, application_id="ap-1", stage="panel", outcome="pending"),
        interview(3, application_id="ap-2", stage="technical", outcome="offer"),
        interview(4, application_id="ap-3", stage="technical", outcome="rejected"),
        interview(5, application_id="ap-1", stage="final", state="scheduled"),
    ),
)


def reached(funnel: Funnel) -> dict[str, int]:
    return {step.label: step.n for step in funnel.steps}


def test_an_application_counts_in_every_step_up_to_its_furthest() -> None:
    assert reached(application_funnel(WORKBOOK)) == {"Applied or in talks": 5, "Interviewing": 3, "Offer": 1}


def test_a_step_says_what_became_of_those_who_reached_it() -> None:
    applied, interviewing, offer = application_funnel(WORKBOOK).steps

    assert dict(applied.fates) == {"went_on": 3, "rejected": 0, "no_reply": 1, "withdrew": 0, "waiting": 1}
    assert dict(interviewing.fates) == {"went_on": 1, "rejected": 1, "no_reply": 0, "withdrew": 0, "waiting": 1}
    assert dict(offer.fates) == {"went_on": 1, "rejected": 0, "no_reply": 0, "withdrew": 0, "waiting": 0}


def test_the_sentence_says_how_many_came_how_far_and_what_was_left_out() -> None:
    assert application_funnel(WORKBOOK).sentence == (
        "5 applications: 3 came to interviews, 1 to an offer. "
        "1 was accepted, 1 ended in a rejection, 1 had no reply, 2 are open. "
        "1 only noted as interesting is left out."
    )


def test_without_applications_the_sentence_says_so() -> None:
    result = application_funnel(Workbook())

    assert (result.n, result.sentence) == (0, "Nothing to show yet: no application has been sent.")


def test_an_offer_declined_still_came_to_an_offer() -> None:
    workbook = Workbook(applications=(application(1, status="withdrawn"),), interviews=(interview(1, outcome="offer"),))

    offer = application_funnel(workbook).steps[-1]

    assert (offer.label, offer.count("withdrew")) == ("Offer", 1)


def test_an_application_without_status_takes_its_last_outcome() -> None:
    interviews = (interview(2, outcome="rejected"), interview(1, outcome="advanced"))
    workbook = Workbook(applications=(application(1),), interviews=interviews)

    assert application_funnel(workbook).steps[-1].count("rejected") == 1


def test_an_application_whose_last_round_went_well_is_open() -> None:
    workbook = Workbook(applications=(application(1),), interviews=(interview(1, outcome="advanced"),))

    assert application_funnel(workbook).steps[-1].count("waiting") == 1


def test_a_cancelled_interview_is_no_interview() -> None:
    workbook = Workbook(applications=(application(1, status="applied"),), interviews=(interview(1, state="cancelled"),))

    assert reached(application_funnel(workbook)) == {"Applied or in talks": 1}


def test_each_stage_says_what_it_led_to() -> None:
    technical, panel = stage_funnel(WORKBOOK).steps

    assert (technical.label, technical.n, technical.count("went_on"), technical.count("rejected")) == (
        "Technical",
        3,
        2,
        1,
    )
    assert (panel.label, panel.count("waiting")) == ("Panel", 1)


@pytest.mark.parametrize(
    ("outcome", "fate"),
    [
        (None, "waiting"),
        ("pending", "waiting"),
        ("advanced", "went_on"),
        ("offer", "went_on"),
        ("rejected", "rejected"),
        ("no_reply", "no_reply"),
        ("withdrew", "withdrew"),
    ],
)
def test_each_outcome_has_its_fate(outcome: Outcome | None, fate: str) -> None:
    (step,) = stage_funnel(Workbook(interviews=(interview(1, outcome=outcome),))).steps

    assert [name for name, count in step.fates if count] == [fate]


def test_the_sentence_on_stages_says_what_is_not_counted() -> None:
    assert stage_funnel(WORKBOOK).sentence == (
        "4 debriefed interviews. 2 led to another step or an offer, 1 ended in a rejection, 1 has no outcome yet. "
        "Too few to lay the stages side by side. Not counted: 1 scheduled."
    )


@pytest.mark.parametrize(
    ("state", "said"), [("scheduled", "1 scheduled"), ("cancelled", "1 cancelled"), ("no_show", "1 no-show")]
)
def test_interviews_that_were_not_held_are_named(state: State, said: str) -> None:
    workbook = Workbook(interviews=(interview(1, state=state),))

    assert stage_funnel(workbook).sentence == (
        f"Nothing to show yet: no interview has been debriefed. Not counted: {said}."
    )


def test_the_tables_hold_the_same_numbers() -> None:
    assert stage_funnel(WORKBOOK).table.columns == (
        "Stage",
        "Reached",
        "Went on",
        "Rejected",
        "No reply",
        "I withdrew",
        "Waiting",
    )
    assert stage_funnel(WORKBOOK).table.rows == (("Technical", 3, 2, 1, 0, 0, 0), ("Panel", 1, 0, 0, 0, 0, 1))


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = replace(WORKBOOK, applications=WORKBOOK.applications[::-1], interviews=WORKBOOK.interviews[::-1])

    assert application_funnel(turned) == application_funnel(WORKBOOK)
    assert stage_funnel(turned) == stage_funnel(WORKBOOK)


def outcomes(*named: Outcome | None) -> Step:
    (step,) = stage_funnel(
        Workbook(interviews=tuple(interview(number, outcome=one) for number, one in enumerate(named, start=1)))
    ).steps
    return step


def test_the_conversion_leaves_out_what_waits_and_what_i_left() -> None:
    step = outcomes("advanced", "offer", "rejected", "no_reply", "pending", None, "withdrew")

    assert step.conversion is not None
    assert (step.conversion.yes, step.conversion.n, step.conversion.estimate) == (2, 4, 0.5)


def test_the_conversion_has_the_jeffreys_interval() -> None:
    share = outcomes(*["advanced"] * 3, *["rejected"] * 7).conversion  # type: ignore[list-item]

    assert share is not None
    assert (share.low, share.high) == pytest.approx(proportion_confint(3, 10, alpha=0.2, method="jeffreys"), abs=1e-4)


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        (("pending",), "Technical: nothing answered yet."),
        (("advanced", "rejected"), "Technical: 1 of 2 went on; too few for a share."),
        (("rejected",) * 5, "Technical: none of 5 went on, 0 % (80 % interval 0 to 23 %)."),
        (("advanced",) * 5, "Technical: 5 of 5 went on, 100 % (80 % interval 77 to 100 %)."),
        (
            ("advanced",) * 4 + ("rejected",) * 4,
            "Technical: 4 of 8 went on, 50 % (80 % interval 29 to 71 %).",
        ),
    ],
)
def test_the_conversion_is_said_with_its_interval_and_under_five_as_a_count(
    named: tuple[Outcome, ...], sentence: str
) -> None:
    assert outcomes(*named).conversion_sentence == sentence


def test_the_table_of_conversions_holds_the_same_numbers() -> None:
    assert stage_funnel(WORKBOOK).conversions.columns == (
        "Stage",
        "Answered",
        "Went on",
        "Share, %",
        "80 % from",
        "80 % to",
    )
    assert stage_funnel(WORKBOOK).conversions.rows[0][:4] == ("Technical", 3, 2, 67)
    assert stage_funnel(WORKBOOK).conversions.rows[1] == ("Panel", 0, 0, None, None, None)
