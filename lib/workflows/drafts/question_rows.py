"""What the forms of a question write: one to prepare, or a topic with all its wordings."""

from lib.practice.cards import Card
from lib.practice.common_questions import common_card
from lib.practice.regrouping import join_card
from lib.records.question import Question
from lib.records.record import Record
from lib.records.topic import Topic
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.drafts.record_entry import AnsweredForm
from lib.workflows.entries.practising import card_of
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id


def question_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    """The question; a new one is prepared and not asked yet, with the topic that the person confirmed for it."""
    question = answered.record(Question)
    if answered.before is not None:
        return (question,)
    fresh = question.changed(prepared=True, asked=False, asked_by=question.asked_by or "them")
    card = card_of(answered.workbook, answered.text("same_as"))
    return join_card(fresh, card, stable_id("tp", answered.token)) if card else (fresh,)


def topic_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    """The topic; a new one with the wordings of its card. A common question that gets an answer stays in practice."""
    topic, card = answered.record(Topic), card_answered(answered.workbook, answered.answers)
    if answered.before is not None or card is None:
        return (topic,)
    topic = topic.changed(practise="yes") if common_card(card.id) else topic
    return (topic, *(wording.changed(topic_id=topic.id) for wording in card.wordings))


def card_answered(workbook: Workbook, answers: FormValues) -> Card | None:
    """The card that a form was begun from."""
    return card_of(workbook, form_values.text(answers, "card"))
