"""The rows that grouping, splitting and choosing put."""

from collections.abc import Iterable
from dataclasses import replace

from lib.practice.cards import Card, cards
from lib.practice.regrouping import edit_topic, join_card, merge_cards, set_practise, split_card
from lib.records.question import Question
from lib.records.record import Record
from lib.records.topic import Topic
from lib.records.workbook import Workbook
from tests.insight.small_workbook import question
from tests.practice.practised import topic


def put(workbook: Workbook, rows: Iterable[Record]) -> Workbook:
    questions = {entry.id: entry for entry in workbook.questions}
    topics = {entry.id: entry for entry in workbook.topics}
    for row in rows:
        if isinstance(row, Question):
            questions[row.id] = row
        elif isinstance(row, Topic):
            topics[row.id] = row
    return replace(workbook, questions=tuple(questions.values()), topics=tuple(topics.values()))


def grouped(workbook: Workbook) -> list[list[str]]:
    return [[wording.id for wording in card.wordings] for card in cards(workbook)]


APART = Workbook(questions=(question(1, text="Failures?"), question(2, text="Mistakes?"), question(3, text="Why us?")))
TOGETHER = Workbook(
    questions=(question(1, topic_id="tp-1"), question(2, topic_id="tp-1"), question(3, topic_id="tp-1")),
    topics=(topic(1, practise="yes", best_answer="Mine"),),
)


def only(workbook: Workbook, at: int = 0) -> Card:
    return cards(workbook)[at]


def test_a_confirmed_wording_joins_a_topic_that_is_made_for_both() -> None:
    after = put(APART, join_card(APART.questions[1], only(APART), "tp-new"))

    assert grouped(after) == [["qu-1", "qu-2"], ["qu-3"]]
    assert [entry.text for entry in after.topics] == ["Failures?"]


def test_a_wording_split_off_is_a_topic_of_its_own_and_stays_in_practice() -> None:
    after = put(TOGETHER, split_card(only(TOGETHER), ["qu-2"], "tp-new"))

    assert grouped(after) == [["qu-1", "qu-3"], ["qu-2"]]
    assert [entry.practise for entry in after.topics] == ["yes", "yes"]


def test_to_split_off_all_or_nothing_changes_nothing() -> None:
    assert split_card(only(TOGETHER), [], "tp-new") == ()
    assert split_card(only(TOGETHER), ["qu-1", "qu-2", "qu-3"], "tp-new") == ()


def test_to_join_and_to_split_again_restores_the_groups() -> None:
    together = put(APART, join_card(APART.questions[1], only(APART), "tp-new"))
    again = put(together, split_card(only(together), ["qu-2"], "tp-newer"))

    assert grouped(again) == grouped(APART)


def test_merged_topics_keep_what_either_said() -> None:
    other = question(9, text="Flops?", topic_id="tp-2")
    both = replace(TOGETHER, questions=(*TOGETHER.questions, other), topics=(topic(2, story_id="st-1"), topic(1)))

    after = put(both, merge_cards(only(both, 0), only(both, 1), "tp-new"))

    kept = next(entry for entry in after.topics if entry.id == "tp-1")
    assert grouped(after)[0] == ["qu-1", "qu-2", "qu-3", "qu-9"]
    assert kept.story_id == "st-1"


def test_a_question_without_a_topic_can_be_suspended_and_brought_back() -> None:
    hard = replace(APART, questions=(question(1, rating=1),))
    aside = put(hard, set_practise(only(hard), "suspended", "tp-new"))
    back = put(aside, set_practise(only(aside), "auto", "tp-unused"))

    assert [only(one).is_practised for one in (hard, aside, back)] == [True, False, True]


def test_a_topic_whose_row_is_gone_is_written_again_under_its_id() -> None:
    lost = replace(TOGETHER, topics=())

    after = put(lost, edit_topic(only(lost), "tp-new", best_answer="Again"))

    assert [(entry.id, entry.best_answer) for entry in after.topics] == [("tp-1", "Again")]
    assert len(grouped(after)) == 1
