"""What there is to negotiate with."""

from typing import Any

from lib.decide.negotiation import Negotiation, negotiation
from lib.records.offer import Offer
from tests.decide.jobs import offer

MINE = offer(1, currency="EUR", base=60000, leave_days=28, weekly_hours=40, commute_minutes=60)
NAMES = {"of-2": "Birch", "of-9": "your current job"}


def with_others(*others: Offer, mine: Offer = MINE) -> Negotiation:
    return negotiation(mine, others, NAMES, "EUR")


def birch(**values: Any) -> Offer:
    return offer(2, **{"currency": "EUR", "in_writing": True} | values)


def test_without_a_reason_it_shows_what_would_be_one() -> None:
    found = with_others()

    assert (found.n, found.grounds) == (0, ())
    assert found.sentence == "No arguments yet. A market rate or another offer would be one."


def test_a_market_figure_above_the_base_is_a_ground() -> None:
    found = with_others(mine=MINE.changed(market_figure=66000))

    assert [(ground.kind, ground.better_by) for ground in found.grounds] == [("market", 6000)]
    assert found.sentence == ("You have 1 argument. The market rate you noted is €66,000: €6,000 above the base.")


def test_a_market_figure_that_is_not_above_it_is_none() -> None:
    assert with_others(mine=MINE.changed(market_figure=60000)).grounds == ()


def test_another_offer_is_a_ground_by_what_it_does_better() -> None:
    found = with_others(birch(base=63000, leave_days=30, weekly_hours=38.5, commute_minutes=20))

    assert [(ground.what, ground.better_by) for ground in found.grounds] == [
        ("pay per year", 3000),
        ("base pay", 3000),
        ("leave", 2),
        ("hours", 1.5),
        ("commute", 40),
    ]
    assert [ground.sentence for ground in found.grounds][1:] == [
        "Birch has €3,000 more base pay.",
        "Birch gives 2 days more of leave.",
        "Birch asks for 1.5 hours less a week.",
        "Birch saves 40 minutes of commute a day.",
    ]


def test_what_another_offer_does_worse_is_no_ground() -> None:
    assert with_others(birch(base=50000, leave_days=20, weekly_hours=42, commute_minutes=90)).grounds == ()


def test_the_present_job_is_a_ground_too() -> None:
    present = offer(9, kind="present_job", application_id="", currency="EUR", leave_days=29)

    (ground,) = with_others(present).grounds
    assert (ground.kind, ground.sentence) == ("present_job", "Your current job gives 1 day more of leave.")


def test_an_offer_that_is_only_spoken_is_marked() -> None:
    (ground,) = with_others(birch(leave_days=30, in_writing=False)).grounds

    assert ground.sentence == "Birch gives 2 days more of leave. It's only spoken so far."


def test_an_offer_of_which_nobody_said_if_it_is_written_is_not_called_spoken() -> None:
    (ground,) = with_others(birch(leave_days=30, in_writing=None)).grounds

    assert ground.sentence == "Birch gives 2 days more of leave. You haven't said whether it's in writing."


def test_pay_in_another_currency_counts_at_its_rate_and_not_without_one() -> None:
    assert [ground.better_by for ground in with_others(birch(base=80000, currency="USD", rate_to_home=1)).grounds] == [
        20000
    ]
    assert with_others(birch(base=80000, currency="USD")).grounds == ()
    assert negotiation(MINE, (birch(base=80000, currency="USD"),), NAMES).grounds == ()


def test_an_offer_is_no_ground_against_itself() -> None:
    assert with_others(MINE, mine=MINE).grounds == ()


def test_a_base_below_the_walk_away_point_is_reported() -> None:
    found = with_others(mine=MINE.changed(walk_away=62000))

    assert found.below == 2000
    assert found.sentence.endswith("The base is €2,000 below the lowest you'd accept.")
    assert with_others(mine=MINE.changed(walk_away=60000)).below == 0
    assert with_others().below is None
