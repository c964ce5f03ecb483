"""What happens to offers in a real search: withdrawn, turned down after signing, countered, raised, hourly."""

from datetime import date

import pytest

from lib.dates import DAY_FIRST
from lib.decide.options import open_offers
from lib.decide.raises import raise_sentences
from lib.followup.derived_task import DerivedTask
from lib.insight.funnel import application_funnel
from lib.records.application import Application
from lib.records.application_names import status_name
from lib.records.ask import Ask
from lib.records.history import status_history
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.person import Person
from lib.records.record import Record
from lib.store import Store
from lib.workflows.entries.offers import terms_of
from lib.workflows.errors import Incomplete
from tests.followup.searches import plan as plan_of
from tests.workflows.entries.test_offers import NORTHWIND, offer, saved
from tests.workflows.evening import put, workbook

SIGNED = Offer(
    id="of-n",
    kind="offer",
    application_id="ap-n",
    base=70_000,
    currency="EUR",
    received_on=date(2026, 11, 2),
    in_writing=True,
    accepted_on=date(2026, 11, 4),
    signed_on=date(2026, 11, 6),
)
TAKEN = NORTHWIND.changed(status="accepted", status_on=date(2026, 11, 4))
AT_OTHER = Interview(
    id="iv-o", application_id="ap-o", state="done", held_at=date(2026, 11, 3), stage="panel", next_step="decision"
)
OTHER = Application(id="ap-o", company="Eastwind", role="Analyst", status="interviewing")
WITHDRAWN = {"ended": "withdrawn", "ended_on": "2026-11-18", "reason": "Hiring freeze"}
TURNED_DOWN = {"ended": "turned_down", "ended_on": "2026-11-18", "reason": "A better one came"}


def with_signed(store: Store, *more: Record) -> None:
    put(store, TAKEN, OTHER, AT_OTHER, SIGNED, *more)


def tasks(store: Store) -> tuple[DerivedTask, ...]:
    return plan_of(workbook(store), "2026-11-19 09:00").tasks


def status_of(store: Store, application_id: str = "ap-n") -> tuple[str | None, date | None]:
    entry = workbook(store).application(application_id)
    assert entry is not None
    return entry.status, entry.status_on


def test_an_offer_that_they_withdraw_after_signing_is_no_job_and_the_search_goes_on(store: Store) -> None:
    with_signed(store)
    assert offer(store).is_job

    saved(store, "offer_ended", WITHDRAWN, "of-n")

    ended = offer(store)
    assert (ended.withdrawn_on, ended.reason, ended.is_job) == (date(2026, 11, 18), "Hiring freeze", False)
    assert status_of(store) == ("rejected", date(2026, 11, 18))
    assert [row.note for row in status_history(workbook(store), "ap-n")][-1] == "rejected"
    assert open_offers(workbook(store)) == ()


def test_after_a_withdrawn_offer_nobody_else_is_told_that_i_withdraw(store: Store) -> None:
    with_signed(store)
    assert any(due.kind == "tell_them_no" and due.application_id == "ap-o" for due in tasks(store))

    saved(store, "offer_ended", WITHDRAWN, "of-n")

    assert not any(due.kind == "tell_them_no" for due in tasks(store))


def test_a_reference_who_heard_of_the_job_hears_that_the_offer_is_gone(store: Store) -> None:
    told = Ask(
        id="as-1",
        person_id="pe-1",
        application_id="ap-n",
        kind="reference",
        asked_on=date(2026, 10, 1),
        agreed_on=date(2026, 10, 1),
        contacted_on=date(2026, 10, 20),
        thanked_on=date(2026, 10, 21),
        told_on=date(2026, 11, 7),
    )
    with_signed(store, Person(id="pe-1", name="Rosa Lind", kind="reference"), told)
    assert not any(due.kind == "tell_reference" for due in tasks(store))

    saved(store, "offer_ended", WITHDRAWN, "of-n")

    (due,) = (due for due in tasks(store) if due.kind == "tell_reference")
    assert "they withdrew the offer" in due.why


def test_turning_a_signed_offer_down_asks_for_the_letter_to_them_and_closes_the_application(store: Store) -> None:
    with_signed(store)

    saved(store, "offer_ended", TURNED_DOWN, "of-n")

    assert status_of(store) == ("withdrawn", date(2026, 11, 18))
    (due,) = (due for due in tasks(store) if due.application_id == "ap-n")
    assert (due.kind, "You had signed" in due.why) == ("decline", True)


def test_an_offer_that_ended_counts_as_an_offer_and_not_as_a_job(store: Store) -> None:
    with_signed(store)
    before = application_funnel(workbook(store), date(2026, 11, 19)).sentence

    saved(store, "offer_ended", WITHDRAWN, "of-n")

    after = application_funnel(workbook(store), date(2026, 11, 19)).sentence
    assert ("1 was accepted" in before, "1 was accepted" in after) == (True, False)
    assert ("1 an offer" in before, "1 an offer" in after) == (True, True)


def test_an_end_that_was_recorded_by_mistake_is_taken_back(store: Store) -> None:
    with_signed(store)
    saved(store, "offer_ended", WITHDRAWN, "of-n")

    saved(store, "offer_ended", {"ended": "", "ended_on": "", "reason": ""}, "of-n", seed=7)

    assert (offer(store).ended_on, offer(store).is_job) == (None, True)
    assert status_of(store) == ("accepted", date(2026, 11, 4))


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "“Who ended it\\?” has no answer yet"),
        ({"ended": "withdrawn"}, "The day it ended is missing"),
        ({"ended_on": "2026-11-18"}, "“Who ended it\\?” has no answer yet"),
        ({"ended": "withdrawn", "ended_on": "2026-11-05"}, "The offer ended before it was signed"),
        ({"ended": "turned_down", "ended_on": "2026-12-24"}, "is in the future"),
    ],
)
def test_an_end_that_cannot_be_is_refused_in_a_sentence(store: Store, answers: dict[str, str], words: str) -> None:
    with_signed(store)

    with pytest.raises(Incomplete, match=words):
        saved(store, "offer_ended", answers, "of-n")
    assert offer(store).ended_on is None


def test_a_counter_offer_of_my_employer_needs_no_application(store: Store) -> None:
    saved(store, "counter_offer", {"received_on": "2026-11-18", "base": "78k", "currency": "EUR"})

    book = workbook(store)
    (made,) = book.offers
    assert (made.kind, made.application_id, book.applications) == ("counter_offer", "", ())
    assert not made.is_job
    assert open_offers(book) == (made,)


def test_a_raised_figure_keeps_the_earlier_one_with_its_day(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), SIGNED.changed(accepted_on=None, signed_on=None))

    saved(store, "offer_pay", {"base": "76k", "changed_on": "2026-11-10"}, "of-n")

    assert offer(store).base == 76_000
    assert [(row.on, row.field, row.value) for row in workbook(store).offer_changes] == [
        (date(2026, 11, 10), "base", "70000")
    ]
    assert raise_sentences(workbook(store), offer(store), date(2026, 11, 20), dates=DAY_FIRST) == (
        "Base pay was €70,000 until Tuesday 10 November.",
    )


def test_of_two_raises_on_one_day_the_first_figure_stays_the_earlier_one(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), SIGNED.changed(accepted_on=None, signed_on=None))

    saved(store, "offer_pay", {"base": "76k", "changed_on": "2026-11-10"}, "of-n")
    saved(store, "offer_pay", {"base": "78k", "changed_on": "2026-11-10"}, "of-n", seed=7)

    assert [(row.field, row.value) for row in workbook(store).offer_changes] == [("base", "70000")]
    assert offer(store).base == 78_000


def test_an_old_offer_with_a_small_base_can_still_be_edited(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), SIGNED.changed(base=48))

    saved(store, "offer_pay", {"bonus": "5k"}, "of-n")

    assert (offer(store).base, offer(store).unit, offer(store).bonus) == (48, None, 5000)


def test_an_application_stays_open_while_another_of_its_offers_can_still_be_taken(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), SIGNED.changed(accepted_on=None, signed_on=None))
    put(store, SIGNED.changed(id="of-2", accepted_on=None, signed_on=None))

    saved(store, "offer_ended", WITHDRAWN, "of-n")
    assert status_of(store)[0] == "offer"
    saved(store, "offer_ended", TURNED_DOWN, "of-2", seed=7)

    assert status_of(store) == ("withdrawn", date(2026, 11, 18))


@pytest.mark.parametrize(("end", "called"), [(WITHDRAWN, "Offer withdrawn"), (TURNED_DOWN, "Offer turned down")])
def test_an_application_is_called_by_the_end_of_its_offer(store: Store, end: dict[str, str], called: str) -> None:
    with_signed(store)
    saved(store, "offer_ended", end, "of-n")

    book = workbook(store)
    assert status_name(book, book.applications[0]) == called


def test_a_slip_that_is_corrected_leaves_no_earlier_figure(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), SIGNED.changed(accepted_on=None, signed_on=None))

    saved(store, "offer_pay", {"base": "76k"}, "of-n")

    assert (offer(store).base, workbook(store).offer_changes) == (76_000, ())


@pytest.mark.parametrize(
    ("typed", "base", "high", "unit", "currency"),
    [
        ("$48/hr", 48, None, "hour", "USD"),
        ("4500 a month", 4500, None, "month", "EUR"),
        ("70–80k", 70_000, 80_000, None, "EUR"),
        ("CHF 110'000", 110_000, None, None, "CHF"),
    ],
)
def test_pay_is_kept_as_it_was_said(
    store: Store, typed: str, base: float, high: float | None, unit: str | None, currency: str
) -> None:
    put(store, NORTHWIND)
    saved(store, "offer", {"application_id": "ap-n", "base": typed, "currency": "EUR"})

    (made,) = workbook(store).offers
    assert (made.base, made.high, made.unit, made.currency) == (base, high, unit, currency)


def test_hours_beside_the_pay_are_kept_as_the_hours_of_a_week(store: Store) -> None:
    put(store, NORTHWIND)
    saved(store, "offer", {"application_id": "ap-n", "base": "$48/hr, 40 hours"})

    (made,) = workbook(store).offers
    assert (made.base, made.high, made.unit, made.weekly_hours) == (48, None, "hour", 40)


def test_pay_beside_the_base_is_kept_in_the_notes_in_its_words(store: Store) -> None:
    put(store, NORTHWIND)
    words = "€17.50 an hour + OT"
    saved(store, "offer", {"application_id": "ap-n", "base": words, "weekly_hours": "40", "notes": "She rang"})

    (made,) = workbook(store).offers
    assert (made.base, made.unit, made.bonus) == (17.5, "hour", None)
    assert made.notes == f"She rang\n{words}"


def test_what_is_not_understood_of_the_pay_is_asked_about_with_what_was(store: Store) -> None:
    put(store, NORTHWIND)

    with pytest.raises(Incomplete, match="we understood €60,000 a year, but not “more later”"):
        saved(store, "offer", {"application_id": "ap-n", "base": "60k EUR more later"})
    with pytest.raises(Incomplete, match="reads 48 a year"):
        saved(store, "offer", {"application_id": "ap-n", "base": "48"}, seed=6)


def test_a_range_opens_in_its_form_as_it_was_typed_and_saving_changes_nothing(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), SIGNED.changed(base=70_000, high=80_000))

    saved(store, "offer_pay", {"bonus": "5k"}, "of-n")

    assert (offer(store).base, offer(store).high, offer(store).bonus) == (70_000, 80_000, 5000)


def test_a_letter_names_the_pay_by_its_unit(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), SIGNED.changed(base=48, unit="hour"))

    assert terms_of(workbook(store), "ap-n").pay == "€48 an hour"
