"""An interview entered in advance, and one that did not take place."""

from random import Random

import pytest

from lib.records.interview import Interview
from lib.store import Store
from lib.workflows.drafts.upcoming import begin_upcoming, mark_not_held, save_upcoming
from lib.workflows.errors import Gone, Incomplete
from tests.workflows.evening import (
    NOW,
    WHICH,
    ZONE,
    answered,
    debriefed,
    full_debrief,
    new_server,
    scheduled,
    the,
    workbook,
)


def test_it_is_kept_as_scheduled_with_interest_and_the_people_to_be_met(store: Store) -> None:
    interview = scheduled(store, date="2026-11-25", people_names="Priya Raman\n- Tom Beck\n")

    assert (interview.state, interview.stage, interview.interest_before) == ("scheduled", "technical", 8)
    assert [person.name for person in workbook(store).people] == ["Priya Raman", "Tom Beck"]
    assert {entry.interview_id for entry in workbook(store).conversations} == {interview.id}


@pytest.mark.parametrize(
    ("missing", "named"),
    [("company", "the company"), ("role", "the role"), ("date", "the date"), ("stage", "the type of interview")],
)
def test_a_required_answer_that_is_missing_is_named(store: Store, missing: str, named: str) -> None:
    with pytest.raises(Incomplete, match=named):
        scheduled(store, **{missing: ""})

    assert workbook(store).is_empty


def test_saved_twice_it_is_there_once(store: Store) -> None:

    draft = store.drafts.save(answered(begin_upcoming(Random(1)), WHICH | {"people_names": "Tom"}), NOW)
    save_upcoming(store, draft, NOW, ZONE)
    before = workbook(store)

    save_upcoming(store, draft, NOW, ZONE)
    new_server()
    save_upcoming(store, draft, NOW, ZONE)

    assert workbook(store) == before


def test_a_known_person_is_not_doubled(store: Store) -> None:
    full_debrief(store)

    scheduled(store, people_names="priya raman\nPriya Raman")

    assert [person.name for person in workbook(store).people] == ["Priya Raman"]


def test_a_name_written_twice_is_one_person(store: Store) -> None:
    scheduled(store, people_names="Tom Beck\ntom  beck")

    assert [person.name for person in workbook(store).people] == ["Tom Beck"]


def test_it_moves_an_application_on_to_interviewing(store: Store) -> None:
    scheduled(store)

    assert [entry.status for entry in workbook(store).applications] == ["interviewing"]


def test_a_character_that_no_file_can_keep_is_refused_with_a_sentence(store: Store) -> None:
    with pytest.raises(Incomplete, match="cannot be kept"):
        scheduled(store, company="a\x00b")


@pytest.mark.parametrize("state", ["cancelled", "no_show"])
def test_one_that_did_not_take_place_is_noted_and_can_be_taken_back(store: Store, state: str) -> None:
    interview = scheduled(store)

    receipt = mark_not_held(store, interview.id, state, NOW)  # type: ignore[arg-type]
    assert the(store, interview.id).state == state

    store.undo(receipt.id, NOW)
    assert the(store, interview.id) == interview


def test_one_that_was_debriefed_meanwhile_is_not_marked_as_cancelled(store: Store) -> None:
    interview: Interview = debriefed(store)

    with pytest.raises(Incomplete, match="did take place"):
        mark_not_held(store, interview.id, "cancelled", NOW)

    assert the(store, interview.id) == interview


def test_one_that_is_gone_is_reported_as_gone(store: Store) -> None:
    with pytest.raises(Gone):
        mark_not_held(store, "iv-gone", "cancelled", NOW)
