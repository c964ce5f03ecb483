"""As questions are entered, earlier ones like them are offered, after the free recall; the person confirms or not."""

from collections.abc import Iterable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from streamlit.testing.v1 import AppTest

from lib.practice.cards import cards
from lib.store import Store
from lib.ui.shared import same_question
from lib.workflows.drafts.same_questions import same_field
from lib.workflows.form_values import row_field
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, on_to, plain
from tests.workflows.evening import WHICH, debrief_draft, debriefed, workbook

EARLIER = "What are your salary expectations?"
AGAIN = "So what are your salary expectations now?"
OFFERED = "You may have had some of these before"


def earlier_and_tonight(store: Store, asked: str) -> str:
    """An earlier debrief with a hard question, and the draft of another one; the draft's id."""
    debriefed(store, seed=1, asked=EARLIER, hard=[EARLIER])
    answers = {**WHICH, "company": "Lanternfish", "asked": asked}
    return debrief_draft(store, answers, seed=2).id


def turned_to_asked(tab: Open, draft_id: str) -> AppTest:
    page = tab("main/debrief", draft=draft_id)
    return on_to(page, "asked")


def test_nothing_is_offered_before_the_questions_were_recalled(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, ""))

    assert OFFERED not in plain(page)
    assert EARLIER not in plain(page)


def test_a_question_like_an_earlier_one_is_offered_with_how_it_went(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, f"{AGAIN}\nWhat is your favourite colour?"))

    assert f"{OFFERED} (1)" in plain(page)
    assert "Asked by 1 company; last marked as hard today." in plain(page)


def test_confirmed_tonight_it_is_one_question_after_the_save(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, AGAIN))
    answer(page, **{same_field(AGAIN): cards(workbook(store))[0].id})
    click(click(page, "next"), "save")

    (card,) = cards(workbook(store))
    assert {one.text for one in card.wordings} == {EARLIER, AGAIN}


def test_left_alone_they_stay_two(store: Store, tab: Open) -> None:
    page = turned_to_asked(tab, earlier_and_tonight(store, AGAIN))
    click(click(page, "next"), "save")

    assert len(cards(workbook(store))) == 2


def test_tomorrow_s_part_offers_it_too_and_shows_what_was_confirmed(store: Store, tab: Open) -> None:
    debriefed(store, seed=1, asked=EARLIER, hard=[EARLIER])
    second = debriefed(store, seed=2, company="Lanternfish", asked=AGAIN, hard=[AGAIN])
    row_id = next(one.id for one in workbook(store).questions if one.text == AGAIN)
    name = row_field("questions", row_id, "topic_id")
    page = tab("main/journal", debrief=second.id, part="hard")
    assert "This looks like the same question as before" in plain(page)

    answer(page, **{name: _first(store)})
    assert f"The same as: {EARLIER}" in plain(page)
    click(page, "save")
    assert len(cards(workbook(store))) == 1


def _first(store: Store) -> str:
    return next(card.id for card in cards(workbook(store)) if card.text == EARLIER)


class Alike:
    """A model for which all wordings mean nearly the same; ``is_coming`` as long as it isn't ready."""

    def __init__(self, is_coming: bool = False) -> None:
        self.is_coming = is_coming

    def prepare(self, texts: Iterable[str]) -> None:
        """Nothing to do."""

    def likeness(self, _text: str, others: Sequence[str]) -> NDArray[np.float64] | None:
        return None if self.is_coming else np.full(len(others), 0.9)


def test_one_in_other_words_is_offered_where_meanings_are_known_and_never_called_the_same(
    store: Store, tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same_question, "MEANINGS", Alike())
    page = turned_to_asked(tab, earlier_and_tonight(store, "How much money do you want?"))

    assert f"{OFFERED} (1)" in plain(page)
    assert "Were you asked this before?" in plain(page)
    assert same_question.THE_SAME not in plain(page)


def test_until_meanings_are_known_letters_alone_decide(
    store: Store, tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same_question, "MEANINGS", Alike(is_coming=True))
    page = turned_to_asked(tab, earlier_and_tonight(store, f"{AGAIN}\nHow much money do you want?"))

    assert f"{OFFERED} (1)" in plain(page)
    assert same_question.THE_SAME in plain(page)
