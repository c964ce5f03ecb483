"""Wordings that the person confirmed as a question that came before: their topics, made if there were none."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from pydantic import JsonValue

from lib.practice.cards import Card
from lib.practice.regrouping import join_card
from lib.records.question import Question, wording_key
from lib.records.record import Record
from lib.records.topic import Topic
from lib.records.workbook import Workbook
from lib.workflows.entries.practising import card_of
from lib.workflows.form_values import row_field
from lib.workflows.ids import stable_id

TOPIC = ".topic_id"
"""The end of the fields that tell which earlier question a row of a saved debrief is."""


def same_field(wording: str) -> str:
    """The field of a debrief's draft that tells which earlier question a wording is; rows have no ids there yet."""
    return row_field("same", stable_id("sm", wording), "as")


def with_topics(
    workbook: Workbook, asked: Sequence[Question], token: str, removed: Iterable[Record] = ()
) -> tuple[Record, ...]:
    """The questions, and the topics and other wordings that change with them; ``removed`` go in the same save.

    A question's ``topic_id`` may be that of a card without a topic (see ``lib.practice.cards``): the card then gets
    one. What names a question that was deleted meanwhile becomes a question of its own. An only wording taken off
    its topic stays: nobody else is left there.
    """
    gone = {row.identity for row in removed if isinstance(row, Question)}
    standing = workbook.by_id(Question)
    after = replace(workbook, questions=tuple(row for row in workbook.questions if row.identity not in gone))
    after = _with_rows(after, [_settled(workbook, question, standing.get(question.id)) for question in asked])
    for question in asked:
        if _is_confirmed_anew(question, standing.get(question.id)):
            after = _with_rows(after, _confirmed(workbook, after, question, token))
    final = {row.id: row for row in after.questions}
    typed = {question.id for question in asked}
    others = (row for row in after.questions if row.id not in typed and row != standing[row.id])
    made = (topic for topic in after.topics if topic not in workbook.topics)
    return (*(final[question_id] for question_id in dict.fromkeys(one.id for one in asked)), *others, *made)


def not_confirmed_yet(workbook: Workbook, asked: Iterable[Question]) -> dict[str, Card]:
    """The earlier questions that these name and that the workbook does not count them among yet, by the row's id."""
    named = {question.id: card_of(workbook, question.topic_id) for question in asked if question.topic_id}
    return {
        question_id: card
        for question_id, card in named.items()
        if card and question_id not in {one.id for one in card.wordings}
    }


def with_current_topics(workbook: Workbook, values: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """A section's answers with each earlier question named as it is named today.

    A card chosen before it had a topic bears the topic's id once it has one: two windows that choose the same question
    then agree.
    """
    cards_named = {
        field: card
        for field, value in values.items()
        if field.endswith(TOPIC) and isinstance(value, str) and value and (card := card_of(workbook, value))
    }
    return {**values, **{field: card.id for field, card in cards_named.items()}}


def _is_confirmed_anew(question: Question, standing: Question | None) -> bool:
    return bool(question.topic_id) and (standing is None or standing.topic_id != question.topic_id)


def _settled(workbook: Workbook, question: Question, standing: Question | None) -> Question:
    """The question under the topic that it has without the new confirmation."""
    if _is_confirmed_anew(question, standing):
        return question.changed(topic_id=standing.topic_id if standing else "")
    if standing and standing.topic_id and not question.topic_id:
        card = card_of(workbook, standing.topic_id)
        is_only = card is not None and len(card.wordings) == 1
        return question.changed(topic_id=standing.topic_id) if is_only else question
    return question


def _confirmed(workbook: Workbook, after: Workbook, question: Question, token: str) -> tuple[Record, ...]:
    mine = next(row for row in after.questions if row.id == question.id)
    card = _named(workbook, after, question)
    if card is None:
        return (mine.changed(topic_id=""),)
    return join_card(mine, card, stable_id("tp", token, card.id))


def _named(workbook: Workbook, after: Workbook, question: Question) -> Card | None:
    """The card that a question names, as it is after the other rows were corrected or taken off."""
    card = card_of(workbook, question.topic_id)
    if card is None:
        return None
    if card.topic or card.wordings[0].topic_id:
        return card_of(after, card.id)
    left = {row.id: row for row in after.questions if row.id != question.id}
    wordings = [left[one.id] for one in card.wordings if one.id in left]
    as_before = [one for one in wordings if wording_key(one.text) == wording_key(card.text)]
    return card_of(after, (as_before or wordings)[0].id) if wordings else None


def _with_rows(workbook: Workbook, rows: Collection[Record]) -> Workbook:
    questions = {row.id: row for row in workbook.questions}
    topics = {row.id: row for row in workbook.topics}
    questions |= {row.id: row for row in rows if isinstance(row, Question)}
    topics |= {row.id: row for row in rows if isinstance(row, Topic)}
    return replace(workbook, questions=tuple(questions.values()), topics=tuple(topics.values()))
