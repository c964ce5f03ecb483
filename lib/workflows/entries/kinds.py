"""The kind of a question, chosen with one tap if a guess was wrong, or where there was none."""

from datetime import datetime

from lib.english import mid_sentence
from lib.records.labels import label
from lib.records.question import Question
from lib.records.vocabulary import Category
from lib.store import Receipt, Store
from lib.workflows.errors import Gone


def correct_kind(store: Store, question_id: str, kind: Category | None, now: datetime) -> Receipt:
    """Keep the kind that the person chose; from then on it teaches the guesses. None: it has none, and gets no guess.

    Raises ``Gone`` if the question was deleted, and what the store raises. ``store.undo`` takes it back.
    """
    loaded = store.load_whole()
    question = loaded.workbook.find(Question, question_id)
    if question is None:
        raise Gone("This question")
    put = (question.changed(category=kind, kind_guessed=None if kind else False),)
    change = f"Kind of “{question.text}”: {mid_sentence(label(kind)) if kind else 'none'}"
    return store.commit(loaded.transaction(change, put), now)
