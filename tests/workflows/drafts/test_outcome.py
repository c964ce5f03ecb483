"""Recording what became of an interview."""

from datetime import date, timedelta

import pytest

from lib.store import Store
from lib.workflows.drafts.outcome import save_outcome
from lib.workflows.entries.applications import STATUS_AFTER
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.errors import EditedElsewhere, Gone, Incomplete
from tests.workflows.evening import NOW, debriefed, decided, full_debrief, outcome_draft, put, the, workbook


def status(store: Store) -> str | None:
    return workbook(store).applications[0].status


@pytest.mark.parametrize(("outcome", "expected"), STATUS_AFTER.items())
def test_an_outcome_moves_the_application_along_in_the_same_commit(store: Store, outcome: str, expected: str) -> None:
    interview = debriefed(store)

    decided(store, interview, outcome)

    assert (the(store, interview.id).outcome, status(store)) == (outcome, expected)


def test_a_change_of_status_is_remembered_with_its_date(store: Store) -> None:
    decided(store, debriefed(store, date="2026-11-10"), "rejected", "2026-11-18")

    change = workbook(store).activity[-1]
    assert (change.kind, change.note, change.on) == ("status", "rejected", date(2026, 11, 18))


def test_their_words_are_kept_as_they_said_them(store: Store) -> None:
    interview = debriefed(store)
    words = "We went with someone\nwho has *more* <b>years</b>."

    save_outcome(store, outcome_draft(store, interview, {"outcome": "rejected", "feedback": words}), NOW)

    assert the(store, interview.id).feedback == words


def test_an_outcome_saved_twice_is_one_change(store: Store) -> None:
    draft = outcome_draft(store, debriefed(store), {"outcome": "rejected"})

    save_outcome(store, draft, NOW)
    save_outcome(store, draft, NOW)

    assert [change.note for change in workbook(store).activity] == ["interviewing", "rejected"]


def test_a_back_dated_outcome_does_not_move_the_status_back(store: Store) -> None:
    first = debriefed(store, seed=1, date="2026-11-02")
    second = debriefed(store, seed=2, date="2026-11-12")
    decided(store, second, "offer", "2026-11-18")

    decided(store, first, "advanced", "2026-11-06", seed=4)

    assert (the(store, first.id).outcome, status(store)) == ("advanced", "offer")


def test_an_outcome_from_before_the_last_change_of_status_leaves_the_status(store: Store) -> None:
    interview = debriefed(store, date="2026-11-02")
    put(store, workbook(store).applications[0].changed(status="accepted", status_on=date(2026, 11, 18)))

    decided(store, interview, "offer", "2026-11-10")

    assert (the(store, interview.id).outcome, status(store)) == ("offer", "accepted")


def test_an_earlier_round_recorded_late_does_not_move_the_status_back(store: Store) -> None:
    first = debriefed(store, seed=1, date="2026-11-02")
    second = debriefed(store, seed=2, date="2026-11-12")
    decided(store, second, "offer", "2026-11-18")

    decided(store, first, "advanced", "2026-11-20", seed=4)

    assert (the(store, first.id).outcome, status(store)) == ("advanced", "offer")


def test_a_later_answer_replaces_no_reply(store: Store) -> None:
    interview = debriefed(store, date="2026-11-02")
    decided(store, interview, "no_reply", "2026-11-18")

    decided(store, interview, "advanced", "2026-11-19", seed=4)

    assert (the(store, interview.id).outcome, status(store)) == ("advanced", "interviewing")


def test_still_waiting_bears_no_date_and_moves_nothing(store: Store) -> None:
    interview = debriefed(store)
    decided(store, interview, "pending")

    assert (the(store, interview.id).outcome_on, status(store)) == (None, "interviewing")


@pytest.mark.parametrize(("day", "sentence"), [("2026-11-19", "before the interview"), ("2026-11-21", "in the future")])
def test_a_date_that_cannot_be_is_refused_with_a_sentence_and_nothing_is_lost(
    store: Store, day: str, sentence: str
) -> None:
    interview = debriefed(store)
    draft = outcome_draft(store, interview, {"outcome": "rejected", "outcome_on": day})

    with pytest.raises(Incomplete, match=sentence):
        save_outcome(store, draft, NOW)

    assert the(store, interview.id) == interview
    assert store.drafts.load(draft.id) == draft


def test_an_outcome_that_is_not_chosen_yet_is_asked_for(store: Store) -> None:
    with pytest.raises(Incomplete, match="The outcome is missing"):
        decided(store, debriefed(store), "")


def test_the_date_is_today_until_said_otherwise(store: Store) -> None:
    interview = debriefed(store, date="2026-11-02")

    save_outcome(store, outcome_draft(store, interview, {"outcome": "rejected"}), NOW)

    assert the(store, interview.id).outcome_on == NOW.date()


def test_a_draft_begun_yesterday_keeps_the_date_that_it_showed(store: Store) -> None:
    interview = debriefed(store)
    draft = outcome_draft(store, interview, {"outcome": "rejected"})

    save_outcome(store, draft, NOW + timedelta(days=1))

    assert the(store, interview.id).outcome_on == NOW.date()


def test_two_tabs_that_record_different_outcomes_are_shown_both(store: Store) -> None:
    interview = debriefed(store)
    mine = outcome_draft(store, interview, {"outcome": "rejected"})
    decided(store, interview, "advanced", seed=4)

    with pytest.raises(EditedElsewhere) as both:
        save_outcome(store, mine, NOW)

    assert ("outcome", "Rejected", "Moved on") in [
        (each.field, each.mine, each.theirs) for each in both.value.differences
    ]
    assert the(store, interview.id).outcome == "advanced"


def test_their_words_added_here_keep_the_outcome_recorded_there(store: Store) -> None:
    interview = debriefed(store)
    decided(store, interview, "rejected")
    mine = outcome_draft(store, interview, {"feedback": "Too junior."}, seed=4)
    decided(store, interview, "no_reply", seed=5)

    save_outcome(store, mine, NOW)

    assert (the(store, interview.id).outcome, the(store, interview.id).feedback) == ("no_reply", "Too junior.")


def test_an_outcome_can_be_taken_back_with_the_status_it_brought(store: Store) -> None:
    interview = debriefed(store)
    before = workbook(store)

    store.undo(decided(store, interview, "rejected").id, NOW)

    assert workbook(store) == before


def test_the_outcome_of_a_deleted_interview_is_reported_as_gone(store: Store) -> None:
    interview = debriefed(store)
    draft = outcome_draft(store, interview, {"outcome": "rejected"})
    delete_debrief(store, interview.id, NOW)

    with pytest.raises(Gone):
        save_outcome(store, draft, NOW)


def test_an_interview_without_its_application_takes_its_outcome_all_the_same(store: Store) -> None:
    interview = debriefed(store).changed(application_id="ap-gone")
    put(store, interview)

    decided(store, interview, "rejected")

    assert the(store, interview.id).outcome == "rejected"


def test_a_character_that_no_file_can_keep_is_refused_with_a_sentence(store: Store) -> None:
    draft = outcome_draft(store, full_debrief(store), {"outcome": "rejected", "feedback": "a\x00b"})

    with pytest.raises(Incomplete, match="feedback"):
        save_outcome(store, draft, NOW)
