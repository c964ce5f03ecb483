"""The next round shows how the last one ended: what a save writes, what can be taken back, and what is left alone."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.insight.hindsight import was_rated_afterwards
from lib.insight.rounds import find_moved_on
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.store import Conflict, Receipt, Store
from lib.workflows.drafts.outcome import begin_outcome, save_outcome
from lib.workflows.drafts.upcoming import begin_upcoming, mark_not_held, save_upcoming
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.entries.rounds import settle_rounds
from tests.day_first import save_debrief
from tests.workflows.evening import (
    NOW,
    WHICH,
    ZONE,
    answered,
    debrief_draft,
    debriefed,
    decided,
    edited,
    new_server,
    outcome_draft,
    put,
    the,
    workbook,
)

CALL = {"date": "2026-11-10", "time": "10:00", "stage": "recruiter_screen"}
PANEL = {"date": "2026-11-17", "time": "14:00", "stage": "panel"}
LAST_WEEK = datetime(2026, 11, 10, 20, 0, tzinfo=ZONE)


def call(store: Store, seed: int = 1, **answers: Any) -> Interview:
    return debriefed(store, seed, now=LAST_WEEK, **{**CALL, **answers})


def panel(store: Store, seed: int = 2, **answers: Any) -> Receipt:
    draft = debrief_draft(store, {**WHICH, **PANEL, **answers}, seed=seed)
    return save_debrief(store, draft, NOW, ZONE)


def noted(store: Store, day: str = "2026-11-25", now: datetime = NOW, seed: int = 9) -> tuple[Receipt, str]:
    draft = answered(begin_upcoming(Random(seed)), WHICH | {"date": day, "stage": "panel"})
    return save_upcoming(store, store.drafts.save(draft, now), now, ZONE), draft.record_id


def outcome(store: Store, interview: Interview) -> tuple[str | None, Any, str | None]:
    row = the(store, interview.id)
    return row.outcome, row.outcome_on, row.outcome_by


FILLED = ("advanced", None, "round")
OPEN = (None, None, None)


def row_of(store: Store, interview: Interview) -> bytes:
    lines = (store.folder / "interviews.csv").read_bytes().splitlines()
    return next(line for line in lines if line.startswith(f'"{interview.id}"'.encode()))


def test_saving_the_second_round_records_that_the_first_moved_on(store: Store) -> None:
    first = call(store)

    receipt = panel(store)

    assert outcome(store, first) == FILLED
    assert receipt.message == "Your recruiter call is now marked “Moved on”."


def test_noting_the_next_interview_records_it_as_well(store: Store) -> None:
    first = call(store)

    receipt, _ = noted(store)

    assert outcome(store, first) == FILLED
    assert receipt.message == "Your recruiter call is now marked “Moved on”."


def test_a_first_round_that_is_written_down_after_the_second_moves_on_at_once(store: Store) -> None:
    panel(store)

    first = call(store)

    assert outcome(store, first) == FILLED


def test_two_talks_on_one_day_leave_each_other_alone(store: Store) -> None:
    first = call(store)

    receipt = panel(store, date="2026-11-10")

    assert (outcome(store, first), receipt.message) == (OPEN, "")


def test_a_no_stays_a_no(store: Store) -> None:
    first = call(store)
    decided(store, first, "rejected", "2026-11-12")
    before = row_of(store, first)

    panel(store)

    assert row_of(store, first) == before


def test_a_no_without_a_day_is_left_for_the_person_to_place(store: Store) -> None:
    """It may have been about the call or about the panel, which is written down late."""
    first = call(store)
    (application,) = workbook(store).applications
    put(store, application.changed(status="rejected", status_on=None))

    panel(store)

    assert outcome(store, first) == OPEN
    assert [one.interview.id for one in find_moved_on(workbook(store))] == [first.id]


def test_no_reply_becomes_moved_on_and_undo_brings_it_back(store: Store) -> None:
    first = call(store)
    decided(store, first, "no_reply", "2026-11-15")
    before = row_of(store, first)

    receipt = panel(store)
    assert outcome(store, first) == FILLED
    assert receipt.message == ("Northwind is open again. Your recruiter call is now marked “Moved on”, not “No reply”.")

    store.undo(receipt.id, NOW)
    assert row_of(store, first) == before


def test_undo_takes_back_the_outcome_and_keeps_the_debrief(store: Store) -> None:
    first = call(store)
    before = row_of(store, first)
    receipt = panel(store)
    second = workbook(store).by_time[-1]
    assert [entry.label for entry in store.undoable()] == ["Your recruiter call is now marked “Moved on”"]

    store.undo(receipt.id, NOW)

    assert row_of(store, first) == before
    assert the(store, second.id) == second
    assert store.undoable() == ()


def test_an_undo_that_comes_after_another_answer_changes_nothing(store: Store) -> None:
    first = call(store)
    receipt = panel(store)
    decided(store, first, "pending")
    before = (store.folder / "interviews.csv").read_bytes()

    with pytest.raises(Conflict):
        store.undo(receipt.id, NOW)

    assert (store.folder / "interviews.csv").read_bytes() == before


def test_it_can_be_taken_back_after_a_restart_too(store: Store) -> None:
    first = call(store)
    receipt = panel(store)
    new_server()

    Store(store.folder, store.home).undo(receipt.id, NOW)

    assert outcome(store, first) == OPEN


def test_a_second_click_after_the_undo_fills_nothing_again(store: Store) -> None:
    first = call(store)
    draft = answered(begin_upcoming(Random(9)), WHICH | {"date": "2026-11-25", "stage": "panel"})
    receipt = save_upcoming(store, store.drafts.save(draft, NOW), NOW, ZONE)
    store.undo(receipt.id, NOW)

    assert save_upcoming(store, draft, NOW, ZONE).repeated
    assert outcome(store, first) == OPEN


def test_correcting_a_note_after_the_undo_fills_nothing_again(store: Store) -> None:
    first = call(store)
    store.undo(panel(store).id, NOW)

    edited(store, first, "notes", {"went_well": "The opening."}, seed=7)

    assert outcome(store, first) == OPEN


def test_a_third_round_settles_both_before_it(store: Store) -> None:
    first = call(store, date="2026-11-03")
    second = call(store, seed=4, stage="technical")
    assert outcome(store, second) == OPEN

    receipt = panel(store)

    assert (outcome(store, first), outcome(store, second)) == (FILLED, FILLED)
    assert receipt.message == "Your technical interview is now marked “Moved on”."


def test_a_cancelled_round_makes_the_earlier_one_wait_again(store: Store) -> None:
    first = call(store)
    _, coming = noted(store)

    receipt = mark_not_held(store, coming, "cancelled", NOW)

    assert outcome(store, first) == OPEN
    assert receipt.message == "Your recruiter call is waiting for an answer again."
    store.undo(receipt.id, NOW)
    assert outcome(store, first) == FILLED


def test_deleting_the_round_makes_the_earlier_one_wait_again(store: Store) -> None:
    first = call(store)
    panel(store)

    receipt = delete_debrief(store, workbook(store).by_time[-1].id, NOW)

    assert outcome(store, first) == OPEN
    store.undo(receipt.id, NOW)
    assert outcome(store, first) == FILLED


def test_a_date_corrected_to_the_same_day_takes_it_back_and_to_a_later_day_records_it(store: Store) -> None:
    first = call(store)
    panel(store)
    second = workbook(store).by_time[-1]

    edited(store, second, "basics", {"date": "2026-11-10"}, seed=5)
    assert outcome(store, first) == OPEN

    edited(store, second, "basics", {"date": "2026-11-12"}, seed=6)
    assert outcome(store, first) == FILLED


def test_planned_together_it_is_settled_once_the_second_is_held(store: Store) -> None:
    _, coming = noted(store, "2026-11-17", now=LAST_WEEK - timedelta(days=3))
    first = call(store)
    assert outcome(store, first) == OPEN

    debriefed(store, seed=5, interview_id=coming, date="2026-11-17")

    assert outcome(store, first) == FILLED


def test_their_answer_with_the_round_known_stays(store: Store) -> None:
    """They asked me back, but for another role."""
    first = call(store)
    panel(store)

    decided(store, first, "pending")
    assert outcome(store, first) == ("pending", None, "hand")

    debriefed(store, seed=6, date="2026-11-19", time="15:00", stage="final")
    assert outcome(store, first) == ("pending", None, "hand")
    assert first.id not in [one.interview.id for one in find_moved_on(workbook(store))]


def test_waiting_that_was_noted_before_the_round_is_not_an_objection(store: Store) -> None:
    first = call(store)
    decided(store, first, "pending")

    panel(store)

    assert outcome(store, first) == FILLED


def test_an_overruled_one_can_be_moved_on_after_all(store: Store) -> None:
    first = call(store)
    panel(store)
    decided(store, first, "pending")

    decided(store, first, "advanced", "2026-11-16", seed=8)

    row = the(store, first.id)
    assert (row.outcome, str(row.outcome_on), row.outcome_by) == ("advanced", "2026-11-16", None)


def test_adding_their_words_to_a_moved_on_one_makes_up_no_day(store: Store) -> None:
    first = call(store)
    panel(store)
    draft = outcome_draft(store, first, {"feedback": "They liked the examples."})

    save_outcome(store, draft, NOW)

    assert outcome(store, first) == FILLED
    assert the(store, first.id).feedback == "They liked the examples."


def test_the_outcome_form_suggests_today_only_where_an_answer_has_a_day(store: Store) -> None:
    first = call(store)
    assert begin_outcome(first, NOW, Random(1)).values["outcome_on"] == "2026-11-20"
    panel(store)
    assert begin_outcome(the(store, first.id), NOW, Random(1)).values["outcome_on"] == ""


def test_ratings_from_before_the_round_still_count(store: Store) -> None:
    first = call(store)
    in_time = Rating(interview_id=first.id, dimension="clarity", score=4, rated_at=LAST_WEEK)
    knowing = Rating(interview_id=first.id, dimension="composure", score=5, rated_at=NOW)
    put(store, in_time, knowing)
    before = (store.folder / "ratings.csv").read_bytes()

    receipt = panel(store)

    moved = the(store, first.id)
    hollow = {row.dimension for row in workbook(store).ratings if was_rated_afterwards(row, moved)}
    assert hollow == {"composure"}
    store.undo(receipt.id, NOW)
    assert (store.folder / "ratings.csv").read_bytes() == before


def test_what_is_rated_once_it_moved_on_is_marked(store: Store) -> None:
    first = call(store)
    panel(store)

    edited(store, first, "ratings", {"ratings.clarity.score": "4"}, seed=5)

    (rating,) = workbook(store).ratings
    assert rating.afterwards is True


def older(store: Store) -> tuple[Interview, Interview, Interview]:
    """A workbook from before: two earlier rounds that nobody settled, and one without an answer."""
    first, silent = call(store), call(store, seed=3, company="Osprey")
    second = call(store, seed=4, company="Tern")
    for company, seed in (("Northwind", 5), ("Osprey", 6), ("Tern", 7)):
        panel(store, seed, company=company)
    rows = [the(store, each.id).changed(outcome=None, outcome_by=None) for each in (first, silent, second)]
    put(store, *rows)
    decided_before = rows[1].changed(outcome="no_reply", outcome_on=LAST_WEEK.date())
    put(store, decided_before)
    return rows[0], decided_before, rows[2]


def test_an_older_workbook_is_settled_in_one_commit_and_one_left_out_stays(store: Store) -> None:
    first, silent, second = older(store)
    before = (store.folder / "interviews.csv").read_bytes()
    assert {one.interview.id for one in find_moved_on(workbook(store))} == {first.id, silent.id, second.id}

    receipt = settle_rounds(store, (first.id, silent.id), (second.id,), NOW)

    assert receipt is not None
    assert (outcome(store, first), outcome(store, silent)) == (FILLED, FILLED)
    assert outcome(store, second) == (None, None, "hand")
    assert find_moved_on(workbook(store)) == ()
    store.undo(receipt.id, NOW)
    assert (store.folder / "interviews.csv").read_bytes() == before


def test_dismissing_lets_all_of_them_stay_for_good(store: Store) -> None:
    first, silent, second = older(store)

    settle_rounds(store, (), (first.id, silent.id, second.id), NOW)
    debriefed(store, seed=8, company="Osprey", date="2026-11-19", time="15:00")

    assert outcome(store, silent)[0] == "no_reply"
    assert outcome(store, first) == (None, None, "hand")


def test_recording_twice_changes_nothing_more(store: Store) -> None:
    first, silent, second = older(store)
    ids = (first.id, silent.id, second.id)
    settle_rounds(store, ids, (), NOW)

    assert settle_rounds(store, ids, (), NOW) is None


ACTS = st.one_of(
    st.tuples(st.just("debrief"), st.integers(0, 1), st.integers(0, 4)),
    st.tuples(st.just("note"), st.integers(0, 1), st.integers(0, 9)),
    st.tuples(
        st.just("outcome"), st.integers(0, 7), st.sampled_from(["pending", "no_reply", "rejected", "advanced", "offer"])
    ),
    st.tuples(st.just("cancel"), st.integers(0, 7), st.just(0)),
    st.tuples(st.just("delete"), st.integers(0, 7), st.just(0)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(acts=st.lists(ACTS, min_size=2, max_size=7))
def test_over_any_history_earlier_rounds_are_settled_noes_stay_and_undo_restores(
    acts: list[tuple[str, int, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("history")
    store = Store(folder / "data", folder / "home")
    for seed, (act, which, what) in enumerate(acts, start=1):
        before = workbook(store)
        kept = _settled_rows(before)
        images = _images(store)
        receipt = _done(store, act, which, what, seed)
        if receipt is None:
            continue
        after = workbook(store)
        if act in ("debrief", "note"):
            _no_open_round_before_another(after)
            assert all(the(store, row.id) == row for row in kept)
        if any(entry.receipt_id == receipt.id for entry in store.undoable()):
            store.undo(receipt.id, NOW)
            if act in ("debrief", "note"):
                assert all(line in _images(store)["interviews.csv"] for line in images["interviews.csv"])
            else:
                assert _images(store) == images
            if seed % 2:  # go on from where it was saved
                _again(store, act, which, what, seed)


def _settled_rows(book: Any) -> list[Interview]:
    return [row for row in book.interviews if row.outcome in ("rejected", "offer") or row.outcome_by == "hand"]


def _images(store: Store) -> dict[str, list[bytes]]:
    return {path.name: path.read_bytes().splitlines() for path in sorted(store.folder.glob("*.csv"))}


def _no_open_round_before_another(book: Any) -> None:
    touched = max(book.interviews, key=lambda row: row.updated_at or row.created_at)
    for row in book.interviews:
        later = [
            other
            for other in book.interviews
            if other.is_debriefed
            and other.application_id == row.application_id == touched.application_id
            and other.held_on > row.held_on
        ]
        if row.is_debriefed and later and row.outcome_by != "hand":
            assert row.outcome not in (None, "pending", "no_reply"), row


def _done(store: Store, act: str, which: int, what: Any, seed: int) -> Receipt | None:
    at = NOW + timedelta(minutes=seed)
    rows = workbook(store).interviews
    company = ("Northwind", "Osprey")[which % 2]
    if act == "debrief":
        day = {"company": company, "date": f"2026-11-{14 + what:02}", "time": f"{8 + seed:02}:00"}
        return save_debrief(store, debrief_draft(store, WHICH | day, seed=seed), at, ZONE)
    if act == "note":
        wanted = WHICH | {"company": company, "date": f"2026-11-{19 + what:02}", "time": f"{8 + seed:02}:00"}
        draft = store.drafts.save(answered(begin_upcoming(Random(seed)), wanted), at)
        return save_upcoming(store, draft, at, ZONE)
    if which >= len(rows):
        return None
    row = rows[which]
    if act == "outcome" and row.is_debriefed:
        draft = outcome_draft(store, row, {"outcome": what, "outcome_on": "2026-11-20"}, seed)
        return save_outcome(store, draft, at)
    if act == "cancel" and row.state == "scheduled":
        return mark_not_held(store, row.id, "cancelled", at)
    return delete_debrief(store, row.id, at) if act == "delete" else None


def _again(store: Store, act: str, which: int, what: Any, seed: int) -> None:
    if act not in ("debrief", "note"):
        _done(store, act, which, what, seed)
