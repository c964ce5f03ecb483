"""Claims from the debrief to the next round: tied to a side, put as a question, put aside for good, taken up again."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.records.claim import Claim
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.setting import Setting
from lib.store import Receipt, Store
from lib.workflows.entries.claims import (
    DISMISSED_KEY,
    before_round,
    coming_rounds,
    dismiss_claim,
    dismissed_claims,
    questions_aside,
)
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.errors import EditedElsewhere, Gone
from tests.day_first import save_edit, take_claim_up
from tests.workflows.evening import NEXT_EVENING, NOW, ZONE, debriefed, edit_draft, edited, put, scheduled, workbook

Verb = Callable[[Store, str, datetime], Receipt]
SAID = {"claims": ["cl-1"], "claims.cl-1.claim": "organised", "claims.cl-1.dimension": "preparation"}
ASKED = "You said “organised”, and rated preparation 2: which story shows it?"


@pytest.fixture
def first(store: Store) -> Interview:
    """A first round in which a claim was made and its own side went badly."""
    interview = debriefed(store)
    edited(store, interview, "ratings", {"ratings.preparation.score": "2"})
    return edited(store, interview, "claims", SAID, seed=3)


@pytest.fixture
def coming(store: Store, first: Interview) -> Interview:
    return scheduled(store, date="2026-11-27", stage="final", people_names="")


def claims(store: Store) -> list[tuple[str, str, str]]:
    return [(claim.id, claim.claim, claim.dimension) for claim in workbook(store).claims]


def asked(store: Store, now: datetime = NOW) -> list[str]:
    return [one.sentence for found in coming_rounds(workbook(store), now, dates=DAY_FIRST) for one in found.questions]


def aside(store: Store) -> list[str]:
    return [one.sentence for one in questions_aside(workbook(store), NOW, dates=DAY_FIRST)]


def again(store: Store, **claim: Any) -> Interview:
    """A second round with the same claim."""
    second = debriefed(store, seed=5, date="2026-11-21", stage="panel", now=NEXT_EVENING)
    put(
        store,
        Claim(**{"id": "cl-2", "interview_id": second.id, "claim": "Organised", "dimension": "preparation"} | claim),
    )
    return second


def test_a_claim_keeps_the_side_that_it_speaks_of_d3(store: Store, first: Interview) -> None:
    assert claims(store) == [("cl-1", "organised", "preparation")]


def test_a_claim_s_words_are_corrected_without_losing_its_side(store: Store, first: Interview) -> None:
    edited(store, first, "claims", {"claims.cl-1.claim": "well organised"}, seed=4)

    assert claims(store) == [("cl-1", "well organised", "preparation")]


def test_a_side_is_taken_off_a_claim_again(store: Store, first: Interview) -> None:
    edited(store, first, "claims", {"claims.cl-1.dimension": ""}, seed=4)

    assert claims(store) == [("cl-1", "organised", "")]


def test_a_side_changed_here_and_elsewhere_overwrites_nothing(store: Store, first: Interview) -> None:
    mine = edit_draft(store, first, "claims", {"claims.cl-1.dimension": "composure"}, seed=4)
    edited(store, first, "claims", {"claims.cl-1.dimension": "clarity"}, seed=5)

    with pytest.raises(EditedElsewhere):
        save_edit(store, mine, NEXT_EVENING, ZONE)
    assert claims(store) == [("cl-1", "organised", "clarity")]


def test_a_claim_whose_side_went_badly_is_a_question_before_the_next_round_d3(store: Store, coming: Interview) -> None:
    assert asked(store) == [ASKED]


def test_a_question_dismissed_is_not_asked_again_and_the_claim_stays(store: Store, coming: Interview) -> None:
    dismiss_claim(store, "cl-1", NOW)

    assert (asked(store), aside(store)) == ([], [ASKED])
    assert claims(store) == [("cl-1", "organised", "preparation")]


def test_putting_aside_can_be_undone(store: Store, coming: Interview) -> None:
    receipt = dismiss_claim(store, "cl-1", NOW)
    store.undo(receipt.id, NOW)

    assert asked(store) == [ASKED]


def test_a_dismissed_question_is_reopened_later(store: Store, coming: Interview) -> None:
    dismiss_claim(store, "cl-1", NOW)
    take_claim_up(store, "cl-1", NOW)

    assert (asked(store), aside(store)) == ([ASKED], [])


def test_putting_aside_twice_is_once_and_can_be_taken_back_once(store: Store, coming: Interview) -> None:
    dismiss_claim(store, "cl-1", NOW)
    changes = len(store.undoable())
    dismiss_claim(store, "cl-1", NOW)

    assert dismissed_claims(workbook(store)) == ("cl-1",)
    assert len(store.undoable()) == changes


def test_the_ids_are_one_a_line_in_the_settings(store: Store, coming: Interview) -> None:
    again(store, claim="calm", dimension="composure")
    dismiss_claim(store, "cl-1", NOW)
    dismiss_claim(store, "cl-2", NOW)

    assert workbook(store).setting(DISMISSED_KEY) == "cl-1\ncl-2"


def test_the_same_words_in_a_later_round_stay_aside_and_come_back_together(store: Store, coming: Interview) -> None:
    dismiss_claim(store, "cl-1", NOW)
    again(store)
    assert asked(store, NEXT_EVENING) == []

    take_claim_up(store, "cl-2", NEXT_EVENING)
    assert len(asked(store, NEXT_EVENING)) == 1
    assert dismissed_claims(workbook(store)) == ()


def test_the_same_words_elsewhere_are_a_question_of_their_own(store: Store, coming: Interview) -> None:
    elsewhere = debriefed(store, seed=6, company="Contoso")
    put(
        store,
        Claim(id="cl-3", interview_id=elsewhere.id, claim="organised", dimension="preparation"),
        Rating(interview_id=elsewhere.id, dimension="preparation", score=1),
    )
    scheduled(store, seed=7, company="Contoso", date="2026-11-28", people_names="")
    dismiss_claim(store, "cl-1", NOW)

    assert [sentence for sentence in asked(store) if "preparation 1" in sentence] == asked(store)
    dismiss_claim(store, "cl-3", NOW)
    take_claim_up(store, "cl-1", NOW)
    assert asked(store) == [ASKED]


def test_what_was_dismissed_is_forgotten_with_its_claim_at_the_next_word(store: Store, coming: Interview) -> None:
    later = again(store, claim="calm", dimension="composure")
    dismiss_claim(store, "cl-2", NOW)
    delete_debrief(store, later.id, NOW)
    dismiss_claim(store, "cl-1", NOW)

    assert dismissed_claims(workbook(store)) == ("cl-1",)


@pytest.mark.parametrize("verb", [dismiss_claim, take_claim_up])
def test_a_claim_that_is_gone_cannot_be_dismissed_or_reopened(store: Store, verb: Verb) -> None:
    with pytest.raises(Gone):
        verb(store, "cl-gone", NOW)


def test_a_list_of_ids_that_was_edited_by_hand_is_read_as_it_is_meant(store: Store, coming: Interview) -> None:
    put(store, Setting(key=DISMISSED_KEY, value=" cl-1 \n\ncl-1\ncl-unknown"))

    assert dismissed_claims(workbook(store)) == ("cl-1", "cl-unknown")
    assert asked(store) == []


def test_only_a_round_ahead_at_a_company_met_before_has_something_to_remember(store: Store, coming: Interview) -> None:
    second = scheduled(store, seed=8, date="2026-12-04", people_names="")
    elsewhere = scheduled(store, seed=7, company="Contoso", date="2026-11-28", people_names="")
    book = workbook(store)
    past, *_ = (entry for entry in book.interviews if entry.is_debriefed)

    assert (
        before_round(book, coming, NOW, dates=DAY_FIRST)
        == before_round(book, second, NOW, dates=DAY_FIRST)
        == coming_rounds(book, NOW, dates=DAY_FIRST)[0]
    )
    assert before_round(book, past, NOW, dates=DAY_FIRST) is None
    assert before_round(book, elsewhere, NOW, dates=DAY_FIRST) is None
    assert before_round(book, past.changed(state="scheduled"), NOW, dates=DAY_FIRST) is None
