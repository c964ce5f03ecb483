"""Practice: a grade is one line of the log, grouping is confirmed and taken back, a story leaves no hole."""

from datetime import datetime, timedelta
from random import Random

import pytest

from lib.dates import DAY_FIRST
from lib.exchange.flat_table import flat_table
from lib.insight.findings import Findings
from lib.practice.cards import Card, cards
from lib.practice.common_questions import COMMON
from lib.practice.regrouping import edit_topic, set_practise
from lib.records.practice import Review
from lib.records.question import Question
from lib.records.story import Story
from lib.records.topic import Topic
from lib.store import Conflict, Store
from lib.workflows.drafts.record_editing import begin_record, save_record
from lib.workflows.entries.practising import (
    Try,
    card_of,
    choose_practise,
    grade_try,
    join,
    remove_story,
    split_off,
)
from lib.workflows.errors import EditedElsewhere, Gone
from tests.day_first import markdown, search_report
from tests.insight.tallies import tallies
from tests.workflows.evening import NOW, ZONE, answered, full_debrief, put, workbook

LATER = NOW + timedelta(minutes=3)
HARDEST = "What do you earn?"


def card(store: Store, text: str = HARDEST) -> Card:
    return next(one for one in cards(workbook(store)) if one.text == text)


def a_try(store: Store, token: str = "tab 1", shown_at: datetime = NOW, seen: int = 0) -> Try:
    return Try(card(store).id, token, shown_at, seen)


@pytest.fixture
def evening(store: Store) -> Store:
    """A saved debrief with three questions, two of them hard."""
    full_debrief(store)
    return store


def test_a_grade_is_one_line_with_the_minutes_that_it_took(evening: Store) -> None:
    grade_try(evening, a_try(evening), "good", LATER)

    (row,) = workbook(evening).practice
    assert (row.grade, row.minutes, row.reviewed_at) == ("good", 3.0, LATER)
    assert row.question_id == card(evening).wordings[-1].id


def test_the_second_of_two_clicks_writes_nothing(evening: Store) -> None:
    one = a_try(evening)
    grade_try(evening, one, "good", LATER)

    assert grade_try(evening, one, "again", LATER).receipt is None
    assert [row.grade for row in workbook(evening).practice] == ["good"]


def test_two_windows_that_grade_the_same_question_are_both_kept_and_the_second_is_told(evening: Store) -> None:
    first, second = a_try(evening, "tab 1"), a_try(evening, "tab 2")
    grade_try(evening, first, "good", LATER)

    logged = grade_try(evening, second, "hard", LATER + timedelta(minutes=1))

    assert [other.grade for other in logged.others] == ["good"]
    assert sorted(row.grade for row in workbook(evening).practice) == ["good", "hard"]


@pytest.mark.parametrize("taken", [timedelta(minutes=-10), timedelta(hours=2)])
def test_the_minutes_are_not_known_where_the_clock_jumped_or_the_question_was_left_lying(
    evening: Store, taken: timedelta
) -> None:
    logged = grade_try(evening, a_try(evening), "good", NOW + taken)

    assert logged.review.minutes is None


def test_a_grade_can_be_taken_back(evening: Store) -> None:
    logged = grade_try(evening, a_try(evening), "easy", LATER)
    assert logged.receipt
    evening.undo(logged.receipt.id, LATER)

    assert workbook(evening).practice == ()


def test_a_question_that_was_deleted_meanwhile_is_reported_as_gone(evening: Store) -> None:
    with pytest.raises(Gone):
        grade_try(evening, Try("qu-none", "tab", NOW, 0), "good", LATER)


def test_setting_aside_and_bringing_back_is_remembered_by_the_topic(evening: Store) -> None:
    choose_practise(evening, card(evening).id, "suspended", NOW)
    assert not card(evening).is_practised

    choose_practise(evening, card(evening).id, "auto", LATER)
    assert card(evening).is_practised


def test_two_questions_confirmed_as_one_share_their_practice(evening: Store) -> None:
    grade_try(evening, a_try(evening), "good", LATER)
    other = card(evening, "Why do you want to leave?")

    join(evening, card(evening).id, other.id, LATER)

    joined = card_of(workbook(evening), other.wordings[0].id)
    assert joined
    assert {one.text for one in joined.wordings} == {HARDEST, "Why do you want to leave?"}
    assert len(workbook(evening).practice) == 1


def test_a_wording_split_off_is_a_question_of_its_own_and_the_log_stays(evening: Store) -> None:
    grade_try(evening, a_try(evening), "good", LATER)
    other = card(evening, "Why do you want to leave?")
    join(evening, card(evening).id, other.id, LATER)

    split_off(evening, other.wordings[0].id, other.wordings[0].id, LATER)

    assert len(card(evening, "Why do you want to leave?").wordings) == 1
    assert len(workbook(evening).practice) == 1


def test_a_question_that_is_on_its_own_cannot_be_split(evening: Store) -> None:
    assert split_off(evening, card(evening).id, card(evening).wordings[0].id, NOW) is None


def test_a_story_deleted_leaves_no_hole_and_comes_back_whole(evening: Store) -> None:
    put(evening, Story(id="st-1", title="The outage"))
    put(evening, *edit_topic(card(evening), "tp-1", story_id="st-1"))

    receipt = remove_story(evening, "st-1", LATER)
    assert (workbook(evening).stories, card(evening).topic) == ((), card(evening).topic)
    assert not evening.load().problems

    evening.undo(receipt.id, LATER)
    topic = card(evening).topic
    assert topic
    assert topic.story_id == "st-1"
    assert [story.title for story in workbook(evening).stories] == ["The outage"]


def test_a_best_answer_gives_the_question_a_topic_and_its_wordings_name_it(evening: Store) -> None:
    before = card(evening)
    draft = begin_record(workbook(evening), "topic", "", Random(4), card=before.id, text=before.text)
    save_record(evening, answered(draft, {"best_answer": "A range, and why."}), LATER)

    topic = card(evening).topic
    assert topic
    assert topic.best_answer == "A range, and why."
    assert [one.id for one in card(evening).wordings] == [one.id for one in before.wordings]


def test_best_answers_written_in_two_windows_are_both_kept(evening: Store) -> None:
    known = {"card": card(evening).id, "text": card(evening).text}
    here = begin_record(workbook(evening), "topic", "", Random(4), **known)
    there = begin_record(workbook(evening), "topic", "", Random(5), **known)
    save_record(evening, answered(there, {"best_answer": "A range."}), LATER)

    with pytest.raises(EditedElsewhere):
        save_record(evening, answered(here, {"best_answer": "A number."}), LATER)

    assert [topic.best_answer for topic in workbook(evening).topics] == ["A range."]


def test_a_question_prepared_by_hand_was_not_asked_yet(store: Store) -> None:
    draft = begin_record(workbook(store), "question", "", Random(4), asked_by="them")
    save_record(store, answered(draft, {"text": "Why us?"}), NOW)

    (made,) = workbook(store).questions
    assert (made.prepared, made.asked, made.asked_by) == (True, False, "them")


def test_a_log_with_lines_of_questions_that_are_gone_can_be_added_to(evening: Store) -> None:
    put(evening, Review(id="rv-old", question_id="qu-gone", topic_id="tp-gone", reviewed_at=NOW, grade="good"))

    grade_try(evening, a_try(evening), "good", LATER)

    assert len(workbook(evening).practice) == 2


def test_a_topic_changed_elsewhere_between_reading_and_writing_is_not_overwritten(
    evening: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(evening, Topic(id="tp-1", text="Pay"), card(evening).wordings[0].changed(topic_id="tp-1"))
    held = evening.load()
    choose_practise(evening, "tp-1", "yes", NOW)
    monkeypatch.setattr(Store, "load", lambda self: held)

    with pytest.raises(Conflict):
        choose_practise(evening, "tp-1", "suspended", LATER)


def test_a_hundred_identical_questions_are_one_card(store: Store) -> None:
    put(store, *(Question(id=f"qu-{number}", text="Why us?", rating=1, asked=True) for number in range(100)))

    assert len(cards(workbook(store))) == 1


def test_answered_common_questions_change_no_count_and_no_export(store: Store) -> None:
    full_debrief(store)
    before = workbook(store)
    put(store, *(row for card in COMMON for row in set_practise(card, "yes", f"tp-{card.id}")))
    after = workbook(store)

    assert len(after.questions) == len(before.questions) + len(COMMON)
    counts = [tuple(tallies(Findings(book, NOW.date(), dates=DAY_FIRST))) for book in (before, after)]
    assert counts[0] == counts[1]
    assert flat_table(after) == flat_table(before)
    assert markdown(after, after.interviews, ZONE) == markdown(before, before.interviews, ZONE)
    assert search_report(after, NOW.date()) == search_report(before, NOW.date())
