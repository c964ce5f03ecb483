"""When they applied: asked once with a new application, kept as its own date, never taken from the interview."""

from datetime import date

import pytest

from lib.records.application import Application
from lib.store import Store
from lib.workflows.entries.applications import lacks_date
from lib.workflows.errors import Incomplete
from tests.day_first import proof_of_search
from tests.workflows.evening import WHICH, debriefed, put, scheduled, workbook

FEBRUARY = (date(2026, 2, 1), date(2026, 2, 28))
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
KNOWN = Application(id="ap-k", company="Northwind", role="Data engineer", status="applied")


def test_a_debrief_of_a_new_application_keeps_the_day_on_which_it_was_sent(store: Store) -> None:
    debriefed(store, applied_on="2026-02-03")
    (made,) = workbook(store).applications

    assert (made.applied_on, made.status) == (date(2026, 2, 3), "interviewing")
    assert "1 application," in proof_of_search(workbook(store), *FEBRUARY).sentence
    assert "no applications, 1 interview held" in proof_of_search(workbook(store), *NOVEMBER).sentence


def test_an_interview_to_come_at_a_new_company_keeps_it_too(store: Store) -> None:
    scheduled(store, applied_on="2026-02-03", date="2026-11-28")

    assert workbook(store).applications[0].applied_on == date(2026, 2, 3)
    assert "no interviews held" in proof_of_search(workbook(store), *NOVEMBER).sentence


def test_the_day_is_on_the_application_s_timeline_once(store: Store) -> None:
    debriefed(store, applied_on="2026-02-03")
    debriefed(store, seed=2, applied_on="2026-02-03", date="2026-11-19")

    applied = [row for row in workbook(store).activity if row.kind == "application"]
    assert [(row.on, row.note) for row in applied] == [(date(2026, 2, 3), "Data engineer")]


def test_without_a_day_the_interview_s_day_is_not_taken_for_it(store: Store) -> None:
    debriefed(store)

    assert workbook(store).applications[0].applied_on is None
    proof = proof_of_search(workbook(store), *NOVEMBER)
    assert [entry.company for entry in proof.undated] == ["Northwind"]
    assert [act for act in proof.acts if act.kind == "application"] == []


def test_a_known_application_that_is_typed_again_gets_its_missing_day_and_keeps_one_it_has(store: Store) -> None:
    put(store, KNOWN.changed(status="interviewing"))
    debriefed(store, applied_on="2026-02-03")
    assert workbook(store).applications[0].applied_on == date(2026, 2, 3)

    debriefed(store, seed=2, applied_on="2026-04-04", date="2026-11-19")
    assert workbook(store).applications[0].applied_on == date(2026, 2, 3)


def test_a_day_ahead_is_refused_with_a_sentence_and_nothing_is_saved(store: Store) -> None:
    with pytest.raises(Incomplete, match="applied"):
        debriefed(store, applied_on="2026-11-21")

    assert workbook(store).applications == ()


def test_it_is_asked_of_new_applications_and_never_again_once_it_is_noted(store: Store) -> None:
    assert lacks_date(workbook(store), WHICH)

    put(store, KNOWN.changed(applied_on=date(2026, 2, 3)))
    assert not lacks_date(workbook(store), WHICH)
    assert not lacks_date(workbook(store), {**WHICH, "application": "ap-k"})
    assert lacks_date(workbook(store), {**WHICH, "role": "Analyst"})


def test_a_day_typed_before_a_known_application_is_chosen_stays_in_sight(store: Store) -> None:
    put(store, KNOWN)
    chosen = {**WHICH, "application": "ap-k"}

    assert not lacks_date(workbook(store), chosen)
    assert lacks_date(workbook(store), chosen | {"applied_on": "2026-02-03"})
