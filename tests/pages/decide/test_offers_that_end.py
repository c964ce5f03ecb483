"""Offers as they really go: one paid by the hour, one raised and withdrawn after signing, and a counter-offer."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.offer import Offer
from lib.store import Store
from tests.pages.conftest import Open
from tests.pages.decide.test_offers import NORTH, SOUTH
from tests.pages.screen import answer, click, keys, plain
from tests.workflows.evening import put, workbook


@pytest.fixture
def decide(tab: Open) -> Callable[..., AppTest]:
    return lambda **address: tab("more/decide", **address)


def offered(page: AppTest, application: str, pay: str) -> AppTest:
    """An offer entered on the page, for an application that's known."""
    return answer(click(page, "add offer"), application_id=application, base=pay)


def offers(store: Store) -> dict[str, Offer]:
    return {offer.application_id: offer for offer in workbook(store).offers}


def test_an_hourly_offer_a_raise_a_withdrawal_and_a_counter_offer(
    tab: Open, decide: Callable[..., AppTest], store: Store
) -> None:
    put(store, NORTH, SOUTH)

    # Northwind pays by the hour: the page shows how it reads that, and asks for the hours.
    page = offered(decide(view="offers"), "ap-n", "48 EUR/hr")
    assert "Read as €48 an hour." in plain(page)
    click(answer(page, weekly_hours="40"), "save")

    # Southwind names a range with words that aren't pay: they're asked about, and nothing typed is lost.
    page = offered(decide(view="offers"), "ap-s", "90–95k EUR more later")
    assert "but not “more later”" in plain(page)
    page = answer(page, base="90–95k EUR plus bonus")
    assert "Read as €90,000 to €95,000 a year. Your words go into the notes." in plain(page)
    click(page, "save")
    made = offers(store)
    assert (made["ap-n"].base, made["ap-n"].unit) == (48, "hour")
    assert (made["ap-s"].base, made["ap-s"].high, made["ap-s"].unit) == (90_000, 95_000, None)

    # Both have the same basis.
    page = decide(view="offers")
    assert "€99,840" in plain(page)
    assert "€92,500" in plain(page)

    # Southwind raises, and the earlier figure is kept.
    southwind = made["ap-s"].id
    page = click(decide(offer=southwind), "group_offer_pay Edit")
    click(answer(page, base="104k EUR", changed_on=date(2026, 11, 19)), "save")
    assert "Base pay was €90,000 to €95,000 a year until Thursday 19 November." in plain(page)

    # Accepted, signed, and then withdrawn: no job, the search goes on, and Today asks nobody to be told of a job.
    signed = offers(store)["ap-s"].changed(in_writing=True, accepted_on=date(2026, 11, 19))
    put(store, signed.changed(signed_on=date(2026, 11, 19)))
    page = click(decide(offer=southwind), "ended")
    answer(page, ended="withdrawn", ended_on=date(2026, 11, 20), reason="Hiring freeze")
    click(page, "save")
    assert "They withdrew it on Friday 20 November 2026." in plain(page)
    assert {entry.id: entry.status for entry in workbook(store).applications}["ap-s"] == "rejected"
    assert "Withdraw from" not in plain(tab())
    assert "Offer withdrawn" in plain(tab("more/applications"))

    # The employer counters: no application has to be made up.
    page = click(decide(view="offers"), "add counter")
    click(answer(page, base="5,000 a month", currency="EUR"), "save")
    assert len(workbook(store).applications) == 2
    page = decide(view="offers")
    assert "€60,000" in plain(page)
    assert "€104,000" not in plain(page)
    assert "add counter" not in keys(page)
