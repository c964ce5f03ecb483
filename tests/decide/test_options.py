"""What there is to choose from."""

import pytest

from lib.dates import DAY_FIRST
from lib.decide.options import offer_names, options
from tests.decide.jobs import TODAY, application, fit, offer, workbook

PRESENT = offer(9, kind="present_job", application_id="")


def test_offers_and_the_present_job_are_the_options() -> None:
    book = workbook(applications=(application(1),), offers=(offer(1), PRESENT), fit=(fit("cr-pay", 70),))

    found = options(book, TODAY, dates=DAY_FIRST)

    assert [one.name for one in found] == ["Company 1", "your current job"]
    assert [sum(score.value is not None for score in one.scores) for one in found] == [1, 0]


@pytest.mark.parametrize("status", ["rejected", "withdrawn", "no_reply"])
def test_an_offer_of_an_application_that_is_over_is_no_option(status: str) -> None:
    book = workbook(applications=(application(1, status=status),), offers=(offer(1), PRESENT))

    assert [one.name for one in options(book, TODAY, dates=DAY_FIRST)] == ["your current job"]


def test_an_offer_whose_application_is_gone_is_kept() -> None:
    assert [one.name for one in options(workbook(offers=(offer(1),)), TODAY, dates=DAY_FIRST)] == [
        "an offer whose application was deleted"
    ]


def test_two_offers_of_one_company_are_told_apart() -> None:
    book = workbook(
        applications=(application(1, company="Alder"), application(2, company="Alder", role="Lead")),
        offers=(offer(1), offer(2), offer(3, application_id="ap-2"), PRESENT),
    )

    assert list(offer_names(book).values()) == [
        "Alder, Analyst",
        "Alder, Lead",
        "Alder, Lead (2)",
        "your current job",
    ]


def test_a_name_at_the_start_of_a_sentence_has_a_capital_unless_it_is_a_company_s_own() -> None:
    book = workbook(applications=(application(1, company="eBay"),), offers=(offer(1), PRESENT, offer(7)))

    assert [one.label for one in options(book, TODAY, dates=DAY_FIRST)] == [
        "eBay",
        "Your current job",
        "An offer whose application was deleted",
    ]
