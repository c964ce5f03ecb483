"""Ratings and guesses around the outcome: what a save notes, and what stays as it was."""

from datetime import timedelta
from typing import Any

from lib.insight.hindsight import was_rated_afterwards
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.store import Store
from tests.day_first import save_debrief, skills
from tests.workflows.evening import (
    NEXT_EVENING,
    NOW,
    ZONE,
    debrief_draft,
    debriefed,
    decided,
    edited,
    put,
    the,
    workbook,
)

CLARITY = "ratings.clarity.score"


def rate(store: Store, interview: Interview, score: str, seed: int = 4, **others: Any) -> Interview:
    return edited(store, interview, "ratings", {CLARITY: score, **others}, seed=seed)


def only(store: Store) -> Rating:
    (rating,) = workbook(store).ratings
    return rating


def is_hollow(store: Store) -> bool:
    rating = only(store)
    return was_rated_afterwards(rating, the(store, rating.interview_id))


def test_a_rating_after_a_recorded_no_is_marked_in_the_file(store: Store) -> None:
    interview = debriefed(store)
    decided(store, interview, "rejected")

    rate(store, interview, "4")

    assert (only(store).score, only(store).hindsight, only(store).afterwards) == (4, None, True)
    assert only(store).cells()["afterwards"] == "yes"


def test_an_outcome_without_its_day_is_known_as_well(store: Store) -> None:
    interview = debriefed(store)
    put(store, the(store, interview.id).changed(outcome="advanced"))

    rate(store, interview, "4")

    assert only(store).afterwards is True


def test_an_outcome_recorded_later_leaves_the_rating_as_it_was_given(store: Store) -> None:
    interview = debriefed(store, date="2026-11-10")
    rate(store, interview, "4")

    decided(store, interview, "rejected", "2026-11-12", seed=5)

    assert not is_hollow(store)
    assert skills(workbook(store)).caption == ""


def test_neither_does_it_turn_one_from_before_the_column(store: Store) -> None:
    interview = debriefed(store, date="2026-11-10")
    put(store, Rating(interview_id=interview.id, dimension="clarity", score=4, rated_at=NEXT_EVENING))

    decided(store, interview, "rejected", "2026-11-12", seed=5)

    assert not is_hollow(store)


def test_a_rating_of_that_very_day_before_the_outcome_counts(store: Store) -> None:
    interview = debriefed(store)
    edited(store, interview, "ratings", {CLARITY: "4"}, NOW, seed=4)

    decided(store, interview, "rejected", "2026-11-20", seed=5)

    assert not is_hollow(store)


def test_an_outcome_whose_day_is_corrected_changes_no_rating(store: Store) -> None:
    interview = debriefed(store, date="2026-11-10")
    put(store, Rating(interview_id=interview.id, dimension="clarity", score=4, rated_at=NOW))
    decided(store, interview, "rejected", "2026-11-20", seed=5)

    decided(store, interview, "rejected", "2026-11-12", seed=6)

    assert not is_hollow(store)


def test_an_outcome_taken_back_as_a_slip_makes_the_rating_count(store: Store) -> None:
    interview = debriefed(store)
    decided(store, interview, "rejected")
    rate(store, interview, "4")

    decided(store, interview, "pending", seed=6)
    assert not is_hollow(store)

    decided(store, interview, "advanced", seed=7)
    assert not is_hollow(store)


def test_a_rating_from_afterwards_that_is_changed_stays_one(store: Store) -> None:
    interview = debriefed(store)
    decided(store, interview, "rejected")
    rate(store, interview, "4")

    rate(store, interview, "2", seed=6)

    assert (only(store).score, only(store).hindsight, is_hollow(store)) == (2, None, True)


def test_a_rating_from_afterwards_can_be_taken_back(store: Store) -> None:
    interview = debriefed(store)
    decided(store, interview, "rejected")
    rate(store, interview, "4")

    rate(store, interview, "", seed=6)

    assert workbook(store).ratings == ()


def test_one_that_was_given_in_time_keeps_its_number_beside_the_new_view(store: Store) -> None:
    interview = debriefed(store)
    rate(store, interview, "4")
    decided(store, interview, "rejected", seed=5)

    rate(store, interview, "1", seed=6)

    assert (only(store).score, only(store).hindsight, is_hollow(store)) == (4, 1, False)


def test_undoing_the_outcome_brings_the_ratings_back_to_what_they_were(store: Store) -> None:
    interview = debriefed(store)
    put(store, Rating(interview_id=interview.id, dimension="clarity", score=4, rated_at=NEXT_EVENING))
    before = (store.folder / "ratings.csv").read_bytes()
    receipt = decided(store, interview, "rejected", seed=5)

    store.undo(receipt.id, NOW)

    assert (store.folder / "ratings.csv").read_bytes() == before


def test_a_guess_typed_before_the_outcome_was_recorded_elsewhere_is_not_stored(store: Store) -> None:
    first = debriefed(store, date="2026-11-10")
    draft = debrief_draft(store, {"forecast": "60", "date": "2026-11-03", "company": "Northwind"} | _SAME, seed=2)

    save_debrief(store, draft, NOW, ZONE)

    assert the(store, first.id).forecast is None
    assert the(store, draft.record_id).forecast is None


_SAME = {"role": "Data engineer", "stage": "recruiter_screen", "time": "10:00"}


def test_a_guess_counts_where_no_later_round_is_on_file(store: Store) -> None:
    debriefed(store, date="2026-11-03")
    draft = debrief_draft(store, {"forecast": "60", "date": "2026-11-10", "company": "Northwind"} | _SAME, seed=2)

    save_debrief(store, draft, NOW, ZONE)

    assert the(store, draft.record_id).forecast == 60


def test_a_guess_added_later_is_not_taken_once_the_next_round_is_there(store: Store) -> None:
    first = debriefed(store, date="2026-11-10")
    debriefed(store, seed=2, date="2026-11-17")

    assert edited(store, first, "forecast", {"forecast": "40"}, NOW + timedelta(days=1), seed=5).forecast is None
