"""The rows to put when a person groups, splits, chooses or suspends: nothing of it happens by itself.

Ids of new rows come in. The practice log is never rewritten; a topic's schedule follows its wordings.
"""

from collections.abc import Collection

from lib.practice.cards import Card
from lib.records.question import Question
from lib.records.record import Record
from lib.records.topic import Topic
from lib.records.vocabulary import Practise


def join_card(question: Question, card: Card, new_topic_id: str) -> tuple[Record, ...]:
    """A wording confirmed as one of the card's: itself, and where the card had no topic yet, that and its wordings."""
    topic, rows = _with_topic(card, new_topic_id)
    mine = question.changed(topic_id=topic.id)
    return (*(row for row in rows if row.identity != question.identity or row.file != question.file), mine)


def split_card(card: Card, question_ids: Collection[str], new_topic_id: str) -> tuple[Record, ...]:
    """Some of a card's wordings become a topic of their own, practised as the old one is; the rest stays.

    A card without a topic gets none: only the wordings split off are given one. Empty if nothing would change.
    """
    leaving = [question for question in card.wordings if question.id in question_ids]
    if not leaving or len(leaving) == len(card.wordings):
        return ()
    practise = card.topic.practise if card.topic else None
    topic = Topic(id=new_topic_id, text=leaving[-1].text, practise=practise)
    return (topic, *(question.changed(topic_id=topic.id) for question in leaving))


def merge_cards(card: Card, other: Card, new_topic_id: str) -> tuple[Record, ...]:
    """All wordings of another card confirmed as this one's; the other topic's fields fill this one's empty ones.

    The other topic's row stays, without wordings, so that nothing written in it is lost.
    """
    topic, rows = _with_topic(card, new_topic_id)
    if other.topic:
        best_answer = topic.best_answer or other.topic.best_answer
        topic = topic.changed(best_answer=best_answer, story_id=topic.story_id or other.topic.story_id)
        rows = tuple(row for row in rows if row.file != Topic.file)
        rows = rows if topic == card.topic else (topic, *rows)
    return (*rows, *(question.changed(topic_id=topic.id) for question in other.wordings))


def set_practise(card: Card, practise: Practise, new_topic_id: str) -> tuple[Record, ...]:
    """The card put into practice, suspended, or left to its ratings."""
    return edit_topic(card, new_topic_id, practise=practise)


def edit_topic(card: Card, new_topic_id: str, **values: object) -> tuple[Record, ...]:
    """The card's topic with some fields changed, made for it if it has none yet."""
    topic, rows = _with_topic(card, new_topic_id)
    return (topic.changed(**values), *(row for row in rows if row.file != Topic.file))


def _with_topic(card: Card, new_topic_id: str) -> tuple[Topic, tuple[Record, ...]]:
    """The card's topic, and the rows to put if it has to be made: it takes the id that its wordings name already."""
    if card.topic:
        return card.topic, ()
    named = next((question.topic_id for question in card.wordings if question.topic_id), new_topic_id)
    topic = Topic(id=named, text=card.text, practise=None)
    return topic, (
        topic,
        *(question.changed(topic_id=named) for question in card.wordings if question.topic_id != named),
    )
