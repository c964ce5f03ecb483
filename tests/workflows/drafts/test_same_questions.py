"""A wording confirmed as an earlier question: its topic is made in the same save, and taken back with it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.practice.cards import Card, cards
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.story import Story
from lib.records.topic import Topic
from lib.store import Draft, Receipt, Store
from lib.workflows.drafting import with_answers
from lib.workflows.drafts.same_questions import same_field
from lib.workflows.entries.practising import remove_story
from lib.workflows.errors import Difference, EditedElsewhere
from lib.workflows.form_values import row_field
from tests.day_first import save_debrief, save_edit
from tests.workflows.evening import (
    NEXT_EVENING,
    NOW,
    WHICH,
    ZONE,
    debrief_draft,
    debriefed,
    edit_draft,
    put,
    the,
    workbook,
)

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
    save_debrief(store, draft, NOW, ZONE)


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
    save_debrief(store, draft, NOW, ZONE)

    assert card(store, AGAIN).topic is None
    assert not store.load().problems


def test_two_wordings_of_one_debrief_confirmed_as_the_same_earlier_one_share_its_topic(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    earlier, third = card(store, EARLIER).id, "And your pay?"
    answers = {**OTHER, "asked": f"{AGAIN}\n{third}", same_field(AGAIN): earlier, same_field(third): earlier}
    save_debrief(store, debrief_draft(store, answers, seed=2), NOW, ZONE)

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


def corrected(store: Store, interview: Interview, section: str = "questions", seed: int = 2, **fields: Any) -> Receipt:
    return save_edit(store, edit_draft(store, interview, section, fields, seed), NEXT_EVENING, ZONE)


def row_of(store: Store, interview: Interview, text: str) -> Question:
    return next(row for row in workbook(store).questions if (row.interview_id, row.text) == (interview.id, text))


def topic_of(row: Question) -> str:
    return row_field("questions", row.id, "topic_id")


def test_a_row_in_the_earlier_one_s_words_can_be_taken_off_while_another_is_confirmed(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    second = debriefed(store, seed=2, **{**OTHER, "asked": f"{EARLIER}\n{AGAIN}"})
    kept = row_of(store, second, AGAIN)

    corrected(store, second, **{"questions": [kept.id], topic_of(kept): card(store, EARLIER).id})

    assert sorted(one.text for one in card(store, EARLIER).wordings) == [AGAIN, EARLIER]


def test_a_row_reworded_in_the_same_correction_does_not_come_along(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    second = debriefed(store, seed=2, **{**OTHER, "asked": f"{EARLIER}\n{AGAIN}"})
    reworded, kept = row_of(store, second, EARLIER), row_of(store, second, AGAIN)
    text = row_field("questions", reworded.id, "text")

    corrected(store, second, **{text: "Something else altogether", topic_of(kept): card(store, EARLIER).id})

    assert {one.text for one in card(store, EARLIER).wordings} == {EARLIER, AGAIN}


def test_the_earlier_one_found_by_a_row_that_is_reworded_now_is_still_the_one(store: Store) -> None:
    first = debriefed(store, seed=1, asked=EARLIER)
    debriefed(store, seed=2, **{**OTHER, "asked": EARLIER})
    named = card(store, EARLIER).id
    row = next(row for row in workbook(store).questions if row.id == named)
    home = first if row.interview_id == first.id else the(store, row.interview_id)
    text = row_field("questions", named, "text")
    new = row_field("questions", "qu-new", "text")

    corrected(store, home, **{text: "Something else", new: AGAIN, row_field("questions", "qu-new", "topic_id"): named})

    assert {one.text for one in card(store, AGAIN).wordings} == {EARLIER, AGAIN}


def test_two_rows_of_one_debrief_that_name_each_other_share_one_topic(store: Store) -> None:
    interview = debriefed(store, seed=1, asked=f"{EARLIER}\n{AGAIN}")
    one, other = row_of(store, interview, EARLIER), row_of(store, interview, AGAIN)

    corrected(store, interview, **{topic_of(one): other.id, topic_of(other): one.id})

    assert len(card(store, EARLIER).wordings) == 2
    assert len(workbook(store).topics) == 1


def test_the_only_wording_of_a_topic_stays_with_it_and_keeps_its_best_answer(store: Store) -> None:
    interview = debriefed(store, seed=1, asked=EARLIER)
    row = row_of(store, interview, EARLIER)
    put(store, Topic(id="tp-1", text="Pay", best_answer="The whole offer."), row.changed(topic_id="tp-1"))

    corrected(store, interview, **{topic_of(row): ""})

    assert card(store, EARLIER).id == "tp-1"


def test_two_windows_that_confirm_the_same_one_do_not_disagree(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    second = debriefed(store, seed=2, **{**OTHER, "asked": AGAIN})
    answers = {topic_of(row_of(store, second, AGAIN)): card(store, EARLIER).id}
    mine = edit_draft(store, second, "hard", answers)
    corrected(store, second, seed=7, **answers)

    save_edit(store, mine, NEXT_EVENING, ZONE)

    assert len(card(store, EARLIER).wordings) == 2
    assert len(workbook(store).topics) == 1


def test_two_windows_that_confirm_different_ones_see_both_in_words(store: Store) -> None:
    debriefed(store, seed=1, asked=f"{EARLIER}\nWhy us?")
    second = debriefed(store, seed=2, **{**OTHER, "asked": AGAIN})
    field = topic_of(row_of(store, second, AGAIN))
    mine = edit_draft(store, second, "hard", {field: card(store, EARLIER).id})
    corrected(store, second, seed=7, **{field: card(store, "Why us?").id})

    with pytest.raises(EditedElsewhere) as conflict:
        save_edit(store, mine, NEXT_EVENING, ZONE)

    assert conflict.value.differences == (Difference("the same question as", EARLIER, "Why us?"),)


def test_two_windows_that_name_different_stories_see_their_names(store: Store) -> None:
    put(store, Story(id="st-1", title="The port"), Story(id="st-2", title="The outage"))
    interview = debriefed(store, seed=1, asked=EARLIER)
    field = row_field("questions", row_of(store, interview, EARLIER).id, "story_id")
    mine = edit_draft(store, interview, "hard", {field: "st-1"})
    corrected(store, interview, seed=7, **{field: "st-2"})

    with pytest.raises(EditedElsewhere) as conflict:
        save_edit(store, mine, NEXT_EVENING, ZONE)

    assert conflict.value.differences == (Difference("the story told", "The port", "The outage"),)


def test_a_story_deleted_while_it_was_chosen_is_not_named(store: Store) -> None:
    put(store, Story(id="st-1", title="The port"))
    interview = debriefed(store, seed=1, asked=EARLIER)
    row = row_of(store, interview, EARLIER)
    draft = edit_draft(store, interview, "questions", {row_field("questions", row.id, "story_id"): "st-1"})
    remove_story(store, "st-1", NOW)

    save_edit(store, draft, NEXT_EVENING, ZONE)

    assert row_of(store, interview, EARLIER).story_id == ""


def second_window(draft: Draft, **answers: Any) -> Draft:
    return replace(draft, id=f"{draft.id}~2", values=with_answers(draft.values, answers))


def test_what_only_the_second_window_of_an_evening_confirmed_is_said_before_it_is_lost(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    draft = debrief_draft(store, {**OTHER, "asked": AGAIN}, seed=2)
    other = second_window(draft, **{same_field(AGAIN): card(store, EARLIER).id})
    save_debrief(store, draft, NOW, ZONE)

    with pytest.raises(EditedElsewhere) as conflict:
        save_debrief(store, other, NOW, ZONE)
    assert EARLIER in conflict.value.differences[0].mine

    save_debrief(store, second_window(other, overwrite="yes"), NOW, ZONE)
    assert len(card(store, EARLIER).wordings) == 2


def test_what_the_first_window_of_an_evening_confirmed_stays_when_the_second_is_saved_over_it(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    draft = debrief_draft(store, {**OTHER, "asked": AGAIN}, seed=2)
    other = second_window(draft, went_well="The port.", overwrite="yes")
    save_debrief(store, second_window(draft, **{same_field(AGAIN): card(store, EARLIER).id}), NOW, ZONE)

    save_debrief(store, other, NOW, ZONE)

    assert len(card(store, EARLIER).wordings) == 2


def test_the_same_choice_saved_in_both_windows_of_an_evening_is_once_there(store: Store) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    draft = debrief_draft(store, {**OTHER, "asked": AGAIN, same_field(AGAIN): card(store, EARLIER).id}, seed=2)
    save_debrief(store, draft, NOW, ZONE)

    save_debrief(store, second_window(draft), NOW, ZONE)

    assert len(workbook(store).topics) == 1
    assert len(card(store, EARLIER).wordings) == 2


@pytest.mark.parametrize("section", ["hard", "questions"])
def test_a_correction_discarded_leaves_everything_apart(store: Store, section: str) -> None:
    debriefed(store, seed=1, asked=EARLIER)
    second = debriefed(store, seed=2, **{**OTHER, "asked": AGAIN})
    draft = edit_draft(store, second, section, {topic_of(row_of(store, second, AGAIN)): card(store, EARLIER).id})

    store.drafts.discard(draft.id, NEXT_EVENING)

    assert workbook(store).topics == ()


@given(data=st.data())
def test_whatever_is_confirmed_reworded_and_taken_off_saves_and_gathers_no_one_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("made-up")
    store = Store(folder / "data", folder / "home")
    texts = ["One?", "Two?", "Three?", "One?"]
    debriefed(store, seed=1, asked="\n".join(texts[:2]))
    second = debriefed(store, seed=2, **{**OTHER, "asked": "\n".join(texts)})
    rows = [row.id for row in workbook(store).questions if row.interview_id == second.id]
    ids = [one.id for one in cards(workbook(store))]
    kept = data.draw(st.lists(st.sampled_from(rows), unique=True))
    answers: dict[str, Any] = {"questions": kept}
    for row_id in kept:
        answers[row_field("questions", row_id, "topic_id")] = data.draw(st.sampled_from(["", "qu-gone", *ids]))
        answers[row_field("questions", row_id, "text")] = data.draw(st.sampled_from([*texts, "Four?"]))

    corrected(store, second, **answers)

    after = workbook(store)
    assert {row.id for row in after.questions if row.interview_id == second.id} == set(kept)
    assert not store.load().problems
    named = {row.topic_id for row in after.questions} - {""}
    assert named <= {topic.id for topic in after.topics}
