"""An offer entered, corrected, accepted and signed: each one commit, kept once, in words where it cannot be meant."""

from datetime import date
from random import Random
from typing import Any

import pytest

from lib.records.application import Application
from lib.records.criterion import Criterion
from lib.records.fit import Fit
from lib.records.history import status_history
from lib.records.offer import Offer
from lib.store import Draft, Receipt, Store
from lib.workflows.drafts.record_editing import begin_record, draft_title, save_record
from lib.workflows.drafts.record_removal import remove_record
from lib.workflows.entries.offers import keep_weight, offer_name, terms_of
from lib.workflows.errors import EditedElsewhere, Gone, Incomplete
from tests.workflows.evening import NOW, answered, from_outside, put, workbook

TODAY = NOW.date()
NORTHWIND = Application(id="ap-n", company="Northwind", role="Data engineer", status="interviewing")
OFFER = Offer(id="of-n", kind="offer", application_id="ap-n", base=70_000, currency="EUR")


def drafted(store: Store, form: str, answers: dict[str, Any], offer_id: str = "", seed: int = 5) -> Draft:
    draft = begin_record(workbook(store), form, offer_id, Random(seed))
    return store.drafts.save(answered(draft, answers), NOW)


def saved(store: Store, form: str, answers: dict[str, Any], offer_id: str = "", seed: int = 5) -> Receipt:
    return save_record(store, drafted(store, form, answers, offer_id, seed), NOW)


def offer(store: Store, offer_id: str = "of-n") -> Offer:
    return next(entry for entry in workbook(store).offers if entry.id == offer_id)


def status(store: Store) -> tuple[str | None, date | None]:
    (application,) = workbook(store).applications
    return application.status, application.status_on


def test_a_new_offer_moves_its_application_on_the_day_it_came(store: Store) -> None:
    put(store, NORTHWIND)
    saved(store, "offer", {"application_id": "ap-n", "received_on": "2026-11-18", "base": "74k", "currency": " eur"})

    (made,) = workbook(store).offers
    assert (made.kind, made.base, made.currency) == ("offer", 74_000, "EUR")
    assert status(store) == ("offer", date(2026, 11, 18))
    assert [(row.note, row.on) for row in status_history(workbook(store), "ap-n")] == [("offer", date(2026, 11, 18))]


def test_an_offer_out_of_the_blue_brings_its_application(store: Store) -> None:
    saved(store, "offer", {"company": "Eastwind", "role": "Analyst", "in_writing": "no"})

    (made,) = workbook(store).offers
    (application,) = workbook(store).applications
    assert made.application_id == application.id
    assert (application.company, application.status) == ("Eastwind", "offer")
    assert made.in_writing is False


def test_a_double_click_makes_one_offer(store: Store) -> None:
    draft = drafted(store, "offer", {"company": "Eastwind", "role": "Analyst"})
    first, second = save_record(store, draft, NOW), save_record(store, draft, NOW)

    assert first.id == second.id
    assert len(workbook(store).offers) == len(workbook(store).applications) == 1


def test_undo_takes_the_offer_and_the_status_back(store: Store) -> None:
    put(store, NORTHWIND)
    receipt = saved(store, "offer", {"application_id": "ap-n"})
    store.undo(receipt.id, NOW)

    assert workbook(store).offers == ()
    assert status(store)[0] == "interviewing"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "The offer has no application yet"),
        ({"company": "Eastwind"}, "The role is not filled in yet"),
        ({"application_id": "ap-n", "base": "plenty"}, "The base pay can't be read: “plenty”"),
        ({"application_id": "ap-n", "base": "1" + "0" * 15}, "nobody is paid that much"),
        ({"application_id": "ap-n", "received_on": "2026-11-21"}, "The day the offer came is in the future"),
        (
            {"application_id": "ap-n", "received_on": "2026-11-18", "decide_by": "2026-11-17"},
            "The deadline is before the day the offer came",
        ),
    ],
)
def test_what_cannot_be_meant_is_shown_in_words_and_the_draft_is_kept(
    store: Store, answers: dict[str, str], words: str
) -> None:
    put(store, NORTHWIND)
    draft = drafted(store, "offer", answers)

    with pytest.raises(Incomplete, match=words):
        save_record(store, draft, NOW)
    assert workbook(store).offers == ()
    assert store.drafts.load(draft.id) is not None


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"accepted_on": "2026-11-10"}, "you accepted is before the day the offer came"),
        ({"accepted_on": "2026-11-16", "signed_on": "2026-11-15"}, "it was signed is before the day you acc"),
        ({"signed_on": "2026-11-11"}, "it was signed is before the day the offer came"),
        ({"signed_on": "2026-11-18", "conditions_met_on": "2026-11-11"}, "met is before the day the offer ca"),
    ],
)
def test_an_offer_signed_before_it_came_is_asked_about_and_the_draft_is_kept(
    store: Store, answers: dict[str, Any], words: str
) -> None:
    put(store, NORTHWIND, OFFER.changed(received_on=date(2026, 11, 12)))
    with pytest.raises(Incomplete, match=words):
        saved(store, "signing", answers, "of-n")
    assert offer(store).signed_on is None
    assert len(store.drafts.list()) == 1


def test_every_amount_of_an_offer_is_read_as_its_base_pay(store: Store) -> None:
    put(store, NORTHWIND)
    amounts = {"base": "18 LPA", "bonus": "₹50,000", "signing": "1 lakh", "equity_yearly": "0.5m"}
    saved(store, "offer", {"application_id": "ap-n", "currency": "INR"} | amounts | {"market_figure": "20 lpa"})

    (made,) = workbook(store).offers
    found = (made.base, made.bonus, made.signing, made.equity_yearly, made.market_figure)
    assert found == (1_800_000, 50_000, 100_000, 500_000, 2_000_000)


def test_the_currency_beside_the_base_pay_is_the_offer_s(store: Store) -> None:
    put(store, NORTHWIND)
    saved(store, "offer", {"application_id": "ap-n", "currency": "EUR", "base": "£74,000", "bonus": "£5k"})

    (made,) = workbook(store).offers
    assert (made.currency, made.base, made.bonus) == ("GBP", 74_000, 5_000)


def test_pay_below_zero_and_a_deadline_that_is_past_are_kept(store: Store) -> None:
    put(store, NORTHWIND)
    saved(store, "offer", {"application_id": "ap-n", "base": "-1200", "decide_by": "2026-11-01"})

    (made,) = workbook(store).offers
    assert (made.base, made.decide_by) == (-1200, date(2026, 11, 1))


def test_a_million_letters_in_a_cell_are_kept_whole(store: Store) -> None:
    put(store, NORTHWIND, OFFER)
    saved(store, "offer_terms", {"duties": "x" * 1_000_000}, "of-n")

    assert len(offer(store).duties) == 1_000_000


def test_the_job_i_have_is_there_once(store: Store) -> None:
    saved(store, "present_job", {"base": "61,500", "currency": "EUR"})
    assert [(row.kind, row.base) for row in workbook(store).offers] == [("present_job", 61_500)]

    with pytest.raises(Incomplete, match="already added"):
        saved(store, "present_job", {"base": "62000"}, seed=6)


def test_a_correction_changes_its_own_terms_and_no_status(store: Store) -> None:
    put(store, NORTHWIND, OFFER)
    saved(store, "offer_pay", {"bonus": "5.000", "bonus_odds": "60"}, "of-n")

    assert (offer(store).bonus, offer(store).bonus_odds, offer(store).base) == (5_000, 60, 70_000)
    assert status(store)[0] == "interviewing"


def test_two_windows_on_one_offer_merge_what_differs_and_stop_where_both_changed_the_same(store: Store) -> None:
    put(store, NORTHWIND, OFFER)
    first = drafted(store, "offer_pay", {"base": "75000"}, "of-n", seed=1)
    second = drafted(store, "offer_pay", {"base": "76000"}, "of-n", seed=2)
    third = drafted(store, "offer_pay", {"signing": "3000"}, "of-n", seed=3)
    save_record(store, first, NOW)

    with pytest.raises(EditedElsewhere):
        save_record(store, second, NOW)
    save_record(store, third, NOW)
    assert (offer(store).base, offer(store).signing) == (75_000, 3_000)


def test_an_offer_that_was_deleted_meanwhile_keeps_what_was_typed(store: Store) -> None:
    put(store, NORTHWIND, OFFER)
    draft = drafted(store, "offer_pay", {"base": "75000"}, "of-n")
    remove_record(store, "offers", "of-n", NOW)

    with pytest.raises(Gone):
        save_record(store, draft, NOW)
    assert store.drafts.load(draft.id) is not None


def test_an_offer_whose_application_is_gone_can_still_be_corrected_and_given_another_one(store: Store) -> None:
    put(store, NORTHWIND, OFFER.changed(application_id="ap-gone"))
    saved(store, "offer_pay", {"base": "75000"}, "of-n")
    assert (offer(store).base, offer(store).application_id) == (75_000, "ap-gone")

    saved(store, "offer", {"application_id": "ap-n"}, "of-n", seed=6)
    assert offer(store).application_id == "ap-n"
    assert status(store)[0] == "offer"


def test_an_offer_signed_without_having_been_accepted_counts_as_accepted_o1(store: Store) -> None:
    put(store, NORTHWIND.changed(status="offer"), OFFER.changed(conditions="credit check"))
    saved(store, "signing", {"signed_on": "2026-11-19"}, "of-n")

    assert offer(store).accepted_on == date(2026, 11, 19)
    assert status(store)[0] == "accepted"
    assert not offer(store).is_job

    saved(store, "signing", {"conditions_met_on": "2026-11-20"}, "of-n", seed=6)
    assert offer(store).is_job


def test_an_offer_taken_out_takes_its_own_scores_along_and_undo_brings_both_back(store: Store) -> None:
    score = Fit(application_id="of-n", criterion_id="cr-work", as_of=TODAY, score=70)
    put(store, NORTHWIND, OFFER, score)
    receipt = remove_record(store, "offers", "of-n", NOW)
    assert (workbook(store).offers, workbook(store).fit) == ((), ())

    store.undo(receipt.id, NOW)
    assert (workbook(store).offers, workbook(store).fit) == ((OFFER,), (score,))


def test_an_application_taken_out_takes_its_offer_along_and_undo_brings_both_back(store: Store) -> None:
    score = Fit(application_id="of-n", criterion_id="cr-work", as_of=TODAY, score=70)
    put(store, NORTHWIND, OFFER, OFFER.changed(id="of-p", kind="present_job", application_id=""), score)
    receipt = remove_record(store, "applications", "ap-n", NOW)
    assert ([row.id for row in workbook(store).offers], workbook(store).fit) == (["of-p"], ())

    store.undo(receipt.id, NOW)
    assert OFFER in workbook(store).offers
    assert workbook(store).fit == (score,)


def test_an_offer_is_called_after_its_company(store: Store) -> None:
    put(store, NORTHWIND, OFFER, OFFER.changed(id="of-x", application_id="ap-gone"))
    book = workbook(store)

    assert offer_name(book, book.offers[0]) == "The offer of Northwind"
    assert offer_name(book, book.offers[1]) == "An offer whose application was deleted"
    assert draft_title(book, drafted(store, "offer_pay", {}, "of-n")) == "The offer of Northwind"


def test_the_messages_know_the_terms_of_the_offer_that_came_last_o3(store: Store) -> None:
    later = OFFER.changed(id="of-2", base=72_000, ask_for="four more\ndays of leave", ground="the market")
    put(store, NORTHWIND, OFFER, later)
    terms = terms_of(workbook(store), "ap-n")

    assert (terms.pay, terms.ask_for, terms.ground) == ("€72,000 a year", "four more days of leave", "the market")
    assert terms_of(workbook(store), "").pay == ""


def test_the_request_in_writing_names_what_is_not_known_yet_o2(store: Store) -> None:
    put(store, NORTHWIND, OFFER.changed(bonus=0, signing=0, equity_yearly=None, leave_days=28, expenses="none"))

    assert terms_of(workbook(store), "ap-n").unspoken == ("working hours",)
    put(store, OFFER.changed(base=None))
    assert terms_of(workbook(store), "ap-n").unspoken == ()


def test_the_request_in_writing_names_equity_only_where_they_offered_some_o2(store: Store) -> None:
    put(store, NORTHWIND, OFFER.changed(equity_yearly=None))
    assert "equity" not in terms_of(workbook(store), "ap-n").unspoken

    put(store, OFFER.changed(equity_yearly=4_000))
    assert "equity" in terms_of(workbook(store), "ap-n").unspoken


def test_what_is_missing_of_an_offer_is_filled_in_group_by_group_o2(store: Store) -> None:
    put(store, NORTHWIND, OFFER)
    saved(store, "offer_days", {"leave_days": "30", "weekly_hours": "37,5"}, "of-n", seed=1)
    saved(store, "offer_terms", {"duties": "the loading jobs", "conditions": "none"}, "of-n", seed=2)
    saved(store, "negotiation", {"market_figure": "78.000", "walk_away": "68000"}, "of-n", seed=3)

    found = offer(store)
    assert (found.leave_days, found.weekly_hours, found.duties) == (30, 37.5, "the loading jobs")
    assert (found.market_figure, found.walk_away, found.base) == (78_000, 68_000, 70_000)


def test_a_weight_tried_out_becomes_mine_as_whole_swings(store: Store) -> None:
    known = [Criterion(id=f"cr-{name}", name=name, rank=1, retired=True) for name in ("manager", "team", "mission")]
    known += [Criterion(id=f"cr-{name}", name=name, retired=True) for name in ("pay", "security", "hours", "place")]
    put(store, *known, Criterion(id="cr-work", name="Work", swing=100), Criterion(id="cr-growth", name="G", swing=50))
    receipt = keep_weight(store, "cr-growth", 0.75, NOW)

    swings = {row.id: row.swing for row in workbook(store).criteria if not row.retired}
    assert swings == {"cr-work": 33, "cr-growth": 100}
    store.undo(receipt.id, NOW)
    assert {row.swing for row in workbook(store).criteria if not row.retired} == {100, 50}


def test_a_weight_of_a_criterion_that_is_gone_is_not_kept(store: Store) -> None:
    with pytest.raises(Gone):
        keep_weight(store, "cr-nowhere", 0.5, NOW)


def test_what_a_program_wrote_meanwhile_into_another_cell_stays(store: Store) -> None:
    put(store, NORTHWIND, OFFER.changed(notes="as it was"))
    draft = drafted(store, "offer_pay", {"base": "75000"}, "of-n")
    from_outside(store, "offers.csv", "as it was", "as they said")
    save_record(store, draft, NOW)

    assert (offer(store).notes, offer(store).base) == ("as they said", 75_000)
