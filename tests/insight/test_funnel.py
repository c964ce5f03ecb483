"""How far applications and interviews came."""

from dataclasses import replace
from datetime import date

import pytest
from scipy.stats import beta

from lib.insight.funnel import Funnel, FunnelStep, application_funnel, stage_funnel
from lib.records.offer import Offer
from lib.records.vocabulary import InterviewState, Outcome
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview

TODAY = date(2026, 12, 1)
"""After the interviews of the workbooks here, unless a test gives another day."""

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
    assert reached(application_funnel(WORKBOOK, TODAY)) == {"Applied or in talks": 5, "Interviewing": 3, "Offer": 1}


def test_a_step_shows_what_became_of_those_who_reached_it() -> None:
    applied, interviewing, offer = application_funnel(WORKBOOK, TODAY).steps

    assert dict(applied.fates) == {"went_on": 3, "rejected": 0, "no_reply": 1, "withdrew": 0, "waiting": 1}
    assert dict(interviewing.fates) == {"went_on": 1, "rejected": 1, "no_reply": 0, "withdrew": 0, "waiting": 1}
    assert dict(offer.fates) == {"went_on": 1, "rejected": 0, "no_reply": 0, "withdrew": 0, "waiting": 0}


def test_the_sentence_shows_how_many_came_how_far_and_what_was_left_out() -> None:
    assert application_funnel(WORKBOOK, TODAY).sentence == (
        "5 applications: 3 got interviews, 1 an offer. "
        "1 was accepted, 1 ended in a no, 1 had no reply, 2 are open. In these shares no reply counts as a no. "
        "1 only noted as interesting is left out."
    )


def test_without_applications_there_is_a_sentence() -> None:
    result = application_funnel(Workbook(), TODAY)

    assert (result.n, result.sentence) == (0, "No application sent yet.")


def test_an_offer_declined_still_came_to_an_offer() -> None:
    workbook = Workbook(applications=(application(1, status="withdrawn"),), interviews=(interview(1, outcome="offer"),))

    offer = application_funnel(workbook, TODAY).steps[-1]

    assert (offer.label, offer.count("withdrew")) == ("Offer", 1)


def test_an_application_without_status_takes_its_last_outcome() -> None:
    interviews = (interview(2, outcome="rejected"), interview(1, outcome="advanced"))
    workbook = Workbook(applications=(application(1),), interviews=interviews)

    assert application_funnel(workbook, TODAY).steps[-1].count("rejected") == 1


def test_an_application_whose_last_round_went_well_is_open() -> None:
    workbook = Workbook(applications=(application(1),), interviews=(interview(1, outcome="advanced"),))

    assert application_funnel(workbook, TODAY).steps[-1].count("waiting") == 1


def test_a_cancelled_interview_is_no_interview() -> None:
    workbook = Workbook(applications=(application(1, status="applied"),), interviews=(interview(1, state="cancelled"),))

    assert reached(application_funnel(workbook, TODAY)) == {"Applied or in talks": 1}


JUNE_5 = date(2026, 6, 5)
"""Two days after the first interview of ``small_workbook`` is held, five days before the second."""


def came_to(workbook: Workbook, today: date = JUNE_5) -> tuple[int, int, int]:
    """How many sent, came to interviews, came to an offer."""
    steps = reached(application_funnel(workbook, today))
    return tuple(steps.get(name, 0) for name in ("Applied or in talks", "Interviewing", "Offer"))  # type: ignore[return-value]


def test_an_interview_next_week_has_not_come_to_interviews_yet() -> None:
    workbook = Workbook(
        applications=(application(1, status="interviewing"),), interviews=(interview(2, state="scheduled"),)
    )

    assert came_to(workbook) == (1, 0, 0)
    assert application_funnel(workbook, JUNE_5).sentence.startswith(
        "1 application: none got interviews, none an offer. 1 has its first interview planned. 1 is open."
    )


def test_the_second_round_next_week_does_not_take_away_the_first_one() -> None:
    workbook = Workbook(applications=(application(1),), interviews=(interview(1), interview(2, state="scheduled")))

    assert came_to(workbook) == (1, 1, 0)
    assert "planned" not in application_funnel(workbook, JUNE_5).sentence


def test_an_interview_of_yesterday_without_a_debrief_is_mentioned_and_not_counted() -> None:
    workbook = Workbook(applications=(application(1),), interviews=(interview(1, state="scheduled"),))

    assert came_to(workbook) == (1, 0, 0)
    assert "1 had one that isn't debriefed yet, so it isn't counted." in application_funnel(workbook, JUNE_5).sentence


@pytest.mark.parametrize("state", ["cancelled", "no_show"])
def test_an_interview_that_nobody_held_is_none_whatever_its_status(state: InterviewState) -> None:
    workbook = Workbook(applications=(application(1, status="interviewing"),), interviews=(interview(1, state=state),))

    assert came_to(workbook) == (1, 0, 0)


@pytest.mark.parametrize("status", ["offer", "accepted"])
def test_an_offer_without_any_interview_did_not_come_to_interviews(status: str) -> None:
    workbook = Workbook(applications=(application(1, status=status), application(2, status="applied")))

    assert came_to(workbook) == (2, 0, 1)
    assert application_funnel(workbook, JUNE_5).sentence.startswith(
        "2 applications: none got interviews, 1 an offer. 1 offer came without an interview noted here."
    )


def test_of_what_was_sent_an_offer_without_an_interview_went_on_all_the_same() -> None:
    workbook = Workbook(applications=(application(1, status="offer"),))

    applied, offer = application_funnel(workbook, JUNE_5).steps

    assert (applied.count("went_on"), offer.count("waiting")) == (1, 1)


def test_an_offer_that_is_only_written_down_under_decide_counts_too() -> None:
    offer = Offer(id="of-1", kind="offer", application_id="ap-1", received_on=date(2026, 6, 4))
    workbook = Workbook(applications=(application(1, status="interviewing"),), interviews=(interview(1),))

    assert came_to(replace(workbook, offers=(offer,))) == (1, 1, 1)
    assert came_to(replace(workbook, offers=(offer.changed(kind="present_job"),))) == (1, 1, 0)
    assert came_to(replace(workbook, offers=(offer,)), date(2026, 6, 3)) == (1, 1, 0)


def test_a_status_from_another_tool_counts_where_no_interview_is_written_down() -> None:
    assert came_to(Workbook(applications=(application(1, status="interviewing"),))) == (1, 1, 0)


def test_an_application_to_be_sent_next_week_has_not_been_sent() -> None:
    assert came_to(Workbook(applications=(application(1, applied_on=date(2026, 6, 10)),))) == (0, 0, 0)


def test_every_day_counts_only_what_had_happened_by_then() -> None:
    workbook = Workbook(
        applications=(
            application(1, applied_on=date(2026, 6, 1), status="rejected", status_on=date(2026, 6, 20)),
            application(2, applied_on=date(2026, 6, 8), status="accepted", status_on=date(2026, 6, 25)),
        ),
        interviews=(
            interview(1, outcome="rejected", outcome_on=date(2026, 6, 20)),
            interview(3, application_id="ap-2", outcome="offer", outcome_on=date(2026, 6, 24)),
        ),
    )
    days = {day: came_to(workbook, date(2026, 6, day)) for day in (2, 4, 9, 18, 24)}

    assert days == {2: (1, 0, 0), 4: (1, 1, 0), 9: (2, 1, 0), 18: (2, 2, 0), 24: (2, 2, 1)}
    assert [application_funnel(workbook, date(2026, 6, day)).steps[0].count("rejected") for day in (19, 20)] == [0, 0]
    assert [application_funnel(workbook, date(2026, 6, day)).steps[1].count("rejected") for day in (19, 20)] == [0, 1]
    assert [stage_funnel(workbook, date(2026, 6, day)).n for day in (2, 4, 18)] == [0, 1, 2]
    assert [stage_funnel(workbook, date(2026, 6, day)).steps[0].count("rejected") for day in (19, 20)] == [0, 1]


def test_each_stage_shows_what_it_led_to() -> None:
    technical, panel = stage_funnel(WORKBOOK, TODAY).steps

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
    (step,) = stage_funnel(Workbook(interviews=(interview(1, outcome=outcome),)), TODAY).steps

    assert [name for name, count in step.fates if count] == [fate]


def test_the_sentence_on_stages_shows_what_is_not_counted() -> None:
    assert stage_funnel(WORKBOOK, TODAY).sentence == (
        "4 interviews: 2 moved on. 2 moved on, 1 ended in a no, 1 has no outcome yet. "
        "In these shares no reply counts as a no. Not counted: 1 scheduled."
    )


@pytest.mark.parametrize(
    ("state", "said"), [("scheduled", "1 scheduled"), ("cancelled", "1 cancelled"), ("no_show", "1 no-show")]
)
def test_interviews_that_were_not_held_are_named(state: InterviewState, said: str) -> None:
    workbook = Workbook(interviews=(interview(1, state=state),))

    assert stage_funnel(workbook, TODAY).sentence == (f"No interview debriefed yet. Not counted: {said}.")


def test_the_tables_hold_the_same_numbers() -> None:
    assert stage_funnel(WORKBOOK, TODAY).table.columns == (
        "Type",
        "Reached",
        "Moved on",
        "No",
        "No reply",
        "I withdrew",
        "Waiting",
    )
    assert stage_funnel(WORKBOOK, TODAY).table.rows == (("Technical", 3, 2, 1, 0, 0, 0), ("Panel", 1, 0, 0, 0, 0, 1))


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = replace(WORKBOOK, applications=WORKBOOK.applications[::-1], interviews=WORKBOOK.interviews[::-1])

    assert application_funnel(turned, TODAY) == application_funnel(WORKBOOK, TODAY)
    assert stage_funnel(turned, TODAY) == stage_funnel(WORKBOOK, TODAY)


def outcomes(*named: Outcome | None) -> FunnelStep:
    (step,) = stage_funnel(
        Workbook(interviews=tuple(interview(number, outcome=one) for number, one in enumerate(named, start=1))),
        TODAY,
    ).steps
    return step


def test_the_conversion_leaves_out_what_waits_and_what_i_left() -> None:
    step = outcomes("advanced", "offer", "rejected", "no_reply", "pending", None, "withdrew")

    assert step.conversion is not None
    assert (step.conversion.yes, step.conversion.n, step.conversion.estimate) == (2, 4, 0.5)


def test_the_conversion_has_the_jeffreys_interval() -> None:
    share = outcomes(*["advanced"] * 3, *["rejected"] * 7).conversion  # type: ignore[list-item]

    assert share is not None
    assert (share.low, share.high) == pytest.approx(beta(3.5, 7.5).interval(0.8), abs=1e-4)


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        (("pending",), "Technical: no outcome yet."),
        (("advanced", "rejected"), "Technical: 1 of 2 moved on."),
        (("rejected",) * 5, "Technical: none of 5 moved on, 0%, likely between 0% and 23%."),
        (("advanced",) * 5, "Technical: 5 of 5 moved on, 100%, likely between 77% and 100%."),
        (
            ("advanced",) * 4 + ("rejected",) * 4,
            "Technical: 4 of 8 moved on, 50%, likely between 29% and 71%.",
        ),
    ],
)
def test_the_conversion_is_shown_with_its_interval_and_under_five_as_a_count(
    named: tuple[Outcome, ...], sentence: str
) -> None:
    assert outcomes(*named).conversion_sentence == sentence


def test_the_table_of_conversions_holds_the_same_numbers() -> None:
    assert stage_funnel(WORKBOOK, TODAY).conversions.columns == (
        "Type",
        "With an outcome",
        "Moved on",
        "Share, %",
        "Likely from",
        "Likely to",
    )
    assert stage_funnel(WORKBOOK, TODAY).conversions.rows[0][:4] == ("Technical", 3, 2, 67)
    assert stage_funnel(WORKBOOK, TODAY).conversions.rows[1] == ("Panel", 0, 0, None, None, None)
