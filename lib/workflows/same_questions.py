"""Wordings that the person confirmed as a question that came before: their topics, made where there were none."""

from collections.abc import Sequence

from lib.practice.regrouping import joined
from lib.records.question import Question
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.workflows.answers import row_field
from lib.workflows.ids import stable_id
from lib.workflows.practising import card_of


def same_field(wording: str) -> str:
    """The field of tonight's draft that says which earlier question a wording is; rows have no ids there yet."""
    return row_field("same", stable_id("sm", wording), "as")


def with_topics(workbook: Workbook, asked: Sequence[Question], token: str) -> tuple[Record, ...]:
    """The questions, and the topics and other wordings that change with them.

    A question's ``topic_id`` may be that of a card without a topic (see ``lib.practice.cards``): the card then gets
    one. What names a question that was deleted meanwhile becomes a question of its own.
    """
    before = {entry.id: entry for entry in workbook.questions}
    typed = {question.id: question for question in asked}
    others: dict[tuple[str, ...], Record] = {}
    for question in asked:
        standing = before.get(question.id)
        if not question.topic_id or (standing and standing.topic_id == question.topic_id):
            continue
        for row in _confirmed(workbook, question, token):
            if not isinstance(row, Question):
                others[row.file, *row.identity] = row
            elif row.id in typed:
                typed[row.id] = typed[row.id].changed(topic_id=row.topic_id)
            else:
                others[row.file, row.id] = row
    return (*typed.values(), *others.values())


def _confirmed(workbook: Workbook, question: Question, token: str) -> tuple[Record, ...]:
    card = card_of(workbook, question.topic_id)
    if card is None:
        return (question.changed(topic_id=""),)
    return joined(question, card, stable_id("tp", token, card.id))
