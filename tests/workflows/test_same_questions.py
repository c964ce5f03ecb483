"""A wording confirmed as an earlier question: its topic is made in the same save, and taken back with it."""

from typing import Any

from lib.practice.cards import Card, cards
from lib.records.topic import Topic
from lib.store import Store
from lib.workflows.answers import row_field
from lib.workflows.debrief import save_tonight
from lib.workflows.editing import save_edit
from lib.workflows.same_questions import same_field
from tests.workflows.evening import NEXT_EVENING, NOW, WHICH, ZONE, debrief_draft, debriefed, edit_draft, put, workbook

EARLIER = "What do you earn?"
AGAIN = "So what do you earn at the moment?"
OTHER = WHICH | {"company": "Lanternfish", "date": "2026-11-19"}


def card(store: Store, text: str) -> Card:
    return next(one for one in cards(workbook(store)) if any(wording.text == text for wording in one.wordings))


def asked_twice(store: Store, **answers: Any) -> None:
    """One debrief with a question, and another in which it was asked in other words and confirmed as the same."""
    debriefed(store, seed=1, asked=EARLIER)
    earlier = card(store, EARLIER)
    draft = debrief_draft(store, {**OTHER, "asked": AGAIN, same_field(AGAIN): earlier.id, **answers}, seed=2)
    save_tonight(store, draft, NOW, ZONE)


def test_tonight_s_confirmed_wording_joins_the_earlier_one(store: Store) -> None:
    asked_twice(store)

    both = card(store, EARLIER)
    assert {one.text for one in both.wordings} == {EARLIER, AGAIN}
    assert both.topic
    assert both.topic.text == EARLIER


def test_nothing_is_put_together_by_itself(store: Store) -> None:
    asked_twice(store, **{same_field(AGAIN): ""})

    assert len(card(store, EARLIER).wordings) == 1
    assert workbook(store).topics == ()


def test_an_earlier_question_deleted_meanwhile_leaves_the_new_one_on_its_own(store: Store) -> None:
    draft = debrief_draft(store, {**OTHER, "asked": AGAIN, same_field(AGAIN): "qu-gone"})
    save_tonight(store, draft, NOW, ZONE)

    assert card(store, AGAIN).topic is None
    assert not store.load().problems


def test_two_wordings_of_one_debrief_confirmed_as_the_same_earlier_one_share_its_topic(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    earlier, third = card(store, EARLIER).id, "And your pay?"
    answers = {**OTHER, "asked": f"{AGAIN}\n{third}", same_field(AGAIN): earlier, same_field(third): earlier}
    save_tonight(store, debrief_draft(store, answers, seed=2), NOW, ZONE)

    assert {one.text for one in card(store, EARLIER).wordings} == {EARLIER, AGAIN, third}
    assert len(workbook(store).topics) == 1


def test_a_correction_confirms_it_and_undo_takes_the_topic_back_as_well(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    second = debriefed(store, seed=2, **{**OTHER, "asked": AGAIN})
    row_id = card(store, AGAIN).id
    answers = {row_field("questions", row_id, "topic_id"): card(store, EARLIER).id}

    receipt = save_edit(store, edit_draft(store, second, "questions", answers), NEXT_EVENING, ZONE)
    assert len(card(store, EARLIER).wordings) == 2

    store.undo(receipt.id, NEXT_EVENING)
    assert workbook(store).topics == ()
    assert len(card(store, EARLIER).wordings) == 1


def test_a_correction_takes_a_wording_off_its_topic(store: Store) -> None:
    asked_twice(store)
    row = next(one for one in workbook(store).questions if one.text == AGAIN)
    interview = workbook(store).interview(row.interview_id)
    assert interview
    draft = edit_draft(store, interview, "hard", {row_field("questions", row.id, "topic_id"): ""})

    save_edit(store, draft, NEXT_EVENING, ZONE)

    assert [one.text for one in card(store, EARLIER).wordings] == [EARLIER]


def test_a_rating_corrected_elsewhere_meanwhile_is_kept_beside_the_confirmation(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    second = debriefed(store, seed=2, **{**OTHER, "asked": AGAIN})
    row_id = card(store, AGAIN).id
    mine = edit_draft(store, second, "hard", {row_field("questions", row_id, "topic_id"): card(store, EARLIER).id})
    theirs = edit_draft(store, second, "questions", {row_field("questions", row_id, "rating"): "4"}, seed=7)
    save_edit(store, theirs, NEXT_EVENING, ZONE)

    save_edit(store, mine, NEXT_EVENING, ZONE)

    row = next(one for one in workbook(store).questions if one.id == row_id)
    assert row.rating == 4
    assert len(card(store, EARLIER).wordings) == 2


def test_a_topic_that_is_named_but_gone_from_its_file_stays_named(store: Store) -> None:
    interview = debriefed(store, seed=1, asked=EARLIER)
    row = card(store, EARLIER).wordings[0]
    put(store, Topic(id="tp-1", text="Pay"), row.changed(topic_id="tp-1"))
    (store.folder / "topics.csv").unlink()

    draft = edit_draft(store, interview, "questions", {row_field("questions", row.id, "rating"): "3"})
    save_edit(store, draft, NEXT_EVENING, ZONE)

    kept = next(one for one in workbook(store).questions if one.id == row.id)
    assert (kept.rating, kept.topic_id) == (3, "tp-1")
