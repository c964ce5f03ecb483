"""An offer is the outcome of the last interview before it, in the same commit; one from before is a tap away."""

from datetime import date

import pytest

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.store import Store
from lib.workflows.entries.offered import record_offer
from tests.day_first import save_debrief
from tests.workflows.entries.test_offers import saved
from tests.workflows.evening import NOW, WHICH, ZONE, debrief_draft, debriefed, put, the, workbook

OFFERED = {"received_on": "2026-11-20", "base": "74k"}


def outcome(store: Store, interview: Interview) -> tuple[str | None, date | None]:
    entry = the(store, interview.id)
    return entry.outcome, entry.outcome_on


def of_northwind(store: Store) -> dict[str, str]:
    (application,) = workbook(store).applications
    return {"application_id": application.id, **OFFERED}


def test_an_offer_is_the_outcome_of_the_last_interview_before_it(store: Store) -> None:
    first = debriefed(store, 1, date="2026-11-10")
    last = debriefed(store, 2, date="2026-11-18", stage="panel")

    receipt = saved(store, "offer", of_northwind(store))

    assert outcome(store, last) == ("offer", date(2026, 11, 20))
    assert outcome(store, first)[0] == "advanced"
    assert receipt.message == "Your panel interview is now marked “Offer”."

    store.undo(receipt.id, NOW)
    assert (outcome(store, last)[0], workbook(store).offers) == (None, ())


def test_a_status_of_offer_says_the_same_of_the_interview(store: Store) -> None:
    last = debriefed(store, 1, date="2026-11-18")
    (application,) = workbook(store).applications
    saved(store, "status", {"status": "offer", "status_on": "2026-11-20"}, application.id)
    assert outcome(store, last) == ("offer", date(2026, 11, 20))


@pytest.mark.parametrize("known", ["advanced", "rejected"])
def test_an_outcome_that_is_recorded_stays(store: Store, known: str) -> None:
    last = debriefed(store, 1, date="2026-11-18", outcome=known, outcome_on="2026-11-19")
    saved(store, "offer", of_northwind(store))
    assert outcome(store, last) == (known, date(2026, 11, 19))


def test_an_interview_after_the_offer_is_not_answered_by_it(store: Store) -> None:
    last = debriefed(store, 1, date="2026-11-18")
    saved(store, "offer", {**of_northwind(store), "received_on": "2026-11-17"})
    assert outcome(store, last) == (None, None)


def test_an_offer_entered_before_is_recorded_with_one_tap_and_once(store: Store) -> None:
    last = debriefed(store, 1, date="2026-11-18")
    (application,) = workbook(store).applications
    put(store, Offer(id="of-n", kind="offer", application_id=application.id, received_on=date(2026, 11, 20)))

    assert record_offer(store, last.id, NOW)
    assert outcome(store, last) == ("offer", date(2026, 11, 20))
    assert record_offer(store, last.id, NOW) is None


def test_a_debrief_written_after_the_offer_has_it_as_its_outcome(store: Store) -> None:
    saved(store, "offer", {"company": WHICH["company"], "role": WHICH["role"], **OFFERED})
    draft = debrief_draft(store, {**WHICH, "date": "2026-11-18", "stage": "panel"})
    receipt = save_debrief(store, draft, NOW, ZONE)

    (held,) = workbook(store).interviews
    assert (held.outcome, held.outcome_on) == ("offer", date(2026, 11, 20))
    assert "Your panel interview is now marked “Offer”." in receipt.message


def test_an_offer_of_another_application_changes_no_interview(store: Store) -> None:
    last = debriefed(store, 1, date="2026-11-18")
    put(store, Application(id="ap-e", company="Eastwind", role="Analyst"))
    saved(store, "offer", {"application_id": "ap-e", **OFFERED})
    assert outcome(store, last) == (None, None)
